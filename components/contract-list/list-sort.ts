import {msg, str} from '@lit/localize';
import {html, type TemplateResult} from 'lit';
import type {ContractSort, ContractSortField} from '../../src/schemas/contract.js';

type Sort = ContractSort | '';

/** The orders to choose from; the empty one is that of the API. */
const choices: readonly [Sort, () => string][] = [
  ['', () => msg('新しい順')],
  ['-issuedOn', () => msg('契約日が新しい順')],
  ['issuedOn', () => msg('契約日が古い順')],
  ['validUntil', () => msg('保証期限が近い順')],
  ['-validUntil', () => msg('保証期限が遠い順')],
  ['-worksPrice', () => msg('請負金額が大きい順')],
  ['worksPrice', () => msg('請負金額が小さい順')],
  ['-guaranteeAmount', () => msg('保証金額が大きい順')],
  ['guaranteeAmount', () => msg('保証金額が小さい順')],
  ['obligeeName', () => msg('発注者名順')],
  ['-obligeeName', () => msg('発注者名の逆順')],
  ['number', () => msg('保証契約番号順')],
  ['-number', () => msg('保証契約番号の逆順')],
];

/** Returns an order in words. */
export const sortName = (sort: Sort): string => choices.find(([value]) => value === sort)?.[1]() ?? '';

/** Returns the order of a header's first press: the newest and the largest first, names and numbers from their start. */
const firstSort = (field: ContractSortField): ContractSort =>
  field === 'obligeeName' || field === 'number' ? field : `-${field}`;

/** Returns the order after a header was pressed: its first order, then the reverse one, then none. */
function nextSort(sort: Sort, field: ContractSortField): Sort {
  const first = firstSort(field);
  if (sort === first) return first === field ? `-${field}` : field;
  return sort.replace('-', '') === field ? '' : first;
}

/** Returns `aria-sort` of a column that can be sorted by these fields. */
export function ariaSort(
  sort: Sort,
  fields: readonly ContractSortField[],
): 'ascending' | 'descending' | undefined {
  if (!fields.some(field => field === sort.replace('-', ''))) return undefined;
  return sort.startsWith('-') ? 'descending' : 'ascending';
}

/** Draws the button in a header that sorts. */
export function sortButton(
  field: ContractSortField,
  label: string,
  {sort, act}: {sort: Sort; act: (sort: Sort) => void},
): TemplateResult {
  const order = ariaSort(sort, [field]);
  return html`<button
    part="button"
    type="button"
    class="sort"
    data-order=${order ?? 'none'}
    aria-label=${order ? msg(str`${label}（${sortName(sort)}）で並べています。並べ替える`) : msg(str`${label}で並べ替える`)}
    @click=${() => act(nextSort(sort, field))}
  >
    <span>${label}</span><span class="arrow" aria-hidden="true"></span>
  </button>`;
}

/** Draws 「並び順」: the same orders where there are no headers to press. */
export const renderSortSelect = (sort: Sort, act: (sort: Sort) => void): TemplateResult =>
  html`<label class="sort-by"
    ><span>${msg('並び順')}</span
    ><select
      part="select"
      id="sort"
      @change=${(event: Event) => act((event.target as HTMLSelectElement).value as Sort)}
    >
      ${choices.map(([value, name]) => html`<option value=${value} .selected=${value === sort}>${name()}</option>`)}
    </select></label
  >`;
