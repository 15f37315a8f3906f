// Cuts the fonts into the small files that a browser fetches for a notice: `npx tsx src/pdf/glyphs/build.ts [folder]`.
import {createHash} from 'node:crypto';
import {cp, mkdir, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {dirname, join, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import {deflateRawSync} from 'node:zlib';
import {
  blockOf,
  blockSliceName,
  groupSliceName,
  packNumbers,
  sequenceSliceName,
  type GlyphIndexFile,
} from '../glyph-index.js';
import {packSlice, type Glyph} from '../glyph-slice.js';
import {frequentGroups} from './base-characters.js';
import {collectGlyphs, unitsPerEm} from './collect.js';
import {readTrueType} from './truetype.js';

const sources = [
  {name: 'biz-udpgothic', file: '400Regular/BIZUDPGothic_400Regular.ttf'},
  {name: 'noto-sans-jp', file: '400Regular/NotoSansJP_400Regular.ttf'},
];
const here = dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);
const packageFolder = (name: string) => dirname(require.resolve(`@expo-google-fonts/${name}/package.json`));

/** Writes index, slices and licences into a folder; does nothing when they are there already. Returns the number of slices, 0 then. */
export async function buildGlyphs(folder: string): Promise<number> {
  const stamp = await inputStamp();
  if ((await readFile(join(folder, '.stamp'), 'utf8').catch(() => '')) === stamp) return 0;
  const fonts = await Promise.all(
    sources.map(async ({name, file}) => readTrueType(await readFile(join(packageFolder(name), file)))),
  );
  const [main] = fonts;
  if (!main) throw new Error('No font to cut.');
  const {slices, groups, blocks, sequenceBlocks} = arrange(collectGlyphs(fonts));
  const files = new Map([...slices].map(([name, glyphs]) => [name, compress(packSlice(glyphs))]));
  const version = hash([...files].flatMap(([name, bytes]) => [name, bytes])).slice(0, 10);
  const scale = unitsPerEm / main.unitsPerEm;
  const index: GlyphIndexFile = {
    version,
    ascent: Math.round(main.ascent * scale),
    descent: Math.round(main.descent * scale),
    groups,
    blocks: packNumbers(blocks),
    sequenceBlocks: packNumbers(sequenceBlocks),
  };
  await rm(folder, {recursive: true, force: true});
  await mkdir(join(folder, version), {recursive: true});
  await Promise.all([...files].map(([name, bytes]) => writeFile(join(folder, version, name), bytes)));
  for (const {name} of sources)
    await cp(join(packageFolder(name), 'LICENSE_FONT'), join(folder, `OFL-${name}.txt`));
  await writeFile(join(folder, 'index.json'), JSON.stringify(index));
  await writeFile(join(folder, '.stamp'), stamp);
  return files.size;
}

/** Sorts glyphs into slices: frequent groups first, everything else by code. */
function arrange(glyphs: ReadonlyMap<string, Glyph>) {
  const slices = new Map<string, Map<string, Glyph>>();
  const put = (slice: string, text: string, glyph: Glyph) => {
    const found = slices.get(slice) ?? new Map<string, Glyph>();
    slices.set(slice, found.set(text, glyph));
  };
  const placed = new Set<string>();
  const groups = frequentGroups().map(group => group.filter(text => glyphs.has(text)));
  groups.forEach((group, number) => {
    for (const text of group) {
      const glyph = glyphs.get(text);
      if (glyph) put(groupSliceName(number), text, glyph);
      placed.add(text);
    }
  });
  const blocks = new Set<number>();
  const sequenceBlocks = new Set<number>();
  for (const [text, glyph] of glyphs) {
    if (placed.has(text)) continue;
    const block = blockOf(text.codePointAt(0) ?? 0);
    const isSequence = Array.from(text).length > 1;
    (isSequence ? sequenceBlocks : blocks).add(block);
    put(isSequence ? sequenceSliceName(block) : blockSliceName(block), text, glyph);
  }
  const ascending = (numbers: Iterable<number>) => [...numbers].sort((a, b) => a - b);
  return {
    slices,
    groups: groups.map(group => group.join('')).join('\n'),
    blocks: ascending(blocks),
    sequenceBlocks: ascending(sequenceBlocks),
  };
}

// Slices are compressed in themselves: few file servers compress a type they do not know.
function compress(bytes: Uint8Array): Uint8Array {
  return deflateRawSync(bytes, {level: 9, memLevel: 9});
}

/** Changes when a font or the code that cuts it changes. */
async function inputStamp(): Promise<string> {
  const code = (await readdir(here)).sort().map(name => join(here, name));
  const shared = ['glyph-index.ts', 'glyph-slice.ts'].map(name => join(here, '..', name));
  const fonts = sources.map(({name}) => join(packageFolder(name), 'package.json'));
  return hash(await Promise.all([...code, ...shared, ...fonts].map(path => readFile(path))));
}

function hash(parts: readonly (string | Uint8Array)[]): string {
  const sum = createHash('sha256');
  for (const part of parts) sum.update(part);
  return sum.digest('hex');
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const folder = resolve(process.argv[2] ?? 'dist/glyphs');
  const count = await buildGlyphs(folder);
  console.log(count ? `glyphs: ${count} slices` : 'glyphs: up to date');
}
