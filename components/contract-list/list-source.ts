import type {SuretyClient} from '../../src/api/client.js';
import type {ContractSummary} from '../../src/schemas/contract.js';
import {loadModule} from '../kernel/lazy-module.js';
import {countConditions} from './list-filter.js';
import {pagesOf, type FetchPage, type ListQuery} from './list-page.js';
import type {LocalContracts} from './local-contracts.js';

type Contracts = readonly ContractSummary[];

/** Where rows come from: the API, which searches and sorts them, or the page, whose contracts are looked through here. */
export class ListSource {
  readonly #client: () => Promise<SuretyClient>;
  #local: LocalContracts | undefined;

  constructor(client: () => Promise<SuretyClient>) {
    this.#client = client;
  }

  /** What answers a query. */
  async pages(contracts: Contracts | undefined, {view, words, sort, filter}: ListQuery): Promise<FetchPage> {
    if (!contracts || view === 'history') return pagesOf(await this.#client());
    if (view === 'contracts' && !words && !sort && countConditions(filter) === 0)
      return async () => ({kind: 'contracts', items: contracts, nextCursor: null, total: contracts.length});
    const local = await this.#localContracts(contracts);
    return async query => local.find(query);
  }

  /** Somebody is about to search. */
  prepare(contracts: Contracts | undefined): void {
    if (!contracts) return;
    this.#localContracts(contracts).then(
      local => local.prepare(),
      () => undefined, // the search itself says so
    );
  }

  /** The page gives others, or none. */
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
