import {execFileSync, spawnSync} from 'node:child_process';
import {existsSync, readdirSync} from 'node:fs';
import {join} from 'node:path';

/** A Debian package that the tests need, and how one sees that it is there. */
interface SystemPackage {
  readonly name: string;
  readonly isThere: () => boolean;
}

const hasCommand = (command: string) => spawnSync('sh', ['-c', `command -v ${command}`]).status === 0;

/** Folder of the newest PostgreSQL server from 15 on; its client alone, which makes the same folder, does not count. */
export function findPostgresql(root = '/usr/lib/postgresql'): string | undefined {
  const versions = existsSync(root) ? readdirSync(root).map(Number) : [];
  return versions
    .filter(version => version >= 15)
    .sort((one, other) => other - one)
    .map(version => join(root, String(version), 'bin'))
    .find(bin => existsSync(join(bin, 'initdb')));
}

/** What a fresh machine lacks. */
export const systemPackages: readonly SystemPackage[] = [
  {name: 'chromium', isThere: () => Boolean(process.env.CHROMIUM_PATH) || hasCommand('chromium')},
  {name: 'poppler-utils', isThere: () => hasCommand('pdftotext') && hasCommand('pdftoppm')},
  {name: 'qpdf', isThere: () => hasCommand('qpdf')},
  {
    name: 'fonts-noto-cjk',
    isThere: () => existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc'),
  },
  {name: 'postgresql', isThere: () => Boolean(findPostgresql())},
];

/** What only the tests in Firefox need. */
export const firefoxPackages: readonly SystemPackage[] = [
  {name: 'firefox-esr', isThere: () => Boolean(process.env.FIREFOX_PATH) || hasCommand('firefox-esr')},
];

/** What only the tests in WebKitGTK need, which run on demand. */
export const webkitPackages: readonly SystemPackage[] = [
  {name: 'webkit2gtk-driver', isThere: () => hasCommand('WebKitWebDriver')},
  {name: 'xvfb', isThere: () => hasCommand('xvfb-run')},
];

/** Installs what is missing; where that cannot be done, says in one sentence what to do. */
export function installMissing(packages: readonly SystemPackage[] = systemPackages): void {
  const names = packages.filter(({isThere}) => !isThere()).map(({name}) => name);
  if (names.length === 0) return;
  const byHand = `apt-get install -y --no-install-recommends ${names.join(' ')}`;
  if (process.getuid?.() !== 0 || !hasCommand('apt-get')) {
    throw new Error(`The tests need packages of the system that are missing; as root: ${byHand}`);
  }
  console.log(`Installing ${names.join(', ')}`);
  const env = {...process.env, DEBIAN_FRONTEND: 'noninteractive'};
  try {
    execFileSync('apt-get', ['update', '-q'], {stdio: 'inherit', env});
    execFileSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...names], {
      stdio: 'inherit',
      env,
    });
  } catch {
    throw new Error(`apt-get could not install what the tests need; try: ${byHand}`);
  }
}
