import {findEntries, queryWords, type Entry} from './entries.js';

/** What was found beyond a list. */
export interface Findings {
  entries: readonly Entry[];
  /** False where there are more than these. */
  isComplete: boolean;
}

/** Where entries beyond a list are looked for, e.g. at the API; it keeps what was found. */
export interface FurtherSource {
  /** What was found before for the same words. */
  known(query: string): Findings | undefined;
  find(query: string, signal: AbortSignal): Promise<Findings>;
}

/** Long enough that a word is typed out: only the last of the letters asks. */
const PAUSE_MS = 300;

/** A single letter is in the names of hundreds. */
const FEWEST_LETTERS = 2;

const nothingFound: Findings = {entries: [], isComplete: true};

/** Looks beyond a list while somebody types: after a pause, for the newest words only, and never for half-composed ones. */
export class FurtherEntries {
  /** `inviting`: a letter more is wanted. */
  state: 'none' | 'inviting' | 'searching' | 'failed' | 'found' = 'none';
  #found = nothingFound;
  #asking: AbortController | undefined;
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

  /** What is typed now; whatever was asked before is no longer waited for. */
  look(source: FurtherSource | undefined, query: string, isComposing: boolean): void {
    this.stop();
    this.#found = source ? this.#found : nothingFound;
    if (!source) return;
    const known = source.known(query);
    const isEnough = [...queryWords(query).join('')].length >= FEWEST_LETTERS;
    this.#found = known ?? (isEnough ? this.#remaining(query) : nothingFound);
    this.state = known ? 'found' : isEnough && !isComposing ? 'searching' : 'inviting';
    if (this.state === 'searching')
      void this.#ask(source, query, (this.#asking = new AbortController()).signal);
  }

  /** Nobody looks any more. */
  stop(): void {
    this.#asking?.abort();
    this.state = 'none';
  }

  /** Of what was found before, what still fits stays in its place until the answer is there. */
  #remaining(query: string): Findings {
    return {entries: findEntries(this.#found.entries, query), isComplete: true};
  }

  async #ask(source: FurtherSource, query: string, signal: AbortSignal) {
    await new Promise(resolve => setTimeout(resolve, PAUSE_MS));
    if (signal.aborted) return;
    const found = await source.find(query, signal).catch(() => undefined);
    if (signal.aborted) return;
    if (found) this.#found = found;
    this.state = found ? 'found' : 'failed';
    this.#changed();
  }
}
