import {msg, str} from '@lit/localize';
import {html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult} from 'lit';
import {sentences, sideBySide} from '../../src/i18n/format.js';
import {comboboxField, type FieldList} from './combobox-field.js';
import {findEntries, type Entry} from './entries.js';
import type {FieldForm, TextFieldOptions} from './fields.js';
import {SuggestionSearch, type SuggestionSource} from './suggestion-search.js';

/** Where a combobox gets its entries; called when first needed and kept by whoever gives it. */
export type EntrySource = () => Promise<readonly Entry[]>;

/** Options of one combobox. */
export interface ComboboxOptions extends TextFieldOptions {
  source: EntrySource;
  /** Where more is looked for than the list holds, by what is typed. */
  further?: SuggestionSource | undefined;
  /** An entry was picked from the list. */
  pick: (entry: Entry) => void;
}

/** More than that nobody reads; typing one more letter is faster. */
const SHOWN = 50;

type Host = ReactiveControllerHost & {readonly renderRoot: HTMLElement | DocumentFragment};

/**
 * All comboboxes of one root, by the editable pattern of the ARIA Authoring Practices: only one is open at a time.
 * What is typed stays, listed or not. No key does anything while an IME is composing.
 */
export class Comboboxes implements ReactiveController {
  #host: Host;
  #say: (text: string) => void;
  #redraw: (path: string) => void;
  #open: ComboboxOptions | undefined;
  #query = '';
  #entries: readonly Entry[] | 'loading' | 'failed' = 'loading';
  #matches: readonly Entry[] = [];
  #active = -1;
  #further = new SuggestionSearch(() => this.#filter());
  #sayTimer: ReturnType<typeof setTimeout> | undefined;

  /** `redraw` draws the field at a path again; without it, the whole host is. */
  constructor(host: Host, say: (text: string) => void, redraw?: (path: string) => void) {
    this.#host = host;
    this.#say = say;
    this.#redraw = redraw ?? (() => host.requestUpdate());
    host.addController(this);
  }

  hostDisconnected(): void {
    this.close();
  }

  /** Opens the list of a field that has the focus. */
  open(options: ComboboxOptions, query: string, isComposing = false): void {
    const isNew = this.#open?.path !== options.path;
    this.#open = options;
    this.#query = query;
    this.#active = -1;
    this.#further.look(options.further, query, isComposing);
    if (isNew) void this.#load(options);
    else this.#filter();
  }

  /** Closes the list; what is typed stays. */
  close(): void {
    clearTimeout(this.#sayTimer);
    if (this.#open) this.#say(''); // how many there are holds no longer
    this.#further.stop();
    const path = this.#open?.path;
    this.#open = undefined;
    this.#active = -1;
    if (path) this.#redraw(path);
  }

  /** A field with a list below it. */
  render(form: FieldForm, options: ComboboxOptions): TemplateResult {
    return comboboxField(form, options, this.#listOf(options));
  }

  #listOf(options: ComboboxOptions): FieldList {
    const isOpen = this.#open?.path === options.path;
    const hasList = isOpen && this.#matches.length > 0;
    return {
      id: hasList ? `${options.path}-list` : undefined,
      activeId: hasList && this.#active >= 0 ? this.#optionId(this.#active) : undefined,
      popup: isOpen ? this.#renderPopup(options) : nothing,
      handleEvent: event => this.#handle(event, options),
    };
  }

  #handle(event: Event, options: ComboboxOptions) {
    if (event.type === 'click') this.open(options, '');
    else if (event.type === 'input' || event.type === 'compositionend') this.#read(event, options);
    else if (event instanceof KeyboardEvent) this.#handleKey(event, options);
    else if (this.#open?.path === options.path) this.close(); // the focus has left
  }

  /** Chromium says only by `compositionend` that the last letters are settled. */
  #read(event: Event, options: ComboboxOptions) {
    const isComposing = event instanceof InputEvent && event.isComposing;
    this.open(options, (event.target as HTMLInputElement).value, isComposing);
  }

  #renderPopup({path, label}: ComboboxOptions) {
    // The list must not take the focus away from the field.
    return html`<div class="popup" @pointerdown=${(event: Event) => event.preventDefault()}>
      ${
        this.#matches.length
          ? html`<ul id=${`${path}-list`} role="listbox" aria-label=${label}>
              ${this.#matches.slice(0, SHOWN).map((entry, index) => this.#renderOption(entry, index))}
            </ul>`
          : nothing
      }
      ${this.#notes().map(note => html`<p class="note">${note}</p>`)}
    </div>`;
  }

  #renderOption(entry: Entry, index: number) {
    const detail = sideBySide([entry.detail ?? '', entry.mark?.() ?? ''].filter(Boolean));
    return html`<li
      id=${this.#optionId(index)}
      role="option"
      translate="no"
      aria-selected=${index === this.#active ? 'true' : 'false'}
      @click=${() => this.#pick(entry)}
    >
      ${entry.label}${detail ? html` <span class="detail">${detail}</span>` : nothing}
    </li>`;
  }

  /** What is to be said below the entries. */
  #notes(): string[] {
    return [this.#listNote(), this.#furtherNote(), this.#cutNote()].filter(note => note !== '');
  }

  #listNote(): string {
    if (this.#entries === 'loading') return msg('一覧を読み込んでいます');
    if (this.#entries === 'failed')
      return msg('一覧を読み込めませんでした。名前を入力して進めることもできます。');
    const mayComeYet = ['inviting', 'searching', 'failed'].includes(this.#further.state);
    return this.#matches.length || mayComeYet
      ? ''
      : msg('一覧にありません。入力した名前のまま申し込めます。');
  }

  #furtherNote(): string {
    const {state} = this.#further;
    if (state === 'inviting') return msg('続けて入力すると、さらに探します。');
    if (state === 'searching') return msg('さらに探しています');
    return state === 'failed'
      ? msg('ほかの候補は探せませんでした。名前を入力して進めることもできます。')
      : '';
  }

  #cutNote(): string {
    if (this.#further.isCut) return msg('ほかにもあります。続けて入力すると絞り込めます。');
    const more = this.#matches.length - SHOWN;
    return more > 0 ? msg(str`ほかに${more}件あります。続けて入力すると絞り込めます。`) : '';
  }

  /** What is said once the typing pauses. */
  #summary(): string {
    const count = this.#matches.length;
    if (!count) return sentences(...this.#notes());
    const text = this.#further.isCut
      ? msg(str`${count}件以上の候補があります。上下の矢印キーで選べます。`)
      : msg(str`${count}件の候補があります。上下の矢印キーで選べます。`);
    return this.#further.state === 'inviting' ? text : sentences(text, this.#furtherNote());
  }

  #handleKey(event: KeyboardEvent, options: ComboboxOptions) {
    // Safari ends a composition with an Enter that says `isComposing: false`; only 229 gives it away.
    if (event.isComposing || event.keyCode === 229) return;
    const {key} = event;
    const isOpen = this.#open?.path === options.path;
    const input = event.target as HTMLInputElement;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault();
      if (!isOpen) this.open(options, event.altKey ? '' : input.value);
      else void this.#move(options, key === 'ArrowDown' ? 1 : -1);
    } else if (isOpen && key === 'Escape') {
      event.preventDefault();
      event.stopPropagation(); // Escape closes the list, not the page's dialog around it
      this.close();
    } else if (isOpen && (key === 'Enter' || key === 'Tab')) {
      const entry = this.#matches[this.#active];
      if (key === 'Enter') event.preventDefault();
      if (entry) this.#pick(entry);
    }
  }

  async #move({path}: ComboboxOptions, step: number) {
    const count = Math.min(this.#matches.length, SHOWN);
    if (!count) return;
    this.#active = this.#active < 0 ? (step > 0 ? 0 : count - 1) : (this.#active + step + count) % count;
    this.#redraw(path);
    await this.#host.updateComplete;
    this.#byId(this.#optionId(this.#active))?.scrollIntoView({block: 'nearest'});
  }

  #pick(entry: Entry) {
    const {pick} = this.#open ?? {};
    this.close();
    pick?.(entry);
    this.#say(msg(str`${entry.label}を選びました。`));
  }

  async #load(options: ComboboxOptions) {
    this.#entries = 'loading';
    this.#filter();
    const entries = await options.source().catch(() => 'failed' as const);
    if (this.#open?.path !== options.path) return;
    this.#entries = entries;
    this.#filter();
  }

  /** Draws what fits by now; the entry that the arrow keys have reached stays the reached one. */
  #filter() {
    const reached = this.#matches[this.#active]?.value;
    const list = typeof this.#entries === 'string' ? [] : this.#entries;
    const listed = new Set(list.map(({value}) => value));
    const further = this.#further.entries.filter(({value}) => !listed.has(value));
    this.#matches = [...findEntries(list, this.#query), ...further];
    this.#active = this.#matches.slice(0, SHOWN).findIndex(({value}) => value === reached);
    if (this.#open) this.#redraw(this.#open.path);
    clearTimeout(this.#sayTimer);
    this.#sayTimer = setTimeout(() => this.#say(this.#summary()), 800);
  }

  #optionId(index: number) {
    return `${this.#open?.path ?? ''}-option-${index}`;
  }

  #byId(id: string) {
    return this.#host.renderRoot.querySelector(`[id="${id}"]`);
  }
}
