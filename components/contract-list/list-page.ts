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

const FIRST_ROWS = 50;
const MORE_ROWS = 100;
/** The API gives no more at once. */
export const MOST_ROWS = 200;
/** Who had more rows open than this comes back to the first ones: waiting would take longer than going on. */
const KEPT_ROWS = 1000;

/** The first rows, or as many as there were before. */
export async function fetchRows(
  client: SuretyClient,
  query: ListQuery,
  {rows = FIRST_ROWS, signal}: {rows?: number | undefined; signal: AbortSignal},
): Promise<ListPage> {
  const wanted = Math.min(Math.max(rows, FIRST_ROWS), KEPT_ROWS);
  let page = await fetchPage(client, query, {limit: Math.min(wanted, MOST_ROWS), signal});
  while (page.items.length < wanted && page.nextCursor) {
    page = append(page, await fetchPage(client, query, {limit: MOST_ROWS, cursor: page.nextCursor, signal}));
  }
  return page;
}

/** The rows after those of a page. */
export const fetchMore = (
  client: SuretyClient,
  query: ListQuery,
  {nextCursor}: ListPage,
  signal: AbortSignal,
): Promise<ListPage> => fetchPage(client, query, {limit: MORE_ROWS, cursor: nextCursor, signal});

/** One page of a list. */
export async function fetchPage(
  client: SuretyClient,
  {view, words, filter, sort}: ListQuery,
  {limit, cursor, signal}: {limit: number; cursor?: string | null; signal: AbortSignal},
): Promise<ListPage> {
  const page: ContractQuery = {q: words, limit, ...(cursor && {cursor})};
  if (view === 'history') return {kind: 'issues', ...(await client.listElectronicIssues(page, {signal}))};
  const form = view === 'electronic' && ({form: 'electronic'} as const);
  const query = {...page, ...filter, ...form, ...(sort && {sort})};
  return {kind: 'contracts', ...(await client.listContracts(query, {signal}))};
}

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
