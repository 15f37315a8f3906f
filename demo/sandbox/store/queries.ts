import {sql} from 'drizzle-orm';
import type {PgDatabase, PgQueryResultHKT} from 'drizzle-orm/pg-core';

/** What both drivers offer inside a transaction. */
export type Queries = Pick<
  PgDatabase<PgQueryResultHKT>,
  'select' | 'insert' | 'update' | 'delete' | 'execute'
>;

export const rowCount = sql`count(*)`.mapWith(Number);

export async function countRows(query: PromiseLike<{count: number}[]>): Promise<number> {
  return (await query)[0]?.count ?? 0;
}
