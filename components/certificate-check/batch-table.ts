import {msg, str} from '@lit/localize';
import {html, nothing, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {yenText, inBrackets} from '../../src/i18n/format.js';
import {guaranteeShortName, revisionName} from '../../src/i18n/terms.js';
import type {Certificate} from '../../src/schemas/certificate.js';
import {comparisonText, rowNote, rowStateName, rowTone, type BatchRow} from './batch-row.js';

/** What the table may call. */
export interface TableActions {
  open(id: number): void;
  enterKey(id: number, typed: string): void;
  /** What is wrong with the key that was typed in a row. */
  keyError(id: number): string | undefined;
}

/** Fields of the key stand in the row that lacks it; Enter sends as everywhere. */
function keyForm(row: BatchRow, actions: TableActions): TemplateResult {
  const id = `key-${row.id}`;
  const error = actions.keyError(row.id);
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    const field = (event.currentTarget as HTMLFormElement).elements.namedItem('key');
    if (field instanceof HTMLInputElement) actions.enterKey(row.id, field.value);
  };
  return html`<form class="field key-form no-print" ?data-invalid=${error} novalidate @submit=${send}>
    <label for=${id}>${msg(str`「${row.contractNumber ?? ''}」の認証キー`)}</label>
    <div class="key-line">
      <input
        part="input"
        id=${id}
        name="key"
        class="code"
        type="text"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        translate="no"
        aria-invalid=${error ? 'true' : nothing}
        aria-describedby=${error ? `${id}-error` : nothing}
      />
      <button part="button" type="submit">${msg('確認する')}</button>
    </div>
    ${error ? html`<p class="error" id=${`${id}-error`} role="alert">＊${error}</p>` : nothing}
  </form>`;
}

function openButton(row: BatchRow, actions: TableActions): TemplateResult | typeof nothing {
  if (row.state !== 'checked') return nothing;
  return html`<button
    part="button"
    type="button"
    class="no-print"
    data-open=${row.contractNumber ?? nothing}
    @click=${() => actions.open(row.id)}
  >
    <span
      >${msg('証書を開く')}<span class="visually-hidden">${inBrackets(row.contractNumber ?? '')}</span></span
    >
  </button>`;
}

/** What the register says. */
function foundCells(
  row: BatchRow,
  newest: Certificate,
  actions: TableActions,
  hasComparison: boolean,
): TemplateResult {
  const isDifferent = row.comparison?.some(({isSame}) => !isSame);
  const tone = isDifferent ? 'bad' : 'good';
  const details = [newest.contractor.name, guaranteeShortName(newest.kind), revisionName(newest.revision)];
  return html`<td class="works">
      <span>${newest.works.name}</span><span class="hint">${details.join('・')}</span>
    </td>
    <td class="amount">${yenText(newest.guaranteeAmount)}</td>
    ${
      hasComparison
        ? html`<td>
            <span class="badge" data-kind=${row.comparison?.length ? tone : nothing}
              >${comparisonText(row)}</span
            >
          </td>`
        : nothing
    }
    <td class="open">${openButton(row, actions)}</td>`;
}

/** Why there is nothing to show, in the room of all columns. */
const otherCell = (row: BatchRow, actions: TableActions): TemplateResult =>
  html`${rowNote(row) ? html`<span class="note">${rowNote(row)}</span>` : nothing}${
    row.state === 'needs-key' ? keyForm(row, actions) : nothing
  }`;

function renderRow(row: BatchRow, actions: TableActions, hasComparison: boolean): TemplateResult {
  const newest = row.check?.certificates.at(-1);
  return html`<tr data-state=${row.state} data-row=${row.id}>
    <td><span class="badge" data-kind=${rowTone(row) ?? nothing}>${rowStateName(row)}</span></td>
    <th scope="row">
      <span class="code" translate="no">${row.contractNumber ?? nothing}</span>
      <span class="file" translate="no">${row.name}</span>
    </th>
    ${newest ? foundCells(row, newest, actions, hasComparison) : html`<td class="works" colspan=${hasComparison ? 4 : 3}>${otherCell(row, actions)}</td>`}
  </tr>`;
}

/** All notices with what came of each, in the order in which they were put in. */
export function batchTable(
  rows: readonly BatchRow[],
  actions: TableActions,
  hasComparison: boolean,
): TemplateResult {
  return html`<table class="ruled batch" part="batch" aria-labelledby="batch-title">
    <thead>
      <tr>
        <th scope="col">${msg('結果')}</th>
        <th scope="col">${msg('保証契約番号・ファイル')}</th>
        <th scope="col">${msg('工事名・受注者')}</th>
        <th scope="col" class="amount">${msg('保証金額')}</th>
        ${hasComparison ? html`<th scope="col">${msg('照合結果')}</th>` : nothing}
        <th scope="col"><span class="visually-hidden">${msg('操作')}</span></th>
      </tr>
    </thead>
    <tbody>
      ${repeat(
        rows,
        ({id}) => id,
        row => renderRow(row, actions, hasComparison),
      )}
    </tbody>
  </table>`;
}
