import {msg} from '@lit/localize';
import {html, nothing, type TemplateResult} from 'lit';
import {guard} from 'lit/directives/guard.js';
import {formatDateTime, formatYen} from '../../src/domain/format.js';
import {
  certificateFormName,
  contractStateName,
  guaranteeShortName,
  revisionName,
} from '../../src/i18n/terms.js';
import type {
  ContractSort,
  ContractSortField,
  ContractState,
  ContractSummary,
  ElectronicIssue,
} from '../../src/schemas/contract.js';
import {ariaSort, sortButton} from './list-sort.js';

/** What the buttons of a row do. */
export interface RowActions {
  select(contractNumber: string): void;
  openNotice(contractNumber: string): void;
  openCertificate(contractNumber: string, revision: number): void;
  sort(sort: ContractSort | ''): void;
}

/** What a table shows besides its rows. */
export interface TableOptions {
  caption: string;
  /** Rows of all pages together, fetched or not. */
  total: number | undefined;
  selected: string;
  sort: ContractSort | '';
}

// Roles are written out because a table that is drawn as cards is no table to some screen readers any more.

interface Head {
  label: string;
  kind?: string;
  /** What else stands in the column. */
  also?: string;
  /** Fields that one can sort by here, with their names. */
  fields?: readonly (readonly [ContractSortField, string])[];
}

/**
 * Rows of one body are drawn and laid out together, and only when they come near the screen (`content-visibility`);
 * those that did not change are not looked at again. All of them stay in the page: for the Tab key, for finding in
 * the page, for screen readers and for paper.
 */
const BODY_ROWS = 50;

function table<Row>(
  {caption, total, sort, selected}: TableOptions,
  {list, heads, act}: {list: string; heads: readonly Head[]; act: RowActions['sort']},
  rows: readonly Row[],
  renderRow: (row: Row, index: number) => TemplateResult,
): TemplateResult {
  const starts = Array.from({length: Math.ceil(rows.length / BODY_ROWS)}, (_, index) => index * BODY_ROWS);
  return html`<table
    part="table"
    role="table"
    data-list=${list}
    aria-rowcount=${total === undefined ? nothing : total + 1}
  >
    <caption class="visually-hidden">
      ${caption}
    </caption>
    <thead role="rowgroup">
      <tr role="row" aria-rowindex="1">
        ${heads.map(head => renderHead(head, sort, act))}
      </tr>
    </thead>
    ${starts.map(start => {
      const part = rows.slice(start, start + BODY_ROWS);
      const chosen = part.some(row => (row as {number?: string}).number === selected) && selected;
      return html`<tbody role="rowgroup">
        ${guard([part[0], part.at(-1), part.length, chosen, caption], () => part.map((row, index) => renderRow(row, start + index)))}
      </tbody>`;
    })}
  </table>`;
}

const renderHead = (
  {label, kind, also, fields = []}: Head,
  sort: ContractSort | '',
  act: RowActions['sort'],
) =>
  html`<th
    role="columnheader"
    scope="col"
    data-kind=${kind ?? nothing}
    aria-sort=${
      ariaSort(
        sort,
        fields.map(([field]) => field),
      ) ?? nothing
    }
  >
    ${
      fields.length
        ? html`${fields.map(([field, name]) => sortButton(field, name, {sort, act}))} ${also ?? nothing}`
        : label
    }
  </th>`;

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

/** A fact of a row and what goes with it, one below the other. */
const pair = (first: unknown, second: unknown) =>
  html`<span class="first">${first}</span> <span class="second">${second}</span>`;

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
  {label: msg('電子保証')},
  {label: msg('印刷')},
];

/** Rows of 保証契約一覧 and of 電子保証（認証キー）. */
export function renderContracts(
  contracts: readonly ContractSummary[],
  options: TableOptions,
  actions: RowActions,
): TemplateResult {
  const row = (contract: ContractSummary, index: number) =>
    html`<tr
      role="row"
      aria-rowindex=${index + 2}
      aria-current=${contract.number === options.selected ? 'true' : nothing}
    >
      ${cell(msg('No.'), index + 1, 'index')}${cell(msg('保証種類'), guaranteeShortName(contract.kind))}
      ${numberCell(contract.number, renderBadges(contract))}
      ${cell(msg('発注者名 工事名'), names(contract.obligeeName, contract.worksName), 'names')}
      ${cell(msg('契約日・保証期限'), renderDays(contract), 'days')}
      ${cell(msg('請負金額・保証金額'), renderAmounts(contract), 'amount')}
      ${cell(msg('電子保証'), renderDetail(contract, actions), 'action')}${cell(msg('印刷'), renderPrint(contract, actions), 'action')}
    </tr>`;
  const heads = contractHeads();
  return table(options, {list: 'contracts', heads, act: actions.sort}, contracts, row);
}

const renderDays = ({issuedOn, validUntil}: ContractSummary) =>
  pair(
    html`<time datetime=${issuedOn}>${slashed(issuedOn)}</time>`,
    validUntil
      ? html`<time datetime=${validUntil}>${slashed(validUntil)}</time
          ><span class="unit">${msg('まで')}</span>`
      : nothing,
  );

const slashed = (date: string) => date.replaceAll('-', '/');

const renderAmounts = ({worksPrice, guaranteeAmount}: ContractSummary) =>
  pair(
    html`<span class="amount">${formatYen(worksPrice)}</span>`,
    html`<span class="unit">${msg('保証')}</span> <span class="amount">${formatYen(guaranteeAmount)}</span>`,
  );

const renderDetail = ({certificateForm, number}: ContractSummary, actions: RowActions) =>
  html`${certificateForm === 'paper' ? html`<span class="paper">${certificateFormName('paper')}</span>` : nothing}
  ${rowButton(msg('詳細'), number, () => actions.select(number))}`;

const renderPrint = ({certificateForm, number, state}: ContractSummary, actions: RowActions) =>
  certificateForm === 'electronic' && state !== 'cancelled'
    ? rowButton(msg('印刷'), number, () => actions.openNotice(number))
    : html`<span aria-hidden="true">－</span><span class="visually-hidden">${msg('なし')}</span>`;

const stateKinds: Record<ContractState, string> = {
  'in-force': 'good',
  expired: '',
  cancelled: 'bad',
  released: '',
};

const renderBadges = ({state, revision}: ContractSummary) =>
  html`${revision > 0 ? html`<span class="badge" data-kind="warning">${revisionName(revision)}</span> ` : nothing}${
    state === 'in-force'
      ? nothing
      : html`<span class="badge" data-kind=${stateKinds[state]}>${contractStateName(state)}</span>`
  }`;

/** Rows of 電子保証履歴一覧. */
export function renderIssues(
  issues: readonly ElectronicIssue[],
  options: TableOptions,
  actions: RowActions,
): TemplateResult {
  const labels = [
    msg('No.'),
    msg('電子保証発行日時'),
    msg('対象'),
    msg('保証種類'),
    msg('保証契約番号'),
    msg('発注者名 工事名'),
    msg('電子保証'),
  ];
  const [numberHead = '', timeHead = '', targetHead = '', kindHead = '', , worksHead = '', formHead = ''] =
    labels;
  const row = (issue: ElectronicIssue, index: number) => {
    const {contractNumber, kind, revision, arrivedAt, obligeeName, worksName} = issue;
    const name = `${contractNumber} ${revisionName(revision)}`;
    return html`<tr role="row" aria-rowindex=${index + 2}>
      ${cell(numberHead, index + 1, 'index')}
      ${cell(timeHead, html`<time class="amount" datetime=${arrivedAt}>${formatDateTime(arrivedAt)}</time>`, 'time')}
      ${cell(targetHead, revisionName(revision))}${cell(kindHead, guaranteeShortName(kind))}
      ${numberCell(contractNumber)}${cell(worksHead, names(obligeeName, worksName), 'names')}
      ${cell(
        formHead,
        rowButton(msg('選択'), name, () => actions.openCertificate(contractNumber, revision)),
        'action',
      )}
    </tr>`;
  };
  const heads = labels.map(label => ({label}));
  return table(options, {list: 'issues', heads, act: actions.sort}, issues, row);
}
