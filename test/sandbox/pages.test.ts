import assert from 'node:assert/strict';
import {mkdirSync, writeFileSync} from 'node:fs';
import {request} from 'node:http';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {brotliDecompressSync, gunzipSync} from 'node:zlib';
import {createSandbox} from '../../demo/sandbox/index.js';
import {createDemo, listen, type DemoServer} from '../../demo/server.js';
import {createStaticFiles} from '../../demo/static-files.js';
import {temporaryFolder} from './support/data-directory.js';

const script = 'export const words = "電子保証";\n'.repeat(200);

describe('static files', () => {
  const folder = temporaryFolder();
  after(folder.remove);
  mkdirSync(join(folder.path, 'cdn/chunks'), {recursive: true});
  writeFileSync(join(folder.path, 'secret.js'), 'secret');
  writeFileSync(join(folder.path, 'cdn/.hidden.js'), 'secret');
  writeFileSync(join(folder.path, 'cdn/source.ts'), 'secret');
  writeFileSync(join(folder.path, 'cdn/surety-elements.js'), script);
  writeFileSync(join(folder.path, 'cdn/chunks/client-AbCd1234.js'), script);
  const serve = createStaticFiles([
    {path: '/cdn/', folder: join(folder.path, 'cdn'), files: ['.js'], shared: true},
  ]);
  const get = (path: string, headers: Record<string, string> = {}) =>
    serve(new Request(`http://localhost${path}`, {headers}));

  it('come compressed as the browser can take them', async () => {
    for (const [accepted, encoding, decompress] of [
      ['gzip, deflate, br', 'br', brotliDecompressSync],
      ['gzip', 'gzip', gunzipSync],
      ['br;q=0, gzip', 'gzip', gunzipSync],
    ] as const) {
      const response = await get('/cdn/surety-elements.js', {'Accept-Encoding': accepted});
      assert.equal(response?.headers.get('Content-Encoding'), encoding);
      const bytes = Buffer.from((await response?.arrayBuffer()) ?? []);
      assert.ok(bytes.byteLength < script.length / 10);
      assert.equal(response?.headers.get('Content-Length'), String(bytes.byteLength));
      assert.equal(decompress(bytes).toString('utf8'), script);
    }
    const plain = await get('/cdn/surety-elements.js');
    assert.equal(plain?.headers.get('Content-Encoding'), null);
    assert.equal(await plain?.text(), script);
    assert.equal(plain?.headers.get('Vary'), 'Accept-Encoding');
  });

  it('are kept for ever when their name holds a hash, else asked about', async () => {
    const chunk = await get('/cdn/chunks/client-AbCd1234.js');
    assert.equal(chunk?.headers.get('Cache-Control'), 'public, max-age=31536000, immutable');
    const entry = await get('/cdn/surety-elements.js');
    assert.equal(entry?.headers.get('Cache-Control'), 'no-cache');
    const tag = entry?.headers.get('ETag') ?? '';
    assert.equal((await get('/cdn/surety-elements.js', {'If-None-Match': tag}))?.status, 304);
    writeFileSync(join(folder.path, 'cdn/surety-elements.js'), `${script}//`);
    assert.equal((await get('/cdn/surety-elements.js', {'If-None-Match': tag}))?.status, 200);
    writeFileSync(join(folder.path, 'cdn/surety-elements.js'), script);
  });

  it('may be loaded by partners of other origins', async () => {
    const response = await get('/cdn/surety-elements.js');
    assert.equal(response?.headers.get('Access-Control-Allow-Origin'), '*');
    assert.equal(response?.headers.get('Cross-Origin-Resource-Policy'), 'cross-origin');
  });

  it('never lead out of their folder, nor to hidden files or sources', async () => {
    for (const path of [
      '/cdn/.hidden.js',
      '/cdn/source.ts',
      '/cdn/chunks',
      '/cdn/',
      '/cdn//secret.js',
      '/cdn/..%2fsecret.js',
      '/cdn/%2e%2e/secret.js',
      '/cdn/chunks/..%5c..%5csecret.js',
      '/secret.js',
    ]) {
      assert.equal(await get(path), undefined, path);
    }
  });
});

describe('the demo server', () => {
  let server: DemoServer | undefined;
  before(async () => {
    server = await listen(createDemo(createSandbox()), 0);
  });
  after(() => server?.close());
  const raw = (path: string) =>
    new Promise<number | undefined>((resolve, reject) =>
      request({port: server?.port, path}, response => (response.resume(), resolve(response.statusCode)))
        .on('error', reject)
        .end(),
    );

  it('sends every page with a strict Content-Security-Policy', async () => {
    const response = await fetch(`http://localhost:${server?.port}/embed.html`);
    const policy = response.headers.get('Content-Security-Policy') ?? '';
    for (const part of [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "base-uri 'none'",
      "require-trusted-types-for 'script'",
    ]) {
      assert.ok(policy.includes(part), part);
    }
    assert.ok(!policy.includes('unsafe'));
    assert.equal(response.headers.get('Referrer-Policy'), 'no-referrer');
    assert.equal(response.headers.get('X-Content-Type-Options'), 'nosniff');
    assert.equal(response.headers.get('Cross-Origin-Opener-Policy'), 'same-origin');
  });

  it('answers the API beside the pages', async () => {
    const health = await fetch(`http://localhost:${server?.port}/healthz`);
    assert.deepEqual(await health.json(), {status: 'ok', store: 'memory'});
    const banks = await fetch(`http://localhost:${server?.port}/v1/banks`, {
      headers: {'Accept-Encoding': 'gzip'},
    });
    assert.equal(banks.headers.get('Content-Encoding'), 'gzip');
    assert.equal(((await banks.json()) as {items: unknown[]}).items.length, 1_146);
  });

  it('gives away neither its sources nor its data, however the path is written', async () => {
    for (const path of [
      '/start.ts',
      '/../package.json',
      '/..%2fpackage.json',
      '/sandbox/index.ts',
      '/sandbox/data/obligees.json',
      '/.data/secret.key',
      '/cdn/../../package.json',
      '/%2e%2e/package.json',
      '/pages/..%2f..%2fpackage.json',
    ]) {
      assert.equal(await raw(path), 404, path);
    }
  });
});
