import {msg, str} from '@lit/localize';
import {html, nothing, type TemplateResult} from 'lit';
import {formatDateTime} from '../../src/domain/format.js';
import {yenText} from '../../src/i18n/format.js';
import {
  certificateFormName,
  contractStateName,
  guaranteeShortName,
  handInName,
  revisionName,
} from '../../src/i18n/terms.js';
import type {
  ContractState,
  ContractSummary,
  ElectronicIssue,
  HandInState,
} from '../../src/schemas/contract.js';
import {handInState} from '../../src/domain/contract-to-do.js';
import type {ContractPage} from './contract-query.js';
import type {Head} from './list-table.js';

/** Columns of 保証契約一覧 and of 電子保証（認証キー）. */
const contractHeads = (): Head[] => [
  {label: msg('No.')},
  {label: msg('保証種類')},
  {label: msg('保証契約番号'), fields: [['number', msg('保証契約番号')]]},
  {
    label: msg('発注者名 工事名'),
    kind: 'names',
    also: msg('工事名'),
    fields: [['obligeeName', msg('発注者名')]],
  },
  {
    label: msg('契約日'),
    fields: [
      ['issuedOn', msg('契約日')],
      ['validUntil', msg('保証期限')],
    ],
  },
  {
    label: msg('請負金額'),
    kind: 'amount',
    fields: [
      ['worksPrice', msg('請負金額')],
      ['guaranteeAmount', msg('保証金額')],
    ],
  },
  {label: msg('電子保証'), kind: 'action'},
  {label: msg('印刷'), kind: 'action'},
];

/** Columns of 電子保証履歴一覧. */
const issueHeads = (): Head[] => [
  {label: msg('No.')},
  {label: msg('電子保証発行日時')},
  {label: msg('対象')},
  {label: msg('保証種類')},
  {label: msg('保証契約番号')},
  {label: msg('発注者名 工事名'), kind: 'names'},
  {label: msg('電子保証'), kind: 'action'},
];

/** Returns the columns of a list. */
export const headsOf = ({kind}: ContractPage): Head[] => (kind === 'issues' ? issueHeads() : contractHeads());

/** What rows of contracts show besides the contract. */
export interface RowOptions {
  /** Index of the row that is marked as chosen. */
  marked?: number;
  /** Draws the cell in which a row can be chosen. */
  renderChoice?: ((contract: ContractSummary) => TemplateResult) | undefined;
}

/** Draws the rows from one index up to another. */
export const renderRows = (
  page: ContractPage,
  [start, end]: readonly [number, number],
  {marked = -1, renderChoice}: RowOptions = {},
): TemplateResult[] =>
  page.kind === 'issues'
    ? page.items.slice(start, end).map((row, index) => renderIssue(row, start + index))
    : page.items
        .slice(start, end)
        .map((row, index) =>
          renderContract(row, start + index, {isMarked: start + index === marked, renderChoice}),
        );

/** Tells whether a contract has a notice of its key. */
export const hasNotice = ({certificateForm, state}: ContractSummary): boolean =>
  certificateForm === 'electronic' && state !== 'cancelled';

/**
 * Draws a contract. Its nodes are used again for other contracts, so there are few of them and no listeners: whoever hears
 * the click finds the act in `data-act` and the contract in `data-number`.
 */
function renderContract(
  contract: ContractSummary,
  index: number,
  {isMarked, renderChoice}: Pick<RowOptions, 'renderChoice'> & {isMarked: boolean},
): TemplateResult {
  const {number, kind, obligeeName, worksName, issuedOn, validUntil, worksPrice, guaranteeAmount} = contract;
  return html`<tr
    role="row"
    aria-rowindex=${index + 2}
    aria-current=${isMarked ? 'true' : nothing}
    data-number=${number}
  >
    ${renderChoice?.(contract) ?? nothing}
    <td role="cell" data-label=${msg('No.')} data-kind="index">${index + 1}</td>
    <td role="cell" data-label=${msg('保証種類')}>${guaranteeShortName(kind)}</td>
    <th role="rowheader" scope="row" data-label=${msg('保証契約番号')}>
      <span class="code" translate="no">${number}</span>${renderBadges(contract)}
    </th>
    <td role="cell" data-label=${msg('発注者名 工事名')} data-kind="names" translate="no">
      <span class="obligee">${obligeeName}</span> <span class="works">${worksName}</span>
    </td>
    <td role="cell" data-label=${msg('契約日・保証期限')} data-kind="days">
      <span>${slashed(issuedOn)}</span>
      <span class="second">${validUntil ? msg(str`${slashed(validUntil)}まで`) : nothing}</span>
    </td>
    <td role="cell" data-label=${msg('請負金額・保証金額')} data-kind="amount">
      <span class="first">${yenText(worksPrice)}</span>
      <span class="second">${msg('保証')} ${yenText(guaranteeAmount)}</span>
    </td>
    <td role="cell" data-label=${msg('電子保証')} data-kind="action">
      ${rowButton('select', msg('詳細'), number)}
    </td>
    <td role="cell" data-label=${msg('印刷')} data-kind="action">${renderPrint(contract)}</td>
  </tr>`;
}

const slashed = (date: string) => date.replaceAll('-', '/');

/** Draws a button whose name also says which contract it is for. */
const rowButton = (act: string, label: string, of: string): TemplateResult =>
  html`<button
    part="button"
    type="button"
    data-act=${act}
    aria-label=${`${label}（${msg('保証契約番号')} ${of}）`}
  >
    ${label}
  </button>`;

const renderPrint = (contract: ContractSummary) =>
  hasNotice(contract)
    ? rowButton('notice', msg('印刷'), contract.number)
    : html`<span aria-hidden="true">－</span><span class="visually-hidden">${msg('なし')}</span>`;

const stateKinds: Record<ContractState, string> = {
  'in-force': 'good',
  expired: '',
  cancelled: 'bad',
  released: '',
};
const handInKinds: Record<HandInState, string> = {
  waiting: '',
  'handed-in': 'good',
  accepted: 'good',
  returned: 'bad',
};

function renderBadges(contract: ContractSummary) {
  const {state, revision, certificateForm} = contract;
  const handIn = handInState(contract);
  return html`${badge(certificateForm === 'paper' && certificateFormName('paper'), '')}${badge(revision > 0 && revisionName(revision), 'warning')}${badge(state !== 'in-force' && contractStateName(state), stateKinds[state])}${badge(handIn && handIn !== 'waiting' && handInName(handIn), handIn ? handInKinds[handIn] : '')}`;
}

const badge = (text: string | false | undefined, kind: string) =>
  text ? html` <span class="badge" data-kind=${kind}>${text}</span>` : nothing;

/** Draws a certificate that was issued electronically; its nodes are used again, too. */
function renderIssue(
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
