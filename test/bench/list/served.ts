import {readdir, readFile} from 'node:fs/promises';
import {join, relative} from 'node:path';
import type {Served} from '../harness/server.js';
import {at, buildKit, bundle} from '../harness/build.js';
import {pages} from './contestants.js';

const html = (body: string, head = '') => `<!doctype html>
<html lang="ja">
  <head>
    <meta charset="utf-8" />
    <title>保証契約一覧</title>
    ${head}
  </head>
  <body>
    ${body}
  </body>
</html>
`;

const script = (name: string) => `<script type="module" src="/list/${name}.js"></script>`;
const sheet = (name: string) => `<link rel="stylesheet" href="/list/${name}.css" />`;

async function contestant(name: string, entry: string, styles?: string): Promise<[string, Buffer][]> {
  const page = html(
    `<label>検索 <input type="search" /></label><div class="box"></div>${script(name)}`,
    `${sheet('list')}${styles ? sheet(name) : ''}`,
  );
  return [
    [`/list/${name}.html`, Buffer.from(page)],
    [`/list/${name}.js`, Buffer.from(await bundle(at(`test/bench/list/pages/${entry}.ts`)))],
    ...(styles ? [[`/list/${name}.css`, await readFile(at(styles))] as [string, Buffer]] : []),
  ];
}

async function kitFiles(): Promise<[string, Buffer][]> {
  const folder = at('.cache/bench/cdn');
  await buildKit(folder);
  const entries = await readdir(folder, {recursive: true, withFileTypes: true});
  const paths = entries.filter(entry => entry.isFile()).map(({parentPath, name}) => join(parentPath, name));
  const page = html(
    `<surety-contract-list api-base="/v1"></surety-contract-list>${script('surety-elements')}`,
    '<script type="module" src="/kit/surety-elements.js"></script>',
  );
  return [
    ['/list/surety-elements.html', Buffer.from(page)],
    ['/list/surety-elements.js', Buffer.from(await bundle(at('test/bench/list/pages/kit.ts')))],
    ...(await Promise.all(
      paths.map(async (path): Promise<[string, Buffer]> => [
        `/kit/${relative(folder, path)}`,
        await readFile(path),
      ]),
    )),
  ];
}

/** Builds the contestants anew; nobody asks an API for anything. */
export async function prepare(): Promise<Served> {
  const others = Object.entries(pages).map(([name, {entry, styles}]) => contestant(name, entry, styles));
  const files = await Promise.all([kitFiles(), ...others]);
  return {
    files: new Map([
      ...files.flat(),
      ['/list/list.css', await readFile(at('test/bench/list/pages/list.css'))],
    ]),
    api: () => Promise.resolve(new Response(null, {status: 404})),
  };
}
