import type {Glyph} from './glyph-slice.js';

/** Metrics of a font in thousandths of the font size. */
export interface FontMetrics {
  readonly ascent: number;
  readonly descent: number;
}

/**
 * Grid of the outlines. In the type sizes in use a step is a fiftieth of a millimetre at most, and coordinates are a bit shorter
 * than in thousandths.
 */
export const UNITS_PER_EM = 500;
const toUnits = (thousandths: number) => Math.round((thousandths * UNITS_PER_EM) / 1000);

/** Encodes glyphs, the first of them `.notdef`, as a TrueType file with the tables that PDF needs (ISO 32000-1, 9.9). */
export function writeTrueType(glyphs: readonly Glyph[], {ascent, descent}: FontMetrics): Uint8Array {
  const {glyf, loca} = outlines(glyphs);
  const box = boundingBox(glyphs);
  const widest = toUnits(Math.max(...glyphs.map(glyph => glyph.advance)));
  const [top, bottom] = [toUnits(ascent), toUnits(descent)];
  return sfnt([
    ['glyf', glyf],
    ['head', words([1, 0, 1, 0, 0, 0, 0x5f0f, 0x3cf5, 3, UNITS_PER_EM, ...zeros(8), ...box, 0, 8, 2, 1, 0])],
    ['hhea', words([1, 0, top, bottom, 0, widest, box[0], 0, box[2], 1, 0, ...zeros(6), glyphs.length])],
    ['hmtx', words(glyphs.flatMap(glyph => [toUnits(glyph.advance), leftSide(glyph)]))],
    ['loca', loca],
    ['maxp', words([1, 0, glyphs.length, ...maxima(glyphs), 0, 0, 2, ...zeros(8)])],
  ]);
}

function outlines(glyphs: readonly Glyph[]) {
  const offsets = [0];
  for (const {outline} of glyphs)
    offsets.push((offsets.at(-1) ?? 0) + outline.length + (-outline.length & 3));
  const glyf = new Uint8Array(offsets.at(-1) ?? 0);
  glyphs.forEach(({outline}, index) => glyf.set(outline, offsets[index]));
  return {glyf, loca: words(offsets.flatMap(offset => [offset >>> 16, offset & 0xffff]))};
}

const view = ({outline}: Glyph) => new DataView(outline.buffer, outline.byteOffset, outline.byteLength);
const drawn = (glyphs: readonly Glyph[]) => glyphs.filter(glyph => glyph.outline.length > 0);

function leftSide(glyph: Glyph): number {
  return glyph.outline.length > 0 ? view(glyph).getInt16(2) : 0;
}

function boundingBox(glyphs: readonly Glyph[]): [number, number, number, number] {
  const boxes = drawn(glyphs).map(glyph => [2, 4, 6, 8].map(at => view(glyph).getInt16(at)));
  const edge = (side: number) => boxes.map(box => box[side] ?? 0);
  return [Math.min(0, ...edge(0)), Math.min(0, ...edge(1)), Math.max(0, ...edge(2)), Math.max(0, ...edge(3))];
}

/** Returns the largest numbers of points and contours of a glyph. */
function maxima(glyphs: readonly Glyph[]): [number, number] {
  let [points, contours] = [0, 0];
  for (const glyph of drawn(glyphs)) {
    const data = view(glyph);
    contours = Math.max(contours, data.getInt16(0));
    points = Math.max(points, data.getUint16(8 + data.getInt16(0) * 2) + 1);
  }
  return [points, contours];
}

const zeros = (count: number) => Array.from({length: count}, () => 0);

/** Encodes 16-bit words, big endian. */
function words(values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(values.length * 2);
  values.forEach((value, index) => new DataView(bytes.buffer).setUint16(index * 2, value & 0xffff));
  return bytes;
}

function sfnt(tables: readonly (readonly [tag: string, bytes: Uint8Array])[]): Uint8Array {
  const headBytes = 12 + tables.length * 16;
  const padded = (length: number) => length + (-length & 3);
  const file = new Uint8Array(tables.reduce((size, [, bytes]) => size + padded(bytes.length), headBytes));
  const data = new DataView(file.buffer);
  const power = Math.floor(Math.log2(tables.length));
  [0x0001, 0, tables.length, 16 << power, power, (tables.length - (1 << power)) * 16].forEach(
    (value, index) => data.setUint16(index * 2, value),
  );
  let offset = headBytes;
  tables.forEach(([tag, bytes], index) => {
    const entry = 12 + index * 16;
    for (let at = 0; at < 4; at++) file[entry + at] = tag.charCodeAt(at);
    file.set(bytes, offset);
    data.setUint32(entry + 4, checksum(data, offset, padded(bytes.length)));
    data.setUint32(entry + 8, offset);
    data.setUint32(entry + 12, bytes.length);
    offset += padded(bytes.length);
  });
  const head = tables.findIndex(([tag]) => tag === 'head');
  const adjustment = (0xb1b0afba - checksum(data, 0, file.length)) >>> 0;
  data.setUint32(data.getUint32(12 + head * 16 + 8) + 8, adjustment);
  return file;
}

function checksum(data: DataView, start: number, length: number): number {
  let sum = 0;
  for (let at = start; at < start + length; at += 4) sum = (sum + data.getUint32(at)) >>> 0;
  return sum;
}
