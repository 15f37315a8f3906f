import {parseDate} from '../../src/input/date.js';
import {parsePhone} from '../../src/input/phone.js';
import {searchKey} from '../../src/input/search.js';
import {parseYen} from '../../src/input/yen.js';
import {worksKindName} from '../../src/i18n/works-kinds.js';
import type {WorksKind} from '../../src/schemas/kinds.js';
import {guaranteePath} from './draft.js';
import type {FormFacts} from './field.js';
import {fields} from './field-table.js';
import {finerWorksKinds, guaranteeKinds, mainWorksKinds} from './kinds.js';

/** One cell of a pasted row, the heading above it where there was one, and the field it would go to. */
export interface PastedCell {
  text: string;
  heading: string;
  /** Empty when it goes nowhere. */
  path: string;
}

/** Fields that a cell can go to: what one types into, and 対象 by its words; the company is the signed-in one. */
export const pasteTargets = fields.filter(
  ({path, parse}) => (parse && path !== 'contractorName') || path === 'works/kind',
);

/** What spreadsheets call the kinds of works besides their own names. */
const kindWords: Record<WorksKind, readonly string[]> = {
  construction: ['工事', '建設', '土木工事', '建築工事'],
  services: ['業務', '委託', '委託業務', 'サービス'],
  survey: ['測量業務', '測量委託'],
  design: ['設計業務', '設計委託'],
  'construction-consulting': ['建設コンサルタント', 'コンサルタント', 'コンサル', '建設コンサル'],
  'construction-related-services': ['建設関連業務', '工事関連業務', '建設工事関連業務'],
};

/** The kind of works that a cell names. */
function readKind(text: string): WorksKind | undefined {
  const key = searchKey(text);
  const kinds: readonly WorksKind[] = [...mainWorksKinds, ...finerWorksKinds];
  return kinds.find(kind => [worksKindName(kind), ...kindWords[kind]].some(word => searchKey(word) === key));
}

/** What a cell becomes in a field; nothing where the field has no such choice. */
export const textInField = (path: string, text: string): string | undefined =>
  path === 'works/kind' ? readKind(text) : text;

/** Cells as a spreadsheet copies them: quoted where they hold line breaks, tabs or quotes. */
export function readCells(text: string): string[][] {
  const cell = /(?:"((?:[^"]|"")*)"(?=\t|\r?\n|$)|([^\t\r\n]*))(\t|\r?\n|$)/y;
  const rows: string[][] = [[]];
  while (cell.lastIndex < text.length) {
    const [, quoted, plain, end] = cell.exec(text) ?? [];
    if (end === undefined) break;
    rows.at(-1)?.push((quoted?.replaceAll('""', '"') ?? plain ?? '').trim());
    if (end.includes('\n')) rows.push([]);
  }
  return rows.filter(row => row.some(Boolean));
}

/** What spreadsheets call a field besides its own name. */
const aliases: Record<string, readonly string[]> = {
  'obligee/name': ['発注者', '発注機関', '発注機関名', '被保証者'],
  'works/name': ['工事件名', '件名', '業務名', '委託名', '工事名称'],
  'works/kind': ['種別', '区分', '工種', '業種', '契約種別', '工事種別', '種類'],
  'works/price': ['契約金額', '請負代金額', '請負代金', '契約額', '請負額'],
  'works/signedOn': ['契約日', '契約年月日', '契約締結日'],
  'works/period/from': ['着工日', '着手日', '工期始期', '工期開始日', '工期開始', '工期自', '始期'],
  'works/period/to': ['完成日', '竣工日', '工期終期', '工期終了日', '工期終了', '完成期限', '工期至', '終期'],
  jointVentureName: ['jv', '共同企業体名', '共同企業体'],
  'guarantees/advance-payment/guaranteeAmount': ['前払金額', '前払金', '前金払額'],
  'guarantees/interim-payment/guaranteeAmount': ['中間前払金額', '中間前払金'],
  'guarantees/performance/guaranteeAmount': ['契約保証金額', '契約保証金'],
  'guarantees/advance-payment/depositBank/bank': ['預託金融機関', '金融機関', '銀行名', '銀行'],
  'guarantees/advance-payment/depositBank/branch': ['支店', '支店名'],
  'issueNotification/email': ['メール', 'email', 'mail', 'eメール'],
  'contact/department': ['部署', '所属', '部署名'],
  'contact/personName': ['担当者', '担当', '氏名', '担当者氏名'],
  'contact/phone': ['電話番号', '電話', 'tel', '連絡先'],
  message: ['連絡事項', '備考'],
};

const headingKey = (text: string) => searchKey(text.replace(/[（(［[].*$/, ''));

const pathByHeading = (heading: string): string | undefined => {
  const key = headingKey(heading);
  const isCalled = (names: readonly string[] = []) => names.some(name => headingKey(name) === key);
  return key
    ? pasteTargets.find(({path, name}) => isCalled([name(), ...(aliases[path] ?? [])]))?.path
    : undefined;
};

const amounts = ['works/price', ...guaranteeKinds.map(kind => guaranteePath(kind, 'guaranteeAmount'))];

/** What a text looks like, and the fields for that; the first that fits decides. */
const kinds: [looksLike: (text: string) => boolean, paths: readonly string[]][] = [
  [text => readKind(text) !== undefined, ['works/kind']],
  [text => text.includes('@'), ['issueNotification/email']],
  [text => /^[(（]?[0０+＋]/.test(text) && parsePhone(text).valid, ['contact/phone']],
  [
    text => /[年/／.\-－]/.test(text) && parseDate(text).valid,
    ['works/signedOn', 'works/period/from', 'works/period/to'],
  ],
  [text => /\d|[０-９]|円/.test(text) && parseYen(text).valid, amounts],
  [text => /(銀行|信用金庫|信用組合|信金|農協)$/.test(text), ['guarantees/advance-payment/depositBank/bank']],
  [text => /(支店|営業部|出張所)$/.test(text), ['guarantees/advance-payment/depositBank/branch']],
  [text => /(共同企業体|ＪＶ|JV)/.test(text), ['jointVentureName']],
  [text => /(工事|業務|委託|修繕|測量|設計)/.test(text), ['works/name']],
  [text => /([都道府県市区町村省局庁]|公社|機構|企業団)長?$/.test(text), ['obligee/name']],
  [text => /(課|部|係|室)$/.test(text), ['contact/department']],
  [() => true, ['obligee/name', 'works/name', 'contact/personName']],
];

function pathByKind(text: string, isFree: (path: string) => boolean): string {
  const [, paths = []] = kinds.find(([looksLike]) => looksLike(text)) ?? [];
  return paths.find(isFree) ?? '';
}

/** The row that was pasted with a guess for each cell; nothing if it is not one row with at most its headings. */
export function readPastedRow(text: string, facts: FormFacts): PastedCell[] | undefined {
  const rows = readCells(text);
  const isHeaded = rows.length === 2 && rows[0]?.some(heading => pathByHeading(heading));
  const row = isHeaded ? rows[1] : rows.length === 1 ? rows[0] : undefined;
  if (!row || row.filter(Boolean).length < 2) return undefined;
  const headings = isHeaded ? (rows[0] ?? []) : [];
  const taken = new Set<string>();
  const isShown = (path: string) => pasteTargets.some(each => each.path === path && each.isShown(facts));
  const take = (path: string) => (taken.add(path), path);
  // What has a heading goes first, so that a guess does not take its place.
  const named = row.map((_cell, index) => pathByHeading(headings[index] ?? ''));
  const unique = named.map(path => (path && !taken.has(path) ? take(path) : undefined));
  return row.flatMap((cell, index) => {
    if (!cell) return [];
    const guess = () => pathByKind(cell, path => !taken.has(path) && isShown(path));
    const path = unique[index] ?? (headings[index] ? '' : take(guess()));
    return [{text: cell, heading: headings[index] ?? '', path}];
  });
}
