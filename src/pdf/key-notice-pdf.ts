import type {jsPDF} from 'jspdf';
import {noticeDataFileName, noticeDataText} from '../domain/notice-data.js';
import type {KeyNotice} from '../schemas/key-notice.js';
import {compactFile} from './compact-file.js';
import {putDataFiles} from './data-file.js';
import {FontSubset} from './font-subset.js';
import {noticeCode} from './notice-code.js';
import {layOutNotice, noticeTexts, type NoticePage} from './notice-page.js';
import type {CodeMark, Mark, Squares, Tag, TextMark} from './page-blocks.js';
import {PageStructure} from './page-structure.js';
import {carried, installFont} from './pdf-font.js';
import {internals} from './pdf-internals.js';
import {textUnits} from './text-units.js';
import {loadTypeface} from './typeface.js';

/** Where glyphs come from, and how they are fetched. */
export interface KeyNoticePdfOptions {
  /** Folder of the glyph files; see `glyphBase()`. */
  readonly glyphBase: string | URL;
  /** Whether the QR code and the data file hold the key too; without it they hold the number alone. */
  readonly machineReadableKey?: boolean;
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
  /** The QR code on the page. */
  readonly code: Squares;
}

/** Several notices in one file, a page each. */
export interface KeyNoticesPdf extends Omit<KeyNoticePdf, 'fileName' | 'code'> {
  /** The QR codes, in the order of the notices. */
  readonly codes: readonly Squares[];
}

/**
 * Makes the key notice as a PDF of one A4 page; code and glyphs are fetched here, side by side. The same notice gives the same bytes.
 * Rejects with a `GlyphLoadError` if glyphs cannot be had, and with an `AbortError` after an abort.
 */
export async function createKeyNoticePdf(
  notice: KeyNotice,
  options: KeyNoticePdfOptions,
): Promise<KeyNoticePdf> {
  const {bytes, missing, codes} = await createKeyNoticesPdf([notice], options);
  const fileName = `認証キーのお知らせ_${notice.contractNumber}.pdf`;
  return {bytes, fileName, missing, code: codes[0] ?? []};
}

/** Makes one PDF of several notices, a page each with one font for all; like `createKeyNoticePdf` otherwise. */
export async function createKeyNoticesPdf(
  notices: readonly KeyNotice[],
  {glyphBase, machineReadableKey = false, fetch, signal}: KeyNoticePdfOptions,
): Promise<KeyNoticesPdf> {
  const pages = notices.map((notice): NoticePage => {
    const {contractNumber, authKey} = notice;
    return {notice, data: {contractNumber, ...(machineReadableKey && {authKey})}};
  });
  const units = pages.flatMap(noticeTexts).flatMap(textUnits);
  const [{jsPDF}, typeface] = await Promise.all([
    import('jspdf'),
    loadTypeface(units, glyphBase, {fetch, signal}),
  ]);
  signal?.throwIfAborted();
  const marks = pages.map(page => layOutNotice(page, typeface));
  const doc = new jsPDF({
    unit: 'pt',
    format: 'a4',
    compress: true,
    putOnlyUsedFonts: true,
    floatPrecision: 2,
  });
  describe(doc, notices);
  drawPages(doc, marks, new FontSubset(marks.flat().filter(isText), typeface));
  enclose(doc, pages);
  const codes = pages.map(({data}) => noticeCode(data));
  return {bytes: compactFile(doc.output()), missing: typeface.missing, codes};
}

/** Puts the data file of each notice into the PDF. */
function enclose(doc: jsPDF, pages: readonly NoticePage[]): void {
  const {write, events} = internals(doc);
  const files = pages.map(({data}) => ({
    name: pages.length > 1 ? noticeDataFileName.replace('.', `-${data.contractNumber}.`) : noticeDataFileName,
    mediaType: 'application/json',
    text: noticeDataText(data),
  }));
  let names = '';
  events.subscribe('postPutResources', () => (names = putDataFiles(internals(doc), files)));
  events.subscribe('putCatalog', () => write(names));
}

const isText = (mark: Mark): mark is TextMark => mark.kind === 'text';

/** Title, language and identity, from the notice alone: neither the clock nor chance may show in the file. */
function describe(doc: jsPDF, notices: readonly KeyNotice[]): void {
  const [first] = notices;
  if (!first) throw new RangeError('There is no notice to set.');
  const {contractNumber, issuedOn, wording} = first;
  const others = notices.length > 1 ? `（ほか${notices.length - 1}件）` : '';
  doc.setProperties({title: `${wording.title} ${contractNumber}${others}`});
  doc.setCreationDate(`D:${issuedOn.replaceAll('-', '')}000000+09'00'`);
  doc.setFileId(fingerprint([...notices.map(each => each.contractNumber), issuedOn].join(' ')));
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
const pageHeight = 841.89;
const round = (points: number) => Math.round(points * 100) / 100;

/** Draws the marks in the order in which they are read, and tells which of them belong together. */
function drawPages(doc: jsPDF, pages: readonly (readonly Mark[])[], subset: FontSubset): void {
  installFont(doc, subset);
  const {write, events} = internals(doc);
  const structure = new PageStructure();
  pages.forEach((marks, page) => {
    if (page > 0) doc.addPage();
    marks.forEach((mark, index) => {
      const tag = tagOf(mark);
      if (index === 0 || tagOf(marks[index - 1]) !== tag) write(structure.begin(tag, page));
      draw(doc, mark, subset);
      if (index === marks.length - 1 || tagOf(marks[index + 1]) !== tag) write('EMC');
    });
  });
  const objects: number[] = [];
  events.subscribe('putPage', ({objId}) => write(`/StructParents ${objects.push(objId) - 1}`));
  let root = 0;
  events.subscribe('postPutResources', () => (root = structure.put(internals(doc), objects)));
  events.subscribe('putCatalog', () => write(`/MarkInfo <</Marked true>> /StructTreeRoot ${root} 0 R`));
}

const tagOf = (mark: Mark | undefined): Tag | undefined => (mark && 'tag' in mark ? mark.tag : undefined);

function draw(doc: jsPDF, mark: Mark, subset: FontSubset): void {
  const [x, y] = [round(mark.x), round(mark.y)];
  if (mark.kind === 'text') {
    doc.setFontSize(round(mark.size));
    doc.text(carried(subset.codes(mark)), x, y, {charSpace: round(mark.spacing ?? 0)});
    return;
  }
  if (mark.kind === 'code') {
    internals(doc).write(codeOperators(mark));
    return;
  }
  doc.setLineWidth(hairline).setDrawColor(grey);
  if (mark.kind === 'rule') doc.line(x, y, round(mark.x + mark.width), y);
  else doc.rect(x, y, round(mark.width), round(mark.height));
}

/** One rectangle for each run of dark squares, in a grid of whole numbers that begins at the upper left corner. */
function codeOperators({x, y, side, squares}: CodeMark): string {
  const square = (side / squares.length).toFixed(3);
  const runs = squares.flatMap((row, top) =>
    [
      ...row
        .map(dark => (dark ? '1' : '0'))
        .join('')
        .matchAll(/1+/g),
    ].map(({0: run, index}) => `${index} ${top} ${run.length} 1 re`),
  );
  const place = `${square} 0 0 -${square} ${round(x)} ${round(pageHeight - y)} cm`;
  return ['q 0 g', place, ...runs, 'f Q'].join('\n');
}
