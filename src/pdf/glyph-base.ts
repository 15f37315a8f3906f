let base: URL | undefined;

/**
 * Sets the URL of the folder with the glyph files (`dist/glyphs/` of the package), with or without the last slash.
 * Needed where a bundler has moved the code away from them.
 */
export function setGlyphBase(url: string | URL): void {
  base = folderUrl(url);
}

/** Sets the folder unless the page or an earlier suggestion has set it. */
export function suggestGlyphBase(url: string | URL): void {
  base ??= folderUrl(url);
}

/**
 * Returns the folder of the glyph files, with its last slash.
 * @throws {Error} When no folder was set.
 */
export function glyphBase(): URL {
  if (!base) {
    throw new Error('The glyph files are not set up: call setGlyphBase() with the address of dist/glyphs/.');
  }
  return base;
}

/** Returns the URL of a folder with its last slash, so that names can be resolved against it. */
export function folderUrl(url: string | URL): URL {
  const absolute = new URL(url, globalThis.document?.baseURI);
  if (!absolute.pathname.endsWith('/')) absolute.pathname += '/';
  return absolute;
}
