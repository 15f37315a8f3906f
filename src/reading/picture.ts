import {MOST_PIXELS, type Allowance} from './limits.js';
import {pictureSize} from './picture-size.js';
import {createCanvas, readQr} from './qr.js';
import type {Finding} from './finding.js';

/** Longest side in pixels at which a picture is searched; larger ones are scaled down. */
const LONGEST_SIDE = 2400;

/** Reads a scan or a photograph of a notice by its QR code; letters in a picture are not read. */
export async function readPicture(
  bytes: Uint8Array<ArrayBuffer>,
  name: string,
  left: Allowance,
): Promise<Finding[]> {
  const size = pictureSize(bytes);
  if (!size) return [{name, problem: 'damaged'}];
  const pixels = size.width * size.height;
  if (pixels > MOST_PIXELS) return [{name, problem: 'too-many-pixels'}];
  left.pixels -= pixels;
  if (left.pixels < 0) return [{name, problem: 'too-much'}];
  const bitmap = await createImageBitmap(new Blob([bytes]));
  const scale = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height));
  const [width, height] = [Math.round(bitmap.width * scale), Math.round(bitmap.height * scale)];
  const {context} = createCanvas(width, height);
  context.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  const found = readQr(context.getImageData(0, 0, width, height));
  return [found ? {name, ...found} : {name, problem: 'no-text'}];
}
