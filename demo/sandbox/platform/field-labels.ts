import {fieldAt, fieldOf, groupLabel, type Field} from '../../../src/application/fields.js';

/** What a field is, which decides how its faults are worded. */
export type FieldKind =
  'amount' | 'date' | 'text' | 'email' | 'phone' | 'choice' | 'number' | 'key' | 'section';

/** The Japanese label of a field as on the screens, and its kind. */
export interface FieldLabel {
  label: string;
  kind: FieldKind;
}

const labelled = (label: string, kind: FieldKind): FieldLabel => ({label, kind});

/** Fields of bodies other than an application. */
const otherFields: Record<string, FieldLabel> = {
  contractNumber: labelled('保証契約番号', 'number'),
  authKey: labelled('認証キー', 'key'),
  role: labelled('利用者の種類', 'choice'),
  accountId: labelled('アカウント', 'choice'),
  version: labelled('版', 'choice'),
  revision: labelled('変更の番号', 'choice'),
  reason: labelled('理由', 'text'),
  guaranteeAmount: labelled('保証金額', 'amount'),
  worksPrice: labelled('請負金額', 'amount'),
  period: labelled('工期', 'section'),
  'period/from': labelled('工期の始まり', 'date'),
  'period/to': labelled('工期の終わり', 'date'),
  validUntil: labelled('保証期限', 'date'),
  outcome: labelled('回答', 'choice'),
  releasedOn: labelled('返還日', 'date'),
  receivedOn: labelled('受領日', 'date'),
  kind: labelled('保証種類', 'choice'),
  suretyName: labelled('保証会社', 'text'),
  worksName: labelled('工事名', 'text'),
  note: labelled('メモ', 'text'),
  url: labelled('通知先のアドレス', 'text'),
  events: labelled('通知する出来事', 'choice'),
};

function kindOf({input, control}: Field): FieldKind {
  if (control === 'checkbox') return 'section'; // of a whole guarantee
  if (!input) return 'choice';
  if (input === 'yen') return 'amount';
  return input === 'date' || input === 'email' || input === 'phone' ? input : 'text';
}

/** Returns the label of the field at a path; an unknown member is called 入力内容. */
export function fieldLabel(path: readonly PropertyKey[]): FieldLabel {
  const name = path.map(String).join('/');
  const field = fieldOf(name);
  if (field) return labelled(field.label(), fieldAt(name) ? kindOf(field) : otherKind(field, name));
  const group = groupLabel(name);
  return otherFields[name] ?? labelled(group ?? '入力内容', 'section');
}

/** A code is chosen from a list; the joined text of two fields is a text. */
const otherKind = ({codePath}: Field, name: string): FieldKind => (name === codePath ? 'choice' : 'text');
