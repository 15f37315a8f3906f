import {execFileSync} from 'node:child_process';
import {chromium, type Browser} from 'playwright-core';

/** Starts the machine's own Chromium; nothing is ever downloaded. The runner of browser tests has its own way (`engines.mjs`). */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath:
      process.env.CHROMIUM_PATH ??
      execFileSync('sh', ['-c', 'command -v chromium'], {encoding: 'utf8'}).trim(),
    args: [
      '--no-sandbox',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--lang=ja',
    ],
  });
}
