import ky, {isHTTPError} from 'ky';
import type * as z from 'zod/mini';
import {
  OBLIGEE_FEED,
  obligeeFeedEntry,
  obligeeFeedFrame,
  type ObligeeFeedEntry,
} from '../schemas/obligee-feed.js';
import type {Obligee} from '../schemas/obligee.js';
import {translate, type CallOptions} from './http.js';
import {TIMEOUT_MS} from './request.js';

/** What is wrong in a feed: with the whole file, or with one field of one entry. */
export type FeedProblemCode =
  | 'address'
  | 'json'
  | 'bare-list'
  | 'version'
  | 'missing'
  | 'type'
  | 'choice'
  | 'day'
  | 'code'
  | 'empty'
  | 'twice';

/** One thing that whoever keeps a feed has to mend. */
export interface FeedProblem {
  code: FeedProblemCode;
  /** Place of the entry, counted from 1; none for what is about the whole file. */
  entry?: number;
  /** Name of the obligee, where it could be read. */
  name?: string;
  /** The field as it stands in the file, e.g. `channels[0].to`. */
  field?: string;
  /** What stands there now, shortened. */
  found?: string;
  /** What may stand there: kinds (`string`, `array`, …) or the words to choose from. */
  expected?: readonly string[];
  /** Whether `null` says that it is not known. */
  mayBeNull?: boolean;
}

/** The obligees of a feed that can be shown, and what is wrong with the others. */
export interface ReadFeed {
  obligees: Obligee[];
  problems: FeedProblem[];
  updatedOn?: string;
  publisher?: string;
}

/** A feed as it was fetched; its tag asks whether it has changed. */
export interface FetchedFeed extends ReadFeed {
  readonly url: string;
  readonly tag: string;
}

type Issue = z.core.$ZodIssue;

const LONGEST_FOUND = 40;
const isRecord = (json: unknown): json is Record<string, unknown> =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

/** Reads a feed entry by entry: those that are right are there, each of the others is named with what to mend. */
export function readObligeeFeed(json: unknown): ReadFeed {
  if (Array.isArray(json)) return {obligees: [], problems: [{code: 'bare-list'}]};
  const framed = obligeeFeedFrame.safeParse(json);
  const problems = framed.success ? [] : framed.error.issues.map(issue => problemOf(issue, json));
  const {version, obligees: entries, updatedOn, publisher} = isRecord(json) ? json : {};
  if (version !== OBLIGEE_FEED.version || !Array.isArray(entries)) return {obligees: [], problems};
  const feed: ReadFeed = {
    obligees: [],
    problems,
    ...(typeof updatedOn === 'string' && !problems.some(({field}) => field === 'updatedOn') && {updatedOn}),
    ...(typeof publisher === 'string' && {publisher}),
  };
  entries.forEach((entry, at) => addEntry(feed, entry, at + 1));
  return feed;
}

function addEntry({obligees, problems}: ReadFeed, json: unknown, entry: number): void {
  const name = isRecord(json) && typeof json['obligee'] === 'string' ? json['obligee'] : undefined;
  const place = {entry, ...(name && {name})};
  const parsed = obligeeFeedEntry.safeParse(json);
  if (!parsed.success) {
    problems.push(...parsed.error.issues.map(issue => ({...place, ...problemOf(issue, json)})));
    return;
  }
  const obligee = obligeeOf(parsed.data);
  if (obligees.some(({code}) => code === obligee.code)) {
    const field = parsed.data.code ? 'code' : 'id';
    problems.push({...place, code: 'twice', field, found: obligee.code});
    return;
  }
  obligees.push(obligee);
}

function obligeeOf(entry: ObligeeFeedEntry): Obligee {
  const {code, kana = '', ...rule} = entry;
  return {code: code ?? rule.id, name: rule.obligee, kana, prefecture: rule.prefecture, rule};
}

/** `['channels', 0, 'to']` as a person points at it: `channels[0].to`. */
const fieldOf = (path: readonly PropertyKey[]): string =>
  path
    .map((step, at) => (typeof step === 'number' ? `[${step}]` : `${at ? '.' : ''}${String(step)}`))
    .join('');

const valueAt = (json: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, step) => (value as Record<PropertyKey, unknown> | undefined | null)?.[step],
    json,
  );

function mayBeNull([first, ...others]: readonly PropertyKey[]): boolean {
  const {shape} = obligeeFeedEntry;
  if (others.length || typeof first !== 'string' || !Object.hasOwn(shape, first)) return false;
  return shape[first as keyof typeof shape].safeParse(null).success;
}

function problemOf(issue: Issue, json: unknown): FeedProblem {
  const {path} = issue;
  const value = valueAt(json, path);
  const text = value === undefined ? undefined : JSON.stringify(value);
  const found = text && text.length > LONGEST_FOUND ? `${text.slice(0, LONGEST_FOUND)}…` : text;
  return {
    ...kindOf(issue, value),
    ...(path.length > 0 && {field: fieldOf(path)}),
    ...(found && {found}),
    ...(mayBeNull(path) && {mayBeNull: true}),
  };
}

function kindOf(issue: Issue, value: unknown): Pick<FeedProblem, 'code' | 'expected'> {
  const [field] = issue.path;
  const expected = expectedBy(issue);
  if (value === undefined && issue.path.length) return {code: 'missing', expected};
  switch (issue.code) {
    case 'invalid_value':
      return {code: field === 'version' ? 'version' : 'choice', expected};
    case 'invalid_format':
      return {code: field === 'code' ? 'code' : 'day'};
    case 'too_small':
      return {code: 'empty'};
    default:
      return {code: 'type', expected};
  }
}

function expectedBy(issue: Issue): string[] {
  if (issue.code === 'invalid_value') return issue.values.map(String);
  return issue.code === 'invalid_type' ? [issue.expected] : [];
}

/** Fetches a feed; 304 to the tag that is known gives the known feed itself back. */
export async function fetchObligeeFeed(
  url: string,
  {
    send = fetch,
    known,
    signal,
  }: CallOptions & {send?: typeof fetch | undefined; known?: FetchedFeed | undefined},
): Promise<FetchedFeed> {
  const last = known?.url === url ? known : undefined;
  try {
    const answer = await ask(url, send, last?.tag, signal);
    if (answer.status === 304 && last) return last;
    const tag = answer.headers.get('ETag') ?? '';
    return {...readText(await answer.text()), url, tag};
  } catch (thrown) {
    if (!isHTTPError(thrown) || thrown.response.status >= 500) throw await translate(thrown);
    const problem: FeedProblem = {code: 'address', found: String(thrown.response.status)};
    return {obligees: [], problems: [problem], url, tag: ''};
  }
}

/** Plain and without a token: a feed is a public file, often of another site, which need not know of this kit. */
function ask(url: string, send: typeof fetch, tag: string | undefined, signal: AbortSignal | undefined) {
  const asks = Boolean(tag) && isNear(url);
  return ky.get(url, {
    fetch: (input, init) => send(input, init),
    signal: signal ?? null,
    timeout: TIMEOUT_MS,
    // The browser's own memory asks another site with its tag; a header of ours would need that site's leave.
    cache: isNear(url) ? 'no-store' : 'no-cache',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    retry: {limit: 2, jitter: true, backoffLimit: 4_000},
    headers: asks ? {'If-None-Match': tag} : {},
    throwHttpErrors: status => status !== 304,
  });
}

const isNear = (url: string): boolean =>
  typeof location === 'undefined' || new URL(url).origin === location.origin;

function readText(text: string): ReadFeed {
  try {
    return readObligeeFeed(JSON.parse(text));
  } catch (thrown) {
    const place = thrown instanceof SyntaxError ? {found: thrown.message} : {};
    return {obligees: [], problems: [{code: 'json', ...place}]};
  }
}
