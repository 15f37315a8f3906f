import assert from 'node:assert/strict';
import type {Locator, Page} from 'playwright-core';

const LONGEST_WAY = 60;

/** Id of what has the focus, through all shadow roots. */
export const focusedId = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active?.id ?? '';
  });

/** Goes on with the Tab key until a control has the focus, as somebody without a mouse does. */
export async function tabTo(page: Page, id: string): Promise<void> {
  for (let count = 0; count < LONGEST_WAY; count++) {
    if ((await focusedId(page)) === id) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`The Tab key never reaches #${id}; it is at #${await focusedId(page)}.`);
}

/** Goes on with the Tab key until a button with these words has the focus. */
export async function goWithTab(page: Page, words: RegExp): Promise<void> {
  for (let count = 0; count < LONGEST_WAY; count++) {
    if (words.test(await focusedWords(page))) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`The Tab key never reaches ${words}.`);
}

/** The words on what has the focus, through all shadow roots. */
const focusedWords = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active instanceof HTMLElement ? active.innerText.trim() : '';
  });

/** Goes to a field and types; letters that need an IME arrive the way an IME hands them over. */
export async function typeInto(page: Page, id: string, text: string): Promise<void> {
  await tabTo(page, id);
  await page.keyboard.press('ControlOrMeta+A');
  if (/^[ -~]*$/.test(text)) await page.keyboard.type(text);
  else await page.keyboard.insertText(text);
}

/** Opens the list of a combobox by typing, and takes the first entry with the arrow key and Enter. */
export async function pickFirst(page: Page, id: string, text: string): Promise<void> {
  await typeInto(page, id, text);
  await page.locator(`[id="${id}-list"] [role=option]`).first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}

/** Chooses a radio button of a group by its words, with the space bar. */
export async function choose(scope: Page | Locator, group: string, label: string): Promise<void> {
  const radio = scope.getByRole('group', {name: group}).getByRole('radio', {name: label, exact: true});
  await radio.press('Space');
  assert.equal(await radio.isChecked(), true, `${group}: ${label}`);
}

/** Presses a button as the keyboard does. */
export const pressButton = (scope: Page | Locator, name: string | RegExp): Promise<void> =>
  scope.getByRole('button', {name}).press('Enter');
