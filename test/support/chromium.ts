import {execFileSync} from 'node:child_process';
import {chromium, type Browser} from 'playwright-core';

/** Starts the machine's own Chromium; nothing is ever downloaded. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath:
      process.env.CHROMIUM_PATH ??
      execFileSync('sh', ['-c', 'command -v chromium'], {encoding: 'utf8'}).trim(),
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
}
