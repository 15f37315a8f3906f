import {spawn} from 'node:child_process';
import {existsSync, readdirSync} from 'node:fs';
import {availableParallelism} from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {
  addCounts,
  describeCounts,
  noCounts,
  readFailures,
  readNodeCounts,
  readWtrCounts,
  type Counts,
} from './support/counts.js';
import {firefoxPackages, installMissing, webkitPackages} from './support/system-packages.js';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);

/** What failed so far, with its reasons. */
const failures: string[] = [];

/** Test files below a folder, those for a browser left out. */
function testFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .filter(name => name.endsWith('.test.ts') && !name.endsWith('.browser.test.ts'))
    .map(name => path.join(folder, name))
    .sort();
}

/** What a run of test files needs to know beside them. */
interface RunOptions {
  /** Variables of the environment. */
  env?: Record<string, string>;
  /** Shows what the program writes once it has ended, because another one is writing now. */
  isHeldBack?: boolean;
}

/** Runs a program, shows what it writes and returns it. */
function run(
  command: string,
  args: readonly string[],
  {env, isHeldBack = false}: RunOptions = {},
): Promise<{output: string; exitCode: number}> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {...process.env, NODE_NO_WARNINGS: '1', ...env},
    });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      if (!isHeldBack) process.stdout.write(text);
    });
    child.once('error', reject);
    child.once('close', code => {
      if (isHeldBack) process.stdout.write(output);
      resolve({output, exitCode: code ?? 1});
    });
  });
}

/** Test files that take longer than all others: begun first, so that no core is idle while the last of them runs. */
const LONGEST = ['storybook', 'package', 'journey', 'form-sight', 'never-lost', 'lint'];

const rank = (file: string): number => {
  const at = LONGEST.indexOf(path.basename(file, '.test.ts'));
  return at < 0 ? LONGEST.length : at;
};

/** Runs test files in Node, so many of them at a time as there are cores for them. */
async function runNode(folders: readonly string[], cores = availableParallelism()): Promise<Counts> {
  const files = folders.flatMap(folder => testFiles(`test/${folder}`)).sort((a, b) => rank(a) - rank(b));
  if (files.length === 0) return noCounts;
  const reporters = ['--test-reporter=spec', '--test-reporter-destination=stdout'];
  const {output, exitCode} = await run(process.execPath, [
    ...['--import', 'tsx', '--test', `--test-concurrency=${cores}`, ...reporters],
    ...files,
  ]);
  failures.push(readFailures(output));
  return readNodeCounts(output, exitCode);
}

/** What people do most, in elements and in the files they make; the rest is the same code on other data. */
const inFirefox = [
  ...['application-form', 'application-form-kept', 'application-form-paste', 'combobox', 'provider'],
  ...['contract-list', 'contract-list-filters', 'contract-detail', 'key-notice'],
  ...['certificate-check', 'certificate-check-files', 'certificate-check-batch', 'obligee-directory'],
].map(name => `test/components/${name}.test.ts`);

async function runBrowser(
  engine: 'chromium' | 'firefox' | 'webkit',
  {files = [], isHeldBack}: {files?: string[]} & RunOptions = {},
): Promise<Counts> {
  const wtr = fileURLToPath(new URL('../node_modules/.bin/wtr', import.meta.url));
  const chosen = files.length > 0 ? ['--files', ...files] : [];
  const args = ['--config', 'test/web-test-runner.config.mjs', ...chosen];
  const {output, exitCode} = await run(wtr, args, {env: {BROWSERS: engine}, isHeldBack});
  failures.push(readFailures(output));
  return readWtrCounts(output, exitCode);
}

async function build(): Promise<void> {
  const {exitCode} = await run('npm', ['run', '--silent', 'build:demo']);
  if (exitCode !== 0) throw new Error('npm run build:demo failed; see above.');
}

/** Runs what matters most to people in Firefox, which opens one page at a time and so keeps one core busy. */
function runFirefox(options: RunOptions = {}): Promise<Counts> {
  installMissing(firefoxPackages);
  const files = [...inFirefox, 'test/pdf/key-notice-pdf.browser.test.ts'];
  return runBrowser('firefox', {...options, files});
}

const NODE_FOLDERS = ['input', 'domain', 'i18n', 'api', 'theme', 'pdf', 'sandbox', 'demo'];

const groups = {
  node: () => runNode(NODE_FOLDERS),
  firefox: () => runFirefox(),
  browser: () => runBrowser('chromium'),
  e2e: () => runNode(['e2e']),
  tooling: () => runNode(['tooling']),
};

/** Groups that run only when they are named. */
const onDemand: Record<string, () => Promise<Counts>> = {
  'all-firefox': () => {
    installMissing(firefoxPackages);
    return runBrowser('firefox');
  },
  webkit: () => {
    installMissing(webkitPackages);
    return runBrowser('webkit');
  },
};

/** The second browser is tried where it is to be had; a machine that cannot get it still passes the others. */
function canHaveFirefox(): boolean {
  try {
    installMissing(firefoxPackages);
    return true;
  } catch (thrown) {
    console.log(`${thrown instanceof Error ? thrown.message : ''} Until then, nothing is tried in Firefox.`);
    return false;
  }
}

/** Runs a group and says how it went. */
async function runGroup(name: string, group: () => Promise<Counts>): Promise<Counts> {
  console.log(`\n== ${name}`);
  const began = performance.now();
  const counts = await group();
  console.log(`== ${name}: ${describeCounts(counts)} in ${Math.round((performance.now() - began) / 1000)} s`);
  if (counts.passed === 0) throw new Error(`The group "${name}" ran no test.`);
  return counts;
}

/** Runs everything; the two groups that keep one core busy each run side by side. */
async function runAll(): Promise<Counts> {
  const cores = Math.max(1, availableParallelism() - 1);
  const counts = canHaveFirefox()
    ? await Promise.all([
        runGroup('node', () => runNode(NODE_FOLDERS, cores)),
        runGroup('firefox', () => runFirefox({isHeldBack: true})),
      ])
    : [await runGroup('node', () => runNode(NODE_FOLDERS))];
  for (const name of ['browser', 'e2e', 'tooling'] as const) counts.push(await runGroup(name, groups[name]));
  return counts.reduce(addCounts);
}

async function main(wanted: readonly string[]): Promise<Counts> {
  const all = {...groups, ...onDemand};
  const unknown = wanted.find(name => !(name in all));
  if (unknown) throw new Error(`There is no group "${unknown}"; groups are ${Object.keys(all).join(', ')}.`);
  installMissing();
  await build();
  if (wanted.length === 0) return runAll();
  let total = noCounts;
  for (const [name, group] of Object.entries(all))
    if (wanted.includes(name)) total = addCounts(total, await runGroup(name, group));
  return total;
}

try {
  const total = await main(process.argv.slice(2));
  const told = failures.filter(text => text !== '').join('\n\n');
  if (told !== '') console.log(`\n== what failed\n\n${told}`);
  console.log(`\n${describeCounts(total)}`);
  process.exitCode = total.failed > 0 ? 1 : 0;
} catch (thrown) {
  console.error(thrown instanceof Error ? thrown.message : thrown);
  process.exitCode = 1;
}
