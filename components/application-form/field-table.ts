import {msg, str} from '@lit/localize';
import {parseDate} from '../../src/input/date.js';
import {parseEmail} from '../../src/input/email.js';
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
import {guaranteePath, isElectronic, isWanted, wantedKinds, type Draft} from './draft.js';
import {always, field, never, type DateName, type FactName, type Field, type FormFacts} from './field.js';
import {guaranteeKinds, hasDepositBank} from './kinds.js';
import {worksFields} from './works-fields.js';

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

const asksFor =
  (name: FactName) =>
  ({askedFacts}: FormFacts) =>
    askedFacts.includes(name);
const isAmendment = ({draft}: FormFacts) => draft['works/amendment'] === 'true';

const factFields: Field[] = [
  field('works', 'works/department', () => msg('発注者の担当課'), {
    parse: parseCompanyName,
    isShown: asksFor('department'),
    isRequired: hasElectronic,
  }),
  field('works', 'works/procurement', () => msg('契約の方法'), {
    isShown: asksFor('procurement'),
    isRequired: hasElectronic,
  }),
  field('works', 'works/amendment', () => msg('契約の区分'), {
    isShown: asksFor('amendment'),
    isRequired: hasElectronic,
  }),
  field('works', 'works/originalSignedOn', () => msg('当初の契約日'), {
    parse: parseDate,
    isShown: facts => asksFor('amendment')(facts) && isAmendment(facts),
    isRequired: hasElectronic,
  }),
];

/** How the texts of the first section are read; its names and needs come from there. */
const readers: Record<string, NonNullable<Field['parse']>> = {
  'obligee/name': parseCompanyName,
  'works/name': parseWorksName,
  'works/signedOn': parseDate,
  'works/period/from': parseDate,
  'works/period/to': parseDate,
  contractorName: parseCompanyName,
  jointVentureName: parseCompanyName,
};

const worksSection: Field[] = worksFields.flatMap(each => {
  const parse = readers[each.path];
  const read = parse ? {...each, parse} : each;
  return each.path === 'works/kind' ? [read, ...factFields, ...dateFields] : [read];
});

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
  ...worksSection,
  ...guaranteeKinds.flatMap(kind => guaranteeFields(kind)),
  ...otherFields,
];

const byPath = new Map(fields.map(each => [each.path, each]));

/** The field at a path. */
export const fieldAt = (path: string): Field | undefined => byPath.get(path);

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
