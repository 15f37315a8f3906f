// Writes dist/cdn/LICENSES.txt: the licences of everything that the scripts beside it hold, as their authors ask for.
import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const cdn = path.join(root, 'dist/cdn');

/** The packages whose code stands in the scripts, after their source maps. */
export function bundledPackages(folder: string): string[] {
  const names = new Set<string>();
  for (const file of readdirSync(folder, {recursive: true, encoding: 'utf8'})) {
    if (!file.endsWith('.js.map')) continue;
    const {sources} = JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as {sources: string[]};
    for (const source of sources) {
      const [, name] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source) ?? [];
      if (name) names.add(name);
    }
  }
  return [...names].sort();
}

/** What a package says of itself: its licence's name, and the text where it brings one. */
export function licenceOf(name: string): string {
  const folder = path.join(root, 'node_modules', name);
  const {version, license} = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    version: string;
    license?: string;
  };
  const file = readdirSync(folder).find(each => /^licen[cs]e(\.\w+)?$/i.test(each));
  const text = file ? readFileSync(path.join(folder, file), 'utf8').trim() : '';
  if (!license && !text) throw new Error(`${name} says nothing of its licence.`);
  return `${name} ${version} (${license ?? 'see below'})\n\n${text}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!existsSync(cdn)) throw new Error('dist/cdn is missing; run npm run build:cdn.');
  const own = readFileSync(path.join(root, 'LICENSE'), 'utf8').trim();
  const parts = [`surety-elements\n\n${own}`, ...bundledPackages(cdn).map(licenceOf)];
  writeFileSync(path.join(cdn, 'LICENSES.txt'), `${parts.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`);
}
