import {cp, mkdir, mkdtemp, readFile, rename, rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {embeddings} from './embeddings.js';
import {hashFolder, isFetched, snippet, type Base, type Hashes, type Published} from './integrity.js';
import {aliasesOf, movesTo, readVersion} from './versions.js';

/** What `surety-elements@1/manifest.json` says: which version that is today, and what holds a page to it. */
export interface Alias {
  readonly version: string;
  /** Address of the version's folder, seen from the manifest. */
  readonly folder: string;
  /** Hashes of what a page names, and of the list of all others. */
  readonly integrity: Hashes;
}

/** Where a release comes from, and where it goes. */
export interface ReleaseOptions {
  /** Folder with `sri.json` and the scripts and styles that it lists (`dist/cdn`). */
  readonly from: string;
  /** Folder with the files that it lists as `glyphs/…` (`dist/glyphs`). */
  readonly glyphs: string;
  /** Any folder that a static host serves. */
  readonly to: string;
  /** Public address of that folder, for the snippets; left out, they work where they lie. */
  readonly address?: string | undefined;
}

/** What a release has put into the folder, as paths below it. */
export interface Release {
  readonly folder: string;
  /** Manifests of the shorter names that now mean this version. */
  readonly aliases: readonly string[];
}

const folderOf = (version: string) => `surety-elements@${version}`;
const hasCode = (thrown: unknown, ...codes: string[]) =>
  codes.includes(String((thrown as {code?: unknown}).code));

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as unknown;
  } catch (thrown) {
    if (hasCode(thrown, 'ENOENT')) return undefined;
    throw thrown;
  }
}

/** What a page fetches of a folder that is not as the list says: changed, missing or too many. */
async function changesIn(folder: string, {files}: Published): Promise<string[]> {
  const found = await hashFolder(folder);
  const all = new Set([...Object.keys(files), ...Object.keys(found).filter(isFetched)]);
  return [...all].filter(file => files[file] !== found[file]).sort();
}

const inWords = ([first = '', ...others]: readonly string[]) =>
  others.length ? `${first} and ${others.length} more` : first;

/** Puts a version together in a new folder, with snippets for its address. */
async function assemble(home: string, published: Published, {from, glyphs, address}: ReleaseOptions) {
  const own = path.join(from, 'glyphs'); // a copy that npm publishes
  await cp(from, home, {recursive: true, filter: source => source !== own});
  await cp(glyphs, path.join(home, 'glyphs'), {recursive: true});
  const changes = await changesIn(home, published);
  if (changes.length)
    throw new Error(
      `${inWords(changes)} is not what sri.json lists; run \`npm run build\` and release again.`,
    );
  const base: Base = address ? `${address.replace(/\/$/, '')}/${folderOf(published.version)}/` : './';
  for (const [name, embedding] of Object.entries(embeddings))
    await writeFile(path.join(home, name), snippet(embedding, published.files, base));
}

/** Whether the version was not there; one that is there has to be the same to the last byte. */
async function publish(published: Published, options: ReleaseOptions): Promise<boolean> {
  const name = folderOf(published.version);
  const home = path.join(options.to, name);
  const place = await mkdtemp(path.join(options.to, `.${name}-`)); // for our eyes only; what is in it is as public as its place
  try {
    const draft = path.join(place, name);
    await assemble(draft, published, options);
    if (await moveTo(draft, home)) return true;
  } finally {
    await rm(place, {recursive: true, force: true});
  }
  const changes = await changesIn(home, published);
  if (!changes.length) return false;
  throw new Error(
    `${name} is published with another ${inWords(changes)}; what is published never changes, so give this a new version.`,
  );
}

/** False where something is there already: two releases at once cannot mix. */
async function moveTo(draft: string, home: string): Promise<boolean> {
  try {
    await rename(draft, home);
    return true;
  } catch (thrown) {
    if (hasCode(thrown, 'ENOTEMPTY', 'EEXIST')) return false;
    throw thrown;
  }
}

/** Lets a shorter name mean this version; its manifest, or nothing where the name stays. */
async function moveAlias(alias: string, {version, files}: Published, to: string) {
  const file = `${folderOf(alias)}/manifest.json`;
  const target = path.join(to, file);
  const current = (await readJson(target)) as Alias | undefined;
  if (!movesTo(version, current?.version)) return undefined;
  const {'sri.json': list = ''} = await hashFolder(path.join(to, folderOf(version)));
  const named = [...Object.values(embeddings).map(({entry}) => entry), 'shell.css'];
  const content: Alias = {
    version,
    folder: `../${folderOf(version)}/`,
    integrity: {...Object.fromEntries(named.map(name => [name, files[name] ?? ''])), 'sri.json': list},
  };
  await mkdir(path.dirname(target), {recursive: true});
  await writeFile(`${target}.new`, `${JSON.stringify(content, undefined, 2)}\n`);
  await rename(`${target}.new`, target);
  return file;
}

/**
 * Adds the built version to a folder of versions, whole or not at all, and moves the shorter names forward. A release that
 * broke off between the two is finished by the next try.
 * @throws {Error} When the version is there already, or what was built is not what its list says.
 */
export async function release(options: ReleaseOptions): Promise<Release> {
  const published = (await readJson(path.join(options.from, 'sri.json'))) as Published | undefined;
  if (!published) throw new Error(`There is no sri.json in ${options.from}; run \`npm run build\` first.`);
  readVersion(published.version);
  await mkdir(options.to, {recursive: true});
  const isNew = await publish(published, options);
  const aliases: string[] = [];
  for (const alias of aliasesOf(published.version)) {
    const moved = await moveAlias(alias, published, options.to);
    if (moved) aliases.push(moved);
  }
  const folder = `${folderOf(published.version)}/`;
  if (!isNew && !aliases.length)
    throw new Error(`${folder} is there already, the same to the last byte: there is nothing to upload.`);
  return {folder, aliases};
}

/** What to upload, in one sentence; the version first, so that no shorter name ever leads to nothing. */
export function uploadSentence({folder, aliases}: Release, to: string): string {
  const then = aliases.length ? `, then ${aliases.join(' and ')} (to be cached for minutes)` : '';
  return `Upload ${folder} from ${to} (it never changes: Cache-Control: public, max-age=31536000, immutable)${then}.`;
}
