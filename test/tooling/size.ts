import {existsSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {brotliCompressSync, constants} from 'node:zlib';

const cdn = fileURLToPath(new URL('../../dist/cdn/', import.meta.url));

/** Kilobytes (1024 bytes, brotli 11) that a page may fetch for something. */
interface Budget {
  readonly name: string;
  readonly kilobytes: number;
  readonly entries: readonly string[];
  /** What is already there when it is asked for. */
  readonly beyond?: readonly string[];
}

const read = (file: string) => readFileSync(path.join(cdn, file));
const compressed = (file: string) =>
  brotliCompressSync(read(file), {params: {[constants.BROTLI_PARAM_QUALITY]: 11}}).length;

/** What a script imports at once, and what on demand. */
function importsOf(file: string): {now: string[]; lazy: string[]} {
  const source = read(file).toString();
  const resolve = ([, specifier = '']: RegExpMatchArray) => path.join(path.dirname(file), specifier);
  return {
    now: [...source.matchAll(/(?:from|import)\s*["'`](\.{1,2}\/[^"'`]+\.js)["'`]/g)].map(resolve),
    lazy: [...source.matchAll(/import\(\s*["'`](\.{1,2}\/[^"'`]+\.js)["'`]\s*\)/g)].map(resolve),
  };
}

/** All files that load with one, itself included. */
function closure(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const each of importsOf(file).now) closure(each, seen);
  return seen;
}

const loader = 'surety-elements.js';
const bundle = 'surety-elements.bundle.js';

/** The chunk of that name which the loader's scripts bring; its hash is left out of the name. */
function chunk(name: string): string {
  const reachable = new Set([loader]);
  for (const file of reachable) {
    const {now, lazy} = importsOf(file);
    for (const each of [...now, ...lazy]) reachable.add(each);
  }
  const found = [...reachable].find(file => path.basename(file).replace(/-[\w-]{8}\.js$/, '') === name);
  if (!found) throw new Error(`There is no chunk "${name}" in dist/cdn; run npm run build:cdn.`);
  return found;
}

/** What was reached, and a kilobyte or so more. */
const elements: Record<string, number> = {
  'application-form': 38.5,
  'certificate-check': 51,
  'certificate-selector': 37.2,
  'certificate-viewer': 37.7,
  'contract-detail': 49.2,
  'contract-list': 43.2,
  desk: 40.5,
  guide: 51,
  'key-notice': 39.5,
  'obligee-directory': 45.3,
  provider: 31,
};

/** An element with everything on its first load: loader, shared code, and the client that it then asks for data. */
const element = (name: string, kilobytes: number): Budget => ({
  name,
  kilobytes,
  entries: [loader, chunk('core'), chunk('client'), chunk(name)],
});

function budgets(): Budget[] {
  return [
    {name: 'loader', kilobytes: 1.9, entries: [loader]},
    ...Object.entries(elements).map(([name, kilobytes]) => element(name, kilobytes)),
    {
      name: 'form in its provider, that nobody has touched',
      kilobytes: 39.6,
      entries: [loader, ...['core', 'client', 'application-form', 'provider'].map(chunk)],
    },
    {
      name: 'list beside a form that nobody has touched, local search included',
      kilobytes: 15.3,
      entries: [chunk('contract-list'), chunk('local-contracts')],
      beyond: [loader, chunk('core'), chunk('client'), chunk('application-form')],
    },
    {
      name: 'key notice PDF code',
      kilobytes: 39.5,
      entries: [chunk('key-notice-pdf'), chunk('jspdf.es')],
      beyond: [chunk('key-notice')],
    },
    {name: 'one-file bundle', kilobytes: 131.5, entries: [bundle]},
  ];
}

function main(): boolean {
  if (!existsSync(path.join(cdn, loader))) throw new Error('dist/cdn is missing; run npm run build:cdn.');
  const rows = budgets().map(({name, kilobytes, entries, beyond = []}) => {
    const there = new Set(beyond.flatMap(entry => [...closure(entry)]));
    const files = new Set(entries.flatMap(entry => [...closure(entry)]).filter(file => !there.has(file)));
    const size = [...files].reduce((sum, file) => sum + compressed(file), 0) / 1024;
    return {
      name,
      files: files.size,
      'KB brotli': Number(size.toFixed(1)),
      budget: kilobytes,
      over: size > kilobytes,
    };
  });
  console.table(rows.map(({over, ...row}) => ({...row, '': over ? 'OVER' : ''})));
  return rows.every(({over}) => !over);
}

try {
  if (!main()) {
    console.error('Over budget; see performance.md for what reached the goals.');
    process.exitCode = 1;
  }
} catch (thrown) {
  console.error(thrown instanceof Error ? thrown.message : thrown);
  process.exitCode = 1;
}
