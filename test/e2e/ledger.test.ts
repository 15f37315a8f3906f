import assert from 'node:assert/strict';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import type {Browser, Page} from 'playwright-core';
import {leafletApplication} from '../../demo/sandbox/index.js';
import {application} from '../../src/schemas/application.js';
import {issueResult} from '../../src/schemas/office.js';
import {issue, keyOf, read, signIn, submit} from '../sandbox/support/serve.js';
import {start, type Started} from '../sandbox/support/start.js';
import {violations} from './support/axe.js';
import {launchChromium} from '../support/chromium.js';
import {shoot, Watch} from './support/browser.js';
import {checkCertificate} from './support/obligee.js';

const heads = [
  '保証契約番号',
  '工事名',
  '受注者名',
  '発注者名',
  '請負金額',
  '保証金額',
  '請負契約日',
  '工期',
];

/** What a clerk has typed into the city's ledger, in the city's own way of writing. */
const typed = {
  工事名: '令和７年度　市道〇〇線 道路改良工事',
  受注者名: '〇〇建設株式会社',
  発注者名: 'にかほ市',
  請負金額: '５０，０００，０００',
  保証金額: '20,000,000円',
  請負契約日: 'R8.2.20',
  工期: '令和8年2月21日～令和9年3月19日',
};
type Column = keyof typeof typed;

const different: Record<Column, string> = {
  工事名: '令和7年度 市道〇〇線道路改良工事（その2）',
  受注者名: '△△建設株式会社',
  発注者名: '別の市長',
  請負金額: '55,000,000',
  保証金額: '22,000,000',
  請負契約日: '2026-02-21',
  工期: '令和8年2月21日～令和9年3月31日',
};

describe('the city’s own ledger beside the certificate', () => {
  const folder = mkdtempSync(join(tmpdir(), 'surety-ledger-'));
  let server: Started;
  let browser: Browser;
  let watch: Watch;
  let page: Page;
  let [number, key] = ['', ''];

  /** A ledger as a spreadsheet program gives it: cells with tabs between them. */
  const ledger = (changes: Partial<Record<Column, string>> = {}) => {
    const row = {...typed, ...changes} as Record<string, string>;
    const cells = heads.slice(1).map(head => row[head] ?? '');
    return [heads, [number.replace('-', ''), ...cells]].map(line => line.join('\t')).join('\n');
  };

  before(async () => {
    server = await start({DATA_DIR: folder});
    const [contractor, office] = [
      await signIn(server.base, 'contractor'),
      await signIn(server.base, 'surety'),
    ];
    const sent = read(application, await submit(contractor, leafletApplication()), 201);
    const {contracts} = read(issueResult, await issue(office, sent));
    number = contracts.find(({kind}) => kind === 'advance-payment')?.number ?? '';
    key = await keyOf(contractor, number);
    browser = await launchChromium();
    watch = new Watch(server.base);
    page = await watch.open(browser, '/obligee.html');
    await page.locator('#number').waitFor();
  });

  after(async () => {
    await watch?.close();
    await browser?.close();
    await server?.kill('SIGTERM');
    rmSync(folder, {recursive: true, force: true});
  });

  const paste = async (text: string) => {
    await page.locator('#ledger').fill(text);
    await page.locator('#use-ledger').press('Enter');
  };
  const comparison = () => page.locator('[part=comparison]');
  /** The fields that differ, as the table says it. */
  const differing = () =>
    comparison().evaluate(section =>
      [...section.querySelectorAll('tr[data-different]')].map(row =>
        [...row.children].map(cell => (cell.textContent ?? '').trim()),
      ),
    );

  it('is pasted, and what was understood of it is said before anything is checked', async () => {
    await page.getByText('お手元の台帳と照合する').click();
    await paste(`受付日\t工事名\n2026-02-01\t別の工事`);
    assert.match(
      await page.locator('[part=ledger]').innerText(),
      /1件と照合します。[^]*照合しない項目：受付日/,
    );
    await paste('これは台帳ではありません');
    assert.match(await page.locator('[part=ledger]').innerText(), /1行目に「保証契約番号」/);
    await paste(ledger({請負金額: '五千万円くらい'}));
    assert.match(await page.locator('[part=ledger]').innerText(), /読み取れない行があります（2行目）/);
    await paste(ledger());
    assert.match(
      await page.locator('[part=ledger]').innerText(),
      /1件と照合します。[^]*保証契約番号・工事名・受注者名/,
    );
    assert.deepEqual(await violations(page), []);
    await shoot(page, 'ledger-pasted');
    await page.setViewportSize({width: 320, height: 800});
    await shoot(page, 'ledger-pasted-320');
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= 320));
    await page.setViewportSize({width: 1280, height: 900});
  });

  it('agrees in every field, however the city writes numbers, days and widths', async () => {
    await checkCertificate(page, number, key);
    await comparison().waitFor();
    assert.match(await comparison().innerText(), /7項目とも一致しています。/);
    assert.deepEqual(await differing(), []);
    assert.deepEqual(await violations(page), []);
    await shoot(page, 'ledger-match');
  });

  for (const column of Object.keys(different) as Column[]) {
    it(`shows a difference of ${column} beside the certificate’s own, and no other`, async () => {
      await paste(ledger({[column]: different[column]}));
      await comparison().getByText('7項目のうち、1項目が異なります。').waitFor();
      const [row = [], ...others] = await differing();
      assert.deepEqual(others, []);
      assert.deepEqual([row[0], row[3]], [column, '相違']);
      assert.notEqual(row[1], row[2]);
    });
  }

  it('is told apart from a ledger that does not know the contract, and from none', async () => {
    await shoot(page, 'ledger-different');
    await paste(ledger().replace(number.replace('-', ''), '99999999999'));
    await comparison().waitFor({state: 'detached'});
    await paste(ledger());
    await comparison().waitFor();
    await page.locator('#clear-ledger').press('Enter');
    await comparison().waitFor({state: 'detached'});
    assert.match(await page.locator('#ledger-state').innerText(), /照合しません/);
  });

  it('is read from a file of Excel, too, in Shift_JIS', async () => {
    // 「工事名」 and 「工事」 as Excel writes them on a Japanese Windows.
    const head = [0x8d, 0x48, 0x8e, 0x96, 0x96, 0xbc];
    const bytes = Buffer.from([...head, 0x0d, 0x0a, ...head.slice(0, 4), 0x0d, 0x0a]);
    await page.locator('#ledger-file').setInputFiles({name: '台帳.csv', mimeType: 'text/csv', buffer: bytes});
    await comparison().getByText('1項目のうち、1項目が異なります。').waitFor();
    assert.equal((await differing())[0]?.[1], '工事');
  });

  it('stays in the page: nothing of it is sent, kept or in an address', async () => {
    await watch.look(page);
    const sent = [...watch.bodies, ...watch.traces].map(({text}) => text).join('\n');
    for (const words of ['△△建設', '道路改良工事（その2）']) assert.ok(!sent.includes(words), words);
    assert.deepEqual(watch.faults, []);
  });
});
