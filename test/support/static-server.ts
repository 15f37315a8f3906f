import {getRequestListener} from '@hono/node-server';
import {readFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import path from 'node:path';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Pages by address, ahead of the files. */
export type Pages = Readonly<Record<string, string>>;

/** What stands beside the files. */
export interface ServeOptions {
  /** On every answer. */
  headers?: Record<string, string>;
  pages?: Pages;
  /** Answers everything under `/v1`. */
  api?: (request: Request) => Response | Promise<Response>;
}

/** Serves a folder as it is on a free port. */
export async function serveFolder(folder: string, {headers = {}, pages = {}, api}: ServeOptions = {}) {
  const root = path.resolve(folder);
  const answerApi = api && getRequestListener(api);
  const server = createServer((request, response) => {
    const {pathname} = new URL(request.url ?? '/', 'http://localhost');
    if (answerApi && pathname.startsWith('/v1/')) return void answerApi(request, response);
    const file = path.join(root, decodeURIComponent(pathname === '/' ? '/index.html' : pathname));
    const content =
      pages[pathname] ?? (file.startsWith(root) ? readFile(file) : Promise.reject(new Error('outside')));
    Promise.resolve(content).then(
      body => {
        const type =
          types[path.extname(file)] ?? (pathname in pages ? types['.html'] : 'application/octet-stream');
        response.writeHead(200, {'Content-Type': type, ...headers}).end(body);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const {port} = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise<void>(resolve => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
