import type {WebhookEvent} from '../../../src/schemas/webhook.js';
import type {ContractRow} from '../contracts/store.js';
import {isObligee} from '../contracts/view.js';
import type {Services} from '../platform/call.js';
import {toMoment} from '../platform/clock.js';
import type {StoreTransaction} from '../store/store.js';

/** Puts an event into the outbox, in the same transaction as what it tells of, for each address of who is concerned. */
export async function announce(
  {accounts}: Services,
  tx: StoreTransaction,
  now: Date,
  event: Omit<WebhookEvent, 'timestamp'> & Pick<WebhookEvent, 'type'>,
  concerned: Pick<ContractRow, 'contractorId'> & Partial<Pick<ContractRow, 'obligeeCode' | 'terms'>>,
): Promise<void> {
  const {contractorId, terms, obligeeCode = null} = concerned;
  const accountIds = accounts
    .filter(
      ({id, role, obligee}) =>
        role === 'surety' || id === contractorId || (terms && isObligee(obligee, {terms, obligeeCode})),
    )
    .map(({id}) => id);
  const timestamp = toMoment(now);
  const {type} = event;
  const payload = JSON.stringify({type, timestamp, data: event.data});
  for (const webhook of await tx.listWebhooks(accountIds)) {
    if (!webhook.events.includes(type)) continue;
    await tx.insertDelivery({
      webhookId: webhook.id,
      id: `msg_${crypto.randomUUID()}`,
      type,
      payload,
      createdAt: timestamp,
      state: 'pending',
      attempts: 0,
      nextAttemptAt: 0,
      lastAttemptAt: null,
      lastStatus: null,
    });
  }
}

/** What every event about a contract says. */
export const contractFacts = ({number, kind, revision, applicationId}: ContractRow) => ({
  contractNumber: number,
  kind,
  revision,
  applicationId,
});
