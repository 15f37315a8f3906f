import {randomBytes} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {mkdir, open, readFile, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {SentenceError} from './sentence-error.js';

const SECRET_BYTES = 32;

/** A directory that belongs to this process alone until it is released. */
export interface DataDirectory {
  path: string;
  release(): Promise<void>;
}

/** Takes a directory: PGlite itself would let two processes write to one database. */
export async function takeDataDirectory(path: string): Promise<DataDirectory> {
  const lock = join(path, 'lock');
  try {
    await mkdir(path, {recursive: true, mode: 0o700});
    await takeLock(lock);
  } catch (error) {
    if (error instanceof SentenceError) throw error;
    throw new SentenceError(
      `DATA_DIR のフォルダー「${path}」に書き込めません。書き込めるフォルダーを DATA_DIR に指定してください。`,
    );
  }
  return {path, release: () => rm(lock, {force: true})};
}

async function takeLock(lock: string): Promise<void> {
  const owner = JSON.stringify({pid: process.pid, started: startOf(process.pid)});
  for (let count = 0; count < 3; count++) {
    try {
      const file = await open(lock, 'wx', 0o600);
      await file.writeFile(owner);
      await file.close();
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const text = await readFile(lock, 'utf8').catch(() => '');
    if (isHeld(text)) {
      throw new SentenceError(
        'DATA_DIR は別のサーバーが使っています。そのサーバーを止めるか、別のフォルダーを DATA_DIR に指定してください。',
      );
    }
    // Left behind by a process that was killed.
    await rm(lock, {force: true});
  }
  throw new Error('The lock could not be taken.');
}

/** A process number may have been given to another process since, so its start counts too. */
function isHeld(text: string): boolean {
  try {
    const {pid, started} = JSON.parse(text) as {pid: number; started: string | null};
    process.kill(pid, 0);
    return started === null || started === startOf(pid);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Start time of a process in ticks since boot; null where there is no /proc. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold anything, so counting begins behind it.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

/** The secret that protects 認証キー: the given one, or one that was drawn at the first start and is kept beside the data. */
export async function readSecret(path: string, given: string | undefined): Promise<Uint8Array<ArrayBuffer>> {
  if (given) return new TextEncoder().encode(given);
  const file = join(path, 'secret.key');
  const kept = await readFile(file).catch(() => undefined);
  if (kept && kept.byteLength === SECRET_BYTES) return new Uint8Array(kept);
  if (kept) {
    throw new SentenceError(
      'DATA_DIR の secret.key が壊れています。正しいファイルに戻すか、SURETY_SECRET を指定してください。',
    );
  }
  const drawn = randomBytes(SECRET_BYTES);
  await writeFile(file, drawn, {mode: 0o600, flag: 'wx'});
  return new Uint8Array(drawn);
}
