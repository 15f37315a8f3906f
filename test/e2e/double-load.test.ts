import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {after, before, describe, it} from 'node:test';
import type {Browser, Page} from 'playwright-core';
import {VERSION} from '../../src/version.js';
import {launchChromium} from '../support/chromium.js';
import {serveFolder} from '../support/static-server.js';

const OTHER = '9.9.9';
const loader = 'surety-elements.js';
const bundle = 'surety-elements.bundle.js';

const script = (source: string) => `<script type="module" src="/${source}"></script>`;
const prefixed = (source: string) => `${source}" data-prefix="surety2`;
const page = (scripts: readonly string[], content: string) =>
  `<!doctype html><html lang="ja"><meta charset="utf-8"><title>t</title>${scripts.map(script).join('')}${content}</html>`;
const list = (prefix = 'surety') =>
  `<${prefix}-provider environment="mock"><${prefix}-contract-list></${prefix}-contract-list></${prefix}-provider>`;
const form = (prefix = 'surety') =>
  `<${prefix}-provider environment="mock"><${prefix}-application-form></${prefix}-application-form></${prefix}-provider>`;

const pages = {
  '/favicon.ico': '',
  '/elsewhere': page([], '<p>elsewhere</p>'),
  '/loader-twice': page([loader, `${loader}?again`], list()),
  '/loader-and-bundle': page([loader, bundle], list()),
  '/bundle-twice': page([bundle, `copy/${bundle}`], list()),
  '/other-loader': page([loader, `other/${loader}`], list()),
  '/other-bundle': page([bundle, `other/${bundle}`], list()),
  '/side-by-side': page([bundle, prefixed(`other/${bundle}`)], list() + list('surety2')),
  '/side-by-side-loaders': page([loader, prefixed(`other/${loader}`)], form() + form('surety2')),
};

/** What a page does that knows the whole application; runs in the page. */
async function submitPrefilled(tag: string): Promise<string> {
  const form = document.querySelector<HTMLElementTagNameMap['surety-application-form']>(
    tag as 'surety-application-form',
  );
  if (!form) return 'no form';
  form.value = {
    obligee: {name: 'にかほ市'},
    works: {name: '市道改良工事', kind: 'construction', price: 50_000_000, dates: {contract: '2026-03-02'}},
    guarantees: {
      performance: {
        certificateForm: 'paper',
        guaranteeAmount: 5_000_000,
        premiumPayment: 'lump-sum',
        premiumBilledTo: {name: '本店', destination: '秋田県にかほ市1-1'},
        premiumStatement: false,
      },
    },
    branchCode: 'akita',
    issueNotification: {wanted: false},
  };
  await form.updateComplete;
  const application = await form.submit();
  return application?.receiptNumber ?? (form.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ');
}

/** Copies of the kit on one page, as it comes about where two departments embed it. */
describe('the kit loaded twice', () => {
  let browser: Browser;
  let server: Awaited<ReturnType<typeof serveFolder>>;
  before(async () => {
    browser = await launchChromium();
    server = await serveFolder('dist/cdn', {pages});
  });
  after(async () => {
    await browser.close();
    await server.close();
  });

  /** Opens a page; below `/other/` lies the kit as another version, below `/copy/` as it is. */
  async function open(address: string) {
    const tab = await browser.newPage();
    const errors: string[] = [];
    const warnings: string[] = [];
    tab.on('pageerror', error => errors.push(error.message));
    tab.on('console', message => {
      if (message.text().startsWith('Multiple versions of Lit')) return; // Lit's own remark
      (message.type() === 'warning' ? warnings : errors).push(message.text());
    });
    await tab.route(/\/(other|copy)\//, async (route, request) => {
      const [, kind, file = ''] = /\/(other|copy)\/([^?]*)/.exec(request.url()) ?? [];
      const code = await readFile(`dist/cdn/${file}`, 'utf8');
      const body = kind === 'other' ? code.replaceAll(VERSION, OTHER) : code;
      await route.fulfill({body, contentType: 'text/javascript'});
    });
    await tab.goto(`${server.origin}${address}`);
    return {tab, errors, warnings};
  }

  const showsContracts = (tab: Page, tag = 'surety-contract-list') =>
    tab.locator(tag).getByText('にかほ市').first().waitFor();

  for (const address of ['/loader-twice', '/loader-and-bundle', '/bundle-twice']) {
    it(`${address}: the same version says nothing`, async () => {
      const {tab, errors, warnings} = await open(address);
      await showsContracts(tab);
      assert.deepEqual({errors, warnings}, {errors: [], warnings: []});
      await tab.close();
    });
  }

  for (const address of ['/other-loader', '/other-bundle']) {
    it(`${address}: another version leaves everything to the first and says so once, with both versions`, async () => {
      const {tab, errors, warnings} = await open(address);
      await showsContracts(tab);
      await tab.waitForLoadState('networkidle');
      assert.deepEqual(errors, []);
      const told = warnings.filter(text => text.includes(VERSION) && text.includes(OTHER));
      assert.equal(told.length, 1, warnings.join('\n'));
      assert.equal(warnings.length, 1);
      await tab.close();
    });
  }

  it('comes back from the back-forward cache as it was left, also twice', async () => {
    const {tab, errors, warnings} = await open('/loader-twice');
    await showsContracts(tab);
    await tab.goto(`${server.origin}/elsewhere`);
    await tab.goBack();
    await showsContracts(tab);
    await tab.goForward();
    await tab.goBack();
    await showsContracts(tab);
    assert.deepEqual({errors, warnings}, {errors: [], warnings: []});
    await tab.close();
  });

  it('shows two versions side by side, each under its prefix and with its own provider', async () => {
    const {tab, errors, warnings} = await open('/side-by-side');
    await showsContracts(tab);
    await showsContracts(tab, 'surety2-contract-list');
    // What is fetched later belongs to the copy that asked for it, and brings no other one.
    await tab.evaluate(() => document.querySelector('surety2-provider')?.setAttribute('lang', 'en'));
    await tab.locator('surety2-contract-list').getByText('List of guarantees').first().waitFor();
    assert.equal(await tab.locator('surety-contract-list').getByText('List of guarantees').count(), 0);
    assert.deepEqual({errors, warnings}, {errors: [], warnings: []});
    await tab.close();
  });

  it('finds what an element uses inside itself under the same prefix', async () => {
    const {tab, errors} = await open('/side-by-side-loaders');
    for (const prefix of ['surety', 'surety2']) {
      const own = tab.locator(`${prefix}-application-form`);
      await own.getByRole('tab', {name: '保証の申込内容'}).click();
      await own.getByLabel('契約保証を申し込む').check();
      await own.getByRole('button', {name: 'こちら'}).first().click();
      await own.locator(`${prefix}-obligee-directory`).getByText('にかほ市').first().waitFor();
    }
    const inside = await tab.evaluate(() =>
      ['surety-application-form', 'surety2-application-form'].map(tag =>
        [...(document.querySelector(tag)?.shadowRoot?.querySelectorAll('*') ?? [])]
          .map(each => each.localName)
          .filter(name => name.includes('-')),
      ),
    );
    assert.deepEqual(inside, [['surety-obligee-directory'], ['surety2-obligee-directory']]);
    assert.deepEqual(errors, []);
    await tab.close();
  });

  it('sends an application from the form of each of two versions', async () => {
    const {tab, errors} = await open('/side-by-side-loaders');
    for (const tag of ['surety-application-form', 'surety2-application-form'] as const) {
      await tab.locator(`${tag} .company span`).waitFor(); // who is signed in
      const receipt = await tab.evaluate(submitPrefilled, tag);
      assert.match(receipt, /^U-\d{4}-\d{6}$/, tag);
      await tab.locator(tag).getByText(receipt).first().waitFor();
    }
    assert.deepEqual(errors, []);
    await tab.close();
  });

  it('leaves no variable of its own on the window', async () => {
    const {tab} = await open('/elsewhere');
    const namesOf = () => tab.evaluate(() => Object.getOwnPropertyNames(globalThis).toSorted());
    const before = await namesOf();
    for (const source of [bundle, loader]) {
      await tab.goto(`${server.origin}/${source === loader ? 'loader-twice' : 'bundle-twice'}`);
      await showsContracts(tab);
      const added = (await namesOf()).filter(name => !before.includes(name));
      // Lit’s own, and zod’s settings.
      assert.deepEqual(
        added.filter(
          name => !/^(litElement|litHtml|reactiveElement)Versions$|^litPropertyMetadata$|^__zod/.test(name),
        ),
        [],
      );
    }
    await tab.close();
  });
});
