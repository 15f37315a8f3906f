import {msg, str} from '@lit/localize';
import {parseDate} from '../../src/input/date.js';
import {parseEmail} from '../../src/input/email.js';
import type {Parsed} from '../../src/input/parsed.js';
import {parsePhone} from '../../src/input/phone.js';
import {
  parseBankBranch,
  parseCompanyName,
  parseFreeText,
  parsePersonName,
  parseWorksName,
} from '../../src/input/text.js';
import {parseYen} from '../../src/input/yen.js';
import {guaranteeName} from '../../src/i18n/terms.js';
import type {GuaranteeKind} from '../../src/schemas/kinds.js';
import type {TriggerDates} from '../../src/schemas/works.js';
import {guaranteePath, isElectronic, isWanted, wantedKinds, type Draft} from './draft.js';
import {guaranteeKinds, hasDepositBank} from './kinds.js';

/** 「請負工事の情報」, 「保証の申込内容」, 「その他」. */
export type SectionName = 'works' | 'guarantees' | 'other';
/** The sections in the order of their tabs. */
export const sectionNames: readonly SectionName[] = ['works', 'guarantees', 'other'];

/** Names of the dates that a rule may compare its start with. */
export type DateName = keyof TriggerDates;

/** What decides which fields are shown and needed. */
export interface FormFacts {
  draft: Draft;
  /** Dates that the chosen obligee's rule keys on. */
  askedDates: readonly DateName[];
}

/** One field as data: where it stands, what it is called, how it is read, when it is needed. */
export interface Field {
  readonly path: string;
  readonly section: SectionName;
  /** As messages and 申込確認 call it; tells fields of the guarantees apart. */
  readonly name: () => string;
  /** Reads what is typed; a field without it is one of a few choices. */
  readonly parse?: (text: string, options: {field: string}) => Parsed<unknown>;
  readonly isShown: (facts: FormFacts) => boolean;
  readonly isRequired: (facts: FormFacts) => boolean;
  /** On leaving, the field shows what was understood: grouped digits, full-width letters. */
  readonly isTidied?: boolean;
}

const always = () => true;
const never = () => false;
const field = (section: SectionName, path: string, name: () => string, rest: Partial<Field> = {}): Field => ({
  path,
  section,
  name,
  isShown: always,
  isRequired: never,
  ...rest,
});

/** Labels of the dates that rules key on. */
export const dateLabels: Record<DateName, () => string> = {
  bidNotice: () => msg('入札公告日'),
  bid: () => msg('入札日'),
  designation: () => msg('指名通知日'),
  procurementStart: () => msg('発注手続きの開始日'),
  plannedContractNotice: () => msg('契約予定工事の通知日'),
  contract: () => msg('契約予定日'),
  guaranteeContract: () => msg('保証契約日'),
};
/** Names of all dates that rules key on. */
export const dateNames = Object.keys(dateLabels) as DateName[];

const hasElectronic = ({draft}: FormFacts) => guaranteeKinds.some(kind => isElectronic(draft, kind));

/** Another date of the draft that answers the same question: a designated bid has no public notice. */
const stands: Partial<Record<DateName, string>> = {
  bidNotice: 'works/dates/designation',
  designation: 'works/dates/bidNotice',
  contract: 'works/signedOn',
};

/** Whether a date is needed to judge the obligee's rule: once something electronic is chosen. */
function isDateNeeded(name: DateName, facts: FormFacts): boolean {
  const other = stands[name] ?? '';
  const isOtherAsked =
    !other.includes('/dates/') || facts.askedDates.some(asked => other.endsWith(`/${asked}`));
  return hasElectronic(facts) && !(isOtherAsked && facts.draft[other]);
}

const dateFields = dateNames.map(name =>
  field('works', `works/dates/${name}`, dateLabels[name], {
    parse: parseDate,
    isShown: ({askedDates}) => askedDates.includes(name),
    isRequired: facts => isDateNeeded(name, facts),
  }),
);

const hasPeriod = ({draft}: FormFacts) => Boolean(draft['works/period/from'] || draft['works/period/to']);

const worksFields: Field[] = [
  field('works', 'obligee/name', () => msg('発注者名'), {parse: parseCompanyName, isRequired: always}),
  field('works', 'works/name', () => msg('工事名'), {parse: parseWorksName, isRequired: always}),
  field('works', 'works/kind', () => msg('対象'), {isRequired: always}),
  ...dateFields,
  field('works', 'works/price', () => msg('請負金額'), {parse: parseYen, isRequired: always, isTidied: true}),
  field('works', 'works/signedOn', () => msg('請負契約日'), {parse: parseDate}),
  field('works', 'works/period/from', () => msg('工期の始まりの日'), {
    parse: parseDate,
    isRequired: hasPeriod,
  }),
  field('works', 'works/period/to', () => msg('工期の終わりの日'), {parse: parseDate, isRequired: hasPeriod}),
  field('works', 'contractorName', () => msg('請負契約者'), {parse: parseCompanyName, isRequired: always}),
  field('works', 'jointVentureName', () => msg('JV名'), {parse: parseCompanyName}),
];

function guaranteeFields(kind: GuaranteeKind): Field[] {
  const isShown = ({draft}: FormFacts) => isWanted(draft, kind);
  const of = (member: string, name: (guarantee: string) => string, rest: Partial<Field> = {}) =>
    field('guarantees', guaranteePath(kind, member), () => name(guaranteeName(kind)), {
      isShown,
      isRequired: always,
      ...rest,
    });
  const currentYear = of('currentYearAmount', name => msg(str`${name}の今年度対象額`), {
    parse: parseYen,
    isRequired: never,
    isTidied: true,
  });
  const bank = [
    of('depositBank/bank', name => msg(str`${name}の預託金融機関`), {parse: parseBankBranch, isTidied: true}),
    of('depositBank/branch', name => msg(str`${name}の預託金融機関の支店`), {
      parse: parseBankBranch,
      isTidied: true,
    }),
  ];
  return [
    of('certificateForm', name => msg(str`${name}の保証証書の形式`)),
    ...(hasDepositBank(kind) ? [currentYear] : []),
    of('guaranteeAmount', name => msg(str`${name}金額`), {parse: parseYen, isTidied: true}),
    ...(hasDepositBank(kind) ? bank : []),
    ...(kind === 'advance-payment' ? [of('redeposit', name => msg(str`${name}の再預託利用区分`))] : []),
    of('premiumPayment', name => msg(str`${name}料支払方法`)),
    of('premiumBilledTo/name', name => msg(str`${name}料請求先の名称`), {parse: parseCompanyName}),
    of('premiumBilledTo/destination', name => msg(str`${name}料請求先の送付先`), {parse: parseCompanyName}),
    of('premiumStatement', name => msg(str`${name}の保証料計算書(紙)`)),
  ];
}

const wantsMail = ({draft}: FormFacts) => draft['issueNotification/wanted'] === 'true';

const otherFields: Field[] = [
  field('other', 'branchCode', () => msg('申込送信先'), {isRequired: always}),
  field('other', 'issueNotification/wanted', () => msg('電子保証発行完了のお知らせ'), {
    isRequired: hasElectronic,
  }),
  field('other', 'issueNotification/email', () => msg('メールアドレス'), {
    parse: parseEmail,
    isShown: wantsMail,
    isRequired: always,
  }),
  field('other', 'contact/department', () => msg('担当部署'), {parse: parseCompanyName}),
  field('other', 'contact/title', () => msg('役職'), {parse: parsePersonName}),
  field('other', 'contact/personName', () => msg('担当者名'), {parse: parsePersonName}),
  field('other', 'contact/phone', () => msg('連絡先電話番号'), {parse: parsePhone}),
  field('other', 'message', () => msg('お客様から弊社への連絡事項'), {parse: parseFreeText}),
];

/** All fields in the order in which they are read. */
export const fields: readonly Field[] = [
  ...worksFields,
  ...guaranteeKinds.flatMap(kind => guaranteeFields(kind)),
  ...otherFields,
];

const byPath = new Map(fields.map(each => [each.path, each]));

/** The field at a path. */
export const fieldAt = (path: string): Field | undefined => byPath.get(path);

/** The section in which a path stands. */
export const sectionOf = (path: string): SectionName =>
  fieldAt(path)?.section ?? (path.startsWith('guarantees') ? 'guarantees' : 'works');

/** The field that a JSON pointer of the API means; the nearest one above when it points deeper or elsewhere. */
export function pathOfPointer(pointer: string, draft: Draft): string {
  const path = pointer.replace(/^\//, '').replaceAll('~1', '/').replaceAll('~0', '~');
  if (byPath.has(path)) return path;
  if (path === 'guarantees') return guaranteePath(wantedKinds(draft)[0] ?? 'advance-payment');
  if (path.includes('/depositBank')) {
    return path.replace(
      /\/depositBank.*/,
      path.endsWith('branchCode') ? '/depositBank/branch' : '/depositBank/bank',
    );
  }
  const parent = path.replace(/\/?[^/]*$/, '');
  const child = fields.find(each => path && each.path.startsWith(`${path}/`));
  return child?.path ?? (parent ? pathOfPointer(parent, draft) : '');
}
