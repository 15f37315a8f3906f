import type {ContractRow} from '../contracts/store.js';
import {matchesEntry} from './order.js';
import type {NumberedEntry, RegisterEntryRow, RegisterFilter, RegisterStore} from './store.js';
import {Table, type UndoLog} from '../store/memory-table.js';

const pair = (...parts: string[]) => JSON.stringify(parts);

/** Registers of obligees in memory. */
export function memoryRegister(
  undo: UndoLog,
  findContract: (number: string) => Promise<ContractRow | undefined>,
): RegisterStore {
  const entries = new Table<RegisterEntryRow & {sequence: number}>(undo);
  let sequence = 0;

  const withContract = async (row: RegisterEntryRow & {sequence: number}): Promise<NumberedEntry> => {
    const contract = row.contractNumber === null ? undefined : await findContract(row.contractNumber);
    return {...row, contract: contract ?? null};
  };
  const matching = async (filter: RegisterFilter) => {
    const own = entries.list(row => row.ownerId === filter.ownerId, {newestFirst: true});
    const rows = await Promise.all(own.map(withContract));
    return rows.filter(row => matchesEntry(row, filter));
  };
  return {
    async findRegisterEntry(ownerId: string, id: string) {
      const row = entries.get(pair(ownerId, id));
      return row && withContract(row);
    },
    async saveRegisterEntry(row: RegisterEntryRow) {
      const key = pair(row.ownerId, row.id);
      const place = entries.get(key)?.sequence ?? ++sequence;
      entries.set(key, {...row, sequence: place});
    },
    async listRegisterEntries({
      before = Infinity,
      limit,
      ...filter
    }: RegisterFilter & {before?: number | undefined; limit: number}) {
      const rows = await matching(filter);
      return rows.filter(row => row.sequence < before).slice(0, limit);
    },
    async countRegisterEntries(filter: RegisterFilter) {
      return (await matching(filter)).length;
    },
  };
}
