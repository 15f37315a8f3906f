import {readFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import {buildGlyphs} from '../../src/pdf/glyphs/build.js';

const folder = new URL('../../dist/glyphs/', import.meta.url);

/** Address that tests give as `glyphBase`; nothing is there but `glyphFileFetch`. */
export const testGlyphBase = 'https://glyphs.test/any/folder';

/** Makes the glyph files if they are not there yet. */
export async function prepareGlyphFiles(): Promise<void> {
  await buildGlyphs(fileURLToPath(folder));
}

/** A `fetch` that reads glyph files from disk, and notes what was asked for; glyphs are kept for each base, so a new one is a first visit. */
export function glyphFileFetch(base = testGlyphBase) {
  const fetched: {path: string; bytes: number}[] = [];
  const fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    init?.signal?.throwIfAborted();
    const path = new Request(input).url.slice(base.length + 1);
    const bytes = await readFile(new URL(path, folder)).catch(() => undefined);
    if (!bytes) return new Response('Not found', {status: 404});
    fetched.push({path, bytes: bytes.length});
    return new Response(new Uint8Array(bytes));
  };
  return {fetch, fetched};
}
