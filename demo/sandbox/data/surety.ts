import type {NoticeWording} from '../../../src/schemas/key-notice.js';
import type {GuaranteeKind} from '../../../src/schemas/kinds.js';
import type {Branch, Surety} from '../../../src/schemas/surety.js';

const hours = '土日祝日・年末年始除く 9:00～17:00';

/** 秋田支店 is the leaflet's; the others stand in for the surety's real list, with numbers that reach nobody. */
const branches: Branch[] = [
  {
    code: 'akita',
    name: '秋田支店',
    phone: '018-863-1000',
    fax: '018-000-0000',
    email: 'ak.mlad1@ejcs.co.jp',
    hours,
  },
  {code: 'sendai', name: '宮城支店', phone: '022-000-0000', fax: '022-000-0001', email: null, hours},
  {code: 'tokyo', name: '東京営業部', phone: '03-0000-0000', fax: '03-0000-0001', email: null, hours},
  {code: 'niigata', name: '新潟支店', phone: '025-000-0000', fax: '025-000-0001', email: null, hours},
  {code: 'nagoya', name: '愛知支店', phone: '052-000-0000', fax: '052-000-0001', email: null, hours},
];

/** The surety of the leaflet. */
export const suretyData: Surety = {
  id: 'ejcs',
  name: '東日本建設業保証株式会社',
  address: '東京都中央区八丁堀2丁目27番10号',
  presidentTitle: '取締役社長',
  presidentName: '栗田 卓也',
  registerName: '保証確認サービス (D-Sure)',
  contractNumberPattern: '00000-000000',
  branches,
};

/** 商品名 of each kind of guarantee. */
export const productNames: Record<GuaranteeKind, string> = {
  'advance-payment': '前払金保証',
  'interim-payment': '中間前払金保証',
  performance: '契約保証',
};

/** The undertaking of a certificate (保証証書). */
export const undertaking = (productName: string) =>
  `当社は、${productName}の範囲に基づき上記のとおり保証契約を締結し、その責に任じます。`;

const changeNote =
  '保証契約を変更する場合は、表題の下に「変更」の表示と変更の発生番号を付記し、変更後の契約内容を表示します。';
const priceNote =
  '請負金額のみの変更の場合は、この保証契約の効力に影響を及ぼさないため、保証契約の変更の手続きをとる必要はありません。';

/** The notes under a certificate; the second is about advance payments only. */
export const certificateNotes = (kind: GuaranteeKind) =>
  kind === 'performance' ? [changeNote] : [changeNote, priceNote];

/** The words of the notice of the key, as the leaflet shows them. */
export const noticeWordingData: NoticeWording = {
  title: '電子保証にかかる「認証キー」のお知らせ',
  opening: [
    '電子証書を「保証確認サービス (D-Sure)」に掲載しましたので、お知らせします。',
    'つきましては、お客様にて下記内容をご確認いただき、次のいずれかの方法でこのPDFファイルを発注者様にご提出ください。',
  ],
  ways: ['①電子契約システムへのアップロード', '②電子メールに添付して送信'],
  closing: [
    '電子保証のご利用にあたっては、発注者様への「保証契約番号」と「認証キー」のご提出をもって、前払金請求手続（前払金保証）、又は請負契約締結手続（契約保証）が完了いたします。',
    'ご不明な点がございましたら、当社の営業部・支店までお問い合わせください。',
  ],
  obligeeHeading: '【発注者様へのお断り】',
  obligeeText:
    '「保証確認サービス (D-Sure)」にログインし、上記の「保証契約番号」と「認証キー」をもって電子証書をご閲覧ください。',
};

/** Sender of the sandbox's mails; the domain is reserved, so nobody receives an answer. */
export const mailSender = '電子保証のお知らせ <no-reply@surety.example>';
