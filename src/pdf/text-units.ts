/** A unit that is drawn and measured: a character with its variation selector or marks. */
export type TextUnit = string;

const GRAPHEMES = new Intl.Segmenter('ja', {granularity: 'grapheme'});
const LINE_BREAK_OR_TAB = /[\t\n\v\f\r\u2028\u2029]+/gu;
// Unicode counts half-width voicing marks as part of the kana before them; in fonts they are characters of their own.
const HALF_WIDTH_MARK = /[\uff9e\uff9f]|[^\uff9e\uff9f]+/gu;

/** Splits a text into units; a line break or tab, which may have come with pasting, becomes a space. */
export function textUnits(text: string): TextUnit[] {
  const cleaned = text.replace(LINE_BREAK_OR_TAB, ' ');
  return Array.from(GRAPHEMES.segment(cleaned)).flatMap(({segment}) => segment.match(HALF_WIDTH_MARK) ?? []);
}

/** A 0 with a slash (a standardised variation sequence). Drawn in keys, whose text keeps the plain 0. */
export const SLASHED_ZERO = '0\u{FE00}';

const SELECTORS = /\p{Variation_Selector}/gu;

/** Returns the composed form of a unit, to be looked up in a font that lacks the unit itself: か + ゛ is が. */
export function composed(unit: TextUnit): string {
  // NFC turns a compatibility ideograph such as U+FA10 into another character, so only units with a mark are composed.
  return Array.from(unit).length > 1 ? unit.normalize('NFC') : unit;
}

/** Returns a unit without its variation selector, which Unicode asks to draw when a font lacks the variant. */
export function withoutSelector(unit: TextUnit): string {
  return unit.replace(SELECTORS, '');
}

const INVISIBLE = /^\p{Default_Ignorable_Code_Point}+$/u;

/** Whether a unit draws nothing, such as a zero-width space. */
export function isInvisible(unit: TextUnit): boolean {
  return INVISIBLE.test(unit);
}
