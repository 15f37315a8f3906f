import {msg} from '@lit/localize';

/** Names of the letters as they are said on the telephone in Japan. */
const LETTERS: Record<string, string> = {
  a: 'エー',
  b: 'ビー',
  c: 'シー',
  d: 'ディー',
  e: 'イー',
  f: 'エフ',
  g: 'ジー',
  h: 'エイチ',
  i: 'アイ',
  j: 'ジェイ',
  k: 'ケイ',
  l: 'エル',
  m: 'エム',
  n: 'エヌ',
  o: 'オー',
  p: 'ピー',
  q: 'キュー',
  r: 'アール',
  s: 'エス',
  t: 'ティー',
  u: 'ユー',
  v: 'ブイ',
  w: 'ダブリュー',
  x: 'エックス',
  y: 'ワイ',
  z: 'ゼット',
};

/** One sign of a key and how it is said: 「大文字ゼット」, 「小文字エックス」, 「数字の2」. */
export interface SpelledSign {
  sign: string;
  spoken: string;
}

/** A key sign by sign, so that it can be read out without mixing up 0 and O, or 1, I and l. */
export const spellKey = (key: string): SpelledSign[] =>
  [...key].map(sign => ({sign, spoken: /\d/.test(sign) ? `${msg('数字の')}${sign}` : spellLetter(sign)}));

function spellLetter(letter: string): string {
  const name = LETTERS[letter.toLowerCase()] ?? letter;
  return `${letter === letter.toUpperCase() ? msg('大文字') : msg('小文字')}${name}`;
}
