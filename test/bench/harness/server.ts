import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import {extname} from 'node:path';
import {brotliCompressSync, constants} from 'node:zlib';

/** Files by path, and what answers under `/v1`. */
export interface Served {
  files: ReadonlyMap<string, Buffer>;
  api(request: Request): Promise<Response>;
}

/** Milliseconds that every answer of the API takes, whoever asks. */
const API_DELAY_MS = 40;

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/** A file that was asked for, and its size on the wire. */
export interface Fetched {
  path: string;
  bytes: number;
}

/** Serves contestants alike: the same compression, the same headers, the same waits. */
export interface BenchServer {
  origin: string;
  /** Files served since the last call. */
  takeLog(): Fetched[];
  close(): Promise<void>;
}

/** Compressed as a CDN would keep it. */
const brotli = (body: Buffer): Buffer =>
  brotliCompressSync(body, {params: {[constants.BROTLI_PARAM_QUALITY]: 11}});

async function readBody(request: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function toRequest(request: IncomingMessage, origin: string, body: Buffer<ArrayBuffer>): Request {
  const headers = Object.entries(request.headers).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[name, value]] : [],
  );
  return new Request(new URL(request.url ?? '/', origin), {
    method: request.method ?? 'GET',
    headers,
    ...(body.length && {body}),
  });
}

async function relay(answer: Response, response: ServerResponse): Promise<void> {
  const body = Buffer.from(await answer.arrayBuffer());
  response.writeHead(answer.status, {
    'Content-Type': answer.headers.get('Content-Type') ?? 'application/json',
  });
  response.end(body);
}

/** Listens on the first free port of 5800 to 5899. */
async function listen(server: ReturnType<typeof createServer>, port = 5800): Promise<number> {
  const error = await new Promise<NodeJS.ErrnoException | undefined>(resolve => {
    server.once('error', resolve);
    server.listen(port, '127.0.0.1', () => resolve(undefined));
  });
  if (!error) return port;
  if (error.code === 'EADDRINUSE' && port < 5899) return listen(server, port + 1);
  throw error;
}

/** Starts a server for one bench. */
export async function startServer({files, api}: Served): Promise<BenchServer> {
  // What is compressed in itself is served as it is, like on a CDN.
  const isPacked = (path: string) => extname(path) === '.bin';
  const packed = new Map([...files].map(([path, body]) => [path, isPacked(path) ? body : brotli(body)]));
  const log: Fetched[] = [];
  let origin = '';

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const {pathname} = new URL(request.url ?? '/', 'http://bench');
    if (pathname.startsWith('/v1/')) {
      const [reply] = await Promise.all([
        api(toRequest(request, origin, await readBody(request))),
        new Promise(resolve => setTimeout(resolve, API_DELAY_MS)),
      ]);
      return relay(reply, response);
    }
    const body = packed.get(pathname);
    if (body) log.push({path: pathname, bytes: body.length});
    response.writeHead(body ? 200 : pathname === '/favicon.ico' ? 204 : 404, {
      'Content-Type': TYPES[extname(pathname)] ?? 'application/octet-stream',
      'Cache-Control': 'max-age=3600',
      ...(body && !isPacked(pathname) && {'Content-Encoding': 'br'}),
    });
    response.end(body);
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.destroy(error as Error));
  });
  origin = `http://127.0.0.1:${await listen(server)}`;
  return {
    origin,
    takeLog: () => log.splice(0),
    close: () =>
      new Promise(resolve => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
