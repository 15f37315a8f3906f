import {msg, str} from '@lit/localize';
import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import {GUARANTEE_NAMES} from '../../src/domain/kinds.js';
import {inBrackets} from '../../src/i18n/format.js';
import {guaranteeName} from '../../src/i18n/terms.js';
import type {GuaranteeKind} from '../../src/schemas/kinds.js';
import {countByPrefecture, type DirectoryFilter, type IndexEntry} from './directory-index.js';

/** What the fields of the search tell the element. */
export interface SearchActions {
  change: (filter: Partial<DirectoryFilter>) => void;
  clear: () => void;
}

const kinds = Object.keys(GUARANTEE_NAMES) as GuaranteeKind[];

/** 「にｋ」 is half a word of an input method: nothing is looked for until it is settled. */
const settledText = (event: Event): string | undefined =>
  event instanceof InputEvent && event.isComposing ? undefined : (event.target as HTMLInputElement).value;

function wordsField({words}: DirectoryFilter, {change}: SearchActions): TemplateResult {
  const handle = (event: Event) => {
    const text = settledText(event);
    if (text !== undefined) change({words: text});
  };
  return html`<div class="field words">
    <label for="words">${msg('発注者をさがす')}</label>
    <p class="hint" id="words-hint">${msg('発注者名・よみがな・都道府県・コードの一部でさがせます。')}</p>
    <input
      id="words"
      type="search"
      part="search-input"
      autocomplete="off"
      spellcheck="false"
      translate="no"
      aria-describedby="words-hint"
      .value=${live(words)}
      @input=${handle}
      @compositionend=${handle}
    />
  </div>`;
}

function prefectureField(
  {prefecture}: DirectoryFilter,
  entries: readonly IndexEntry[],
  {change}: SearchActions,
): TemplateResult {
  const counts = countByPrefecture(entries);
  const isListed = !prefecture || counts.some(each => each.prefecture === prefecture);
  const choices = isListed ? counts : [...counts, {prefecture, count: 0}];
  return html`<div class="field">
    <label for="prefecture">${msg('都道府県')}</label>
    <select
      part="select"
      id="prefecture"
      @change=${(event: Event) => change({prefecture: (event.target as HTMLSelectElement).value})}
    >
      <option value="" .selected=${!prefecture}>${msg('すべて')}</option>
      ${choices.map(
        ({prefecture: name, count}) =>
          html`<option value=${name} .selected=${name === prefecture}>
            ${name}${inBrackets(String(count))}
          </option>`,
      )}
    </select>
  </div>`;
}

const kindField = ({kind}: DirectoryFilter, {change}: SearchActions): TemplateResult =>
  html`<div class="field">
    <label for="kind">${msg('保証の種類')}</label>
    <select
      part="select"
      id="kind"
      @change=${(event: Event) =>
        change({kind: (event.target as HTMLSelectElement).value as DirectoryFilter['kind']})}
    >
      <option value="" .selected=${!kind}>${msg('すべて')}</option>
      ${kinds.map(each => html`<option value=${each} .selected=${each === kind}>${guaranteeName(each)}</option>`)}
    </select>
  </div>`;

/** The fields that narrow the list; it follows at once, so there is nothing to send. */
export const searchForm = (
  filter: DirectoryFilter,
  entries: readonly IndexEntry[],
  actions: SearchActions,
): TemplateResult =>
  html`<div class="search no-print" part="search" role="search" aria-label=${msg('発注者の検索')}>
    ${wordsField(filter, actions)} ${prefectureField(filter, entries, actions)} ${kindField(filter, actions)}
  </div>`;

/** How many obligees fit, and how many of them leave the wanted kind open. */
export function countText(count: number, openCount: number): string {
  return openCount
    ? msg(str`${count}件の発注者（うち${openCount}件は、この保証の取扱いが要確認）`)
    : msg(str`${count}件の発注者`);
}

/** The count with the way back to the whole list. */
export const countLine = (text: string, isNarrowed: boolean, {clear}: SearchActions): TemplateResult =>
  html`<div class="count-line">
    <p class="count" part="count">${text}</p>
    ${
      isNarrowed
        ? html`<button part="button" type="button" class="plain" data-clear @click=${clear}>
            ${msg('条件をクリア')}
          </button>`
        : nothing
    }
  </div>`;
