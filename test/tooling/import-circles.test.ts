import assert from 'node:assert/strict';
import {test} from 'node:test';
import {circlesOf, readImports} from '../support/import-circles.js';

test('no files import each other in a circle, not even for their types', () => {
  assert.deepEqual(circlesOf(readImports(['src', 'components', 'demo', 'stories', 'test'])), []);
});

test('a circle is found wherever it begins, and a file that two others import is none', () => {
  const graph = new Map([
    ['a', ['b', 'd']],
    ['b', ['c', 'd']],
    ['c', ['b']],
    ['d', []],
  ]);
  assert.deepEqual(circlesOf(graph), [['b', 'c']]);
});
