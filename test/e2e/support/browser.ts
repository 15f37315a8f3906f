import {mkdirSync} from 'node:fs';
import {join} from 'node:path';
import type {Browser, BrowserContext, Page, Request} from 'playwright-core';

/** A place where a secret must never turn up, and what was there. */
interface Trace {
  where: string;
  text: string;
}

/** Something that the page should not have done. */
export interface Fault {
  page: string;
  what: string;
}

/** Answers that belong to the journey, so that the browser's word on them is no fault. */
export type ExpectedFailure = (status: number, url: string) => boolean;

/**
 * Watches every page of a test: faults are console errors, thrown errors, violations of the
 * Content-Security-Policy, popups and requests to anywhere else; traces are where a secret could have been left.
 */
export class Watch {
  readonly faults: Fault[] = [];
  readonly traces: Trace[] = [];
  readonly bodies: Trace[] = [];
  readonly #base: string;
  readonly #isExpected: ExpectedFailure;
  readonly #contexts: BrowserContext[] = [];

  constructor(base: string, isExpected: ExpectedFailure = () => false) {
    this.#base = base;
    this.#isExpected = isExpected;
  }

  /** A new person at a new computer. */
  async open(browser: Browser, path: string, viewport = {width: 1280, height: 900}): Promise<Page> {
    const context = await browser.newContext({
      locale: 'ja-JP',
      timezoneId: 'America/New_York', // what is shown is Japan's time, whatever the visitor's
      viewport,
      acceptDownloads: true,
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    this.#contexts.push(context);
    // tsx marks the functions it compiles with a helper that the page does not have.
    await context.addInitScript('globalThis.__name = target => target');
    await context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', event => {
        console.error(`CSP: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
      });
    });
    await this.#readBodies(context);
    const page = await context.newPage();
    context.on('page', async popup => {
      if (await popup.opener()) this.#fault(popup, 'a popup was opened');
    });
    this.#listen(page);
    await page.goto(this.#base + path);
    return page;
  }

  /** Another tab of somebody who is here already, opened by hand. */
  async openTab(beside: Page, path: string): Promise<Page> {
    const page = await beside.context().newPage();
    this.#listen(page);
    await page.goto(this.#base + path);
    return page;
  }

  /** Puts down what storages, addresses and history hold now. */
  async look(page: Page): Promise<void> {
    const {stored, cookie} = await page.evaluate(() => ({
      stored: JSON.stringify([{...localStorage}, {...sessionStorage}, history.state]),
      cookie: document.cookie,
    }));
    this.traces.push(
      {where: 'storage', text: stored},
      {where: 'cookie', text: cookie},
      {where: 'address', text: page.url()},
    );
  }

  async close(): Promise<void> {
    await Promise.all(this.#contexts.map(context => context.close()));
  }

  /** The elements send bodies as streams, which the browser's own protocol does not show: so read them in the page. */
  async #readBodies(context: BrowserContext): Promise<void> {
    await context.exposeFunction('sawRequest', (method: string, url: string, text: string) => {
      this.bodies.push({where: `${method} ${new URL(url).pathname}`, text});
    });
    await context.addInitScript(() => {
      const {fetch} = window;
      const {sawRequest} = window as unknown as {sawRequest(...seen: string[]): void};
      window.fetch = async (input, init) => {
        const request = new Request(input, init);
        sawRequest(request.method, request.url, await request.clone().text());
        return fetch(request);
      };
    });
  }

  #listen(page: Page) {
    page.on('console', message => {
      this.traces.push({where: 'console', text: message.text()});
      if (message.type() !== 'error' && message.type() !== 'warning') return;
      const url = message.location().url;
      const status = Number(/status of (\d{3})/.exec(message.text())?.[1]);
      if (!(status && this.#isExpected(status, url)))
        this.#fault(page, `${message.type()}: ${message.text()} ${url}`);
    });
    page.on('pageerror', error => this.#fault(page, error.message));
    page.on('framenavigated', frame => this.traces.push({where: 'address', text: frame.url()}));
    page.on('request', request => this.#trace(page, request));
  }

  #trace(page: Page, request: Request) {
    const url = request.url();
    this.traces.push({
      where: 'request',
      text: `${request.method()} ${url} ${JSON.stringify(request.headers())}`,
    });
    if (!url.startsWith(this.#base) && !/^(data|blob):/.test(url)) this.#fault(page, `asked ${url}`);
  }

  #fault(page: Page, what: string) {
    this.faults.push({page: page.url(), what});
  }
}

/** A picture for people to look at, where `E2E_SHOTS` names a folder. */
export async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env['E2E_SHOTS'];
  if (!folder) return;
  mkdirSync(folder, {recursive: true});
  await page.screenshot({path: join(folder, `${name}.png`), fullPage: true});
}
