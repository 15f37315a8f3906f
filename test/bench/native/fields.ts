import {readBank, readDate, readEmail, readPhone, readText, readYen, type Reading} from './read.js';

/** The three sections, in the order of their tabs. */
export const sections = ['works', 'guarantees', 'other'] as const;

/** What stands in the form, as typed; boxes that are not ticked are missing. */
export type Draft = Record<string, string | undefined>;

/** One field: where it stands, what messages call it, how it is read, when it is asked for. */
export interface Field {
  name: string;
  label: string;
  section: (typeof sections)[number];
  read?: (text: string) => Reading;
  isShown?: (draft: Draft) => boolean;
  isRequired?: boolean;
}

const wants = (guarantee: string) => (draft: Draft) => Boolean(draft[guarantee]);

const guarantee = (prefix: string, name: string): Field[] =>
  (
    [
      {name: `${prefix}-form`, label: `${name}の保証証書の形式`},
      {name: `${prefix}-amount`, label: `${name}金額`, read: readYen},
      {name: `${prefix}-payment`, label: `${name}料支払方法`},
      {name: `${prefix}-billed-name`, label: `${name}料請求先の宛名`, read: readText(60)},
      {name: `${prefix}-billed-to`, label: `${name}料請求先の送付先`, read: readText(60)},
      {name: `${prefix}-statement`, label: `${name}の保証料計算書(紙)`},
    ] satisfies Partial<Field>[]
  ).map(field => ({...field, section: 'guarantees', isRequired: true, isShown: wants(prefix)}));

const ofAdvance = {section: 'guarantees', isShown: wants('advance')} as const;
const works = {section: 'works', isRequired: true} as const;

/** All fields in the order in which they are read. */
export const fields: readonly Field[] = [
  {...works, name: 'obligee', label: '発注者名', read: readText(60)},
  {...works, name: 'works-name', label: '工事名', read: readText(400)},
  {...works, name: 'works-kind', label: '対象'},
  {section: 'works', name: 'trigger-date', label: '入札公告日', read: readDate},
  {...works, name: 'works-price', label: '請負金額', read: readYen},
  {section: 'works', name: 'signed-on', label: '請負契約日', read: readDate},
  {section: 'works', name: 'period-from', label: '工期の始まりの日', read: readDate},
  {section: 'works', name: 'period-to', label: '工期の終わりの日', read: readDate},
  {...works, name: 'contractor', label: '請負契約者', read: readText(60)},
  {section: 'works', name: 'joint-venture', label: 'JV名', read: readText(60)},
  {...ofAdvance, name: 'current-year-amount', label: '今年度対象額', read: readYen},
  ...guarantee('advance', '前払金保証'),
  {...ofAdvance, name: 'bank', label: '預託金融機関', read: readBank, isRequired: true},
  {...ofAdvance, name: 'bank-branch', label: '預託金融機関の支店', read: readBank, isRequired: true},
  {...ofAdvance, name: 'redeposit', label: '再預託利用区分', isRequired: true},
  ...guarantee('performance', '契約保証'),
  {section: 'other', name: 'branch', label: '申込送信先', isRequired: true},
  {section: 'other', name: 'notification', label: '電子保証発行完了のお知らせ', isRequired: true},
  {
    section: 'other',
    name: 'email',
    label: 'メールアドレス',
    read: readEmail,
    isRequired: true,
    isShown: draft => draft.notification === 'true',
  },
  {section: 'other', name: 'department', label: '担当部署', read: readText(60)},
  {section: 'other', name: 'title', label: '役職', read: readText(40)},
  {section: 'other', name: 'person', label: '担当者名', read: readText(40)},
  {section: 'other', name: 'phone', label: '連絡先電話番号', read: readPhone},
  {section: 'other', name: 'message', label: 'お客様から弊社への連絡事項', read: readText(1000, true)},
];

const byName = new Map(fields.map(field => [field.name, field]));

/** The field of a name. */
export const fieldOf = (name: string): Field | undefined => byName.get(name);

/** What a field's text means; nothing while it is empty or a choice. */
export function readField(name: string, draft: Draft): Reading | undefined {
  const text = draft[name]?.trim();
  return text ? fieldOf(name)?.read?.(text) : undefined;
}

/** The number in an amount field, if there is one. */
export function amountOf(name: string, draft: Draft): number | undefined {
  const reading = readField(name, draft);
  return reading && 'value' in reading && typeof reading.value === 'number' ? reading.value : undefined;
}

/** Fields whose check looks at another field too. */
export const dependents: Record<string, readonly string[]> = {
  'works-price': ['advance-amount', 'performance-amount', 'current-year-amount'],
  'period-from': ['period-to'],
};

const AMOUNTS = ['advance-amount', 'performance-amount', 'current-year-amount'];

function compare(name: string, draft: Draft, value: number | string): string | undefined {
  const price = amountOf('works-price', draft);
  if (AMOUNTS.includes(name) && price !== undefined && Number(value) > price) {
    return 'は、請負金額を超えない金額を入力してください。';
  }
  if (name !== 'period-to') return undefined;
  const from = readField('period-from', draft);
  return from && 'value' in from && value < from.value
    ? 'を、始まりの日と同じ日か、それより後の日にしてください。'
    : undefined;
}

/** The sentence to show at a field, if something is wrong with it. */
export function checkField(
  {name, label, read, isShown, isRequired}: Field,
  draft: Draft,
): string | undefined {
  if (isShown && !isShown(draft)) return undefined;
  if (!draft[name]?.trim()) {
    return isRequired ? `${label}を${read ? '入力して' : '選んで'}ください。` : undefined;
  }
  const reading = readField(name, draft);
  if (!reading) return undefined;
  const trouble = 'error' in reading ? reading.error : compare(name, draft, reading.value);
  return trouble && label + trouble;
}
