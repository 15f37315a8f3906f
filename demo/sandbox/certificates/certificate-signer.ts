import type {Certificate} from '../../../src/schemas/certificate.js';
import type {SigningKeys} from '../../../src/schemas/signing-keys.js';
import {fromBase64Url, toBase64Url} from '../platform/random.js';

/** Signs certificates as the surety, so that a page can tell whether one was altered on its way or in the database. */
export interface CertificateSigner {
  /** A compact JWS (RFC 7515, EdDSA) over the content; null where the machine has no Ed25519. */
  sign(certificate: Certificate): Promise<string | null>;
  /** The public half, for everybody. */
  publicKeys(): Promise<SigningKeys>;
}

/** Says what is signed, so that no other signature of the surety can ever stand in for one of a certificate. */
const SIGNATURE_TYPE = 'surety-certificate+jws';

// What stands before the 32 bytes of an Ed25519 private key in PKCS #8 (RFC 8410).
const PKCS8_PREFIX = Uint8Array.from([48, 46, 2, 1, 0, 48, 5, 6, 3, 43, 101, 112, 4, 34, 4, 32]);
const encoder = new TextEncoder();

interface KeyPair {
  privateKey: CryptoKey;
  kid: string;
  x: string;
}

/**
 * A signer whose key is derived from the secret that protects 認証キー: nothing more has to be kept, and several servers
 * on one database sign alike.
 */
export function createCertificateSigner(secret: Uint8Array<ArrayBuffer>): CertificateSigner {
  const pair = deriveKeyPair(secret);
  return {
    async sign({signature: _old, ...content}) {
      const keys = await pair;
      if (!keys) return null;
      const header = {alg: 'EdDSA', kid: keys.kid, typ: SIGNATURE_TYPE};
      const input = [canonicalJson(header), canonicalJson(content)]
        .map(text => toBase64Url(encoder.encode(text)))
        .join('.');
      const signature = await crypto.subtle.sign('Ed25519', keys.privateKey, encoder.encode(input));
      return `${input}.${toBase64Url(new Uint8Array(signature))}`;
    },
    async publicKeys() {
      const keys = await pair;
      if (!keys) return {keys: []};
      const {kid, x} = keys;
      return {keys: [{kty: 'OKP', crv: 'Ed25519', alg: 'EdDSA', use: 'sig', kid, x}]};
    },
  };
}

async function deriveKeyPair(secret: Uint8Array<ArrayBuffer>): Promise<KeyPair | undefined> {
  const root = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits']);
  const info = encoder.encode('certificate signing');
  const hkdf = {name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(32), info};
  const seed = new Uint8Array(await crypto.subtle.deriveBits(hkdf, root, 256));
  const encoded = Uint8Array.from([...PKCS8_PREFIX, ...seed]);
  try {
    // Only exporting tells the public half; what signs cannot be exported.
    const exportable = await crypto.subtle.importKey('pkcs8', encoded, 'Ed25519', true, ['sign']);
    const {x = ''} = await crypto.subtle.exportKey('jwk', exportable);
    const privateKey = await crypto.subtle.importKey('pkcs8', encoded, 'Ed25519', false, ['sign']);
    return {privateKey, kid: await thumbprint(x), x};
  } catch {
    return undefined; // a browser without Ed25519 that runs the sandbox in the page
  }
}

/** The key's name is made from the key (RFC 7638), so it cannot be given to another one. */
async function thumbprint(x: string): Promise<string> {
  const json = canonicalJson({crv: 'Ed25519', kty: 'OKP', x});
  return toBase64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', encoder.encode(json))));
}

/** JSON whose members stand in one order (RFC 8785; a certificate has no numbers but whole ones). */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) =>
    member && typeof member === 'object' && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([one], [other]) => (one < other ? -1 : 1)))
      : member,
  );
}

/** The content that a signature states, without checking it; for tests and tools. */
export function readSignedContent(signature: string): unknown {
  return JSON.parse(new TextDecoder().decode(fromBase64Url(signature.split('.')[1] ?? '')));
}
