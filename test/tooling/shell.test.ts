import assert from 'node:assert/strict';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {test} from 'node:test';

test('shell.css keeps the place of every element but the provider, which has the height of its content', () => {
  const css = readFileSync('components/cdn/shell.css', 'utf8');
  const named = [...css.matchAll(/surety-[a-z-]+/g)]
    .map(([tag]) => tag)
    .filter(tag => tag !== 'surety-place');
  const elements = readdirSync('components').filter(
    name => !['kernel', 'provider'].includes(name) && existsSync(`components/${name}/define.ts`),
  );
  assert.deepEqual(named.toSorted(), elements.map(name => `surety-${name}`).toSorted());
});
