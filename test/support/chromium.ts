import {chromium, type Browser} from 'playwright-core';
import {chromiumArgs, chromiumPath} from './chromium-program.mjs';

/** Starts the machine's own Chromium; nothing is ever downloaded. */
export const launchChromium = (): Promise<Browser> =>
  chromium.launch({executablePath: chromiumPath(), args: chromiumArgs});
