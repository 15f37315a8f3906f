import {msg} from '@lit/localize';
import {html, nothing, type ReactiveController} from 'lit';
import type {Draft} from '../../../src/application/draft.js';
import {sectionNames, type SectionName} from '../../../src/application/fields.js';
import type {KeyedPayload, RecalledKey} from '../../../src/application/submit.js';
import {labelled} from '../../../src/i18n/format.js';
import type {Application} from '../../../src/schemas/application.js';
import type {FormStore, StepName} from '../form-store.js';
import {DRAFT_LIFETIME_MS, draftName} from '../kept-drafts.js';

const SAVE_DELAY_MS = 400;

/** What was sent last in this tab, for a page that is loaded again right after. */
type Receipt = Pick<Application, 'id' | 'receiptNumber'>;

interface Stored {
  savedAt: number;
  /** Account and version of the application: a draft is of no use to anybody else, nor for a newer version. */
  owner?: string;
  draft: Draft;
  place?: {section: SectionName; step: StepName};
  /** A submission that may have arrived: the same content is sent again with the same key, even after a reload. */
  sending?: {key: string; hash: string};
  receipt?: Receipt;
}

/** Bank and branch are not stored: nothing about accounts ever is. */
const isStored = ([path]: [string, string]) => !path.includes('/depositBank/');

/** Returns a hash that tells contents apart without storing them (cyrb53). */
function hashOf(text: string): string {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  return `${(high ^ (low >>> 13)) >>> 0}-${(low ^ (high >>> 16)) >>> 0}-${text.length}`;
}

const handleBeforeUnload = (event: Event) => event.preventDefault();

/**
 * Keeps what is typed for this tab only (`sessionStorage`) where the page asks for it by `drafts="session"`. It never holds
 * a token, a 認証キー or a bank, and is deleted after sending, after a day, and when the person wants it. Elsewhere the
 * browser asks before the page is left, from the first key to the sending.
 */
export class DraftStorage implements ReactiveController {
  readonly #store: FormStore;
  #isOn = false;
  #name = '';
  #owner = '';
  #place: Stored['place'];
  #isKept = false;
  #receipt: Receipt | undefined;
  #sending: Stored['sending'];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(store: FormStore) {
    this.#store = store;
    store.host.element.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('pagehide', this.flush);
  }

  hostDisconnected(): void {
    window.removeEventListener('pagehide', this.flush);
    this.settle();
  }

  /** Begins to store the draft of an application, if at all, and puts back what was stored. */
  open(isOn: boolean, applicationId: string): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#forget();
    this.#owner = '';
    this.#isOn = isOn;
    this.#name = draftName(applicationId);
    const draft = this.read();
    if (draft) this.#store.write(draft);
    if (this.#place) this.#store.show(this.#place.section);
  }

  /** Returns what was stored, unless it is too old or cannot be read. */
  read(): Draft | undefined {
    if (!this.#isOn) return undefined;
    try {
      const stored = JSON.parse(sessionStorage.getItem(this.#name) ?? 'null') as Stored | null;
      if (!stored || Date.now() - stored.savedAt > DRAFT_LIFETIME_MS) {
        this.delete();
        return undefined;
      }
      this.#receipt = stored.receipt;
      if (stored.receipt) return undefined;
      this.#owner = stored.owner ?? '';
      const draft = Object.fromEntries(
        Object.entries(stored.draft).map(([path, text]) => [path, String(text)]),
      );
      this.#sending = stored.sending;
      this.#place = sectionNames.find(name => name === stored.place?.section) && stored.place;
      this.#isKept = true;
      return draft;
    } catch {
      return undefined; // no storage, or something else under this name
    }
  }

  /** Returns the step to which the person returns after a reload, once. */
  takeStep(): StepName | undefined {
    const step = this.#place?.step;
    this.#place = undefined;
    return step;
  }

  /** Stores the draft a moment after the last change, or has the browser ask before the page is left. */
  changed(): void {
    if (this.#isOn) {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.save(), SAVE_DELAY_MS);
    } else window.addEventListener('beforeunload', handleBeforeUnload); // the same listener counts once
  }

  /** Stores the draft at once where something was typed. */
  flush = (): void => {
    if (this.#isKept || this.#timer !== undefined) this.save();
  };

  /** Stores the draft at once. */
  save(): void {
    if (!this.#isOn) return;
    this.#stop();
    const {section, step} = this.#store.state;
    const stored: Stored = {
      savedAt: Date.now(),
      owner: this.#owner,
      draft: Object.fromEntries(Object.entries(this.#store.draft).filter(isStored)),
      place: {section, step},
      ...(this.#sending && {sending: this.#sending}),
    };
    const isKept = this.#write(stored);
    const isNews = isKept !== this.#isKept || this.#receipt;
    this.#receipt = undefined;
    this.#isKept = isKept;
    if (isNews) this.#store.set({});
  }

  /** Says whose the draft is, once that is known; false when it was somebody else's, which is deleted then. */
  claim(owner: string): boolean {
    if (!this.#isOn) return true;
    const isOwn = !this.#owner || this.#owner === owner;
    if (!isOwn) this.delete();
    this.#owner = owner;
    return isOwn;
  }

  /** The page is left without a question: everything was sent, or is not wanted any more. */
  settle(): void {
    window.removeEventListener('beforeunload', handleBeforeUnload);
  }

  /** Stores, of an application that was received, only where to find it again. */
  received({id, receiptNumber}: Application): void {
    this.settle();
    if (!this.#isOn) return;
    this.delete();
    this.#write({savedAt: Date.now(), owner: this.#owner, draft: {}, receipt: {id, receiptNumber}});
  }

  /** Remembers under which key a content is sent. */
  remember({payload, key}: KeyedPayload): void {
    if (!this.#isOn) return;
    this.#sending = {key, hash: hashOf(payload)};
    this.save();
  }

  /** Returns the key under which something was sent before the page was loaded again. */
  recall = (payload: string): RecalledKey | undefined =>
    this.#sending && {key: this.#sending.key, isSame: this.#sending.hash === hashOf(payload)};

  /** Empties the storage. */
  delete(): void {
    this.#stop();
    this.#forget();
    if (!this.#isOn) return;
    try {
      sessionStorage.removeItem(this.#name);
    } catch {
      // Nothing was stored where nothing may be stored.
    }
  }

  /** Ends storing, as somebody does who leaves a shared machine; the fields keep their texts. */
  end(): void {
    this.delete();
    this.#isOn = false;
    this.changed();
    this.#store.host.element.drafts = 'off';
    this.#store.host.announce(msg('一時保存を削除しました。'));
  }

  /** What this tab holds: what is being typed, or what was sent last. */
  render(): unknown {
    if (this.#store.state.step === 'done') return nothing;
    if (this.#isKept) return keptNotice();
    return this.#receipt && !this.#store.host.element.applicationId ? receivedNotice(this.#receipt) : nothing;
  }

  #write(stored: Stored): boolean {
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

  #forget() {
    this.#isKept = false;
    this.#receipt = undefined;
    this.#place = undefined;
    this.#sending = undefined;
  }
}

/** Whoever shares the machine has to know that what is typed stays in this tab, and can end it. */
const keptNotice = () =>
  html`<div class="kept no-print">
    <p>
      <strong>${msg('この端末に一時保存中')}</strong>
      ${msg('このタブを閉じるまで残ります。金融機関名は保存しません。')}
    </p>
    <button part="button" type="button" class="plain" data-act="delete-draft">
      ${msg('一時保存を削除する')}
    </button>
  </div>`;

/** The page was loaded again after sending: the application was received, and is not to be sent again. */
const receivedNotice = ({id, receiptNumber}: Receipt) =>
  html`<div class="notice no-print" data-kind="success" part="received">
    <p>
      ${msg('先ほどの申込みは受け付けています。')}${labelled(msg('受付番号'))}<span
        class="code"
        translate="no"
        >${receiptNumber}</span
      >
    </p>
    <button part="button" type="button" data-open=${id}>${msg('申込みの内容を見る')}</button>
  </div>`;
