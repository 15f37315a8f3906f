/** Size of a picture in pixels. */
export interface PictureSize {
  width: number;
  height: number;
}

type Reader = (bytes: DataView) => PictureSize;

const letters = (bytes: DataView, at: number, length: number) =>
  String.fromCharCode(...Array.from({length}, (_, index) => bytes.getUint8(at + index)));

/** Whether a JPEG marker is a frame header (SOFn); C4, C8 and CC are not. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

const png: Reader = bytes => ({width: bytes.getUint32(16), height: bytes.getUint32(20)});

const jpeg: Reader = bytes => {
  for (let at = 2; ;) {
    while (bytes.getUint8(at) === 0xff) at++; // fill bytes before a marker
    const marker = bytes.getUint8(at);
    const length = bytes.getUint16(at + 1);
    if (isFrame(marker)) return {width: bytes.getUint16(at + 6), height: bytes.getUint16(at + 4)};
    if (length < 2 || marker === 0xda || bytes.getUint8(at + 1 + length) !== 0xff) throw new RangeError();
    at += 1 + length;
  }
};

/** Decoders enlarge the canvas to the first frame, so that counts as well. */
const gif: Reader = bytes => {
  const tableSize = (flags: number) => (flags & 0x80 ? 3 << ((flags & 7) + 1) : 0);
  let at = 13 + tableSize(bytes.getUint8(10));
  while (bytes.getUint8(at) === 0x21) {
    at += 2;
    while (bytes.getUint8(at) !== 0) at += 1 + bytes.getUint8(at);
    at += 1;
  }
  if (bytes.getUint8(at) !== 0x2c) throw new RangeError();
  const [x, y, width, height] = [1, 3, 5, 7].map(offset => bytes.getUint16(at + offset, true));
  return {
    width: Math.max(bytes.getUint16(6, true), (x ?? 0) + (width ?? 0)),
    height: Math.max(bytes.getUint16(8, true), (y ?? 0) + (height ?? 0)),
  };
};

const bmp: Reader = bytes =>
  bytes.getUint32(14, true) === 12
    ? {width: bytes.getUint16(18, true), height: bytes.getUint16(20, true)}
    : {width: Math.abs(bytes.getInt32(18, true)), height: Math.abs(bytes.getInt32(22, true))};

const webp: Reader = bytes => {
  const kind = letters(bytes, 12, 4);
  const triple = (at: number) => bytes.getUint16(at, true) + (bytes.getUint8(at + 2) << 16);
  if (kind === 'VP8X') return {width: triple(24) + 1, height: triple(27) + 1};
  if (kind === 'VP8 ')
    return {width: bytes.getUint16(26, true) & 0x3fff, height: bytes.getUint16(28, true) & 0x3fff};
  if (kind !== 'VP8L') throw new RangeError();
  const bits = bytes.getUint32(21, true);
  return {width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1};
};

const readers: readonly [RegExp, Reader][] = [
  [/^\x89PNG\r\n\x1a\n[^]{4}IHDR/, png],
  [/^\xff\xd8\xff/, jpeg],
  [/^GIF8/, gif],
  [/^RIFF[^]{4}WEBP/, webp],
  [/^BM/, bmp],
];

/**
 * Returns the size that the header of a picture states, without decoding it: a few bytes may stand for gigabytes of pixels.
 * Undefined where the header is truncated or unknown.
 */
export function pictureSize(bytes: Uint8Array): PictureSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const head = letters(view, 0, 16);
    const size = readers.find(([pattern]) => pattern.test(head))?.[1](view);
    return size && size.width > 0 && size.height > 0 ? size : undefined;
  } catch {
    return undefined; // a DataView throws where the bytes end
  }
}
