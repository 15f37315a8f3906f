import type {KeyNotice} from '../schemas/key-notice.js';

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
  /** Characters no font can draw, each once; the page shows 〓 in their place. */
  readonly missing: string[];
}

/** Makes the key notice as a PDF. */
export async function createKeyNoticePdf(_notice: KeyNotice, _options: KeyNoticePdfOptions): Promise<KeyNoticePdf> {
  throw new Error('Being written: the signature is final.');
}
