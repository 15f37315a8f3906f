// npm run release -- --to FOLDER [--address https://cdn.example.jp/kit] [--accept]
// Adds what was built to a folder of versions; --accept makes what it offers the promise that the next ones are held to.
import {readFileSync} from 'node:fs';
import {mkdir, writeFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {baselineText, objections, type Baseline} from '../../../src/entries/build/surface-gate.js';
import {readSurface} from '../../../src/entries/build/surface.js';
import {VERSION} from '../../../src/version.js';
import {release, uploadSentence} from './release.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const at = (name: string) => `${root}/${name}`;
const read = (name: string) => readFileSync(at(name), 'utf8');
const baselineFile = 'test/baseline/surface.json';

/** @throws {Error} When the version takes away what the last one promised, with a sentence for each. */
function keepPromises(): void {
  const baseline = JSON.parse(read(baselineFile)) as Baseline;
  const surface = readSurface(root);
  const found = objections(baseline, {surface, version: VERSION, changelog: read('CHANGELOG.md')});
  if (found.length) throw new Error(found.join('\n'));
}

async function accept(): Promise<string> {
  await mkdir(at('test/baseline'), {recursive: true});
  await writeFile(at(baselineFile), baselineText(VERSION, readSurface(root)));
  return `${baselineFile} holds what ${VERSION} offers; commit it.`;
}

async function publish(to: string, address: string | undefined): Promise<string> {
  keepPromises();
  return uploadSentence(await release({from: at('dist/cdn'), glyphs: at('dist/glyphs'), to, address}), to);
}

async function run(): Promise<string[]> {
  const options = {to: {type: 'string'}, address: {type: 'string'}, accept: {type: 'boolean'}} as const;
  const {to, address, accept: isAccepted} = parseArgs({options}).values;
  if (!to && !isAccepted) throw new Error('Say where the versions lie: npm run release -- --to FOLDER');
  return [...(to ? [await publish(to, address)] : []), ...(isAccepted ? [await accept()] : [])];
}

try {
  process.stdout.write(`${(await run()).join('\n')}\n`);
} catch (thrown) {
  process.stderr.write(`${thrown instanceof Error ? thrown.message : String(thrown)}\n`);
  process.exitCode = 1;
}
