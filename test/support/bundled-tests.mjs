import {readdirSync} from 'node:fs';
import path from 'node:path';
import {build} from 'esbuild';

/** Two folders deep, as the sources are that name files of packages by `../../node_modules/…`. */
const CHUNK_NAMES = 'test/bundled/[name]-[hash]';

/** Leaves the runner's own scripts, which are named by address, to the runner. */
const runnerScripts = {
  name: 'runner-scripts',
  setup({onResolve}) {
    onResolve({filter: /^\/__web-/}, ({path: address}) => ({path: address, external: true}));
  },
};

/** Returns the test files below a folder that run in a browser. */
const browserTests = (folder, suffix) =>
  readdirSync(folder, {recursive: true})
    .filter(name => name.endsWith(suffix))
    .map(name => path.join(folder, name));

/**
 * Serves all test files as one bundle with shared chunks: a page fetches some chunks instead of several hundred modules, and each
 * module is compiled once. Not for `--watch`, where files change.
 */
export function bundledTests({root, tsconfig, conditions}) {
  /** Scripts and source maps by address. */
  const served = new Map();
  return {
    name: 'bundled-tests',
    async serverStart() {
      const tests = path.join(root, 'test');
      const {outputFiles} = await build({
        entryPoints: [
          ...new Set([
            ...browserTests(path.join(tests, 'components'), '.test.ts'),
            ...browserTests(tests, '.browser.test.ts'),
          ]),
        ],
        absWorkingDir: root,
        outbase: root,
        outdir: root,
        bundle: true,
        splitting: true,
        format: 'esm',
        target: 'es2022',
        sourcemap: 'linked',
        conditions,
        tsconfig,
        plugins: [runnerScripts],
        chunkNames: CHUNK_NAMES,
        write: false,
        logLevel: 'warning',
        ignoreAnnotations: true, // tests import files for what they do, whatever `sideEffects` says
      });
      for (const {path: file, text} of outputFiles) served.set(`/${path.relative(root, file)}`, text);
    },
    serve({path: address}) {
      const body = served.get(address.replace(/\.test\.ts$/, '.test.js'));
      return body === undefined ? undefined : {body, type: address.endsWith('.map') ? 'json' : 'js'};
    },
  };
}
