import {handInState, hasToDo} from '../../src/domain/contract-to-do.js';
import {dayInJapan} from '../../src/domain/instant.js';
import {searchText, searchWords} from '../../src/input/search.js';
import type {ContractSort, ContractSortField, ContractSummary} from '../../src/schemas/contract.js';
import type {ContractFilter, ContractListQuery, ContractPage} from './contract-query.js';

type Contracts = readonly ContractSummary[];
type Value = string | number;

/** A contract without 保証期限 never ends, so it comes after all that do. */
const NEVER = '9999-12-31';

const values: Record<ContractSortField, (contract: ContractSummary) => Value> = {
  issuedOn: contract => contract.issuedOn,
  guaranteeAmount: contract => contract.guaranteeAmount,
  worksPrice: contract => contract.worksPrice,
  validUntil: contract => contract.validUntil ?? NEVER,
  obligeeName: contract => contract.obligeeName,
  number: contract => contract.number,
};

/** Contracts whose texts are folded together; a slice of work takes some of these steps. */
const STEP_ROWS = 500;
/** Longest slice of work on the main thread; input is handled in between. Shorter ones would wait for timers too often. */
const SLICE_MS = 40;
const MAX_IDLE_WAIT_MS = 1000;

const whenIdle = (step: (timeLeft: () => number) => void): void => {
  if ('requestIdleCallback' in window)
    requestIdleCallback(idle => step(() => idle.timeRemaining()), {timeout: MAX_IDLE_WAIT_MS});
  else setTimeout(() => step(() => 0)); // Safari
};

/**
 * Searches, filters and sorts the contracts that the page holds as the API would. Folded texts are made when somebody goes
 * to the search field, in slices, and at once when they are quicker; an order is made when it is first asked for.
 */
export class LocalContracts {
  readonly contracts: Contracts;
  #texts: string[] = [];
  #folded = new Map<string, string>();
  #orders = new Map<ContractSortField, Uint32Array>();
  #isPreparing = false;

  constructor(contracts: Contracts) {
    this.contracts = contracts;
  }

  /** Folds texts while nothing else is to be done: somebody is about to search. */
  prepare(): void {
    if (this.#isPreparing) return;
    this.#isPreparing = true;
    whenIdle(this.#prepareStep);
  }

  /** Stops preparing: other contracts are shown. */
  forget(): void {
    this.#isPreparing = false;
  }

  /** Returns the contracts that fit, in the order of the query. */
  async find({view, words, filter, sort}: ContractListQuery, signal: AbortSignal): Promise<ContractPage> {
    const wanted = searchWords(words);
    const obligee = searchWords(filter.obligee);
    if (wanted.length + obligee.length > 0) await this.#foldTexts(signal);
    const today = dayInJapan(new Date());
    const fits = (contract: ContractSummary, index: number) =>
      (view !== 'electronic' || contract.certificateForm === 'electronic') &&
      fitsFilter(contract, filter, today) &&
      (wanted.length === 0 || wanted.every(word => this.#texts[index]?.includes(word))) &&
      (obligee.length === 0 || obligee.every(word => this.#texts[index]?.split('/')[1]?.includes(word)));
    const items = sort ? this.#sorted(sort, fits) : this.contracts.filter(fits);
    return {kind: 'contracts', items, nextCursor: null, total: items.length};
  }

  #sorted(
    sort: ContractSort,
    fits: (contract: ContractSummary, index: number) => boolean,
  ): ContractSummary[] {
    const order = this.#order(sort.replace('-', '') as ContractSortField);
    const items: ContractSummary[] = [];
    const isDescending = sort.startsWith('-');
    for (let place = 0; place < order.length; place++) {
      const index = order[isDescending ? order.length - 1 - place : place] ?? 0;
      const contract = this.contracts[index];
      if (contract && fits(contract, index)) items.push(contract);
    }
    return items;
  }

  #order(field: ContractSortField): Uint32Array {
    const known = this.#orders.get(field);
    if (known) return known;
    const order = orderBy(this.contracts.map(values[field]), this.contracts.map(values.number));
    this.#orders.set(field, order);
    return order;
  }

  /** Folds the name of an obligee or a product once: they are few, and folding is most of the work. */
  #fold(name: string): string {
    let text = this.#folded.get(name);
    if (text === undefined) this.#folded.set(name, (text = searchText(name)));
    return text;
  }

  #foldStep() {
    const end = Math.min(this.contracts.length, this.#texts.length + STEP_ROWS);
    for (let index = this.#texts.length; index < end; index++) {
      const {number = '', obligeeName = '', worksName = '', productName = ''} = this.contracts[index] ?? {};
      const texts = [
        searchText(number),
        this.#fold(obligeeName),
        searchText(worksName),
        this.#fold(productName),
      ];
      this.#texts.push(texts.join('/'));
    }
  }

  get #isFolded(): boolean {
    return this.#texts.length === this.contracts.length;
  }

  async #foldTexts(signal: AbortSignal) {
    while (!this.#isFolded) {
      const end = performance.now() + SLICE_MS;
      while (!this.#isFolded && performance.now() < end) this.#foldStep();
      if (!this.#isFolded) await new Promise(resolve => setTimeout(resolve));
      signal.throwIfAborted();
    }
  }

  readonly #prepareStep = (timeLeft: () => number): void => {
    do this.#foldStep();
    while (timeLeft() > 4 && !this.#isFolded);
    if (this.#isPreparing && !this.#isFolded) whenIdle(this.#prepareStep);
  };
}

/**
 * Returns the indexes in the order of their values, ties by another value. Sorting the distinct values and dealing the
 * indexes out to them is several times as fast as comparing contracts.
 */
function orderBy(of: readonly Value[], ties: readonly Value[]): Uint32Array {
  const distinct = [...new Set(of)];
  const sorted =
    typeof distinct[0] === 'number' ? Float64Array.from(distinct as number[]).sort() : distinct.sort();
  const ranks = new Map<Value, number>();
  sorted.forEach((value: Value, rank: number) => ranks.set(value, rank));
  const starts = new Uint32Array(sorted.length + 1);
  const rankOf = Uint32Array.from(of, value => ranks.get(value) ?? 0);
  for (const rank of rankOf) starts[rank + 1] = (starts[rank + 1] ?? 0) + 1;
  for (let rank = 1; rank < starts.length; rank++)
    starts[rank] = (starts[rank] ?? 0) + (starts[rank - 1] ?? 0);
  const ends = starts.slice();
  const order = new Uint32Array(of.length);
  rankOf.forEach((rank, index) => {
    const place = ends[rank] ?? 0;
    order[place] = index;
    ends[rank] = place + 1;
  });
  const compare = (one: number, other: number) => ((ties[one] ?? '') < (ties[other] ?? '') ? -1 : 1);
  for (let rank = 0; rank < sorted.length; rank++) {
    const group = order.subarray(starts[rank], starts[rank + 1]);
    if (group.length > 1) group.sort(compare);
  }
  return order;
}

const isWithin = <Value extends string | number>(value: Value, from?: Value, to?: Value) =>
  (from === undefined || value >= from) && (to === undefined || value <= to);

const fitsFilter = (
  contract: ContractSummary,
  {kind, state, handIn, toDo, ...ranges}: ContractFilter,
  today: string,
) =>
  (!kind || contract.kind === kind) &&
  (!state || contract.state === state) &&
  (!handIn || handInState(contract) === handIn) &&
  (!toDo || hasToDo(contract, toDo, today)) &&
  isWithin(contract.issuedOn, ranges.issuedFrom, ranges.issuedTo) &&
  isWithin(contract.worksPrice, ranges.worksPriceFrom, ranges.worksPriceTo) &&
  isWithin(contract.guaranteeAmount, ranges.amountFrom, ranges.amountTo);
