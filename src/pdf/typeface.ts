import type {Glyph} from './glyph-slice.js';
import {glyphStore, type FetchOptions, type GlyphStore} from './glyph-store.js';
import {composed, isInvisible, withoutSelector, type TextUnit} from './text-units.js';

/** Drawn for characters that no font has, as Japanese printers do. */
const GETA = '〓';
const EMPTY_GLYPH: Glyph = {advance: 0, outline: new Uint8Array()};

/** Measures the units of a text. */
export interface Metrics {
  /** Returns the advance in thousandths of the font size. */
  advance(unit: TextUnit): number;
}

/** The glyphs of one document. */
export interface Typeface extends Metrics {
  readonly ascent: number;
  readonly descent: number;
  /** Units that no font has as they are, each once. */
  readonly missing: TextUnit[];
  glyph(unit: TextUnit): Glyph;
}

/** Fetches the glyphs of these units. */
export async function loadTypeface(
  units: Iterable<TextUnit>,
  base: string | URL,
  options: FetchOptions,
): Promise<Typeface> {
  const store = glyphStore(base);
  const distinct = [...new Set(units)];
  await store.load(distinct.map(composed), options);
  const lost = distinct.filter(unit => !isInvisible(unit) && !exactGlyph(store, unit));
  if (lost.length > 0) await store.load([GETA, ...lost.map(withoutSelector)], options);
  const glyphs = new Map(distinct.map(unit => [unit, bestGlyph(store, unit)]));
  const glyph = (unit: TextUnit) => glyphs.get(unit) ?? EMPTY_GLYPH;
  const {ascent, descent} = store.index;
  return {ascent, descent, missing: lost, glyph, advance: unit => glyph(unit).advance};
}

function exactGlyph(store: GlyphStore, unit: TextUnit): Glyph | undefined {
  return store.get(unit) ?? store.get(composed(unit));
}

function bestGlyph(store: GlyphStore, unit: TextUnit): Glyph {
  if (isInvisible(unit)) return EMPTY_GLYPH;
  return exactGlyph(store, unit) ?? store.get(withoutSelector(unit)) ?? store.get(GETA) ?? EMPTY_GLYPH;
}
