import type {Mail} from '../../../src/schemas/office.js';
import type {MailRow} from './store.js';
import type {Handler} from '../platform/call.js';

/** `GET /mails`: the office sees all, a contractor those of its own applications. */
export const listMails: Handler<'listMails'> = async ({tx, account}) => {
  const rows = await tx.listMails(account.role === 'surety' ? {} : {contractorId: account.id});
  return {body: {items: rows.map(toMail)}};
};

function toMail({id, to, from, subject, text, sentAt, delivery}: MailRow): Mail {
  return {id, to, from, subject, text, sentAt, delivery};
}
