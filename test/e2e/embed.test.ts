import assert from 'node:assert/strict';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import type {Browser, Locator, Page} from 'playwright-core';
import {start, type Started} from '../sandbox/support/start.js';
import {launchChromium} from '../support/chromium.js';
import {shoot, Watch} from './support/browser.js';
import {fillGuarantees, fillOther, fillWorks, goToCheck, textOf} from './support/contractor.js';
import {pressButton} from './support/keyboard.js';

/** What the person sees of a control, in the pixels of the page. */
const looksOf = (control: Locator) =>
  control.evaluate(element => {
    const {fontSize, lineHeight, letterSpacing, textAlign, color, display, opacity, textTransform} =
      getComputedStyle(element);
    return {fontSize, lineHeight, letterSpacing, textAlign, color, display, opacity, textTransform};
  });

/** A page as a partner writes it, with a style sheet that would break everything it reaches. */
describe('the form on a partner’s page', () => {
  const folder = mkdtempSync(join(tmpdir(), 'surety-embed-'));
  let server: Started;
  let browser: Browser;
  let watch: Watch;
  let page: Page;

  before(async () => {
    server = await start({DATA_DIR: folder});
    browser = await launchChromium();
    watch = new Watch(server.base);
    page = await watch.open(browser, '/embed.html');
    await page.getByRole('heading', {name: '請負工事の情報'}).waitFor();
  });

  after(async () => {
    await watch?.close();
    await browser?.close();
    await server?.kill('SIGTERM');
    rmSync(folder, {recursive: true, force: true});
  });

  it('needs one script tag and two tags, under a policy that allows nothing inline', async () => {
    const response = await page.request.get(`${server.base}/embed.html`);
    const source = await response.text();
    assert.equal(source.match(/<script\b/g)?.length, 1);
    assert.deepEqual(source.match(/<surety-[\w-]+/g), ['<surety-provider', '<surety-application-form']);
    assert.doesNotMatch(source, /\sstyle=|<style|\son\w+=/);
    const policy = response.headers()['content-security-policy'] ?? '';
    assert.match(policy, /default-src 'none'/);
    assert.match(policy, /require-trusted-types-for 'script'/);
    assert.doesNotMatch(policy, /unsafe-inline|unsafe-eval|\*/);
  });

  it('looks as on any other page, whatever the page’s style sheet says', async () => {
    const label = await looksOf(page.locator('label', {hasText: '工事名'}));
    assert.deepEqual(
      {...label, lineHeight: Number.parseFloat(label.lineHeight).toFixed(1)},
      {
        fontSize: '16px',
        lineHeight: '27.2',
        letterSpacing: '0.32px',
        textAlign: 'start',
        color: 'rgb(51, 51, 51)',
        display: 'block',
        opacity: '1',
        textTransform: 'none',
      },
    );
    const input = await looksOf(page.getByLabel(/^発注者名/));
    assert.notEqual(input.display, 'none');
    assert.equal(input.opacity, '1');
    const {height} = (await page.getByLabel(/^発注者名/).boundingBox()) ?? {height: 0};
    assert.ok(height >= 44, `${height}`);
    await shoot(page, 'embed');
  });

  it('is as large as the reader’s own letters, whatever the size of the page’s root, and in a box that is moved', async () => {
    const sizes = () =>
      page.locator('surety-application-form').evaluate(form =>
        ['label', 'input', 'button', 'h2', '[part=field]'].map(selector => {
          const {height} = form.shadowRoot?.querySelector(selector)?.getBoundingClientRect() ?? {height: 0};
          return Math.round(height);
        }),
      );
    const setHost = (fontSize: string, transform: string) =>
      page.evaluate(
        ([size = '', moved = '']) => {
          document.documentElement.style.fontSize = size;
          document.querySelector('main')?.style.setProperty('transform', moved);
        },
        [fontSize, transform],
      );
    const asIs = await sizes();
    assert.ok(asIs.every(size => size > 0));
    for (const size of ['8px', '62.5%', '32px', '200%']) {
      await setHost(size, 'translateX(0)');
      assert.deepEqual(await sizes(), asIs, size);
    }
    await setHost('', '');
  });

  it('shows 「テスト環境」 and asks no server but for its own files', async () => {
    assert.equal(await page.getByText('テスト環境').first().isVisible(), true);
    const apiCalls = watch.traces.filter(({where, text}) => where === 'request' && text.includes('/v1/'));
    assert.deepEqual(apiCalls, []);
  });

  it('keeps the field that has the focus clear of the page’s sticky header', async () => {
    await page.setViewportSize({width: 1280, height: 500});
    await page.getByLabel(/^JV名/).focus();
    await page.getByLabel(/^発注者名/).focus();
    const {header, field} = await page.evaluate(() => {
      const input = document.querySelector('surety-application-form')?.shadowRoot?.activeElement;
      return {
        header: document.querySelector('#top')?.getBoundingClientRect().bottom ?? 0,
        field: input?.getBoundingClientRect().top ?? 0,
      };
    });
    assert.ok(field >= header, `The field begins at ${field}, the header ends at ${header}.`);
    await page.setViewportSize({width: 1280, height: 900});
  });

  it('takes an application from the first field to the receipt', async () => {
    await fillWorks(page);
    await pressButton(page, /^次へ/);
    await fillGuarantees(page);
    await pressButton(page, /^次へ/);
    await fillOther(page);
    await goToCheck(page);
    await pressButton(page, 'この内容で申し込む');
    // The mock holds the leaflet's works already, which is what is typed here: asked first, sent then.
    await page.getByText('同じ工事の同じ保証の申込みを、すでに受け付けています。').waitFor();
    await pressButton(page, '別の申込みとして送信する');
    await page.getByRole('heading', {name: /送信完了/}).waitFor();
    assert.match(await textOf(page, 'surety-application-form'), /U-\d{4}-\d{6}/);
    await shoot(page, 'embed-done');
  });

  it('fits 320 pixels', async () => {
    await page.setViewportSize({width: 320, height: 640});
    await page.reload();
    await page.getByRole('heading', {name: '請負工事の情報'}).waitFor();
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 320);
    await shoot(page, 'embed-320');
  });

  it('threw nothing, broke no policy and asked no other host', () => {
    assert.deepEqual(watch.faults, []);
  });
});
