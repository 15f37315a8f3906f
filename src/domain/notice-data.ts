import type {NoticeDataFile} from '../schemas/notice-data.js';

/** What a notice tells a machine: the contract, and the key where the host page turned that on. */
export interface NoticeData {
  contractNumber: string;
  authKey?: string;
}

/** Name of the data file inside the PDF. */
export const noticeDataFileName = 'surety-key-notice.json';

// In the QR code: `SURETY1:` and the number, then `:` and the key if it may be there. No address, so no scanner opens anything.
const QR = /^SURETY1:([0-9A-Za-z][0-9A-Za-z-]{3,30})(?::([0-9A-Za-z]{12}))?$/;
const NUMBER = /^[0-9A-Za-z][0-9A-Za-z-]{3,30}$/;
const KEY = /^[0-9A-Za-z]{12}$/;
const LONGEST_FILE = 10_000;

/** The text of the QR code on a notice: `SURETY1:12345-678901`, or `SURETY1:12345-678901:` and the key. */
export const noticeQrText = ({contractNumber, authKey}: NoticeData): string =>
  `SURETY1:${contractNumber}${authKey ? `:${authKey}` : ''}`;

/** The text of the data file inside a notice; its shape is `noticeData` of `surety-elements/schemas`. */
export function noticeDataText({contractNumber, authKey}: NoticeData): string {
  const file: NoticeDataFile = {
    format: 'surety-key-notice',
    version: 1,
    contractNumber,
    ...(authKey && {authKey}),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Reads the text of a notice's QR code or of its data file; undefined for anything else, a later version included. */
export function readNoticeData(text: string): NoticeData | undefined {
  const trimmed = text.replace(/^\ufeff/, '').trim();
  const [, contractNumber, authKey] = QR.exec(trimmed) ?? [];
  if (contractNumber) return {contractNumber, ...(authKey && {authKey})};
  return trimmed.startsWith('{') && trimmed.length <= LONGEST_FILE ? readFile(trimmed) : undefined;
}

function readFile(text: string): NoticeData | undefined {
  const file = parseJson(text);
  if (file?.format !== 'surety-key-notice' || file.version !== 1) return undefined;
  const {contractNumber, authKey} = file;
  if (typeof contractNumber !== 'string' || !NUMBER.test(contractNumber)) return undefined;
  if (authKey === undefined) return {contractNumber};
  return typeof authKey === 'string' && KEY.test(authKey) ? {contractNumber, authKey} : undefined;
}

function parseJson(text: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(text) as Record<string, unknown>; // an object: it begins with a brace
  } catch {
    return undefined;
  }
}
