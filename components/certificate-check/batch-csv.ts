import {msg} from '@lit/localize';
import {toCsv, type CsvCell} from '../../src/domain/csv.js';
import {formatDateTime} from '../../src/domain/format.js';
import {dayInJapan} from '../../src/domain/instant.js';
import {guaranteeName, revisionName} from '../../src/i18n/terms.js';
import {saveCsvText} from '../ui/save-file.js';
import type {BatchRow} from './batch-queue.js';
import {comparisonText, rowNote, rowStateName} from './batch-words.js';

const headings = (): string[] => [
  msg('ファイル名'),
  msg('結果'),
  msg('保証契約番号'),
  msg('保証種類'),
  msg('対象'),
  msg('工事名'),
  msg('受注者名'),
  msg('発注者名'),
  msg('請負金額'),
  msg('保証金額'),
  msg('保証期限'),
  msg('照合結果'),
  msg('異なる項目'),
  msg('確認日時'),
  msg('補足'),
];

function cells(row: BatchRow): CsvCell[] {
  const {check} = row;
  const newest = check?.certificates.at(-1);
  const differing = (row.comparison ?? []).filter(({isSame}) => !isSame);
  return [
    row.name,
    rowStateName(row),
    row.contractNumber ?? null,
    newest ? guaranteeName(newest.kind) : null,
    newest ? revisionName(newest.revision) : null,
    newest?.works.name ?? null,
    newest?.contractor.name ?? null,
    newest?.obligeeName ?? null,
    newest?.works.price ?? null,
    newest?.guaranteeAmount ?? null,
    newest?.validUntil?.replaceAll('-', '/') ?? null,
    comparisonText(row) || null,
    differing.map(({label, expected, actual}) => `${label}：${expected}→${actual}`).join('、') || null,
    check ? formatDateTime(check.checkedAt) : null,
    rowNote(row) || null,
  ];
}

/** Saves the list as a table; no cell holds a key. */
export const saveBatchCsv = (rows: readonly BatchRow[]): void =>
  saveCsvText(
    toCsv([headings(), ...rows.map(cells)]),
    `${msg('保証証書の確認結果')}_${dayInJapan(new Date()).replaceAll('-', '')}.csv`,
  );
