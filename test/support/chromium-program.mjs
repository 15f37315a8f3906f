import {execFileSync} from 'node:child_process';

// Plain JavaScript, because the runner of browser tests reads its configuration as it is.

/** Where a program of the machine lies; nothing is ever downloaded. */
export const findProgram = command =>
  execFileSync('sh', ['-c', `command -v ${command}`], {encoding: 'utf8'}).trim();

/** The machine's own Chromium. */
export const chromiumPath = () => process.env.CHROMIUM_PATH ?? findProgram('chromium');

/** It asks nothing of another host, and reads Japanese. */
export const chromiumArgs = [
  '--no-sandbox',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--lang=ja',
];
