import {msg} from '@lit/localize';
import {dayText, yenText} from '../../src/i18n/format.js';
import {parseContractNumber} from '../../src/input/contract-number.js';
import {readCsv} from '../../src/input/csv-table.js';
import {parseDate} from '../../src/input/date.js';
import {sameText, searchKey} from '../../src/input/search.js';
import {parseYen} from '../../src/input/yen.js';
import type {Certificate} from '../../src/schemas/certificate.js';

/** The obligee's own data on a contract; only what is given is compared. */
export interface ExpectedCertificate {
  /** 保証契約番号, by which a certificate finds its entry where there are several. */
  contractNumber?: string | undefined;
  worksName?: string;
  contractorName?: string;
  obligeeName?: string;
  /** 請負金額, whole yen. */
  worksPrice?: number;
  /** 保証金額, whole yen: the certificate's has to be the same. */
  guaranteeAmount?: number;
  /** 請負契約日, `YYYY-MM-DD`. */
  signedOn?: string | undefined;
  /** 工期, `YYYY-MM-DD` each. */
  period?: {from: string; to: string};
}

/** The obligee's own data: one contract, several with their numbers, or a table of them as CSV. */
export type Expected = ExpectedCertificate | readonly ExpectedCertificate[] | string;

/** Reads a cell; returns nothing when the cell cannot be read. */
type CellReader = (cell: string) => ExpectedCertificate | undefined;

const readYen =
  (name: 'worksPrice' | 'guaranteeAmount'): CellReader =>
  cell => {
    const parsed = parseYen(cell);
    return parsed.valid ? {[name]: parsed.value} : undefined;
  };
const readDay = (cell: string): string | undefined => {
  const parsed = parseDate(cell);
  return parsed.valid ? parsed.value : undefined;
};

/** Headings that offices give to the columns, and the names of our own properties. */
const COLUMNS: readonly [headings: readonly string[], read: CellReader][] = [
  [['保証契約番号', '保証番号', '証書番号', 'contractNumber'], contractNumber => ({contractNumber})],
  [['工事名', '件名', '業務名', '案件名', 'worksName'], worksName => ({worksName})],
  [
    ['受注者名', '受注者', '請負者', '契約者名', '保証契約者', 'contractorName'],
    contractorName => ({contractorName}),
  ],
  [['発注者名', '発注者', 'obligeeName'], obligeeName => ({obligeeName})],
  [['請負金額', '請負代金額', '契約金額', 'worksPrice'], readYen('worksPrice')],
  [['保証金額', 'guaranteeAmount'], readYen('guaranteeAmount')],
  [
    ['請負契約日', '契約日', '契約年月日', 'signedOn'],
    cell => {
      const signedOn = readDay(cell);
      return signedOn ? {signedOn} : undefined;
    },
  ],
];
const PERIOD = ['工期'];
const PERIOD_START = ['工期開始', '工期自', '着工日', 'from'];
const PERIOD_END = ['工期終了', '工期至', '完成期限', '完了日', 'to'];
const PERIOD_HEADINGS = [...PERIOD, ...PERIOD_START, ...PERIOD_END];

/** Reads 工期 from two columns, or from one with a sign between both days. */
function readPeriod(headings: readonly string[], row: readonly string[]): ExpectedCertificate | undefined {
  const cell = (names: readonly string[]) =>
    row[headings.findIndex(heading => names.includes(heading))]?.trim() ?? '';
  const [first = '', last = ''] = cell(PERIOD).split(/[~〜～]|から/);
  const texts = [cell(PERIOD_START) || first, cell(PERIOD_END) || last] as const;
  if (!texts.some(Boolean)) return {};
  const [from, to] = [readDay(texts[0]), readDay(texts[1])];
  return from && to ? {period: {from, to}} : undefined;
}

/** A table of the obligee, and how much of it was understood. */
export interface ExpectedTable {
  rows: ExpectedCertificate[];
  /** Headings of the columns that are compared, as the table has them. */
  comparedColumns: string[];
  ignoredColumns: string[];
  /** Row numbers, with the headings as 1, in which an amount or a day could not be read. */
  unreadRows: number[];
}

/** Reads a table with a row of headings. Unknown columns and cells that cannot be read are left out, and named. */
export function readExpectedTable(text: string): ExpectedTable {
  const [first = [], ...lines] = readCsv(text);
  const headings = first.map(heading => heading.normalize('NFKC').replace(/[\s()（）円]/g, ''));
  const readers = headings.map(
    heading => COLUMNS.find(([names]) => names.some(name => sameText(name, heading)))?.[1],
  );
  const isCompared = (index: number) =>
    Boolean(readers[index]) || PERIOD_HEADINGS.includes(headings[index] ?? '');
  const columns = first.map(heading => heading.trim());
  const table: ExpectedTable = {
    rows: [],
    comparedColumns: columns.filter((_, index) => isCompared(index)),
    ignoredColumns: columns.filter((column, index) => column && !isCompared(index)),
    unreadRows: [],
  };
  lines.forEach((line, index) => {
    const cells = line.map((cell, column) => {
      const read = readers[column];
      return read && cell.trim() ? read(cell.trim()) : {};
    });
    const read = [readPeriod(headings, line), ...cells];
    if (read.includes(undefined)) table.unreadRows.push(index + 2);
    table.rows.push(Object.assign({}, ...read) as ExpectedCertificate);
  });
  return table;
}

/** Returns what the page gave as a list. */
export function expectedList(expected: Expected | undefined): readonly ExpectedCertificate[] {
  if (!expected) return [];
  if (typeof expected === 'string') return readExpectedTable(expected).rows;
  return Array.isArray(expected)
    ? (expected as readonly ExpectedCertificate[])
    : [expected as ExpectedCertificate];
}

/** Folds width, hyphens and spaces of a contract number. */
function numberKey(number: string): string {
  const parsed = parseContractNumber(number);
  return searchKey(parsed.valid ? parsed.value : number);
}

/** Returns the entry with this contract number, or the only entry if that has no number. */
export function expectedFor(
  list: readonly ExpectedCertificate[],
  contractNumber: string,
): ExpectedCertificate | undefined {
  const found = list.find(
    each => each.contractNumber && numberKey(each.contractNumber) === numberKey(contractNumber),
  );
  return found ?? (list.length === 1 && !list[0]?.contractNumber ? list[0] : undefined);
}

/** Returns the expected contract numbers for which no certificate was found. */
export function missingNumbers(list: readonly ExpectedCertificate[], found: readonly string[]): string[] {
  const foundKeys = new Set(found.map(numberKey));
  return list.flatMap(({contractNumber}) =>
    contractNumber && !foundKeys.has(numberKey(contractNumber)) ? [contractNumber] : [],
  );
}

/** A field that was compared, with both values as they are shown. */
export interface ComparedField {
  label: string;
  expected: string;
  actual: string;
  isSame: boolean;
}

const periodText = (period: {from: string; to: string} | null | undefined) =>
  period ? `${dayText(period.from)}～${dayText(period.to)}` : '';
const amountText = (amount: number | undefined) => (amount === undefined ? undefined : yenText(amount));
const optionalDayText = (date: string | null | undefined) => (date ? dayText(date) : undefined);

/** Compares the obligee's data with the certificate field by field, ignoring width, spaces and hyphens. */
export function compareCertificate(expected: ExpectedCertificate, certificate: Certificate): ComparedField[] {
  const {works} = certificate;
  const fields: [label: string, expected: string | undefined, actual: string | undefined][] = [
    [msg('工事名'), expected.worksName, works.name],
    [msg('受注者名'), expected.contractorName, certificate.contractor.name],
    [msg('発注者名'), expected.obligeeName, certificate.obligeeName],
    [msg('請負金額'), amountText(expected.worksPrice), yenText(works.price)],
    [msg('保証金額'), amountText(expected.guaranteeAmount), yenText(certificate.guaranteeAmount)],
    [msg('請負契約日'), optionalDayText(expected.signedOn), optionalDayText(works.signedOn)],
    [msg('工期'), expected.period && periodText(expected.period), periodText(works.period)],
  ];
  return fields.flatMap(([label, wanted, actual = '']) =>
    wanted ? [{label, expected: wanted, actual, isSame: sameText(wanted, actual)}] : [],
  );
}
