import {and, asc, desc, eq, getTableColumns, lte} from 'drizzle-orm';
import type {MailStore} from './store.js';
import type {Queries} from '../store/queries.js';
import * as tables from '../store/schema.js';

/** Mails in SQL. */
export function sqlMails(db: Queries): MailStore {
  const {mails} = tables;
  const {sequence: _order, ...columns} = getTableColumns(mails);
  return {
    async insertMail(row) {
      await db.insert(mails).values(row);
    },
    async updateMail(row) {
      await db.update(mails).set(row).where(eq(mails.id, row.id));
    },
    async listMails({contractorId}) {
      return db
        .select(columns)
        .from(mails)
        .where(contractorId ? eq(mails.contractorId, contractorId) : undefined)
        .orderBy(desc(mails.sequence));
    },
    async listPendingMails(now, limit) {
      return db
        .select(columns)
        .from(mails)
        .where(and(eq(mails.delivery, 'pending'), lte(mails.nextAttemptAt, now)))
        .orderBy(asc(mails.sequence))
        .limit(limit);
    },
  };
}
