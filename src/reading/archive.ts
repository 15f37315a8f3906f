import {unzipSync} from 'fflate';
import {LARGEST_FILE, MOST_PARTS} from './limits.js';
import type {Reading} from './reading.js';

/** Old Windows writes names in Shift_JIS, which the format does not say; fflate reads them as Latin-1. */
function nameOf(path: string): string {
  const name = path.split('/').at(-1) ?? path;
  if (!/^[\0-\xff]*$/.test(name) || /^[ -~]*$/.test(name)) return name;
  const bytes = Uint8Array.from(name, letter => letter.charCodeAt(0));
  try {
    return new TextDecoder('shift_jis', {fatal: true}).decode(bytes);
  } catch {
    return name;
  }
}

/** Reads the files of a ZIP archive, each as if it had been dropped itself. */
export async function readArchive(
  bytes: Uint8Array,
  name: string,
  read: (bytes: Uint8Array<ArrayBuffer>, name: string) => Promise<Reading[]>,
): Promise<Reading[]> {
  let count = 0;
  let size = 0;
  let hasLocked = false;
  // By the sizes that the archive states, before anything is unpacked: a small file can hold a huge one.
  const files = unzipSync(bytes, {
    filter: ({name: path, originalSize, compression}) => {
      if (path.endsWith('/') || /(?:^|\/)(?:__MACOSX|\.)/.test(path)) return false;
      if (compression !== 0 && compression !== 8) hasLocked = true;
      size += originalSize;
      return ++count <= MOST_PARTS && originalSize <= LARGEST_FILE && size <= 10 * LARGEST_FILE && !hasLocked;
    },
  });
  if (hasLocked) return [{name, problem: 'encrypted'}];
  const readings: Reading[] = [];
  for (const [path, content] of Object.entries(files))
    readings.push(...(await read(new Uint8Array(content), nameOf(path))));
  return readings.length ? readings : [{name, problem: 'not-a-notice'}];
}
