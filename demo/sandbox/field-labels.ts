/** What a field is, which decides how its faults are worded. */
export type FieldKind =
  'amount' | 'date' | 'text' | 'email' | 'phone' | 'choice' | 'number' | 'key' | 'section';

/** A field's Japanese label as on the screens, and its kind. */
export interface FieldLabel {
  label: string;
  kind: FieldKind;
}

const guaranteeNames: Record<string, string> = {
  'advance-payment': '前払金保証',
  'interim-payment': '中間前払金保証',
  performance: '契約保証',
};

const field = (label: string, kind: FieldKind): FieldLabel => ({label, kind});

/** Fields of one guarantee; `{g}` is the guarantee's name. */
const guaranteeFields: Record<string, FieldLabel> = {
  '': field('{g}の申込内容', 'section'),
  certificateForm: field('{g}の保証証書の形式', 'choice'),
  currentYearAmount: field('{g}の今年度対象額', 'amount'),
  guaranteeAmount: field('{g}金額', 'amount'),
  depositBank: field('{g}の預託金融機関', 'section'),
  'depositBank/name': field('{g}の預託金融機関', 'text'),
  'depositBank/bankCode': field('{g}の預託金融機関', 'choice'),
  'depositBank/branchCode': field('{g}の預託金融機関の支店', 'choice'),
  redeposit: field('{g}の再預託利用区分', 'choice'),
  premiumPayment: field('{g}料支払方法', 'choice'),
  premiumBilledTo: field('{g}料請求先', 'section'),
  'premiumBilledTo/name': field('{g}料請求先', 'text'),
  'premiumBilledTo/destination': field('{g}料請求先の送付先', 'text'),
  premiumStatement: field('{g}の保証料計算書(紙)について', 'choice'),
};

const fields: Record<string, FieldLabel> = {
  obligee: field('発注者名', 'section'),
  'obligee/code': field('発注者名', 'choice'),
  'obligee/name': field('発注者名', 'text'),
  works: field('請負工事の情報', 'section'),
  'works/name': field('工事名', 'text'),
  'works/kind': field('対象', 'choice'),
  'works/price': field('請負金額', 'amount'),
  'works/signedOn': field('請負契約日', 'date'),
  'works/period': field('工期', 'section'),
  'works/period/from': field('工期の始まり', 'date'),
  'works/period/to': field('工期の終わり', 'date'),
  'works/dates/bidNotice': field('入札公告日', 'date'),
  'works/dates/bid': field('入札日', 'date'),
  'works/dates/designation': field('指名通知日', 'date'),
  'works/dates/procurementStart': field('発注手続きの開始日', 'date'),
  'works/dates/plannedContractNotice': field('契約予定日の通知日', 'date'),
  'works/dates/contract': field('契約締結日', 'date'),
  'works/dates/guaranteeContract': field('保証契約日', 'date'),
  'works/department': field('発注者の担当課', 'text'),
  'works/procurement': field('契約の方法', 'choice'),
  'works/amendment': field('契約の区分', 'choice'),
  'works/originalSignedOn': field('当初の契約日', 'date'),
  contractorName: field('請負契約者', 'text'),
  jointVentureName: field('JV名', 'text'),
  guarantees: field('保証の申込内容', 'section'),
  branchCode: field('申込送信先', 'choice'),
  issueNotification: field('電子保証発行完了のお知らせ', 'section'),
  'issueNotification/wanted': field('電子保証発行完了のお知らせ', 'choice'),
  'issueNotification/email': field('メールアドレス', 'email'),
  contact: field('連絡先', 'section'),
  'contact/department': field('担当部署', 'text'),
  'contact/title': field('役職', 'text'),
  'contact/personName': field('担当者名', 'text'),
  'contact/phone': field('連絡先電話番号', 'phone'),
  message: field('連絡事項', 'text'),
  contractNumber: field('保証契約番号', 'number'),
  authKey: field('認証キー', 'key'),
  role: field('利用者の種類', 'choice'),
  accountId: field('アカウント', 'choice'),
  version: field('版', 'choice'),
  revision: field('変更の番号', 'choice'),
  reason: field('理由', 'text'),
  guaranteeAmount: field('保証金額', 'amount'),
  worksPrice: field('請負金額', 'amount'),
  period: field('工期', 'section'),
  'period/from': field('工期の始まり', 'date'),
  'period/to': field('工期の終わり', 'date'),
  validUntil: field('保証期限', 'date'),
  outcome: field('回答', 'choice'),
  releasedOn: field('返還日', 'date'),
  receivedOn: field('受領日', 'date'),
  kind: field('保証種類', 'choice'),
  suretyName: field('保証会社', 'text'),
  worksName: field('工事名', 'text'),
  note: field('メモ', 'text'),
  url: field('通知先のアドレス', 'text'),
  events: field('通知する出来事', 'choice'),
};

/** The label of the field at a path; a member that nobody knows is called 入力内容. */
export function fieldLabel(path: readonly PropertyKey[]): FieldLabel {
  const [first, second, ...rest] = path.map(String);
  const guarantee = first === 'guarantees' && second ? guaranteeNames[second] : undefined;
  const found = guarantee ? guaranteeFields[rest.join('/')] : fields[path.map(String).join('/')];
  if (!found) return field('入力内容', 'section');
  return {...found, label: found.label.replace('{g}', guarantee ?? '')};
}
