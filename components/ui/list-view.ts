import {msg, str} from '@lit/localize';
import {html, nothing, type ReactiveControllerHost, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import {dayInJapan} from '../../src/domain/instant.js';
import type {SuretyError} from '../../src/errors.js';
import {gregorianText} from '../../src/i18n/format.js';
import {errorText} from '../../src/i18n/error-text.js';
import {guardComposition} from '../kernel/composition.js';
import {failure} from '../kernel/states.js';
import {formatCount, type ListController, type ListPage, type ListQuery} from './list-controller.js';

type Host = ReactiveControllerHost & {readonly renderRoot: HTMLElement | DocumentFragment};
type List = ListController<ListQuery, ListPage>;
/** The part of a controller that a template needs, whatever its query and its rows are. */
type Searched = Pick<List, 'typed' | 'type'> & {change(changes: {words: string}): void};

/** A browser takes minutes to lay out more rows than that on paper; the CSV has all of them. */
export const MAX_PRINTED_ROWS = 5000;

/** Says how many rows are shown, and of how many. */
export function countText({items, nextCursor, total}: ListPage): string {
  const rows = formatCount(items.length);
  if (!nextCursor) return msg(str`${rows}件を表示しています。`);
  return total === undefined
    ? msg(str`${rows}件を表示しています（続きがあります）。`)
    : msg(str`${formatCount(total)}件のうち${rows}件を表示しています。`);
}

/** Says on paper when it was printed, and how many rows are missing on it. */
export function printText({items, total = items.length}: Pick<ListPage, 'items' | 'total'>): string {
  const day = msg(str`${gregorianText(dayInJapan(new Date()))}に印刷`);
  const rows = Math.min(items.length, MAX_PRINTED_ROWS);
  return rows < total
    ? msg(
        str`${day}。${formatCount(total)}件のうち初めの${formatCount(rows)}件です。すべての行はCSVで保存できます。`,
      )
    : msg(str`${day}。${formatCount(rows)}件`);
}

/** The search field of a list, without its label. */
export const searchInput = (
  list: Searched,
  {id, part = 'input'}: {id: string; part?: string},
): TemplateResult => {
  const handleInput = (event: InputEvent | CompositionEvent) =>
    list.type((event.target as HTMLInputElement).value, 'isComposing' in event && event.isComposing);
  return html`<input
    part=${part}
    id=${id}
    type="search"
    autocomplete="off"
    spellcheck="false"
    translate="no"
    enterkeyhint="search"
    aria-describedby=${`${id}-hint`}
    .value=${live(list.typed)}
    @input=${handleInput}
    @compositionend=${handleInput}
    @keydown=${guardComposition}
  />`;
};

/** Handles Enter and 「検索」: searches at once. */
export const handleSearch =
  (list: Searched) =>
  (event: SubmitEvent): void => {
    event.preventDefault();
    const field = (event.target as HTMLFormElement).querySelector('input');
    list.change({words: field?.value.trim() ?? ''});
  };

/** 「検索」 above a list: searches when typing pauses, and at once with Enter or its button. */
export const searchForm = (
  list: Searched,
  {hint, prepare}: {hint: string; prepare?: () => void},
): TemplateResult =>
  html`<form
    class="search"
    part="search"
    role="search"
    novalidate
    @focusin=${prepare ?? nothing}
    @submit=${handleSearch(list)}
  >
    <div class="field">
      <label for="search">${msg('検索')}</label>
      <p class="hint" id="search-hint">${hint}</p>
      <div class="search-row">
        ${searchInput(list, {id: 'search'})}
        <button part="button">${msg('検索')}</button>
      </div>
    </div>
  </form>`;

/** Says that rows are shown which could not be fetched again. */
export const staleNotice = (error: SuretyError, retry: () => void): TemplateResult =>
  html`<div class="notice no-print" data-kind="warning" role="status" part="stale">
    <p>${msg('一覧を新しくできませんでした。前に読み込んだ内容を表示しています。')}</p>
    <p class="detail">${errorText(error.code)}</p>
    <button part="button" type="button" class="secondary" @click=${retry}>${msg('もう一度読み込む')}</button>
  </div>`;

/** 「さらに表示」, or why further rows could not be loaded; `focusRow` moves the focus to a row by its index. */
export function moreButton(
  host: Host,
  list: Pick<List, 'page' | 'isLoading' | 'isLoadingMore' | 'moreError' | 'loadMore'>,
  {label = msg('さらに表示'), focusRow}: {label?: string; focusRow: (index: number) => void},
): TemplateResult | typeof nothing {
  if (!list.page?.nextCursor) return nothing;
  const root = host.renderRoot as ShadowRoot;
  const load = async (button: Element | null) => {
    const index = list.page?.items.length ?? 0;
    const hadFocus = root.activeElement === button;
    await list.loadMore();
    await host.updateComplete;
    // Whoever pressed the button reads on at the first new row, unless they have gone elsewhere meanwhile.
    if (hadFocus && [null, button].includes(root.activeElement)) focusRow(index);
  };
  const handleRetry = async () => {
    void list.loadMore(); // replaces the pressed button by the usual one
    await host.updateComplete;
    root.querySelector<HTMLElement>('#more')?.focus();
  };
  if (list.moreError)
    return failure(list.moreError, {label: msg('もう一度読み込む'), act: () => void handleRetry()});
  return html`<p class="after no-print">
    <button
      type="button"
      part="more"
      id="more"
      aria-disabled=${list.isLoading || list.isLoadingMore ? 'true' : 'false'}
      @click=${({currentTarget}: Event) => void load(currentTarget as Element)}
    >
      ${list.isLoadingMore ? msg('読み込んでいます') : label}
    </button>
  </p>`;
}
