import {msg} from '@lit/localize';
import {html, type TemplateResult} from 'lit';
import {formatDateTime} from '../../src/domain/format.js';
import {guaranteeShortName, revisionName} from '../../src/i18n/terms.js';
import type {ElectronicIssue} from '../../src/schemas/contract.js';
import {rowButton} from './contract-rows.js';
import type {Head} from './list-table.js';

/** Columns of 電子保証履歴一覧. */
export const issueHeads = (): Head[] => [
  {label: msg('No.')},
  {label: msg('電子保証発行日時')},
  {label: msg('対象')},
  {label: msg('保証種類')},
  {label: msg('保証契約番号')},
  {label: msg('発注者名 工事名'), kind: 'names'},
  {label: msg('電子保証'), kind: 'action'},
];

/** A row of 電子保証履歴一覧; nodes are used again as those of contracts are. */
export function renderIssue(
  {contractNumber, kind, revision, arrivedAt, obligeeName, worksName}: ElectronicIssue,
  index: number,
): TemplateResult {
  const name = `${contractNumber} ${revisionName(revision)}`;
  return html`<tr
    role="row"
    aria-rowindex=${index + 2}
    data-number=${contractNumber}
    data-revision=${revision}
  >
    <td role="cell" data-label=${msg('No.')} data-kind="index">${index + 1}</td>
    <td role="cell" data-label=${msg('電子保証発行日時')} data-kind="time">${formatDateTime(arrivedAt)}</td>
    <td role="cell" data-label=${msg('対象')}>${revisionName(revision)}</td>
    <td role="cell" data-label=${msg('保証種類')}>${guaranteeShortName(kind)}</td>
    <th role="rowheader" scope="row" data-label=${msg('保証契約番号')}>
      <span class="code" translate="no">${contractNumber}</span>
    </th>
    <td role="cell" data-label=${msg('発注者名 工事名')} data-kind="names" translate="no">
      <span class="obligee">${obligeeName}</span> <span class="works">${worksName}</span>
    </td>
    <td role="cell" data-label=${msg('電子保証')} data-kind="action">
      ${rowButton('certificate', msg('選択'), name)}
    </td>
  </tr>`;
}
