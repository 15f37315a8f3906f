import {searchWords} from '../../../src/input/search.js';
import {
  type ContractSort,
  type ContractSortField,
  contractStates,
  type ContractToDo,
  type HandInState,
} from '../../../src/schemas/contract.js';
import {guaranteeKinds} from '../../../src/schemas/kinds.js';
import {readSort, sortKeys} from './order.js';
import type {ContractFilter, ContractPageFilter, NumberedContract} from './store.js';
import {readCursor, readPage, toPage, writeCursor} from '../platform/paging.js';
import {readDay, readOneOf, readYen, type Query} from '../platform/query.js';

const forms = ['electronic', 'paper'] as const;
const toDos: readonly ContractToDo[] = ['returned', 'hand-in', 'hand-in-again', 'expiring'];
const handIns: readonly HandInState[] = ['waiting', 'handed-in', 'accepted', 'returned'];
const fields = Object.keys(sortKeys) as ContractSortField[];
const sorts: readonly ContractSort[] = fields.flatMap(field => [field, `-${field}` as const]);

/** Reads which contracts are asked for: 電子帳簿保存法 wants date, amount and counterparty, with ranges. */
export function readContractFilter(query: Query, today: string): ContractFilter {
  const state = readOneOf(query, 'state', contractStates);
  const toDo = readOneOf(query, 'toDo', toDos);
  const handIn = readOneOf(query, 'handIn', handIns);
  return {
    certificateForm: readOneOf(query, 'form', forms),
    kind: readOneOf(query, 'kind', guaranteeKinds),
    state: state && {is: state, today},
    toDo: toDo && {is: toDo, today},
    handIn: handIn && {is: handIn, today},
    searchWords: searchWords(query.q),
    obligeeWords: searchWords(query.obligee),
    issuedFrom: readDay(query, 'issuedFrom'),
    issuedTo: readDay(query, 'issuedTo'),
    worksPriceFrom: readYen(query, 'worksPriceFrom'),
    worksPriceTo: readYen(query, 'worksPriceTo'),
    amountFrom: readYen(query, 'amountFrom'),
    amountTo: readYen(query, 'amountTo'),
  };
}

/** Reads `sort`, `cursor` and `limit`; a cursor only fits the sort that it came from. */
export function readContractPage(
  query: Query,
): Pick<ContractPageFilter, 'sort' | 'after' | 'before' | 'limit'> {
  const sort = readOneOf(query, 'sort', sorts);
  if (!sort) return readPage(query);
  const {cursor = '', ...rest} = query;
  const {limit} = readPage(rest);
  return cursor ? {sort, limit, after: readCursor(cursor, text => readAfter(text, sort))} : {sort, limit};
}

/** One more row than asked for was read: it tells whether there is a next page. */
export function toContractPage(rows: NumberedContract[], limit: number, sort: ContractSort | undefined) {
  const {items, nextCursor} = toPage(rows, limit);
  const last = items.at(-1);
  if (!sort || !nextCursor || !last) return {items, nextCursor};
  const key = sortKeys[readSort(sort).field](last);
  return {items, nextCursor: writeCursor(JSON.stringify([sort, key, last.number]))};
}

function readAfter(text: string, sort: ContractSort): ContractPageFilter['after'] {
  const [cursorSort, key, number] = JSON.parse(text) as unknown[];
  const wanted = /Amount|Price/.test(sort) ? 'number' : 'string';
  if (cursorSort !== sort || typeof number !== 'string' || typeof key !== wanted) return undefined;
  return {key: key as string | number, number};
}
