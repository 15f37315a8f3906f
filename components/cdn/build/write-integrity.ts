// Writes what a page needs to hold the scripts to their hashes: `npx tsx components/cdn/build/write-integrity.ts`.
// SURETY_CDN_URL names the folder in the snippets, e.g. https://cdn.example.jp/surety-elements/0.1.0/.
import {copyFile, cp, writeFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import {VERSION} from '../../../src/version.js';
import {hashFolder, snippet, type Base, type Embedding} from './integrity.js';

const dist = fileURLToPath(new URL('../../../dist/', import.meta.url));

const isSandbox = (file: string) => /^sandbox(\.js|\/)/.test(file);

const snippets: Record<string, Embedding> = {
  'snippet.html': {
    entry: 'surety-elements.js',
    about: 'The small loader: it fetches the code of an element when its tag is on the page.',
    fetchesLater: file => file.startsWith('chunks/') || isSandbox(file),
  },
  'snippet.bundle.html': {
    entry: 'surety-elements.bundle.js',
    about: 'All elements in one file; only PDF and environment="mock" are fetched later.',
    fetchesLater: file => file.startsWith('later/') || isSandbox(file),
  },
};

function readBase(url = './'): Base {
  return url.endsWith('/') ? (url as Base) : `${url}/`;
}

async function writeIntegrity(): Promise<void> {
  await copyFile(fileURLToPath(new URL('../shell.css', import.meta.url)), `${dist}cdn/shell.css`);
  await cp(fileURLToPath(new URL('../../themes', import.meta.url)), `${dist}cdn/themes`, {recursive: true});
  const scripts = await hashFolder(`${dist}cdn`);
  const glyphs = await hashFolder(`${dist}glyphs`, 'glyphs/');
  const isFetched = (file: string) => /\.(js|css)$/.test(file);
  const files = {
    ...Object.fromEntries(Object.entries(scripts).filter(([file]) => isFetched(file))),
    ...glyphs,
  };
  await writeFile(`${dist}cdn/sri.json`, `${JSON.stringify({version: VERSION, files}, undefined, 2)}\n`);
  for (const [name, embedding] of Object.entries(snippets)) {
    await writeFile(`${dist}cdn/${name}`, snippet(embedding, files, readBase(process.env.SURETY_CDN_URL)));
  }
}

await writeIntegrity();
