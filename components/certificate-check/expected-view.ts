import {msg, str} from '@lit/localize';
import {html, nothing, type TemplateResult} from 'lit';
import {
  expectedList,
  readExpectedTable,
  type ComparedField,
  type Expected,
  type ExpectedTable,
} from './expected.js';

/** Unread rows beyond these are not named: such a table has to be looked at as a whole. */
const MAX_NAMED_ROWS = 10;

/** Draws how many contracts will be compared by which columns, and what of the obligee's table could not be read. */
export function expectedNote(expected: Expected | undefined): TemplateResult | typeof nothing {
  if (typeof expected === 'string')
    return expected.trim() ? renderTableNote(readExpectedTable(expected)) : nothing;
  const {length} = expectedList(expected);
  return length > 1
    ? html`<p class="notice" data-kind="info" part="ledger">
        ${msg(str`お手元の一覧${length}件と照合します。`)}
      </p>`
    : nothing;
}

function renderTableNote({rows, comparedColumns, ignoredColumns, unreadRows}: ExpectedTable): TemplateResult {
  if (!comparedColumns.length || !rows.length)
    return html`<div class="notice" data-kind="warning" part="ledger">
      <p>
        ${msg('お手元の一覧を読み取れません。1行目に「保証契約番号」「工事名」「請負金額」などの見出しを、2行目から内容を入れてください。')}
      </p>
    </div>`;
  return html`<div class="notice" data-kind=${unreadRows.length ? 'warning' : 'info'} part="ledger">
    <p>
      ${msg(str`お手元の一覧${rows.length}件と照合します。`)}
      <span class="hint"
        >${msg('照合する項目')}：<span translate="no">${comparedColumns.join('・')}</span></span
      >
    </p>
    ${
      ignoredColumns.length
        ? html`<p class="hint">
            ${msg('照合しない項目')}：<span translate="no">${ignoredColumns.join('・')}</span>
          </p>`
        : nothing
    }
    ${unreadRows.length ? html`<p>${unreadRowsText(unreadRows)}</p>` : nothing}
  </div>`;
}

const unreadRowsText = (rows: readonly number[]): string => {
  const named = rows.slice(0, MAX_NAMED_ROWS).join('、') + (rows.length > MAX_NAMED_ROWS ? '…' : '');
  return msg(
    str`金額または日付を読み取れない行があります（${named}行目）。「20,000,000」「2026-02-01」のように直してください。`,
  );
};

/** Draws the obligee's own data beside that of the certificate; whether they agree is said in words. */
export function comparisonTable(fields: readonly ComparedField[]): TemplateResult | typeof nothing {
  if (fields.length === 0) return nothing;
  const differing = fields.filter(field => !field.isSame).length;
  return html`<section part="comparison" class="comparison" data-kind=${differing ? 'different' : 'same'}>
    <h3 id="comparison-title">${msg('お手元の情報との照合')}</h3>
    <p>
      ${
        differing
          ? msg(str`${fields.length}項目のうち、${differing}項目が異なります。`)
          : msg(str`${fields.length}項目とも一致しています。`)
      }
    </p>
    <table class="ruled" aria-labelledby="comparison-title">
      <thead>
        <tr>
          <th scope="col">${msg('項目')}</th>
          <th scope="col">${msg('お手元の情報')}</th>
          <th scope="col">${msg('保証証書')}</th>
          <th scope="col">${msg('照合結果')}</th>
        </tr>
      </thead>
      <tbody>
        ${fields.map(
          ({label, expected, actual, isSame}) =>
            html`<tr ?data-different=${!isSame}>
              <th scope="row">${label}</th>
              <td data-label=${msg('お手元の情報')} translate="no">${expected}</td>
              <td data-label=${msg('保証証書')} translate="no">${actual || msg('記載なし')}</td>
              <td data-label=${msg('照合結果')}>
                <span class="badge" data-kind=${isSame ? 'good' : 'bad'}
                  >${isSame ? msg('一致') : msg('相違')}</span
                >
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}
