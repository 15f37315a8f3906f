import {msg} from '@lit/localize';
import {html, nothing} from 'lit';
import type {Draft} from '../../../src/application/draft.js';
import {
  pasteTargets,
  readPastedRow,
  textInField,
  textsOfCells,
  type PastedCell,
} from '../../../src/application/paste-row.js';
import {labelled} from '../../../src/i18n/format.js';
import {worksKindName} from '../../../src/i18n/works-kinds.js';
import type {WorksKind} from '../../../src/schemas/kinds.js';
import type {FormStore} from '../form-store.js';

export {pasteStyles} from './paste.styles.js';

/** Id of the heading of the preview, which takes the focus. */
export const PASTE_TITLE_ID = 'paste-title';

/** The text of a field in the words of the screen. */
const shownText = (path: string, text: string) =>
  path === 'works/kind' ? worksKindName(text as WorksKind) : text;

/** A pasted row before any of it is written: which cell goes where, and what it would replace. */
export class PastePreview {
  readonly #store: FormStore;
  readonly #close: (texts: Draft) => void;
  #cells: PastedCell[];

  private constructor(store: FormStore, cells: PastedCell[], close: (texts: Draft) => void) {
    this.#store = store;
    this.#cells = cells;
    this.#close = close;
  }

  /** Returns a preview of a pasted text; nothing if it is no row. `close` gets the texts to write, or none. */
  static of(text: string, store: FormStore, close: (texts: Draft) => void): PastePreview | undefined {
    const cells = readPastedRow(text, store.facts);
    return cells && new PastePreview(store, cells, close);
  }

  render(): unknown {
    return html`<section class="paste notice" part="paste" aria-labelledby=${PASTE_TITLE_ID}>
      <h4 id=${PASTE_TITLE_ID} tabindex="-1">${msg('貼り付けた行の内容')}</h4>
      <p>
        ${msg('どの項目に入れるかを確かめてください。「この内容を反映する」を押すまで、何も書き換えません。')}
      </p>
      <ol>
        ${this.#cells.map((cell, index) => this.#renderCell(cell, index))}
      </ol>
      <div class="actions">
        <button
          part="button"
          type="button"
          class="primary"
          @click=${() => this.#close(textsOfCells(this.#cells))}
        >
          ${msg('この内容を反映する')}
        </button>
        <button part="button" type="button" @click=${() => this.#close({})}>${msg('やめる')}</button>
      </div>
    </section>`;
  }

  #renderCell({text, heading, path}: PastedCell, index: number) {
    const read = textInField(path, text);
    const before = path ? this.#store.text(path) : '';
    return html`<li>
      <label for=${`paste-${index}`}
        >${heading ? html`<span class="hint" translate="no">${labelled(heading)}</span>` : nothing}<span
          translate="no"
          >${text}</span
        ><span class="visually-hidden">${msg('を入れる項目')}</span></label
      >
      <select
        part="select"
        id=${`paste-${index}`}
        @change=${(event: Event) => this.#handleMove(index, event)}
      >
        <option value="" .selected=${!path}>${msg('使わない')}</option>
        ${pasteTargets.map(
          target =>
            html`<option value=${target.path} .selected=${target.path === path}>${target.label()}</option>`,
        )}
      </select>
      ${
        read === undefined
          ? html`<p class="warning">
              ${msg('「建設工事」「業務委託」などの言葉ではないため、対象には入れません。入力画面で選んでください。')}
            </p>`
          : nothing
      }
      ${
        read !== undefined && before && !this.#isSame(path, before, read)
          ? html`<p class="warning">
              ${msg('今の入力を置き換えます：')}<span translate="no">${shownText(path, before)}</span>
            </p>`
          : nothing
      }
    </li>`;
  }

  /** 「R8.2.20」 replaces nothing where 「令和8年2月20日」 stands. */
  #isSame(path: string, before: string, read: string): boolean {
    const reader = this.#store.state.features?.rules.reader;
    const meant = (text: string) => reader?.value(path, text) ?? text;
    return meant(before) === meant(read);
  }

  /** One field takes one cell: the cell that had it before goes nowhere. */
  #handleMove(index: number, event: Event) {
    event.stopPropagation();
    const {value: path} = event.target as HTMLSelectElement;
    this.#cells = this.#cells.map((cell, at) =>
      at === index ? {...cell, path} : cell.path === path ? {...cell, path: ''} : cell,
    );
    this.#store.set({});
  }
}
