import {SuretyError} from '../../src/errors.js';
import {glyphBase} from '../../src/pdf/glyph-base.js';
import type {KeyNotice} from '../../src/schemas/key-notice.js';
import {saveBlob} from './save-file.js';

/** The finished PDF, in memory only: it states the key. */
export interface NoticeFile {
  contractNumber: string;
  name: string;
  size: number;
  /** Characters that it cannot show as they are. */
  missing: readonly string[];
  content: File;
  /** Rows of the QR code on it; `true` is dark. */
  code: readonly (readonly boolean[])[];
}

/** What of the notice machines may read, and until when it is wanted. */
export interface NoticeFileOptions {
  machineReadableKey: boolean;
  signal: AbortSignal;
}

/** A browser takes the file over within moments; what it holds must not stay longer. */
const HANDOVER_MS = 20_000;

/**
 * The notice as a PDF; code and glyphs are loaded now, not before.
 * @throws {SuretyError} `config` without glyph files, `asset-load` when they cannot be fetched.
 */
export async function makeNoticeFile(
  notice: KeyNotice,
  {machineReadableKey, signal}: NoticeFileOptions,
): Promise<NoticeFile> {
  const base = readBase();
  try {
    const {createKeyNoticePdf} = await import('../../src/pdf/key-notice-pdf.js');
    const options = {glyphBase: base, machineReadableKey, signal};
    const {bytes, fileName: name, missing, code} = await createKeyNoticePdf(notice, options);
    const content = new File([bytes], name, {type: 'application/pdf'});
    return {contractNumber: notice.contractNumber, name, size: content.size, missing, content, code};
  } catch (cause) {
    if (signal.aborted) throw new SuretyError('aborted', 'The notice is no longer wanted.', {cause});
    throw new SuretyError('asset-load', 'The PDF of the notice could not be made.', {cause});
  }
}

function readBase(): URL {
  try {
    return glyphBase();
  } catch (cause) {
    throw new SuretyError(
      'config',
      'PDFの文字の置き場所が設定されていません。setGlyphBase() で dist/glyphs/ の場所を示してください。',
      {
        cause,
      },
    );
  }
}

/** Hands the file to the browser to be saved. */
export const saveFile = ({content, name}: Pick<NoticeFile, 'content' | 'name'>): void =>
  saveBlob(content, name, HANDOVER_MS);

/** Whether this device can pass a file on to another app. */
export const canShare = ({content}: NoticeFile): boolean => navigator.canShare?.({files: [content]}) ?? false;

/** Passes the file on; false when the person thought better of it. */
export async function shareFile({content}: NoticeFile): Promise<boolean> {
  try {
    await navigator.share({files: [content]});
    return true;
  } catch {
    return false;
  }
}
