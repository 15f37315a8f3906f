import type {Sandbox} from '../../demo/sandbox/index.js';

/** What an obligee does in the middle of a test; answers that say no fail it. */
export async function asObligee(sandbox: Sandbox, accountId?: string) {
  const {token} = await sandbox.signIn('obligee', accountId);
  return async (method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: object): Promise<unknown> => {
    const response = await sandbox.fetch(path, {
      method,
      headers: {
        Authorization: `Bearer ${token}`,
        'Content-Type': 'application/json',
        'Idempotency-Key': crypto.randomUUID(),
      },
      ...(body && {body: JSON.stringify(body)}),
    });
    if (!response.ok) throw new Error(`The obligee got ${response.status}: ${await response.text()}`);
    return response.json();
  };
}
