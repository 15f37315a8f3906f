import {compareContracts, isAfter, matchesContract} from './order.js';
import type {
  ArrivalFilter,
  ContractFilter,
  ContractPageFilter,
  ContractRow,
  ContractStore,
  KeyViewRow,
  NumberedContract,
  NumberedRevision,
  RevisionRow,
} from './store.js';
import {Table, type UndoLog} from '../store/memory-table.js';

const pair = (...parts: (string | number)[]) => JSON.stringify(parts);

/** Contracts in memory. */
export function memoryContracts(undo: UndoLog): ContractStore {
  const contracts = new Table<NumberedContract>(undo);
  const revisions = new Table<NumberedRevision>(undo);
  const keyViews = new Table<KeyViewRow>(undo);
  let sequence = 0;
  const hasArrived = (
    row: NumberedRevision,
    {contractorId, searchWords = []}: Pick<ArrivalFilter, 'contractorId' | 'searchWords'>,
  ) =>
    row.arrivedAt !== null &&
    row.contractorId === contractorId &&
    contracts.test(row.contractNumber, ({searchText}) =>
      searchWords.every(word => searchText.includes(word)),
    );
  return {
    async insertContract(row: ContractRow) {
      if (contracts.has(row.number)) return false;
      contracts.insert(row.number, {...row, sequence: ++sequence});
      return true;
    },
    async updateContract(row: ContractRow) {
      const before = contracts.get(row.number);
      if (!before) throw new Error('no such row');
      contracts.update(row.number, {...row, sequence: before.sequence});
    },
    async findContract(number: string) {
      return contracts.get(number);
    },
    async findContractOrNeighbour(number: string) {
      return contracts.getOrAny(number);
    },
    async listContracts(filter: ContractPageFilter) {
      const {sort, limit} = filter;
      const order = sort && {name: sort, compare: compareContracts(sort)};
      const matches = (row: NumberedContract) => isAfter(row, filter) && matchesContract(row, filter);
      return contracts.list(matches, {newestFirst: true, limit, order});
    },
    async countContracts(filter: ContractFilter) {
      return contracts.count(row => matchesContract(row, filter));
    },
    async listContractsOf(applicationIds: readonly string[]) {
      return contracts.list(row => applicationIds.includes(row.applicationId));
    },
    async insertRevision(row: RevisionRow) {
      revisions.insert(pair(row.contractNumber, row.revision), {...row, sequence: ++sequence});
    },
    async saveSignature({contractNumber, revision, signature}: RevisionRow) {
      const found = revisions.get(pair(contractNumber, revision));
      if (found && found.signature === null) {
        revisions.update(pair(contractNumber, revision), {...found, signature});
      }
    },
    async listUnsignedRevisions() {
      return revisions.list(row => row.arrivedAt !== null && row.signature === null);
    },
    async listRevisions(contractNumbers: readonly string[]) {
      return revisions.list(row => contractNumbers.includes(row.contractNumber));
    },
    async listArrivals({before, limit, ...filter}: ArrivalFilter) {
      const matches = (row: NumberedRevision) =>
        (before === undefined || row.sequence < before) && hasArrived(row, filter);
      return revisions.list(matches, {newestFirst: true, limit});
    },
    async countArrivals(filter: Omit<ArrivalFilter, 'before' | 'limit'>) {
      return revisions.count(row => hasArrived(row, filter));
    },
    async insertKeyView(row: KeyViewRow) {
      keyViews.insert(String(++sequence), row);
    },
    async listKeyViews(contractNumbers: readonly string[]) {
      return keyViews.list(row => contractNumbers.includes(row.contractNumber), {newestFirst: true});
    },
  };
}
