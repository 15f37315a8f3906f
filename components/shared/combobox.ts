import {msg, str} from '@lit/localize';
import {html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult} from 'lit';
import {searchKey} from '../../src/input/search.js';
import {comboboxField, type FieldList} from './combobox-field.js';
import type {FieldForm, TextFieldOptions} from './fields.js';

/** One entry of a list to pick from. */
export interface Entry {
  value: string;
  label: string;
  /** Tells apart what has the same name, e.g. the prefecture. */
  detail?: string;
  /** Everything one may search by, made by `searchKey`, words apart by a space. */
  key: string;
}

/** Where a combobox gets its entries; called when first needed and kept by whoever gives it. */
export type EntrySource = () => Promise<readonly Entry[]>;

/** Options of one combobox. */
export interface ComboboxOptions extends TextFieldOptions {
  source: EntrySource;
  /** An entry was picked from the list. */
  pick: (entry: Entry) => void;
}

/** More than that nobody reads; typing one more letter is faster. */
const SHOWN = 50;

type Host = ReactiveControllerHost & {readonly renderRoot: HTMLElement | DocumentFragment};

/** Entries that hold every word of a query; those that begin with it come first. */
export function findEntries(entries: readonly Entry[], query: string): readonly Entry[] {
  const words = query
    .split(/[\s　]+/)
    .map(searchKey)
    .filter(Boolean);
  const [first] = words;
  if (!first) return entries;
  const found = entries.filter(({key}) => words.every(word => key.includes(word)));
  const rank = ({key}: Entry) => (key.startsWith(first) ? 0 : key.includes(` ${first}`) ? 1 : 2);
  return found
    .map(entry => ({entry, at: rank(entry)}))
    .sort((a, b) => a.at - b.at)
    .map(({entry}) => entry);
}

/** The one entry that is called exactly as typed, so that typing a name out is as good as picking it. */
export function exactEntry(entries: readonly Entry[], text: string): Entry | undefined {
  const key = searchKey(text);
  const [only, ...others] = key ? entries.filter(entry => searchKey(entry.label) === key) : [];
  return others.length ? undefined : only;
}

/**
 * All comboboxes of one root, by the editable pattern of the ARIA Authoring Practices: only one is open at a time.
 * What is typed stays, listed or not. No key does anything while an IME is composing.
 */
export class Comboboxes implements ReactiveController {
  #host: Host;
  #say: (text: string) => void;
  #open: ComboboxOptions | undefined;
  #query = '';
  #entries: readonly Entry[] | 'loading' | 'failed' = 'loading';
  #matches: readonly Entry[] = [];
  #active = -1;
  #sayTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: Host, say: (text: string) => void) {
    this.#host = host;
    this.#say = say;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.close();
  }

  hostUpdated(): void {
    if (this.#open && this.#active >= 0)
      this.#byId(this.#optionId(this.#active))?.scrollIntoView({block: 'nearest'});
  }

  /** Opens the list of a field that has the focus. */
  open(options: ComboboxOptions, query: string): void {
    const isNew = this.#open?.path !== options.path;
    this.#open = options;
    this.#query = query;
    if (isNew) void this.#load(options);
    else this.#filter();
  }

  /** Closes the list; what is typed stays. */
  close(): void {
    clearTimeout(this.#sayTimer);
    if (this.#open) this.#say(''); // how many there are holds no longer
    this.#open = undefined;
    this.#active = -1;
    this.#host.requestUpdate();
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
    else if (event.type === 'input') this.open(options, (event.target as HTMLInputElement).value);
    else if (event instanceof KeyboardEvent) this.#handleKey(event, options);
    else if (this.#open?.path === options.path) this.close(); // the focus has left
  }

  #renderPopup({path, label}: ComboboxOptions) {
    const more = this.#matches.length - SHOWN;
    // The list must not take the focus away from the field.
    return html`<div class="popup" @pointerdown=${(event: Event) => event.preventDefault()}>
      ${
        this.#matches.length
          ? html`<ul id=${`${path}-list`} role="listbox" aria-label=${label}>
              ${this.#matches.slice(0, SHOWN).map((entry, index) => this.#renderOption(entry, index))}
            </ul>`
          : nothing
      }
      ${this.#note() ? html`<p class="note">${this.#note()}</p>` : nothing}
      ${more > 0 ? html`<p class="note">${msg(str`ほかに${more}件あります。続けて入力すると絞り込めます。`)}</p>` : nothing}
    </div>`;
  }

  #renderOption(entry: Entry, index: number) {
    return html`<li
      id=${this.#optionId(index)}
      role="option"
      translate="no"
      aria-selected=${index === this.#active ? 'true' : 'false'}
      @click=${() => this.#pick(entry)}
    >
      ${entry.label}${entry.detail ? html` <span class="detail">${entry.detail}</span>` : nothing}
    </li>`;
  }

  #note(): string {
    if (this.#entries === 'loading') return msg('一覧を読み込んでいます');
    if (this.#entries === 'failed')
      return msg('一覧を読み込めませんでした。名前を入力して進めることもできます。');
    return this.#matches.length ? '' : msg('一覧にありません。入力した名前のまま申し込めます。');
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
      else this.#move(key === 'ArrowDown' ? 1 : -1);
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

  #move(step: number) {
    const count = Math.min(this.#matches.length, SHOWN);
    if (!count) return;
    this.#active = this.#active < 0 ? (step > 0 ? 0 : count - 1) : (this.#active + step + count) % count;
    this.#host.requestUpdate();
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

  #filter() {
    this.#active = -1;
    this.#matches = typeof this.#entries === 'string' ? [] : findEntries(this.#entries, this.#query);
    this.#host.requestUpdate();
    clearTimeout(this.#sayTimer);
    const count = this.#matches.length;
    const text = count ? msg(str`${count}件の候補があります。上下の矢印キーで選べます。`) : this.#note();
    this.#sayTimer = setTimeout(() => this.#say(text), 800);
  }

  #optionId(index: number) {
    return `${this.#open?.path ?? ''}-option-${index}`;
  }

  #byId(id: string) {
    return this.#host.renderRoot.querySelector(`[id="${id}"]`);
  }
}
