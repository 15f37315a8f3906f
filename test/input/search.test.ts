import assert from 'node:assert/strict';
import {it} from 'node:test';
import {matchText, sameText, searchKey} from '../../src/input/search.js';
import {outsideJisX0208, suggestJisX0208} from '../../src/input/jis-x-0208.js';

it('finds a bank by name, kana of any width, and code', () => {
  const bank = '秋田銀行 アキタギンコウ 0119';
  for (const query of ['秋田', 'ｱｷﾀ', 'あきた', 'アキタ', '０１１９', 'ｷﾞﾝｺｳ', '銀行 あきた', '']) {
    assert.equal(matchText(query, bank), true, query);
  }
  assert.equal(matchText('北都', bank), false);
  assert.equal(matchText('秋田 北都', bank), false);
});

it('finds kana that bank data writes large', () => {
  assert.equal(matchText('きょうと', 'キヨウトギンコウ'), true);
  assert.equal(matchText('ほっかいどう', 'ホツカイドウ'), true);
});

it('finds a contract number without its hyphen and a name with another letter form', () => {
  assert.equal(matchText('12345678901', '12345-678901'), true);
  assert.equal(matchText('１２３４５－６７', '12345-678901'), true);
  assert.equal(matchText('高橋', '髙橋建設'), true);
  assert.equal(matchText('吉田', '𠮷田建設'), true);
  assert.equal(matchText('abc', 'ＡＢＣ商事'), true);
});

it('does not find what a query of signs alone would match by being empty', () => {
  assert.equal(searchKey('-ー'), '');
});

it('folds each letter as it folds a text, also where one letter becomes several or none', () => {
  assert.equal(searchKey('㈱㍉Ⅲ'), '(株)ミリiii');
  assert.equal(searchKey('ｶﾞ ガ が'), 'ガガガ');
  assert.equal(searchKey('ÀΣİ'), `àσ${'İ'.toLowerCase()}`);
  assert.equal(searchKey('𠮷𩸽\u200b田'), searchKey('吉𩸽田'));
  assert.equal(searchKey('ァぁア'), 'アアア');
  assert.equal(searchKey('05214-000123'), searchKey('０５２１４−０００１２３'));
  assert.equal(searchKey(''), '');
});

it('compares contents without width, spaces and kinds of hyphens, but not without kana', () => {
  assert.equal(sameText('国道７号～国道１３号', '国道7号〜国道13号'), true);
  assert.equal(sameText('〇〇建設　株式会社', '〇〇建設株式会社'), true);
  assert.equal(sameText('１－２工区', '1−2工区'), true);
  assert.equal(sameText('はし', 'ハシ'), false);
  assert.equal(sameText('髙橋', '高橋'), false);
});

it('knows what JIS X 0208 has, and what only vendors added', () => {
  assert.deepEqual(outsideJisX0208('亜熙凜ヶ々〇ＡЯΩ─〜ABC'), []);
  assert.deepEqual(outsideJisX0208('①㈱髙﨑Ⅱ℡亜'), ['①', '㈱', '髙', '﨑', 'Ⅱ', '℡']);
  assert.equal(suggestJisX0208('濵﨑'), '浜崎');
  assert.equal(suggestJisX0208('😀'), undefined);
});
