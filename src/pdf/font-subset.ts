import type {Glyph} from './glyph-slice.js';
import type {TextMark} from './page-blocks.js';
import {SLASHED_ZERO, type TextUnit} from './text-units.js';
import {writeTrueType} from './truetype-writer.js';
import type {Typeface} from './typeface.js';

/** A character of the embedded font. Its code is its index in the font, and it stands for exactly one text. */
export interface FontCharacter extends Glyph {
  readonly text: TextUnit;
}

/** The font of one document: only the characters it uses, with a code each, also where two characters look the same. */
export class FontSubset {
  readonly ascent: number;
  readonly descent: number;
  /** Characters by code; code 0 is `.notdef`. */
  readonly characters: readonly FontCharacter[];
  readonly #codes: ReadonlyMap<string, number>;

  constructor(marks: readonly TextMark[], typeface: Typeface) {
    this.ascent = typeface.ascent;
    this.descent = typeface.descent;
    const used = new Map<string, FontCharacter>();
    for (const mark of marks) {
      for (const text of mark.units) {
        const {advance, outline} = typeface.glyph(drawnAs(text, mark));
        const widened = Math.round(advance + (mark.widening ?? 0));
        used.set(identity(text, mark), {text, outline, advance: widened});
      }
    }
    const entries = [...used].sort(([, a], [, b]) => order(a) - order(b) || (a.text < b.text ? -1 : 1));
    const notdef: FontCharacter = {text: '', advance: FULL_WIDTH, outline: new Uint8Array()};
    this.characters = [notdef, ...entries.map(([, character]) => character)];
    this.#codes = new Map(entries.map(([key], index) => [key, index + 1]));
  }

  /** Returns the codes that draw a text. */
  codes(mark: TextMark): number[] {
    return mark.units.map(text => this.#codes.get(identity(text, mark)) ?? 0);
  }

  /** Returns the font file to embed. */
  file(): Uint8Array {
    return writeTrueType(this.characters, this);
  }
}

/** Advance of a full-width character, which is the default of the font. */
export const FULL_WIDTH = 1000;

// Full-width characters come last, so that the font states only the widths of the first ones.
const order = ({advance}: FontCharacter) => (advance === FULL_WIDTH ? 1 : 0);
const drawnAs = (text: TextUnit, mark: TextMark) => (mark.slashedZero && text === '0' ? SLASHED_ZERO : text);
const identity = (text: TextUnit, mark: TextMark) => `${mark.widening ?? 0} ${drawnAs(text, mark)}`;
