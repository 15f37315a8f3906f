import {fileURLToPath} from 'node:url';
import {esbuildPlugin} from '@web/dev-server-esbuild';
import {bundledTests} from './support/bundled-tests.mjs';
import {forcedColours, launchersOf} from './support/engines.mjs';
import {TEST_LIMIT_MS} from './support/limits.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const tsconfig = fileURLToPath(new URL('../tsconfig.json', import.meta.url));

// What a strict host page allows. The nonce is for the runner's own scripts; styles inside of shadow roots are sheets, never elements.
const nonce = 'test-runner';
const policy = [
  "default-src 'none'",
  `script-src 'self' 'nonce-${nonce}'`,
  `style-src 'self' 'nonce-${nonce}'`,
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self' ws://HOST blob:", // the runner's socket, for `ws:` alone means http to all hosts; tests read files that were saved
  'frame-src blob:',
  "object-src 'none'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types lit-html 'allow-duplicates'",
].join('; ');

/** Holds every page of the tests to the policy. */
const strictHost = {
  name: 'strict-host',
  transform(context) {
    if (!context.response.is('html')) return undefined;
    context.set('Content-Security-Policy', policy.replace('HOST', context.host));
    return {body: context.body.replaceAll(/<script(?![^>]*nonce=)/g, `<script nonce="${nonce}"`)};
  },
};

// An uncaught error fails the test that is running.
const failOnViolation = `addEventListener('securitypolicyviolation', event => {
  throw new Error('refused by the Content-Security-Policy: ' + [event.violatedDirective, event.blockedURI, event.sample, event.sourceFile].join(' '));
});`;

const conditions = ['browser', 'production', 'default'];
const isWatching = process.argv.includes('--watch');

export default {
  rootDir: root,
  files: ['test/components/**/*.test.ts', 'test/**/*.browser.test.ts'],
  browsers: launchersOf(process.env.BROWSERS ?? 'chromium'),
  concurrency: 2,
  nodeResolve: {exportConditions: conditions},
  plugins: [
    strictHost,
    forcedColours,
    ...(isWatching ? [] : [bundledTests({root, tsconfig, conditions})]),
    esbuildPlugin({
      ts: true,
      json: true,
      target: 'es2022',
      tsconfig,
    }),
  ],
  testRunnerHtml: testFramework => `<!doctype html>
<html lang="ja">
  <head><meta charset="utf-8"><title>test</title><script>${failOnViolation}</script></head>
  <body><script type="module" src="${testFramework}"></script></body>
</html>`,
  testFramework: {config: {timeout: TEST_LIMIT_MS}},
  testsFinishTimeout: 2 * TEST_LIMIT_MS, // of one file
  coverageConfig: {include: ['src/**/*.ts', 'components/**/*.ts'], reporters: ['text', 'lcovonly']},
};
