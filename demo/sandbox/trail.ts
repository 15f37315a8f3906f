import type {Account} from '../../src/schemas/party.js';
import {toMoment} from './clock.js';
import type {ContractRow, StoreTransaction, TrailRow} from './store/store.js';

/** Who does something, and when; nobody where a seed plants it. */
export interface Actor {
  account: Account | null;
  now: Date;
}

/** Adds a line to the audit trail, in the same transaction as what it tells of. */
export async function record(
  tx: StoreTransaction,
  {account, now}: Actor,
  {number, revision}: Pick<ContractRow, 'number' | 'revision'>,
  line: Pick<TrailRow, 'type'> & Partial<Pick<TrailRow, 'reason' | 'day' | 'at'>>,
): Promise<void> {
  await tx.insertTrail({
    contractNumber: number,
    revision,
    at: toMoment(now),
    accountId: account?.id ?? null,
    accountName: account?.party.name ?? null,
    reason: null,
    day: null,
    ...line,
  });
}
