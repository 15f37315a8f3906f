import {foldCode, foldHyphens} from './characters.js';
import {read, unread} from './parsed.js';
import type {FieldName, Parsed} from './parsed.js';

const LONGEST = 254;
const KNOWN = (
  'gmail.com yahoo.co.jp yahoo.com icloud.com outlook.jp outlook.com hotmail.com hotmail.co.jp docomo.ne.jp ' +
  'ezweb.ne.jp au.com softbank.ne.jp i.softbank.jp nifty.com biglobe.ne.jp ocn.ne.jp'
).split(' ');

const MESSAGES = {
  format: 'は「@」を1つ含む形で入力してください。例：soumu@example.co.jp',
  tooLong: 'は254文字以内で入力してください。',
  multiple: 'は1つだけ入力してください。例：soumu@example.co.jp',
};

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

/** Reads a mail address; two dots in a row stay, for carriers in Japan gave such addresses out. */
export function parseEmail(text: string, {field = 'メールアドレス'}: FieldName = {}): Parsed<string> {
  const fail = (kind: keyof typeof MESSAGES) => unread(`email.${kind}`, field + MESSAGES[kind]);
  const folded = foldCode(text);
  if (!folded) return unread('text.required', `${field}を入力してください。例：soumu@example.co.jp`);
  if (folded.length > 2000) return fail('tooLong');
  if (/@[^@\s,;/]+[\s,;/]+[^@]*@/.test(folded)) return fail('multiple');
  const address = unwrap(/[ぁ-ゖァ-ヺ]/.test(folded) ? folded : foldHyphens(folded));
  if (address.length > LONGEST) return fail('tooLong');
  const [local = '', typedDomain = '', ...more] = address.split('@');
  const wrong = [...new Set(local.replace(/[\w.!#$%&'*+/=?^`{|}~-]/g, ''))]
    .map(c => (c.trim() ? c : '空白'))
    .join('');
  const domain = toAscii(typedDomain) ?? '';
  if (more.length || !local || !typedDomain) return fail('format');
  if (wrong)
    return unread(
      'email.characters',
      `${field}に使えない文字「${wrong}」を除いてください。例：soumu@example.co.jp`,
    );
  if (/[\s,;:"()<>]/.test(typedDomain)) {
    return unread(
      'email.characters',
      `${field}の「@」より後の、空白や「,」などを除いてください。例：soumu@example.co.jp`,
    );
  }
  if (!isDomain(domain)) return fail('format');
  const suggested = suggestDomain(domain);
  const value = `${local}@${domain}`;
  return suggested
    ? read(value, {warnings: ['email.maybeTypo'], suggestion: `${local}@${suggested}`})
    : read(value);
}
