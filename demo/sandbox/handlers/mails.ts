import type {Mail} from '../../../src/schemas/office.js';
import type {Handler} from '../services.js';
import type {MailRow} from '../store/store.js';

/** `GET /mails`: the office sees all, a contractor those of its own applications. */
export const listMails: Handler = async ({tx, account}) => {
  const rows = await tx.listMails(account.role === 'surety' ? {} : {contractorId: account.id});
  return {body: {items: rows.map(toMail)}};
};

function toMail({id, to, from, subject, text, sentAt, delivery}: MailRow): Mail {
  return {id, to, from, subject, text, sentAt, delivery};
}
