import type {Glyph} from '../glyph-slice.js';
import {SLASHED_ZERO} from '../text-units.js';
import {encodeOutline, readOutline, type Outline} from './outline.js';
import {UNITS_PER_EM} from '../truetype-writer.js';
import {slashZero} from './slashed-zero.js';
import type {TrueTypeFont} from './truetype.js';

const lastControl = 0x9f;
const isControl = (code: number) => code < 0x20 || (code > 0x7e && code <= lastControl);
/** The two characters of JIS X 0213 that the fonts have only under their compatibility code. */
const sameShapes = [
  ['⦅', '｟'],
  ['⦆', '｠'],
] as const;
const isMark = (character: string) => /^\p{M}$/u.test(character);

/** Every glyph the fonts have, by its text; where several have it, the first font wins. */
export function collectGlyphs(fonts: readonly TrueTypeFont[]): Map<string, Glyph> {
  const glyphs = new Map<string, Glyph>();
  for (const font of fonts) {
    for (const [text, glyph] of textsOf(font)) {
      if (!glyphs.has(text)) glyphs.set(text, readGlyph(font, glyph));
    }
    const zero = font.codePoints.get(0x30);
    if (zero && !glyphs.has(SLASHED_ZERO)) glyphs.set(SLASHED_ZERO, readGlyph(font, zero, slashZero));
  }
  for (const [text, same] of sameShapes) {
    const glyph = glyphs.get(same);
    if (glyph && !glyphs.has(text)) glyphs.set(text, glyph);
  }
  return glyphs;
}

/** Characters, variation sequences, and characters with a mark that a font draws as one. */
function* textsOf(font: TrueTypeFont): Generator<[text: string, glyph: number]> {
  const characters = new Map<number, string>();
  for (const [code, glyph] of font.codePoints) {
    if (isControl(code)) continue;
    characters.set(glyph, String.fromCodePoint(code));
    yield [String.fromCodePoint(code), glyph];
  }
  yield* font.variants;
  for (const {first, second, glyph} of font.ligatures) {
    const [base, mark] = [characters.get(first), characters.get(second)];
    if (base && mark && isMark(mark)) yield [base + mark, glyph];
  }
}

function readGlyph(
  font: TrueTypeFont,
  glyph: number,
  change: (outline: Outline) => Outline = same => same,
): Glyph {
  return {
    advance: Math.round((font.advance(glyph) / font.unitsPerEm) * 1000),
    outline: encodeOutline(change(readOutline(font, glyph)), UNITS_PER_EM / font.unitsPerEm),
  };
}
