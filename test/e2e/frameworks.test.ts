import assert from 'node:assert/strict';
import {cp, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {after, before, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {svelte} from '@sveltejs/vite-plugin-svelte';
import vue from '@vitejs/plugin-vue';
import type {Browser} from 'playwright-core';
import {build} from 'vite';
import {createSandbox, leafletKeys} from '../../demo/sandbox/index.js';
import {launchChromium} from '../support/chromium.js';
import {serveFolder} from '../support/static-server.js';

const at = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url));

/** What a developer of each framework adds to their own build. */
const plugins = {
  react: [],
  preact: [],
  vue: [vue({template: {compilerOptions: {isCustomElement: tag => tag.startsWith('surety-')}}})],
  svelte: [svelte({configFile: false})],
  angular: [],
};
const files = {react: 'app.tsx', preact: 'app.tsx', vue: 'app.ts', svelte: 'app.ts', angular: 'app.ts'};
const names = Object.keys(plugins) as (keyof typeof plugins)[];

const page = (name: string) => `<!doctype html>
<html lang="ja"><head><meta charset="utf-8"><title>${name}</title><link rel="icon" href="data:,"></head>
<body><script type="module" src="/${name}.js"></script></body></html>`;

/** Entry points as npm users import them, from this tree. */
const alias = [
  {find: /^surety-elements$/, replacement: at('src/index.ts')},
  {find: 'surety-elements/react', replacement: at('src/entries/react.ts')},
  {find: 'surety-elements/define', replacement: at('components/define-all.ts')},
  {find: /^surety-elements\/(preact|vue|svelte)$/, replacement: at('src/entries/$1.ts')},
];

describe('an app in', () => {
  let folder: string;
  let browser: Browser;
  let sandbox: ReturnType<typeof createSandbox>;
  let server: Awaited<ReturnType<typeof serveFolder>>;

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'surety-frameworks-'));
    for (const name of names) {
      await build({
        configFile: false,
        logLevel: 'error',
        resolve: {alias},
        plugins: plugins[name],
        define: {'process.env.NODE_ENV': '"production"'},
        build: {
          outDir: folder,
          emptyOutDir: false,
          minify: false,
          lib: {entry: {[name]: at(`demo/frameworks/${name}/${files[name]}`)}, formats: ['es']},
        },
      });
      await writeFile(path.join(folder, `${name}.html`), page(name));
    }
    await cp(at('dist/glyphs'), path.join(folder, 'glyphs'), {recursive: true});
    server = await serveFolder(folder, {api: request => sandbox.fetch(request)});
    browser = await launchChromium();
  });
  after(async () => {
    await browser?.close();
    await server?.close();
    await rm(folder, {recursive: true});
  });

  for (const name of names) {
    it(`${name} applies, finds the contract, gets its notice, and opens the certificate with the key`, async () => {
      sandbox = createSandbox({seed: 'leaflet'});
      const tab = await browser.newPage();
      const errors: string[] = [];
      tab.on('pageerror', error => errors.push(error.message));
      tab.on('console', message => message.type() === 'error' && errors.push(message.text()));
      await tab.goto(`${server.origin}/${name}.html`);

      await tab.getByRole('button', {name: '申込内容を確認する'}).click();
      await tab.getByRole('button', {name: 'この内容で申し込む'}).click();
      await tab.getByText(/^受付番号 \S+ を控えました。$/).waitFor();

      const {number, authKey} = leafletKeys['advance-payment'];
      await tab.getByRole('button', {name: '保証契約一覧'}).click();
      await tab.getByRole('row').filter({hasText: number}).getByRole('button', {name: '詳細'}).click();
      await tab.getByRole('button', {name: '印刷', exact: true}).click();
      await tab.getByRole('button', {name: /ダウンロード/}).waitFor();

      await tab.getByRole('button', {name: '保証証書の確認'}).click();
      await tab.getByLabel('保証契約番号').fill(number);
      await tab.getByLabel('認証キー').fill(authKey);
      await tab.getByRole('button', {name: '証書を確認する'}).click();
      await tab.getByText('20,000,000').first().waitFor();
      assert.deepEqual(errors, []);
      await tab.close();
    });
  }
});
