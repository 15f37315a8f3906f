import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Page} from 'playwright-core';
import {leafletApplication} from '../../demo/sandbox/samples.js';
import {shoot} from './support/browser.js';
import {pressButton} from './support/keyboard.js';
import {prefill, Stage} from './support/stage.js';

/** A person's way of seeing the page. */
interface Sight {
  width: number;
  height: number;
  media?: Parameters<Page['emulateMedia']>[0];
  /** More room between letters, words, lines and paragraphs: the measures of WCAG 1.4.12. */
  isSpaced?: boolean;
  isDark?: boolean;
}

const sights: Record<string, Sight> = {
  'at 400 % on a screen of 1280 × 1024': {width: 320, height: 256},
  'with wider spacing, narrow': {width: 320, height: 800, isSpaced: true},
  'with wider spacing, wide': {width: 1280, height: 900, isSpaced: true},
  'in forced colours': {width: 1000, height: 900, media: {forcedColors: 'active'}},
  'in dark colours': {width: 1000, height: 900, isDark: true},
  'with little motion': {width: 1000, height: 900, media: {reducedMotion: 'reduce'}},
};

const spacing = `* {line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important}
  p {margin-bottom: 2em !important}`;

/** Adds rules to the page and to every shadow root in it, as the bookmarklets of testers do. */
const addRules = (page: Page, rules: string) =>
  page.evaluate(text => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    const roots: (Document | ShadowRoot)[] = [document];
    for (const root of roots) {
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
      for (const {shadowRoot} of root.querySelectorAll('*')) if (shadowRoot) roots.push(shadowRoot);
    }
  }, rules);

/** What stands beyond the edge of the window, or is cut off by its own box. */
const lost = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const roots: (Document | ShadowRoot)[] = [document];
    for (const root of roots) {
      for (const element of root.querySelectorAll<HTMLElement>('*')) {
        if (element.shadowRoot) roots.push(element.shadowRoot);
        if (element.closest('.visually-hidden, option')) continue;
        const name = `${element.localName}.${element.className}#${element.id}`;
        const {right, width} = element.getBoundingClientRect();
        if (width && right > innerWidth + 1) found.push(`${name} ends at ${right}`);
        const isClipped = /hidden|clip/.test(getComputedStyle(element).overflow);
        const {scrollWidth, clientWidth, scrollHeight, clientHeight} = element;
        if (isClipped && (scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1))
          found.push(`${name} is cut`);
      }
    }
    if (document.documentElement.scrollWidth > innerWidth) found.push('the page scrolls sideways');
    return found;
  });

/** 400 % of size, wider spacing, forced and dark colours: all of the form can be seen and read, in every step. */
describe('the application form in every light', () => {
  const stage = new Stage('sight');

  for (const [name, sight] of Object.entries(sights)) {
    describe(name, () => {
      let page: Page;
      const shot = (step: string) => `sight-${Object.keys(sights).indexOf(name)}-${step}`;

      before(async () => {
        page = await stage.openForm(sight);
        await page.emulateMedia(sight.media ?? {});
      });
      after(() => page.close());

      /** Looks at what is drawn now. */
      async function look(step: string) {
        if (sight.isSpaced) await addRules(page, spacing);
        if (sight.isDark)
          await addRules(page, ':root {color-scheme: dark} body {background: #101418 !important}');
        assert.deepEqual(await lost(page), []);
        if (sight.isDark) await shoot(page, shot(step));
        else await stage.look(page, shot(step));
      }

      it('shows errors, all three sections, 申込確認 and 送信完了 whole, and axe finds nothing', async () => {
        await pressButton(page, '申込内容を確認する');
        await page.getByRole('heading', {name: '入力内容に問題があります'}).waitFor();
        await look('errors');
        const content = leafletApplication();
        await prefill(page, {
          ...content,
          works: {...content.works, name: `${content.works.name}（${name}）`},
        });
        await page.getByText('この発注者の電子保証の条件').waitFor();
        await look('works');
        for (const section of ['保証の申込内容', 'その他']) {
          await page.getByRole('tab', {name: section}).press('Enter');
          await page.getByRole('tabpanel', {name: section}).waitFor();
          await look(section);
        }
        await pressButton(page, '申込内容を確認する');
        await page.getByRole('heading', {name: /申込確認/}).waitFor();
        await look('check');
        await pressButton(page, 'この内容で申し込む');
        await page.getByRole('heading', {name: /送信完了/}).waitFor();
        await look('done');
      });
    });
  }

  it('says each state in words too, where colours are the system’s', async () => {
    const page = await stage.openForm();
    await page.emulateMedia({forcedColors: 'active'});
    await pressButton(page, '申込内容を確認する');
    await page.getByRole('heading', {name: '入力内容に問題があります'}).waitFor();
    const lines = await page
      .getByRole('tab')
      .evaluateAll(tabs => tabs.map(tab => getComputedStyle(tab).borderBlockEndColor));
    const canvas = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    assert.deepEqual(
      lines.map(line => line === canvas),
      [false, true, true],
      'only the chosen tab has a line',
    );
    assert.equal(await page.locator('[part=steps] [aria-current=step]').innerText(), '1\n申込作成\nエラー');
    const error = page.locator('[part=error]', {hasText: '工事名を入力してください。'});
    assert.match(await error.innerText(), /＊工事名を入力してください。$/);
    await page.close();
  });

  it('turns nothing for whoever wants little motion', async () => {
    const page = await stage.openForm();
    await page.emulateMedia({reducedMotion: 'reduce'});
    await page.route('**/v1/applications', () => undefined); // no answer comes
    await prefill(page, leafletApplication());
    await pressButton(page, '申込内容を確認する');
    await page.getByRole('heading', {name: /申込確認/}).waitFor();
    await pressButton(page, 'この内容で申し込む');
    const mark = page.locator('.sending .loading-mark');
    await mark.waitFor();
    assert.equal(await mark.evaluate(element => getComputedStyle(element).animationName), 'none');
    await page.close();
  });

  it('no page threw, complained or broke its policy', () => {
    assert.deepEqual(stage.watch.faults, []);
  });
});
