import {encode} from 'uqr';
import {noticeQrText, type NoticeData} from '../domain/notice-data.js';
import type {Squares} from './page-blocks.js';

/** The QR code of a notice, without the light space around it; with a seventh of its squares lost it can still be read. */
export function noticeCode(data: NoticeData): Squares {
  return encode(noticeQrText(data), {ecc: 'M', border: 0}).data;
}

/** What is under the code: all that it holds. */
export const codeCaption = ({authKey}: NoticeData): string =>
  authKey ? '保証契約番号・認証キー' : '保証契約番号';
