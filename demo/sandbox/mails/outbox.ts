import type {MailTransport} from './mail.js';
import type {MailRow} from './store.js';
import {backoff, createWorker, type Worker} from '../platform/outbox.js';
import type {Store} from '../store/store.js';

const MAX_ATTEMPTS = 8;
const LONGEST_DELAY_MS = 10 * 60_000;
const BATCH = 20;

/** Delivers mails from the store, so those of before a restart are delivered too, and tries again what failed. */
export function createOutbox(store: Store, transport: MailTransport, now: () => Date): Worker {
  const worker = createWorker(async () => {
    const mails = await store.transaction(tx => tx.listPendingMails(now().getTime(), BATCH));
    for (const mail of mails) await deliver(store, transport, mail, now);
    return mails.length === BATCH;
  });
  return {
    wake: () => worker.wake(),
    async close() {
      await worker.close();
      await transport.close?.();
    },
  };
}

async function deliver(
  store: Store,
  transport: MailTransport,
  mail: MailRow,
  now: () => Date,
): Promise<void> {
  const {id, from, to, subject, text} = mail;
  const attempts = mail.attempts + 1;
  const delivered = await transport.send({id, from, to, subject, text}).then(
    () => true,
    () => false,
  );
  const delivery = delivered ? 'delivered' : attempts < MAX_ATTEMPTS ? 'pending' : 'failed';
  const nextAttemptAt = now().getTime() + backoff(mail.attempts, LONGEST_DELAY_MS);
  await store.transaction(tx => tx.updateMail({...mail, delivery, attempts, nextAttemptAt}));
}
