import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {existsSync, readdirSync, readFileSync, statSync} from 'node:fs';
import {createRequire} from 'node:module';
import {after, before, describe, test} from 'node:test';
import type {AxeResults} from 'axe-core';
import type {Browser, BrowserContext, Page} from 'playwright-core';
import {launchChromium} from '../support/chromium.js';
import {serveFolder} from '../support/static-server.js';

const folder = 'storybook-static';
const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

interface Entry {
  id: string;
  type: 'story' | 'docs';
  title: string;
  name: string;
  importPath: string;
}

/** When the newest file below the folders was written. */
const newest = (folders: readonly string[]) =>
  Math.max(
    ...folders.flatMap(each =>
      readdirSync(each, {recursive: true, encoding: 'utf8'}).map(name => statSync(`${each}/${name}`).mtimeMs),
    ),
  );

function buildWhereOld(): void {
  const index = `${folder}/index.json`;
  const sources = ['stories', 'components', 'src', 'demo/sandbox', '.storybook'];
  if (existsSync(index) && statSync(index).mtimeMs > newest(sources)) return;
  execFileSync('npm', ['run', '--silent', 'build:storybook'], {stdio: ['ignore', 'ignore', 'inherit']});
}

buildWhereOld();
const {entries} = JSON.parse(readFileSync(`${folder}/index.json`, 'utf8')) as {
  entries: Record<string, Entry>;
};
const stories = Object.values(entries).filter(({type}) => type === 'story');
const elements = readdirSync('components').filter(
  name => name !== 'shared' && existsSync(`components/${name}/define.ts`),
);

for (const name of elements) {
  test(`surety-${name} has a story`, () => {
    assert.ok(stories.some(({importPath}) => importPath === `./stories/${name}.stories.ts`));
  });
}

/** Opens one story and waits until Storybook says how it went. */
async function open(page: Page, url: string): Promise<string> {
  await page.goto(url);
  const outcome = await page.waitForFunction(() => (globalThis as {storyOutcome?: string}).storyOutcome);
  return String(await outcome.jsonValue());
}

describe('stories', () => {
  let browser: Browser;
  let context: BrowserContext;
  let server: Awaited<ReturnType<typeof serveFolder>>;
  before(async () => {
    browser = await launchChromium();
    context = await browser.newContext({locale: 'ja-JP'});
    await context.addInitScript({path: 'test/support/story-outcome.js'});
    server = await serveFolder(folder, {pages: {'/favicon.ico': ''}}); // browsers ask for it by themselves
  });
  after(async () => {
    await browser.close();
    await server.close();
  });

  for (const {id, title, name} of stories) {
    test(`${title} / ${name} renders, asks no other host, and has nothing that axe objects to`, async () => {
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('pageerror', error => complaints.push(`page error: ${error.message}`));
      page.on('console', message => {
        if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
      });
      page.on('request', request => {
        const url = request.url();
        if (!url.startsWith(server.origin) && !/^(data|blob):/.test(url)) complaints.push(`request: ${url}`);
      });
      try {
        assert.equal(
          await open(page, `${server.origin}/iframe.html?id=${id}&viewMode=story&globals=a11y.manual:!true`),
          'rendered',
        );
        await page.waitForTimeout(300); // until what the story fetches is drawn
        await page.addScriptTag({path: axeFile});
        const {violations} = await page.evaluate(() =>
          (
            globalThis as unknown as {axe: {run(context: string, options: object): Promise<AxeResults>}}
          ).axe.run(
            '#storybook-root',
            {rules: {region: {enabled: false}}}, // a story has no landmarks of a page around it
          ),
        );
        complaints.push(
          ...violations.map(each => `axe: ${each.id}: ${each.nodes.map(({html}) => html).join(' ')}`),
        );
        assert.deepEqual(complaints, []);
      } finally {
        await page.close();
      }
    });
  }
});
