import {SLASHED_ZERO} from '../text-units.js';
import {frequentKanji} from './frequent-kanji.js';

/**
 * The words that the notices of the three sureties are set in, as a supply of characters: they and the frequent ones below make
 * the one slice that every notice needs. A surety with other words costs a few more small slices, nothing else.
 */
const noticeWords = [
  '電子保証にかかる「認証キー」のお知らせ',
  '電子証書を「保証確認サービス (D-Sure)」に掲載しましたので、お知らせします。',
  'つきましては、お客様にて下記内容をご確認いただき、次のいずれかの方法でこのPDFファイルを発注者様にご提出ください。',
  '①電子契約システムへのアップロード又は②電子メールに添付して送信',
  '電子保証のご利用にあたっては、発注者様への「保証契約番号」と「認証キー」のご提出をもって、',
  '前払金請求手続 (前払金保証)、又は請負契約締結手続 (契約保証) が完了いたします。',
  'ご不明な点がございましたら、当社の営業部・支店までお問い合わせください。',
  '【発注者様へのお断り】ログインし、上記の「保証契約番号」と「認証キー」をもって電子証書を閲覧ください。',
  '記 工事名 受注者名 (J Vの場合は代表者) 商品 (保証区分) 保証契約番号 認証キー 中間前払金保証 様 令和年月日 市町村長 県知事',
  '東日本建設業保証株式会社 西日本建設業保証株式会社 北海道建設業信用保証株式会社',
];

const alphanumeric = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const signs = ' -.,/&()　、。・ー「」『』（）〇○●◎□～〜－〓々㈱㈲①②③０１２３４５６７８９';
const frequentCount = 64;
const kanjiPerGroup = 4;
const othersPerGroup = 8;

/** The characters of each frequent slice; the first is the one that every notice needs. */
export function frequentGroups(): string[][] {
  const base = new Set([...alphanumeric, ...signs, ...noticeWords.join(''), SLASHED_ZERO]);
  const kanji = Array.from(frequentKanji).filter(character => !base.has(character));
  for (const character of kanji.splice(0, frequentCount)) base.add(character);
  const others = [
    ...range(0x21, 0x7e),
    ...range(0x3041, 0x3096),
    ...range(0x30a1, 0x30fa),
    ...range(0xff21, 0xff3a),
  ];
  return [
    [...base],
    ...chunks(
      others.filter(character => !base.has(character)),
      othersPerGroup,
    ),
    ...chunks(kanji, kanjiPerGroup),
  ];
}

function range(first: number, last: number): string[] {
  return Array.from({length: last - first + 1}, (_, index) => String.fromCodePoint(first + index));
}

function chunks<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({length: Math.ceil(items.length / size)}, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
