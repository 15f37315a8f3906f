import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {verifyCertificate} from '../../../src/api/signature.js';
import {certificateList} from '../../../src/schemas/certificate.js';
import {signingKeys} from '../../../src/schemas/signing-keys.js';
import {registerCheck} from '../../../src/schemas/register.js';
import {keyOf, read, submitAndIssue, type GetServed} from './serve.js';

/** The surety's signatures, from issue to what a page checks. */
export function signatureSuite(served: GetServed): void {
  describe('a signature', () => {
    it('of each revision holds for contractor and obligee, with keys that anybody may fetch', async () => {
      const {as, nobody} = served();
      const [contractor, office, obligee] = [await as('contractor'), await as('surety'), await as('obligee')];
      const [number = ''] = (await submitAndIssue(served())).numbers;
      const body = {revision: 0, reason: '増額のため', guaranteeAmount: 21_000_000};
      const headers = {'Idempotency-Key': crypto.randomUUID()};
      await office('POST', `/v1/office/contracts/${number}/changes`, {body, headers});

      const keys = read(signingKeys, await nobody('GET', '/v1/jwks.json'));
      const own = read(
        certificateList,
        await contractor('GET', `/v1/contracts/${number}/certificates`),
      ).items;
      const entry = {contractNumber: number, authKey: await keyOf(contractor, number)};
      const {certificates} = read(registerCheck, await obligee('POST', '/v1/register/checks', {body: entry}));
      assert.deepEqual(certificates, own);
      assert.equal(own.length, 2);
      assert.notEqual(own[0]?.signature, own[1]?.signature);
      for (const certificate of own) {
        assert.deepEqual(await verifyCertificate(certificate, keys), {verdict: 'valid'});
      }
      const [first, second] = own;
      assert.ok(first && second);
      const swapped = {...first, signature: second.signature};
      assert.deepEqual(await verifyCertificate(swapped, keys), {verdict: 'tampered'});
    });

    it('is made with a key whose private half is never told', async () => {
      const {text, json, headers} = await served().nobody('GET', '/v1/jwks.json');
      assert.deepEqual(Object.keys((json as {keys: object[]}).keys[0] ?? {}).sort(), [
        'alg',
        'crv',
        'kid',
        'kty',
        'use',
        'x',
      ]);
      assert.ok(!text.includes('"d"'));
      assert.ok(headers.get('ETag'));
    });
  });
}
