import {execFileSync, type ExecFileSyncOptions} from 'node:child_process';
import {existsSync, mkdtempSync, readdirSync, rmSync} from 'node:fs';
import {createServer, type AddressInfo} from 'node:net';
import {once} from 'node:events';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

const isRoot = process.getuid?.() === 0;
const quiet: ExecFileSyncOptions = {stdio: ['ignore', 'ignore', 'pipe']};

/** A PostgreSQL server of the test's own, in a temporary folder; installed first where it is missing. */
export async function startPostgresql(): Promise<{url: string; dump(): string; stop(): void}> {
  const bin = findBinaries() ?? install();
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

function findBinaries(): string | undefined {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root) : [];
  const newest = versions
    .map(Number)
    .filter(version => version >= 15)
    .sort((one, other) => other - one)[0];
  if (newest) return join(root, String(newest), 'bin');
  try {
    return execFileSync('pg_config', ['--bindir'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return undefined;
  }
}

function install(): string {
  const sentence =
    'These tests need PostgreSQL 15 or later: install the package "postgresql" and run them again.';
  if (!isRoot) throw new Error(sentence);
  const env = {...process.env, DEBIAN_FRONTEND: 'noninteractive'};
  try {
    execFileSync('apt-get', ['update', '-q'], {...quiet, env});
    execFileSync('apt-get', ['install', '-q', '-y', '--no-install-recommends', 'postgresql'], {
      ...quiet,
      env,
    });
  } catch (cause) {
    throw new Error(sentence, {cause});
  }
  const bin = findBinaries();
  if (!bin) throw new Error(sentence);
  return bin;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const {port} = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
