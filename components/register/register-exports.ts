import {msg} from '@lit/localize';
import type {CsvCell} from '../../src/domain/csv.js';
import {contractStateName, guaranteeName, revisionName} from '../../src/i18n/terms.js';
import type {RegisterEntry, RegisterEntryPage} from '../../src/schemas/register-entry.js';
import type {SuretyElement} from '../kernel/surety-element.js';
import {csvDay, csvTime, ExportRun, type ExportFormat} from '../ui/export-run.js';
import type {ListController} from '../ui/list-controller.js';
import {conditionsOf} from './register-filter.js';
import type {RegisterListQuery} from './register-source.js';
import {answerText, formText, renderEntries} from './register-table.js';

/** Returns what saves the register as CSV and prints it. */
export const registerExport = (
  host: SuretyElement,
  list: ListController<RegisterListQuery, RegisterEntryPage>,
): ExportRun<RegisterListQuery, RegisterEntryPage> => new ExportRun(host, list, format);

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
  csvDay(entry.validUntil),
  entry.form === 'paper' ? null : revisionName(entry.revision),
  csvDay(entry.receivedOn) ?? dayIn(csvTime(entry.answer?.answeredAt)),
  csvDay(entry.releasedOn),
  csvTime(entry.addedAt),
  entry.note || null,
];

const dayIn = (time: string | null) => time && time.slice(0, 'YYYY/MM/DD'.length);

const format: ExportFormat<RegisterListQuery, RegisterEntryPage> = {
  title: () => msg('保証証書の台帳'),
  csvHeads: heads,
  csvRows: ({items}) => items.map(row),
  conditions: conditionsOf,
  renderTable: ({items}) => renderEntries(items),
};
