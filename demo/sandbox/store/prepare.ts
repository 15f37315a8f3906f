import {PGlite} from '@electric-sql/pglite';
import {createHash} from 'node:crypto';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {mkdir, readdir, rename, rm} from 'node:fs/promises';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {createPgliteStore} from './sql.js';

const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url));
const defaultFolder = fileURLToPath(new URL('../../../.cache/database', import.meta.url));

/**
 * The prepared database: empty, with all tables. Making one takes about six seconds, copying it a tenth of that, so it is
 * made when the product is built (`npx tsx demo/sandbox/store/prepare.ts [folder]`) and here only if that was left out.
 */
export async function findTemplate(folder = defaultFolder): Promise<string> {
  const template = join(folder, templateName());
  if (existsSync(template)) return template;
  const unfinished = `${template}.${process.pid}`;
  await mkdir(folder, {recursive: true});
  await rm(unfinished, {recursive: true, force: true});
  const store = await createPgliteStore(await PGlite.create({dataDir: unfinished}));
  await store.close();
  // Two builds at once make two; the second one finds the place taken and leaves its own away.
  await rename(unfinished, template).catch(() => rm(unfinished, {recursive: true, force: true}));
  await removeOutdated(folder);
  return template;
}

/** Other migrations or another PGlite need another template. */
function templateName(): string {
  const hash = createHash('sha256').update(packageVersion());
  for (const file of readdirSync(migrationsFolder)
    .filter(name => name.endsWith('.sql'))
    .sort()) {
    hash.update(readFileSync(join(migrationsFolder, file)));
  }
  return hash.digest('hex').slice(0, 16);
}

function packageVersion(): string {
  const main = fileURLToPath(import.meta.resolve('@electric-sql/pglite'));
  const manifest = join(main.slice(0, main.lastIndexOf('pglite')), 'pglite/package.json');
  return (JSON.parse(readFileSync(manifest, 'utf8')) as {version: string}).version;
}

async function removeOutdated(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (/^[0-9a-f]{16}$/.test(name) && name !== templateName()) {
      await rm(join(folder, name), {recursive: true, force: true});
    }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await findTemplate(process.argv[2]);
  process.exit(0);
}
