import {formatEra, formatYen, formatYenKanji, ratio} from '../../src/domain/format.js';
import {certificateFormName, guaranteeName, procurementName} from '../../src/i18n/terms.js';
import {worksKindName} from '../../src/i18n/works-kinds.js';
import type {ApplicationContent} from '../../src/schemas/application.js';
import {guaranteeKinds, type GuaranteeKind} from '../../src/schemas/kinds.js';
import type {Surety} from '../../src/schemas/surety.js';
import type {TriggerDates, Works} from '../../src/schemas/works.js';

type Row = readonly [label: string, value: string | null];
/** One part of an application: its heading and its facts. */
export interface FactSection {
  heading: string;
  rows: Row[];
}

const yen = (amount: number | null) =>
  amount === null ? null : `${formatYen(amount)}（${formatYenKanji(amount)}）`;
const day = (date: string | null | undefined) => (date ? formatEra(date) : null);

const dateNames: Record<keyof TriggerDates, string> = {
  bidNotice: '入札公告日',
  bid: '入札日',
  designation: '指名通知日',
  procurementStart: '発注手続きの開始日',
  plannedContractNotice: '発注見通しの公表日',
  contract: '契約予定日',
  guaranteeContract: '保証契約日',
};

/** Every field of an application, section by section, as the office reads it. */
export function applicationFacts(content: ApplicationContent, surety: Surety | undefined): FactSection[] {
  return [
    {heading: '請負工事の情報', rows: worksRows(content)},
    ...guaranteeKinds.flatMap(kind =>
      content.guarantees[kind] ? [{heading: guaranteeName(kind), rows: guaranteeRows(kind, content)}] : [],
    ),
    {heading: '申込送信先、保証証書受取', rows: sendingRows(content, surety)},
    {heading: '連絡先', rows: contactRows(content)},
  ];
}

function worksRows({obligee, works, contractorName, jointVentureName}: ApplicationContent): Row[] {
  const dates = Object.entries(works.dates) as [keyof TriggerDates, string | undefined][];
  return [
    ['発注者名', obligee.code ? `${obligee.name}（コード ${obligee.code}）` : obligee.name],
    ['工事名', works.name],
    ['対象', worksKindName(works.kind)],
    ...dates.flatMap(([name, date]) => (date ? [[dateNames[name], day(date)] as const] : [])),
    ...askedRows(works),
    ['請負金額', yen(works.price)],
    ['請負契約日', day(works.signedOn)],
    ['工期', works.period ? `${formatEra(works.period.from)} ～ ${formatEra(works.period.to)}` : null],
    ['請負契約者', contractorName],
    ['JV名', jointVentureName],
  ];
}

/** What only some obligees' rules ask for; nothing where it was not asked. */
function askedRows({department, procurement, amendment, originalSignedOn}: Works): Row[] {
  return [
    ...(department ? [['発注者の担当課', department] as const] : []),
    ...(procurement ? [['契約の方法', procurementName(procurement)] as const] : []),
    ...(amendment === undefined
      ? []
      : [['契約の区分', amendment ? '以前の契約の変更' : '新しい契約'] as const]),
    ...(originalSignedOn ? [['当初の契約日', day(originalSignedOn)] as const] : []),
  ];
}

function guaranteeRows(kind: GuaranteeKind, {guarantees, works}: ApplicationContent): Row[] {
  const request = guarantees[kind];
  if (!request) return [];
  const currentYearAmount = 'currentYearAmount' in request ? request.currentYearAmount : null;
  const share = ratio(request.guaranteeAmount, currentYearAmount ?? works.price);
  const {premiumBilledTo} = request;
  return [
    ['保証証書の形式', certificateFormName(request.certificateForm)],
    ...('currentYearAmount' in request ? [['今年度対象額', yen(currentYearAmount)] as const] : []),
    [`${guaranteeName(kind)}金額`, `${yen(request.guaranteeAmount) ?? ''}${share ? ` ${share.text}` : ''}`],
    ...('depositBank' in request ? [['預託金融機関', request.depositBank.name] as const] : []),
    ...('redeposit' in request
      ? [['再預託利用区分', request.redeposit ? '再預託を利用する' : '再預託を利用しない'] as const]
      : []),
    ['保証料支払方法', request.premiumPayment === 'lump-sum' ? '一括納付' : '分割納付'],
    ['保証料請求先', [premiumBilledTo.name, premiumBilledTo.destination].filter(Boolean).join('　')],
    ['保証料計算書(紙)', request.premiumStatement ? '希望する' : '希望しない'],
  ];
}

function sendingRows({branchCode, issueNotification}: ApplicationContent, surety: Surety | undefined): Row[] {
  const branch = surety?.branches.find(({code}) => code === branchCode);
  return [
    ['申込送信先', branch?.name ?? branchCode],
    ['電子保証発行完了のお知らせ', issueNotification.wanted ? '希望する' : '希望しない'],
    ['メールアドレス', issueNotification.email],
  ];
}

const contactRows = ({contact, message}: ApplicationContent): Row[] => [
  ['担当部署', contact.department],
  ['役職', contact.title],
  ['担当者名', contact.personName],
  ['連絡先電話番号', contact.phone],
  ['お客様から弊社への連絡事項', message],
];
