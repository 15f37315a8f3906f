import type {MailTransport} from './mail.js';
import type {MailRow, Store} from './store/store.js';

const MAX_ATTEMPTS = 8;
const FIRST_DELAY_MS = 2_000;
const LONGEST_DELAY_MS = 10 * 60_000;
const BATCH = 20;

/** Delivers what is in the outbox, and tries again later what could not be delivered. */
export interface Outbox {
  /** Looks for mails now. */
  wake(): void;
  close(): Promise<void>;
}

/** Mails are taken from the store, so those of before a restart are delivered too. */
export function createOutbox(store: Store, transport: MailTransport, now: () => Date): Outbox {
  let closed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = Promise.resolve();

  const run = async () => {
    if (closed) return;
    const mails = await store.transaction(tx => tx.listPendingMails(now().getTime(), BATCH));
    for (const mail of mails) await deliver(store, transport, mail, now);
    schedule(mails.length === BATCH ? 0 : FIRST_DELAY_MS);
  };
  const wake = () => {
    clearTimeout(timer);
    // A store that fails now may work again later; the mails are still there.
    last = last.then(run).catch(() => schedule(FIRST_DELAY_MS));
  };
  const schedule = (delay: number) => {
    if (!closed) timer = setTimeout(wake, delay);
  };
  return {
    wake,
    async close() {
      closed = true;
      clearTimeout(timer);
      await last;
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
  const delay = Math.min(FIRST_DELAY_MS * 2 ** mail.attempts, LONGEST_DELAY_MS);
  const nextAttemptAt = now().getTime() + delay;
  await store.transaction(tx => tx.updateMail({...mail, delivery, attempts, nextAttemptAt}));
}
