import {fromBase64Url, toBase64Url} from './random.js';

/** Keeps 認証キー so that a copy of the database tells nobody a key. */
export interface KeyVault {
  /** AES-256-GCM, bound to the contract number so that a sealed key cannot be moved to another contract. */
  seal(contractNumber: string, authKey: string): Promise<string>;
  open(contractNumber: string, sealedKey: string): Promise<string>;
  /** A keyed digest to compare with, so that checking a key needs no decryption. */
  mac(contractNumber: string, authKey: string): Promise<string>;
  /** Constant time; does the same work when there is nothing to compare with. */
  matches(contractNumber: string, authKey: string, mac: string | null): Promise<boolean>;
}

const NONCE_BYTES = 12;
const MAC_BYTES = 32;
const encoder = new TextEncoder();
const noMac = toBase64Url(new Uint8Array(MAC_BYTES));

/** Opens a vault; one secret of at least 32 bytes yields the two keys by HKDF. */
export function createKeyVault(secret: Uint8Array<ArrayBuffer>): KeyVault {
  if (secret.byteLength < 32) throw new Error('The secret must have at least 32 bytes.');
  const root = crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
  const sealing = derive(root, 'auth-key sealing', {name: 'AES-GCM', length: 256}, ['encrypt', 'decrypt']);
  const checking = derive(root, 'auth-key checking', {name: 'HMAC', hash: 'SHA-256', length: 256}, [
    'sign',
    'verify',
  ]);
  const message = (contractNumber: string, authKey: string) =>
    encoder.encode(`${contractNumber}\0${authKey}`);
  return {
    async seal(contractNumber, authKey) {
      const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
      const bound = {name: 'AES-GCM', iv, additionalData: encoder.encode(contractNumber)};
      const sealed = new Uint8Array(
        await crypto.subtle.encrypt(bound, await sealing, encoder.encode(authKey)),
      );
      return `${toBase64Url(iv)}.${toBase64Url(sealed)}`;
    },
    async open(contractNumber, sealedKey) {
      const [iv = '', sealed = ''] = sealedKey.split('.');
      const bound = {name: 'AES-GCM', iv: fromBase64Url(iv), additionalData: encoder.encode(contractNumber)};
      return new TextDecoder().decode(
        await crypto.subtle.decrypt(bound, await sealing, fromBase64Url(sealed)),
      );
    },
    async mac(contractNumber, authKey) {
      const mac = await crypto.subtle.sign('HMAC', await checking, message(contractNumber, authKey));
      return toBase64Url(new Uint8Array(mac));
    },
    async matches(contractNumber, authKey, mac) {
      const given = fromBase64Url(mac ?? noMac);
      return crypto.subtle.verify('HMAC', await checking, given, message(contractNumber, authKey));
    },
  };
}

async function derive(
  root: Promise<CryptoKey>,
  info: string,
  algorithm: AesKeyGenParams | HmacImportParams,
  usages: KeyUsage[],
): Promise<CryptoKey> {
  const hkdf = {name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(32), info: encoder.encode(info)};
  return crypto.subtle.deriveKey(hkdf, await root, algorithm, false, usages);
}

/** A digest for what must be recognised but not kept: tokens, request bodies. */
export async function digest(value: string): Promise<string> {
  return toBase64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', encoder.encode(value))));
}
