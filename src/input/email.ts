import {foldCode, foldHyphens} from './characters.js';
import {read, unread} from './parsed.js';
import type {Parsed} from './parsed.js';

const LONGEST = 254;
const KNOWN = (
  'gmail.com yahoo.co.jp yahoo.com icloud.com outlook.jp outlook.com hotmail.com hotmail.co.jp docomo.ne.jp ' +
  'ezweb.ne.jp au.com softbank.ne.jp i.softbank.jp nifty.com biglobe.ne.jp ocn.ne.jp'
).split(' ');

/** Whether one slip of the finger (missing, extra, wrong or swapped letter) separates two words. */
function isOneSlip(typed: string, meant: string): boolean {
  if (typed === meant || Math.abs(typed.length - meant.length) > 1) return false;
  let start = 0;
  while (start < meant.length && typed[start] === meant[start]) start++;
  const [left, right] = [typed.slice(start), meant.slice(start)];
  const isSwap = left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2);
  return isSwap || left.slice(1) === right.slice(1) || left.slice(1) === right || left === right.slice(1);
}

function suggestDomain(domain: string): string | undefined {
  const typed = domain.toLowerCase();
  if (KNOWN.includes(typed)) return undefined;
  if (/^gmail\./.test(typed)) return 'gmail.com';
  const mended = typed
    .replace(/\.(?:con|cpm|cmo|comm|vom)$/, '.com')
    .replace(/\.?cojp$|\.co\.(?:jo|jpp|j|kp)$/, '.co.jp');
  return mended === typed ? KNOWN.find(known => isOneSlip(typed, known)) : mended;
}

/** Punycode for a domain in Japanese letters, so that any mail system can send to it. */
function toAscii(domain: string): string | undefined {
  try {
    return /^[\x21-\x7e]*$/.test(domain) ? domain : new URL(`http://${domain}`).hostname;
  } catch {
    return undefined;
  }
}

const isDomain = (domain: string): boolean =>
  /^(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z][a-z\d-]*[a-z\d]$/i.test(domain);

/** Takes the address out of `mailto:…` and `総務 <…>`; spaces around the signs of an address are slips. */
function unwrap(text: string): string {
  const inner = /<([^<>]*)>$/.exec(text)?.[1] ?? text;
  return inner
    .replace(/^mailto:/i, '')
    .trim()
    .replace(/\s{0,9}([@.])\s{0,9}/g, '$1');
}

/** The letters that an address cannot have. */
function wrongLetters(local: string, domain: string): string {
  const wrong = local.replace(/[\w.!#$%&'*+/=?^`{|}~-]/g, '') + domain.replace(/[^\s,;:"()<>]/g, '');
  return [...new Set(wrong)].slice(0, 10).join('');
}

/** Reads a mail address; two dots in a row stay, for carriers in Japan gave such addresses out. */
export function parseEmail(text: string): Parsed<string> {
  const folded = foldCode(text);
  if (!folded) return unread('text.required', {example: 'email'});
  const isHuge = folded.length > 2000;
  if (!isHuge && /@[^@\s,;/]+[\s,;/]+[^@]*@/.test(folded)) {
    return unread('email.multiple');
  }
  const address = isHuge ? folded : unwrap(/[ぁ-ゖァ-ヺ]/.test(folded) ? folded : foldHyphens(folded));
  if (address.length > LONGEST) return unread('email.tooLong', {max: LONGEST});
  const [local = '', typedDomain = '', ...more] = address.split('@');
  if (more.length || !address.includes('@')) return unread('email.format', {part: 'at'});
  if (!local) return unread('email.format', {part: 'local'});
  const letters = wrongLetters(local, typedDomain);
  if (letters) return unread('email.characters', {letters});
  const domain = toAscii(typedDomain);
  if (!domain || !isDomain(domain)) return unread('email.format', {part: 'domain'});
  const suggested = suggestDomain(domain);
  const value = `${local}@${domain}`;
  return suggested
    ? read(value, {warnings: ['email.maybeTypo'], suggestion: `${local}@${suggested}`})
    : read(value);
}
