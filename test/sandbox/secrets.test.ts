import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import fc from 'fast-check';
import {createKeyVault} from '../../demo/sandbox/platform/key-vault.js';
import {drawAuthKey, drawContractNumber, drawFrom, KEY_ALPHABET} from '../../demo/sandbox/platform/random.js';
import {openPostgresqlStore} from '../../demo/sandbox/store/sql.js';
import {startPostgresql} from './support/postgresql.js';
import {keyOf, serveSandbox, submitAndIssue, type Served} from './support/serve.js';

describe('a drawn key', () => {
  it('has twelve characters, none of them a look-alike', () => {
    assert.equal(KEY_ALPHABET.length, 57);
    assert.equal(new Set(KEY_ALPHABET).size, 57);
    for (let count = 0; count < 2_000; count++) assert.match(drawAuthKey(), /^[2-9A-HJ-NP-Za-km-z]{12}$/);
  });

  it('favours no character: each comes as often as chance would have it', () => {
    const draws = 57 * 2_000;
    const counts = new Map<string, number>();
    for (const character of drawFrom(KEY_ALPHABET, draws))
      counts.set(character, (counts.get(character) ?? 0) + 1);
    const chiSquare = [...KEY_ALPHABET].reduce(
      (sum, character) => sum + ((counts.get(character) ?? 0) - 2_000) ** 2 / 2_000,
      0,
    );
    // 56 degrees of freedom: above 120 once in two million runs. Without rejection the modulo bias gives about 3,000.
    assert.ok(chiSquare < 120, String(chiSquare));
  });

  it('comes from every byte below the last whole multiple, and from no other', () => {
    fc.assert(
      fc.property(fc.uint8Array({minLength: 24, maxLength: 24}), bytes => {
        const usable = [...bytes].filter(byte => byte < 228);
        fc.pre(usable.length >= 12);
        const drawn = drawAuthKey(buffer => (buffer.set(bytes), buffer));
        assert.deepEqual(
          [...drawn],
          usable.slice(0, 12).map(byte => KEY_ALPHABET[byte % 57]),
        );
      }),
    );
  });

  it('and a drawn number follow the pattern of the surety', () => {
    assert.match(drawContractNumber('00000-000000'), /^\d{5}-\d{6}$/);
    assert.match(drawContractNumber('A000'), /^A\d{3}$/);
  });
});

describe('the vault', () => {
  const vault = createKeyVault(new Uint8Array(32).fill(7));

  it('opens what it sealed, for that contract only, and never seals alike twice', async () => {
    const sealed = await vault.seal('1-1', 'Z28YUE4J3Bux');
    assert.equal(await vault.open('1-1', sealed), 'Z28YUE4J3Bux');
    await assert.rejects(vault.open('1-2', sealed));
    await assert.rejects(createKeyVault(new Uint8Array(32)).open('1-1', sealed));
    assert.notEqual(await vault.seal('1-1', 'Z28YUE4J3Bux'), sealed);
  });

  it('tells the right key from any other, and from none', async () => {
    const mac = await vault.mac('1-1', 'Z28YUE4J3Bux');
    assert.equal(await vault.matches('1-1', 'Z28YUE4J3Bux', mac), true);
    assert.equal(await vault.matches('1-1', 'z28YUE4J3Bux', mac), false);
    assert.equal(await vault.matches('1-2', 'Z28YUE4J3Bux', mac), false);
    assert.equal(await vault.matches('1-1', 'Z28YUE4J3Bux', null), false);
  });

  it('refuses a secret that is too short', () => {
    assert.throws(() => createKeyVault(new Uint8Array(31)), /32 bytes/);
  });
});

describe('a dump of the database', () => {
  let database: Awaited<ReturnType<typeof startPostgresql>> | undefined;
  let served: Served | undefined;
  before(async () => {
    database = await startPostgresql();
    served = await serveSandbox({store: await openPostgresqlStore(database.url)});
  });
  after(async () => {
    await served?.close();
    database?.stop();
  });

  it('holds the contracts, but no key and no token', async () => {
    assert.ok(served && database);
    const contractor = await served.as('contractor');
    const {token} = await served.sandbox.signIn('contractor');
    const {numbers} = await submitAndIssue(served);
    const keys = await Promise.all(numbers.map(number => keyOf(contractor, number)));
    const [number = ''] = numbers;
    await contractor('POST', `/v1/contracts/${number}/notices`, {body: {}});
    const obligee = await served.as('obligee');
    for (const authKey of [keys[0], 'WrongKey2345']) {
      await obligee('POST', '/v1/register/checks', {body: {contractNumber: number, authKey}});
    }
    const dump = database.dump();
    for (const kept of numbers) assert.ok(dump.includes(kept));
    for (const secret of [...keys, token, 'WrongKey2345']) {
      assert.ok(!dump.includes(secret));
      assert.ok(!dump.includes(Buffer.from(secret).toString('base64').replace(/=+$/, '')));
    }
  });
});
