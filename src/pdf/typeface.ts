import type {Glyph} from './glyph-slice.js';
import {glyphStore, type FetchOptions, type GlyphStore} from './glyph-store.js';
import {composed, isInvisible, withoutSelector, type TextUnit} from './text-units.js';

/** Drawn for what no font has: the printers' mark for a type that is not at hand. */
const geta = '〓';
const nothing: Glyph = {advance: 0, outline: new Uint8Array()};

/** Widths of the units of a text. */
export interface Metrics {
  /** Advance in thousandths of the font size. */
  advance(unit: TextUnit): number;
}

/** The glyphs of one notice. */
export interface Typeface extends Metrics {
  readonly ascent: number;
  readonly descent: number;
  /** Units that could not be drawn as they are, each once. */
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
  if (lost.length > 0) await store.load([geta, ...lost.map(withoutSelector)], options);
  const glyphs = new Map(distinct.map(unit => [unit, bestGlyph(store, unit)]));
  const glyph = (unit: TextUnit) => glyphs.get(unit) ?? nothing;
  const {ascent, descent} = store.index;
  return {ascent, descent, missing: lost, glyph, advance: unit => glyph(unit).advance};
}

function exactGlyph(store: GlyphStore, unit: TextUnit): Glyph | undefined {
  return store.get(unit) ?? store.get(composed(unit));
}

function bestGlyph(store: GlyphStore, unit: TextUnit): Glyph {
  if (isInvisible(unit)) return nothing;
  return exactGlyph(store, unit) ?? store.get(withoutSelector(unit)) ?? store.get(geta) ?? nothing;
}
