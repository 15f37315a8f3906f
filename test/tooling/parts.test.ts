import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {exportedParts} from '../../components/desk/view-elements.js';

interface Declaration {
  tagName?: string;
  cssParts?: {name: string}[];
}

test('each part of an element in the desk leads through the desk, and no other name does', () => {
  execFileSync('npm', ['run', '--silent', 'analyze'], {stdio: ['ignore', 'ignore', 'inherit']});
  const {modules} = JSON.parse(readFileSync('dist/custom-elements.json', 'utf8')) as {
    modules: {declarations?: Declaration[]}[];
  };
  const inDesk = /^surety-(application-form|certificate-viewer|contract-detail|contract-list|key-notice)$/;
  const parts = modules
    .flatMap(({declarations = []}) => declarations)
    .filter(({tagName = ''}) => inDesk.test(tagName))
    .flatMap(({cssParts = []}) => cssParts.map(({name}) => name));
  assert.deepEqual(exportedParts.split(', '), [...new Set(parts)].sort());
});
