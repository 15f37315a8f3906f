import {noticeDataFileName, noticeDataText} from '../domain/notice-data.js';
import type {KeyNotice} from '../schemas/key-notice.js';
import type {DataFile} from './data-file.js';
import {layOutNotice, noticeCode, noticeTexts, type NoticePage} from './notice-page.js';
import type {Squares} from './page-blocks.js';
import {newDocument, writePdf, type FileDescription} from './pdf-pages.js';
import {textUnits} from './text-units.js';
import {loadTypeface} from './typeface.js';

/** Options of making the PDF of a key notice. */
export interface KeyNoticePdfOptions {
  /** URL of the folder with the glyph files; see `glyphBase()`. */
  readonly glyphBase: string | URL;
  /** Whether the QR code and the data file hold the key beside the number. */
  readonly machineReadableKey?: boolean;
  readonly fetch?: typeof globalThis.fetch;
  readonly signal?: AbortSignal;
}

/** A key notice as a PDF of one A4 page. */
export interface KeyNoticePdf {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** `認証キーのお知らせ_<保証契約番号>.pdf` */
  readonly fileName: string;
  /** Characters that no font has, each once. The page shows 〓 or the plain form; copied text is still right. */
  readonly missing: string[];
  /** The QR code on the page. */
  readonly code: Squares;
}

/** Several key notices as one PDF, a page each. */
export interface KeyNoticesPdf extends Omit<KeyNoticePdf, 'fileName' | 'code'> {
  /** The QR codes, in the order of the notices. */
  readonly codes: readonly Squares[];
}

/**
 * Makes the PDF of a key notice. Fetches code and glyphs at the same time. The same notice gives the same bytes.
 * @throws {GlyphLoadError} When glyphs cannot be fetched.
 * @throws {DOMException} `AbortError` after an abort.
 */
export async function createKeyNoticePdf(
  notice: KeyNotice,
  options: KeyNoticePdfOptions,
): Promise<KeyNoticePdf> {
  const {bytes, missing, codes} = await createKeyNoticesPdf([notice], options);
  const fileName = `認証キーのお知らせ_${notice.contractNumber}.pdf`;
  return {bytes, fileName, missing, code: codes[0] ?? []};
}

/** Makes one PDF of several notices with one font for all pages; throws like `createKeyNoticePdf`. */
export async function createKeyNoticesPdf(
  notices: readonly KeyNotice[],
  {glyphBase, machineReadableKey = false, fetch, signal}: KeyNoticePdfOptions,
): Promise<KeyNoticesPdf> {
  const pages = notices.map((notice): NoticePage => {
    const {contractNumber, authKey} = notice;
    return {notice, data: {contractNumber, ...(machineReadableKey && {authKey})}};
  });
  const units = pages.flatMap(noticeTexts).flatMap(textUnits);
  const [doc, typeface] = await Promise.all([newDocument(), loadTypeface(units, glyphBase, {fetch, signal})]);
  signal?.throwIfAborted();
  const marks = pages.map(page => layOutNotice(page, typeface));
  const files = pages.map(page => dataFileOf(page, pages.length > 1));
  const bytes = writePdf(doc, marks, typeface, descriptionOf(notices), files);
  const codes = pages.map(({data}) => noticeCode(data));
  return {bytes, missing: typeface.missing, codes};
}

/** Returns the data file of a notice, with the contract number in its name where there are several. */
function dataFileOf({data}: NoticePage, isOneOfSeveral: boolean): DataFile {
  const name = isOneOfSeveral
    ? noticeDataFileName.replace('.', `-${data.contractNumber}.`)
    : noticeDataFileName;
  return {name, mediaType: 'application/json', text: noticeDataText(data)};
}

/** Describes the file by the notices alone, so that the same notices give the same bytes. */
function descriptionOf(notices: readonly KeyNotice[]): FileDescription {
  const [first] = notices;
  if (!first) throw new RangeError('There is no notice to lay out.');
  const {contractNumber, issuedOn, wording} = first;
  const others = notices.length > 1 ? `（ほか${notices.length - 1}件）` : '';
  return {
    title: `${wording.title} ${contractNumber}${others}`,
    day: issuedOn,
    identity: [...notices.map(each => each.contractNumber), issuedOn].join(' '),
  };
}
