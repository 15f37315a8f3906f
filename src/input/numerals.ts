/** Why a numeral could not be read. */
export type NumeralTrouble = 'notNumber' | 'notInteger' | 'ambiguous';
/** A number, or why it is none. */
export type Numeral = number | NumeralTrouble;

const DIGITS = '〇一二三四五六七八九零壱弐参肆伍陸漆捌玖零壹貳參';
const FORMAL_UNITS: Record<string, string> = {拾: '十', 佰: '百', 陌: '百', 仟: '千', 阡: '千', 萬: '万'};
const UNITS: Record<string, number> = {兆: 1e12, 億: 1e8, 万: 1e4, 千: 1e3, 百: 100, 十: 10};

/** 二〇 → 20, 弐千 → 2千: kanji digits, the formal ones too, become digits; units stay units. */
export const foldKanjiDigits = (text: string): string =>
  text
    .replace(/[〇一二三四五六七八九零壱弐参肆伍陸漆捌玖壹貳參]/g, digit => String(DIGITS.indexOf(digit) % 10))
    .replace(/[拾佰陌仟阡萬]/g, unit => FORMAL_UNITS[unit] ?? unit);

/** `2,000` or `1.5` times a unit, in whole numbers, for 1.1 × 1億 must not become 110000000.00000001. */
function scale(text: string, unit: number): Numeral {
  if (!/^\d[\d,]*(?:\.[\d.,]*)?$/.test(text)) return 'notNumber';
  const [whole = '', ...rest] = text.split('.');
  const fraction = rest[0] ?? '';
  const grouped = whole.includes(',');
  if (rest.length > 1 || fraction.includes(',')) return 'ambiguous';
  if (grouped && !/^\d{1,3}(?:,\d{3})+$/.test(whole)) return 'ambiguous';
  if (fraction.length === 3 && unit === 1) return 'ambiguous';
  const significant = (whole.replaceAll(',', '') + fraction).replace(/^0+/, '');
  if (significant.length > 15) return fraction ? 'notInteger' : BEYOND;
  const scaled = Number(significant || '0') * unit;
  const value = scaled / 10 ** fraction.length;
  return Number.isInteger(value) ? value : 'notInteger';
}

// Larger than any amount, yet smaller than the bound of a first part.
const BEYOND = 1e300;

type ReadPart = (part: string, unit: number, isFirst: boolean, isLast: boolean) => Numeral;

/** Adds up the parts of a text that its units cut it into, largest unit first. */
function addUp(text: string, units: string, readPart: ReadPart): Numeral {
  let [total, previous, from] = [0, Infinity, 0];
  for (let at = 0; at <= text.length; at++) {
    const unit = at === text.length ? 1 : units.includes(text.charAt(at)) ? (UNITS[text.charAt(at)] ?? 0) : 0;
    if (!unit) continue;
    const part = text.slice(from, at);
    if (at === text.length && !part && from > 0) break;
    const value = readPart(part, unit, from === 0, at >= text.length - 1);
    if (typeof value === 'string') return value;
    if (unit >= previous) return 'notNumber';
    if (value >= previous) return 'ambiguous';
    [total, previous, from] = [total + value, unit, at + 1];
  }
  return total;
}

function readSection(text: string, unit: number): Numeral {
  if (!/[千百十]/.test(text)) return scale(text, unit);
  const value = addUp(text, '千百十', (part, small, isFirst, isLast) => {
    const value = part || small === 1 ? scale(part, small) : small;
    // 20,000千円 is how public works papers write it; 20千500 is nobody's way.
    const isTable = typeof value === 'number' && value > 9 * small && small > 1;
    return isTable && !(isFirst && isLast) ? 'ambiguous' : value;
  });
  return typeof value === 'number' ? value * unit : value;
}

/** Reads `20,000,000`, `2,000万`, `1.5億`, `2千5百万`, `二千万` (digits folded first): whole numbers only. */
export const readNumeral = (text: string): Numeral => addUp(text, '兆億万', readSection);
