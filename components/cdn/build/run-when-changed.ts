// Runs an npm script unless its outputs stand there already, made from the same sources:
// `tsx components/cdn/build/run-when-changed.ts build:demo:now dist/cdn dist/demo`. A leading `!` leaves a path out.
import {spawnSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';

const SOURCES = ['src', 'components', 'demo', '.storybook', 'package.json', 'package-lock.json'];
const SETTINGS = ['tsconfig.json', 'vite.config.ts'];
const RECORDS = '.cache/builds';

/** Returns the files at or below a path, in an order that is the same everywhere. */
function filesBelow(place: string): string[] {
  if (!existsSync(place)) return [];
  if (!statSync(place).isDirectory()) return [place];
  return readdirSync(place, {recursive: true, encoding: 'utf8'})
    .map(name => path.join(place, name))
    .filter(file => statSync(file).isFile())
    .sort();
}

/** Returns a hash over names and contents of all files at or below the paths. */
function hashFiles(places: readonly string[]): string {
  const leftOut = places.flatMap(place =>
    place.startsWith('!') ? `${path.normalize(place.slice(1))}/` : [],
  );
  const hash = createHash('sha256');
  for (const file of places.flatMap(place => (place.startsWith('!') ? [] : filesBelow(place)))) {
    if (leftOut.some(folder => file.startsWith(folder))) continue;
    hash.update(`${file}\0`).update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

const [script = '', ...outputs] = process.argv.slice(2);
const record = path.join(RECORDS, `${script.replaceAll(':', '-')}.txt`);
const sources = hashFiles([...SOURCES, ...SETTINGS]);
/** What a build is known by: its tool, what it was made from, and what it made. */
const stateOf = () => `${process.version}\n${sources}\n${hashFiles(outputs)}\n`;

if (existsSync(record) && readFileSync(record, 'utf8') === stateOf()) {
  process.stdout.write(`${script}: up to date.\n`);
} else {
  const {status} = spawnSync('npm', ['run', '--silent', script], {stdio: 'inherit'});
  if (status !== 0) process.exit(status ?? 1);
  mkdirSync(RECORDS, {recursive: true});
  writeFileSync(record, stateOf());
}
