import {ConfigError, SuretyError} from '../../src/errors.js';
import {glyphBase} from '../../src/pdf/glyph-base.js';

/**
 * Makes a PDF with the glyph files of the page, until the signal is aborted.
 * @throws {SuretyError} `config` without glyph files, `asset-load` when they or the code cannot be fetched, `aborted`.
 */
export async function whileWanted<File>(
  signal: AbortSignal,
  make: (glyphBase: URL) => Promise<File>,
): Promise<File> {
  const base = readBase();
  try {
    return await make(base);
  } catch (cause) {
    if (signal.aborted) throw new SuretyError('aborted', 'Making the PDF was aborted.', {cause});
    throw new SuretyError('asset-load', 'The PDF could not be made.', {cause});
  }
}

function readBase(): URL {
  try {
    return glyphBase();
  } catch (cause) {
    throw new ConfigError({setting: 'setGlyphBase()'}, {cause});
  }
}
