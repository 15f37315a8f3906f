import {msg} from '@lit/localize';
import {toCsv, toCsvLines, type CsvCell} from '../../src/domain/csv.js';
import {formatDateTime, today} from '../../src/domain/format.js';
import {
  certificateFormName,
  contractStateName,
  guaranteeName,
  handInName,
  revisionName,
} from '../../src/i18n/terms.js';
import {handInState} from '../../src/domain/hand-in-state.js';
import type {ContractSummary, ElectronicIssue} from '../../src/schemas/contract.js';
import {saveCsvText} from '../ui/save-file.js';
import type {ListPage, ListQuery} from './list-page.js';
import {viewName} from './list-tabs.js';

/**
 * Writes every row of a list page by page and hands the file to the browser; gives the number of rows. Rows are text as
 * soon as their page is here, so 100,000 of them take no more room than the file.
 */
export async function saveCsv(pages: AsyncIterable<ListPage>, query: ListQuery): Promise<number> {
  const parts = [toCsv([query.view === 'history' ? issueHeads() : contractHeads()])];
  let rows = 0;
  for await (const page of pages) {
    parts.push(toCsvLines(page.kind === 'issues' ? page.items.map(issueRow) : page.items.map(contractRow)));
    rows += page.items.length;
  }
  saveCsvText(parts, `${viewName(query.view)}_${today().replaceAll('-', '')}.csv`);
  return rows;
}

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
const moment = (iso: string | null | undefined) => (iso ? formatDateTime(iso) : null);

const contractRow = (contract: ContractSummary): CsvCell[] => [
  contract.number,
  guaranteeName(contract.kind),
  contractStateName(contract.state),
  slashed(contract.issuedOn),
  slashed(contract.validUntil),
  contract.obligeeName,
  contract.worksName,
  contract.worksPrice,
  contract.guaranteeAmount,
  certificateFormName(contract.certificateForm),
  revisionName(contract.revision),
  moment(contract.arrivedAt),
  handInText(contract),
  moment(contract.handedInAt),
  moment(contract.answer?.answeredAt),
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

/** As Japanese spreadsheets write a day, so that they take it for one. */
const slashed = (date: string | null) => date && date.replaceAll('-', '/');
