import type {ContractQuery, SuretyClient} from '../../src/api/client.js';
import type {ContractSort, ContractSummary, ElectronicIssue} from '../../src/schemas/contract.js';
import type {ListFilter} from './list-filter.js';

/** The three lists: all contracts, those with a key, and the arrivals on the register. */
export type ListView = 'contracts' | 'electronic' | 'history';

/** What a list shows: which of the three, what of it, in which order. */
export interface ListQuery {
  readonly view: ListView;
  readonly words: string;
  readonly filter: ListFilter;
  /** Newest first where there is none. */
  readonly sort: ContractSort | '';
}

/** Rows fetched so far, where the next ones start, and how many there are in all. */
export type ListPage = {nextCursor: string | null; total?: number | undefined} & (
  {kind: 'contracts'; items: readonly ContractSummary[]} | {kind: 'issues'; items: readonly ElectronicIssue[]}
);

/** One page of rows, from wherever they come. */
export type FetchPage = (
  query: ListQuery,
  options: {limit: number; cursor?: string | null; signal: AbortSignal},
) => Promise<ListPage>;

const FIRST_ROWS = 50;
const MORE_ROWS = 100;
/** The API gives no more at once. */
export const MOST_ROWS = 200;
/** So many rows are fetched anew when one comes back; what lies below stays as it was, and with it one's place. */
const RENEWED_ROWS = 1000;

/** One page of a list of the API. */
export const pagesOf =
  (client: SuretyClient): FetchPage =>
  async ({view, words, filter, sort}, {limit, cursor, signal}) => {
    const page: ContractQuery = {q: words, limit, ...(cursor && {cursor})};
    if (view === 'history') return {kind: 'issues', ...(await client.listElectronicIssues(page, {signal}))};
    const form = view === 'electronic' && ({form: 'electronic'} as const);
    const query = {...page, ...filter, ...form, ...(sort && {sort})};
    return {kind: 'contracts', ...(await client.listContracts(query, {signal}))};
  };

/** The first rows, or as many as there were before. */
export async function fetchRows(
  fetchPage: FetchPage,
  query: ListQuery,
  {before, signal}: {before?: ListPage | undefined; signal: AbortSignal},
): Promise<ListPage> {
  const wanted = Math.min(Math.max(before?.items.length ?? 0, FIRST_ROWS), RENEWED_ROWS);
  let page = await fetchPage(query, {limit: Math.min(wanted, MOST_ROWS), signal});
  while (page.items.length < wanted && page.nextCursor) {
    page = append(page, await fetchPage(query, {limit: MOST_ROWS, cursor: page.nextCursor, signal}));
  }
  return before && page.nextCursor ? append(page, below(page, before)) : page;
}

/** The rows after those of a page: so many where one asked for them, as many as there may be while one scrolls. */
export const fetchMore = (
  fetchPage: FetchPage,
  query: ListQuery,
  {nextCursor}: ListPage,
  {isAhead, signal}: {isAhead: boolean; signal: AbortSignal},
): Promise<ListPage> =>
  fetchPage(query, {limit: isAhead ? MOST_ROWS : MORE_ROWS, cursor: nextCursor, signal});

/** The rows so far and the next ones, as one page. */
export function append(page: ListPage, next: ListPage): ListPage {
  const {total} = page;
  if (page.kind === 'contracts' && next.kind === 'contracts') {
    return {...next, total, items: [...page.items, ...next.items]};
  }
  if (page.kind === 'issues' && next.kind === 'issues') {
    return {...next, total, items: [...page.items, ...next.items]};
  }
  return next;
}

const nameOf = (row: ContractSummary | ElectronicIssue | undefined) =>
  row && ('number' in row ? row.number : `${row.contractNumber} ${row.revision}`);

/** What stood below the last row of a page before; nothing where that row was not among them. */
function below(page: ListPage, before: ListPage): ListPage {
  const last = nameOf(page.items.at(-1));
  const index = before.items.findIndex(row => nameOf(row) === last);
  if (index < 0) return {...page, items: []};
  if (before.kind === 'contracts') return {...before, items: before.items.slice(index + 1)};
  return {...before, items: before.items.slice(index + 1)};
}
