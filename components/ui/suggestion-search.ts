import {findEntries, queryWords, type Entry} from './entries.js';

/** Suggestions beyond a list. */
export interface Suggestions {
  entries: readonly Entry[];
  /** False where there are more than these. */
  isComplete: boolean;
}

/** Searches entries beyond a list, e.g. at the API, and caches what was found. */
export interface SuggestionSource {
  /** Returns what was found before for the same words. */
  known(query: string): Suggestions | undefined;
  find(query: string, signal: AbortSignal): Promise<Suggestions>;
}

/** Debounce: long enough to type a word. */
const SEARCH_DELAY_MS = 300;

/** A single letter occurs in hundreds of names. */
const MIN_QUERY_LENGTH = 2;

const nothingFound: Suggestions = {entries: [], isComplete: true};

/** Searches beyond a list while somebody types: debounced, for the newest words only, and never for half-composed ones. */
export class SuggestionSearch {
  /** `inviting`: the query is still too short. */
  state: 'none' | 'inviting' | 'searching' | 'failed' | 'found' = 'none';
  #found = nothingFound;
  #searching: AbortController | undefined;
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get entries(): readonly Entry[] {
    return this.#found.entries;
  }

  /** Whether there are more than these. */
  get isCut(): boolean {
    return !this.#found.isComplete;
  }

  /** Searches for what is typed now and aborts the search before. */
  look(source: SuggestionSource | undefined, query: string, isComposing: boolean): void {
    this.stop();
    this.#found = source ? this.#found : nothingFound;
    if (!source) return;
    const known = source.known(query);
    const isEnough = [...queryWords(query).join('')].length >= MIN_QUERY_LENGTH;
    this.#found = known ?? (isEnough ? this.#remaining(query) : nothingFound);
    this.state = known ? 'found' : isEnough && !isComposing ? 'searching' : 'inviting';
    if (this.state === 'searching')
      void this.#search(source, query, (this.#searching = new AbortController()).signal);
  }

  /** Aborts the search. */
  stop(): void {
    this.#searching?.abort();
    this.state = 'none';
  }

  /** Keeps the suggestions that still fit until the answer is there. */
  #remaining(query: string): Suggestions {
    return {entries: findEntries(this.#found.entries, query), isComplete: true};
  }

  async #search(source: SuggestionSource, query: string, signal: AbortSignal) {
    await new Promise(resolve => setTimeout(resolve, SEARCH_DELAY_MS));
    if (signal.aborted) return;
    const found = await source.find(query, signal).catch(() => undefined);
    if (signal.aborted) return;
    if (found) this.#found = found;
    this.state = found ? 'found' : 'failed';
    this.#changed();
  }
}
