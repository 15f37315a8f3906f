import {Inflate} from 'fflate';
import {byteString} from './byte-string.js';

/** One file of an archive, as the central directory states it. */
export interface ZipEntry {
  path: string;
  isLocked: boolean;
  method: number;
  /** Stated size in bytes after decompression. */
  size: number;
  packed: Uint8Array;
}

const END = 0x06054b50;
const LISTED = 0x02014b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
/** Packed bytes between two checks of the unpacked size; deflate expands at most a thousandfold. */
const STEP = 4096;

/** Decodes a file name; old Windows writes Shift_JIS without saying so. */
function textOf(bytes: Uint8Array): string {
  for (const charset of ['utf-8', 'shift_jis']) {
    try {
      return new TextDecoder(charset, {fatal: true}).decode(bytes);
    } catch {
      // try the next charset
    }
  }
  return byteString(bytes);
}

function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT);
  for (let at = view.byteLength - END_LENGTH; at >= first; at--)
    if (view.getUint32(at, true) === END) return at;
  throw new Error('ZIP end of central directory not found');
}

/** Returns the entries of an archive without unpacking them. @throws {Error} where the central directory is damaged. */
export function zipEntries(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  return Array.from({length: count}, () => {
    if (view.getUint32(at, true) !== LISTED) throw new Error('ZIP central directory is truncated');
    const [name, extra, comment] = [28, 30, 32].map(place => view.getUint16(at + place, true)) as [
      number,
      number,
      number,
    ];
    const start = view.getUint32(at + 42, true);
    const data = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
    const entry: ZipEntry = {
      path: textOf(bytes.subarray(at + 46, at + 46 + name)),
      isLocked: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      size: view.getUint32(at + 24, true),
      packed: bytes.subarray(data, data + view.getUint32(at + 20, true)),
    };
    at += 46 + name + extra + comment;
    return entry;
  });
}

/** Unpacks an entry; returns undefined as soon as it exceeds its stated size. */
export function unpack({method, size, packed}: ZipEntry): Uint8Array<ArrayBuffer> | undefined {
  if (method === 0) return packed.length === size ? new Uint8Array(packed) : undefined;
  if (method !== 8) throw new Error('ZIP compression method is not supported');
  const whole = new Uint8Array(size);
  let length = 0;
  const inflate = new Inflate(chunk => {
    if (length + chunk.length <= size) whole.set(chunk, length);
    length += chunk.length;
  });
  for (let at = 0; at < packed.length; at += STEP) {
    inflate.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
    if (length > size) return undefined;
  }
  if (length < size) throw new Error('ZIP entry is truncated');
  return whole;
}
