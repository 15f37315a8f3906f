import {msg, str} from '@lit/localize';
import {html, nothing, type TemplateResult} from 'lit';
import type {ReadFeed} from '../../src/api/obligee-feed.js';
import {dayText} from '../../src/i18n/format.js';
import type {SuretyError} from '../../src/errors.js';
import {errorText} from '../../src/i18n/error-text.js';

/** Who keeps the list, and when it was last checked. */
export function feedSource({publisher, updatedOn}: ReadFeed): TemplateResult | typeof nothing {
  if (!publisher && !updatedOn) return nothing;
  const day = updatedOn ? msg(str`${dayText(updatedOn)}現在`) : '';
  return html`<span class="hint feed-source">
    ${publisher ? msg(str`一覧の公開：${publisher}`) : nothing} ${day}
  </span>`;
}

/** Said when a list that is shown could not be fetched anew. */
export const staleNotice = (error: SuretyError, retry: () => void): TemplateResult =>
  html`<div class="notice no-print" data-kind="warning" role="status" part="stale">
    <p>${msg('一覧を新しくできませんでした。前に読み込んだ内容を表示しています。')}</p>
    <p class="detail">${errorText(error.code)}</p>
    <button part="button" type="button" class="secondary" @click=${retry}>${msg('もう一度読み込む')}</button>
  </div>`;
