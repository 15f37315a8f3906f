import assert from 'node:assert/strict';
import type {Locator, Page} from 'playwright-core';

/** More controls than any page of the demo has. */
const MAX_TABS = 60;

/** Returns the label of the field that has the focus, without 「※必須」, or the words of the button, link or heading. */
export const focusedName = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    const [label] = (active as Partial<HTMLInputElement> | null)?.labels ?? [];
    const words = label?.textContent ?? (active instanceof HTMLElement ? active.innerText : '');
    return words
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/ ?※(必須|任意)$/, '');
  });

/** Goes on with the Tab key until a control has the focus, as somebody without a mouse does. */
export async function tabTo(page: Page, name: string): Promise<void> {
  for (let count = 0; count < MAX_TABS; count++) {
    if ((await focusedName(page)) === name) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`The Tab key never reaches 「${name}」; it is at 「${await focusedName(page)}」.`);
}

/** Goes on with the Tab key until a button with these words has the focus. */
export async function goWithTab(page: Page, words: RegExp): Promise<void> {
  for (let count = 0; count < MAX_TABS; count++) {
    if (words.test(await focusedName(page))) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`The Tab key never reaches ${words}.`);
}

/** Goes to a field and types; letters that need an IME arrive the way an IME hands them over. */
export async function typeInto(page: Page, name: string, text: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press('ControlOrMeta+A');
  if (/^[ -~]*$/.test(text)) await page.keyboard.type(text);
  else await page.keyboard.insertText(text);
}

/** Opens the list of a combobox by typing, and takes the first entry with the arrow key and Enter. */
export async function pickFirst(page: Page, name: string, text: string): Promise<void> {
  await typeInto(page, name, text);
  await page.getByRole('listbox', {name}).getByRole('option').first().waitFor();
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
