import {msg, str} from '@lit/localize';
import {html, type TemplateResult} from 'lit';
import {empty} from '../kernel/states.js';
import {countConditions} from './list-filter.js';
import type {ListQuery} from './list-page.js';

/** Nothing fits, or nothing is there yet; and the way back to all. */
export function renderEmpty({words, filter}: ListQuery, clear: () => void): TemplateResult {
  const isFiltered = countConditions(filter) > 0;
  if (!isFiltered && !words) {
    return html`<slot name="empty">
      ${empty(msg('保証契約はまだありません。'), msg('お申込みの手続きが済むと、ここに表示されます。'))}
    </slot>`;
  }
  const [text, hint, way] = isFiltered
    ? [
        msg('検索と絞り込みの条件に当てはまる保証契約はありません。'),
        msg('条件を減らしてお探しください。'),
        msg('条件をすべて解除して全件を表示'),
      ]
    : [
        msg(str`「${words}」に当てはまる保証契約はありません。`),
        msg('言葉を短くするか、別の言葉でお探しください。'),
        msg('検索をやめて全件を表示'),
      ];
  return html`${empty(text, hint)}
    <p class="after"><button part="button" type="button" @click=${clear}>${way}</button></p>`;
}
