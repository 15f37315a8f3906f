import {readFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import {buildGlyphs} from '../../src/pdf/glyphs/build.js';

const folder = new URL('../../dist/glyphs/', import.meta.url);

/** Address that the tests give as `glyphBase`; only `fetchGlyphFile` knows it. */
export const testGlyphBase = 'https://glyphs.test/any/folder';

/** Makes the glyph files if they are not there yet. */
export async function prepareGlyphFiles(): Promise<void> {
  await buildGlyphs(fileURLToPath(folder));
}

/** A `fetch` that reads glyph files from disk, and notes what was asked for. */
export function glyphFileFetch() {
  const fetched: {path: string; bytes: number}[] = [];
  const fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    init?.signal?.throwIfAborted();
    const path = String(input).slice(testGlyphBase.length + 1);
    const bytes = await readFile(new URL(path, folder)).catch(() => undefined);
    if (!bytes) return new Response('Not found', {status: 404});
    fetched.push({path, bytes: bytes.length});
    return new Response(new Uint8Array(bytes));
  };
  return {fetch, fetched};
}
