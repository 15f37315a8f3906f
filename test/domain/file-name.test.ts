import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {archiveFileName, numberedNames, safeFileName} from '../../src/domain/file-name.js';

const sample = {
  date: '2026-02-03',
  counterparty: '東日本建設業保証株式会社',
  amount: 20_000_000,
  document: '認証キーのお知らせ',
};

describe('archiveFileName', () => {
  it('says day, counterparty, amount and document, in that order', () => {
    assert.equal(
      archiveFileName(sample),
      '20260203_東日本建設業保証株式会社_20000000_認証キーのお知らせ.pdf',
    );
  });
  it('keeps its parts apart where one of them holds the sign between them', () => {
    const name = archiveFileName({...sample, counterparty: 'A_B建設', document: '控_1'});
    assert.equal(name, '20260203_A＿B建設_20000000_控＿1.pdf');
  });
  it('stays short enough for Windows with the longest names', () => {
    const name = archiveFileName({...sample, counterparty: '𠮷'.repeat(60), document: '鬱'.repeat(400)});
    assert.ok([...name].length <= 170, name);
    assert.match(name, /^20260203_𠮷{40}_20000000_鬱{100}\.pdf$/u);
  });
});

describe('safeFileName', () => {
  it('makes the signs full-width that Windows refuses', () => {
    assert.equal(safeFileName('a\\b/c:d*e?f"g<h>i|j'), 'a＼b／c：d＊e？f＂g＜h＞i｜j');
  });
  it('has no line breaks, and nothing at its ends that Windows would drop', () => {
    assert.equal(safeFileName(' 一行目\r\n二行目. . '), '一行目 二行目');
  });
});

describe('numberedNames', () => {
  it('numbers names that occur again, whatever their case', () => {
    assert.deepEqual(numberedNames(['a.pdf', 'A.pdf', 'b.pdf', 'a.pdf']), [
      'a.pdf',
      'A (2).pdf',
      'b.pdf',
      'a (3).pdf',
    ]);
  });
  it('does not run into a name that is there already', () => {
    assert.deepEqual(numberedNames(['a.pdf', 'a (2).pdf', 'a.pdf']), ['a.pdf', 'a (2).pdf', 'a (3).pdf']);
  });
});
