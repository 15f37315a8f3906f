let base: URL | undefined;

/**
 * Says where the glyph files (`dist/glyphs/` of the package) are served; a URL of a folder, with or without the last slash.
 * Every entry file calls this with its own address: `setGlyphBase(new URL('../glyphs/', import.meta.url))`.
 * A page that serves the files elsewhere calls it again, after loading the elements.
 */
export function setGlyphBase(url: string | URL): void {
  base = folderUrl(url);
}

/** The folder of the glyph files, always with its last slash. */
export function glyphBase(): URL {
  if (!base) {
    throw new Error('The glyph files are not set up: call setGlyphBase() with the address of dist/glyphs/.');
  }
  return base;
}

/** A folder's URL with its last slash, so that names can be resolved against it. */
export function folderUrl(url: string | URL): URL {
  const absolute = new URL(url, globalThis.document?.baseURI);
  if (!absolute.pathname.endsWith('/')) absolute.pathname += '/';
  return absolute;
}
