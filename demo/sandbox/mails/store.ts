import type {Mail} from '../../../src/schemas/office.js';
import {Table, type UndoLog} from '../store/memory-table.js';

/** A mail with what its delivery needs. */
export interface MailRow extends Mail {
  contractorId: string;
  attempts: number;
  /** Epoch milliseconds from which on delivery may be tried again. */
  nextAttemptAt: number;
}

/** What is stored of mails, which is their outbox too. */
export interface MailStore {
  insertMail(row: MailRow): Promise<void>;
  updateMail(row: MailRow): Promise<void>;
  /** Newest first. */
  listMails(filter: {contractorId?: string}): Promise<MailRow[]>;
  /** Those still to be delivered whose time has come, oldest first. */
  listPendingMails(now: number, limit: number): Promise<MailRow[]>;
}

/** Mails in memory. */
export function memoryMails(undo: UndoLog): MailStore {
  const mails = new Table<MailRow>(undo);
  return {
    async insertMail(row: MailRow) {
      mails.insert(row.id, row);
    },
    async updateMail(row: MailRow) {
      mails.update(row.id, row);
    },
    async listMails({contractorId}: {contractorId?: string}) {
      return mails.list(row => !contractorId || row.contractorId === contractorId, {newestFirst: true});
    },
    async listPendingMails(now: number, limit: number) {
      return mails.list(row => row.delivery === 'pending' && row.nextAttemptAt <= now, {limit});
    },
  };
}
