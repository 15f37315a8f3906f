const DIGITS = '0123456789';

/** Letters and digits without the look-alikes 0 O 1 I l. */
export const KEY_ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

const KEY_LENGTH = 12;

/** What `getRandomValues` fills at once. */
const LARGEST_BUFFER = 65_536;

/** Fills a buffer with random bytes; `crypto.getRandomValues` but for tests. */
export type RandomBytes = (buffer: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>;

const systemBytes: RandomBytes = buffer => crypto.getRandomValues(buffer);

/** A uniform draw from an alphabet: bytes beyond its last whole multiple are thrown away, so no character is favoured. */
export function drawFrom(alphabet: string, length: number, randomBytes: RandomBytes = systemBytes): string {
  const usable = 256 - (256 % alphabet.length);
  let drawn = '';
  while (drawn.length < length) {
    for (const byte of randomBytes(new Uint8Array(Math.min(length * 2, LARGEST_BUFFER)))) {
      if (byte >= usable || drawn.length === length) continue;
      drawn += alphabet.charAt(byte % alphabet.length);
    }
  }
  return drawn;
}

/** A new 認証キー. */
export const drawAuthKey = (randomBytes?: RandomBytes) => drawFrom(KEY_ALPHABET, KEY_LENGTH, randomBytes);

/** A new 保証契約番号 in the surety's pattern, where each `0` stands for a digit. */
export const drawContractNumber = (pattern: string, randomBytes?: RandomBytes) =>
  pattern.replace(/0/g, () => drawFrom(DIGITS, 1, randomBytes));

/** An opaque session token of 256 bits. */
export function drawToken(): string {
  return toBase64Url(systemBytes(new Uint8Array(32)));
}

/** Bytes as base64url without padding. */
export function toBase64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes)).replace(/[+/=]/g, sign => ({'+': '-', '/': '_'})[sign] ?? '');
}

/** The bytes behind a base64url text. */
export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replace(/[-_]/g, sign => (sign === '-' ? '+' : '/')));
  return Uint8Array.from(binary, character => character.charCodeAt(0));
}
