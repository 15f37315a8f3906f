import {parseContractNumber} from '../../src/input/contract-number.js';
import {readCsv} from '../../src/input/csv-table.js';
import {parseDate} from '../../src/input/date.js';
import {sameText, searchKey} from '../../src/input/search.js';
import {parseYen} from '../../src/input/yen.js';
import type {ExpectedCertificate} from './comparison.js';

/** The obligee's own data: one contract, several with their numbers, or a table of them as CSV. */
export type Expected = ExpectedCertificate | readonly ExpectedCertificate[] | string;

type Reader = (cell: string) => ExpectedCertificate;

const yen =
  (name: 'worksPrice' | 'guaranteeAmount'): Reader =>
  cell => {
    const parsed = parseYen(cell);
    return parsed.valid ? {[name]: parsed.value} : {};
  };
const day = (cell: string): string | undefined => {
  const parsed = parseDate(cell);
  return parsed.valid ? parsed.value : undefined;
};

/** The heads that offices give to these columns, and our own names. */
const columns: [heads: readonly string[], read: Reader][] = [
  [['保証契約番号', '保証番号', '証書番号', 'contractNumber'], contractNumber => ({contractNumber})],
  [['工事名', '件名', '業務名', '案件名', 'worksName'], worksName => ({worksName})],
  [
    ['受注者名', '受注者', '請負者', '契約者名', '保証契約者', 'contractorName'],
    contractorName => ({contractorName}),
  ],
  [['発注者名', '発注者', 'obligeeName'], obligeeName => ({obligeeName})],
  [['請負金額', '請負代金額', '契約金額', 'worksPrice'], yen('worksPrice')],
  [['保証金額', 'guaranteeAmount'], yen('guaranteeAmount')],
  [['請負契約日', '契約日', '契約年月日', 'signedOn'], cell => ({signedOn: day(cell)})],
];

/** 工期 stands in two columns, or in one with a sign between both days. */
function periodOf(heads: readonly string[], row: readonly string[]): ExpectedCertificate {
  const cell = (...names: string[]) => row[heads.findIndex(head => names.includes(head))] ?? '';
  const [first = '', last = ''] = cell('工期').split(/[~〜～]|から/);
  const from = day(cell('工期開始', '工期自', '着工日', 'from') || first);
  const to = day(cell('工期終了', '工期至', '完成期限', '完了日', 'to') || last);
  return from && to ? {period: {from, to}} : {};
}

/** A table with a row of heads; columns of other names and cells that cannot be read are left out. */
function readTable(text: string): ExpectedCertificate[] {
  const [first = [], ...rows] = readCsv(text);
  const heads = first.map(head => head.normalize('NFKC').replace(/[\s()（）円]/g, ''));
  const known = heads.map(head => columns.find(([names]) => names.some(name => sameText(name, head)))?.[1]);
  return rows.map(row => {
    const cells = row.map((cell, index) => (cell.trim() ? known[index]?.(cell.trim()) : undefined) ?? {});
    return cells.reduce<ExpectedCertificate>((all, each) => ({...all, ...each}), periodOf(heads, row));
  });
}

/** What the page gave, as a list. */
export function expectedList(expected: Expected | undefined): readonly ExpectedCertificate[] {
  if (!expected) return [];
  if (typeof expected === 'string') return readTable(expected);
  return Array.isArray(expected)
    ? (expected as readonly ExpectedCertificate[])
    : [expected as ExpectedCertificate];
}

/** However a number is written: width, hyphens and spaces make no difference. */
function numberKey(number: string): string {
  const parsed = parseContractNumber(number);
  return searchKey(parsed.valid ? parsed.value : number);
}

/** What is expected of a contract: that with its number, else the one that was given without a number. */
export function expectedFor(
  expected: readonly ExpectedCertificate[],
  contractNumber: string,
): ExpectedCertificate | undefined {
  const named = expected.find(
    each => each.contractNumber && numberKey(each.contractNumber) === numberKey(contractNumber),
  );
  return named ?? (expected.length === 1 && !expected[0]?.contractNumber ? expected[0] : undefined);
}

/** The numbers that were expected and have not come. */
export function missingNumbers(expected: readonly ExpectedCertificate[], found: readonly string[]): string[] {
  const there = new Set(found.map(numberKey));
  return expected.flatMap(({contractNumber}) =>
    contractNumber && !there.has(numberKey(contractNumber)) ? [contractNumber] : [],
  );
}
