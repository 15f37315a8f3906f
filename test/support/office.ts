import type {Sandbox} from '../../demo/sandbox/index.js';
import type {ChangeRequest} from '../../src/schemas/office.js';

/** What the surety's office does to a contract in the middle of a test. */
export async function changeContract(sandbox: Sandbox, number: string, change: Partial<ChangeRequest> = {}) {
  await post(sandbox, `/v1/office/contracts/${number}/changes`, {
    revision: 0,
    reason: '設計変更による工期の延長と増額',
    guaranteeAmount: 24_000_000,
    worksPrice: 60_000_000,
    period: {from: '2026-02-21', to: '2027-06-30'},
    validUntil: '2027-06-30',
    ...change,
  });
}

/** The surety cancels a contract. */
export const cancelContract = (sandbox: Sandbox, number: string) =>
  post(sandbox, `/v1/office/contracts/${number}/cancel`, {reason: '請負契約の解除'});

async function post(sandbox: Sandbox, path: string, body: object) {
  const {token} = await sandbox.signIn('surety');
  const response = await sandbox.fetch(path, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${token}`,
      'Content-Type': 'application/json',
      'Idempotency-Key': crypto.randomUUID(),
    },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`The office got ${response.status}: ${await response.text()}`);
}
