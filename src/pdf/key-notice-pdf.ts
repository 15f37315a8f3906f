import type {jsPDF} from 'jspdf';
import type {KeyNotice} from '../schemas/key-notice.js';
import {FontSubset} from './font-subset.js';
import {layOutNotice, noticeTexts} from './notice-page.js';
import type {Mark, TextMark} from './page-blocks.js';
import {carried, installFont, internals} from './pdf-font.js';
import {textUnits} from './text-units.js';
import {loadTypeface} from './typeface.js';

/** Where glyphs come from, and how they are fetched. */
export interface KeyNoticePdfOptions {
  /** Folder of the glyph files; see `glyphBase()`. */
  readonly glyphBase: string | URL;
  readonly fetch?: typeof globalThis.fetch;
  readonly signal?: AbortSignal;
}

/** A finished notice: the bytes are a PDF of one A4 page. */
export interface KeyNoticePdf {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** `認証キーのお知らせ_<保証契約番号>.pdf` */
  readonly fileName: string;
  /** Characters that no font can draw as they are, each once; the page shows 〓 or the plain form, copied text is still right. */
  readonly missing: string[];
}

/**
 * Makes the key notice as a PDF of one A4 page; code and glyphs are fetched here, side by side. The same notice gives the same bytes.
 * Rejects with a `GlyphLoadError` if glyphs cannot be had, and with an `AbortError` after an abort.
 */
export async function createKeyNoticePdf(
  notice: KeyNotice,
  {glyphBase, fetch, signal}: KeyNoticePdfOptions,
): Promise<KeyNoticePdf> {
  const units = noticeTexts(notice).flatMap(textUnits);
  const [{jsPDF}, typeface] = await Promise.all([
    import('jspdf'),
    loadTypeface(units, glyphBase, {fetch, signal}),
  ]);
  signal?.throwIfAborted();
  const marks = layOutNotice(notice, typeface);
  const doc = new jsPDF({
    unit: 'pt',
    format: 'a4',
    compress: true,
    putOnlyUsedFonts: true,
    floatPrecision: 2,
  });
  const subset = new FontSubset(marks.filter(isText), typeface);
  describe(doc, notice);
  installFont(doc, subset);
  for (const mark of marks) draw(doc, mark, subset);
  return {
    bytes: finish(doc),
    fileName: `認証キーのお知らせ_${notice.contractNumber}.pdf`,
    missing: typeface.missing,
  };
}

const isText = (mark: Mark): mark is TextMark => mark.kind === 'text';

/** Title, language and identity, from the notice alone: neither the clock nor chance may show in the file. */
function describe(doc: jsPDF, {contractNumber, issuedOn, wording}: KeyNotice): void {
  const day = issuedOn.replaceAll('-', '');
  doc.setProperties({title: `${wording.title} ${contractNumber}`});
  doc.setCreationDate(`D:${day}000000+09'00'`);
  doc.setFileId(fingerprint(`${contractNumber} ${issuedOn}`));
  doc.setDisplayMode('fullpage', 'single');
  const {events, write} = internals(doc);
  events.subscribe('putCatalog', () => write('/Lang (ja-JP) /ViewerPreferences <</DisplayDocTitle true>>'));
}

/** 32 hexadecimal digits made from a text (FNV-1a, four seeds); it identifies, it protects nothing. */
function fingerprint(text: string): string {
  const words = [0x811c9dc5, 0x01000193, 0xcbf29ce4, 0x84222325].map(seed => {
    let sum = seed;
    for (let index = 0; index < text.length; index++)
      sum = Math.imul(sum ^ text.charCodeAt(index), 0x01000193);
    return (sum >>> 0).toString(16).padStart(8, '0');
  });
  return words.join('');
}

const hairline = 0.4;
const grey = 130;
const round = (points: number) => Math.round(points * 100) / 100;

function draw(doc: jsPDF, mark: Mark, subset: FontSubset): void {
  const [x, y] = [round(mark.x), round(mark.y)];
  if (mark.kind === 'text') {
    doc.setFontSize(round(mark.size));
    doc.text(carried(subset.codes(mark)), x, y, {charSpace: round(mark.spacing ?? 0)});
    return;
  }
  doc.setLineWidth(hairline).setDrawColor(grey);
  if (mark.kind === 'rule') doc.line(x, y, round(mark.x + mark.width), y);
  else doc.rect(x, y, round(mark.width), round(mark.height));
}

const versionDigit = '%PDF-1.'.length;

/** jsPDF calls every file PDF 1.3; language and shown title are of 1.4. */
function finish(doc: jsPDF): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(doc.output('arraybuffer'));
  bytes[versionDigit] = '4'.charCodeAt(0);
  return bytes;
}
