import {parseContractNumber} from '../../src/input/contract-number.js';
import {readCsv} from '../../src/input/csv-table.js';
import {parseDate} from '../../src/input/date.js';
import {sameText, searchKey} from '../../src/input/search.js';
import {parseYen} from '../../src/input/yen.js';
import type {ExpectedCertificate} from './comparison.js';

/** The obligee's own data: one contract, several with their numbers, or a table of them as CSV. */
export type Expected = ExpectedCertificate | readonly ExpectedCertificate[] | string;

/** What a cell says; nothing where it cannot be read. */
type Reader = (cell: string) => ExpectedCertificate | undefined;

const yen =
  (name: 'worksPrice' | 'guaranteeAmount'): Reader =>
  cell => {
    const parsed = parseYen(cell);
    return parsed.valid ? {[name]: parsed.value} : undefined;
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
  [
    ['請負契約日', '契約日', '契約年月日', 'signedOn'],
    cell => {
      const signedOn = day(cell);
      return signedOn ? {signedOn} : undefined;
    },
  ],
];
const [wholePeriod, starts, ends] = [
  ['工期'],
  ['工期開始', '工期自', '着工日', 'from'],
  ['工期終了', '工期至', '完成期限', '完了日', 'to'],
] as const;
const periodHeads: readonly string[] = [...wholePeriod, ...starts, ...ends];

/** 工期 stands in two columns, or in one with a sign between both days. */
function periodOf(heads: readonly string[], row: readonly string[]): ExpectedCertificate | undefined {
  const cell = (names: readonly string[]) => row[heads.findIndex(head => names.includes(head))]?.trim() ?? '';
  const [first = '', last = ''] = cell(wholePeriod).split(/[~〜～]|から/);
  const texts = [cell(starts) || first, cell(ends) || last] as const;
  if (!texts.some(Boolean)) return {};
  const [from, to] = [day(texts[0]), day(texts[1])];
  return from && to ? {period: {from, to}} : undefined;
}

/** What was understood of a table. */
export interface ReadLedger {
  rows: ExpectedCertificate[];
  /** The heads of the columns that are compared, as the table has them. */
  known: string[];
  /** The heads of those that are not. */
  passedOver: string[];
  /** Rows, counted with the heads as 1, in which an amount or a day could not be read. */
  unread: number[];
}

/** A table with a row of heads; columns of other names and cells that cannot be read are left out, and named. */
export function readLedger(text: string): ReadLedger {
  const [first = [], ...lines] = readCsv(text);
  const heads = first.map(head => head.normalize('NFKC').replace(/[\s()（）円]/g, ''));
  const readers = heads.map(head => columns.find(([names]) => names.some(name => sameText(name, head)))?.[1]);
  const isKnown = (index: number) => Boolean(readers[index]) || periodHeads.includes(heads[index] ?? '');
  const named = first.map(head => head.trim());
  const ledger: ReadLedger = {
    rows: [],
    known: named.filter((_, index) => isKnown(index)),
    passedOver: named.filter((head, index) => head && !isKnown(index)),
    unread: [],
  };
  lines.forEach((line, at) => {
    const cells = line.map((cell, index) => (cell.trim() ? (readers[index] ?? ignore)(cell.trim()) : {}));
    const read = [periodOf(heads, line), ...cells];
    if (read.includes(undefined)) ledger.unread.push(at + 2);
    ledger.rows.push(Object.assign({}, ...read) as ExpectedCertificate);
  });
  return ledger;
}

const ignore: Reader = () => ({});

/** What the page gave, as a list. */
export function expectedList(expected: Expected | undefined): readonly ExpectedCertificate[] {
  if (!expected) return [];
  if (typeof expected === 'string') return readLedger(expected).rows;
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
