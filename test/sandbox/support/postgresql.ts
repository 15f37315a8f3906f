import {execFileSync, type ExecFileSyncOptions} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import {createServer, type AddressInfo} from 'node:net';
import {once} from 'node:events';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {findPostgresql, installMissing, systemPackages} from '../../support/system-packages.js';

const isRoot = process.getuid?.() === 0;
const quiet: ExecFileSyncOptions = {stdio: ['ignore', 'ignore', 'pipe']};

/** A PostgreSQL server of the test's own, in a temporary folder; installed first where it is missing. */
export async function startPostgresql(): Promise<{url: string; dump(): string; stop(): void}> {
  installMissing(systemPackages.filter(({name}) => name === 'postgresql'));
  const bin = findPostgresql();
  if (!bin)
    throw new Error('These tests need PostgreSQL 15 or later; the package "postgresql" here is older.');
  const folder = mkdtempSync(join(tmpdir(), 'surety-postgresql-'));
  const data = join(folder, 'data');
  // initdb refuses to run as root.
  if (isRoot) execFileSync('chown', ['postgres', folder]);
  const run = (program: string, ...args: string[]) => {
    const command = join(bin, program);
    const [file, ...rest] = isRoot
      ? ['runuser', '-u', 'postgres', '--', command, ...args]
      : [command, ...args];
    return execFileSync(file ?? command, rest, {...quiet, cwd: folder, stdio: ['ignore', 'pipe', 'pipe']});
  };
  const port = await freePort();
  run('initdb', '-D', data, '-U', 'surety', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync');
  const options = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=off`;
  run('pg_ctl', '-D', data, '-w', '-l', join(folder, 'log'), '-o', options, 'start');
  const url = `postgresql://surety@127.0.0.1:${port}/postgres`;
  return {
    url,
    dump: () => run('pg_dump', '--inserts', url).toString('utf8'),
    stop() {
      run('pg_ctl', '-D', data, '-m', 'immediate', 'stop');
      rmSync(folder, {recursive: true, force: true});
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const {port} = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
