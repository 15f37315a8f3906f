import {msg} from '@lit/localize';
import {toCsv, type CsvCell} from '../../src/domain/csv.js';
import {formatDateTime, today} from '../../src/domain/format.js';
import {contractStateName, guaranteeName, revisionName} from '../../src/i18n/terms.js';
import type {RegisterEntry} from '../../src/schemas/register-entry.js';
import {saveCsvText} from '../ui/save-file.js';
import {answerText, formText} from './register-table.js';

const heads = () => [
  msg('保証契約番号'),
  msg('証書の形式'),
  msg('保証種類'),
  msg('状態'),
  msg('回答'),
  msg('保証会社'),
  msg('受注者名'),
  msg('工事名'),
  msg('保証金額'),
  msg('保証期限'),
  msg('対象'),
  msg('受領日'),
  msg('返還日'),
  msg('台帳に載った日時'),
  msg('メモ'),
];

const row = (entry: RegisterEntry): CsvCell[] => [
  entry.contractNumber,
  formText(entry.form),
  guaranteeName(entry.kind),
  contractStateName(entry.state),
  answerText(entry) || null,
  entry.suretyName,
  entry.contractorName,
  entry.worksName,
  entry.guaranteeAmount,
  slashed(entry.validUntil),
  entry.form === 'paper' ? null : revisionName(entry.revision),
  slashed(entry.receivedOn ?? entry.answer?.answeredAt.slice(0, 'YYYY-MM-DD'.length) ?? null),
  slashed(entry.releasedOn),
  formatDateTime(entry.addedAt),
  entry.note || null,
];

/** Hands the register to the browser as a file that a spreadsheet reads and that can do nothing there. */
export function saveRegisterCsv(entries: readonly RegisterEntry[]): void {
  const name = `${msg('保証証書の台帳')}_${today().replaceAll('-', '')}.csv`;
  saveCsvText(toCsv([heads(), ...entries.map(row)]), name);
}

/** As Japanese spreadsheets write a day, so that they take it for one. */
const slashed = (date: string | null) => date && date.replaceAll('-', '/');
