import {msg} from '@lit/localize';
import {html, nothing} from 'lit';
import {labelled} from '../../src/i18n/format.js';
import {worksKindName} from '../../src/i18n/works-kinds.js';
import type {WorksKind} from '../../src/schemas/kinds.js';
import {guaranteePath, type Draft} from './draft.js';
import {guaranteeKinds} from './kinds.js';
import type {ApplicationModel} from './model.js';
import {pasteTargets, readPastedRow, textInField, type PastedCell} from './paste-row.js';
import {companions} from './companions.js';

export {pasteStyles} from './paste-panel.styles.js';

/** Id of the panel's heading, which takes the focus. */
export const PASTE_TITLE_ID = 'paste-title';

/** What the panel needs of the form around it. */
export interface PasteHost {
  readonly model: ApplicationModel;
  readonly apply: (texts: Draft) => void;
  readonly close: () => void;
  readonly redraw: () => void;
}

/** What stands in a field, in the words of the screen. */
const shownIn = (path: string, text: string) =>
  path === 'works/kind' ? worksKindName(text as WorksKind) : text;

/** A pasted row, laid out before anything of it is written: which cell goes where, and what it would replace. */
export class PastePanel {
  readonly #host: PasteHost;
  #cells: PastedCell[];

  private constructor(host: PasteHost, cells: PastedCell[]) {
    this.#host = host;
    this.#cells = cells;
  }

  /** A panel for what was pasted; nothing if it is no row. */
  static of(text: string, host: PasteHost): PastePanel | undefined {
    const cells = readPastedRow(text, host.model.facts);
    return cells && new PastePanel(host, cells);
  }

  render() {
    return html`<section class="paste notice" part="paste" aria-labelledby=${PASTE_TITLE_ID}>
      <h4 id=${PASTE_TITLE_ID} tabindex="-1">${msg('貼り付けた行の内容')}</h4>
      <p>
        ${msg('どの項目に入れるかを確かめてください。「この内容を反映する」を押すまで、何も書き換えません。')}
      </p>
      <ol>
        ${this.#cells.map((cell, index) => this.#renderCell(cell, index))}
      </ol>
      <div class="actions">
        <button part="button" type="button" class="primary" @click=${this.#handleApply}>
          ${msg('この内容を反映する')}
        </button>
        <button part="button" type="button" @click=${() => this.#host.close()}>${msg('やめる')}</button>
      </div>
    </section>`;
  }

  #renderCell({text, heading, path}: PastedCell, index: number) {
    const read = textInField(path, text);
    const before = path ? this.#host.model.text(path) : '';
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
            html`<option value=${target.path} .selected=${target.path === path}>${target.name()}</option>`,
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
              ${msg('今の入力を置き換えます：')}<span translate="no">${shownIn(path, before)}</span>
            </p>`
          : nothing
      }
    </li>`;
  }

  /** 「R8.2.20」 replaces nothing where 「令和8年2月20日」 stands. */
  #isSame(path: string, before: string, read: string): boolean {
    const {reader} = this.#host.model;
    const meant = (text: string) => reader.value(path, text) ?? text;
    return meant(before) === meant(read);
  }

  /** One field takes one cell: whichever had it before goes nowhere. */
  #handleMove(index: number, event: Event) {
    event.stopPropagation();
    const {value: path} = event.target as HTMLSelectElement;
    this.#cells = this.#cells.map((cell, at) =>
      at === index ? {...cell, path} : cell.path === path ? {...cell, path: ''} : cell,
    );
    this.#host.redraw();
  }

  #handleApply = () => {
    const texts: Record<string, string> = {};
    for (const {path, text} of this.#cells) {
      const read = path && textInField(path, text);
      if (!read) continue;
      Object.assign(texts, {[path]: read, ...companions(path)});
      const kind = guaranteeKinds.find(each => path.startsWith(`${guaranteePath(each)}/`));
      if (kind) texts[guaranteePath(kind)] = 'true'; // its fields are shown only where it is applied for
    }
    this.#host.apply(texts);
  };
}
