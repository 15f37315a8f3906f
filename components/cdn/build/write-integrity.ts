// Writes what a page needs to hold the scripts to their hashes: `npx tsx components/cdn/build/write-integrity.ts`.
// SURETY_CDN_URL names the folder in the snippets, e.g. https://cdn.example.jp/surety-elements/0.2.0/.
import {copyFile, cp, writeFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import {VERSION} from '../../../src/version.js';
import {embeddings} from './embeddings.js';
import {hashFolder, snippet, type Base, type Published} from './integrity.js';

const dist = fileURLToPath(new URL('../../../dist/', import.meta.url));

function readBase(url = './'): Base {
  return url.endsWith('/') ? (url as Base) : `${url}/`;
}

async function writeIntegrity(): Promise<void> {
  await copyFile(fileURLToPath(new URL('../shell.css', import.meta.url)), `${dist}cdn/shell.css`);
  await cp(fileURLToPath(new URL('../../themes', import.meta.url)), `${dist}cdn/themes`, {recursive: true});
  const scripts = await hashFolder(`${dist}cdn`);
  const glyphs = await hashFolder(`${dist}glyphs`, 'glyphs/');
  const isCode = (file: string) => /\.(js|css)$/.test(file);
  const files = {
    ...Object.fromEntries(Object.entries(scripts).filter(([file]) => isCode(file))),
    ...glyphs,
  };
  const published: Published = {version: VERSION, files};
  await writeFile(`${dist}cdn/sri.json`, `${JSON.stringify(published, undefined, 2)}\n`);
  for (const [name, embedding] of Object.entries(embeddings)) {
    await writeFile(`${dist}cdn/${name}`, snippet(embedding, files, readBase(process.env.SURETY_CDN_URL)));
  }
}

await writeIntegrity();
