import assert from 'node:assert/strict';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import type {Browser, Locator, Page} from 'playwright-core';
import {leafletApplication} from '../../demo/sandbox/index.js';
import {createKeyNoticePdf} from '../../src/pdf/key-notice-pdf.js';
import {application} from '../../src/schemas/application.js';
import {issueResult} from '../../src/schemas/office.js';
import {issue, keyOf, read, signIn, submit} from '../sandbox/support/serve.js';
import {start, type Started} from '../sandbox/support/start.js';
import {foreignNotices, foreignPdf} from '../support/foreign-pdf.js';
import {glyphFileFetch, prepareGlyphFiles, testGlyphBase} from '../support/glyph-files.js';
import {makePdf} from '../support/pdfmake.js';
import {sampleKeyNotice} from '../support/sample-key-notice.js';
import {launchChromium} from '../support/chromium.js';
import {shoot, Watch} from './support/browser.js';

interface Paper {
  name: string;
  bytes: Uint8Array;
}
interface Guarantee {
  number: string;
  key: string;
}

/** So many contracts as a contractor has after a spring, each with its key. */
async function issueMany(base: string, count: number): Promise<Guarantee[]> {
  const [contractor, office] = [await signIn(base, 'contractor'), await signIn(base, 'surety')];
  const made: Guarantee[] = [];
  for (let index = 0; made.length < count; index++) {
    const {works, ...content} = leafletApplication();
    const name = `令和7年度 市道${index + 1}号線道路改良工事`;
    const sent = read(application, await submit(contractor, {...content, works: {...works, name}}), 201);
    const {contracts} = read(issueResult, await issue(office, sent));
    for (const {number} of contracts) made.push({number, key: await keyOf(contractor, number)});
  }
  return made.slice(0, count);
}

async function ownNotice({number, key}: Guarantee): Promise<Paper> {
  const notice = sampleKeyNotice({contractNumber: number, authKey: key});
  const {fetch} = glyphFileFetch();
  const {bytes, fileName: name} = await createKeyNoticePdf(notice, {glyphBase: testGlyphBase, fetch});
  return {name, bytes};
}

/** What others make, and what should not have been sent. */
async function others([a, b, c, d, wrong, last]: Guarantee[]): Promise<Paper[]> {
  if (!a || !b || !c || !d || !wrong || !last) throw new Error('There are too few contracts.');
  const notice = ({number, key}: Guarantee) => [
    '電子証書閲覧用「認証キー」等のお知らせ',
    `保証契約番号　${number}`,
    `認証キー　${key}`,
  ];
  return [
    {name: '西日本_Windows.pdf', bytes: foreignPdf(foreignNotices.west(a.number, a.key), '90ms-RKSJ-H')},
    {name: '西日本_Java.pdf', bytes: foreignPdf(foreignNotices.west(b.number, b.key), 'UniJIS-UCS2-H')},
    {name: '北海道.pdf', bytes: foreignPdf(foreignNotices.north(c.number, c.key), '90ms-RKSJ-H')},
    {name: '西日本_埋め込み.pdf', bytes: await makePdf(notice(d))},
    {name: '別のキー.pdf', bytes: await makePdf(notice({...wrong, key: 'Wrong2Key234'}))},
    {name: '保証証書.pdf', bytes: foreignPdf(foreignNotices.certificate(wrong.number), 'UniJIS-UCS2-H')},
    {name: 'パスワード付き.pdf', bytes: await makePdf(notice(last), 'secret')},
    {name: '壊れた.pdf', bytes: new TextEncoder().encode('%PDF-1.7\nnothing')},
  ];
}

describe('fifty notices dropped at once', () => {
  const folder = mkdtempSync(join(tmpdir(), 'surety-notices-'));
  let server: Started;
  let browser: Browser;
  let watch: Watch;
  let page: Page;
  let guarantees: Guarantee[];
  let papers: Paper[];
  let rows: Locator;

  before(async () => {
    await prepareGlyphFiles();
    server = await start({DATA_DIR: folder});
    guarantees = await issueMany(server.base, 48);
    papers = [
      ...(await others(guarantees.slice(0, 6))),
      ...(await Promise.all(guarantees.slice(6).map(ownNotice))),
    ];
    browser = await launchChromium();
    watch = new Watch(server.base, (status, url) => status === 404 && url.endsWith('/register/checks'));
    page = await watch.open(browser, '/obligee.html');
    await page.locator('#choose-files').waitFor();
    rows = page.locator('tr[data-state]');
  });

  after(async () => {
    await watch?.close();
    await browser?.close();
    await server?.kill('SIGTERM');
    rmSync(folder, {recursive: true, force: true});
  });

  it('are read in the page, checked one after another, and listed', async test => {
    await shoot(page, 'notices-drop');
    const table = guarantees
      .slice(6)
      .map(({number}, index) => `${number},${index === 3 ? '別の工事' : ''},50000000`)
      .join('\r\n');
    await page.locator('surety-certificate-check').evaluate((element, csv) => {
      Object.assign(element, {expected: csv});
    }, `保証契約番号,工事名,請負金額\r\n${table}\r\n99999-999999,届いていない工事,1`);
    assert.equal(papers.length, 50);
    const began = performance.now();
    const data = await page.evaluateHandle(
      files => {
        const transfer = new DataTransfer();
        for (const {name, bytes} of files)
          transfer.items.add(new File([Uint8Array.from(atob(bytes), sign => sign.charCodeAt(0))], name));
        return transfer;
      },
      papers.map(({name, bytes}) => ({name, bytes: Buffer.from(bytes).toString('base64')})),
    );
    for (const type of ['dragover', 'drop'])
      await page.locator('surety-certificate-check').dispatchEvent(type, {dataTransfer: data});
    await page.locator('[part=progress]').waitFor();
    await shoot(page, 'notices-progress');
    await page.locator('[part=progress]').waitFor({state: 'detached'});
    test.diagnostic(`50 files in ${((performance.now() - began) / 1000).toFixed(1)} s`);
    const states = await rows.evaluateAll(all => all.map(row => row.getAttribute('data-state')));
    assert.deepEqual(states.slice(0, 8), [
      ...Array<string>(4).fill('checked'),
      'mismatch',
      ...Array<string>(3).fill('unreadable'),
    ]);
    assert.deepEqual(new Set(states.slice(8)), new Set(['checked']));
    assert.equal(states.length, 50);
  });

  it('say of each what came of it, and what was expected and has not come', async () => {
    const text = async (index: number) => (await rows.nth(index).innerText()).replace(/\s+/g, ' ');
    assert.match(await text(0), /有効.*西日本_Windows\.pdf.*照合先なし/);
    assert.match(await text(4), /該当なし/);
    assert.match(await text(5), /保証証書です/);
    assert.match(await text(6), /パスワードで保護/);
    assert.match(await text(7), /壊れていて/);
    assert.match(await text(8), /一致/);
    assert.match(await text(11), /1項目が相違/);
    const counts = (await page.locator('[part=counts]').innerText()).replace(/\s+/g, '');
    assert.equal(counts, '有効46件該当なし1件ご確認が必要3件お手元の情報と相違1件');
    assert.match(await page.locator('[part=missing]').innerText(), /1件[^]*99999-999999/);
    await shoot(page, 'notices-list');
    await page.setViewportSize({width: 320, height: 800});
    await shoot(page, 'notices-list-320');
    await page.setViewportSize({width: 1280, height: 900});
  });

  it('open the certificate and lead back to the row', async () => {
    const open = rows.nth(8).getByRole('button', {name: /証書を開く/});
    await open.press('Enter');
    await page.getByRole('heading', {name: '保証証書の確認結果'}).waitFor();
    await page.locator('[data-signature=valid]').waitFor();
    await page.getByRole('button', {name: '一覧に戻る'}).press('Enter');
    await open.waitFor();
    assert.equal(await open.evaluate(button => button.matches(':focus')), true);
  });

  it('are saved as CSV, a row each, without a key', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('surety-certificate-check').getByRole('button', {name: 'CSVで保存'}).press('Enter'),
    ]);
    assert.match(download.suggestedFilename(), /^保証証書の確認結果_\d{8}\.csv$/);
    const csv = readFileSync(await download.path(), 'utf8');
    assert.equal(csv.trimEnd().split('\r\n').length, 51);
    for (const {key} of guarantees) assert.ok(!csv.includes(key));
  });

  it('leave the page as nothing but numbers and keys, and no key where it could stay', async () => {
    await watch.look(page);
    const sent = watch.bodies.filter(
      ({where}) => where.startsWith('POST') && where.endsWith('/register/checks'),
    );
    assert.equal(sent.length, 47);
    for (const {text} of sent)
      assert.deepEqual(Object.keys(JSON.parse(text) as object), ['contractNumber', 'authKey']);
    const others = watch.bodies.filter(each => !sent.includes(each)).map(({text}) => text);
    const traces = [...watch.traces.map(({text}) => text), ...others].join('\n');
    for (const {key} of guarantees) assert.ok(!traces.includes(key), 'a key was left behind');
    assert.deepEqual(watch.faults, []);
  });
});
