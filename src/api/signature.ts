import type {Certificate} from '../schemas/certificate.js';
import type {SigningKeys} from '../schemas/signing-keys.js';
import {getSigningKeys} from './endpoints.js';
import type {Caller, CallOptions} from './http.js';

/** Why it cannot be said whether a certificate was altered. */
export type UnverifiableReason =
  /** The certificate came without a signature. */
  | 'unsigned'
  /** The surety does not show the key that it was signed with. */
  | 'unknown-key'
  /** This browser has no Ed25519. */
  | 'unsupported';

/** What a signature says about a certificate; only `valid` means that it was not altered. */
export type SignatureCheck =
  {verdict: 'valid'} | {verdict: 'tampered'} | {verdict: 'unverifiable'; reason: UnverifiableReason};

const tampered: SignatureCheck = {verdict: 'tampered'};
const unverifiable = (reason: UnverifiableReason): SignatureCheck => ({verdict: 'unverifiable', reason});

const ALGORITHM = 'Ed25519';
const PART = /^[\w-]+$/;
const decoder = new TextDecoder('utf-8', {fatal: true});

/** Fetches the surety's keys, then checks the certificate as it is shown. */
export async function fetchAndVerify(
  {call}: Caller,
  certificate: Certificate,
  options?: CallOptions,
): Promise<SignatureCheck> {
  if (!certificate.signature) return unverifiable('unsigned');
  return verifyCertificate(certificate, await call(getSigningKeys, {}, options));
}

/**
 * Whether a certificate says what its surety signed: the signature holds, and every member that can be shown is in what
 * was signed with the same value. The algorithm is ours and never taken from the signature (RFC 8725, 3.1).
 */
export async function verifyCertificate(
  {signature, ...shown}: Certificate,
  {keys}: SigningKeys,
): Promise<SignatureCheck> {
  if (!signature) return unverifiable('unsigned');
  const jws = parseJws(signature);
  if (!jws || !contains(jws.content, shown)) return tampered;
  const key = keys.find(each => each.kid === jws.kid && isUsable(each));
  if (!key?.x || jws.kid === undefined) return unverifiable('unknown-key');
  const publicKey = await crypto.subtle
    .importKey('jwk', {kty: 'OKP', crv: ALGORITHM, x: key.x}, ALGORITHM, false, ['verify'])
    .catch(whenUnsupported);
  if (!publicKey) return unverifiable('unsupported');
  if (publicKey === 'malformed') return unverifiable('unknown-key');
  const holds = await crypto.subtle.verify(ALGORITHM, publicKey, jws.signature, jws.input);
  return holds ? {verdict: 'valid'} : tampered;
}

const isUsable = ({kty, crv, use = 'sig'}: SigningKeys['keys'][number]) =>
  kty === 'OKP' && crv === ALGORITHM && use === 'sig';

/** A key that cannot be read is not the browser's fault. */
function whenUnsupported(thrown: unknown): undefined | 'malformed' {
  return thrown instanceof DOMException && thrown.name === 'DataError' ? 'malformed' : undefined;
}

interface Jws {
  kid: string | undefined;
  content: unknown;
  input: Uint8Array<ArrayBuffer>;
  signature: Uint8Array<ArrayBuffer>;
}

/** A compact JWS made for a certificate; another algorithm, another purpose or an unknown extension makes it none. */
function parseJws(text: string): Jws | undefined {
  const parts = text.split('.');
  const [header = '', payload = '', signature = ''] = parts;
  if (parts.length !== 3 || !parts.every(part => PART.test(part))) return undefined;
  try {
    const head = readJson(header);
    if (!isRecord(head) || head['alg'] !== 'EdDSA' || head['typ'] !== 'surety-certificate+jws')
      return undefined;
    if (Object.hasOwn(head, 'crit')) return undefined;
    const {kid} = head;
    return {
      kid: typeof kid === 'string' ? kid : undefined,
      content: readJson(payload),
      input: new TextEncoder().encode(`${header}.${payload}`),
      signature: decode(signature),
    };
  } catch {
    return undefined;
  }
}

const readJson = (part: string): unknown => JSON.parse(decoder.decode(decode(part)));

function decode(part: string): Uint8Array<ArrayBuffer> {
  const binary = atob(part.replace(/[-_]/g, sign => (sign === '-' ? '+' : '/')));
  return Uint8Array.from(binary, character => character.charCodeAt(0));
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether what was signed has all that is shown; what a newer API signs besides is not shown and does no harm. */
function contains(signed: unknown, shown: unknown): boolean {
  if (Array.isArray(shown)) {
    return (
      Array.isArray(signed) &&
      signed.length === shown.length &&
      shown.every((each, index) => contains(signed[index], each))
    );
  }
  if (!isRecord(shown)) return signed === shown;
  return (
    isRecord(signed) &&
    Object.entries(shown).every(
      ([name, value]) => Object.hasOwn(signed, name) && contains(signed[name], value),
    )
  );
}
