import assert from 'node:assert/strict';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {after, before, describe, test} from 'node:test';
import type {Browser, Route} from 'playwright-core';
import {bundledPackages} from '../../components/cdn/build/write-licences.js';
import {launchChromium} from '../support/chromium.js';
import {serveFolder} from '../support/static-server.js';

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

const page = (...scripts: string[]) => `<!doctype html><html lang="ja"><meta charset="utf-8"><title>t</title>
${scripts.map(script => `<script type="module" src="/${script}"></script>`).join('')}
<surety-provider environment="mock"><surety-contract-list></surety-contract-list></surety-provider></html>`;

// Two copies of Lit: a policy has to allow the second one its own Trusted Types policy.
const twice = {'/both': page('surety-elements.js', 'surety-elements.bundle.js'), '/favicon.ico': ''};
const pages = {
  '/loader': page('surety-elements.js'),
  '/bundle': page('surety-elements.bundle.js'),
  '/form': page('surety-elements.js').replaceAll('contract-list', 'application-form'),
  '/to-do': page('surety-elements.js').replace('-list>', '-list to-do="returned">'),
  '/desk': page('surety-elements.js').replaceAll('contract-list', 'desk'),
  '/favicon.ico': '',
};

describe('scripts for a page without a build step', () => {
  let browser: Browser;
  let server: Awaited<ReturnType<typeof serveFolder>>;
  before(async () => {
    assert.ok(existsSync('dist/cdn/surety-elements.js'), 'run npm run build:cdn first');
    browser = await launchChromium();
    server = await serveFolder('dist/cdn', {headers: {'Content-Security-Policy': policy}, pages});
  });
  after(async () => {
    await browser.close();
    await server.close();
  });

  /** A page that cannot fetch a chunk until it is let through: the line is cut, or the answer is an error. */
  const openWithout = async (chunk: string, path: string, answer?: {status: number}) => {
    const tab = await browser.newPage();
    let isDown = true;
    const refuse = (route: Route) => (answer ? route.fulfill(answer) : route.abort());
    await tab.route(new RegExp(`chunks/${chunk}-`), route => (isDown ? refuse(route) : route.continue()));
    await tab.goto(server.origin + path);
    return {tab, letThrough: () => void (isDown = false)};
  };

  for (const name of ['loader', 'bundle']) {
    test(`${name}: one page, two tags and a strict policy show the contracts, without a word on the console`, async () => {
      const tab = await browser.newPage();
      const complaints: string[] = [];
      tab.on('pageerror', error => complaints.push(error.message));
      tab.on('console', message => complaints.push(message.text()));
      await tab.goto(`${server.origin}/${name}`);
      await tab.getByText('にかほ市').first().waitFor();
      assert.deepEqual(complaints, []);
      await tab.close();
    });
  }

  test('a policy that trusts one script by its nonce, and what that brings, is enough', async t => {
    const nonced = await serveFolder('dist/cdn', {
      headers: {
        'Content-Security-Policy': policy.replace(
          "script-src 'self'",
          "script-src 'nonce-c3VyZXR5' 'strict-dynamic'",
        ),
      },
      pages: {
        '/nonce': pages['/loader'].replaceAll('<script ', '<script nonce="c3VyZXR5" '),
        '/none': pages['/loader'],
        '/favicon.ico': '',
      },
    });
    t.after(() => nonced.close());
    const tab = await browser.newPage();
    const complaints: string[] = [];
    tab.on('console', message => complaints.push(message.text()));
    await tab.goto(`${nonced.origin}/nonce`);
    await tab.getByText('にかほ市').first().waitFor();
    assert.deepEqual(complaints, []);
    await tab.goto(`${nonced.origin}/none`);
    assert.match(complaints.join(), /Content Security Policy/);
    await tab.close();
  });

  test('where sheets cannot be shared, styles are elements with the nonce of the page, and look the same', async t => {
    const nonced = await serveFolder('dist/cdn', {
      headers: {'Content-Security-Policy': policy.replace("style-src 'self'", "style-src 'nonce-c3VyZXR5'")},
      pages,
    });
    t.after(() => nonced.close());
    const lookOf = async (hasSheets: boolean) => {
      const tab = await browser.newPage();
      const complaints: string[] = [];
      tab.on('pageerror', error => complaints.push(error.message));
      tab.on('console', message => complaints.push(message.text()));
      if (!hasSheets)
        await tab.addInitScript(() => {
          Reflect.deleteProperty(Document.prototype, 'adoptedStyleSheets');
          Reflect.deleteProperty(ShadowRoot.prototype, 'adoptedStyleSheets');
          Object.assign(globalThis, {litNonce: 'c3VyZXR5'});
        });
      await tab.goto(`${nonced.origin}/loader`);
      const list = tab.locator('surety-contract-list');
      await list.getByText('にかほ市').first().waitFor();
      const look = await list.evaluate(({shadowRoot}) => {
        const table = shadowRoot?.querySelector('table') ?? document.body;
        const {fontSize, lineHeight, color} = getComputedStyle(table);
        return {fontSize, lineHeight, color};
      });
      await list.getByRole('button', {name: '絞り込み'}).click();
      await list.locator('#filters #kind').waitFor();
      const late = await list.evaluate(({shadowRoot}) => {
        const panel = shadowRoot?.querySelector('#filters') ?? document.body;
        const {display, padding, backgroundColor} = getComputedStyle(panel);
        return {display, padding, backgroundColor};
      });
      const elements = await list.evaluate(({shadowRoot}) => shadowRoot?.querySelectorAll('style').length);
      await tab.close();
      return {look, late, isMade: Number(elements) > 0, complaints};
    };
    const usual = await lookOf(true);
    assert.deepEqual(await lookOf(false), {...usual, isMade: true});
    assert.deepEqual([usual.isMade, usual.complaints], [false, []]);
    assert.equal(usual.look.color, 'rgb(51, 51, 51)', 'a colour of the kit, not of the browser');
    assert.equal(usual.late.display, 'grid', 'styles that came with the panel');
  });

  test('the licences of everything in them are beside them, those of the fonts beside the glyphs', () => {
    const text = readFileSync('dist/cdn/LICENSES.txt', 'utf8');
    const packages = bundledPackages('dist/cdn');
    for (const name of ['lit-html', 'zod', 'ky', 'jspdf', 'pdfjs-dist'])
      assert.ok(packages.includes(name), name);
    for (const name of packages) assert.ok(text.includes(`\n${name} `), name);
    assert.match(text, /Redistribution and use in source and binary forms/);
    assert.ok(readdirSync('dist/glyphs').some(name => /^OFL-.*\.txt$/.test(name)));
  });

  test('loading both on one page is harmless and silent', async t => {
    const lenient = await serveFolder('dist/cdn', {
      headers: {'Content-Security-Policy': `${policy} 'allow-duplicates'`},
      pages: twice,
    });
    t.after(() => lenient.close());
    const tab = await browser.newPage();
    const complaints: string[] = [];
    tab.on('pageerror', error => complaints.push(error.message));
    tab.on('console', message => {
      if (!message.text().startsWith('Multiple versions of Lit')) complaints.push(message.text()); // Lit's own remark
    });
    await tab.goto(`${lenient.origin}/both`);
    await tab.getByText('にかほ市').first().waitFor();
    assert.deepEqual(complaints, []);
    await tab.close();
  });

  test('the loader brings an element that is added later, and nothing of those that are not on the page', async () => {
    const tab = await browser.newPage();
    const files: string[] = [];
    tab.on('request', request => files.push(new URL(request.url()).pathname));
    await tab.goto(`${server.origin}/loader`);
    await tab.getByText('にかほ市').first().waitFor();
    assert.ok(!files.some(file => /certificate-check|jspdf|key-notice-pdf/.test(file)), files.join(' '));
    await tab.evaluate(() =>
      document.querySelector('surety-provider')?.append(document.createElement('surety-certificate-check')),
    );
    await tab.waitForFunction(() => document.querySelector('surety-certificate-check')?.shadowRoot);
    assert.ok(files.some(file => file.includes('certificate-check')));
    await tab.close();
  });

  test('a chunk that fails is told to the page and asked for again', async () => {
    const {tab, letThrough} = await openWithout('certificate-check', '/loader');
    await tab.getByText('にかほ市').first().waitFor();
    const code = await tab.evaluate(
      () =>
        new Promise(resolve => {
          document.addEventListener('surety-error', event => resolve(event.detail.error.code), {once: true});
          document
            .querySelector('surety-provider')
            ?.append(document.createElement('surety-certificate-check'));
        }),
    );
    assert.equal(code, 'asset-load');
    letThrough();
    await tab.waitForFunction(() => document.querySelector('surety-certificate-check')?.shadowRoot);
    await tab.close();
  });

  test('a view of the desk whose code cannot be fetched says so, leaves the rest usable, and goes on when one tries again', async () => {
    const {tab, letThrough} = await openWithout('contract-list', '/desk', {status: 503});
    const desk = tab.locator('surety-desk');
    const failure = desk.getByText('必要なファイルを読み込めませんでした。').last();
    await desk.getByRole('button', {name: '保証契約一覧'}).click();
    await failure.waitFor();
    await desk.getByRole('button', {name: 'ホーム'}).click();
    await desk.getByText('発行済みで未提出').first().waitFor();
    assert.equal(await desk.locator('[role=alert].notice').count(), 0);
    await desk.getByRole('button', {name: '保証契約一覧'}).click();
    await failure.waitFor();
    letThrough();
    await desk.getByRole('button', {name: 'もう一度読み込む'}).click();
    await desk.locator('surety-contract-list').getByText('にかほ市').first().waitFor();
    assert.equal(await desk.locator('[role=alert].notice').count(), 0);
    await tab.close();
  });

  test('「絞り込み」 that cannot be fetched says so, and goes on in its first field when one tries again', async () => {
    const {tab, letThrough} = await openWithout('filter-panel', '/loader');
    await tab.getByText('にかほ市').first().waitFor();
    await tab.getByRole('button', {name: '絞り込み'}).click();
    await tab.getByText('必要なファイルを読み込めませんでした').waitFor();
    letThrough();
    await tab.getByRole('button', {name: 'もう一度読み込む'}).click();
    await tab.locator('#filters #kind:focus').waitFor();
    assert.equal(await tab.locator('[role=alert].notice').count(), 0);
    await tab.getByRole('searchbox').fill('にかほ');
    await tab.locator('#filters').getByLabel('発注者名').fill('由利本荘');
    await tab.getByRole('button', {name: 'この条件で絞り込む'}).click();
    await tab.getByText('条件に当てはまる保証契約はありません').waitFor();
    await tab.locator('#filter-toggle:focus').waitFor();
    await tab.close();
  });

  test('a list of what is to be done shows just that while its chips and its panel are on their way', async () => {
    const tab = await browser.newPage();
    let release = () => {};
    const held = new Promise<void>(resolve => (release = resolve));
    await tab.route(/chunks\/filter-panel-/, async route => {
      await held;
      await route.continue();
    });
    await tab.goto(`${server.origin}/to-do`);
    await tab.getByText('条件に当てはまる保証契約はありません').waitFor();
    const toggle = tab.getByRole('button', {name: '絞り込み（1件の条件）'});
    const chip = tab.getByRole('button', {name: 'やること：発注者からの差戻し'});
    assert.equal(await chip.count(), 0);
    await toggle.press('Enter');
    await tab.locator('#filters').getByText('読み込んでいます').waitFor();
    release();
    await chip.waitFor();
    await tab.locator('#filter-toggle:focus').waitFor();
    assert.equal(await tab.locator('#filters #toDo').inputValue(), 'returned');
    await chip.click();
    await tab.getByText('にかほ市').first().waitFor();
    assert.equal(await chip.count(), 0);
    assert.equal(await tab.locator('#filters #toDo').inputValue(), '');
    await tab.close();
  });

  test('a CSV whose code cannot be fetched is told, and saved when one tries again', async () => {
    const {tab, letThrough} = await openWithout('contract-exports', '/loader');
    await tab.getByText('にかほ市').first().waitFor();
    await tab.getByRole('button', {name: 'CSVで保存'}).click();
    await tab.getByText('必要なファイルを読み込めませんでした').waitFor();
    letThrough();
    const saved = tab.waitForEvent('download');
    await tab.getByRole('button', {name: 'もう一度読み込む'}).click();
    assert.match((await saved).suggestedFilename(), /^保証契約一覧_\d{8}\.csv$/);
    await tab.locator('#csv:focus').waitFor();
    await tab.getByText('必要なファイルを読み込めませんでした').waitFor({state: 'detached'});
    await tab.close();
  });

  test('a form that nobody uses fetches its first section only, and the rest at the first sign of use', async () => {
    const tab = await browser.newPage();
    const files: string[] = [];
    tab.on('request', request => files.push(request.url()));
    await tab.goto(`${server.origin}/form`);
    await tab.getByText('〇〇建設 株式会社').first().waitFor();
    assert.deepEqual(
      files.filter(file => file.includes('/form-controller-')),
      [],
    );
    await tab.getByLabel('発注者名').focus();
    await tab.getByRole('tab', {name: '保証の申込内容'}).click();
    await tab.getByLabel('前払金保証を申し込む').first().waitFor();
    assert.equal(files.filter(file => file.includes('/form-controller-')).length, 1);
    await tab.close();
  });

  test('the rest of a form that cannot be fetched is told once, loses nothing typed, and comes when asked for again', async () => {
    const {tab, letThrough} = await openWithout('form-controller', '/form');
    await tab.getByLabel('工事名').fill('髙﨑𠮷橋補修工事');
    await tab.getByText('必要なファイルを読み込めませんでした').waitFor();
    await tab.getByRole('tab', {name: '保証の申込内容'}).click();
    const again = tab.getByRole('button', {name: 'もう一度読み込む'});
    await again.waitFor();
    assert.equal(await again.count(), 1);
    letThrough();
    await again.click();
    await tab.getByLabel('前払金保証を申し込む').first().waitFor();
    await tab.getByRole('tab', {name: '請負工事の情報'}).click();
    assert.equal(await tab.getByLabel('工事名').inputValue(), '髙﨑𠮷橋補修工事');
    await tab.close();
  });
});
