import assert from 'node:assert/strict';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import type {Page} from 'playwright-core';
import {leafletApplication} from '../../demo/sandbox/samples.js';
import {goToCheck, textOf} from './support/contractor.js';
import {pressButton} from './support/keyboard.js';
import {checkPdf, pdfInfo, pdfText} from './support/pdf.js';
import {prefill, Stage} from './support/stage.js';

const FORM = 'surety-application-form';
const WORKS = '令和７年度　髙﨑𠮷橋補修工事';

/** 送信完了: what a clerk keeps of it, on paper and as a file, and where it is found again. */
describe('the receipt of an application', () => {
  const stage = new Stage('receipt');
  const folder = mkdtempSync(join(tmpdir(), 'surety-copies-'));
  let page: Page;
  let receiptNumber = '';

  before(async () => {
    page = await stage.openForm();
    const content = leafletApplication();
    await prefill(page, {...content, works: {...content.works, name: WORKS}});
    await goToCheck(page);
    await pressButton(page, 'この内容で申し込む');
    await page.getByRole('heading', {name: /送信完了/}).waitFor();
    receiptNumber = /U-\d{4}-\d{6}/.exec(await textOf(page, FORM))?.[0] ?? '';
  });
  after(() => rmSync(folder, {recursive: true, force: true}));

  /** What a copy has to say, wherever it is. */
  const words = () => [
    '保証申込の控え',
    '〇〇建設 株式会社 様',
    '東日本建設業保証株式会社 秋田支店',
    receiptNumber,
    WORKS,
    '50,000,000円',
    '20,000,000円',
    '電子保証(認証キーを含む)',
    '018-863-1000',
  ];
  const assertSaysAll = (text: string) => {
    const plain = text.replace(/\s/gu, '');
    for (const word of words())
      assert.ok(plain.includes(word.replace(/\s/gu, '')), `The copy does not say ${word}.`);
  };

  it('says so when the copy cannot be made, and makes it when asked again', async () => {
    await page.route('**/glyphs/**', route => route.abort());
    await pressButton(page, '控えを保存する（PDF）');
    await page.getByRole('alert').getByText('必要なファイルを読み込めませんでした。').waitFor();
    await page.unroute('**/glyphs/**');
    await stage.look(page, 'receipt-failed');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      pressButton(page, '控えを保存する（PDF）'),
    ]);
    assert.equal(download.suggestedFilename(), `保証申込の控え_${receiptNumber}.pdf`);
    const file = join(folder, 'saved.pdf');
    await download.saveAs(file);
    checkPdf(file);
    assertSaysAll(pdfText(file));
    assert.equal(pdfInfo(file)['Page size'], '595.28 x 841.89 pts (A4)');
    await page.locator('[part=saved]').getByText('を保存しました。').waitFor();
    await stage.look(page, 'receipt-saved');
  });

  it('is printed on A4 without the page around it', async () => {
    await page.evaluate(() => {
      window.print = () => undefined;
    });
    await pressButton(page, '印刷する');
    const file = join(folder, 'printed.pdf');
    await page.pdf({path: file, preferCSSPageSize: true});
    const text = pdfText(file);
    assertSaysAll(text);
    for (const word of ['電子保証デモ', '印刷する', 'テスト環境です。'])
      assert.ok(!text.includes(word), word);
    const about = pdfInfo(file);
    assert.match(about['Page size'] ?? '', /^59\d(\.\d+)? x 84\d(\.\d+)? pts \(A4\)$/);
    assert.equal(about['Pages'], '2');
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  });

  it('is found again among the earlier applications, with how it stands, and saved from there', async () => {
    await pressButton(page, '別の申込みを作成する');
    await pressButton(page, '以前の申込みを見る・写す');
    const entry = page.getByRole('listitem').filter({hasText: receiptNumber});
    await entry.getByRole('button', {name: /^開く/}).press('Enter');
    await page.getByRole('heading', {name: '申込みの状況'}).waitFor();
    const shown = (await textOf(page, FORM)).replace(/\s/gu, '');
    for (const word of [receiptNumber, '手続状況申込中', WORKS.replace(/\s/gu, '')])
      assert.ok(shown.includes(word), word);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      pressButton(page, '控えを保存する（PDF）'),
    ]);
    assert.equal(download.suggestedFilename(), `保証申込の控え_${receiptNumber}.pdf`);
    await stage.look(page, 'receipt-found');
  });

  it('nothing but what this test broke went wrong', () => {
    assert.deepEqual(
      stage.watch.faults.filter(({what}) => !what.includes('ERR_FAILED')),
      [],
    );
  });
});
