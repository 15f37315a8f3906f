import {chromium, type Browser} from 'playwright-core';
import {chromiumArgs, chromiumPath} from './chromium-program.mjs';
import {WAIT_LIMIT_MS} from './limits.mjs';

/** Starts the machine's own Chromium; nothing is ever downloaded. */
export async function launchChromium(): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: chromiumArgs,
    timeout: WAIT_LIMIT_MS,
  });
  browser.on('context', context => context.setDefaultTimeout(WAIT_LIMIT_MS));
  return browser;
}
