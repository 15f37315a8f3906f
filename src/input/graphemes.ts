/** What a character does to the letters around it, as far as that can be told without asking the browser. */
type Kind = 'letter' | 'mark' | 'control' | 'return' | 'newline' | 'other';

/** First and last code points; what stands in none of them is left to the browser. */
const ranges: readonly (readonly [kind: Kind, from: number, to: number])[] = [
  ['control', 0x00, 0x1f],
  ['letter', 0x20, 0x7e],
  ['control', 0x7f, 0x9f],
  ['letter', 0xa0, 0xa8],
  ['letter', 0xaf, 0x2ff],
  ['mark', 0x300, 0x36f],
  ['letter', 0x370, 0x482],
  ['mark', 0x200c, 0x200c],
  ['letter', 0x2010, 0x2027],
  ['letter', 0x2030, 0x203b],
  ['letter', 0x3000, 0x3029],
  ['letter', 0x3041, 0x3096],
  ['mark', 0x3099, 0x309a],
  ['letter', 0x309b, 0x30ff],
  ['letter', 0x3400, 0x4dbf],
  ['letter', 0x4e00, 0x9fff],
  ['letter', 0xf900, 0xfaff],
  ['mark', 0xfe00, 0xfe0f],
  ['letter', 0xff01, 0xff9d],
  ['mark', 0xff9e, 0xff9f],
  ['letter', 0x20000, 0x3fffd],
  ['mark', 0xe0100, 0xe01ef],
];

const kinds: readonly Kind[] = ['other', 'letter', 'mark', 'control', 'return', 'newline'];
const PLANE = 0x10000;
let table: Uint8Array | undefined;

/** Kinds of the first plane by code point; made when a text is first counted. */
function makeTable(): Uint8Array {
  const made = new Uint8Array(PLANE);
  for (const [kind, from, to] of ranges) made.fill(kinds.indexOf(kind), from, Math.min(to + 1, PLANE));
  made[0x0d] = kinds.indexOf('return');
  made[0x0a] = kinds.indexOf('newline');
  return made;
}

function kindOf(point: number): Kind {
  if (point < PLANE) return kinds[(table ??= makeTable())[point] ?? 0] ?? 'other';
  return ranges.find(([, from, to]) => point >= from && point <= to)?.[0] ?? 'other';
}

const isControl = (kind: Kind | undefined) =>
  kind === undefined || kind === 'control' || kind === 'return' || kind === 'newline';

/** Whether a letter begins between two characters (UAX #29, GB3–GB9 and GB999); nothing where more has to be known. */
function breaksBetween(before: Kind | undefined, after: Kind): boolean | undefined {
  if (before === 'return' && after === 'newline') return false;
  if (isControl(before) || isControl(after)) return true;
  if (before === 'other' || after === 'other') return undefined;
  return after === 'letter';
}

/**
 * How many letters a person sees (grapheme clusters): 𠮷 is one, and so is 辻 with a variation selector. What Japanese is written
 * with is counted here, for the browser takes a microsecond for each letter; anything else is left to it.
 */
export function countGraphemes(text: string): number {
  if (typeof Intl.Segmenter !== 'function') return [...text].length;
  let [count, start, isHard] = [0, 0, false];
  let before: Kind | undefined;
  const close = (end: number) => {
    if (end > start) count += isHard ? countBySegmenter(text.slice(start, end)) : 1;
    start = end;
    isHard = false;
  };
  for (let at = 0; at < text.length;) {
    const point = text.codePointAt(at) ?? 0;
    const kind = kindOf(point);
    const breaks = breaksBetween(before, kind);
    if (breaks) close(at);
    if (kind === 'other' || breaks === undefined) isHard = true;
    before = kind;
    at += point > 0xffff ? 2 : 1;
  }
  close(text.length);
  return count;
}

/** Units segmented at once: each segment costs time by the length of the whole string that it is cut from. */
const WINDOW = 256;

function countBySegmenter(text: string): number {
  const segmenter = new Intl.Segmenter('ja');
  let count = 0;
  for (let start = 0, width = WINDOW; ;) {
    const isPairCut = /[\ud800-\udbff]/.test(text.charAt(start + width - 1));
    const window = text.slice(start, start + width + (isPairCut ? 1 : 0));
    const starts = Array.from(segmenter.segment(window), ({index}) => index);
    if (start + window.length >= text.length) return count + starts.length;
    // The last letter may go on after the window, so that the next one begins with it.
    const last = starts.at(-1) ?? 0;
    count += starts.length - 1;
    start += last;
    width = last ? WINDOW : width * 2;
  }
}
