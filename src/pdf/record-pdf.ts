import {layOutRecord, recordTexts, type RecordSheet} from './record-page.js';
import {newDocument, writePdf} from './pdf-pages.js';
import {textUnits} from './text-units.js';
import {loadTypeface} from './typeface.js';

/** Options of making the PDF of a record. */
export interface RecordPdfOptions {
  /** URL of the folder with the glyph files; see `glyphBase()`. */
  readonly glyphBase: string | URL;
  readonly fetch?: typeof globalThis.fetch;
  readonly signal?: AbortSignal;
}

/**
 * Makes the PDF of a record, of as many A4 pages as it takes. Fetches code and glyphs. The same record gives the same bytes.
 * @throws {GlyphLoadError} When glyphs cannot be fetched.
 * @throws {DOMException} `AbortError` after an abort.
 */
export async function createRecordPdf(
  sheet: RecordSheet,
  {glyphBase, fetch, signal}: RecordPdfOptions,
): Promise<{bytes: Uint8Array<ArrayBuffer>; missing: string[]}> {
  const [doc, typeface] = await Promise.all([
    newDocument(),
    loadTypeface(recordTexts(sheet).flatMap(textUnits), glyphBase, {fetch, signal}),
  ]);
  signal?.throwIfAborted();
  const {title, number, day} = sheet;
  const description = {title: `${title} ${number}`, day, identity: `${title} ${number} ${day}`};
  const bytes = writePdf(doc, layOutRecord(sheet, typeface), typeface, description);
  return {bytes, missing: typeface.missing};
}
