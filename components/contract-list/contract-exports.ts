import {msg} from '@lit/localize';
import {html} from 'lit';
import type {CsvCell} from '../../src/domain/csv.js';
import {formatDateTime} from '../../src/domain/format.js';
import {handInState} from '../../src/domain/contract-to-do.js';
import {
  certificateFormName,
  contractStateName,
  guaranteeName,
  handInName,
  revisionName,
} from '../../src/i18n/terms.js';
import type {ContractSummary, ElectronicIssue} from '../../src/schemas/contract.js';
import type {SuretyElement} from '../kernel/surety-element.js';
import {csvDay, csvTime, ExportRun, type ExportFormat} from '../ui/export-run.js';
import type {ListController} from '../ui/list-controller.js';
import {effectiveQuery, type ContractListQuery, type ContractPage} from './contract-query.js';
import {filterChips} from './filter-chips.js';
import {sortName} from './list-sort.js';
import {renderTable, type Head} from './list-table.js';
import {viewName} from './list-tabs.js';
import {headsOf, renderRows} from './rows.js';

/** Returns what saves the contracts as CSV and prints them. */
export const contractExport = (
  host: SuretyElement,
  list: ListController<ContractListQuery, ContractPage>,
): ExportRun<ContractListQuery, ContractPage> => new ExportRun(host, list, format);

const contractHeads = () => [
  msg('保証契約番号'),
  msg('保証種類'),
  msg('状態'),
  msg('契約日'),
  msg('保証期限'),
  msg('発注者名'),
  msg('工事名'),
  msg('請負金額'),
  msg('保証金額'),
  msg('証書の形式'),
  msg('対象'),
  msg('電子保証発行日時'),
  msg('提出'),
  msg('提出日時'),
  msg('発注者の回答日時'),
];

const handInText = (contract: ContractSummary) => {
  const state = handInState(contract);
  return state ? handInName(state) : null;
};

const contractRow = (contract: ContractSummary): CsvCell[] => [
  contract.number,
  guaranteeName(contract.kind),
  contractStateName(contract.state),
  csvDay(contract.issuedOn),
  csvDay(contract.validUntil),
  contract.obligeeName,
  contract.worksName,
  contract.worksPrice,
  contract.guaranteeAmount,
  certificateFormName(contract.certificateForm),
  revisionName(contract.revision),
  csvTime(contract.arrivedAt),
  handInText(contract),
  csvTime(contract.handedInAt),
  csvTime(contract.answer?.answeredAt),
];

const issueHeads = () => [
  msg('電子保証発行日時'),
  msg('対象'),
  msg('保証種類'),
  msg('保証契約番号'),
  msg('発注者名'),
  msg('工事名'),
];

const issueRow = (issue: ElectronicIssue): CsvCell[] => [
  formatDateTime(issue.arrivedAt),
  revisionName(issue.revision),
  guaranteeName(issue.kind),
  issue.contractNumber,
  issue.obligeeName,
  issue.worksName,
];

const format: ExportFormat<ContractListQuery, ContractPage> = {
  title: ({view}) => viewName(view),
  csvHeads: ({view}) => (view === 'history' ? issueHeads() : contractHeads()),
  csvRows: page => (page.kind === 'issues' ? page.items.map(issueRow) : page.items.map(contractRow)),
  conditions: query => {
    const {words, filter, sort} = effectiveQuery(query);
    return [
      words && `「${words}」`,
      ...filterChips(filter).map(({text}) => text),
      sort && sortName(sort),
    ].filter(Boolean);
  },
  renderTable: (page, {view}) =>
    renderTable(
      {caption: viewName(view), total: undefined, sort: '', act: () => undefined},
      {list: page.kind, heads: headsOf(page).map(withoutButtons)},
      html`<tbody>
        ${renderRows(page, [0, page.items.length])}
      </tbody>`,
    ),
};

/** Nothing can be pressed on paper. */
const withoutButtons = ({fields = [], also, ...head}: Head): Head => ({
  ...head,
  label: fields.length ? [...fields.map(([, name]) => name), also ?? ''].join(' ').trim() : head.label,
});
