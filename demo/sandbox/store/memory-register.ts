import {Table} from './memory-table.js';
import type {RegisterEntryRow, TrailRow} from './store.js';

const pair = (one: string, other: string) => `${one}\n${other}`;

/** The audit trail, and what obligees have opened. */
export function registerRows(undo: (() => void)[]) {
  const trail = new Table<TrailRow>(undo);
  const entries = new Table<RegisterEntryRow>(undo);
  let sequence = 0;
  return {
    async insertTrail(row: TrailRow) {
      trail.insert(String(++sequence), row);
    },
    async listTrail(contractNumbers: readonly string[]) {
      return trail.list(row => contractNumbers.includes(row.contractNumber));
    },
    async findRegisterEntry(ownerId: string, contractNumber: string) {
      return entries.get(pair(ownerId, contractNumber));
    },
    async saveRegisterEntry(row: RegisterEntryRow) {
      entries.set(pair(row.ownerId, row.contractNumber), row);
    },
  };
}
