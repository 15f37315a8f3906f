import {handInState, hasToDo} from '../../../src/domain/contract-to-do.js';
import type {ContractSort, ContractSortField} from '../../../src/schemas/contract.js';
import type {ContractFilter, ContractPageFilter, ContractRow, NumberedContract} from './store.js';
import {stateOn, toSummary} from './view.js';

/** A contract without 保証期限 never ends, so it comes after all that do. */
export const NEVER = '9999-12-31';

/** What contracts are ordered by; ties are broken by number. */
export const sortKeys: Record<ContractSortField, (row: ContractRow) => string | number> = {
  issuedOn: row => row.issuedOn,
  guaranteeAmount: row => row.terms.guaranteeAmount,
  worksPrice: row => row.terms.works.price,
  validUntil: row => row.terms.validUntil ?? NEVER,
  obligeeName: row => row.terms.obligeeName,
  number: row => row.number,
};

/** The column that a sort names, and which way. */
export function readSort(sort: ContractSort): {field: ContractSortField; isDescending: boolean} {
  const isDescending = sort.startsWith('-');
  return {field: sort.replace(/^-/, '') as ContractSortField, isDescending};
}

/** Which of two comes first under a sort; the whole order turns round when it is descending. */
export function compareContracts(sort: ContractSort): (one: ContractRow, other: ContractRow) => number {
  const {field, isDescending} = readSort(sort);
  const key = sortKeys[field];
  const sign = isDescending ? -1 : 1;
  return (one, other) => sign * (compare(key(one), key(other)) || compare(one.number, other.number));
}

/** Whether a contract comes after the last one of the page before. */
export function isAfter(row: NumberedContract, {sort, after, before}: ContractPageFilter): boolean {
  if (!sort || !after) return before === undefined || row.sequence < before;
  const {field, isDescending} = readSort(sort);
  const order = compare(sortKeys[field](row), after.key) || compare(row.number, after.number);
  return isDescending ? order < 0 : order > 0;
}

function compare(one: string | number, other: string | number): number {
  return typeof one === 'number' || typeof other === 'number'
    ? Number(one) - Number(other)
    : compareText(one, other);
}

/** By code point, as `collate "C"` does; JavaScript's own order puts 𠮷 before ﾆ. */
function compareText(one: string, other: string): number {
  const length = Math.min(one.length, other.length);
  for (let at = 0; at < length; at++) {
    const [left, right] = [one.charCodeAt(at), other.charCodeAt(at)];
    if (left !== right) return lift(left) - lift(right);
  }
  return one.length - other.length;
}

/** Halves of characters beyond the basic plane come after all that are in it. */
const lift = (unit: number) => (unit >= 0xd800 && unit < 0xe000 ? unit + 0x2800 : unit);

/** Whether a contract is one of those asked for, wherever the page starts. */
export function matchesContract(row: ContractRow, filter: ContractFilter): boolean {
  const {
    contractorId,
    certificateForm,
    kind,
    state,
    toDo,
    handIn,
    searchWords = [],
    obligeeWords = [],
  } = filter;
  return (
    (!contractorId || row.contractorId === contractorId) &&
    (!certificateForm || row.certificateForm === certificateForm) &&
    (!kind || row.kind === kind) &&
    (!state || stateOn(row, state.today) === state.is) &&
    (!toDo || hasToDo(toSummary(row, toDo.today), toDo.is, toDo.today)) &&
    (!handIn || handInState(toSummary(row, handIn.today)) === handIn.is) &&
    isWithin(row.issuedOn, filter.issuedFrom, filter.issuedTo) &&
    isWithin(row.terms.works.price, filter.worksPriceFrom, filter.worksPriceTo) &&
    isWithin(row.terms.guaranteeAmount, filter.amountFrom, filter.amountTo) &&
    searchWords.every(word => row.searchText.includes(word)) &&
    obligeeWords.every(word => obligeeText(row).includes(word))
  );
}

const isWithin = <Value extends string | number>(value: Value, from?: Value, to?: Value) =>
  (from === undefined || value >= from) && (to === undefined || value <= to);

/** `searchText` is number, obligee, works and product, parted by `/`. */
const obligeeText = (row: ContractRow) => row.searchText.split('/')[1] ?? '';
