import {msg, str} from '@lit/localize';
import {html, nothing, type TemplateResult} from 'lit';
import {formatDateTime} from '../../src/domain/format.js';
import {dayText, yenText, inBrackets, labelled} from '../../src/i18n/format.js';
import type {RevisionChange} from '../../src/domain/revision-diff.js';
import {revisionName} from '../../src/i18n/terms.js';
import type {Period} from '../../src/schemas/calendar-date.js';
import type {Certificate} from '../../src/schemas/certificate.js';
import {certificateFieldName} from '../ui/certificate-sheet.js';

/** Draws a button for each revision, oldest first; the shown one is marked. */
export function renderSwitcher(
  certificates: readonly Certificate[],
  shown: Certificate,
  open: (revision: number) => void,
): TemplateResult {
  const newest = certificates.at(-1);
  return html`<nav class="revisions" part="revisions" aria-label=${msg('保証証書の履歴')}>
    <ul>
      ${certificates.map(
        each =>
          html`<li>
            <button
              part="button"
              type="button"
              aria-current=${each === shown ? 'true' : nothing}
              @click=${() => open(each.revision)}
            >
              <span class="revision-name">
                ${revisionName(each.revision)}${each === newest ? html`<span class="now">${inBrackets(msg('最新'))}</span>` : nothing}
              </span>
              <time class="amount" datetime=${each.arrivedAt}>${formatDateTime(each.arrivedAt)}</time>
            </button>
          </li>`,
      )}
    </ul>
  </nav>`;
}

/** Draws what a revision changed: before, after, and the difference in words. */
export function renderChanges(
  before: Certificate,
  after: Certificate,
  changes: readonly RevisionChange[],
): TemplateResult {
  const [old, now] = [revisionName(before.revision), revisionName(after.revision)];
  return html`<section class="changes" part="changes" aria-labelledby="changes-heading">
    <h3 id="changes-heading">${msg(str`${now}で変わったところ`)}</h3>
    ${after.changeReason ? html`<p translate="no">${labelled(msg('変更の理由'))}${after.changeReason}</p>` : nothing}
    ${
      changes.length === 0
        ? html`<p>${msg('記載内容に変わったところはありません。')}</p>`
        : html`<p>${msg(str`${old}から次の${changes.length}か所が変わりました。ほかは同じです。`)}</p>
            ${renderTable(old, now, changes)}`
    }
  </section>`;
}

// Roles are written out because some screen readers no longer see a table where rows are displayed as a grid.
const renderTable = (old: string, now: string, changes: readonly RevisionChange[]) => {
  const heads = [`${msg('変更前')}（${old}）`, `${msg('変更後')}（${now}）`] as const;
  return html`<table role="table">
    <caption class="visually-hidden">
      ${msg(str`${now}で変わったところ`)}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        <th role="columnheader" scope="col">${msg('項目')}</th>
        ${heads.map(head => html`<th role="columnheader" scope="col">${head}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${changes.map(change => renderChange(change, heads))}
    </tbody>
  </table>`;
};

const renderChange = (change: RevisionChange, [old, now]: readonly [string, string]) => {
  const {before, after, words} = describe(change);
  return html`<tr role="row" data-field=${change.field}>
    <th role="rowheader" scope="row">${certificateFieldName(change.field)}</th>
    <td role="cell">
      <span class="label" aria-hidden="true">${old}</span><span translate="no">${before}</span>
    </td>
    <td role="cell">
      <span class="label" aria-hidden="true">${now}</span><span class="after" translate="no">${after}</span>
      ${words ? html`<span class="words">${words}</span>` : nothing}
    </td>
  </tr>`;
};

function describe(change: RevisionChange): {before: string; after: string; words: string} {
  const none = msg('記載なし');
  switch (change.kind) {
    case 'amount':
      return {
        before: yenText(change.before),
        after: yenText(change.after),
        words: difference(change.difference),
      };
    case 'date':
      return {
        before: change.before ? dayText(change.before) : none,
        after: change.after ? dayText(change.after) : none,
        words: shift(change.days),
      };
    case 'period':
      return {before: periodText(change.before), after: periodText(change.after), words: shift(change.days)};
    case 'text':
      return {before: change.before || none, after: change.after || none, words: ''};
  }
}

const periodText = (period: Period | null) =>
  period ? `${dayText(period.from)} ～ ${dayText(period.to)}` : msg('記載なし');

function difference(yen: number): string {
  const amount = yenText(Math.abs(yen));
  return yen > 0 ? msg(str`${amount}の増額`) : msg(str`${amount}の減額`);
}

function shift(days: number | null): string {
  if (!days) return '';
  const count = Math.abs(days);
  return days > 0 ? msg(str`${count}日の延長`) : msg(str`${count}日の短縮`);
}
