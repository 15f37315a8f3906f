import assert from 'node:assert/strict';
import type {Page} from 'playwright-core';
import {pressButton} from './keyboard.js';

/** Opens an application of the office's list, by its receipt number. */
export async function openApplication(page: Page, receiptNumber: string): Promise<void> {
  await page.goto(new URL('/surety.html#applications', page.url()).href);
  await page.reload(); // the same address but for the hash is no new visit
  await page.getByRole('link', {name: receiptNumber}).press('Enter');
  await page.getByRole('heading', {name: `保証申込 ${receiptNumber}`}).waitFor();
}

/** What the office reads of an application or a contract: label and value, of the first of that name. */
export async function factOf(page: Page, label: string): Promise<string> {
  const row = page
    .locator('main dl.facts > div')
    .filter({has: page.locator('dt', {hasText: new RegExp(`^${label}$`)})});
  return (await row.first().locator('dd').innerText()).trim();
}

/** 差戻し, with a reason; first without one, which the dialog refuses. */
export async function sendBack(page: Page, reason: string): Promise<void> {
  await pressButton(page, '差し戻す');
  const dialog = page.getByRole('dialog');
  await pressButton(dialog, '差し戻す');
  assert.match(await dialog.innerText(), /差戻しの理由を入力してください/);
  await dialog.getByLabel(/差戻しの理由/).focus();
  await page.keyboard.insertText(reason);
  await pressButton(dialog, '差し戻す');
  await page.getByText('差し戻しました。').waitFor();
}

/** 発行; answers with the numbers of the contracts. */
export async function issue(page: Page, message: string): Promise<string[]> {
  await pressButton(page, '発行する');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/お客様へのお知らせ/).focus();
  await page.keyboard.insertText(message);
  await pressButton(dialog, '発行する');
  await page.getByText('発行しました。').waitFor();
  return page.locator('.issued a').allInnerTexts();
}

/** 変更N: a longer 工期 and higher amounts; typed as people type, confirmed before it is done. */
export async function change(
  page: Page,
  contractNumber: string,
  typed: Record<string, string>,
): Promise<string> {
  await page.goto(new URL(`/surety.html#contract/${contractNumber}`, page.url()).href);
  await page.reload();
  await pressButton(page, '変更する');
  for (const [label, text] of Object.entries(typed)) {
    await page.getByLabel(new RegExp(`^${label}`)).focus();
    await page.keyboard.insertText(text);
  }
  await pressButton(page, '変更の内容を確認する');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  const question = await dialog.innerText();
  await pressButton(dialog, '変更を発行する');
  await page.getByText(/変更\d+を発行しました。/).waitFor();
  return question;
}
