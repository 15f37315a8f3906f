import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {readDirectory} from '../../demo/sandbox/data/directory.js';
import {localBodies} from '../../demo/sandbox/data/local-bodies.js';
import {localBodyList} from '../../src/schemas/obligee.js';
import {read, serveSandbox} from './support/serve.js';

/** 検査数字 of a 全国地方公共団体コード. */
function checkDigit(code: string): number {
  const sum = [...code.slice(0, 5)].reduce((total, digit, index) => total + Number(digit) * (6 - index), 0);
  return (11 - (sum % 11)) % 10;
}

describe('the bodies of Japan', () => {
  it('are 47 prefectures and 1,741 municipalities, each with a right check digit and a reading', () => {
    const bodies = localBodies();
    assert.equal(bodies.length, 1_788);
    assert.equal(bodies.filter(({name, prefecture}) => name === prefecture).length, 47);
    assert.equal(new Set(bodies.map(({code}) => code)).size, 1_788);
    for (const {code, kana, prefecture} of bodies) {
      assert.equal(checkDigit(code), Number(code[5]), code);
      assert.match(kana, /^[ぁ-ゖー]+$/);
      assert.ok(prefecture);
    }
    assert.ok(!bodies.some(({name}) => name === '色丹村'));
  });

  it('hold each obligee of the directory under the same code and name, save offices within a body', () => {
    const names = new Map(localBodies().map(({code, name}) => [code, name]));
    const coded = readDirectory().filter(({code}) => /^\d{6}$/.test(code));
    assert.ok(coded.length >= 25, String(coded.length));
    for (const {code, name} of coded) assert.equal(names.get(code), name);
  });

  it('are found by name, kana of any kind, prefecture and code, the likeliest first', async () => {
    const served = await serveSandbox();
    const find = async (query: Record<string, string>) =>
      read(localBodyList, await served.nobody('GET', `/v1/local-bodies?${new URLSearchParams(query)}`));
    const first = async (q: string) => (await find({q})).items[0]?.code;
    assert.deepEqual(
      [await first('にかほ'), await first('ﾆｶﾎ'), await first('０５２１４１'), await first('秋田　にかほ')],
      ['052141', '052141', '052141', '052141'],
    );
    assert.equal((await find({q: '府中市'})).items.length, 2);
    assert.deepEqual(
      (await find({q: '府中市', prefecture: '広島県'})).items.map(({code}) => code),
      ['342084'],
    );
    const {items, isComplete} = await find({});
    assert.deepEqual([items.length, isComplete], [50, false]);
    assert.deepEqual(await find({q: 'どこにもない'}), {items: [], isComplete: true});
    await served.close();
  });
});
