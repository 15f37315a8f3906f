import type {TextUnit} from './text-units.js';

// JIS X 4051: what may not begin a line, and what may not end one.
const neverFirst = new Set(
  '、。，．・：；？！」』）〕］｝〉》】〙〗〟’”ー々〻ゝゞヽヾ゛゜ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ｡､･｣ﾞﾟｰｧｨｩｪｫｬｭｮｯ,.:;?!)]}%％‰℃°〜～‐–',
);
const neverLast = new Set('「『（〔［｛〈《【〘〖〝‘“｢([{￥¥＄$№＃#');
const joined = /^[0-9A-Za-z０-９Ａ-Ｚａ-ｚ.,/:@_+\-，．－]$/u;

/** Widths that a paragraph may fill. */
export interface LineWidths {
  readonly first: number;
  readonly rest: number;
}

/**
 * Breaks a text into lines by the Japanese rules; numbers and words in Latin letters stay whole where a line can hold them. Nothing is
 * dropped: the lines put together are the text.
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

/** End of the longest piece that fits; spaces may hang over the end of a line. */
function fittingEnd(
  units: readonly TextUnit[],
  start: number,
  measure: (unit: TextUnit) => number,
  width: number,
): number {
  // Sums of fractions: without the tolerance a line of exactly its natural width could break.
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
  if (isSpace(after) || neverFirst.has(after) || neverLast.has(before)) return false;
  return !(joined.test(before) && joined.test(after));
}

function isSpace(unit: TextUnit): boolean {
  return unit === ' ' || unit === '　';
}
