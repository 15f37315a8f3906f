import {zipSync} from 'fflate';

/** Packs files into a ZIP without compression, because PDFs are compressed already. The same files and day give the same bytes. */
export function zipFiles(
  files: readonly {name: string; bytes: Uint8Array}[],
  day: string,
): Uint8Array<ArrayBuffer> {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  // Names beyond ASCII are marked as UTF-8, which Explorer and Finder read.
  return zipSync(Object.fromEntries(files.map(({name, bytes}) => [name, bytes])), {
    level: 0,
    mtime: new Date(year, month - 1, date),
  });
}
