let base: URL | undefined;

/**
 * Says where the page serves the glyph files (`dist/glyphs/` of the package); a URL of a folder, with or without the last slash.
 * Needed where a bundler has moved the code away from them.
 */
export function setGlyphBase(url: string | URL): void {
  base = folderUrl(url);
}

/** Where the files lie unless the page said otherwise: beside the code that asks. The first suggestion counts. */
export function suggestGlyphBase(url: string | URL): void {
  base ??= folderUrl(url);
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
