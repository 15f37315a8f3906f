import assert from 'node:assert/strict';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before} from 'node:test';
import type {Browser, Page} from 'playwright-core';
import {start, type Started} from '../../sandbox/support/start.js';
import {violations} from './axe.js';
import {launchChromium} from '../../support/chromium.js';
import {shoot, Watch} from './browser.js';

/** The demo on a server of its own, with nothing in its database, and a browser that is watched: one for a group of tests. */
export class Stage {
  server!: Started;
  browser!: Browser;
  watch!: Watch;

  /** Call inside `describe`: all of it stands before the first test, and is gone after the last. */
  constructor(name: string) {
    const folder = mkdtempSync(join(tmpdir(), `surety-${name}-`));
    before(async () => {
      this.server = await start({DATA_DIR: folder});
      this.browser = await launchChromium();
      this.watch = new Watch(this.server.base);
    });
    after(async () => {
      await this.watch?.close();
      await this.browser?.close();
      await this.server?.kill('SIGTERM');
      rmSync(folder, {recursive: true, force: true});
    });
  }

  /** A new person at a new computer. */
  async open(path: string, viewport?: {width: number; height: number}): Promise<Page> {
    return this.watch.open(this.browser, path, viewport);
  }

  /** The contractor's form, once it knows who is signed in. */
  async openForm(viewport?: {width: number; height: number}): Promise<Page> {
    const page = await this.open('/contractor.html#/apply', viewport);
    await page.getByText('〇〇建設 株式会社 様').nth(1).waitFor();
    return page;
  }

  /** What a test has brought about is fit to be read by everybody. */
  async look(page: Page, name: string): Promise<void> {
    await shoot(page, name);
    assert.deepEqual(await violations(page), [], name);
  }
}

/** What the page of an ERP does: everything is known but for the person's last look. */
export const prefill = (page: Page, value: unknown): Promise<void> =>
  page.locator('surety-application-form').evaluate((form, given) => {
    Object.assign(form, {value: given});
  }, value);
