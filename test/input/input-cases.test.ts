import assert from 'node:assert/strict';
import {test} from 'node:test';
import {readers, inputOf, loadCases} from './cases.js';

for (const {id, field, input, expected, why, level} of loadCases()) {
  test(`${id} (${level}) ${why}`, () => {
    const parsed = readers[field](inputOf(input));
    if (!parsed.valid) {
      assert.deepEqual(
        {valid: parsed.valid, error: parsed.error},
        {valid: expected.valid, error: expected.error},
      );
      for (const words of expected.messageMustInclude ?? [])
        assert.ok(parsed.message.includes(words), parsed.message);
      return;
    }
    assert.deepEqual({valid: true, value: parsed.value}, {valid: expected.valid, value: expected.value});
    assert.deepEqual(parsed.warnings ?? [], expected.warnings ?? []);
    if (expected.display) assert.equal(parsed.display, expected.display);
    if (expected.alsoFill) assert.deepEqual((parsed as {alsoFill?: unknown}).alsoFill, expected.alsoFill);
  });
}
