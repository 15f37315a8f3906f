import type {RegisterQuery, SuretyClient} from '../../src/api/client.js';
import type {RegisterEntry, RegisterEntryPage} from '../../src/schemas/register-entry.js';

/** What is looked for; an empty text is no condition. */
export interface RegisterSearch {
  q: string;
  form: RegisterQuery['form'] | '';
  kind: RegisterQuery['kind'] | '';
  state: RegisterQuery['state'] | '';
  notice: RegisterQuery['notice'] | '';
}

/** Nothing is left out. */
export const wholeRegister: RegisterSearch = {q: '', form: '', kind: '', state: '', notice: ''};

/** Rows a page on the screen, and for an export. */
export const ROWS = 50;
const MOST_ROWS = 200;

/** The API's query for a search. */
export const toQuery = ({q, form, kind, state, notice}: RegisterSearch): RegisterQuery => ({
  ...(q && {q}),
  ...(form && {form}),
  ...(kind && {kind}),
  ...(state && {state}),
  ...(notice && {notice}),
});

/** As many rows as were shown before, so that a reload keeps one's place; at least one page. */
export async function fetchEntries(
  client: SuretyClient,
  search: RegisterSearch,
  {rows = ROWS, signal}: {rows?: number; signal: AbortSignal},
): Promise<RegisterEntryPage> {
  const query = {...toQuery(search), limit: Math.min(Math.max(rows, ROWS), MOST_ROWS)};
  const first = await client.listRegisterEntries(query, {signal});
  let {items, nextCursor} = first;
  while (nextCursor && items.length < rows) {
    const next = await client.listRegisterEntries({...query, cursor: nextCursor}, {signal});
    items = [...items, ...next.items];
    nextCursor = next.nextCursor;
  }
  return {...first, items, nextCursor};
}

/** Every row that fits, for a file. */
export async function fetchAllEntries(
  client: SuretyClient,
  search: RegisterSearch,
  signal: AbortSignal,
): Promise<RegisterEntry[]> {
  return (await fetchEntries(client, search, {rows: Infinity, signal})).items;
}
