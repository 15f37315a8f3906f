/** A mail to be looked over and sent by a person, with one file attached. */
export interface MailDraft {
  /** Mail address; left out, the person fills it in. */
  to?: string;
  subject: string;
  body: string;
  attachment: {name: string; mediaType: string; bytes: Uint8Array};
}

const CRLF = '\r\n';
// All parts are base64, which has no `_`: the line between them cannot occur inside one.
const BOUNDARY = '=_surety_elements_=';
const encoder = new TextEncoder();

/** The mail as an `.eml` file (RFC 5322, 2045–2047, 2231); `X-Unsent` makes Outlook open it as a draft. */
export function writeMailFile({to, subject, body, attachment}: MailDraft): string {
  const {name, mediaType, bytes} = attachment;
  return [
    'X-Unsent: 1',
    ...(to ? [`To: ${oneLine(to)}`] : []),
    `Subject: ${encodedWords(oneLine(subject), 'Subject: '.length)}`,
    'MIME-Version: 1.0',
    `Content-Type: multipart/mixed; boundary="${BOUNDARY}"`,
    '',
    `--${BOUNDARY}`,
    'Content-Type: text/plain; charset=UTF-8',
    'Content-Transfer-Encoding: base64',
    '',
    base64Lines(encoder.encode(body.replace(/\r?\n/g, CRLF))),
    `--${BOUNDARY}`,
    `Content-Type: ${mediaType};${CRLF} ${parameter('name', name)}`,
    `Content-Disposition: attachment;${CRLF} ${parameter('filename', name)}`,
    'Content-Transfer-Encoding: base64',
    '',
    base64Lines(bytes),
    `--${BOUNDARY}--`,
    '',
  ].join(CRLF);
}

/** A line break in a header would begin another one. */
const oneLine = (text: string): string => text.replace(/\p{Cc}+/gu, ' ').trim();

const LONGEST_LINE = 76;
const WORD_FRAME = '=?UTF-8?B??='.length;

/** Header text in encoded words (RFC 2047): no line over 76 characters, no character cut in two. */
function encodedWords(text: string, used: number): string {
  if (/^[\x20-\x7e]*$/.test(text) && text.length + used <= LONGEST_LINE) return text;
  const words: string[] = [];
  let room = LONGEST_LINE - used - WORD_FRAME;
  let word = '';
  for (const character of text) {
    if (base64Length(encoder.encode(word + character).length) > room) {
      words.push(word);
      word = '';
      room = LONGEST_LINE - 1 - WORD_FRAME;
    }
    word += character;
  }
  return [...words, word].map(each => `=?UTF-8?B?${base64(encoder.encode(each))}?=`).join(`${CRLF} `);
}

/** A parameter of a header (RFC 2231): percent-encoded UTF-8, in pieces where it is long. */
function parameter(key: string, value: string): string {
  const encoded = Array.from(encoder.encode(oneLine(value)), byte => {
    const sign = String.fromCharCode(byte);
    return /[\w.-]/.test(sign) ? sign : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  });
  const pieces: string[] = [];
  const longest = LONGEST_LINE - key.length - 16;
  for (const sign of encoded) {
    const last = pieces.at(-1);
    if (last === undefined || last.length + sign.length > longest) pieces.push(sign);
    else pieces[pieces.length - 1] = last + sign;
  }
  if (pieces.length < 2) return `${key}*=UTF-8''${pieces.join('')}`;
  return pieces.map((piece, index) => `${key}*${index}*=${index ? '' : "UTF-8''"}${piece}`).join(`;${CRLF} `);
}

const base64Length = (bytes: number): number => Math.ceil(bytes / 3) * 4;

function base64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''));
}

const base64Lines = (bytes: Uint8Array): string =>
  (base64(bytes).match(new RegExp(`.{1,${LONGEST_LINE}}`, 'g')) ?? []).join(CRLF);
