import {createHash} from 'node:crypto';
import {readFile, stat} from 'node:fs/promises';
import {extname, join} from 'node:path';
import {promisify} from 'node:util';
import {brotliCompress, constants, gzip} from 'node:zlib';

/** A folder that is served below a path. `files` are the only endings that leave it. */
export interface Mount {
  path: string;
  folder: string;
  files: readonly string[];
  /** Partners' pages on other origins load it. */
  shared?: boolean;
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.bin': 'application/octet-stream',
};
/** Compressed inside already. */
const incompressible = new Set(['.png', '.woff2', '.bin']);
const MIN_BYTES = 512;
/** Brotli's last levels are worth their time for what is compressed once and sent often. */
const BEST_UP_TO_BYTES = 400_000;

type Encoding = 'br' | 'gzip' | 'identity';
interface Variant {
  changedAt: number;
  body: Buffer<ArrayBuffer>;
  /** Not what was asked for where the file is too small to gain. */
  encoding: Encoding;
  tag: string;
}

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Serves files, compressed once and kept; undefined where there is none. */
export function createStaticFiles(mounts: readonly Mount[]) {
  const variants = new Map<string, Promise<Variant>>();

  /** Reads and compresses a file once per state of it, however many ask at the same time. */
  async function load(file: string, encoding: Encoding): Promise<Variant | undefined> {
    const info = await stat(file).catch(() => undefined);
    if (!info?.isFile()) return undefined;
    const key = `${encoding} ${file}`;
    const known = await variants.get(key);
    if (known?.changedAt === info.mtimeMs) return known;
    const loading = read(file, encoding, info.mtimeMs);
    variants.set(key, loading);
    loading.catch(() => variants.delete(key));
    return loading;
  }

  return async (request: Request): Promise<Response | undefined> => {
    const {pathname} = new URL(request.url);
    const found = locate(mounts, pathname);
    if (!found || (request.method !== 'GET' && request.method !== 'HEAD')) return undefined;
    const extension = extname(found.file);
    const encoding = chooseEncoding(request.headers.get('Accept-Encoding'), extension);
    const variant = await load(found.file, encoding);
    if (!variant) return undefined;
    const headers = headersFor(found.mount, pathname, extension);
    headers.set('ETag', variant.tag);
    if (request.headers.get('If-None-Match') === variant.tag)
      return new Response(null, {status: 304, headers});
    if (variant.encoding !== 'identity') headers.set('Content-Encoding', variant.encoding);
    headers.set('Content-Length', String(variant.body.byteLength));
    return new Response(request.method === 'HEAD' ? null : variant.body, {headers});
  };
}

/** Names are letters, digits and `-_.`, none begins with a dot: so no path leads out of its folder. */
function locate(mounts: readonly Mount[], pathname: string): {mount: Mount; file: string} | undefined {
  const path = pathname === '/' ? '/index.html' : pathname;
  const mount = mounts.find(candidate => path.startsWith(candidate.path));
  if (!mount) return undefined;
  const rest = path.slice(mount.path.length);
  if (!/^(?:[\w-][\w.-]*\/)*[\w-][\w.-]*$/.test(rest) || !mount.files.includes(extname(rest)))
    return undefined;
  return {mount, file: join(mount.folder, rest)};
}

function chooseEncoding(accepted: string | null, extension: string): Encoding {
  if (!accepted || incompressible.has(extension)) return 'identity';
  if (/\bbr\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/.test(accepted)) return 'br';
  return /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/.test(accepted) ? 'gzip' : 'identity';
}

function headersFor({shared}: Mount, pathname: string, extension: string): Headers {
  const hashed = /\/chunks\/.*-[\w-]{8,}\.js$|\/glyphs\/[0-9a-f]{10}\//.test(pathname);
  const headers = new Headers({
    'Content-Type': types[extension] ?? 'application/octet-stream',
    'Cache-Control': hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    'Cross-Origin-Resource-Policy': shared ? 'cross-origin' : 'same-origin',
    Vary: 'Accept-Encoding',
  });
  if (shared) headers.set('Access-Control-Allow-Origin', '*');
  return headers;
}

async function read(file: string, wanted: Encoding, changedAt: number): Promise<Variant> {
  const plain = await readFile(file);
  const encoding = plain.byteLength < MIN_BYTES ? 'identity' : wanted;
  const body = await compress(plain, encoding);
  const tag = `"${createHash('sha256').update(encoding).update(plain).digest('base64url').slice(0, 22)}"`;
  return {changedAt, body: Buffer.from(body), encoding, tag};
}

async function compress(plain: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'identity') return plain;
  if (encoding === 'gzip') return zip(plain, {level: 9});
  const quality = plain.byteLength <= BEST_UP_TO_BYTES ? 11 : 9;
  return brotli(plain, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_SIZE_HINT]: plain.byteLength,
    },
  });
}
