import type {Plugin} from 'vite';

/**
 * Bundles of jsPDF only the writer and its compression.
 *
 * The plugins of jsPDF (forms, pictures, HTML, SVG, its own Unicode fonts) attach themselves to its class when the module is
 * evaluated, so a bundler cannot tree-shake them, although a notice calls none. They are three quarters of its bytes: the whole
 * library is 90 KB brotli, and a page may fetch 80 KB for a notice, glyphs included. The plugin takes the readable build of
 * jsPDF, leaves out every statement behind the writer but the compression, and changes no statement that it keeps. It stops the
 * build when jsPDF is put together otherwise, so that an update cannot leave out something else unnoticed.
 *
 * Only scripts that we bundle for pages are built with it. Users of the npm package get the whole library, as published.
 */
export const jspdfWriterOnly: Plugin = {
  name: 'jspdf-writer-only',
  enforce: 'pre',
  resolveId(id, importer) {
    return id === 'jspdf' ? this.resolve('jspdf/dist/jspdf.es.js', importer) : undefined;
  },
  transform: {
    filter: {id: /\/jspdf\.es\.js$/},
    handler(code) {
      return {code: withoutPlugins(code, this.parse(code).body), map: null};
    },
  },
};

interface Statement {
  readonly start: number;
  readonly end: number;
}

/**
 * Returns the writer of jsPDF and its compression, given the module's statements.
 * @throws {Error} When the end of the writer, the compression or the only import of a plugin is not found.
 */
export function withoutPlugins(code: string, statements: readonly Statement[]): string {
  const texts = statements.map(({start, end}) => code.slice(start, end));
  const endOfWriter = texts.findIndex(text => text.startsWith('jsPDF.version ='));
  const compression = texts.filter(text => text.includes('jsPDFAPI.processDataByFilters ='));
  const pictures = texts.filter(text => /^import .* from 'fast-png'/.test(text));
  if (endOfWriter < 0 || compression.length !== 1 || pictures.length !== 1)
    throw new Error(
      'jsPDF is not put together as expected: adapt components/cdn/build/jspdf-writer-only.ts.',
    );
  const writer = texts.slice(0, endOfWriter + 1).filter(text => !pictures.includes(text));
  return [...writer, ...compression, 'export {jsPDF};'].join('\n');
}
