import type {ContractQuery, SuretyClient} from '../../src/api/client.js';
import type {ContractSort, ContractSummary, ElectronicIssue} from '../../src/schemas/contract.js';
import {loadModule} from '../kernel/lazy-module.js';
import type {ListPage, ListQuery, ListSource, PageRequest} from '../ui/list-controller.js';
import type {LocalContracts} from './local-contracts.js';

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

type Contracts = readonly ContractSummary[];

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

/** Loads rows from the API, which searches and sorts them, or from the contracts that the page holds. */
export class ContractSource implements ListSource<ContractListQuery, ContractPage> {
  readonly #client: () => Promise<SuretyClient>;
  readonly #contracts: () => Contracts | undefined;
  #local: LocalContracts | undefined;

  constructor(client: () => Promise<SuretyClient>, contracts: () => Contracts | undefined) {
    this.#client = client;
    this.#contracts = contracts;
  }

  async load(query: ContractListQuery, request: PageRequest, signal: AbortSignal): Promise<ContractPage> {
    const contracts = this.#contracts();
    const {view, words, filter, sort} = effectiveQuery(query);
    if (!contracts || view === 'history') return loadFromApi(await this.#client(), query, request, signal);
    if (view === 'contracts' && !words && !sort && countConditions(filter) === 0)
      return {kind: 'contracts', items: contracts, nextCursor: null, total: contracts.length};
    return (await this.#localContracts(contracts)).find(query, signal);
  }

  keyOf(row: ContractPage['items'][number]): string {
    return 'number' in row ? row.number : `${row.contractNumber} ${row.revision}`;
  }

  /** Prepares the search while nothing else is to be done: somebody is about to search. */
  prepare = (): void => {
    const contracts = this.#contracts();
    if (!contracts) return;
    this.#localContracts(contracts).then(
      local => local.prepare(),
      () => undefined, // the search itself tries again and shows the failure
    );
  };

  /** Forgets the contracts that the page held before. */
  forget(): void {
    this.#local?.forget();
    this.#local = undefined;
  }

  async #localContracts(contracts: Contracts): Promise<LocalContracts> {
    const {LocalContracts} = await loadModule(import('./local-contracts.js'));
    if (this.#local?.contracts !== contracts) this.#local = new LocalContracts(contracts);
    return this.#local;
  }
}

async function loadFromApi(
  client: SuretyClient,
  query: ContractListQuery,
  {limit, cursor}: PageRequest,
  signal: AbortSignal,
): Promise<ContractPage> {
  const {view, words, filter, sort} = effectiveQuery(query);
  const page: ContractQuery = {q: words, limit, ...(cursor && {cursor})};
  if (view === 'history') return {kind: 'issues', ...(await client.listElectronicIssues(page, {signal}))};
  const form = view === 'electronic' && ({form: 'electronic'} as const);
  return {
    kind: 'contracts',
    ...(await client.listContracts({...page, ...filter, ...form, ...(sort && {sort})}, {signal})),
  };
}
