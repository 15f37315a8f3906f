// npm run size: what a page fetches for each element, in kilobytes (1024 bytes, brotli 11), held to a budget.
import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {brotliCompressSync, constants} from 'node:zlib';
import type {Manifest} from 'vite';

const cdn = fileURLToPath(new URL('../../dist/cdn/', import.meta.url));
const BUNDLE = 'surety-elements.bundle.js';

interface Budget {
  readonly name: string;
  readonly kilobytes: number;
  readonly files: Iterable<string>;
  /** What is already there when it is asked for. */
  readonly beyond?: Iterable<string>;
}

/** About 2 % more than what was reached. */
const elements: Record<string, number> = {
  'certificate-check': 73,
  'certificate-selector': 54,
  'certificate-viewer': 57,
  'contract-detail': 67,
  'contract-list': 64,
  desk: 59.4,
  guide: 69.6,
  'key-notice': 58.6,
  'obligee-directory': 66.5,
  register: 72.3,
};

const read = (file: string): Buffer => {
  try {
    return readFileSync(cdn + file);
  } catch (cause) {
    throw new Error(`dist/cdn/${file} is missing; run npm run build:cdn.`, {cause});
  }
};
const compressed = (file: string) =>
  brotliCompressSync(read(file), {params: {[constants.BROTLI_PARAM_QUALITY]: 11}}).length;

const manifest = JSON.parse(read('elements.json').toString()) as Manifest;

/** The file of a module, with all that it imports at once. */
function filesOf(key: string): string[] {
  const chunk = manifest[key];
  if (!chunk) throw new Error(`There is no file for ${key} in dist/cdn/elements.json.`);
  return [chunk.file, ...(chunk.imports ?? []).flatMap(filesOf)];
}

/** The module whose file is called so; a file of several modules has no source that would name it. */
const keyOf = (name: string) =>
  Object.keys(manifest).find(key => manifest[key]?.name === name) ?? `a file called ${name}`;

const LOADER = 'components/cdn/loader.ts';
const firstScreen = filesOf(LOADER);
const client = filesOf(keyOf('client'));
const element = (name: string) => [...firstScreen, ...client, ...filesOf(`components/${name}/define.ts`)];
/** What the first screen loads on demand for the form. */
const formInUse = (manifest[LOADER]?.dynamicImports ?? []).filter(key =>
  key.startsWith('components/application-form/'),
);

const budgets: readonly Budget[] = [
  {name: 'form in its provider, untouched', kilobytes: 30.4, files: firstScreen},
  {
    name: 'form in its provider, once in use',
    kilobytes: 77.5,
    files: [...firstScreen, ...client, ...formInUse.flatMap(filesOf)],
  },
  ...Object.entries(elements).map(([name, kilobytes]) => ({name, kilobytes, files: element(name)})),
  {
    name: 'list beside a form, local search included',
    kilobytes: 17.3,
    files: ['define', 'local-contracts'].flatMap(file => filesOf(`components/contract-list/${file}.ts`)),
    beyond: [...firstScreen, ...client],
  },
  {
    name: 'key notice PDF code',
    kilobytes: 38.7,
    files: filesOf('src/pdf/key-notice-pdf.ts').concat(filesOf(keyOf('jspdf.es'))),
    beyond: element('key-notice'),
  },
  {name: 'one-file bundle', kilobytes: 145, files: [BUNDLE]},
];

const rows = budgets.map(({name, kilobytes, files, beyond = []}) => {
  const fetched = new Set(files);
  for (const file of beyond) fetched.delete(file);
  const size = [...fetched].reduce((sum, file) => sum + compressed(file), 0) / 1024;
  return {
    name,
    files: fetched.size,
    'KB brotli': Number(size.toFixed(1)),
    budget: kilobytes,
    '': size > kilobytes ? 'OVER' : '',
  };
});
console.table(rows);
if (rows.some(row => row[''])) {
  console.error('Over budget.');
  process.exitCode = 1;
}
