/** A glyph: its advance in thousandths of the font size, and its outline as `glyf` data, empty where nothing is drawn. */
export interface Glyph {
  readonly advance: number;
  readonly outline: Uint8Array;
}

// A slice is a table, then the outlines one after another:
//   u16 count, then per glyph: u24 code point, u24 second code point or 0, u16 advance, u16 length of the outline.
const HEAD_BYTES = 2;
const RECORD_BYTES = 10;

/** Encodes glyphs by the text they stand for: one code point, or two (base and selector or mark). */
export function packSlice(glyphs: ReadonlyMap<string, Glyph>): Uint8Array {
  const drawn = [...glyphs.values()].reduce((sum, glyph) => sum + glyph.outline.length, 0);
  const bytes = new Uint8Array(HEAD_BYTES + glyphs.size * RECORD_BYTES + drawn);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, glyphs.size);
  let record = HEAD_BYTES;
  let outline = HEAD_BYTES + glyphs.size * RECORD_BYTES;
  for (const [text, glyph] of glyphs) {
    const [first = 0, second = 0] = Array.from(text, character => character.codePointAt(0) ?? 0);
    setUint24(view, record, first);
    setUint24(view, record + 3, second);
    view.setUint16(record + 6, glyph.advance);
    view.setUint16(record + 8, glyph.outline.length);
    bytes.set(glyph.outline, outline);
    record += RECORD_BYTES;
    outline += glyph.outline.length;
  }
  return bytes;
}

/**
 * Decodes a slice.
 * @throws {RangeError} When it is truncated or too long.
 */
export function unpackSlice(bytes: Uint8Array): Map<string, Glyph> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const glyphs = new Map<string, Glyph>();
  const count = view.getUint16(0);
  let at = HEAD_BYTES + count * RECORD_BYTES;
  for (let index = 0; index < count; index++) {
    const record = HEAD_BYTES + index * RECORD_BYTES;
    const [first, second] = [getUint24(view, record), getUint24(view, record + 3)];
    const end = at + view.getUint16(record + 8);
    const text = String.fromCodePoint(first) + (second ? String.fromCodePoint(second) : '');
    glyphs.set(text, {advance: view.getUint16(record + 6), outline: bytes.subarray(at, end)});
    at = end;
  }
  if (at !== bytes.length) throw new RangeError('A glyph slice is truncated or too long.');
  return glyphs;
}

function setUint24(view: DataView, at: number, value: number): void {
  view.setUint8(at, value >> 16);
  view.setUint16(at + 1, value & 0xffff);
}

function getUint24(view: DataView, at: number): number {
  return (view.getUint8(at) << 16) | view.getUint16(at + 1);
}
