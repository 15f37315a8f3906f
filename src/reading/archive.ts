import {LARGEST_FILE, type Allowance} from './limits.js';
import type {Finding} from './finding.js';
import {unpack, zipEntries, type ZipEntry} from './zip-entries.js';

/** Compression method of entries that WinZip encrypts with AES. */
const AES_METHOD = 99;
/** Whether an entry is a file that a person put there: no folder, and nothing that macOS or a dot hides. */
const isVisibleFile = ({path}: ZipEntry) => !path.endsWith('/') && !/(?:^|\/)(?:__MACOSX|\.)/.test(path);
const nameOf = ({path}: ZipEntry) => path.split('/').at(-1) ?? path;

/** Reads the files of a ZIP archive, each as if it had been dropped itself. */
export async function readArchive(
  bytes: Uint8Array,
  name: string,
  read: (bytes: Uint8Array<ArrayBuffer>, name: string) => Promise<Finding[]>,
  left: Allowance,
): Promise<Finding[]> {
  const entries = zipEntries(bytes).filter(isVisibleFile);
  if (entries.some(({isLocked, method}) => isLocked || method === AES_METHOD))
    return [{name, problem: 'encrypted'}];
  const findings: Finding[] = [];
  for (const entry of entries) {
    // The stated size is checked before unpacking; unpack() checks the real one.
    const isHuge = entry.size > LARGEST_FILE;
    left.parts -= 1;
    if (!isHuge) left.bytes -= entry.size;
    if (left.parts < 0 || left.bytes < 0) return [...findings, {name, problem: 'too-much'}];
    const content = isHuge ? undefined : unpack(entry);
    if (content) findings.push(...(await read(content, nameOf(entry))));
    else findings.push({name: `${name}／${nameOf(entry)}`, problem: isHuge ? 'too-large' : 'too-much'});
  }
  return findings.length ? findings : [{name, problem: 'not-a-notice'}];
}
