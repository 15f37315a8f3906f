import {msg, str} from '@lit/localize';
import {html, nothing, type TemplateResult} from 'lit';
import {expectedList, readLedger, type Expected, type ReadLedger} from './expected.js';

/** As many rows as are named; a table with more of them wants another look as a whole. */
const MOST_ROWS = 10;

/** What the obligee's own data will be compared with: how many contracts by which columns, and what could not be read. */
export function ledgerNote(expected: Expected | undefined): TemplateResult | typeof nothing {
  if (typeof expected === 'string') return expected.trim() ? tableNote(readLedger(expected)) : nothing;
  const {length} = expectedList(expected);
  return length > 1
    ? html`<p class="notice" data-kind="info" part="ledger">
        ${msg(str`お手元の一覧${length}件と照合します。`)}
      </p>`
    : nothing;
}

function tableNote({rows, known, passedOver, unread}: ReadLedger): TemplateResult {
  if (!known.length || !rows.length)
    return html`<div class="notice" data-kind="warning" part="ledger">
      <p>
        ${msg('お手元の一覧を読み取れません。1行目に「保証契約番号」「工事名」「請負金額」などの見出しを、2行目から内容を入れてください。')}
      </p>
    </div>`;
  return html`<div class="notice" data-kind=${unread.length ? 'warning' : 'info'} part="ledger">
    <p>
      ${msg(str`お手元の一覧${rows.length}件と照合します。`)}
      <span class="hint">${msg('照合する項目')}：<span translate="no">${known.join('・')}</span></span>
    </p>
    ${
      passedOver.length
        ? html`<p class="hint">
            ${msg('照合しない項目')}：<span translate="no">${passedOver.join('・')}</span>
          </p>`
        : nothing
    }
    ${unread.length ? html`<p>${unreadText(unread)}</p>` : nothing}
  </div>`;
}

const unreadText = (rows: readonly number[]): string => {
  const named = rows.slice(0, MOST_ROWS).join('、') + (rows.length > MOST_ROWS ? '…' : '');
  return msg(
    str`金額または日付を読み取れない行があります（${named}行目）。「20,000,000」「2026-02-01」のように直してください。`,
  );
};
