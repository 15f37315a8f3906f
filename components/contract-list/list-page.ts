import type {SuretyClient} from '../../src/api/client.js';
import type {ContractSummary, ElectronicIssue} from '../../src/schemas/contract.js';

/** The three lists: all contracts, those with a key, and the arrivals on the register. */
export type ListView = 'contracts' | 'electronic' | 'history';

/** Rows fetched so far, and where the next ones start. */
export type ListPage =
  | {kind: 'contracts'; items: readonly ContractSummary[]; nextCursor: string | null}
  | {kind: 'issues'; items: readonly ElectronicIssue[]; nextCursor: string | null};

/** What is looked for, and from where on. */
export interface PageQuery {
  view: ListView;
  words: string;
  cursor?: string | null;
  /** Rows wanted, when that is not the usual number. */
  rows?: number | undefined;
}

const ROWS = 50;
/** The API gives no more at once. */
const MOST_ROWS = 200;

/** One page of a list. */
export async function fetchPage(
  client: SuretyClient,
  {view, words, cursor, rows = ROWS}: PageQuery,
  signal: AbortSignal,
): Promise<ListPage> {
  const page = {limit: Math.min(Math.max(rows, ROWS), MOST_ROWS), ...(cursor && {cursor})};
  if (view === 'history') return {kind: 'issues', ...(await client.listElectronicIssues(page, {signal}))};
  const form = view === 'electronic' ? ({form: 'electronic'} as const) : {};
  return {kind: 'contracts', ...(await client.listContracts({...page, ...form, q: words}, {signal}))};
}

/** The rows so far and the next ones, as one page. */
export function append(page: ListPage, next: ListPage): ListPage {
  if (page.kind === 'contracts' && next.kind === 'contracts') {
    return {...next, items: [...page.items, ...next.items]};
  }
  if (page.kind === 'issues' && next.kind === 'issues')
    return {...next, items: [...page.items, ...next.items]};
  return next;
}
