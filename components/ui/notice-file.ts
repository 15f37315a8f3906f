import type {KeyNotice} from '../../src/schemas/key-notice.js';
import {whileWanted} from './pdf-making.js';
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
export async function makeNoticeFile(notice: KeyNotice, options: NoticeFileOptions): Promise<NoticeFile> {
  return whileWanted(options.signal, async glyphBase => {
    const {createKeyNoticePdf} = await import('../../src/pdf/key-notice-pdf.js');
    const made = await createKeyNoticePdf(notice, {glyphBase, ...options});
    const {bytes, fileName: name, missing, code} = made;
    const content = new File([bytes], name, {type: 'application/pdf'});
    return {contractNumber: notice.contractNumber, name, size: content.size, missing, content, code};
  });
}

/** Several notices as one PDF, a page each; throws like `makeNoticeFile`. */
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

/** Finished files as one ZIP. */
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
