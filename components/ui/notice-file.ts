import {SuretyError} from '../../src/errors.js';
import type {KeyNotice} from '../../src/schemas/key-notice.js';
import {whileWanted} from './pdf-making.js';
import {saveBlob} from './save-file.js';

/** The PDF of a notice, in memory only, because it states the key. */
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

/** Options of making a PDF. */
export interface NoticeFileOptions {
  /** Whether the QR code and the data file hold the key, too. */
  machineReadableKey: boolean;
  signal: AbortSignal;
}

/** Time after which the file is released. A browser takes it over within moments, and it holds the key. */
const HANDOVER_MS = 20_000;

/**
 * Makes the PDF of a notice. Fetches the code and glyphs for it.
 * @throws {SuretyError} `config` without glyph files, `asset-load` when they cannot be fetched.
 */
export async function makeNoticeFile(notice: KeyNotice, options: NoticeFileOptions): Promise<NoticeFile> {
  return whileWanted(options.signal, async glyphBase => {
    const {createKeyNoticePdf} = await import('../../src/pdf/key-notice-pdf.js');
    const made = await createKeyNoticePdf(notice, {glyphBase, ...options});
    const {bytes, fileName: name, missing, code} = made;
    const content = new File([bytes], name, {type: 'application/pdf'});
    return {contractNumber: notice.contractNumber, name, size: content.size, missing, content, code};
  });
}

/** Makes one PDF of several notices, a page each; throws like `makeNoticeFile`. */
export async function makeJointFile(
  notices: readonly KeyNotice[],
  {name, ...options}: NoticeFileOptions & {name: string},
): Promise<Pick<NoticeFile, 'name' | 'content' | 'missing'>> {
  return whileWanted(options.signal, async glyphBase => {
    const {createKeyNoticesPdf} = await import('../../src/pdf/key-notice-pdf.js');
    const {bytes, missing} = await createKeyNoticesPdf(notices, {glyphBase, ...options});
    return {name, missing, content: new File([bytes], name, {type: 'application/pdf'})};
  });
}

/** Packs files into one ZIP. */
export async function zipNoticeFiles(
  files: readonly {name: string; content: File}[],
  {name, day}: {name: string; day: string},
): Promise<Pick<NoticeFile, 'name' | 'content'>> {
  const {zipFiles} = await import('../../src/pdf/notice-archive.js');
  const parts = await Promise.all(
    files.map(async file => ({name: file.name, bytes: new Uint8Array(await file.content.arrayBuffer())})),
  );
  return {name, content: new File([zipFiles(parts, day)], name, {type: 'application/zip'})};
}

/** Has the browser save a file. */
export const saveFile = ({content, name}: Pick<NoticeFile, 'content' | 'name'>): void =>
  saveBlob(content, name, HANDOVER_MS);

/** Whether this device can pass a file on to another app. */
export const canShare = ({content}: NoticeFile): boolean => navigator.canShare?.({files: [content]}) ?? false;

/**
 * Passes a file on to another app, and returns whether the person went through with it.
 * @throws {SuretyError} `unavailable` when the device refuses.
 */
export async function shareFile({content}: NoticeFile): Promise<boolean> {
  try {
    await navigator.share({files: [content]});
    return true;
  } catch (thrown) {
    if (thrown instanceof DOMException && thrown.name === 'AbortError') return false;
    throw new SuretyError('unavailable', 'The file could not be shared.', {cause: thrown});
  }
}
