import {Table} from './memory-table.js';
import {matchesEntry} from './register-order.js';
import type {ContractRow, NumberedEntry, RegisterEntryRow, RegisterFilter, TrailRow} from './store.js';

const pair = (...parts: string[]) => JSON.stringify(parts);

/** The audit trail, and the registers of obligees. */
export function registerRows(
  undo: (() => void)[],
  findContract: (number: string) => Promise<ContractRow | undefined>,
) {
  const trail = new Table<TrailRow>(undo);
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
    async insertTrail(row: TrailRow) {
      trail.insert(String(++sequence), row);
    },
    async listTrail(contractNumbers: readonly string[]) {
      return trail.list(row => contractNumbers.includes(row.contractNumber));
    },
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
