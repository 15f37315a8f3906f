import type {ContractQuery} from '../../src/api/client.js';
import type {ContractSort, ContractSummary, ElectronicIssue} from '../../src/schemas/contract.js';
import type {ListPage, ListQuery} from '../ui/list-controller.js';

/** The three lists: all contracts, those with a key, and the certificates that were issued electronically. */
export type ListView = 'contracts' | 'electronic' | 'history';

/** The conditions that narrow a list down. */
export type ContractFilter = Readonly<
  Pick<
    ContractQuery,
    | 'kind'
    | 'state'
    | 'handIn'
    | 'toDo'
    | 'obligee'
    | 'issuedFrom'
    | 'issuedTo'
    | 'worksPriceFrom'
    | 'worksPriceTo'
    | 'amountFrom'
    | 'amountTo'
  >
>;

/** What the list shows: which of the three, which of its rows, in which order. */
export interface ContractListQuery extends ListQuery {
  readonly view: ListView;
  readonly filter: ContractFilter;
  /** Newest first where it is empty. */
  readonly sort: ContractSort | '';
}

/** Rows of contracts, or of 電子保証履歴一覧. */
export type ContractPage =
  | ({readonly kind: 'contracts'} & ListPage<ContractSummary>)
  | ({readonly kind: 'issues'} & ListPage<ElectronicIssue>);

/** Counts the conditions in force; the two ends of a range are one. */
export const countConditions = (filter: ContractFilter): number =>
  new Set(
    Object.entries(filter).flatMap(([field, value]) =>
      value === undefined || value === '' ? [] : field.replace(/From$|To$/, ''),
    ),
  ).size;

/** Returns the query without what 電子保証履歴一覧 cannot do: it is only searched. */
export const effectiveQuery = (query: ContractListQuery): ContractListQuery =>
  query.view === 'history' ? {...query, filter: {}, sort: ''} : query;
