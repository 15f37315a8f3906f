import {spawn} from 'node:child_process';
import {existsSync, readdirSync} from 'node:fs';
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

/** Runs a program, shows what it writes and returns it. */
function run(
  command: string,
  args: readonly string[],
  settings: Record<string, string> = {},
): Promise<{output: string; exitCode: number}> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {...process.env, NODE_NO_WARNINGS: '1', ...settings},
    });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      process.stdout.write(text);
    });
    child.once('error', reject);
    child.once('close', code => resolve({output, exitCode: code ?? 1}));
  });
}

async function runNode(folders: readonly string[]): Promise<Counts> {
  const files = folders.flatMap(folder => testFiles(`test/${folder}`));
  if (files.length === 0) return noCounts;
  const reporters = ['--test-reporter=spec', '--test-reporter-destination=stdout'];
  // Files take turns in pairs: two cores, and some of them start servers and browsers.
  const {output, exitCode} = await run(process.execPath, [
    ...['--import', 'tsx', '--test', '--test-concurrency=2', ...reporters],
    ...files,
  ]);
  failures.push(readFailures(output));
  return readNodeCounts(output, exitCode);
}

/** What people do most, in elements and in the files they make; the rest is the same code on other data. */
const inFirefox = [
  ...['application-form', 'application-form-kept', 'application-form-paste', 'combobox', 'provider'],
  ...['contract-list', 'contract-list-filters', 'contract-detail', 'key-notice'],
  ...['certificate-check', 'certificate-check-files', 'certificate-check-kept', 'obligee-directory'],
].map(name => `test/components/${name}.test.ts`);

async function runBrowser(engine: 'chromium' | 'firefox' | 'webkit', files: string[] = []): Promise<Counts> {
  const wtr = fileURLToPath(new URL('../node_modules/.bin/wtr', import.meta.url));
  const chosen = files.length > 0 ? ['--files', ...files] : [];
  const args = ['--config', 'test/web-test-runner.config.mjs', ...chosen];
  const {output, exitCode} = await run(wtr, args, {BROWSERS: engine});
  failures.push(readFailures(output));
  return readWtrCounts(output, exitCode);
}

async function build(): Promise<void> {
  const {exitCode} = await run('npm', ['run', '--silent', 'build:demo']);
  if (exitCode !== 0) throw new Error('npm run build:demo failed; see above.');
}

const groups: Record<string, () => Promise<Counts>> = {
  node: () => runNode(['input', 'domain', 'schemas', 'i18n', 'api', 'theme', 'pdf', 'sandbox', 'demo']),
  browser: () => runBrowser('chromium'),
  firefox: () => {
    installMissing(firefoxPackages);
    return runBrowser('firefox', [...inFirefox, 'test/pdf/key-notice-pdf.browser.test.ts']);
  },
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

async function main(wanted: readonly string[]): Promise<Counts> {
  const all = {...groups, ...onDemand};
  const unknown = wanted.find(name => !(name in all));
  if (unknown) throw new Error(`There is no group "${unknown}"; groups are ${Object.keys(all).join(', ')}.`);
  installMissing();
  await build();
  let total = noCounts;
  for (const [name, runGroup] of Object.entries(wanted.length > 0 ? all : groups)) {
    if (wanted.length > 0 ? !wanted.includes(name) : name === 'firefox' && !canHaveFirefox()) continue;
    console.log(`\n== ${name}`);
    const counts = await runGroup();
    console.log(`== ${name}: ${describeCounts(counts)}`);
    if (counts.passed === 0) throw new Error(`The group "${name}" ran no test.`);
    total = addCounts(total, counts);
  }
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
