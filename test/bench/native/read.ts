/** What a text means, or the end of a sentence that says how to mend it. */
export type Reading = {value: number | string; echo?: string; warning?: string} | {error: string};

const YEN_MAX = 999_999_999_999;
const KANJI = '〇一二三四五六七八九';
const ERAS = [
  ['令和', 'R', 2018],
  ['平成', 'H', 1988],
  ['昭和', 'S', 1925],
] as const;

const fold = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u202a-\u202e\ufeff]/g, '')
    .replace(/[‐-―−ーｰ]/g, '-')
    .trim();

const foldKanji = (text: string) =>
  text.replace(/[〇一二三四五六七八九]/g, digit => String(KANJI.indexOf(digit)));

/** `1億2,345万6,789円`. */
function sayYen(amount: number): string {
  const [oku, man, rest] = [Math.floor(amount / 1e8), Math.floor(amount / 1e4) % 1e4, amount % 1e4];
  const part = (count: number, unit: string) => (count ? count.toLocaleString('en-US') + unit : '');
  return `${part(oku, '億')}${part(man, '万')}${part(rest, '')}円`;
}

/** `令和8年2月1日` for `2026-02-01`. */
function sayDate(date: string): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const [name, before] =
    date >= '2019-05-01' ? ['令和', 2018] : date >= '1989-01-08' ? ['平成', 1988] : ['昭和', 1925];
  return `${name}${year - before === 1 ? '元' : year - before}年${month}月${day}日`;
}

/** Reads whole yen: full width, commas, 円, 万, 億, 千円, kanji digits. */
export function readYen(text: string): Reading {
  const bare = foldKanji(fold(text))
    .replace(/[,\s]/g, '')
    .replace(/^(?:金|[¥\\])/, '')
    .replace(/(?:円|也|円也)$/, '');
  const match = /^(?:(\d+(?:\.\d+)?)億)?(?:(\d+(?:\.\d+)?)万)?(?:(\d+)千)?(\d+(?:\.\d+)?)?$/.exec(bare);
  if (!bare || !match) return {error: 'を数字で入力してください。例：20,000,000'};
  const [oku = 0, man = 0, sen = 0, ones = 0] = match.slice(1).map(part => Number(part ?? 0));
  const value = Math.round((oku * 1e8 + man * 1e4 + sen * 1e3 + ones) * 100) / 100;
  if (!Number.isInteger(value)) return {error: 'は1円単位で入力してください。'};
  if (value < 1) return {error: 'は1円以上で入力してください。'};
  if (value > YEN_MAX) return {error: 'は999,999,999,999円以下で入力してください。'};
  return {value, echo: sayYen(value)};
}

/** Reads a day: `2026-02-01`, `2026/2/1`, `令和8年2月1日`, `R8.2.1`, 元年, full width. */
export function readDate(text: string): Reading {
  const simple = foldKanji(fold(text)).replace(/\s/g, '').replace('元年', '1年');
  const match = /^(令和|平成|昭和|[RHS])?(\d{1,4})[-年/.](\d{1,2})[-月/.](\d{1,2})日?$/i.exec(simple);
  if (!match) return {error: 'を年月日で入力してください。例：2026/2/1、令和8年2月1日'};
  const sign = match[1]?.toUpperCase();
  const era = ERAS.find(([name, letter]) => sign === name || sign === letter);
  const [year = 0, month = 0, day = 0] = match.slice(2).map(Number);
  if (!era && year < 1868) return {error: 'の年が令和か西暦か分かりません。例：2026/2/1、令和8年2月1日'};
  const full = year + (era?.[2] ?? 0);
  const real = new Date(Date.UTC(full, month - 1, day));
  if (real.getUTCMonth() !== month - 1 || real.getUTCDate() !== day) {
    return {error: 'は暦にない日です。年・月・日を確かめてください。'};
  }
  const value = real.toISOString().slice(0, 10);
  return {value, echo: `${sayDate(value)}（${full}年${month}月${day}日）`};
}

/** Reads a Japanese phone number in any grouping. */
export function readPhone(text: string): Reading {
  const bare = fold(text).replace(/^\+81-?/, '0');
  if (!/^[\d()\-. ]+$/.test(bare)) return {error: 'は数字で入力してください。例：018-863-1000'};
  const value = bare.replace(/\D/g, '');
  if (!value.startsWith('0')) return {error: 'は0から始まる番号を入力してください。例：018-863-1000'};
  const length = /^0(?:[26-9]0[1-9]|50|800)/.test(value) ? 11 : 10;
  return value.length === length ? {value} : {error: 'のけた数を確かめてください。例：018-863-1000'};
}

/** Reads a mail address. */
export function readEmail(text: string): Reading {
  const value = fold(text);
  if (value.length > 254) return {error: 'は254文字以内で入力してください。'};
  return /^[^\s@]+@(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z]{2,}$/i.test(value)
    ? {value}
    : {error: 'は「@」を1つ含む形で入力してください。例：soumu@example.co.jp'};
}

let jis: Set<string> | undefined;

/** JIS X 0208 as the decoder of EUC-JP knows it, less the rows of vendors. */
function isInJis(letter: string): boolean {
  if (!jis) {
    const bytes: number[] = [];
    for (let row = 1; row <= 84; row++) {
      if (row > 8 && row < 16) continue;
      for (let cell = 1; cell <= 94; cell++) bytes.push(0xa0 + row, 0xa0 + cell);
    }
    jis = new Set(new TextDecoder('euc-jp').decode(new Uint8Array(bytes)));
  }
  return (letter >= ' ' && letter <= '~') || jis.has(letter);
}

/** Reads a text of up to `max` letters as a person counts them; letters stay as they are. */
export const readText =
  (max: number, keepsLines = false) =>
  (text: string): Reading => {
    const value = (keepsLines ? text : text.replace(/[\t-\r]+/g, ' '))
      .replace(/[\uff61-\uff9f]+/g, kana => kana.normalize('NFKC'))
      .trim();
    if (/(?!\n)\p{Cc}/u.test(value))
      return {error: 'に、目に見えない制御文字が入っています。入力し直してください。'};
    const count = value.length > max ? [...new Intl.Segmenter('ja').segment(value)].length : value.length;
    if (count > max) return {error: `は${max}文字以内で入力してください。いまは${count}文字です。`};
    const foreign = [...value].filter(letter => !isInJis(letter) && letter !== '\n');
    const warning = `「${foreign.join('」「')}」は、発注者などのシステムで表示されないことがあります。`;
    return foreign.length ? {value, warning} : {value};
  };

/** Reads the name of a bank or a branch; half width becomes full width. */
export function readBank(text: string): Reading {
  const reading = readText(60)(text);
  if ('error' in reading) return reading;
  const wide = String(reading.value)
    .replace(/[!-~]/g, letter => String.fromCharCode(letter.charCodeAt(0) + 0xfee0))
    .replaceAll(' ', '\u3000');
  return {...reading, value: wide};
}
