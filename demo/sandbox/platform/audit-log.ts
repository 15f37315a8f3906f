import type {TrailEvent} from '../../../src/schemas/answer.js';
import type {Account} from '../../../src/schemas/party.js';
import {toMoment} from './clock.js';
import {Table, type UndoLog} from '../store/memory-table.js';

/** An event of the audit log; events are only ever appended. */
export interface AuditEventRow {
  contractNumber: string;
  revision: number;
  type: TrailEvent['type'];
  at: string;
  /** Null for what a seed planted or happened before there was an audit log. */
  accountId: string | null;
  accountName: string | null;
  reason: string | null;
  /** The day of a 返還. */
  day: string | null;
}

/** What is stored of the audit log. */
export interface AuditLogStore {
  insertAuditEvent(row: AuditEventRow): Promise<void>;
  /** Oldest first within each contract. */
  listAuditEvents(contractNumbers: readonly string[]): Promise<AuditEventRow[]>;
}

/** The audit log in memory. */
export function memoryAuditLog(undo: UndoLog): AuditLogStore {
  const events = new Table<AuditEventRow>(undo);
  let sequence = 0;
  return {
    async insertAuditEvent(row) {
      events.insert(String(++sequence), row);
    },
    async listAuditEvents(contractNumbers) {
      return events.list(row => contractNumbers.includes(row.contractNumber));
    },
  };
}

/** Who does something, and when; nobody where a seed plants it. */
export interface Actor {
  account: Account | null;
  now: Date;
}

/** Appends an event to the audit log, in the same transaction as the change that it is about. */
export async function appendAuditEvent(
  tx: AuditLogStore,
  {account, now}: Actor,
  {number, revision}: {number: string; revision: number},
  event: Pick<AuditEventRow, 'type'> & Partial<Pick<AuditEventRow, 'reason' | 'day' | 'at'>>,
): Promise<void> {
  await tx.insertAuditEvent({
    contractNumber: number,
    revision,
    at: toMoment(now),
    accountId: account?.id ?? null,
    accountName: account?.party.name ?? null,
    reason: null,
    day: null,
    ...event,
  });
}
