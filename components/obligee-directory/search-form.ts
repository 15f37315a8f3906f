import {msg, str} from '@lit/localize';
import {html, nothing, type TemplateResult} from 'lit';
import {GUARANTEE_NAMES} from '../../src/domain/kinds.js';
import {inBrackets} from '../../src/i18n/format.js';
import {guaranteeName} from '../../src/i18n/terms.js';
import type {GuaranteeKind} from '../../src/schemas/kinds.js';
import type {ListController} from '../ui/list-controller.js';
import {handleSearch, searchInput} from '../ui/list-view.js';
import {
  countByPrefecture,
  type DirectoryPage,
  type DirectoryQuery,
  type IndexEntry,
} from './directory-index.js';

type DirectoryList = ListController<DirectoryQuery, DirectoryPage>;

const kinds = Object.keys(GUARANTEE_NAMES) as GuaranteeKind[];

const valueOf = ({target}: Event) => (target as HTMLSelectElement).value;

/** Draws the fields that narrow the directory down; it follows each change. */
export const searchForm = (
  list: DirectoryList,
  entries: readonly IndexEntry[],
  choosePrefecture: (prefecture: string) => void,
): TemplateResult =>
  html`<form
    class="search no-print"
    part="search"
    role="search"
    aria-label=${msg('発注者の検索')}
    novalidate
    @submit=${handleSearch(list)}
  >
    <div class="field words">
      <label for="words">${msg('発注者をさがす')}</label>
      <p class="hint" id="words-hint">${msg('発注者名・よみがな・都道府県・コードの一部でさがせます。')}</p>
      ${searchInput(list, {id: 'words', part: 'search-input'})}
    </div>
    ${prefectureField(list.query.prefecture, entries, choosePrefecture)} ${kindField(list)}
  </form>`;

function prefectureField(
  prefecture: string,
  entries: readonly IndexEntry[],
  choose: (prefecture: string) => void,
): TemplateResult {
  const counts = countByPrefecture(entries);
  const isListed = !prefecture || counts.some(each => each.prefecture === prefecture);
  const choices = isListed ? counts : [...counts, {prefecture, count: 0}];
  return html`<div class="field">
    <label for="prefecture">${msg('都道府県')}</label>
    <select part="select" id="prefecture" @change=${(event: Event) => choose(valueOf(event))}>
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

const kindField = (list: DirectoryList): TemplateResult => {
  const {kind} = list.query;
  const handleChange = (event: Event) => list.change({kind: valueOf(event) as DirectoryQuery['kind']});
  return html`<div class="field">
    <label for="kind">${msg('保証の種類')}</label>
    <select part="select" id="kind" @change=${handleChange}>
      <option value="" .selected=${!kind}>${msg('すべて')}</option>
      ${kinds.map(each => html`<option value=${each} .selected=${each === kind}>${guaranteeName(each)}</option>`)}
    </select>
  </div>`;
};

/** Says how many obligees fit, and how many of them leave the wanted kind of guarantee open. */
export const countText = ({total, openCount}: DirectoryPage): string =>
  openCount
    ? msg(str`${total}件の発注者（うち${openCount}件は、この保証の取扱いが要確認）`)
    : msg(str`${total}件の発注者`);

/** Draws the count with the way back to the whole directory. */
export const countLine = (page: DirectoryPage, isNarrowed: boolean, clear: () => void): TemplateResult =>
  html`<div class="count-line">
    <p class="count" part="count">${countText(page)}</p>
    ${
      isNarrowed
        ? html`<button part="button" type="button" class="plain" @click=${clear}>
            ${msg('条件をクリア')}
          </button>`
        : nothing
    }
  </div>`;
