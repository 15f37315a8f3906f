import assert from 'node:assert/strict';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {render} from '@lit-labs/ssr';
import {collectResult} from '@lit-labs/ssr/lib/render-result.js';
import {html, type TemplateResult} from 'lit';
import type {Browser} from 'playwright-core';
import {build} from 'vite';
import '../../components/define-all.js';
import {launchChromium} from '../support/chromium.js';
import {elementNames} from '../support/elements.js';
import {serveFolder} from '../support/static-server.js';

/** Each element as a page of a server would hold it, with what it shows once it is there. */
const elements: Record<string, {content: TemplateResult; shows: string}> = {
  'application-form': {
    content: html`<surety-application-form></surety-application-form>`,
    shows: '請負工事の情報',
  },
  'certificate-check': {
    content: html`<surety-certificate-check></surety-certificate-check>`,
    shows: '認証キー',
  },
  'certificate-selector': {
    content: html`<surety-certificate-selector name="form"></surety-certificate-selector>`,
    shows: '電子保証',
  },
  'certificate-viewer': {
    content: html`<surety-certificate-viewer contract-number="05214-000123"></surety-certificate-viewer>`,
    shows: '保証証書',
  },
  'contract-detail': {
    content: html`<surety-contract-detail contract-number="05214-000123"></surety-contract-detail>`,
    shows: '電子保証概要',
  },
  'contract-list': {content: html`<surety-contract-list></surety-contract-list>`, shows: 'にかほ市'},
  desk: {content: html`<surety-desk></surety-desk>`, shows: 'にかほ市'},
  register: {content: html`<surety-register></surety-register>`, shows: '保証'},
  guide: {content: html`<surety-guide obligee-code="052141"></surety-guide>`, shows: '電子保証'},
  'key-notice': {
    content: html`<surety-key-notice contract-number="05214-000123"></surety-key-notice>`,
    shows: '認証キー',
  },
  'obligee-directory': {
    content: html`<surety-obligee-directory></surety-obligee-directory>`,
    shows: 'にかほ市',
  },
};

const pageOf = async (name: string) => {
  const content = elements[name]?.content;
  const drawn = await collectResult(
    render(html`<surety-provider environment="mock">${content}</surety-provider>`),
  );
  return `<!doctype html><html lang="ja"><meta charset="utf-8"><title>t</title>${drawn}</html>`;
};

/** Runs in the page: what the server has drawn, remembered before any code of the kit is there. */
function remember() {
  const provider = document.querySelector('surety-provider')?.shadowRoot;
  const inner = document.querySelector('surety-provider > *');
  Object.assign(globalThis, {
    drawn: {
      providerRoot: provider,
      banner: provider?.querySelector('[part=environment]'),
      root: inner?.shadowRoot,
      place: inner?.shadowRoot?.querySelector('[part=loading]'),
    },
  });
}

/** Runs in the page: what became of it. */
function compare() {
  const {drawn} = globalThis as unknown as {drawn: Record<string, Node | null>};
  const provider = document.querySelector('surety-provider');
  const inner = document.querySelector('surety-provider > *');
  return {
    hadDrawn: Object.values(drawn).every(Boolean),
    keepsRoots: provider?.shadowRoot === drawn.providerRoot && inner?.shadowRoot === drawn.root,
    keepsBanner: provider?.shadowRoot?.querySelector('[part=environment]') === drawn.banner,
    banners: provider?.shadowRoot?.querySelectorAll('[part=environment]').length,
    // Only who has taken a node over removes it again.
    tookPlaceOver: drawn.place?.isConnected === false,
  };
}

describe('elements that a server has drawn', () => {
  const folder = mkdtempSync(join(tmpdir(), 'surety-ssr-'));
  let browser: Browser;
  let server: Awaited<ReturnType<typeof serveFolder>>;
  let plain: Awaited<ReturnType<typeof serveFolder>>;
  before(async () => {
    await build({
      configFile: false,
      logLevel: 'error',
      build: {
        outDir: folder,
        target: 'es2022',
        rolldownOptions: {output: {codeSplitting: false}}, // Lit's hydration has to run before Lit
        lib: {
          entry: fileURLToPath(new URL('./support/hydrate.entry.ts', import.meta.url)),
          formats: ['es'],
          fileName: 'hydrate',
        },
      },
    });
    const pages: Record<string, string> = {'/favicon.ico': ''};
    for (const name of Object.keys(elements)) pages[`/${name}`] = await pageOf(name);
    server = await serveFolder(folder, {pages});
    plain = await serveFolder('dist/cdn', {pages});
    browser = await launchChromium();
  });
  after(async () => {
    await browser?.close();
    await Promise.all([server?.close(), plain?.close()]);
    rmSync(folder, {recursive: true, force: true});
  });

  it('are all there is, but for the provider that holds them', () => {
    const names = elementNames().filter(name => name !== 'provider');
    assert.deepEqual(Object.keys(elements).toSorted(), names.toSorted());
  });

  for (const [name, {shows}] of Object.entries(elements)) {
    it(`surety-${name} is drawn by the server, taken over as it stands, and filled`, async () => {
      const tab = await browser.newPage();
      const faults: string[] = [];
      tab.on('pageerror', error => faults.push(error.message));
      tab.on('console', message => {
        const isGlyph = message.location().url.includes('/glyphs/'); // not served here
        if (message.type() === 'error' && !isGlyph) faults.push(message.text());
      });
      await tab.goto(`${server.origin}/${name}`);
      await tab.evaluate(remember);
      await tab.addScriptTag({type: 'module', url: '/hydrate.js'});
      await tab.locator(`surety-${name}`).getByText(shows).filter({visible: true}).first().waitFor();
      assert.deepEqual(await tab.evaluate(compare), {
        hadDrawn: true,
        keepsRoots: true,
        keepsBanner: true,
        banners: 1,
        tookPlaceOver: true,
      });
      assert.deepEqual(faults, []);
      await tab.close();
    });
  }

  it('show everything once where the page brought no hydration', async () => {
    const tab = await browser.newPage();
    await tab.goto(`${plain.origin}/contract-list`);
    await tab.addScriptTag({type: 'module', url: '/surety-elements.js'});
    await tab.locator('surety-contract-list').getByText('にかほ市').first().waitFor();
    assert.equal(await tab.getByText('テスト環境').count(), 1);
    assert.equal(await tab.getByText('読み込んでいます').count(), 0);
    await tab.close();
  });
});
