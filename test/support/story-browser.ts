import {createRequire} from 'node:module';
import type {AxeResults, RunOptions} from 'axe-core';
import type {Browser, CDPSession, Page} from 'playwright-core';

const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** What `story-page.js` puts into the page. */
interface StoryGlobals {
  storyOutcome?: string;
  showStory(id: string): void;
  storySettled(): Promise<void>;
  setColours(scheme: 'light' | 'dark'): void;
  axe: {run(context: string, options: RunOptions): Promise<AxeResults>};
}

/** Widths that everything is looked at. */
export const widths = {narrow: 320, wide: 1280} as const;
export type Width = keyof typeof widths;

/** One page of the browser in which the stories of one file are shown one after another. */
export class StoryBrowser {
  /** What the browser said and asked for that it should not have, since the last story was shown. */
  complaints: string[] = [];

  readonly #page: Page;
  readonly #session: CDPSession;
  readonly #origin: string;
  #isLoaded = false;

  private constructor(page: Page, session: CDPSession, origin: string) {
    this.#page = page;
    this.#session = session;
    this.#origin = origin;
    page.on('pageerror', error => this.complaints.push(`page error: ${error.message}`));
    page.on('console', message => {
      if (message.type() === 'error') this.complaints.push(`console: ${message.text()}`);
    });
    page.on('request', request => {
      const url = request.url();
      if (!url.startsWith(origin) && !/^(data|blob):/.test(url)) this.complaints.push(`request: ${url}`);
    });
  }

  /** A fresh page on the day on which all stories play, in which nothing moves. */
  static async open(browser: Browser, origin: string): Promise<StoryBrowser> {
    const context = await browser.newContext({
      locale: 'ja-JP',
      timezoneId: 'Asia/Tokyo',
      reducedMotion: 'reduce',
      viewport: {width: widths.wide, height: 900},
    });
    await context.addInitScript({path: 'test/support/story-page.js'});
    const page = await context.newPage();
    await page.clock.setFixedTime(new Date('2026-10-01T10:00:00+09:00'));
    return new StoryBrowser(page, await context.newCDPSession(page), origin);
  }

  /** Shows a story and waits until Storybook says how it went, and until nothing changes any more. */
  async show(id: string): Promise<string> {
    this.complaints = [];
    await this.#page.setViewportSize({width: widths.wide, height: 900});
    if (this.#isLoaded) {
      await this.#page.evaluate(story => (globalThis as unknown as StoryGlobals).showStory(story), id);
    } else {
      await this.#page.goto(`${this.#origin}/iframe.html?id=${id}&viewMode=story&globals=a11y.manual:!true`);
      await this.#page.addScriptTag({path: axeFile});
      this.#isLoaded = true;
    }
    const outcome = await this.#page.waitForFunction(
      () => (globalThis as unknown as StoryGlobals).storyOutcome,
    );
    await this.settled();
    return String(await outcome.jsonValue());
  }

  settled(): Promise<void> {
    return this.#page.evaluate(() => (globalThis as unknown as StoryGlobals).storySettled());
  }

  /** What axe objects to: in light everything, in dark the contrast, which is all that differs. */
  async axe(schemes: readonly ('light' | 'dark')[]): Promise<string[]> {
    const everything = {rules: {region: {enabled: false}}}; // a story has no landmarks of a page around it
    const found = schemes.includes('light') ? await this.#runAxe(everything) : [];
    if (!schemes.includes('dark')) return found;
    await this.#setColours('dark');
    found.push(...(await this.#runAxe({runOnly: ['color-contrast']})).map(each => `dark: ${each}`));
    await this.#setColours('light');
    return found;
  }

  async #runAxe(options: RunOptions): Promise<string[]> {
    const {violations} = await this.#page.evaluate(
      given => (globalThis as unknown as StoryGlobals).axe.run('#storybook-root', given),
      options,
    );
    return violations.map(({id, nodes}) => `axe: ${id}: ${nodes.map(({html}) => html).join(' ')}`);
  }

  #setColours(scheme: 'light' | 'dark'): Promise<void> {
    return this.#page.evaluate(given => (globalThis as unknown as StoryGlobals).setColours(given), scheme);
  }

  async #resize(width: Width): Promise<void> {
    if (this.#page.viewportSize()?.width === widths[width]) return;
    await this.#page.setViewportSize({width: widths[width], height: 900});
    await this.settled();
  }

  /** How far the story sticks out of a page of that width, in px. */
  async overflow(width: Width): Promise<number> {
    await this.#resize(width);
    return this.#page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  }

  /** Controls within elements with the parts by which a page can style them: `surety-contract-list button`; none is an empty name. */
  controls(): Promise<{element: string; parts: string[]}[]> {
    return this.#page.evaluate(() => {
      const roots: ShadowRoot[] = [];
      const queue: ParentNode[] = [document];
      for (let root = queue.shift(); root; root = queue.shift())
        for (const {shadowRoot} of root.querySelectorAll('*')) {
          if (!shadowRoot) continue;
          roots.push(shadowRoot);
          queue.push(shadowRoot);
        }
      return roots.flatMap(root =>
        [...root.querySelectorAll('button, input, select, textarea')].map(control => ({
          element: root.host.localName,
          parts: [...control.part],
        })),
      );
    });
  }

  /** A small PNG of the story from its top, so many px wide; drawn small by the browser itself. */
  async picture(width: Width, pixels: number, maxHeight: number): Promise<Buffer> {
    await this.#resize(width);
    const height = await this.#page.evaluate(() => document.documentElement.scrollHeight);
    const clip = {x: 0, y: 0, width: widths[width], height: Math.min(height, maxHeight)};
    const {data} = await this.#session.send('Page.captureScreenshot', {
      format: 'png',
      captureBeyondViewport: true,
      clip: {...clip, scale: pixels / widths[width]},
    });
    return Buffer.from(data, 'base64');
  }

  /** The page as it is now, for a person to look at; says where it was put. */
  async keepScreenshot(name: string): Promise<string> {
    const path = `.cache/screenshots/${name}.png`;
    await this.#page.screenshot({path, fullPage: true});
    return path;
  }

  close(): Promise<void> {
    return this.#page.context().close();
  }
}
