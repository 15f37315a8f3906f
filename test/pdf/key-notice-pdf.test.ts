import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {promisify} from 'node:util';
import {unzipSync} from 'fflate';
import {PNG} from 'pngjs';
import {decodeQR} from 'qr/decode.js';
import {readNoticeData} from '../../src/domain/notice-data.js';
import {zipFiles} from '../../src/pdf/notice-archive.js';
import {glyphStore} from '../../src/pdf/glyph-store.js';
import {createKeyNoticePdf, createKeyNoticesPdf} from '../../src/pdf/key-notice-pdf.js';
import type {KeyNotice} from '../../src/schemas/key-notice.js';
import {glyphFileFetch, prepareGlyphFiles, testGlyphBase} from '../support/glyph-files.js';
import {hardKeyNotice, sampleKeyNotice} from '../support/sample-key-notice.js';

const run = promisify(execFile);
const kibibyte = 1024;
let folder: string;

before(async () => {
  await prepareGlyphFiles();
  folder = await mkdtemp(join(tmpdir(), 'key-notice-'));
});
after(() => rm(folder, {recursive: true, force: true}));

const create = (notice: KeyNotice, options: {machineReadableKey?: boolean} = {}) =>
  createKeyNoticePdf(notice, {glyphBase: testGlyphBase, fetch: glyphFileFetch().fetch, ...options});

async function createFile(notice: KeyNotice, options: {machineReadableKey?: boolean} = {}): Promise<string> {
  const {bytes} = await create(notice, options);
  const path = join(folder, `${crypto.randomUUID()}.pdf`);
  await writeFile(path, bytes);
  return path;
}

async function extract(notice: KeyNotice): Promise<string> {
  const {stdout} = await run('pdftotext', ['-raw', await createFile(notice), '-']);
  return stdout;
}

// Where lines break is up to the page; every other character must be there, in order.
const withoutSpace = (text: string) => text.replace(/[\s\u3000]/gu, '');

/** Every word the page must carry, in reading order. */
function expectedWords(notice: KeyNotice): string[] {
  const {wording} = notice;
  return [
    ...[`${notice.contractorName} 様`, notice.suretyName, wording.title, ...wording.opening],
    ...[...wording.ways.flatMap((way, index) => (index ? ['又は', way] : [way])), ...wording.closing, '記'],
    ...['工事名', notice.worksName, '受注者名', '(J Vの場合は代表者)', notice.contractorName],
    ...[
      '商品 (保証区分)',
      notice.productName,
      '保証契約番号',
      notice.contractNumber,
      '認証キー',
      notice.authKey,
    ],
    ...[wording.obligeeHeading, `${notice.obligeeName} 様`, wording.obligeeText, '保証契約番号'],
    notice.suretyName,
  ];
}

for (const [name, notice] of [
  ['the leaflet', sampleKeyNotice()],
  ['hard names', hardKeyNotice()],
] as const) {
  describe(`the notice of ${name}`, () => {
    it('says every word of its data and nothing else, in reading order', async () => {
      const date = notice.issuedOn === '2026-02-03' ? '令和8年2月3日' : '令和8年12月28日';
      const words = [date, ...expectedWords(notice)].join('');
      assert.equal(withoutSpace(await extract(notice)), withoutSpace(words));
    });

    it('is a sound PDF', async () => {
      const {stdout} = await run('qpdf', ['--check', await createFile(notice)]);
      assert.match(stdout, /No syntax or stream encoding errors found/);
    });

    it('is one page of A4 with a title, without scripts and forms', async () => {
      const {stdout} = await run('pdfinfo', [await createFile(notice)]);
      assert.match(stdout, /^Pages: +1$/m);
      assert.match(stdout, /^Page size: .*\(A4\)$/m);
      assert.match(stdout, /^JavaScript: +no$/m);
      assert.match(stdout, /^Form: +none$/m);
      assert.match(stdout, new RegExp(`^Title: +${notice.wording.title} ${notice.contractNumber}$`, 'm'));
    });

    it('embeds one font, cut to its characters, with their texts', async () => {
      const {stdout} = await run('pdffonts', [await createFile(notice)]);
      const fonts = stdout.trim().split('\n').slice(2);
      assert.equal(fonts.length, 1);
      assert.match(fonts[0] ?? '', /^[A-Z]{6}\+KeyNotice +CID TrueType +Identity-H +yes yes yes/);
    });

    it('draws every character', async () => {
      assert.deepEqual((await create(notice)).missing, []);
    });
  });
}

/** What the QR code on the page says, read from the page as it would be printed. */
async function scan(file: string): Promise<string> {
  const page = file.replace(/\.pdf$/, '');
  await run('pdftoppm', ['-r', '150', '-png', '-singlefile', file, page]);
  const {width, height, data} = PNG.sync.read(await readFile(`${page}.png`));
  return decodeQR({width, height, data});
}

/** The files inside the PDF, by name. */
async function filesInside(file: string): Promise<Map<string, string>> {
  const into = await mkdtemp(join(folder, 'inside-'));
  await run('pdfdetach', ['-saveall', '-o', into, file]);
  const names = await readdir(into);
  return new Map(
    await Promise.all(names.map(async name => [name, await readFile(join(into, name), 'utf8')] as const)),
  );
}

describe('what machines read of a notice', () => {
  it('is the number alone, in the code and in the data file, unless the page asked for the key', async () => {
    const notice = sampleKeyNotice({contractNumber: '26104-009871'});
    const file = await createFile(notice);
    assert.deepEqual(readNoticeData(await scan(file)), {contractNumber: '26104-009871'});
    const files = await filesInside(file);
    assert.deepEqual([...files.keys()], ['surety-key-notice.json']);
    assert.deepEqual(readNoticeData(files.get('surety-key-notice.json') ?? ''), {
      contractNumber: '26104-009871',
    });
  });

  it('is the key as well where the page asked for it, and the notice says so below the code', async () => {
    const notice = sampleKeyNotice({contractNumber: '26104-009871', authKey: '0O1Il8BS5Z2g'});
    const file = await createFile(notice, {machineReadableKey: true});
    const data = {contractNumber: '26104-009871', authKey: '0O1Il8BS5Z2g'};
    assert.deepEqual(readNoticeData(await scan(file)), data);
    assert.deepEqual(readNoticeData((await filesInside(file)).get('surety-key-notice.json') ?? ''), data);
    const {stdout} = await run('pdftotext', ['-raw', file, '-']);
    assert.match(stdout, /保証契約番号・認証キー$/m);
  });

  it('can still be scanned where long names shrink the letter', async () => {
    const notice = sampleKeyNotice({worksName: '鬱'.repeat(400), contractorName: '鷗'.repeat(60)});
    const file = await createFile(notice, {machineReadableKey: true});
    assert.equal(readNoticeData(await scan(file))?.authKey, notice.authKey);
  });
});

describe('the structure of a notice', () => {
  it('has one heading, paragraphs, a table with row headings and a picture, in reading order', async () => {
    const {stdout} = await run('pdfinfo', ['-struct-text', await createFile(sampleKeyNotice())]);
    const shape = stdout
      .replace(/^ +"[^"]*"$/gm, '')
      .match(/^ *(?:Document|H1|H2|P|Table|TR|TH|TD|Figure)\b/gm)
      ?.map(name => name.trim())
      .join(' ');
    const rows = Array.from({length: 5}, () => 'TR TH TD').join(' ');
    assert.equal(shape, `Document P P P H1 P P P P P P P P Table ${rows} H2 P P Figure P P`);
    assert.match(stdout, /TH:\s+\/Scope \/Row\s+"認証キー"\s+TD\s+"Z28YUE4J3Bux"/);
  });

  it('keeps a broken line in one paragraph, and says what the picture is', async () => {
    const notice = hardKeyNotice();
    const file = await createFile(notice);
    const {stdout} = await run('pdfinfo', ['-struct-text', file]);
    assert.ok(stdout.includes(`"${notice.worksName}"`));
    const {stdout: plain} = await run('qpdf', ['--qdf', '--object-streams=disable', file, '-'], {
      encoding: 'latin1',
    });
    const alternative = [...'QRコード（保証契約番号）'].map(sign =>
      sign.charCodeAt(0).toString(16).padStart(4, '0'),
    );
    assert.match(plain, new RegExp(`/Alt <feff${alternative.join('')}>`));
    assert.match(plain, /\/MarkInfo <<\s*\/Marked true\s*>>/);
  });
});

describe('several notices in one PDF', () => {
  it('have a page each, with their own code, structure and data file, and one font', async () => {
    const notices = Array.from({length: 7}, (_, index) =>
      (index % 2 ? hardKeyNotice : sampleKeyNotice)({contractNumber: `26104-00000${index}`}),
    );
    const {bytes, missing, codes} = await createKeyNoticesPdf(notices, {
      glyphBase: testGlyphBase,
      fetch: glyphFileFetch().fetch,
    });
    assert.deepEqual([missing, codes.length], [[], 7]);
    const file = join(folder, 'several.pdf');
    await writeFile(file, bytes);
    const {stdout: check} = await run('qpdf', ['--check', file]);
    assert.match(check, /No syntax or stream encoding errors found/);
    for (const [index, notice] of notices.entries()) {
      const page = ['-f', `${index + 1}`, '-l', `${index + 1}`];
      const {stdout} = await run('pdftotext', ['-raw', ...page, file, '-']);
      assert.ok(withoutSpace(stdout).includes(withoutSpace(notice.worksName)));
      assert.ok(stdout.includes(notice.contractNumber));
    }
    const {stdout: structure} = await run('pdfinfo', ['-struct-text', file]);
    assert.equal(structure.match(/^ +H1 /gm)?.length, 7);
    assert.equal(structure.match(/"26104-00000\d"/g)?.length, 7);
    const files = await filesInside(file);
    assert.deepEqual(
      [...files].sort().map(([name, text]) => [name, readNoticeData(text)?.contractNumber]),
      notices.map(({contractNumber}) => [`surety-key-notice-${contractNumber}.json`, contractNumber]),
    );
    const {stdout: fonts} = await run('pdffonts', [file]);
    assert.equal(fonts.trim().split('\n').length, 3);
  });
});

describe('zipFiles', () => {
  it('packs files under Japanese names that other programs read', async () => {
    const files = ['20260203_東日本_1_お知らせ.pdf', '𠮷.pdf'].map((name, index) => ({
      name,
      bytes: Uint8Array.of(index, 1, 2),
    }));
    const bytes = zipFiles(files, '2026-02-03');
    assert.deepEqual(unzipSync(bytes), Object.fromEntries(files.map(file => [file.name, file.bytes])));
    const flags = new DataView(bytes.buffer).getUint16(6, true);
    assert.equal(flags & 0x800, 0x800, 'names are not marked as UTF-8');
  });
});

describe('createKeyNoticePdf', () => {
  it('keeps an ordinary notice within 24 KiB', async () => {
    const {bytes} = await create(sampleKeyNotice({worksName: '令和7年度 市道象潟金浦線道路改良工事(その2)'}));
    assert.ok(bytes.length <= 24 * kibibyte, `${bytes.length} bytes`);
  });

  it('keeps one with 370 different characters within 45 KiB, code and key included', async () => {
    const {bytes} = await create(hardKeyNotice(), {machineReadableKey: true});
    assert.ok(bytes.length <= 45 * kibibyte, `${bytes.length} bytes`);
  });

  it('fetches at most 42 KB of glyphs for the first ordinary notice, and none for the same again', async () => {
    const glyphBase = 'https://glyphs.test/first-visit';
    const {fetch, fetched} = glyphFileFetch(glyphBase);
    const notice = sampleKeyNotice({worksName: '令和7年度 市道象潟金浦線道路改良工事(その2)'});
    await createKeyNoticePdf(notice, {glyphBase, fetch});
    const total = fetched.reduce((sum, file) => sum + file.bytes, 0);
    assert.ok(total > 20_000 && total <= 42_000, `${total} bytes`);
    const count = fetched.length;
    await createKeyNoticePdf(notice, {glyphBase, fetch});
    assert.equal(fetched.length, count);
  });

  it('gives the same bytes for the same notice', async () => {
    const [first, second] = [await create(hardKeyNotice()), await create(hardKeyNotice())];
    assert.deepEqual(first.bytes, second.bytes);
  });

  it('states the language and the day of the notice, not of its making', async () => {
    const {stdout} = await run(
      'qpdf',
      ['--qdf', '--object-streams=disable', await createFile(sampleKeyNotice()), '-'],
      {
        encoding: 'latin1',
      },
    );
    assert.match(stdout, /\/Lang \(ja-JP\)/);
    assert.match(stdout, /\/DisplayDocTitle true/);
    assert.match(stdout, /\/CreationDate \(D:20260203000000\+09'00'\)/);
    assert.doesNotMatch(stdout, /\/JavaScript|\/JS\b|\/AA\b|\/URI\b|\/Launch|\/SubmitForm/);
  });

  it('names the file after the contract', async () => {
    const {fileName} = await create(sampleKeyNotice({contractNumber: '26104-009871'}));
    assert.equal(fileName, '認証キーのお知らせ_26104-009871.pdf');
  });

  it('keeps the key in one piece however widely it is set', async () => {
    const text = await extract(sampleKeyNotice({authKey: '0O1Il8BS5Z2g'}));
    assert.match(text, /^認証キー 0O1Il8BS5Z2g$/m);
  });

  it('names what no font has, and keeps it in the text of the page', async () => {
    const notice = sampleKeyNotice({worksName: '😀한葛\u{E01EF}か\u309Aか\u3099ｶﾞ工事'});
    assert.deepEqual((await create(notice)).missing, ['😀', '한', '葛\u{E01EF}']);
    assert.ok(withoutSpace(await extract(notice)).includes(notice.worksName));
  });

  it('puts the longest names on the one page', async () => {
    const notice = sampleKeyNotice({
      worksName: '鬱'.repeat(400),
      contractorName: '鷗'.repeat(60),
      suretyName: '鑑'.repeat(60),
    });
    const text = withoutSpace(await extract(notice));
    assert.ok(
      text.includes(notice.worksName) &&
        text.includes(notice.contractorName) &&
        text.includes(notice.suretyName),
    );
  });

  it('takes names in pasted lines and with marks of markup as plain text', async () => {
    const notice = sampleKeyNotice({worksName: '一行目\r\n二行目\t(\\) <b>&amp; ?工事\u200B'});
    const text = await extract(notice);
    assert.match(text, /一行目 二行目 \(\\\) <b>&amp; \?工事/);
  });

  it('rejects with a GlyphLoadError where glyph files are not served', async () => {
    const glyphBase = 'https://glyphs.test/nowhere/';
    const fetch = async () => new Response('Not found', {status: 404});
    await assert.rejects(createKeyNoticePdf(sampleKeyNotice(), {glyphBase, fetch}), {
      name: 'GlyphLoadError',
      message: 'Could not fetch https://glyphs.test/nowhere/index.bin: status 404',
    });
  });

  it('rejects with a GlyphLoadError when the network fails, and works the next time', async () => {
    const glyphBase = 'https://glyphs.test/flaky';
    const {fetch} = glyphFileFetch(glyphBase);
    let broken = true;
    const flaky: typeof globalThis.fetch = async (input, init) => {
      if (broken && new Request(input).url.endsWith('.bin')) throw new TypeError('fetch failed');
      return fetch(input, init);
    };
    await assert.rejects(createKeyNoticePdf(sampleKeyNotice(), {glyphBase, fetch: flaky}), {
      name: 'GlyphLoadError',
    });
    broken = false;
    assert.deepEqual((await createKeyNoticePdf(sampleKeyNotice(), {glyphBase, fetch: flaky})).missing, []);
  });

  it('rejects with an AbortError after an abort', async () => {
    const signal = AbortSignal.abort();
    const glyphBase = 'https://glyphs.test/aborted';
    const {fetch} = glyphFileFetch(glyphBase);
    await assert.rejects(createKeyNoticePdf(sampleKeyNotice(), {glyphBase, fetch, signal}), {
      name: 'AbortError',
    });
  });

  it('shares fetched glyphs between notices of one folder, however it is written', () => {
    assert.equal(glyphStore('https://glyphs.test/x'), glyphStore(new URL('https://glyphs.test/x/')));
  });
});
