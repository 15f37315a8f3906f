import type {ContractQuery, SuretyClient} from '../../src/api/client.js';
import type {ContractSummary} from '../../src/schemas/contract.js';
import {loadModule} from '../kernel/lazy-module.js';
import type {ListSource, PageRequest} from '../ui/list-controller.js';
import {
  countConditions,
  effectiveQuery,
  type ContractListQuery,
  type ContractPage,
} from './contract-query.js';
import type {LocalContracts} from './local-contracts.js';

type Contracts = readonly ContractSummary[];

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
