import {composeKana, stripInvisible, toFullWidth} from './characters.js';
import {countGraphemes} from './graphemes.js';
import {outsideJisX0208, suggestJisX0208} from './jis-x-0208.js';
import {read, unread} from './parsed.js';
import type {Parsed} from './parsed.js';

interface TextRule {
  /** In letters as a person counts them. */
  max: number;
  isFullWidth?: boolean;
  keepsLines?: boolean;
}

/** Line breaks and tabs come along from Excel and mails; a name is one line. */
const toOneLine = (text: string): string =>
  text.replace(/[\t-\r \u0085\u00a0\u2028\u2029]+/g, space => (/^ +$/.test(space) ? space : ' '));

const toLines = (text: string): string =>
  text.replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, '\n').replace(/[\t\u00a0]/g, ' ');

/** Letters stay as they are, whatever they are; only what cannot be a letter is refused. */
function parseText(text: string, {max, isFullWidth, keepsLines}: TextRule): Parsed<string> {
  const tooLong = (count: number) => unread('text.tooLong', {max, count});
  // No letter is fifty units long; the work below is not done for a whole book.
  const seen = stripInvisible(String(text ?? '')).trim();
  if (seen.length > max * 50) return tooLong(seen.length);
  const lines = (keepsLines ? toLines : toOneLine)(String(text ?? ''));
  if (/[\u202a-\u202e\u2066-\u2069]|(?!\n)\p{Cc}/u.test(lines)) {
    return unread('text.controlCharacters');
  }
  const composed = composeKana(stripInvisible(lines)).trim();
  const value = isFullWidth ? toFullWidth(composed) : composed;
  if (!value) return unread('text.required', {example: 'none'});
  if (/[\p{Cs}\ufffd\ufffe\uffff]/u.test(value)) return unread('text.characters');
  const count = value.length > max ? countGraphemes(value) : value.length;
  if (count > max) return tooLong(count);
  if (!outsideJisX0208(value).length) return read(value);
  const suggestion = suggestJisX0208(value);
  const offered = suggestion && isFullWidth ? toFullWidth(suggestion) : suggestion;
  return read(value, {warnings: ['charset.outsideJisX0208'], ...(offered && {suggestion: offered})});
}

/** Reads the name of a company. */
export const parseCompanyName = (text: string): Parsed<string> => parseText(text, {max: 60});

/** Reads the name of a person; with a space or without. */
export const parsePersonName = (text: string): Parsed<string> => parseText(text, {max: 40});

/** Reads the name of the works (工事名), kept as the works contract writes it. */
export const parseWorksName = (text: string): Parsed<string> => parseText(text, {max: 400});

/** Reads a bank and its branch, converted to full-width letters as banks want them. */
export const parseBankBranch = (text: string): Parsed<string> =>
  parseText(text, {max: 60, isFullWidth: true});

/** Reads free text (備考) of up to 1,000 letters; its lines stay lines. */
export const parseFreeText = (text: string): Parsed<string> => parseText(text, {max: 1000, keepsLines: true});
