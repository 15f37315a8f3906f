import type {Page} from 'playwright-core';

/** Types number and key and presses Enter, as the obligee does; comes back when the register has answered. */
export async function checkCertificate(page: Page, number: string, key: string): Promise<void> {
  for (const [id, text] of Object.entries({number, key})) {
    await page.locator(`#${id}`).focus();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.insertText(text);
  }
  const answered = page.waitForResponse(response => response.url().endsWith('/register/checks'));
  await page.keyboard.press('Enter');
  await answered;
  await page.locator('#mismatch, #waiting, #result-title').first().waitFor();
}

/** Tries once more, and reads from the countdown how many seconds one has to wait. */
export async function waitAfterNextTry(page: Page): Promise<number> {
  await page.locator('#key').press('Enter');
  const [seconds = '0'] = /\d+/.exec(await page.getByRole('timer').innerText()) ?? [];
  return Number(seconds);
}

/** Pastes a whole notice into one field and presses Enter. */
export async function pasteNotice(page: Page, number: string, key: string): Promise<void> {
  const text = `電子保証にかかる「認証キー」のお知らせ\n保証契約番号：${number}\n認証キー：${key}\n`;
  await page.locator('#key').focus();
  await page.evaluate(notice => navigator.clipboard.writeText(notice), text);
  await page.keyboard.press('ControlOrMeta+V');
  await page.keyboard.press('Enter');
}
