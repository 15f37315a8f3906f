import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {countGraphemes} from '../../src/input/graphemes.js';

const segmenter = new Intl.Segmenter('ja');
const bySegmenter = (text: string) => [...segmenter.segment(text)].length;

/** One of each kind that the rules of UAX #29 tell apart, and what Japanese is written with. */
const pieces = [
  ...['a', '1', ' ', 'あ', 'ガ', '髙', '﨑', '𠮷', '。', '　', 'Ａ', 'ｶ', '－', '©', '〰', '㊗', '‼'],
  ...['\u0301', '\u3099', 'ﾞ', '\ufe0f', '\u{E0100}', '\u200c', '\u200d', '\u0903', '\u{1F3FD}', '\u{E0061}'],
  ...['👨', '👩‍👧', '🇯', '🇵', '\u1100', '\u1161', '\u11a8', '가', '각', 'क', '\u094d', 'ष', '\u0600', '\u0e33'],
  ...['\r', '\n', '\t', '\0', '\u00ad', '\u200b', '\u2028', '\ud842', '\udfb7', '\uffff', '\ue000'],
];

/** As `Intl.Segmenter` counts, but without asking it for every letter of a long text. */
describe('counting letters', () => {
  it('counts each code point as the browser does, before, after and between letters and marks', () => {
    for (let point = 0; point <= 0x3ffff; point++) {
      const character = String.fromCodePoint(point);
      const text = `あ${character}髙${character}\u0301${character}`;
      if (countGraphemes(text) !== bySegmenter(text)) assert.fail(`U+${point.toString(16)}`);
    }
    for (let point = 0xe0000; point <= 0xe0fff; point++) {
      const text = `辻${String.fromCodePoint(point)}辻`;
      assert.equal(countGraphemes(text), bySegmenter(text), `U+${point.toString(16)}`);
    }
  });

  it('counts any mixture as the browser does', () => {
    const mixtures = fc.array(fc.constantFrom(...pieces), {maxLength: 12}).map(parts => parts.join(''));
    fc.assert(
      fc.property(mixtures, text => {
        assert.equal(countGraphemes(text), bySegmenter(text), JSON.stringify(text));
      }),
      {numRuns: 5_000},
    );
  });

  it('counts any pair and any three of them as the browser does', () => {
    for (const first of pieces)
      for (const second of pieces)
        for (const third of ['', 'あ', '\u0301', '\u200d', '👨'])
          assert.equal(
            countGraphemes(first + second + third),
            bySegmenter(first + second + third),
            JSON.stringify(first + second + third),
          );
  });
});
