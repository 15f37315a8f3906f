import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Browser} from 'playwright-core';
import {launchChromium} from '../support/chromium.js';
import {serveFolder} from '../support/static-server.js';

/** What Chromium counts as one page's jumps; 0 is none, 0.1 is what Google still calls good. */
const MOST = 0.03;

const elements = [
  '<surety-application-form></surety-application-form>',
  '<surety-certificate-check></surety-certificate-check>',
  '<surety-certificate-viewer contract-number="05214-000123"></surety-certificate-viewer>',
  '<surety-contract-detail contract-number="05214-000123"></surety-contract-detail>',
  '<surety-contract-list></surety-contract-list>',
  '<surety-guide obligee-code="052141"></surety-guide>',
  '<surety-obligee-directory></surety-obligee-directory>',
];
const nameOf = (element: string) => /<([\w-]+)/.exec(element)?.[1] ?? '';

const page = (element: string) => `<!doctype html><html lang="ja"><meta charset="utf-8"><title>t</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/shell.css"><script type="module" src="/surety-elements.js"></script>
<header><h1>みなと建設業協会</h1></header>
<surety-provider environment="mock">${element}</surety-provider>
<footer><p>〒000-0000 秋田県にかほ市</p></footer></html>`;

interface Seen {
  shift: number;
  ready: string[];
}

describe('a page with an element in the middle', () => {
  let browser: Browser;
  let server: Awaited<ReturnType<typeof serveFolder>>;
  before(async () => {
    browser = await launchChromium();
    server = await serveFolder('dist/cdn', {
      pages: {
        '/favicon.ico': '',
        ...Object.fromEntries(elements.map(element => [`/${nameOf(element)}`, page(element)])),
      },
    });
  });
  after(async () => {
    await browser.close();
    await server.close();
  });

  for (const [width, height] of [
    [1280, 800],
    [360, 640],
  ] as const) {
    for (const element of elements) {
      const name = nameOf(element);
      it(`${name} at ${width}px: nothing jumps while it comes, and it says once that it is ready`, async () => {
        const tab = await browser.newPage({viewport: {width, height}});
        await tab.addInitScript(() => {
          const seen: Seen = {shift: 0, ready: []};
          Object.assign(globalThis, {seen});
          new PerformanceObserver(list => {
            for (const entry of list.getEntries()) seen.shift += (entry as unknown as {value: number}).value;
          }).observe({type: 'layout-shift', buffered: true});
          document.addEventListener('surety-ready', event =>
            seen.ready.push((event.target as Element).localName),
          );
        });
        await tab.goto(`${server.origin}/${name}`);
        await tab.waitForFunction(() => (globalThis as unknown as {seen: Seen}).seen.ready.length > 0);
        await tab.waitForLoadState('networkidle');
        const seen = await tab.evaluate(() => (globalThis as unknown as {seen: Seen}).seen);
        assert.deepEqual(seen.ready, [name]);
        assert.ok(seen.shift <= MOST, `${seen.shift}`);
        await tab.evaluate(
          tag => document.querySelector<HTMLElement & {reload(): void}>(tag)?.reload(),
          name,
        );
        await tab.waitForFunction(() => (globalThis as unknown as {seen: Seen}).seen.ready.length > 1);
        assert.equal(await tab.locator(`${name}[data-loading]`).count(), 0);
        await tab.close();
      });
    }
  }
});
