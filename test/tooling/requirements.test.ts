import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import {describe, test} from 'node:test';

const rows = [...readFileSync('test/requirements.md', 'utf8').matchAll(/^\| (R\d\d) .*\| ([^|]+) \|$/gm)];

describe('the table of requirements', () => {
  test('has each of them once', () => {
    const ids = Array.from({length: 40}, (_, index) => `R${String(index + 1).padStart(2, '0')}`);
    assert.deepEqual(
      rows.map(([, id]) => id),
      ids,
    );
  });

  for (const [, id = '', shownBy = ''] of rows)
    test(`${id} names tests that are there`, () => {
      const named = [...shownBy.matchAll(/`([\w./-]+\.ts)`: ([^;]+?)(?:;|$)/g)];
      assert.ok(named.length > 0);
      for (const [, file = '', words = ''] of named) {
        assert.ok(existsSync(`test/${file}`), file);
        assert.ok(readFileSync(`test/${file}`, 'utf8').includes(words.trim()), `${file}: ${words}`);
      }
    });
});
