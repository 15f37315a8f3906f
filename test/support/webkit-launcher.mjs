import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {existsSync} from 'node:fs';
import net from 'node:net';
import {setTimeout as delay} from 'node:timers/promises';

/** What WebDriver calls the keys that tests press; other keys are their own character. */
const keys = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  Space: ' ',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
};

const browserPath = () => {
  const found = [
    '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
    '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.0/MiniBrowser',
    '/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
  ].find(path => existsSync(path));
  if (!found) throw new Error('There is no MiniBrowser; apt-get install webkit2gtk-driver xvfb.');
  return found;
};

async function freePort() {
  const probe = net.createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const {port} = probe.address();
  await new Promise(done => probe.close(done));
  return port;
}

/** One window of WebKitGTK on a screen of its own, led by WebDriver. */
class Driver {
  #process;
  #base;
  #session;

  async start() {
    const port = await freePort();
    this.#base = `http://127.0.0.1:${port}`;
    this.#process = spawn(
      'xvfb-run',
      ['-a', '-s', '-screen 0 1600x1200x24', 'WebKitWebDriver', `--port=${port}`],
      {
        stdio: 'ignore',
        detached: true,
      },
    );
    process.once('exit', () => this.kill());
    for (let tries = 0; tries < 100; tries++) {
      if (
        await fetch(`${this.#base}/status`).then(
          answer => answer.ok,
          () => false,
        )
      )
        break;
      await delay(100);
    }
    const {sessionId} = await this.#send('POST', '/session', {
      capabilities: {
        alwaysMatch: {
          browserName: 'MiniBrowser',
          'webkitgtk:browserOptions': {binary: browserPath(), args: ['--automation']},
        },
      },
    });
    this.#session = `/session/${sessionId}`;
    await this.#send('POST', `${this.#session}/window/rect`, {width: 1500, height: 1100});
  }

  async #send(method, path, body) {
    const answer = await fetch(this.#base + path, {method, ...(body && {body: JSON.stringify(body)})});
    const {value} = await answer.json();
    if (!answer.ok) throw new Error(`${method} ${path}: ${value?.message || value?.error}`);
    return value;
  }

  goTo(url) {
    return this.#send('POST', `${this.#session}/url`, {url});
  }

  run(script, ...args) {
    return this.#send('POST', `${this.#session}/execute/sync`, {script, args});
  }

  act(actions) {
    return this.#send('POST', `${this.#session}/actions`, {actions: [{type: 'key', id: 'keys', actions}]});
  }

  /** Shows an address in a frame, for a window of the browser is never narrower than 447 px. */
  async show(url, size) {
    await this.goTo(new URL('/tsconfig.json', url).href); // a page of the same origin, under no policy
    await this.run(
      `const frame = document.createElement('iframe');
       frame.src = arguments[0];
       document.body.style.margin = '0';
       document.body.replaceChildren(frame);`,
      url,
    );
    await this.resize(size);
  }

  /** Gives the page a size. */
  async resize({width, height}) {
    await this.run(
      `document.querySelector('iframe').style.cssText =
         'border:0;width:' + arguments[0] + 'px;height:' + arguments[1] + 'px';`,
      width,
      height,
    );
  }

  async stop() {
    await this.#send('DELETE', this.#session).catch(() => undefined);
    this.kill();
  }

  kill() {
    try {
      process.kill(-this.#process.pid);
    } catch {
      // already gone
    }
  }
}

/** What the runner's commands use of a page of Puppeteer. */
const pageOf = driver => {
  const down = key => driver.act([{type: 'keyDown', value: keys[key] ?? key}]);
  const up = key => driver.act([{type: 'keyUp', value: keys[key] ?? key}]);
  const press = key => {
    const parts = key.split('+').map(part => keys[part] ?? part);
    return driver.act([
      ...parts.map(value => ({type: 'keyDown', value})),
      ...parts.toReversed().map(value => ({type: 'keyUp', value})),
    ]);
  };
  return {
    setViewport: size => driver.resize(size),
    keyboard: {
      down,
      up,
      press,
      type: async text => {
        for (const character of text) await press(character);
      },
    },
  };
};

/** WebKitGTK for `@web/test-runner`; one page after another, since its driver has one session. */
export function webkitLauncher() {
  const active = new Map();
  let starting;
  const started = () =>
    (starting ??= (async () => {
      const driver = new Driver();
      await driver.start();
      return driver;
    })());
  return {
    name: 'WebKit',
    type: 'puppeteer', // the runner's commands then come to getPage()
    concurrency: 1,
    async startSession(id, url) {
      const driver = await started();
      active.set(id, {url, page: pageOf(driver)});
      await driver.show(url, {width: 800, height: 600});
    },
    isActive: id => active.has(id),
    getBrowserUrl: id => active.get(id)?.url,
    getPage: id => active.get(id)?.page,
    async stopSession(id) {
      active.delete(id);
      await (await started()).goTo('about:blank');
      return {};
    },
    startDebugSession: () => Promise.reject(new Error('WebKitGTK is not started for debugging.')),
    async stop() {
      if (starting) await (await starting).stop();
    },
  };
}
