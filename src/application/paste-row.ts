import {worksKindName, worksKinds} from '../i18n/works-kinds.js';
import {parseDate} from '../input/date.js';
import {parsePhone} from '../input/phone.js';
import {searchKey} from '../input/search.js';
import {parseYen} from '../input/yen.js';
import type {WorksKind} from '../schemas/kinds.js';
import {guaranteeKinds, guaranteePath, type Draft} from './draft.js';
import {fields, linkedTexts, type FormFacts} from './fields.js';

/** One cell of a pasted row, its heading where there was one, and the field it would go to. */
export interface PastedCell {
  text: string;
  heading: string;
  /** Empty when it goes nowhere. */
  path: string;
}

/** Fields that a cell can go to: those that one types into, and 対象 by its words. */
export const pasteTargets = fields.filter(
  ({path, input, control}) => (input && control !== 'given') || path === 'works/kind',
);

/** Names of the kinds of works in spreadsheets, besides their own. */
const kindWords: Record<WorksKind, readonly string[]> = {
  construction: ['工事', '建設', '土木工事', '建築工事'],
  services: ['業務', '委託', '委託業務', 'サービス'],
  survey: ['測量業務', '測量委託'],
  design: ['設計業務', '設計委託'],
  'construction-consulting': ['建設コンサルタント', 'コンサルタント', 'コンサル', '建設コンサル'],
  'construction-related-services': ['建設関連業務', '工事関連業務', '建設工事関連業務'],
};

/** Returns the kind of works that a cell names. */
function readKind(text: string): WorksKind | undefined {
  const key = searchKey(text);
  return worksKinds.find(kind =>
    [worksKindName(kind), ...kindWords[kind]].some(word => searchKey(word) === key),
  );
}

/** Returns what a cell becomes in a field; nothing where the field has no such choice. */
export const textInField = (path: string, text: string): string | undefined =>
  path === 'works/kind' ? readKind(text) : text;

/** Returns the cells of a copied range; a spreadsheet quotes those that hold line breaks, tabs or quotes. */
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

const headingKey = (text: string) => searchKey(text.replace(/[（(［[].*$/, ''));

const pathByHeading = (heading: string): string | undefined => {
  const key = headingKey(heading);
  const isNamed = (names: readonly string[]) => names.some(name => headingKey(name) === key);
  return key
    ? pasteTargets.find(({label, pasteNames = []}) => isNamed([label(), ...pasteNames]))?.path
    : undefined;
};

const amounts = ['works/price', ...guaranteeKinds.map(kind => guaranteePath(kind, 'guaranteeAmount'))];

/** How a text looks, and the fields for it; the first that fits decides. */
const patterns: [looksLike: (text: string) => boolean, paths: readonly string[]][] = [
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

function guessPath(text: string, isFree: (path: string) => boolean): string {
  const [, paths = []] = patterns.find(([looksLike]) => looksLike(text)) ?? [];
  return paths.find(isFree) ?? '';
}

/** Returns a pasted row with a guess for each cell; nothing if it is not one row with at most its headings. */
export function readPastedRow(text: string, facts: FormFacts): PastedCell[] | undefined {
  const rows = readCells(text);
  const isHeaded = rows.length === 2 && rows[0]?.some(heading => pathByHeading(heading));
  const row = isHeaded ? rows[1] : rows.length === 1 ? rows[0] : undefined;
  if (!row || row.filter(Boolean).length < 2) return undefined;
  const headings = isHeaded ? (rows[0] ?? []) : [];
  const taken = new Set<string>();
  const isShown = (path: string) => pasteTargets.some(each => each.path === path && each.isShown(facts));
  const take = (path: string) => (taken.add(path), path);
  // Cells with a heading go first, so that a guess does not take their place.
  const named = row.map((_cell, index) => pathByHeading(headings[index] ?? ''));
  const unique = named.map(path => (path && !taken.has(path) ? take(path) : undefined));
  return row.flatMap((cell, index) => {
    if (!cell) return [];
    const guess = () => guessPath(cell, path => !taken.has(path) && isShown(path));
    const path = unique[index] ?? (headings[index] ? '' : take(guess()));
    return [{text: cell, heading: headings[index] ?? '', path}];
  });
}

/** Returns the texts that a row writes; a guarantee whose fields it fills is applied for. */
export function textsOfCells(cells: readonly PastedCell[]): Draft {
  const texts: Record<string, string> = {};
  for (const {text, path} of cells) {
    const read = path && textInField(path, text);
    if (!read) continue;
    Object.assign(texts, {[path]: read, ...linkedTexts(path)});
    const kind = guaranteeKinds.find(each => path.startsWith(`${guaranteePath(each)}/`));
    if (kind) texts[guaranteePath(kind)] = 'true';
  }
  return texts;
}
