import {prefectureStem} from '../ui/obligee-rule.js';

/** The 47 prefectures from north to south (JIS X 0401) with their readings. */
const READINGS: Readonly<Record<string, string>> = {
  北海道: 'ほっかいどう',
  青森県: 'あおもりけん',
  岩手県: 'いわてけん',
  宮城県: 'みやぎけん',
  秋田県: 'あきたけん',
  山形県: 'やまがたけん',
  福島県: 'ふくしまけん',
  茨城県: 'いばらきけん',
  栃木県: 'とちぎけん',
  群馬県: 'ぐんまけん',
  埼玉県: 'さいたまけん',
  千葉県: 'ちばけん',
  東京都: 'とうきょうと',
  神奈川県: 'かながわけん',
  新潟県: 'にいがたけん',
  富山県: 'とやまけん',
  石川県: 'いしかわけん',
  福井県: 'ふくいけん',
  山梨県: 'やまなしけん',
  長野県: 'ながのけん',
  岐阜県: 'ぎふけん',
  静岡県: 'しずおかけん',
  愛知県: 'あいちけん',
  三重県: 'みえけん',
  滋賀県: 'しがけん',
  京都府: 'きょうとふ',
  大阪府: 'おおさかふ',
  兵庫県: 'ひょうごけん',
  奈良県: 'ならけん',
  和歌山県: 'わかやまけん',
  鳥取県: 'とっとりけん',
  島根県: 'しまねけん',
  岡山県: 'おかやまけん',
  広島県: 'ひろしまけん',
  山口県: 'やまぐちけん',
  徳島県: 'とくしまけん',
  香川県: 'かがわけん',
  愛媛県: 'えひめけん',
  高知県: 'こうちけん',
  福岡県: 'ふくおかけん',
  佐賀県: 'さがけん',
  長崎県: 'ながさきけん',
  熊本県: 'くまもとけん',
  大分県: 'おおいたけん',
  宮崎県: 'みやざきけん',
  鹿児島県: 'かごしまけん',
  沖縄県: 'おきなわけん',
};
const NAMES = Object.keys(READINGS);

/** Returns the reading of a prefecture in hiragana; empty for anything else. */
export const readingOf = (prefecture: string): string => READINGS[prefecture] ?? '';

/** Returns the rank from north to south; anything but a prefecture comes last. */
export const rankOf = (prefecture: string): number => NAMES.indexOf(prefecture) + 1 || NAMES.length + 1;

/** Returns the full name for 「秋田」 as for 「秋田県」; anything else as it is. */
export function fullPrefecture(text: string): string {
  const word = text.trim();
  return NAMES.find(name => name === word || prefectureStem(name) === word) ?? word;
}
