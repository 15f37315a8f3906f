import type {TextUnit} from './text-units.js';

// JIS X 4051: characters that may not begin a line, and characters that may not end one.
const NEVER_FIRST = new Set(
  '、。，．・：；？！」』）〕］｝〉》】〙〗〟’”ー々〻ゝゞヽヾ゛゜ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ｡､･｣ﾞﾟｰｧｨｩｪｫｬｭｮｯ,.:;?!)]}%％‰℃°〜～‐–',
);
const NEVER_LAST = new Set('「『（〔［｛〈《【〘〖〝‘“｢([{￥¥＄$№＃#');
const UNBREAKABLE = /^[0-9A-Za-z０-９Ａ-Ｚａ-ｚ.,/:@_+\-，．－]$/u;

/** Widths of the first line of a paragraph and of the others. */
export interface LineWidths {
  readonly first: number;
  readonly rest: number;
}

/**
 * Breaks a text into lines by the Japanese rules. Numbers and words in Latin letters stay whole where a line can hold them.
 * The lines joined are the text: nothing is dropped.
 */
export function breakLines(
  units: readonly TextUnit[],
  measure: (unit: TextUnit) => number,
  {first, rest}: LineWidths,
): TextUnit[][] {
  const lines: TextUnit[][] = [];
  for (let start = 0; start < units.length;) {
    const fitting = fittingEnd(units, start, measure, lines.length === 0 ? first : rest);
    const end = lineEnd(units, start, fitting);
    lines.push(units.slice(start, end));
    start = end;
  }
  return lines;
}

/** Returns the end of the longest piece that fits; spaces may hang over the end of a line. */
function fittingEnd(
  units: readonly TextUnit[],
  start: number,
  measure: (unit: TextUnit) => number,
  width: number,
): number {
  // Without this tolerance for sums of fractions a line of exactly its natural width could break.
  let left = width + 0.001;
  let end = start;
  for (let unit = units[end]; unit !== undefined; unit = units[++end]) {
    left -= measure(unit);
    if (left < 0 && !isSpace(unit)) break;
  }
  return Math.max(end, start + 1);
}

function lineEnd(units: readonly TextUnit[], start: number, fitting: number): number {
  for (let end = fitting; end > start; end--) if (mayBreakAt(units, end)) return end;
  return fitting;
}

function mayBreakAt(units: readonly TextUnit[], index: number): boolean {
  const [before, after] = [units[index - 1], units[index]];
  if (before === undefined || after === undefined) return true;
  if (isSpace(after) || NEVER_FIRST.has(after) || NEVER_LAST.has(before)) return false;
  return !(UNBREAKABLE.test(before) && UNBREAKABLE.test(after));
}

function isSpace(unit: TextUnit): boolean {
  return unit === ' ' || unit === '　';
}
