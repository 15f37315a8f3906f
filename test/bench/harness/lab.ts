import type {Browser, CDPSession, Page} from 'playwright-core';
import type {BenchServer} from './server.js';

/** One of those that are compared. */
export interface Contestant {
  name: string;
  /** Path of its page on the bench server. */
  page: string;
  /** Selector of the element whose shadow root holds the controls, where there is one. */
  host?: string;
}

/** DevTools' own "Fast 4G": 9 Mbit/s down, 1.5 up, 60 ms, with its correction for what HTTP adds. */
const FAST_4G = {
  offline: false,
  latency: 60 * 2.75,
  downloadThroughput: (9e6 / 8) * 0.9,
  uploadThroughput: (1.5e6 / 8) * 0.9,
};

/** How slow the visitor's machine and line are. */
export interface Conditions {
  /** The processor is so many times slower. */
  cpu?: number;
  network?: 'fast-4g';
}

/** A page of one contestant in a browser profile of its own, with the probe in it. */
export interface Visit {
  page: Page;
  cdp: CDPSession;
  /** Calls a function of the probe. */
  ask<T>(expression: string): Promise<T>;
}

/** Opens contestants' pages, cold, one at a time. */
export class Lab {
  readonly server: BenchServer;
  #browser: Browser;
  #probe: string;

  constructor(browser: Browser, server: BenchServer, probe: string) {
    this.#browser = browser;
    this.server = server;
    this.#probe = probe;
  }

  /** Goes to a page under conditions, lets `act` do its work there, and forgets everything. */
  async visit<T>(
    {page: path, host}: Pick<Contestant, 'page' | 'host'>,
    {cpu = 1, network}: Conditions,
    act: (visit: Visit) => Promise<T>,
  ): Promise<T> {
    const errors: string[] = [];
    const context = await this.#browser.newContext({viewport: {width: 1000, height: 900}, locale: 'ja-JP'});
    try {
      const page = await context.newPage();
      const cdp = await context.newCDPSession(page);
      page.on('pageerror', error => errors.push(error.message));
      await context.addInitScript(`const benchHost = ${JSON.stringify(host ?? '')};\n${this.#probe}`);
      await cdp.send('Performance.enable', {timeDomain: 'threadTicks'});
      await cdp.send('Network.enable');
      if (network) await cdp.send('Network.emulateNetworkConditions', FAST_4G);
      await cdp.send('Emulation.setCPUThrottlingRate', {rate: cpu});
      this.server.takeLog();
      await page.goto(this.server.origin + path, {waitUntil: 'commit'});
      const ask = <Answer>(expression: string) => page.evaluate<Answer>(expression);
      const result = await act({page, cdp, ask});
      if (errors.length) throw new Error(errors.join('; '));
      return result;
    } catch (cause) {
      throw new Error([path, String(cause), ...errors].join(': '), {cause});
    } finally {
      await context.close();
    }
  }
}

/** Seconds of processor time that the main thread has worked since the page began; what other programs take does not count. */
export async function taskSeconds(cdp: CDPSession): Promise<number> {
  const {metrics} = await cdp.send('Performance.getMetrics');
  return metrics.find(({name}) => name === 'TaskDuration')?.value ?? NaN;
}

/** Bytes of JavaScript objects that are still reachable. */
export async function heapBytes(cdp: CDPSession): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage');
  await cdp.send('HeapProfiler.collectGarbage');
  const {metrics} = await cdp.send('Performance.getMetrics');
  return metrics.find(({name}) => name === 'JSHeapUsedSize')?.value ?? NaN;
}
