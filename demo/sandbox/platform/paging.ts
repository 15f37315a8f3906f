import type {Query} from './query.js';
import {ProblemError} from './problem.js';
import {fromBase64Url, toBase64Url} from './random.js';

const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 200;

/** Where a page starts and how long it is. */
export interface PageRequest {
  before?: number;
  limit: number;
}

/** Reads `cursor` and `limit`. */
export function readPage(query: Query): PageRequest {
  const limit = query.limit ? Number(query.limit) : DEFAULT_LIMIT;
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_LIMIT) {
    throw new ProblemError('rejected', {
      status: 400,
      detail: `limit は1から${MAX_LIMIT}までの整数にしてください。`,
    });
  }
  const cursor = query.cursor;
  return cursor ? {before: readBefore(cursor), limit} : {limit};
}

/** One more row than asked for was read: it tells whether there is a next page. */
export function toPage<Row extends {sequence: number}>(rows: Row[], limit: number) {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {items, nextCursor: rows.length > limit && last ? writeCursor(`before:${last.sequence}`) : null};
}

/** A cursor as it goes out: what it says is nobody's business. */
export const writeCursor = (text: string): string => toBase64Url(new TextEncoder().encode(text));

/** What a cursor says, if `read` makes sense of it. */
export function readCursor<Place>(cursor: string, read: (text: string) => Place | undefined): Place {
  let place: Place | undefined;
  try {
    place = read(new TextDecoder().decode(fromBase64Url(cursor)));
  } catch {
    place = undefined;
  }
  if (place !== undefined) return place;
  throw new ProblemError('rejected', {
    status: 400,
    detail: 'cursor が正しくありません。最初のページから読み直してください。',
  });
}

function readBefore(cursor: string): number {
  return readCursor(cursor, text => {
    const sequence = /^before:(\d{1,15})$/.exec(text)?.[1];
    return sequence ? Number(sequence) : undefined;
  });
}

/** The first page says how many there are; where it is the last one too, nobody need count. */
export async function totalOf(
  {items, nextCursor}: {items: readonly unknown[]; nextCursor: string | null},
  query: {cursor?: string},
  count: () => Promise<number>,
): Promise<{total?: number}> {
  if (query.cursor) return {};
  return {total: nextCursor ? await count() : items.length};
}
