import {hasToDo} from '../../src/domain/contract-to-do.js';
import {today} from '../../src/domain/format.js';
import {searchText, searchWords} from '../../src/input/search.js';
import {handInState} from '../../src/domain/hand-in-state.js';
import type {ContractSort, ContractSortField, ContractSummary} from '../../src/schemas/contract.js';
import type {ListPage, ListQuery} from './list-page.js';

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

/** Contracts prepared or orders made in one go before the page may do something else. */
const STEP_ROWS = 500;
const MOST_WAIT_MS = 1000;

const whenIdle = (step: (timeLeft: () => number) => void): void => {
  if ('requestIdleCallback' in window)
    requestIdleCallback(idle => step(() => idle.timeRemaining()), {timeout: MOST_WAIT_MS});
  else setTimeout(() => step(() => 0));
};

/**
 * Contracts that the page itself holds, searched, filtered and sorted as the API would. What searching and sorting
 * need is made while nothing else is to be done, and made at once where somebody is quicker.
 */
export class LocalContracts {
  readonly contracts: Contracts;
  #texts: string[] = [];
  #orders = new Map<ContractSortField, Uint32Array>();
  #isWanted = true;

  constructor(contracts: Contracts) {
    this.contracts = contracts;
    whenIdle(this.#prepare);
  }

  /** They are not shown any more. */
  forget(): void {
    this.#isWanted = false;
  }

  /** The contracts that fit, in the order that was asked for. */
  find({view, words, filter, sort}: ListQuery): ListPage {
    const wanted = searchWords(words);
    const obligee = searchWords(filter.obligee);
    if (wanted.length + obligee.length > 0) this.#prepareTexts(this.contracts.length);
    const fits = (contract: ContractSummary, index: number) =>
      (view !== 'electronic' || contract.certificateForm === 'electronic') &&
      fitsFilter(contract, filter) &&
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
    const from = field === 'number' ? this.contracts.map((_, index) => index) : this.#order('number');
    const order = orderBy(this.contracts.map(values[field]), from);
    this.#orders.set(field, order);
    return order;
  }

  #prepareTexts(end: number) {
    for (let index = this.#texts.length; index < end; index++) {
      const {number = '', obligeeName = '', worksName = '', productName = ''} = this.contracts[index] ?? {};
      this.#texts.push(searchText(number, obligeeName, worksName, productName));
    }
  }

  #prepare = (timeLeft: () => number): void => {
    const {length} = this.contracts;
    if (!this.#isWanted) return;
    if (this.#texts.length < length) {
      do this.#prepareTexts(Math.min(length, this.#texts.length + STEP_ROWS));
      while (timeLeft() > 4 && this.#texts.length < length);
    } else {
      const field = (Object.keys(values) as ContractSortField[])
        .reverse()
        .find(each => !this.#orders.has(each));
      if (!field) return;
      this.#order(field);
    }
    whenIdle(this.#prepare);
  };
}

/**
 * Indexes in the order of their values; what is equal stays as it came. Sorting the distinct values and dealing the
 * indexes out to them is several times as fast as comparing contracts.
 */
export function orderBy(of: readonly Value[], from: ArrayLike<number>): Uint32Array {
  const distinct = [...new Set(of)];
  const sorted =
    typeof distinct[0] === 'number' ? Float64Array.from(distinct as number[]).sort() : distinct.sort();
  const ranks = new Map<Value, number>();
  sorted.forEach((value: Value, rank: number) => ranks.set(value, rank));
  const places = new Uint32Array(sorted.length + 1);
  const rankOf = Uint32Array.from(of, value => ranks.get(value) ?? 0);
  for (const rank of rankOf) places[rank + 1] = (places[rank + 1] ?? 0) + 1;
  for (let rank = 1; rank < places.length; rank++)
    places[rank] = (places[rank] ?? 0) + (places[rank - 1] ?? 0);
  const order = new Uint32Array(of.length);
  for (let place = 0; place < from.length; place++) {
    const index = from[place] ?? 0;
    const rank = rankOf[index] ?? 0;
    const at = places[rank] ?? 0;
    order[at] = index;
    places[rank] = at + 1;
  }
  return order;
}

const isWithin = <Value extends string | number>(value: Value, from?: Value, to?: Value) =>
  (from === undefined || value >= from) && (to === undefined || value <= to);

const fitsFilter = (contract: ContractSummary, {kind, state, handIn, toDo, ...ranges}: ListQuery['filter']) =>
  (!kind || contract.kind === kind) &&
  (!state || contract.state === state) &&
  (!handIn || handInState(contract) === handIn) &&
  (!toDo || hasToDo(contract, toDo, today())) &&
  isWithin(contract.issuedOn, ranges.issuedFrom, ranges.issuedTo) &&
  isWithin(contract.guaranteeAmount, ranges.amountFrom, ranges.amountTo);
