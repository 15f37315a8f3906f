import {GUARANTEE_NAMES} from './kinds.js';
import type {GuaranteeKind} from '../schemas/kinds.js';

/** What of a guarantee and its works goes into the letter to the obligee. The key is none of it: it is in the notice. */
export interface SubmissionContract {
  kind: GuaranteeKind;
  /** 保証契約番号 */
  number: string;
  worksName: string;
  contractorName: string;
  /** 工事番号, where the contractor knows it. */
  worksNumber?: string | null;
  /** 案件番号 of the procurement, where it is another number. */
  procurementNumber?: string | null;
  contactName?: string | null;
  contactPhone?: string | null;
}

/** A text with everything filled in that is known, and the names of what is not. */
export interface Filled {
  text: string;
  missing: string[];
}

const NUMBER =
  /(?:仕様書|調達案件|案件|工事|業務|業務委託)(?:\((?:委託|業務委託)\))?番号(?:[(（]業務委託番号[)）])?|○○工第□号/g;
const NAME = /(?:案件|工事|業務(?:[(（]工事[)）])?|件)名|○○|〇〇/g;
const SHORT = {'advance-payment': '前払金', 'interim-payment': '中間前払金', performance: '契約'} as const;

/** 【契約保証/前払金/中間前払金】 names all kinds at once; only the one in hand stays. */
function chooseKind(template: string, kind: SubmissionContract['kind']): string {
  const words = [GUARANTEE_NAMES[kind], SHORT[kind]];
  return template.replace(/[^【】/]{1,20}(?:\/[^【】/]{1,20})+/g, list => {
    const items = list.split('/');
    const own = items.find(item =>
      words.some(word => bare(item).endsWith(word) && !bare(item).endsWith(`中間${word}`)),
    );
    // 電子保証(前払金)/(中間前払金): what stands before the first bracket belongs to each.
    const [lead] = items[0]?.includes('(') && own?.startsWith('(') ? items[0].split('(') : [''];
    return own ? `${lead}${own}` : list;
  });
}

const bare = (item: string): string => item.replace(/[()（）]/g, '');

/** 案件番号又は案件名 → the name alone, when the number is not known. */
function chooseEither(template: string, {worksNumber, procurementNumber}: SubmissionContract): string {
  return template.replace(/([^】又]{1,20})又は([^】又]{1,20})/, (_, first: string, second: string) => {
    const [name, number] = /名$/.test(first) ? [first, second] : [second, first];
    return (worksNumber ?? procurementNumber) ? number : name;
  });
}

/** Prose about a subject is not one: 「保証名称・工事番号・受注者を組み合わせた件名」 lists its parts. */
const listParts = (template: string): string =>
  /件名$/.test(template) ? template.replace(/を[^を]{0,12}件名$/, '').replaceAll('・', ' ') : template;

/** 案件番号 and 工事番号 are two numbers only where the obligee asks for both. */
function numberFor(label: string, template: string, contract: SubmissionContract): string | null | undefined {
  const {worksNumber, procurementNumber} = contract;
  const wantsBoth = (template.match(/番号/g) ?? []).length > 1 && !/[(（].*番号[)）]|又は/.test(template);
  if (!label.includes('案件')) return worksNumber;
  return procurementNumber ?? (wantsBoth ? undefined : worksNumber);
}

/** The number as this obligee wants it: 福島県 asks for its digits only. */
function numberText(template: string, worksNumber: string): string {
  return /ハイフンなし/.test(template) ? worksNumber.replace(/[-\s‐－ー−]/g, '') : worksNumber;
}

const BLANKS = new RegExp(
  `(?<number>${NUMBER.source})|(?<name>${NAME.source})|(?<contractor>受注者名?)|(?<kind>保証名称|保証の種類)|(?<contract>保証契約番号)|[+＋]`,
  'g',
);

/** Brings a prescribed text down to the one line that this contract fills. */
function chooseLine(template: string, contract: SubmissionContract): string {
  const line = chooseEither(chooseKind(listParts(template), contract.kind), contract);
  return line.replace(/[(（]ハイフンなし[^)）]*[)）]/, '');
}

/** Fills a prescribed subject or file name: 「【前払金書類】案件番号又は案件名」. */
export function fillTemplate(template: string, contract: SubmissionContract): Filled {
  const missing: string[] = [];
  const fillNumber = (label: string): string => {
    const value = numberFor(label, template, contract);
    if (value) return numberText(template, value);
    const blank = label.startsWith('○') ? '工事番号' : label;
    missing.push(blank);
    return `〔${blank}〕`;
  };
  // One pass, so that what a works name says is never taken for a blank to fill.
  const text = chooseLine(template, contract).replace(BLANKS, (...match) => {
    const found = match.at(-1) as Record<string, string | undefined>;
    if (found.number) return fillNumber(found.number);
    if (found.name) return contract.worksName;
    if (found.contractor) return contract.contractorName;
    if (found.kind) return GUARANTEE_NAMES[contract.kind];
    return found.contract ? contract.number : ' ';
  });
  // A line break in a subject would start another header of the mail.
  return {text: text.replace(/\p{Cc}+/gu, ' ').trim(), missing};
}
