import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {matchText, sameText, searchKey} from '../../src/input/search.js';
import {readers} from './cases.js';

/** Strings that have broken forms before: injections, literals of languages, odd Unicode, traps of formats. */
const naughty = [
  'undefined',
  'null',
  'NULL',
  '(null)',
  'nil',
  'NaN',
  'true',
  'hasOwnProperty',
  '__proto__',
  'constructor',
  'toString',
  '0/0',
  '-0',
  '1E+02',
  '0xabad1dea',
  '1/0',
  '-2147483648',
  '9223372036854775808',
  '1_000',
  '1,000.00',
  '00',
  '0..0',
  ",./;'[]\\-=",
  '<>?:"{}|_+',
  '!@#$%^&*()`~',
  '"',
  "'",
  '\'"\'"',
  '``',
  '$HOME',
  '%s%s%s',
  '{0}',
  '{{7*7}}',
  '${7*7}',
  '#{7*7}',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  '<svg/onload=alert(1)>',
  '&lt;b&gt;',
  ']]>',
  '<!--',
  "'; DROP TABLE users;--",
  "1' OR '1'='1",
  '=1+1',
  '=HYPERLINK("http://example.com")',
  '@SUM(1)',
  '+1',
  '../../../etc/passwd',
  'CON',
  'file:///etc/hosts',
  '社會科學院語學研究所',
  '𠮷野家',
  '辻󠄀',
  '葛󠄁',
  '田中さんにあげて下さい',
  '（｡◕ ∀ ◕｡)',
  '｀ｨ(´∀｀∩',
  '⁰⁴⁵',
  '₀₁₂',
  'ÅÍÎÏ',
  'Ω≈ç√∫',
  '٠١٢٣',
  '१२३',
  '𝟙𝟚𝟛',
  '①②③',
  'Ⅷ',
  '㌢',
  '㍻',
  '㈱',
  '゛',
  'ﾞ',
  '\u3099',
  'ﾟﾟﾟ',
  '👩🏽‍💻',
  '🇯🇵',
  '❤️',
  '👨‍👩‍👧‍👦',
  'T̫o͎ ̮i̭n̝v̥o̪k̩e',
  'İi',
  'ß',
  'ﬃ',
  'Ǆ',
  '\u0130',
  'ｅ́',
  '\ud800',
  '\udfff',
  '\ud83d\ud83d',
  '\uffff',
  '\ufffe',
  '\ufeff',
  '\u200b',
  '\u202e',
  '\u2066',
  '\u00ad',
  '\u0000',
  '\u001b[31m',
  '\u0085',
  '\u2028',
  '\ue000',
  '\u{10ffff}',
  '\u{f0000}',
  ' ',
  '\u3000',
  '\t',
  '\r\n',
  '\n\n',
  '\u00a0',
  '\u1680',
  '\u180e',
  '\u2003',
  '令和',
  '年月日',
  '令和年月日',
  '令和8年13月40日',
  'R',
  'R0.0.0',
  '2026-02-01; rm -rf',
  '2026--02--01',
  '元元元',
  '十十十',
  '一',
  '億万千',
  '千千',
  '万円',
  '金円也',
  '¥-',
  '△',
  '()',
  '--',
  '+81',
  '0',
  '@',
  'a@',
  '@a',
  'a@b',
  '<>',
  'mailto:',
  '認証キー',
  '第号',
  '-',
  'ー',
];

const fields = Object.entries(readers).filter(([field]) => field !== 'dateRange');

describe('naughty strings', () => {
  for (const text of naughty) {
    it(`gives an answer to ${JSON.stringify(text)} in every field`, () => {
      for (const [field, reader] of fields) {
        const parsed = reader(text);
        if (parsed.valid) assert.ok(parsed.value, field);
        else assert.match(parsed.message, /ください/, field);
      }
      assert.equal(typeof searchKey(text), 'string');
      assert.equal(matchText(text, text), true);
      assert.equal(sameText(text, text), true);
    });
  }

  it('keeps markup, SQL and formulas in names as they are', () => {
    for (const text of [
      '<script>alert(1)</script>',
      "'; DROP TABLE users;--",
      '=1+1',
      '${7*7}',
      '__proto__',
      'null',
    ]) {
      const parsed = readers.companyName(text);
      assert.equal(parsed.valid && parsed.value, text);
    }
  });

  it('never reads a number out of digits of other scripts', () => {
    for (const text of ['٠١٢٣', '१२३', '𝟙𝟚𝟛', '①②③', '⁴⁵', 'Ⅷ']) {
      assert.equal(readers.amount(text).valid, false, text);
      assert.equal(readers.phone(text).valid, false, text);
      assert.equal(readers.contractNumber(text).valid, false, text);
    }
  });
});

describe('hostile lengths', () => {
  const long = 50_000;
  const bricks = [
    '0',
    '9',
    'a',
    ' ',
    '\t',
    '-',
    'ー',
    ',',
    '.',
    '@',
    'a@',
    'a.',
    '(',
    '<',
    '「',
    '万',
    '十',
    '一',
    '令和',
    '年',
    '年1月',
    '8.',
    '\u200b',
    '\u3099',
    'か\u3099',
    'ﾊﾟ',
    '𠮷',
    'あ ',
    '\n',
    ':',
    '第',
    '番号',
    '認証キー',
    '日)',
    '1 ',
    'http://',
    '\ud83d',
    'e\u0301',
  ];
  for (const brick of bricks) {
    it(`ends soon for ${long} times ${JSON.stringify(brick)}`, () => {
      const text = brick.repeat(long);
      for (const [, reader] of fields) {
        for (const hostile of [text, `2026/2/1${text}`, `${text}20`, `a${text}@`, `12345${text}678901`]) {
          const parsed = reader(hostile);
          assert.equal(typeof parsed.valid, 'boolean');
        }
      }
    });
  }
});
