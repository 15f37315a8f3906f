import type {TrueTypeFont} from './truetype.js';

/** One point of a quadratic outline. */
export interface OutlinePoint {
  readonly x: number;
  readonly y: number;
  readonly onCurve: boolean;
}
/** Closed contours of a glyph. */
export type Outline = readonly (readonly OutlinePoint[])[];

type Transform = readonly [xx: number, xy: number, yx: number, yy: number, dx: number, dy: number];

/** The outline of a glyph with the parts of a composite put in place, in the font's units. */
export function readOutline(font: TrueTypeFont, glyph: number): Outline {
  const data = font.glyphData(glyph);
  if (data.byteLength === 0) return [];
  const contours = data.getInt16(0);
  return contours < 0 ? readComposite(font, data) : readSimple(data, contours);
}

function readSimple(data: DataView, contours: number): Outline {
  const ends = Array.from({length: contours}, (_, contour) => data.getUint16(10 + contour * 2));
  const count = (ends.at(-1) ?? -1) + 1;
  let at = 10 + contours * 2;
  at += 2 + data.getUint16(at); // the hinting program
  const flags: number[] = [];
  while (flags.length < count) {
    const flag = data.getUint8(at++);
    const times = flag & 8 ? data.getUint8(at++) + 1 : 1;
    for (let time = 0; time < times; time++) flags.push(flag);
  }
  const read = (shortBit: number, sameBit: number) => {
    let value = 0;
    return flags.map(flag => {
      if (flag & shortBit) value += flag & sameBit ? data.getUint8(at++) : -data.getUint8(at++);
      else if (!(flag & sameBit)) {
        value += data.getInt16(at);
        at += 2;
      }
      return value;
    });
  };
  const xs = read(2, 16);
  const ys = read(4, 32);
  return ends.map((end, contour) =>
    flags.slice((ends[contour - 1] ?? -1) + 1, end + 1).map((flag, index) => {
      const point = (ends[contour - 1] ?? -1) + 1 + index;
      return {x: xs[point] ?? 0, y: ys[point] ?? 0, onCurve: (flag & 1) === 1};
    }),
  );
}

function readComposite(font: TrueTypeFont, data: DataView): Outline {
  const outline: (readonly OutlinePoint[])[] = [];
  let at = 10;
  let more = true;
  while (more) {
    const flags = data.getUint16(at);
    const part = data.getUint16(at + 2);
    const words = (flags & 1) !== 0;
    if (!(flags & 2))
      throw new Error(`Glyph part ${part} is placed by points, which no supported font does.`);
    const dx = words ? data.getInt16(at + 4) : data.getInt8(at + 4);
    const dy = words ? data.getInt16(at + 6) : data.getInt8(at + 5);
    at += words ? 8 : 6;
    const {scale, size} = readScale(data, at, flags);
    at += size;
    outline.push(
      ...readOutline(font, part).map(contour => contour.map(point => moved(point, [...scale, dx, dy]))),
    );
    more = (flags & 32) !== 0;
  }
  return outline;
}

function readScale(data: DataView, at: number, flags: number) {
  const f2dot14 = (index: number) => data.getInt16(at + index * 2) / 16384;
  if (flags & 8) return {scale: [f2dot14(0), 0, 0, f2dot14(0)] as const, size: 2};
  if (flags & 64) return {scale: [f2dot14(0), 0, 0, f2dot14(1)] as const, size: 4};
  if (flags & 128) return {scale: [f2dot14(0), f2dot14(1), f2dot14(2), f2dot14(3)] as const, size: 8};
  return {scale: [1, 0, 0, 1] as const, size: 0};
}

function moved({x, y, onCurve}: OutlinePoint, [xx, xy, yx, yy, dx, dy]: Transform): OutlinePoint {
  return {x: x * xx + y * yx + dx, y: x * xy + y * yy + dy, onCurve};
}

/** The outline in a grid of `UNITS_PER_EM` units, as `glyf` data without hints; empty when nothing is drawn. */
export function encodeOutline(outline: Outline, scale: number): Uint8Array {
  const contours = outline
    .map(contour =>
      fromLeft(
        contour.map(({x, y, onCurve}) => ({x: Math.round(x * scale), y: Math.round(y * scale), onCurve})),
      ),
    )
    .filter(contour => contour.length > 1);
  const points = contours.flat();
  if (points.length === 0) return new Uint8Array();
  const bytes: number[] = [];
  const word = (value: number) => bytes.push((value >> 8) & 0xff, value & 0xff);
  const [xs, ys] = [points.map(point => point.x), points.map(point => point.y)];
  [contours.length, ...boxAround(xs, ys)].forEach(word);
  let end = -1;
  for (const contour of contours) word((end += contour.length));
  word(0);
  const x = encodeAxis(xs, 2, 16);
  const y = encodeAxis(ys, 4, 32);
  const flags = points.map(
    (point, index) => (point.onCurve ? 1 : 0) | (x.flags[index] ?? 0) | (y.flags[index] ?? 0),
  );
  return Uint8Array.from([...bytes, ...packFlags(flags), ...x.bytes, ...y.bytes]);
}

// Nearly all glyphs fit into it, in half thousandths of the size.
const commonBox = [-100, -150, 600, 550] as const;

/**
 * The box that a glyph states. One box for all of them, a little wider than each, is a twentieth of a file: the same bytes again
 * and again shrink to nothing.
 */
function boxAround(xs: readonly number[], ys: readonly number[]): readonly number[] {
  const own = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)] as const;
  const [left, bottom, right, top] = commonBox;
  const fits = own[0] >= left && own[1] >= bottom && own[2] <= right && own[3] <= top;
  return fits ? commonBox : own;
}

/** The contour from its leftmost point on: the first steps of contours then are alike, and pack better. */
function fromLeft(contour: readonly OutlinePoint[]): readonly OutlinePoint[] {
  const start = contour.reduce((best, point, index) => {
    const {x, y, onCurve} = contour[best] ?? point;
    if (onCurve !== point.onCurve) return onCurve ? best : index;
    return point.x < x || (point.x === x && point.y < y) ? index : best;
  }, 0);
  return [...contour.slice(start), ...contour.slice(0, start)];
}

function encodeAxis(values: readonly number[], shortBit: number, sameBit: number) {
  const flags: number[] = [];
  const bytes: number[] = [];
  let last = 0;
  for (const value of values) {
    const delta = value - last;
    last = value;
    if (delta === 0) flags.push(sameBit);
    else if (Math.abs(delta) < 256) {
      flags.push(delta > 0 ? shortBit | sameBit : shortBit);
      bytes.push(Math.abs(delta));
    } else {
      flags.push(0);
      bytes.push((delta >> 8) & 0xff, delta & 0xff);
    }
  }
  return {flags, bytes};
}

function packFlags(flags: readonly number[]): number[] {
  const packed: number[] = [];
  for (let index = 0; index < flags.length;) {
    const flag = flags[index] ?? 0;
    let run = 1;
    while (run < 256 && flags[index + run] === flag) run++;
    if (run > 2) packed.push(flag | 8, run - 1);
    else for (let time = 0; time < run; time++) packed.push(flag);
    index += run;
  }
  return packed;
}
