import {decodeQR} from 'qr/decode.js';
import {readNoticeData, type NoticeData} from '../domain/notice-data.js';
import {findNumberAndKey} from '../input/notice-text.js';

/** Returns the number and key in the QR code of a picture, or undefined where there is none. */
export function readQr({data, width, height}: ImageData): NoticeData | undefined {
  let text: string;
  try {
    text = decodeQR({data, width, height});
  } catch {
    return undefined; // no readable code
  }
  const own = readNoticeData(text);
  if (own) return own;
  const {contractNumber, authKey} = findNumberAndKey(text);
  return contractNumber ? {contractNumber, ...(authKey && {authKey})} : undefined;
}

/** Creates a canvas that is read often. */
export function createCanvas(width: number, height: number) {
  const canvas = Object.assign(document.createElement('canvas'), {width, height});
  const context = canvas.getContext('2d', {willReadFrequently: true});
  if (!context) throw new Error('This browser draws no canvas.');
  return {canvas, context};
}
