import {msg} from '@lit/localize';
import {html, nothing, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {formatDateTime, formatYen} from '../../src/domain/format.js';
import {
  certificateFormName,
  contractStateName,
  guaranteeShortName,
  revisionName,
} from '../../src/i18n/terms.js';
import type {ContractState, ContractSummary, ElectronicIssue} from '../../src/schemas/contract.js';

/** What the buttons of a row do. */
export interface RowActions {
  select(contractNumber: string): void;
  openNotice(contractNumber: string): void;
  openCertificate(contractNumber: string, revision: number): void;
}

// Roles are written out because a table that is drawn as cards is no table to some screen readers any more.

const table = (caption: string, heads: readonly string[], body: unknown): TemplateResult =>
  html`<table part="table" role="table">
    <caption class="visually-hidden">
      ${caption}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        ${heads.map(head => html`<th role="columnheader" scope="col" data-kind=${head === msg('請負金額') ? 'amount' : nothing}>${head}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${body}
    </tbody>
  </table>`;

const cell = (label: string, content: unknown, kind = ''): TemplateResult =>
  html`<td role="cell" data-kind=${kind || nothing}>
    <span class="label" aria-hidden="true">${label}</span> <span class="value">${content}</span>
  </td>`;

const numberCell = (number: string, badges: unknown = nothing) =>
  html`<th role="rowheader" scope="row">
    <span class="label" aria-hidden="true">${msg('保証契約番号')}</span>
    <span class="value"><span class="code" translate="no">${number}</span> ${badges}</span>
  </th>`;

const names = (obligeeName: string, worksName: string) =>
  html`<span class="obligee" translate="no">${obligeeName}</span>
    <span class="works" translate="no">${worksName}</span>`;

/** A button whose name also says which contract it is for. */
const rowButton = (label: string, number: string, act: () => void) =>
  html`<button type="button" @click=${act}>
    <span>${label}<span class="visually-hidden">（${msg('保証契約番号')} ${number}）</span></span>
  </button>`;

/** Rows of 保証契約一覧 and of 電子保証（認証キー）. */
export function renderContracts(
  contracts: readonly ContractSummary[],
  {selected, caption}: {selected: string; caption: string},
  actions: RowActions,
): TemplateResult {
  const heads = [
    msg('No.'),
    msg('保証種類'),
    msg('保証契約番号'),
    msg('発注者名 工事名'),
    msg('請負金額'),
    msg('電子保証'),
    msg('印刷'),
  ];
  const [numberHead = '', kindHead = '', , worksHead = '', priceHead = '', formHead = '', printHead = ''] =
    heads;
  const row = (contract: ContractSummary, index: number) =>
    html`<tr role="row" aria-current=${contract.number === selected ? 'true' : nothing}>
      ${cell(numberHead, index + 1, 'index')}${cell(kindHead, guaranteeShortName(contract.kind))}
      ${numberCell(contract.number, renderBadges(contract))}
      ${cell(worksHead, names(contract.obligeeName, contract.worksName), 'names')}
      ${cell(priceHead, html`<span class="amount">${formatYen(contract.worksPrice)}</span>`, 'amount')}
      ${cell(formHead, renderDetail(contract, actions), 'action')}${cell(printHead, renderPrint(contract, actions), 'action')}
    </tr>`;
  return table(
    caption,
    heads,
    repeat(contracts, contract => contract.number, row),
  );
}

const renderDetail = ({certificateForm, number}: ContractSummary, actions: RowActions) =>
  html`${certificateForm === 'paper' ? html`<span class="paper">${certificateFormName('paper')}</span>` : nothing}
  ${rowButton(msg('詳細'), number, () => actions.select(number))}`;

const renderPrint = ({certificateForm, number, state}: ContractSummary, actions: RowActions) =>
  certificateForm === 'electronic' && state !== 'cancelled'
    ? rowButton(msg('印刷'), number, () => actions.openNotice(number))
    : html`<span aria-hidden="true">－</span><span class="visually-hidden">${msg('なし')}</span>`;

const stateKinds: Record<ContractState, string> = {'in-force': 'good', expired: '', cancelled: 'bad'};

const renderBadges = ({state, revision}: ContractSummary) =>
  html`${revision > 0 ? html`<span class="badge" data-kind="warning">${revisionName(revision)}</span> ` : nothing}${
    state === 'in-force'
      ? nothing
      : html`<span class="badge" data-kind=${stateKinds[state]}>${contractStateName(state)}</span>`
  }`;

/** Rows of 電子保証履歴一覧. */
export function renderIssues(issues: readonly ElectronicIssue[], actions: RowActions): TemplateResult {
  const heads = [
    msg('No.'),
    msg('電子保証発行日時'),
    msg('対象'),
    msg('保証種類'),
    msg('保証契約番号'),
    msg('発注者名 工事名'),
    msg('電子保証'),
  ];
  const [numberHead = '', timeHead = '', targetHead = '', kindHead = '', , worksHead = '', formHead = ''] =
    heads;
  const row = (
    {contractNumber, kind, revision, arrivedAt, obligeeName, worksName}: ElectronicIssue,
    index: number,
  ) =>
    html`<tr role="row">
      ${cell(numberHead, index + 1, 'index')}
      ${cell(timeHead, html`<time class="amount" datetime=${arrivedAt}>${formatDateTime(arrivedAt)}</time>`, 'time')}
      ${cell(targetHead, revisionName(revision))}${cell(kindHead, guaranteeShortName(kind))}
      ${numberCell(contractNumber)}${cell(worksHead, names(obligeeName, worksName), 'names')}
      ${cell(
        formHead,
        rowButton(msg('選択'), `${contractNumber} ${revisionName(revision)}`, () =>
          actions.openCertificate(contractNumber, revision),
        ),
        'action',
      )}
    </tr>`;
  return table(
    msg('電子保証履歴一覧'),
    heads,
    repeat(issues, issue => `${issue.contractNumber}/${issue.revision}`, row),
  );
}
