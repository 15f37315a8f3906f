import {msg, str} from '@lit/localize';
import type {ReactiveController} from 'lit';
import type {SuretyError} from '../../src/errors.js';
import {Abortable} from '../kernel/abortable.js';
import type {SuretyElement} from '../kernel/surety-element.js';

/** Rows fetched so far, where the next ones start (null after the last), and the number of all rows where it is known. */
export interface ListPage<Row = unknown> {
  readonly items: readonly Row[];
  readonly nextCursor: string | null;
  readonly total?: number | undefined;
}

/** What is searched for; each list adds its filters and its order. */
export interface ListQuery {
  readonly words: string;
}

/** Which rows of a query are wanted: at most `limit`, from the start or from a cursor. */
export interface PageRequest {
  readonly limit: number;
  readonly cursor?: string | null;
}

/** Where rows come from: the API, or data that the page already holds. */
export interface ListSource<Query extends ListQuery, Page extends ListPage> {
  load(query: Query, request: PageRequest, signal: AbortSignal): Promise<Page>;
  /** Identifies a row, so that a reload can tell which rows it has fetched again. */
  keyOf(row: Page['items'][number]): string;
}

/** What a list needs of the element that it stands in. */
export interface ListOptions<Query extends ListQuery, Page extends ListPage> {
  readonly query: Query;
  readonly source: ListSource<Query, Page>;
  /**
   * Returns what the rows depend on besides the query; undefined while there is nothing to load from. The first value is
   * whose rows they are: when it changes, the rows of the former person are dropped at once.
   */
  dependsOn(): readonly unknown[] | undefined;
  /** Describes the result of a query to a screen reader. */
  describe(page: Page, query: Query): string;
  announce(text: string): void;
  report(thrown: unknown): SuretyError;
  /** Drops what else belongs to a person who is not signed in any more. */
  dropPerson?(): void;
}

const FIRST_ROWS = 50;
const MORE_ROWS = 100;
/** The API returns no more rows for one request. */
export const MAX_ROWS_PER_REQUEST = 200;
/** A reload fetches at most so many rows again and keeps those below, so that nobody loses their place. */
const MAX_RELOADED_ROWS = 1000;

/** Writes a number of rows. */
export const formatCount = (rows: number): string => rows.toLocaleString('en-US');

/** Debounce of the search field: long enough to type a word, short enough not to wait. */
const SEARCH_DELAY_MS = 300;

/** A page that was hidden for longer than this is reloaded when it is shown again. */
const FRESH_MS = 10 * 60_000;

/**
 * The state of one paged list: its query, the rows fetched so far, and everything that is under way. It draws nothing.
 * Whatever it fetches is aborted when the element leaves the page, and when another query makes it useless.
 */
export class ListController<Query extends ListQuery, Page extends ListPage> implements ReactiveController {
  readonly source: ListSource<Query, Page>;
  /** The query in force; replaced, never changed. */
  query: Query;
  /** Text of the search field, also while it is not yet searched for. */
  typed: string;
  /** The rows that were fetched last, perhaps for an earlier query. */
  page: Page | undefined;
  /** The query that the rows belong to. */
  pageQuery: Query | undefined;
  /** Why the query could not be loaded. */
  error: SuretyError | undefined;
  /** Why further rows could not be loaded. */
  moreError: SuretyError | undefined;
  /** Owns the export that is running; another query aborts it, too. */
  readonly exporting: Abortable;

  readonly #host: SuretyElement;
  readonly #options: ListOptions<Query, Page>;
  #loadedFor: readonly unknown[] = [];
  #person: unknown;
  readonly #loading: Abortable;
  readonly #loadingMore: Abortable;
  #debounce: ReturnType<typeof setTimeout> | undefined;
  #isComposing = false;
  #mustAnnounce = false;
  #settled: Promise<void> = Promise.resolve();
  #hiddenAt = Infinity;

  constructor(host: SuretyElement, options: ListOptions<Query, Page>) {
    this.#host = host;
    this.#options = options;
    this.source = options.source;
    this.query = options.query;
    this.typed = options.query.words;
    host.addController(this); // before its acts: it has to see what was running when the element leaves
    this.#loading = new Abortable(host);
    this.#loadingMore = new Abortable(host);
    this.exporting = new Abortable(host);
  }

  get isLoading(): boolean {
    return this.#loading.isRunning;
  }

  get isLoadingMore(): boolean {
    return this.#loadingMore.isRunning;
  }

  /** Whether rows are shown although they could not be fetched again. */
  get isStale(): boolean {
    return this.error !== undefined && this.page !== undefined && this.pageQuery === this.query;
  }

  /** Resolves when nothing is being loaded any more, whether that succeeded or not. */
  get settled(): Promise<void> {
    return this.#settled;
  }

  announce(text: string): void {
    this.#options.announce(text);
  }

  report(thrown: unknown): SuretyError {
    return this.#options.report(thrown);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#handleVisibility);
    if (this.typed.trim() !== this.query.words) this.type(this.typed);
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#handleVisibility);
    this.#hiddenAt = Infinity;
    clearTimeout(this.#debounce);
    if (this.isLoading) this.#loadedFor = []; // loads again when the element comes back
  }

  hostUpdate(): void {
    const dependencies = this.#host.isConnected ? this.#options.dependsOn() : undefined;
    if (!dependencies) return;
    if (this.#person && this.#person !== dependencies[0]) this.#dropPerson();
    this.#person = dependencies[0];
    const loadFor = [this.query, ...dependencies];
    if (loadFor.every((each, index) => each === this.#loadedFor[index])) return;
    this.#loadedFor = loadFor;
    this.#settled = this.#load();
  }

  /** Takes what stands in the search field; searches for it when typing pauses, unless it is still being composed. */
  type(text: string, isComposing = false): void {
    this.typed = text;
    this.#isComposing = isComposing;
    clearTimeout(this.#debounce);
    if (!isComposing) this.#debounce = setTimeout(() => this.change({}), SEARCH_DELAY_MS);
  }

  /** Changes the query. Text that was typed and not yet searched for becomes part of it, or the field would say otherwise. */
  change(changes: Partial<Query>): void {
    clearTimeout(this.#debounce);
    if (changes.words !== undefined) this.typed = changes.words;
    const words = this.#isComposing ? this.query.words : this.typed.trim();
    const query = {...this.query, words, ...changes};
    this.#host.requestUpdate(); // also where only the text of the field was cleared
    if ((Object.keys(query) as (keyof Query)[]).every(name => query[name] === this.query[name])) return;
    this.query = query;
    this.exporting.abort();
    this.#mustAnnounce = this.#loadedFor.length > 0;
  }

  /** Drops the rows, e.g. because those of another list come. */
  clear(): void {
    this.page = undefined;
    this.pageQuery = undefined;
    for (const act of [this.#loading, this.#loadingMore, this.exporting]) act.abort();
  }

  /** Loads further rows; `isAhead` for those that are fetched before anybody asks, which are not announced. */
  async loadMore({isAhead = false} = {}): Promise<void> {
    const {page, query} = this;
    if (!page?.nextCursor || this.isLoading || this.isLoadingMore) return;
    const request = {limit: isAhead ? MAX_ROWS_PER_REQUEST : MORE_ROWS, cursor: page.nextCursor};
    this.moreError = undefined;
    const outcome = await this.#loadingMore.run(signal => this.source.load(query, request, signal));
    if (!outcome) return;
    if (outcome.error) {
      this.moreError = this.report(outcome.error);
    } else {
      this.page = append(page, outcome.value);
      const [added, all] = [outcome.value.items.length, this.page.items.length].map(formatCount);
      if (!isAhead) this.announce(msg(str`${added}件を追加しました。${all}件を表示しています。`));
    }
    this.#host.requestUpdate();
  }

  async #load() {
    const {query} = this;
    this.#loadingMore.abort();
    this.error = undefined;
    this.moreError = undefined;
    const outcome = await this.#loading.run(signal => this.#fetchRows(query, signal));
    if (!outcome) return;
    if (outcome.error) {
      this.error = this.report(outcome.error);
      if (this.error.code === 'unauthorized' || this.error.code === 'forbidden') this.#dropPerson();
    } else {
      this.page = outcome.value;
      this.pageQuery = query;
      if (this.#mustAnnounce) this.announce(this.#options.describe(this.page, query));
      this.#mustAnnounce = false;
    }
    this.#host.requestUpdate();
  }

  /** Returns the first rows; on a reload as many as there were. */
  async #fetchRows(query: Query, signal: AbortSignal): Promise<Page> {
    const {source} = this;
    const before = this.pageQuery === query ? this.page : undefined;
    const wanted = Math.min(Math.max(before?.items.length ?? 0, FIRST_ROWS), MAX_RELOADED_ROWS);
    const limit = Math.min(wanted, MAX_ROWS_PER_REQUEST);
    let page = await source.load(query, {limit}, signal);
    while (page.items.length < wanted && page.nextCursor)
      page = append(page, await source.load(query, {limit, cursor: page.nextCursor}, signal));
    return before && page.nextCursor ? this.#withRowsBelow(page, before) : page;
  }

  /** Keeps the rows that stood below the last one that was fetched again, if that one was there before. */
  #withRowsBelow(page: Page, before: Page): Page {
    const {keyOf} = this.source;
    const last = page.items.at(-1);
    const key = last === undefined ? undefined : keyOf(last);
    const index = before.items.findIndex(row => keyOf(row) === key);
    return index < 0 ? page : append(page, {...before, items: before.items.slice(index + 1)});
  }

  #dropPerson() {
    this.clear();
    this.#options.dropPerson?.();
  }

  /** Reloads after a while in the background: nobody reads yesterday's list unawares. */
  #handleVisibility = () => {
    if (document.visibilityState === 'hidden') this.#hiddenAt = Date.now();
    else if (Date.now() - this.#hiddenAt > FRESH_MS) this.#host.reload();
  };
}

/** Returns the rows so far and the next ones as one page; facts that the API gives only once stay. */
const append = <Page extends ListPage>(page: Page, next: ListPage): Page => ({
  ...page,
  items: [...page.items, ...next.items],
  nextCursor: next.nextCursor,
});
