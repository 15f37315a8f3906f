import assert from 'node:assert/strict';
import {before, describe, it} from 'node:test';
import {
  createCertificateSigner,
  readSignedContent,
} from '../../demo/sandbox/certificates/certificate-signer.js';
import {createSandbox, leafletKeys} from '../../demo/sandbox/index.js';
import {createClient} from '../../src/api/client.js';
import {verifyCertificate} from '../../src/api/signature.js';
import {resolveConfig} from '../../src/config.js';
import {SuretyError} from '../../src/errors.js';
import type {Certificate} from '../../src/schemas/certificate.js';
import type {SigningKeys} from '../../src/schemas/signing-keys.js';

const secret = new Uint8Array(32).fill(7);
const {number} = leafletKeys['advance-payment'];

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const tampered = {verdict: 'tampered'};
const unverifiable = (reason: string) => ({verdict: 'unverifiable', reason});

/** A client of a sandbox whose answers may be altered on their way. */
function connect(alter: (path: string, json: unknown) => unknown = (_path, json) => json) {
  const sandbox = createSandbox({seed: 'leaflet', encryptionKey: secret});
  const send: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const response = await sandbox.fetch(request.clone());
    const altered = alter(new URL(request.url).pathname, await response.json());
    return altered instanceof Response ? altered : Response.json(altered);
  };
  const options = {
    apiBase: 'https://api.example.jp/v1',
    fetch: send,
    getToken: () => sandbox.signIn('contractor'),
  };
  return createClient(resolveConfig([options], 'https://host.example.jp/'));
}

describe('the signature of a certificate', () => {
  let certificate: Certificate;
  let keys: SigningKeys;
  let parts: [string, string, string];
  before(async () => {
    const [found] = (await connect().listCertificates(number)).items;
    assert.ok(found?.signature);
    certificate = found;
    keys = await createCertificateSigner(secret).publicKeys();
    parts = found.signature.split('.') as [string, string, string];
  });
  const verify = (changes: Partial<Certificate>, by: SigningKeys = keys) =>
    verifyCertificate({...certificate, ...changes}, by);
  const withHeader = (header: object) => ({signature: [encode(header), parts[1], parts[2]].join('.')});
  const header = () => JSON.parse(Buffer.from(parts[0], 'base64url').toString()) as Record<string, string>;

  it('holds for what was issued, whatever the order of the members', async () => {
    assert.deepEqual(await verify({}), {verdict: 'valid'});
    const turned = Object.fromEntries(Object.entries(certificate).reverse()) as Certificate;
    assert.deepEqual(await verifyCertificate(turned, keys), {verdict: 'valid'});
  });

  it('does not hold when any member, at any depth, differs', async () => {
    const {signature: _signature, ...content} = certificate;
    for (const path of leaves(content)) {
      const forged = structuredClone(certificate);
      alterAt(forged, path);
      assert.deepEqual(await verifyCertificate(forged, keys), tampered, path.join('/'));
    }
    assert.ok(leaves(content).length > 30);
    assert.deepEqual(await verify({notes: certificate.notes.slice(1)}), tampered);
    assert.deepEqual(await verify({notes: [...certificate.notes, 'ほか']}), tampered);
  });

  it('does not hold when the content inside it was altered to fit what is shown', async () => {
    const forged = {...(readSignedContent(certificate.signature ?? '') as object), guaranteeAmount: 99};
    const signature = [parts[0], encode(forged), parts[2]].join('.');
    assert.deepEqual(await verify({guaranteeAmount: 99, signature}), tampered);
  });

  it('of somebody else does not hold under the name of the surety’s key', async () => {
    const other = createCertificateSigner(new Uint8Array(32).fill(8));
    const signature = (await other.sign(certificate)) ?? '';
    assert.deepEqual(await verify({signature}), unverifiable('unknown-key'));
    const [kid] = (await other.publicKeys()).keys.map(key => key.kid);
    const renamed = {keys: keys.keys.map(key => ({...key, ...(kid && {kid})}))};
    assert.deepEqual(await verify({signature}, renamed), tampered);
  });

  it('says nothing without a key of that name, or with a key that is not for signing certificates', async () => {
    const {kid: _kid, ...nameless} = header();
    assert.deepEqual(await verify(withHeader(nameless)), unverifiable('unknown-key'));
    assert.deepEqual(await verify({}, {keys: []}), unverifiable('unknown-key'));
    for (const change of [{kty: 'RSA'}, {crv: 'X25519'}, {use: 'enc'}, {x: 'AAAA'}, {x: undefined}]) {
      const unusable = {keys: keys.keys.map(key => ({...key, ...change}))};
      assert.deepEqual(await verify({}, unusable), unverifiable('unknown-key'), JSON.stringify(change));
    }
    const withoutNames = {keys: keys.keys.map(({kid: _name, ...key}) => key)};
    assert.deepEqual(await verify(withHeader(nameless), withoutNames), unverifiable('unknown-key'));
  });

  it('chooses neither its algorithm nor its purpose', async () => {
    for (const alg of ['none', 'None', 'HS256', 'RS256', 'ES256', undefined]) {
      assert.deepEqual(await verify(withHeader({...header(), alg})), tampered, alg);
    }
    const bare = {signature: `${encode({...header(), alg: 'none'})}.${parts[1]}.`};
    assert.deepEqual(await verify(bare), tampered);
    assert.deepEqual(await verify(withHeader({...header(), typ: 'JWT'})), tampered);
    assert.deepEqual(await verify(withHeader({...header(), crit: ['b64'], b64: false})), tampered);
  });

  it('made with the public key as an HMAC secret does not hold', async () => {
    const x = keys.keys[0]?.x ?? '';
    const input = `${encode({...header(), alg: 'HS256'})}.${parts[1]}`;
    const raw = Buffer.from(x, 'base64url');
    const key = await crypto.subtle.importKey('raw', raw, {name: 'HMAC', hash: 'SHA-256'}, false, ['sign']);
    const mac = Buffer.from(await crypto.subtle.sign('HMAC', key, Buffer.from(input))).toString('base64url');
    assert.deepEqual(await verify({signature: `${input}.${mac}`}), tampered);
  });

  it('that is cut, padded, garbled or missing never counts as one', async () => {
    const [head, body, end] = parts;
    for (const signature of [
      '.',
      '..',
      'x',
      `${head}.${body}`,
      `${head}.${body}.${end}.`,
      `${head}.${body}.${end}=`,
    ]) {
      assert.deepEqual(await verify({signature}), tampered, signature);
    }
    assert.deepEqual(await verify({signature: `${head}.${body}.${end.slice(0, -4)}`}), tampered);
    assert.deepEqual(await verify({signature: undefined}), unverifiable('unsigned'));
    assert.deepEqual(await verify({signature: ''}), unverifiable('unsigned'));
  });

  it('cannot be checked where the browser lacks Ed25519, and then is no success', async context => {
    context.mock.method(crypto.subtle, 'importKey', () =>
      Promise.reject(new DOMException('Unrecognized name.', 'NotSupportedError')),
    );
    assert.deepEqual(await verify({}), unverifiable('unsupported'));
  });

  it('leaves room for what a newer surety signs besides', async () => {
    const signer = createCertificateSigner(secret);
    const newer = {...certificate, riskClass: 'A', branch: {...certificate.branch, fax2: '0'}};
    const signature = (await signer.sign(newer)) ?? '';
    assert.deepEqual(await verify({signature}), {verdict: 'valid'});
  });
});

describe('a client', () => {
  it('tells a certificate that was altered on its way', async () => {
    const client = connect((path, json) =>
      path.endsWith('/certificates')
        ? {items: (json as {items: Certificate[]}).items.map(item => ({...item, guaranteeAmount: 1}))}
        : json,
    );
    const [certificate] = (await client.listCertificates(number)).items;
    assert.ok(certificate);
    assert.deepEqual(await client.verifyCertificate(certificate), tampered);
  });

  it('says nothing while the keys cannot be fetched, and can be asked again', async () => {
    let isDown = true;
    const client = connect((path, json) =>
      isDown && path.endsWith('/jwks.json') ? new Response(null, {status: 404}) : json,
    );
    const [certificate] = (await client.listCertificates(number)).items;
    assert.ok(certificate);
    await assert.rejects(client.verifyCertificate(certificate), (thrown: unknown) => {
      assert.ok(thrown instanceof SuretyError);
      return thrown.code === 'not-found';
    });
    isDown = false;
    assert.deepEqual(await client.verifyCertificate(certificate), {verdict: 'valid'});
  });

  it('asks for no keys where there is no signature', async () => {
    const asked: string[] = [];
    const client = connect((path, json) => (asked.push(path), json));
    const [certificate] = (await client.listCertificates(number)).items;
    assert.ok(certificate);
    const {signature: _signature, ...unsigned} = certificate;
    assert.deepEqual(await client.verifyCertificate(unsigned), unverifiable('unsigned'));
    assert.ok(!asked.some(path => path.endsWith('/jwks.json')));
  });
});

type Path = (string | number)[];

/** The ways to all values that are no objects. */
function leaves(value: unknown, way: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [way];
  return Object.entries(value).flatMap(([name, member]) => leaves(member, [...way, name]));
}

function alterAt(target: unknown, way: Path): void {
  const [last = ''] = way.slice(-1);
  const owner = way.slice(0, -1).reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], target);
  const record = owner as Record<string, unknown>;
  const value = record[last];
  record[last] = typeof value === 'number' ? value + 1 : typeof value === 'string' ? `${value} ` : '加筆';
}
