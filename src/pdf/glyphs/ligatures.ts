/** Two glyphs that a font draws as one, as it must for か゚ and the other pairs of JIS X 0213 that have no code point of their own. */
export interface Ligature {
  readonly first: number;
  readonly second: number;
  readonly glyph: number;
}

const ligatureType = 4;
const extensionType = 7;

/** The pairs in a font's `GSUB` table; longer ligatures are left out. */
export function readLigatures(gsub: DataView): Ligature[] {
  const lookupList = gsub.getUint16(8);
  return offsetsAt(gsub, lookupList, lookupList).flatMap(lookup => {
    const type = gsub.getUint16(lookup);
    return offsetsAt(gsub, lookup + 4, lookup).flatMap(subtable => {
      if (type === ligatureType) return readSubtable(gsub, subtable);
      const isExtended = type === extensionType && gsub.getUint16(subtable + 2) === ligatureType;
      return isExtended ? readSubtable(gsub, subtable + gsub.getUint32(subtable + 4)) : [];
    });
  });
}

function readSubtable(gsub: DataView, subtable: number): Ligature[] {
  const firsts = coverage(gsub, subtable + gsub.getUint16(subtable + 2));
  return offsetsAt(gsub, subtable + 4, subtable).flatMap((set, index) =>
    offsetsAt(gsub, set, set)
      .filter(ligature => gsub.getUint16(ligature + 2) === 2)
      .map(ligature => ({
        first: firsts[index] ?? 0,
        second: gsub.getUint16(ligature + 4),
        glyph: gsub.getUint16(ligature),
      })),
  );
}

/** Glyphs of a coverage table, in its order. */
function coverage(gsub: DataView, at: number): number[] {
  const count = gsub.getUint16(at + 2);
  const rows = Array.from({length: count}, (_, index) => index);
  if (gsub.getUint16(at) === 1) return rows.map(index => gsub.getUint16(at + 4 + index * 2));
  return rows.flatMap(index => {
    const range = at + 4 + index * 6;
    const [first, last] = [gsub.getUint16(range), gsub.getUint16(range + 2)];
    return Array.from({length: last - first + 1}, (_, step) => first + step);
  });
}

/** A counted list of 16-bit offsets, added to where they are counted from. */
function offsetsAt(gsub: DataView, at: number, from: number): number[] {
  return Array.from({length: gsub.getUint16(at)}, (_, index) => from + gsub.getUint16(at + 2 + index * 2));
}
