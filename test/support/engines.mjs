import {chromeLauncher, puppeteerCore} from '@web/test-runner-chrome';
import {chromiumArgs, chromiumPath, findProgram} from './chromium-program.mjs';
import {webkitLauncher} from './webkit-launcher.mjs';

/** Nothing is asked of another host, and pages see the reader's language that Chromium is given. */
const firefoxPrefs = {
  'intl.accept_languages': 'ja',
  'datareporting.policy.dataSubmissionEnabled': false,
  'app.normandy.enabled': false,
  'browser.download.alwaysOpenPanel': false, // it would take the focus from the page
};

/** Each page a window of its own: in a tab behind another one the browser draws no frame, and tests wait for ever. */
const createPage = async ({browser}) => (await browser.createBrowserContext()).newPage();

const launchers = {
  chromium: () =>
    chromeLauncher({
      launchOptions: {executablePath: chromiumPath(), args: chromiumArgs},
      createPage,
    }),
  firefox: () =>
    chromeLauncher({
      puppeteer: puppeteerCore,
      concurrency: 1,
      launchOptions: {
        browser: 'firefox',
        executablePath: process.env.FIREFOX_PATH ?? findProgram('firefox-esr'),
        extraPrefsFirefox: firefoxPrefs,
      },
    }),
  webkit: () => webkitLauncher(),
};

const sessions = new WeakMap();

/** Lets tests in Chromium see the colours of a person's own; the runner's command for media knows nothing of them. */
export const forcedColours = {
  name: 'force-colours',
  async executeCommand({command, payload, session}) {
    if (command !== 'force-colours') return undefined;
    const page = session.browser.getPage(session.id);
    const client = sessions.get(page) ?? (await page.createCDPSession());
    sessions.set(page, client); // what it emulates ends with it
    const features = [{name: 'forced-colors', value: payload.isForced ? 'active' : ''}];
    await client.send('Emulation.setEmulatedMedia', {features});
    return true;
  },
};

/** The browsers that are named, e.g. `firefox,webkit`. */
export function launchersOf(names) {
  return names.split(',').map(name => {
    const launcher = launchers[name];
    if (!launcher)
      throw new Error(`There is no engine "${name}"; engines are ${Object.keys(launchers).join(', ')}.`);
    return launcher();
  });
}
