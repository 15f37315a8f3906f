import {createAdaptorServer} from '@hono/node-server';
import {Hono} from 'hono';
import {compress} from 'hono/compress';
import type {Server} from 'node:http';
import {fileURLToPath} from 'node:url';
import type {Sandbox} from './sandbox/index.js';
import {SentenceError} from './sandbox/store/sentence-error.js';
import {createStaticFiles, type Mount} from './static-files.js';

const GRACE_MS = 5_000;

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const glyphFiles = ['.bin', '.json', '.txt', '.js'];

/** What is served where; the first match counts. */
const mounts: readonly Mount[] = [
  {path: '/cdn/glyphs/', folder: at('dist/glyphs'), files: glyphFiles, shared: true},
  {path: '/glyphs/', folder: at('dist/glyphs'), files: glyphFiles, shared: true},
  {path: '/cdn/', folder: at('dist/cdn'), files: ['.js', '.css', '.json', '.map'], shared: true},
  {path: '/pages/', folder: at('dist/demo'), files: ['.js', '.map']},
  {path: '/assets/', folder: at('demo/assets'), files: ['.css', '.svg', '.png']},
  {path: '/', folder: at('demo'), files: ['.html', '.css', '.svg', '.png']},
];

const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  'frame-src blob:',
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

const securityHeaders: Record<string, string> = {
  'Content-Security-Policy': contentSecurityPolicy,
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=()',
};

/** Pages, scripts and the API of one server as one `fetch`. */
export function createDemo(sandbox: Pick<Sandbox, 'fetch'>): Hono {
  const app = new Hono();
  const staticFiles = createStaticFiles(mounts);
  app.use('*', async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(securityHeaders)) context.res.headers.set(name, value);
  });
  // Only lists that are the same for everybody: compressing secrets beside what somebody else chose tells about them.
  for (const path of ['/v1/banks', '/v1/banks/*', '/v1/obligees', '/v1/openapi.json'])
    app.use(path, compress());
  app.all('/v1/*', context => sandbox.fetch(context.req.raw));
  app.get('/healthz', context => sandbox.fetch(context.req.raw));
  app.get('*', async context => (await staticFiles(context.req.raw)) ?? context.notFound());
  app.notFound(context => context.text('このページはありません。', 404));
  return app;
}

/** A server that listens. */
export interface DemoServer {
  port: number;
  /** Lets running requests end, up to a limit, then stops. */
  close(): Promise<void>;
}

/**
 * Listens on a port; 0 takes any free one.
 * @throws {SentenceError} when the port cannot be had.
 */
export async function listen(app: Hono, port: number): Promise<DemoServer> {
  const server = createAdaptorServer({fetch: app.fetch}) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(new SentenceError(portSentence(error, port))),
    );
    server.listen(port, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeIdleConnections();
        setTimeout(() => server.closeAllConnections(), GRACE_MS).unref();
      }),
  };
}

function portSentence({code}: NodeJS.ErrnoException, port: number): string {
  if (code === 'EADDRINUSE') {
    return `PORT の ${port} 番は別のプログラムが使っています。そのプログラムを止めるか、別の番号を PORT に指定してください。`;
  }
  return `PORT の ${port} 番では待ち受けできません。1024 以上の別の番号を PORT に指定してください。`;
}
