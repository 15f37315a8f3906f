import assert from 'node:assert/strict';
import {join} from 'node:path';
import {textOf} from './contractor.js';
import {pressButton} from './keyboard.js';
import {checkPdf, pdfFonts, pdfInfo, pdfText} from './pdf.js';
import {factOf} from './surety-office.js';
import {MENDED, type Walk} from './walk.js';

/** The contract is found in the list; its key is hidden until asked for, and can be copied. */
export async function showKey(walk: Walk): Promise<void> {
  const {contractor, surety, server, numbers, look} = walk;
  await contractor.goto(`${server.base}/contractor.html#/contracts`);
  await contractor.getByRole('tab', {name: '電子保証（認証キー）'}).press('Enter');
  const list = contractor.locator('surety-contract-list');
  await list
    .getByText(numbers[0] ?? '')
    .first()
    .waitFor();
  assert.match(await textOf(contractor, 'surety-contract-list'), /前払.*50,000,000円/);
  await look(contractor, '5-list');
  await list.getByRole('button', {name: new RegExp(`詳細.*${numbers[0]}`)}).press('Enter');
  await contractor.getByRole('button', {name: '認証キーを表示する'}).waitFor();
  const before = await textOf(contractor, 'surety-contract-detail');
  for (const word of ['電子保証概要', '※最新の情報を表示しています。', MENDED, '20,000,000円', '新規']) {
    assert.ok(before.includes(word), `The detail does not say ${word}.`);
  }
  assert.equal(await contractor.locator('[part=key]').count(), 0);
  await pressButton(contractor, '認証キーを表示する');
  walk.authKey = (await contractor.locator('[part=key]').textContent())?.trim() ?? '';
  assert.match(walk.authKey, /^[2-9A-HJ-NP-Za-km-z]{12}$/);
  await pressButton(contractor, 'コピー');
  await contractor.getByText('認証キーをコピーしました（12文字）。').first().waitFor();
  assert.equal(await contractor.evaluate(() => navigator.clipboard.readText()), walk.authKey);
  await look(contractor, '5-detail');
  await surety.goto(`${server.base}/surety.html#contract/${numbers[0]}`);
  await surety.reload();
  await surety.getByRole('heading', {name: /保証契約/}).waitFor();
  assert.equal(await factOf(surety, '認証キーの表示'), '1回');
}

/** The certificate opens in the page and closes again. */
export async function openCertificate(walk: Walk): Promise<void> {
  const {contractor, look} = walk;
  await pressButton(contractor, /^選択/);
  const viewer = contractor.locator('surety-certificate-viewer');
  await viewer.locator('.sheet').waitFor();
  const sheet = await viewer.locator('.sheet').innerText();
  for (const word of [
    '保証証書',
    '前払金保証',
    MENDED,
    'にかほ市',
    '20,000,000円',
    '50,000,000円',
    '令和9年3月19日',
    '栗田 卓也',
  ]) {
    assert.ok(sheet.includes(word), `The certificate does not say ${word}.`);
  }
  assert.equal(await contractor.locator('[part=key]').count(), 0, 'leaving the detail forgets the key');
  await look(contractor, '6-certificate');
  await pressButton(viewer, '戻る');
  await contractor.getByRole('button', {name: '認証キーを表示する'}).waitFor();
}

/** The notice is one A4 page whose every word can be read by machines. */
export async function saveNotice(walk: Walk): Promise<void> {
  const {contractor, numbers, folder, look, authKey} = walk;
  await contractor
    .locator('surety-contract-detail')
    .getByRole('button', {name: '印刷', exact: true})
    .press('Enter');
  const save = contractor.getByRole('button', {name: /ダウンロード/});
  await save.waitFor();
  await look(contractor, '7-notice');
  const [download] = await Promise.all([contractor.waitForEvent('download'), save.press('Enter')]);
  const file = join(folder, 'notice.pdf');
  await download.saveAs(file);
  assert.ok(!download.suggestedFilename().includes(authKey));
  const text = pdfText(file).replace(/\s+/g, '');
  for (const word of [
    '電子保証にかかる「認証キー」のお知らせ',
    MENDED,
    '〇〇建設株式会社',
    numbers[0] ?? '',
    authKey,
  ]) {
    assert.ok(text.includes(word.replace(/\s+/g, '')), `The notice does not say ${word}.`);
  }
  assert.match(checkPdf(file), /No syntax or stream encoding errors found/);
  const info = pdfInfo(file);
  assert.equal(info['Pages'], '1');
  assert.match(info['Page size'] ?? '', /A4/);
  const fonts = pdfFonts(file);
  assert.ok(fonts.length > 0 && fonts.every(({isEmbedded}) => isEmbedded), JSON.stringify(fonts));
}
