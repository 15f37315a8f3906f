import {readdir, readFile} from 'node:fs/promises';
import {join, relative} from 'node:path';
import {createSandbox} from '../../../demo/sandbox/index.js';
import type {Served} from '../harness/server.js';
import {at, buildKit, bundle} from '../harness/build.js';
import {hostPage} from './contestants.js';

async function readFolder(folder: string, under: string): Promise<[string, Buffer][]> {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true});
  const paths = entries.filter(entry => entry.isFile()).map(({parentPath, name}) => join(parentPath, name));
  return Promise.all(
    paths.map(async (path): Promise<[string, Buffer]> => [
      `${under}/${relative(folder, path)}`,
      await readFile(path),
    ]),
  );
}

/** The one-file script takes two builds, so it is taken as `npm run build:cdn` left it. */
async function oneFile(): Promise<[string, Buffer][]> {
  const script = await readFile(at('dist/cdn/surety-elements.bundle.js')).catch(() => undefined);
  return script ? [['/bundle/surety-elements.bundle.js', script]] : [];
}

async function nativeFiles(): Promise<[string, Buffer][]> {
  const [html, css, script] = await Promise.all([
    readFile(at('test/bench/native/index.html')),
    bundleStyles(),
    bundle(at('test/bench/native/form.ts')),
  ]);
  return [
    ['/native/index.html', html],
    ['/native/form.css', css],
    ['/native/form.js', Buffer.from(script)],
  ];
}

/** White space and comments out: the sheet has no strings in which they would matter. */
async function bundleStyles(): Promise<Buffer> {
  const text = await readFile(at('test/bench/native/form.css'), 'utf8');
  return Buffer.from(
    text
      .replace(/\s+/g, ' ')
      .replace(/ ?([{};,]) ?/g, '$1')
      .replaceAll(': ', ':'),
  );
}

/** The reference API with a signed-in contractor; what is only read is asked for once and kept. */
async function readApi(): Promise<Served['api']> {
  const sandbox = createSandbox();
  const {token} = await sandbox.signIn('contractor');
  const kept = new Map<string, Promise<Response>>();
  const ask = (request: Request) => {
    request.headers.set('Authorization', `Bearer ${token}`);
    return sandbox.fetch(request);
  };
  return async request => {
    if (request.method !== 'GET') return ask(request);
    const {pathname, search} = new URL(request.url);
    const answer = kept.get(pathname + search) ?? ask(request);
    kept.set(pathname + search, answer);
    return (await answer).clone();
  };
}

/** Builds the contestants anew. */
export async function prepare(): Promise<Served> {
  const kit = at('.cache/bench/cdn');
  await buildKit(kit);
  const files = await Promise.all([readFolder(kit, '/kit'), oneFile(), nativeFiles()]);
  return {
    files: new Map([
      ...files.flat(),
      ['/kit/index.html', Buffer.from(hostPage('surety-elements.js'))],
      ['/bundle/index.html', Buffer.from(hostPage('surety-elements.bundle.js'))],
      ['/blank.html', Buffer.from('<!doctype html><html lang="ja"><title>blank</title><body></body></html>')],
    ]),
    api: await readApi(),
  };
}
