import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {after, before, describe, test} from 'node:test';
import type {Browser, Page} from 'playwright-core';
import {policyHash} from '../../components/cdn/build/integrity.js';

import {launchChromium} from '../support/chromium.js';
import {serveFolder} from '../support/static-server.js';

const cdn = 'dist/cdn';
const read = (file: string) => readFileSync(`${cdn}/${file}`, 'utf8');
const hashOf = (file: string) => `sha384-${createHash('sha384').update(readFileSync(file)).digest('base64')}`;

interface Published {
  readonly version: string;
  readonly files: Readonly<Record<string, string>>;
}

/** What a page's own policy would be: no nonce, and of inline scripts only the import map. */
const policyFor = (page: string) => {
  const map = /<script type="importmap">(.*?)<\/script>/s.exec(page)?.[1] ?? '';
  return [
    "default-src 'none'",
    `script-src 'self' ${policyHash(map)}`,
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ].join('; ');
};

const variants = [
  {page: 'snippet.html', entry: 'surety-elements.js', later: 'chunks'},
  {page: 'snippet.bundle.html', entry: 'surety-elements.bundle.js', later: 'later'},
];

describe('the published hashes', () => {
  const {files} = JSON.parse(read('sri.json')) as Published;

  test('are those of every script, and of every glyph file', () => {
    const scripts = readdirSync(cdn, {recursive: true, encoding: 'utf8'}).filter(file =>
      /\.(js|css)$/.test(file),
    );
    const glyphs = readdirSync('dist/glyphs', {recursive: true, encoding: 'utf8'})
      .filter(file => /\.(bin|txt)$/.test(file))
      .map(file => `glyphs/${file}`);
    const published = Object.keys(files).filter(file => !file.startsWith('glyphs/') || glyphs.includes(file));
    assert.deepEqual(published.toSorted(), [...scripts, ...glyphs].toSorted());
    assert.ok(glyphs.length > 1000, `${glyphs.length} glyph files`);
    for (const file of scripts) assert.equal(files[file], hashOf(`${cdn}/${file}`), file);
    for (const file of glyphs) assert.equal(files[file], hashOf(`dist/${file}`), file);
  });

  for (const {page, entry, later} of variants) {
    test(`${page} holds the browser to the hash of ${entry} and of all that it fetches later`, () => {
      const text = read(page);
      assert.ok(text.includes(`src="./${entry}" integrity="${files[entry]}" crossorigin="anonymous"`));
      const parts = readdirSync(`${cdn}/${later}`).filter(file => file.endsWith('.js'));
      assert.ok(parts.length > 0);
      for (const file of [...parts.map(part => `${later}/${part}`), 'sandbox.js']) {
        assert.ok(text.includes(`"./${file}": "${files[file]}"`), file);
      }
    });
  }

  test('the one file fetches later only what writes and reads PDF and archives, other languages, what stands in for an API, and what measures colours', () => {
    const files =
      'jspdf|key-notice-pdf|record-pdf|typeface|absent|notice-data|notice-archive|read-notice-file|pdf(\\.worker)?|browser|archive|cmap-files|mail|picture|qr';
    const known = new RegExp(`^(${files}|contrast|mock-environment|language|en|ja-[a-z-]+)\\b`); // browser: archives, of fflate
    const others = readdirSync(`${cdn}/later`).filter(file => file.endsWith('.js') && !known.test(file));
    assert.deepEqual(others, []);
  });
});

describe('a page made of the snippet', () => {
  let browser: Browser;
  let tab: Page;
  let complaints: string[];
  const servers: Awaited<ReturnType<typeof serveFolder>>[] = [];
  before(async () => {
    assert.ok(existsSync(`${cdn}/sri.json`), 'run npm run build:cdn first');
    browser = await launchChromium();
  });
  after(async () => {
    await browser.close();
    await Promise.all(servers.map(server => server.close()));
  });

  /** Opens a snippet as it was published; `flip` names scripts in whose answers one byte is not the published one. */
  async function open(page: string, flip?: {file: RegExp; isOn: boolean}) {
    const server = await serveFolder(cdn, {headers: {'Content-Security-Policy': policyFor(read(page))}});
    tab = await browser.newPage();
    complaints = [];
    tab.on('pageerror', error => complaints.push(error.message));
    tab.on('console', message => message.type() === 'error' && complaints.push(message.text()));
    servers.push(server);
    await tab.addInitScript(() => {
      const codes: string[] = [];
      Object.assign(globalThis, {codes});
      document.addEventListener('surety-error', event => codes.push(event.detail.error.code));
    });
    await tab.route('**/*.js', async route => {
      if (!flip?.isOn || !flip.file.test(route.request().url())) return route.continue();
      const response = await route.fetch();
      return route.fulfill({response, body: `${await response.text()};globalThis.wasTampered=true;`});
    });
    await tab.goto(`${server.origin}/${page}`);
    return tab;
  }

  const isDefined = (tag: string) => tab.evaluate(name => customElements.get(name) !== undefined, tag);
  const wasTampered = () => tab.evaluate(() => 'wasTampered' in globalThis);

  for (const {page} of variants) {
    test(`${page} shows the contracts under a policy without nonces`, async () => {
      await open(page);
      await tab.getByText('にかほ市').first().waitFor();
      assert.deepEqual(complaints, []);
      await tab.close();
    });
  }

  for (const {page, entry} of variants) {
    test(`a byte that was changed in ${entry}: nothing of it runs, the page’s own words stay`, async () => {
      await open(page, {file: new RegExp(entry), isOn: true});
      await tab.getByText('表示されないときは、ページを再読み込みしてください').waitFor();
      assert.match(complaints.join('\n'), /integrity/);
      assert.equal(await wasTampered(), false);
      assert.equal(await isDefined('surety-provider'), false);
      await tab.close();
    });
  }

  test('a byte that was changed in a chunk: the person reads it, the page hears of it and goes on, trying again mends it', async () => {
    const flip = {file: /chunks\/contract-list-/, isOn: true};
    await open('snippet.html', flip);
    await tab.getByText('必要なファイルを読み込めませんでした').waitFor();
    assert.equal(await wasTampered(), false);
    assert.deepEqual(await tab.evaluate(() => (globalThis as unknown as {codes: string[]}).codes), [
      'asset-load',
    ]);
    assert.ok(await isDefined('surety-provider'), 'the others work');
    flip.isOn = false;
    await tab.getByRole('button', {name: 'もう一度読み込む'}).click();
    await tab.getByText('にかほ市').first().waitFor();
    assert.equal(await tab.getByText('読み込めませんでした').count(), 0);
    await tab.close();
  });

  test('a byte that was changed in what all elements share, or in what talks to the API, is told in each place', async () => {
    for (const file of [/chunks\/common-/, /chunks\/client-/]) {
      const flip = {file, isOn: true};
      await open('snippet.html', flip);
      await tab.getByText('必要なファイルを読み込めませんでした').first().waitFor();
      assert.equal(await wasTampered(), false);
      flip.isOn = false;
      await tab.getByRole('button', {name: 'もう一度読み込む'}).last().click();
      await tab.getByText('にかほ市').first().waitFor();
      await tab.close();
    }
  });

  test('a byte that was changed in what the one file fetches later is refused too', async () => {
    const flip = {file: /later\/mock-environment-|sandbox\.js/, isOn: true};
    await open('snippet.bundle.html', flip);
    await tab.getByText('必要なファイルを読み込めませんでした').first().waitFor();
    assert.equal(await wasTampered(), false);
    flip.isOn = false;
    await tab.getByRole('button', {name: 'もう一度読み込む'}).click();
    await tab.getByText('にかほ市').first().waitFor();
    await tab.close();
  });
});
