import type {DataDirectory} from './sandbox/store/data-directory.js';
import {openPgliteStore} from './sandbox/store/pglite.js';
import {SentenceError} from './sandbox/store/sentence-error.js';
import {errorCode, openPostgresqlStore} from './sandbox/store/sql.js';
import type {Store} from './sandbox/store/store.js';

/** PostgreSQL where `DATABASE_URL` says so, else the embedded database in the data directory. */
export async function openStore(directory: DataDirectory, databaseUrl: string | undefined): Promise<Store> {
  if (!databaseUrl) return openPgliteStore(directory.path);
  try {
    return await openPostgresqlStore(databaseUrl);
  } catch (error) {
    throw new SentenceError(databaseSentence(errorCode(error)));
  }
}

function databaseSentence(code = ''): string {
  if (/^28/.test(code))
    return 'DATABASE_URL の利用者名かパスワードが違います。正しいものを指定してください。';
  if (code === '3D000')
    return 'DATABASE_URL のデータベースがありません。作成するか、別の名前を指定してください。';
  if (code === '42501') {
    return 'DATABASE_URL の利用者には表を作る権限がありません。権限を与えるか、別の利用者を指定してください。';
  }
  return 'DATABASE_URL のデータベースに接続できません。PostgreSQL 15 以降が動いているか、ホスト名とポート番号を確かめてください。';
}
