import type {KeyNotice, NoticeWording} from '../../src/schemas/key-notice.js';

/** The words of 東日本建設業保証's notice, after the leaflet of にかほ市. */
const sampleNoticeWording: NoticeWording = {
  title: '電子保証にかかる「認証キー」のお知らせ',
  opening: [
    '電子証書を「保証確認サービス (D-Sure)」に掲載しましたので、お知らせします。',
    'つきましては、お客様にて下記内容をご確認いただき、次のいずれかの方法でこのPDFファイルを発注者様にご提出ください。',
  ],
  ways: ['①電子契約システムへのアップロード', '②電子メールに添付して送信'],
  closing: [
    '電子保証のご利用にあたっては、発注者様への「保証契約番号」と「認証キー」のご提出をもって、前払金請求手続 (前払金保証)、又は請負契約締結手続 (契約保証) が完了いたします。',
    'ご不明な点がございましたら、当社の営業部・支店までお問い合わせください。',
  ],
  obligeeHeading: '【発注者様へのお断り】',
  obligeeText:
    '「保証確認サービス (D-Sure)」にログインし、上記の「保証契約番号」と「認証キー」をもって電子証書を閲覧ください。',
};

const leaflet: KeyNotice = {
  contractNumber: '00000-000000',
  authKey: 'Z28YUE4J3Bux',
  worksName: '●●●●工事',
  contractorName: '〇〇建設 株式会社',
  productName: '前払金保証',
  obligeeName: 'にかほ市長',
  suretyName: '東日本建設業保証株式会社',
  registerName: '保証確認サービス (D-Sure)',
  issuedOn: '2026-02-03',
  wording: sampleNoticeWording,
};

/** The notice of the leaflet, with what a test wants otherwise. */
export function sampleKeyNotice(changes: Partial<KeyNotice> = {}): KeyNotice {
  return {...leaflet, ...changes};
}

const longWorksName =
  '令和７年度　防災・安全交付金（国土強靱化）市道象潟金浦線外３路線道路改良舗装補修及び橋梁耐震補強工事（その２）' +
  '葛\u{E0100}西地区・葛飾地区①②工区、㈱髙﨑製作所前交差点から𠮷野川左岸樋門（ｶﾞﾊﾞﾅﾝｽﾎﾞｯｸｽ型）までの間、' +
  '㍻２８年災第１２３４号査定箇所を含む延長Ｌ＝１，２３４.５６ｍ、濵田・德永・𩸽町・𠀋内の各自治会館に係る' +
  '給排水衛生・空調換気・受変電設備更新、飛散性石綿（アスベスト）除去、仮設迂回路設置撤去、埋蔵文化財立会調査、' +
  '用地測量、地質調査、詳細設計、環境影響評価、鉄道近接協議支援、並びに鷗ヶ浦・鰺ヶ沢・祇園・辻堂・薩摩・蓬萊・靏岡の' +
  '各測点における観測施設一式の製作据付け及び保守点検業務（債務負担行為設定分）〜最終変更ヴァージョンまで';

/** A notice with the names that ordinary software loses: beyond the BMP, IVS, ligated signs, half-width kana, and long. */
export function hardKeyNotice(changes: Partial<KeyNotice> = {}): KeyNotice {
  return sampleKeyNotice({
    contractNumber: '26104-009871',
    authKey: '0O1Il8BS5Z2g',
    worksName: longWorksName,
    contractorName:
      '㈱𠮷野・葛\u{E0100}城・髙﨑・濵德特定建設工事共同企業体　代表者　株式会社ｸﾞﾛｰﾊﾞﾙ鷗建設土木工業秋田本荘由利営業所',
    productName: '契約保証',
    obligeeName: '葛\u{E0100}城市長',
    issuedOn: '2026-12-28',
    ...changes,
  });
}
