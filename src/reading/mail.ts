import {byteString} from './byte-string.js';
import type {Allowance} from './limits.js';
import {findingsOf, type Finding} from './finding.js';

interface Part {
  type: string;
  charset: string;
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
}

const toBytes = (text: string) => Uint8Array.from(text, letter => letter.charCodeAt(0) & 0xff);

function decodeText(bytes: Uint8Array, charset: string): string {
  try {
    return new TextDecoder(charset || 'utf-8').decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes); // an unknown charset
  }
}

const fromBase64 = (text: string) => toBytes(atob(text.replace(/[^A-Za-z0-9+/]/g, '')));
const fromQuoted = (text: string) =>
  toBytes(
    text
      .replace(/=\r?\n/g, '')
      .replace(/=([0-9A-F]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16))),
  );

/** Decodes the encoded words (RFC 2047) of a file name: `=?ISO-2022-JP?B?…?=`. */
const decodeWords = (text: string): string =>
  text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?([^?]+)\?([BQ])\?([^?]*)\?=/gi, (_, charset: string, way: string, word: string) =>
      decodeText(/b/i.test(way) ? fromBase64(word) : fromQuoted(word.replaceAll('_', ' ')), charset),
    );

/** Returns a parameter of a header, e.g. `charset`, with its continuations (RFC 2231) joined. */
function parameter(header: string, name: string): string {
  const pieces = [...header.matchAll(new RegExp(`${name}(?:\\*\\d*)?\\*?\\s*=\\s*("[^"]*"|[^;\\s]+)`, 'gi'))];
  const joined = pieces.map(([, piece = '']) => piece.replace(/^"|"$/g, '')).join('');
  const [, charset, encoded] = /^([\w-]+)'[\w-]*'(.*)$/.exec(joined) ?? [];
  if (charset === undefined || encoded === undefined) return decodeWords(joined);
  return decodeText(fromQuoted(encoded.replaceAll('%', '=')), charset);
}

/** Returns the parts of a mail, nested ones included. */
function partsOf(source: string, depth = 0): Part[] {
  const [, head = '', body = ''] = /^([^]*?)(?:\r?\n){2}([^]*)$/.exec(source) ?? [];
  const headers = head.replace(/\r?\n[ \t]+/g, ' ');
  const of = (name: string) => new RegExp(`^${name}:\\s*(.*)$`, 'im').exec(headers)?.[1] ?? '';
  const type = of('Content-Type');
  const boundary = parameter(type, 'boundary');
  if (/^multipart\//i.test(type) && boundary && depth < 5)
    return source
      .split(`--${boundary}`)
      .slice(1)
      .filter(piece => !piece.startsWith('--'))
      .flatMap(piece => partsOf(piece.replace(/^\r?\n/, ''), depth + 1));
  const encoding = of('Content-Transfer-Encoding').trim().toLowerCase();
  const decode = {base64: fromBase64, 'quoted-printable': fromQuoted}[encoding] ?? toBytes;
  const name = parameter(of('Content-Disposition'), 'filename') || parameter(type, 'name');
  return [{type: type.toLowerCase(), charset: parameter(type, 'charset'), name, bytes: decode(body)}];
}

/** Whether a finding is reported beside a good one; a logo below a signature is not. */
const isReported = ({problem}: Finding) => problem !== 'no-text' && problem !== 'unsupported';

/** Reads a saved mail (.eml): its attachments, else its text. */
export async function readMail(
  bytes: Uint8Array,
  name: string,
  read: (bytes: Uint8Array<ArrayBuffer>, name: string) => Promise<Finding[]>,
  left: Allowance,
): Promise<Finding[]> {
  const parts = partsOf(byteString(bytes));
  const findings: Finding[] = [];
  for (const part of parts.filter(each => each.name)) {
    if (--left.parts < 0) return [...findings, {name, problem: 'too-much'}];
    findings.push(...(await read(part.bytes, part.name)));
  }
  if (findings.some(({contractNumber}) => contractNumber)) return findings.filter(isReported);
  const words = parts
    .filter(each => !each.name && (each.type === '' || each.type.startsWith('text/')))
    .map(({bytes: text, charset, type}) => {
      const decoded = decodeText(text, charset);
      return type.startsWith('text/html') ? decoded.replace(/<[^>]*>/g, ' ') : decoded;
    });
  const own = findingsOf(words);
  if (own.some(({contractNumber}) => contractNumber)) return own.map(finding => ({name, ...finding}));
  return findings.length ? findings : [{name, problem: 'not-a-notice'}];
}
