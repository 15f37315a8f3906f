import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import type {RecordSheet} from '../../src/pdf/record-page.js';
import {createRecordPdf} from '../../src/pdf/record-pdf.js';
import {glyphFileFetch, prepareGlyphFiles, testGlyphBase} from '../support/glyph-files.js';

const sheet = (changes: Partial<RecordSheet> = {}): RecordSheet => ({
  title: '保証申込の控え',
  number: 'U-2026-000001',
  day: '2026-02-03',
  addressee: '〇〇建設 株式会社 様',
  sender: '東日本建設業保証株式会社 秋田支店',
  lead: '保証申込を受け付けました。',
  sections: [
    {
      heading: '請負工事の情報',
      rows: [
        {label: '工事名', value: '令和７年度　髙﨑𠮷橋補修工事'},
        {label: '請負金額', value: '50,000,000円（5,000万円）'},
      ],
    },
  ],
  notes: ['お問い合わせ先：秋田支店'],
  ...changes,
});

const long = sheet({
  sections: Array.from({length: 6}, (_, at) => ({
    heading: `第${at + 1}部`,
    rows: Array.from({length: 14}, (_unused, row) => ({
      label: `項目${at + 1}の${row + 1}`,
      value: row === 3 ? '令和7年度 社会資本整備総合交付金事業 市道〇〇線 道路改良工事'.repeat(8) : '未入力',
    })),
  })),
});

/** The copy of an application for the contractor's own files. */
describe('a record as a PDF', () => {
  let folder: string;
  before(async () => {
    await prepareGlyphFiles();
    folder = mkdtempSync(join(tmpdir(), 'record-'));
  });
  after(() => rmSync(folder, {recursive: true, force: true}));

  const create = (record: RecordSheet) =>
    createRecordPdf(record, {glyphBase: testGlyphBase, fetch: glyphFileFetch().fetch});
  async function fileOf(record: RecordSheet): Promise<string> {
    const path = join(folder, `${crypto.randomUUID()}.pdf`);
    writeFileSync(path, (await create(record)).bytes);
    return path;
  }
  const run = (command: string, ...args: string[]) => execFileSync(command, args, {encoding: 'utf8'});
  const wordsOf = (text: string) => text.replace(/\s/gu, '');

  it('says everything in order, every letter kept, and has no fault', async () => {
    const file = await fileOf(sheet());
    assert.match(run('qpdf', '--check', file), /No syntax or stream encoding errors/);
    assert.equal(
      wordsOf(run('pdftotext', '-raw', file, '-')),
      wordsOf(
        '保証申込の控え 〇〇建設 株式会社 様 東日本建設業保証株式会社 秋田支店 保証申込を受け付けました。 請負工事の情報 ' +
          '工事名 令和７年度　髙﨑𠮷橋補修工事 請負金額 50,000,000円（5,000万円） お問い合わせ先：秋田支店 U-2026-000001　1 / 1',
      ),
    );
    const about = run('pdfinfo', file);
    assert.match(about, /Title: +保証申込の控え U-2026-000001/);
    assert.match(about, /Pages: +1\n/);
    assert.match(about, /Page size: +595.28 x 841.89 pts \(A4\)/);
  });

  it('is tagged: a heading for each part, a table of labels and values, and the foot is not read out', async () => {
    const structure = run('pdfinfo', '-struct-text', await fileOf(sheet()));
    const tags = structure.match(/\b(H1|H2|P|Table|TR|TH|TD)\b/g);
    assert.deepEqual(tags?.slice(0, 8), ['H1', 'P', 'P', 'P', 'H2', 'Table', 'TR', 'TH']);
    assert.ok(!structure.includes('1 / 1'));
  });

  it('goes over as many pages as it takes, with its number on each, no row cut and no heading left alone', async () => {
    const file = await fileOf(long);
    const pages = run('pdftotext', '-raw', file, '-').split('\f').slice(0, -1);
    assert.ok(pages.length > 2);
    pages.forEach((page, index) => {
      const lines = page.trim().split('\n');
      assert.equal(wordsOf(lines.at(-1) ?? ''), `U-2026-000001${index + 1}/${pages.length}`);
      assert.doesNotMatch(lines.at(-2) ?? '', /^第\d部$/);
    });
    const all = wordsOf(pages.join(''));
    for (const {heading, rows} of long.sections) {
      assert.ok(all.includes(heading));
      for (const {label} of rows) assert.ok(all.includes(label), label);
    }
    assert.equal(all.split('令和7年度社会資本整備').length - 1, 6 * 8);
  });

  it('gives the same bytes for the same record, and names letters that no font has', async () => {
    const [first, second] = [await create(sheet()), await create(sheet())];
    assert.deepEqual(first.bytes, second.bytes);
    assert.deepEqual(first.missing, []);
    const {missing} = await create(sheet({addressee: '\u{E000}建設 様'}));
    assert.deepEqual(missing, ['\u{E000}']);
  });
});
