/** One thing to draw and to measure: a character with its selector or marks. */
export type TextUnit = string;

const graphemes = new Intl.Segmenter('ja', {granularity: 'grapheme'});
const lineBreakOrTab = /[\t\n\v\f\r\u2028\u2029]+/gu;
// Unicode counts half-width voicing marks as part of the kana before them; in fonts they are characters of their own.
const halfWidthMark = /[\uff9e\uff9f]|[^\uff9e\uff9f]+/gu;

/** Cuts a text into units; a line break or tab, which a name may have caught in pasting, becomes a space. */
export function textUnits(text: string): TextUnit[] {
  const cleaned = text.replace(lineBreakOrTab, ' ');
  return Array.from(graphemes.segment(cleaned)).flatMap(({segment}) => segment.match(halfWidthMark) ?? []);
}

/** Unicode's name for a 0 with a stroke (a standardised variation sequence); drawn in keys, whose text keeps the plain 0. */
export const slashedZero = '0\u{FE00}';

const selectors = /\p{Variation_Selector}/gu;

/** The text to look up in a font instead of a unit that it lacks, if another is spelled the same: か + ゛ is が. */
export function composed(unit: TextUnit): string {
  // Only where there is a mark: alone, a compatibility ideograph such as U+FA10 would turn into another character.
  return Array.from(unit).length > 1 ? unit.normalize('NFC') : unit;
}

/** A unit without its variation selector: what Unicode asks to draw when a font lacks the variant. */
export function withoutSelector(unit: TextUnit): string {
  return unit.replace(selectors, '');
}

const invisible = /^\p{Default_Ignorable_Code_Point}+$/u;

/** Whether a unit has nothing to see, such as a zero-width space. */
export function isInvisible(unit: TextUnit): boolean {
  return invisible.test(unit);
}
