import {folderUrl} from './glyph-base.js';
import {GlyphIndex, INDEX_NAME, type GlyphIndexFile} from './glyph-index.js';
import {unpackSlice, type Glyph} from './glyph-slice.js';

/** Options of fetching glyph files. */
export interface FetchOptions {
  readonly fetch?: typeof globalThis.fetch;
  readonly signal?: AbortSignal;
}

/** Thrown when a glyph file could not be fetched or decoded. */
class GlyphLoadError extends Error {
  override readonly name: string = 'GlyphLoadError';
}

/** The glyphs of one folder, fetched slice by slice when they are first needed, and kept. */
export class GlyphStore {
  readonly #base: URL;
  readonly #glyphs = new Map<string, Glyph>();
  readonly #loaded = new Set<string>();
  #index: GlyphIndex | undefined;

  constructor(base: URL) {
    this.#base = base;
  }

  /**
   * The index of the slices.
   * @throws {GlyphLoadError} Before the first `load()`.
   */
  get index(): GlyphIndex {
    if (!this.#index) throw new GlyphLoadError('No glyph was loaded yet.');
    return this.#index;
  }

  /** Returns the glyph of a text of one or two code points, if it was loaded and a font has it. */
  get(text: string): Glyph | undefined {
    return this.#glyphs.get(text);
  }

  /** Fetches the slices that may hold the glyphs of these texts. */
  async load(texts: Iterable<string>, options: FetchOptions): Promise<void> {
    const index = (this.#index ??= await this.#fetchIndex(options));
    const wanted = new Set<string>();
    for (const text of texts) {
      const slice = index.sliceOf(text);
      if (slice && !this.#loaded.has(slice)) wanted.add(slice);
    }
    await Promise.all([...wanted].map(slice => this.#fetchSlice(slice, options)));
  }

  async #fetchIndex(options: FetchOptions): Promise<GlyphIndex> {
    const url = new URL(INDEX_NAME, this.#base);
    const response = await fetchFile(url, options);
    return readOrFail(url, async () => readIndex(await inflate(response)));
  }

  async #fetchSlice(slice: string, options: FetchOptions): Promise<void> {
    const url = new URL(slice, this.#base);
    const response = await fetchFile(url, options);
    const glyphs = await readOrFail(url, async () => unpackSlice(await inflate(response)));
    for (const [text, glyph] of glyphs) this.#glyphs.set(text, glyph);
    this.#loaded.add(slice);
  }
}

const stores = new Map<string, GlyphStore>();

/** Returns the store of a folder, always the same one, so that a second notice fetches only what is new. */
export function glyphStore(base: string | URL): GlyphStore {
  const url = folderUrl(base);
  const store = stores.get(url.href) ?? new GlyphStore(url);
  stores.set(url.href, store);
  return store;
}

async function fetchFile(url: URL, {fetch = globalThis.fetch, signal}: FetchOptions): Promise<Response> {
  const response = await fetch(url, {signal}).catch((cause: unknown) => {
    signal?.throwIfAborted();
    throw new GlyphLoadError(`Could not fetch ${url.href}`, {cause});
  });
  if (!response.ok) throw new GlyphLoadError(`Could not fetch ${url.href}: status ${response.status}`);
  return response;
}

async function readOrFail<Result>(url: URL, read: () => Promise<Result>): Promise<Result> {
  try {
    return await read();
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new GlyphLoadError(`Could not read ${url.href}`, {cause});
  }
}

function readIndex(bytes: Uint8Array): GlyphIndex {
  return new GlyphIndex(JSON.parse(new TextDecoder().decode(bytes)) as GlyphIndexFile);
}

async function inflate(response: Response): Promise<Uint8Array> {
  const {body} = response;
  if (!body) throw new GlyphLoadError('The response has no body.');
  const stream = body.pipeThrough(new DecompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
