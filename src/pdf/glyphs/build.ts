// Cuts the fonts into the small files that a browser fetches for a notice: `npx tsx src/pdf/glyphs/build.ts [folder]`.
import {createHash, randomUUID} from 'node:crypto';
import {cp, mkdir, readdir, readFile, rename, rm, writeFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {dirname, join, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import {deflateRawSync} from 'node:zlib';
import {INDEX_NAME, type GlyphIndexFile} from '../glyph-index.js';
import {packSlice} from '../glyph-slice.js';
import {arrange} from './arrange.js';
import {collectGlyphs} from './collect.js';
import {readTrueType} from './truetype.js';

const sources = [
  {name: 'biz-udpgothic', file: '400Regular/BIZUDPGothic_400Regular.ttf'},
  {name: 'noto-sans-jp', file: '400Regular/NotoSansJP_400Regular.ttf'},
];
const stampName = '.stamp';
const here = dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);
const packageFolder = (name: string) => dirname(require.resolve(`@expo-google-fonts/${name}/package.json`));

/** Makes index, slices and licences in a folder, unless they are there already; returns whether it made them. */
export async function buildGlyphs(target: string): Promise<boolean> {
  const folder = resolve(target);
  const stamp = await inputStamp();
  const isDone = async () => (await stampOf(folder)) === stamp;
  if (await isDone()) return false;
  // Written beside and then moved: a page served meanwhile, or a second build, never sees half of it.
  const draft = `${folder}.${randomUUID()}`;
  try {
    await writeGlyphs(draft);
    await writeFile(join(draft, stampName), stamp);
    if (await isDone()) return false;
    await rm(folder, {recursive: true, force: true});
    await rename(draft, folder);
  } catch (error) {
    if (!(await isDone())) throw error;
  } finally {
    await rm(draft, {recursive: true, force: true});
  }
  return true;
}

async function writeGlyphs(folder: string): Promise<void> {
  const fonts = await Promise.all(
    sources.map(async ({name, file}) => readTrueType(await readFile(join(packageFolder(name), file)))),
  );
  const [main] = fonts;
  if (!main) throw new Error('There is no font to cut.');
  const {slices, ...lists} = arrange(collectGlyphs(fonts));
  const files = [...slices].map(([name, glyphs]) => [name, compress(packSlice(glyphs))] as const);
  const version = hash(files.flat()).slice(0, 10);
  const scale = 1000 / main.unitsPerEm;
  const ascent = Math.round(main.ascent * scale);
  const descent = Math.round(main.descent * scale);
  const index: GlyphIndexFile = {version, ascent, descent, ...lists};
  await mkdir(join(folder, version), {recursive: true});
  await Promise.all(files.map(([name, bytes]) => writeFile(join(folder, version, name), bytes)));
  await writeFile(join(folder, INDEX_NAME), compress(new TextEncoder().encode(JSON.stringify(index))));
  for (const {name} of sources) {
    await cp(join(packageFolder(name), 'LICENSE_FONT'), join(folder, `OFL-${name}.txt`));
  }
}

// Files are compressed in themselves: few file servers compress a type they do not know.
function compress(bytes: Uint8Array): Uint8Array {
  return deflateRawSync(bytes, {level: 9, memLevel: 9});
}

const stampOf = (folder: string) => readFile(join(folder, stampName), 'utf8').catch(() => undefined);

/** Changes when a font or the code that cuts it changes. */
async function inputStamp(): Promise<string> {
  const code = (await readdir(here)).sort().map(name => join(here, name));
  const shared = ['glyph-index.ts', 'glyph-slice.ts', 'text-units.ts', 'truetype-writer.ts'].map(name =>
    join(here, '..', name),
  );
  const fonts = sources.map(({name}) => join(packageFolder(name), 'package.json'));
  return hash(await Promise.all([...code, ...shared, ...fonts].map(path => readFile(path))));
}

function hash(parts: readonly (string | Uint8Array)[]): string {
  const sum = createHash('sha256');
  for (const part of parts) sum.update(part);
  return sum.digest('hex');
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const made = await buildGlyphs(resolve(process.argv[2] ?? 'dist/glyphs'));
  console.log(made ? 'Glyph files: made.' : 'Glyph files: up to date.');
}
