import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
  addCounts,
  describeCounts,
  noCounts,
  readFailures,
  readNodeCounts,
  readWtrCounts,
} from '../support/counts.js';

const spec = 'ℹ tests 5\nℹ suites 0\nℹ pass 3\nℹ fail 1\nℹ cancelled 0\nℹ skipped 1\nℹ todo 0\n';

test('reads the summary of node --test', () => {
  assert.deepEqual(readNodeCounts(spec, 1), {passed: 3, failed: 1, skipped: 1});
});

test('a run of node that was cut off counts as a failure', () => {
  assert.deepEqual(readNodeCounts('', 1), {passed: 0, failed: 1, skipped: 0});
});

test('reads the last progress line of the browser runner', () => {
  const output =
    'Chrome: |██| 0/2 test files | 0 passed, 0 failed\nChrome: |██| 2/2 test files | 41 passed, 2 failed, 1 skipped\n';
  assert.deepEqual(readWtrCounts(output, 1), {passed: 41, failed: 2, skipped: 1});
});

test('a browser run that failed without a failed test, say by a module that did not load, counts as a failure', () => {
  assert.deepEqual(readWtrCounts('1/1 test files | 12 passed, 0 failed', 1), {
    passed: 12,
    failed: 1,
    skipped: 0,
  });
});

test('groups are summed into one plain line', () => {
  const total = [
    {passed: 3, failed: 0, skipped: 0},
    {passed: 4, failed: 0, skipped: 0},
  ].reduce(addCounts, noCounts);
  assert.equal(describeCounts(total), '7 passed, 0 failed');
  assert.equal(describeCounts({...total, skipped: 2}), '7 passed, 0 failed, 2 skipped');
});

test('what failed is told again at the end, whichever runner it was', () => {
  assert.equal(readFailures('✔ adds (1ms)\nℹ fail 0\n'), '');
  const node = readFailures(
    '✖ adds (1ms)\n\n✖ failing tests:\n\ntest at a.test.ts:1:1\n✖ adds (1ms)\n  Error: 1\n',
  );
  assert.match(node, /^test at a\.test\.ts:1:1\n✖ adds \(1ms\)\n {2}Error: 1$/);
  const browser = readFailures(
    'test/a.test.ts:\n\n 🚧 ok\n\n ❌ a button > is named\n      Error: no name\n        at a.ts:1\n\nnext',
  );
  assert.equal(browser, ' ❌ a button > is named\n      Error: no name\n        at a.ts:1');
});
