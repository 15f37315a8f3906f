import {msg} from '@lit/localize';
import type {SuretyClient} from '../../src/api/client.js';
import {toCsv, type CsvCell} from '../../src/domain/csv.js';
import {formatDateTime, today} from '../../src/domain/format.js';
import {certificateFormName, contractStateName, guaranteeName, revisionName} from '../../src/i18n/terms.js';
import type {ContractSummary, ElectronicIssue} from '../../src/schemas/contract.js';
import {fetchPage, MOST_ROWS, type ListPage, type ListQuery} from './list-page.js';
import {viewName} from './list-tabs.js';

/** How long the browser may take to pick the file up before its address goes. */
const HANDOVER_MS = 60_000;

/** How far an export is. */
export interface CsvProgress {
  done: number;
  total: number | undefined;
}

/** Fetches every row of a list and hands it to the browser as a file; gives the number of rows. */
export async function saveCsv(
  client: SuretyClient,
  query: ListQuery,
  {signal, onProgress}: {signal: AbortSignal; onProgress: (progress: CsvProgress) => void},
): Promise<number> {
  const rows: CsvCell[][] = [];
  let [cursor, total]: [string | null, number | undefined] = [null, undefined];
  do {
    const page: ListPage = await fetchPage(client, query, {limit: MOST_ROWS, cursor, signal});
    rows.push(...(page.kind === 'issues' ? page.items.map(issueRow) : page.items.map(contractRow)));
    [cursor, total] = [page.nextCursor, total ?? page.total];
    onProgress({done: rows.length, total});
  } while (cursor);
  signal.throwIfAborted();
  const heads = query.view === 'history' ? issueHeads() : contractHeads();
  saveFile(toCsv([heads, ...rows]), `${viewName(query.view)}_${today().replaceAll('-', '')}.csv`);
  return rows.length;
}

function saveFile(text: string, name: string) {
  const link = document.createElement('a');
  const address = URL.createObjectURL(new Blob([text], {type: 'text/csv;charset=utf-8'}));
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), HANDOVER_MS);
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
];

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
  contract.arrivedAt && formatDateTime(contract.arrivedAt),
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
