import assert from 'node:assert/strict';
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {test} from 'node:test';
import {findPostgresql} from '../support/system-packages.js';

test('a PostgreSQL client without its server counts as missing, and the newest server is taken', () => {
  const root = mkdtempSync(join(tmpdir(), 'surety-packages-'));
  try {
    for (const version of ['13', '15', '17', '18']) mkdirSync(join(root, version, 'bin'), {recursive: true});
    assert.equal(findPostgresql(root), undefined);
    for (const version of ['13', '15', '17']) writeFileSync(join(root, version, 'bin', 'initdb'), '');
    assert.equal(findPostgresql(root), join(root, '17', 'bin'));
  } finally {
    rmSync(root, {recursive: true});
  }
});
