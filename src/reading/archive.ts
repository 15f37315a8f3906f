import {LARGEST_FILE, type Allowance} from './limits.js';
import type {Finding} from './finding.js';
import {unpack, zipEntries, type ZipEntry} from './zip-entries.js';

const AES = 99;
const isPeoples = ({path}: ZipEntry) => !path.endsWith('/') && !/(?:^|\/)(?:__MACOSX|\.)/.test(path);
const nameOf = ({path}: ZipEntry) => path.split('/').at(-1) ?? path;

/** Reads the files of a ZIP archive, each as if it had been dropped itself. */
export async function readArchive(
  bytes: Uint8Array,
  name: string,
  read: (bytes: Uint8Array<ArrayBuffer>, name: string) => Promise<Finding[]>,
  left: Allowance,
): Promise<Finding[]> {
  const entries = zipEntries(bytes).filter(isPeoples);
  if (entries.some(({isLocked, method}) => isLocked || method === AES)) return [{name, problem: 'encrypted'}];
  const findings: Finding[] = [];
  for (const entry of entries) {
    // By what it says first, so that nothing too large is begun; then by what it is.
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
