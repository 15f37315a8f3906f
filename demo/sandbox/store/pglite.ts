import {PGlite} from '@electric-sql/pglite';
import {existsSync} from 'node:fs';
import {cp, rename, rm} from 'node:fs/promises';
import {join} from 'node:path';
import {findTemplate} from './prepare.js';
import {SentenceError} from './sentence-error.js';
import {createPgliteStore} from './sql.js';
import type {Store} from './store.js';

/** Opens the embedded database of a data directory; the first time it is copied from the prepared one. */
export async function openPgliteStore(dataDirectory: string): Promise<Store> {
  const path = join(dataDirectory, 'database');
  if (!existsSync(path)) {
    // Renaming comes last, so that a copy which was cut short is never taken for a database.
    const unfinished = `${path}.new`;
    await rm(unfinished, {recursive: true, force: true});
    await cp(await findTemplate(), unfinished, {recursive: true});
    await rename(unfinished, path);
  }
  try {
    return await createPgliteStore(await PGlite.create({dataDir: path}));
  } catch {
    throw new SentenceError(
      `DATA_DIR のデータベース「${path}」を開けません。バックアップから戻すか、別のフォルダーを DATA_DIR に指定してください。`,
    );
  }
}
