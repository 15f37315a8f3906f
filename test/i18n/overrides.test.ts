import assert from 'node:assert/strict';
import {test} from 'node:test';
import {readLocale} from '../../src/i18n/locale.js';
import {withOverrides, type MessageTemplates} from '../../src/i18n/overrides.js';

const templates: MessageTemplates = {
  name: '発注者名を入力してください。',
  count: {strTag: true, strings: ['発注者が', '件あります。'], values: [0]},
};

test('a partner’s word takes the place of ours in every sentence, also where something is put in', () => {
  assert.deepEqual(withOverrides(templates, {words: {発注者: '委託者'}}), {
    name: '委託者名を入力してください。',
    count: {strTag: true, strings: ['委託者が', '件あります。'], values: [0]},
  });
});

test('the longer word wins, and what was put in is not replaced again', () => {
  const {name} = withOverrides(templates, {
    words: {発注者: '入力者', 発注者名: '発注者の名前', 入力: '記入'},
  });
  assert.equal(name, '発注者の名前を記入してください。');
});

test('words with the signs of a pattern are taken as they are', () => {
  const {note} = withOverrides({note: '証書(紙)を選ぶ'}, {words: {'証書(紙)': '紙の証書'}});
  assert.equal(note, '紙の証書を選ぶ');
});

test('a whole sentence of a partner keeps the places where something is put in, in its own order', () => {
  const {count} = withOverrides(templates, {texts: {count: '{1}のうち{0}件'}});
  assert.deepEqual(count, {strTag: true, strings: ['', 'のうち', '件'], values: [1, 0]});
});

test('nothing of a partner’s own changes nothing', () => {
  assert.deepEqual(withOverrides(templates, {}), templates);
});

test('tags of languages lead to the nearest that the kit speaks', () => {
  const read = ['ja', 'ja-JP', 'EN-gb', 'en', 'ja-simple', 'ja-JP-simple', 'fr', 'jav', ''].map(readLocale);
  assert.deepEqual(read, ['ja', 'ja', 'en', 'en', 'ja-simple', 'ja-simple', undefined, undefined, undefined]);
});
