import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

/** An empty folder that `remove` takes away again. */
export function temporaryFolder(): {path: string; remove: () => void} {
  const path = mkdtempSync(join(tmpdir(), 'surety-test-'));
  return {path, remove: () => rmSync(path, {recursive: true, force: true})};
}
