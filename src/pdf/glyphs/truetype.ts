import {readLigatures, type Ligature} from './ligatures.js';

/** The parts of a TrueType file that the glyph files are made from. */
export interface TrueTypeFont {
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  /** Glyph of each code point. */
  readonly codePoints: ReadonlyMap<number, number>;
  /** Glyph of each variation sequence, by `base + selector` as text (cmap format 14). */
  readonly variants: ReadonlyMap<string, number>;
  readonly ligatures: readonly Ligature[];
  advance(glyph: number): number;
  /** Raw `glyf` data; empty where nothing is drawn. */
  glyphData(glyph: number): DataView;
}

/** Reads a TrueType file with `glyf` outlines. */
export function readTrueType(bytes: Uint8Array): TrueTypeFont {
  const tables = tableDirectory(bytes);
  const head = table(tables, 'head');
  const hhea = table(tables, 'hhea');
  const hmtx = table(tables, 'hmtx');
  const glyf = table(tables, 'glyf');
  const offsets = glyphOffsets(table(tables, 'loca'), head.getInt16(50) === 1);
  const metrics = hhea.getUint16(34);
  const {codePoints, variants} = readCmap(table(tables, 'cmap'));
  return {
    unitsPerEm: head.getUint16(18),
    ascent: hhea.getInt16(4),
    descent: hhea.getInt16(6),
    codePoints,
    variants,
    ligatures: tables.has('GSUB') ? readLigatures(table(tables, 'GSUB')) : [],
    advance: glyph => hmtx.getUint16(Math.min(glyph, metrics - 1) * 4),
    glyphData: glyph => {
      const start = offsets[glyph] ?? 0;
      return new DataView(glyf.buffer, glyf.byteOffset + start, (offsets[glyph + 1] ?? start) - start);
    },
  };
}

function tableDirectory(bytes: Uint8Array): Map<string, DataView> {
  const file = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.getUint32(0) !== 0x00010000) throw new Error('Not a TrueType file with glyf outlines.');
  const tables = new Map<string, DataView>();
  for (let index = 0; index < file.getUint16(4); index++) {
    const entry = 12 + index * 16;
    const tag = String.fromCharCode(...bytes.subarray(entry, entry + 4));
    const [offset, length] = [file.getUint32(entry + 8), file.getUint32(entry + 12)];
    tables.set(tag, new DataView(bytes.buffer, bytes.byteOffset + offset, length));
  }
  return tables;
}

function table(tables: ReadonlyMap<string, DataView>, tag: string): DataView {
  const found = tables.get(tag);
  if (!found) throw new Error(`The font has no ${tag} table.`);
  return found;
}

function glyphOffsets(loca: DataView, long: boolean): number[] {
  const count = loca.byteLength / (long ? 4 : 2);
  return Array.from({length: count}, (_, glyph) =>
    long ? loca.getUint32(glyph * 4) : loca.getUint16(glyph * 2) * 2,
  );
}

function readCmap(cmap: DataView) {
  const codePoints = new Map<number, number>();
  const sequences: number[] = [];
  for (let index = 0; index < cmap.getUint16(2); index++) {
    const offset = cmap.getUint32(8 + index * 8);
    const subtable = new DataView(cmap.buffer, cmap.byteOffset + offset, cmap.byteLength - offset);
    const format = subtable.getUint16(0);
    if (format === 4) readFormat4(subtable, codePoints);
    if (format === 12) readFormat12(subtable, codePoints);
    if (format === 14) sequences.push(offset);
  }
  // Default sequences point back to the plain character, so they are read last.
  const variants = new Map<string, number>();
  for (const offset of sequences) {
    readFormat14(
      new DataView(cmap.buffer, cmap.byteOffset + offset, cmap.byteLength - offset),
      codePoints,
      variants,
    );
  }
  return {codePoints, variants};
}

function readFormat4(cmap: DataView, codePoints: Map<number, number>): void {
  const doubled = cmap.getUint16(6);
  for (let at = 0; at < doubled; at += 2) {
    const last = cmap.getUint16(14 + at);
    const first = cmap.getUint16(16 + doubled + at);
    const delta = cmap.getUint16(16 + doubled * 2 + at);
    const rangeAt = 16 + doubled * 3 + at;
    const range = cmap.getUint16(rangeAt);
    for (let code = first; code <= last && code < 0xffff; code++) {
      const raw = range === 0 ? code : cmap.getUint16(rangeAt + range + (code - first) * 2);
      const glyph = raw === 0 ? 0 : (raw + delta) & 0xffff;
      if (glyph !== 0) codePoints.set(code, glyph);
    }
  }
}

function readFormat12(cmap: DataView, codePoints: Map<number, number>): void {
  for (let group = 0; group < cmap.getUint32(12); group++) {
    const at = 16 + group * 12;
    const [first, last, glyph] = [cmap.getUint32(at), cmap.getUint32(at + 4), cmap.getUint32(at + 8)];
    for (let code = first; code <= last; code++) codePoints.set(code, glyph + code - first);
  }
}

function readFormat14(
  cmap: DataView,
  plain: ReadonlyMap<number, number>,
  variants: Map<string, number>,
): void {
  const uint24 = (at: number) => (cmap.getUint16(at) << 8) | cmap.getUint8(at + 2);
  for (let record = 0; record < cmap.getUint32(6); record++) {
    const at = 10 + record * 11;
    const selector = String.fromCodePoint(uint24(at));
    const add = (code: number, glyph: number | undefined) => {
      if (glyph) variants.set(String.fromCodePoint(code) + selector, glyph);
    };
    const defaults = cmap.getUint32(at + 3);
    for (let range = 0; defaults && range < cmap.getUint32(defaults); range++) {
      const first = uint24(defaults + 4 + range * 4);
      const last = first + cmap.getUint8(defaults + 7 + range * 4);
      for (let code = first; code <= last; code++) add(code, plain.get(code));
    }
    const others = cmap.getUint32(at + 7);
    for (let index = 0; others && index < cmap.getUint32(others); index++) {
      const entry = others + 4 + index * 5;
      add(uint24(entry), cmap.getUint16(entry + 3));
    }
  }
}
