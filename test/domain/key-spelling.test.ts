import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {spellKey} from '../../src/i18n/key-spelling.js';

describe('spellKey', () => {
  it('tells the signs apart that look alike', () => {
    assert.deepEqual(
      spellKey('0Oo1Il').map(({spoken}) => spoken),
      ['数字の0', '大文字オー', '小文字オー', '数字の1', '大文字アイ', '小文字エル'],
    );
  });

  it('has a name of its own for every sign a key may hold', () => {
    const all = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
    const spoken = spellKey(all).map(each => each.spoken);
    assert.equal(new Set(spoken).size, 62);
    assert.ok(spoken.every(words => words.length >= 4));
  });
});
