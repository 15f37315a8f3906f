import {execFileSync} from 'node:child_process';
import {fileURLToPath} from 'node:url';
import {esbuildPlugin} from '@web/dev-server-esbuild';
import {chromeLauncher} from '@web/test-runner-chrome';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The browser of the machine; nothing is ever downloaded. */
const chromium = () =>
  process.env.CHROMIUM_PATH ?? execFileSync('sh', ['-c', 'command -v chromium'], {encoding: 'utf8'}).trim();

const args = [
  '--no-sandbox',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--lang=ja',
];

/** Each page a window of its own: in a tab behind another one the browser draws no frame, and tests wait for ever. */
const createPage = async ({browser}) => (await browser.createBrowserContext()).newPage();

export default {
  rootDir: root,
  files: ['test/components/**/*.test.ts', 'test/**/*.browser.test.ts'],
  browsers: [chromeLauncher({launchOptions: {executablePath: chromium(), args}, createPage})],
  concurrency: 2,
  nodeResolve: {exportConditions: ['browser', 'production', 'default']},
  plugins: [
    esbuildPlugin({
      ts: true,
      json: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('../tsconfig.json', import.meta.url)),
    }),
  ],
  testRunnerHtml: testFramework => `<!doctype html>
<html lang="ja">
  <head><meta charset="utf-8"><title>test</title></head>
  <body><script type="module" src="${testFramework}"></script></body>
</html>`,
  testFramework: {config: {timeout: 15_000}},
  testsFinishTimeout: 300_000,
  coverageConfig: {include: ['src/**/*.ts', 'components/**/*.ts'], reporters: ['text', 'lcovonly']},
};
