import {DRAFT_LIFETIME_MS, draftName} from './kept-drafts.js';
import type {Draft} from './draft.js';
import {sectionNames, type SectionName} from './field.js';
import type {StepName} from './frame.js';
import type {KeyedPayload} from './sending.js';

const SAVE_AFTER_MS = 400;

/** A sending that may have arrived: the same content is sent again with the same key, even after a reload. */
interface Remembered {
  key: string;
  hash: string;
}
/** Where the person was: open section and step. */
export interface Place {
  section: SectionName;
  step: StepName;
}
/** What was sent last in this tab, for a page that is loaded anew right after. */
export interface Receipt {
  id: string;
  receiptNumber: string;
}
interface Stored {
  savedAt: number;
  /** Whose it is and which state of an application it mends: of no use to anybody else, nor for a newer state. */
  owner?: string;
  draft: Draft;
  place?: Place;
  sending?: Remembered;
  receipt?: Receipt;
}

/** Bank and branch are not kept: nothing about accounts is ever stored. */
const isKept = ([path]: [string, string]) => !path.includes('/depositBank/');

/** Tells contents apart without keeping them (cyrb53). */
export function hashOf(text: string): string {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  return `${(high ^ (low >>> 13)) >>> 0}-${(low ^ (high >>> 16)) >>> 0}-${text.length}`;
}

/**
 * Keeps what is typed for this tab only (`sessionStorage`), where the page asks for it by `drafts="session"`.
 * Never holds a token, a 認証キー or a bank; is gone after sending, after a day, and when the person deletes it.
 */
export class SessionDraft {
  /** Where the person was when it was kept; set by `read()`. */
  place: Place | undefined;
  /** Whether something of this form stands in the storage now. */
  isKept = false;
  /** What was sent last; until something new is typed. */
  receipt: Receipt | undefined;
  readonly #name: string;
  readonly #journey: {readonly place: Place};
  readonly #kept: () => void;
  #owner = '';
  #sending: Remembered | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(applicationId: string, journey: {readonly place: Place}, kept: () => void) {
    this.#name = draftName(applicationId);
    this.#journey = journey;
    this.#kept = kept;
  }

  /** What was kept, unless it is too old or cannot be read. */
  read(): Draft | undefined {
    try {
      const stored = JSON.parse(sessionStorage.getItem(this.#name) ?? 'null') as Stored | null;
      if (!stored || Date.now() - stored.savedAt > DRAFT_LIFETIME_MS) return this.delete();
      this.receipt = stored.receipt;
      if (stored.receipt) return undefined;
      this.#owner = stored.owner ?? '';
      const draft = Object.fromEntries(
        Object.entries(stored.draft).map(([path, text]) => [path, String(text)]),
      );
      this.#sending = stored.sending;
      this.place = sectionNames.find(name => name === stored.place?.section) && stored.place;
      this.isKept = true;
      return draft;
    } catch {
      return undefined; // no storage, or somebody else's text in it
    }
  }

  /** Keeps a draft, a moment after the last key. */
  save(draft: Draft): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.saveNow(draft), SAVE_AFTER_MS);
  }

  /** The page is being left: keeps what was typed; nothing where nothing was. */
  flush(draft: Draft): void {
    if (this.isKept || this.#timer !== undefined) this.saveNow(draft);
  }

  /** Keeps a draft at once. */
  saveNow(draft: Draft): void {
    this.#stop();
    const kept = Object.fromEntries(Object.entries(draft).filter(isKept));
    const stored: Stored = {
      savedAt: Date.now(),
      owner: this.#owner,
      draft: kept,
      place: this.#journey.place,
      ...(this.#sending && {sending: this.#sending}),
    };
    this.receipt = undefined;
    this.isKept = this.#store(stored);
    this.#kept();
  }

  /** Says whose it is, once that is known; false when what was kept is somebody else's, which is gone then. */
  claim(owner: string): boolean {
    const isOwn = !this.#owner || this.#owner === owner;
    if (!isOwn) this.delete();
    this.#owner = owner;
    return isOwn;
  }

  /** It was received: nothing of it is kept but where to find it again. */
  received({id, receiptNumber}: Receipt): void {
    this.delete();
    this.#store({savedAt: Date.now(), owner: this.#owner, draft: {}, receipt: {id, receiptNumber}});
  }

  /** Remembers under which key a content is being sent. */
  remember({payload, key}: KeyedPayload): void {
    this.#sending = {key, hash: hashOf(payload)};
  }

  /** Nothing went out under the remembered key. */
  forgetSending(): void {
    this.#sending = undefined;
  }

  /** The key under which this very content was sent before the page was loaded anew. */
  keyFor(payload: string): string | undefined {
    return this.#sending?.hash === hashOf(payload) ? this.#sending.key : undefined;
  }

  delete(): undefined {
    this.#stop();
    this.isKept = false;
    this.receipt = undefined;
    this.place = undefined;
    this.#sending = undefined;
    try {
      sessionStorage.removeItem(this.#name);
    } catch {
      // Nothing was kept where nothing may be kept.
    }
    return undefined;
  }

  #store(stored: Stored): boolean {
    try {
      sessionStorage.setItem(this.#name, JSON.stringify(stored));
      return true;
    } catch {
      return false; // full or forbidden: the form works without
    }
  }

  #stop() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
