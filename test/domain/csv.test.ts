import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {toCsv, type CsvCell} from '../../src/domain/csv.js';

/** What a spreadsheet reads: RFC 4180, without the mark. */
function parse(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  cell.lastIndex = 1;
  while (cell.lastIndex < text.length) {
    const match = cell.exec(text);
    assert.ok(match, 'not CSV');
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

const only = (cell: CsvCell) => parse(toCsv([[cell]]))[0]?.[0];

describe('toCsv', () => {
  it('starts with the mark by which Excel knows UTF-8, and ends each line with CRLF', () => {
    const text = toCsv([
      ['発注者名', '請負金額'],
      ['𠮷野町', 50_000_000],
    ]);
    assert.equal(text, '\uFEFF"発注者名","請負金額"\r\n"𠮷野町",50000000\r\n');
    assert.deepEqual([...Buffer.from(text).subarray(0, 3)], [0xef, 0xbb, 0xbf]);
  });

  it('keeps commas, quotes and line breaks inside their cell', () => {
    const cells = ['a,b', '"特記"', '一行目\n二行目', '一行目\r\n二行目', ''];
    assert.deepEqual(parse(toCsv([cells])), [cells]);
  });

  it('leaves a cell empty where there is nothing', () => {
    assert.equal(toCsv([[null, '', 0]]), '\uFEFF,"",0\r\n');
  });

  for (const start of ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n']) {
    it(`takes the force out of text that starts with ${JSON.stringify(start)}`, () => {
      assert.equal(
        only(`${start}HYPERLINK("https://example.com")`),
        `'${start}HYPERLINK("https://example.com")`,
      );
    });
  }

  it('leaves such a sign alone inside a text, and negative numbers', () => {
    assert.equal(only('市道A-1号線＋橋梁'), '市道A-1号線＋橋梁');
    assert.equal(only('05214-000123'), '05214-000123');
    assert.equal(toCsv([[-1]]), '\uFEFF-1\r\n');
  });

  it('says of any table what was put in, and never a formula', () => {
    const anyCell = fc.oneof(
      fc.string({unit: 'binary'}),
      fc.string(),
      fc.constantFrom('=1', '＠x', '\t', '"'),
    );
    fc.assert(
      fc.property(fc.array(fc.array(anyCell, {minLength: 1, maxLength: 4}), {maxLength: 4}), rows => {
        const read = parse(toCsv(rows));
        assert.deepEqual(
          read.map(row => row.map(cell => cell.replace(/^'(?=[=+\-@＝＋－＠\t\r\n])/, ''))),
          rows.map(row => row.map(cell => cell.replace(/^'(?=[=+\-@＝＋－＠\t\r\n])/, ''))),
        );
        for (const cell of read.flat()) assert.doesNotMatch(cell, /^[=+\-@＝＋－＠\t\r\n]/);
      }),
    );
  });
});
