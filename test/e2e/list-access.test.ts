import assert from 'node:assert/strict';
import {before, describe, it} from 'node:test';
import type {Locator, Page} from 'playwright-core';
import {sampleContracts} from '../../stories/sample-contracts.js';
import {until} from '../support/until.js';
import {reading} from './support/access-tree.js';
import {Stage} from './support/stage.js';

/** As the browser tells it to NVDA, VoiceOver and all others. */
describe('the list of contracts without eyes', () => {
  const stage = new Stage('list-access');
  let page: Page;
  let list: Locator;

  before(async () => {
    page = await stage.open('/contractor.html#/contracts');
    list = page.locator('surety-contract-list');
    await page.getByText('保証契約はまだありません。').waitFor();
  });

  /** A page that holds its contracts itself. */
  const give = async (count: number) => {
    await list.evaluate((element, contracts) => Object.assign(element, {contracts}), sampleContracts(count));
    await list.getByText(`${count.toLocaleString('en-US')}件を表示しています。`).waitFor();
  };
  /** 保証契約番号 of the rows that are told, in the order in which they are. */
  const told = async () =>
    (await reading(page, list)).flatMap(line => /^button 詳細（保証契約番号 (.+)）/.exec(line)?.[1] ?? []);
  const numbers = (count: number) => sampleContracts(count).map(({number}) => number);

  it('reads some hundred rows from the first to the last by itself, seen or not', async () => {
    await give(142);
    assert.deepEqual(await told(), numbers(142));
  });

  it('reads of very many those around the place that was scrolled to, one after another, and says where the others are', async () => {
    await give(10_000);
    const box = list.getByRole('region', {name: '保証契約一覧'});
    await box.hover(); // for the wheel
    await box.focus();
    for (let press = 0; press < 4; press++) {
      await page.keyboard.press('PageDown');
      await page.mouse.wheel(0, 300);
    }
    const all = numbers(10_000);
    const isInOrder = (lines: readonly string[]) =>
      lines.length > 5 && lines.every((line, at) => line === all[all.indexOf(lines[0] ?? '') + at]);
    await until(
      async () => isInOrder(await told()),
      async () => `They are not in order: ${(await told()).join()}`,
    );
    assert.ok(!(await told()).includes(all[0] ?? ''), 'it did not scroll');
    const region = (await reading(page, list)).find(line => line.startsWith('region 保証契約一覧'));
    assert.match(region ?? '', /focused.*上の「検索」をお使いください/);
  });
});
