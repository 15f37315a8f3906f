import type {Glyph} from '../glyph-slice.js';
import {encodeOutline, readOutline} from './outline.js';
import type {TrueTypeFont} from './truetype.js';

/** Glyphs are kept in thousandths of the font size, PDF's own unit: a fiftieth of a pixel in print, a sixth fewer bytes. */
export const unitsPerEm = 1000;

const lastControl = 0x9f;
const isControl = (code: number) => code < 0x20 || (code > 0x7e && code <= lastControl);

/** Every glyph the fonts have, by its text; where several have it, the first font wins. */
export function collectGlyphs(fonts: readonly TrueTypeFont[]): Map<string, Glyph> {
  const glyphs = new Map<string, Glyph>();
  for (const font of fonts) {
    const add = (text: string, glyph: number) => {
      if (!glyphs.has(text)) glyphs.set(text, readGlyph(font, glyph));
    };
    for (const [code, glyph] of font.codePoints) if (!isControl(code)) add(String.fromCodePoint(code), glyph);
    for (const [text, glyph] of font.variants) add(text, glyph);
  }
  return glyphs;
}

function readGlyph(font: TrueTypeFont, glyph: number): Glyph {
  const scale = unitsPerEm / font.unitsPerEm;
  return {
    advance: Math.round(font.advance(glyph) * scale),
    outline: encodeOutline(readOutline(font, glyph), scale),
  };
}
