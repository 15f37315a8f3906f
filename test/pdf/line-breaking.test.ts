import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {breakLines} from '../../src/pdf/line-breaking.js';
import {textUnits} from '../../src/pdf/text-units.js';

/** Breaks with every unit one wide. */
function lines(text: string, width: number, first = width): string[] {
  return breakLines(textUnits(text), () => 1, {first, rest: width}).map(line => line.join(''));
}

describe('breakLines', () => {
  it('fills lines to their width', () => {
    assert.deepEqual(lines('一二三四五六七', 3), ['一二三', '四五六', '七']);
  });
  it('gives the first line its own width', () => {
    assert.deepEqual(lines('一二三四五六七', 3, 2), ['一二', '三四五', '六七']);
  });
  it('starts no line with a full stop, a closing bracket, a small kana or a long-vowel mark', () => {
    assert.deepEqual(lines('一二三。四', 3), ['一二', '三。四']);
    assert.deepEqual(lines('一二三」、四', 3), ['一二', '三」、', '四']);
    assert.deepEqual(lines('データー', 3), ['デー', 'ター']);
    assert.deepEqual(lines('一二シャ', 3), ['一二', 'シャ']);
    assert.deepEqual(lines('一二ｶﾞ', 3), ['一二', 'ｶﾞ']);
  });
  it('ends no line with an opening bracket', () => {
    assert.deepEqual(lines('一二「三」四', 3), ['一二', '「三」', '四']);
  });
  it('keeps numbers and words in Latin letters whole', () => {
    assert.deepEqual(lines('延長1,234.5m間', 8), ['延長', '1,234.5m', '間']);
    assert.deepEqual(lines('第１２３４号', 4), ['第', '１２３４', '号']);
    assert.deepEqual(lines('名D-Sureへ', 6), ['名', 'D-Sure', 'へ']);
  });
  it('breaks a number that no line can hold', () => {
    assert.deepEqual(lines('12345678', 3), ['123', '456', '78']);
  });
  it('lets spaces hang over the end of a line', () => {
    assert.deepEqual(lines('一二三 四', 3), ['一二三 ', '四']);
  });
  it('never cuts a pair, a variation sequence or a base from its mark', () => {
    assert.deepEqual(lines('𠮷葛\u{E0100}か\u309A', 1), ['𠮷', '葛\u{E0100}', 'か\u309A']);
  });
  it('loses nothing and never exceeds the width, whatever the text', () => {
    const text = fc.string({unit: fc.constantFrom(...'一ア。、「」（）ーっ1aZ. 　𠮷'), maxLength: 80});
    fc.assert(
      fc.property(text, fc.integer({min: 1, max: 12}), (value, width) => {
        const broken = lines(value, width);
        assert.equal(broken.join(''), value);
        for (const line of broken)
          assert.ok(line.trimEnd() === '' || textUnits(line.trimEnd()).length <= width);
      }),
    );
  });
  it('makes no line of no text', () => {
    assert.deepEqual(lines('', 5), []);
  });
});
