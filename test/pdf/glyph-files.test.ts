import assert from 'node:assert/strict';
import {readdir, readFile, stat} from 'node:fs/promises';
import {before, describe, it} from 'node:test';
import {inflateRawSync} from 'node:zlib';
import {
  GlyphIndex,
  INDEX_NAME,
  packNumbers,
  unpackNumbers,
  type GlyphIndexFile,
} from '../../src/pdf/glyph-index.js';
import {packSlice, unpackSlice} from '../../src/pdf/glyph-slice.js';
import {loadTypeface} from '../../src/pdf/typeface.js';
import {glyphFileFetch, prepareGlyphFiles, testGlyphBase} from '../support/glyph-files.js';

const folder = new URL('../../dist/glyphs/', import.meta.url);
let file: GlyphIndexFile;

before(async () => {
  await prepareGlyphFiles();
  file = JSON.parse(inflateRawSync(await readFile(new URL(INDEX_NAME, folder))).toString()) as GlyphIndexFile;
});

const typeface = (units: Iterable<string>) =>
  loadTypeface(units, testGlyphBase, {fetch: glyphFileFetch().fetch});

/** Every character of JIS X 0208, decoded from its EUC-JP cells. */
function jisX0208(): string[] {
  const decoder = new TextDecoder('euc-jp');
  const rows = [1, 2, 3, 4, 5, 6, 7, 8, ...Array.from({length: 69}, (_, index) => 16 + index)];
  const cells = rows.flatMap(row => Array.from({length: 94}, (_, cell) => [row + 0xa0, cell + 0xa1]));
  return cells.map(cell => decoder.decode(Uint8Array.from(cell))).filter(text => !text.includes('\uFFFD'));
}

describe('the glyph files', () => {
  it('hold all of JIS X 0208', async () => {
    const characters = jisX0208();
    assert.ok(characters.length >= 6879, `${characters.length}`);
    assert.deepEqual((await typeface(characters)).missing, []);
  });

  it('hold kana of both widths, signs of companies and units, and rare names', async () => {
    const units = [
      'ｱ',
      'ﾝ',
      'ﾞ',
      'ﾟ',
      '①',
      '⑳',
      '㈱',
      '㈲',
      '㍻',
      '㋿',
      '髙',
      '﨑',
      '德',
      '濵',
      '𠮷',
      '𩸽',
      '𠀋',
      '～',
      '〜',
      '⦅',
      '⦆',
    ];
    assert.deepEqual((await typeface(units)).missing, []);
  });

  it('hold the pairs of a letter and a mark that JIS X 0213 counts as characters', async () => {
    const kana = [...'かきくけこカキクケコセツトㇷ'].map(letter => `${letter}\u309A`);
    const latin = [...'ɔʌəɚ'].flatMap(letter => [`${letter}\u0300`, `${letter}\u0301`]);
    assert.deepEqual((await typeface([...kana, ...latin, 'æ\u0300'])).missing, []);
  });

  it('draw a variant otherwise than its base', async () => {
    const {glyph, missing} = await typeface(['葛', '葛\u{E0100}', '辻', '辻\u{E0100}']);
    assert.deepEqual(missing, []);
    assert.notDeepEqual(glyph('葛').outline, glyph('葛\u{E0100}').outline);
    assert.notDeepEqual(glyph('辻').outline, glyph('辻\u{E0100}').outline);
  });

  it('are all named by the index, and small', async () => {
    const index = new GlyphIndex(file);
    const slices = await readdir(new URL(`${file.version}/`, folder));
    assert.ok(slices.length > 2000 && slices.length < 5000, `${slices.length}`);
    const base = index.sliceOf('証');
    assert.equal(base, `${file.version}/g0.bin`);
    assert.equal(index.sliceOf('0\u{FE00}'), base);
    const sizes = await Promise.all(
      slices.map(async name => (await stat(new URL(`${file.version}/${name}`, folder))).size),
    );
    assert.ok(Math.max(...sizes) < 36_000);
    assert.equal(index.sliceOf('한'), undefined);
  });

  it('come with the licences of both fonts', async () => {
    for (const name of ['biz-udpgothic', 'noto-sans-jp']) {
      assert.match(
        await readFile(new URL(`OFL-${name}.txt`, folder), 'utf8'),
        /SIL Open Font License, Version 1\.1/,
      );
    }
  });
});

describe('packSlice', () => {
  it('is read back by unpackSlice, pairs and empty outlines too', () => {
    const glyphs = new Map([
      ['𠮷', {advance: 1000, outline: Uint8Array.of(1, 2, 3)}],
      ['葛\u{E0100}', {advance: 999, outline: Uint8Array.of(4)}],
      [' ', {advance: 250, outline: new Uint8Array()}],
    ]);
    assert.deepEqual(unpackSlice(packSlice(glyphs)), glyphs);
  });
  it('refuses a slice that is cut off', () => {
    const bytes = packSlice(new Map([['a', {advance: 500, outline: Uint8Array.of(1, 2, 3)}]]));
    assert.throws(() => unpackSlice(bytes.subarray(0, -1)), RangeError);
  });
});

describe('packNumbers', () => {
  it('is read back by unpackNumbers', () => {
    const numbers = [0x20, 0x30, 0x40, 0x4e00, 0x4e10, 0x20b00, 0x20c00];
    assert.deepEqual(unpackNumbers(packNumbers(numbers)), numbers);
    assert.deepEqual(unpackNumbers(packNumbers([])), []);
  });
});
