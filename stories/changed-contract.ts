import {createSandbox, leafletKeys} from '../demo/sandbox/index.js';
import type {Role} from '../src/schemas/kinds.js';
import {storyNow} from './support.js';

/** 保証契約番号 of the leaflet's advance payment guarantee. */
export const contractNumber = leafletKeys['advance-payment'].number;

/** The reference API after the surety changed the leaflet's contract, or cancelled it, seen by one of its roles. */
export async function fetchAfter(act: 'change' | 'cancel', role: Role = 'contractor'): Promise<typeof fetch> {
  const sandbox = createSandbox({seed: 'leaflet', now: () => storyNow});
  const office = await sandbox.signIn('surety');
  const response = await sandbox.fetch(
    `/v1/office/contracts/${contractNumber}/${act === 'change' ? 'changes' : 'cancel'}`,
    {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${office.token}`,
        'Content-Type': 'application/json',
        'Idempotency-Key': crypto.randomUUID(),
      },
      body: JSON.stringify(act === 'change' ? change : {reason: '請負契約の解除'}),
    },
  );
  if (!response.ok) throw new Error(`The office got ${response.status}.`);
  const {token} = await sandbox.signIn(role);
  return (input, init) => {
    const request = new Request(input, init);
    request.headers.set('Authorization', `Bearer ${token}`);
    return sandbox.fetch(request);
  };
}

/** The reference API after the obligee opened the leaflet's contract and answered, seen by one of its roles. */
export async function fetchAnswered(
  answer: {outcome: 'accepted'} | {outcome: 'returned'; reason: string},
  role: Role = 'contractor',
): Promise<typeof fetch> {
  const sandbox = createSandbox({seed: 'leaflet', now: () => storyNow});
  const obligee = await sandbox.signIn('obligee');
  const {authKey} = leafletKeys['advance-payment'];
  for (const [path, body] of [
    ['checks', {contractNumber, authKey}],
    [`contracts/${contractNumber}/answers`, {...answer, revision: 0}],
  ] as const) {
    const response = await sandbox.fetch(`/v1/register/${path}`, {
      method: 'POST',
      headers: {Authorization: `Bearer ${obligee.token}`, 'Content-Type': 'application/json'},
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`The obligee got ${response.status}.`);
  }
  const {token} = await sandbox.signIn(role);
  return (input, init) => {
    const request = new Request(input, init);
    request.headers.set('Authorization', `Bearer ${token}`);
    return sandbox.fetch(request);
  };
}

const change = {
  revision: 0,
  reason: '設計変更による工期の延長と増額',
  guaranteeAmount: 24_000_000,
  worksPrice: 60_000_000,
  period: {from: '2026-02-21', to: '2027-06-30'},
  validUntil: '2027-06-30',
};
