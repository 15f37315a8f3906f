import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {existsSync, readFileSync} from 'node:fs';
import {test} from 'node:test';
import {VERSION} from '../../src/version.js';
import {elementNames} from '../support/elements.js';

const git = (...args: string[]) => execFileSync('git', args, {encoding: 'utf8'});
const committed = git('ls-files', '-z')
  .split('\0')
  .filter(name => name && existsSync(name));
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  version: string;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
};
const elements = elementNames();

/** Files whose text holds the pattern. */
const filesWith = (pattern: RegExp, files = committed) =>
  files.filter(file => pattern.test(readFileSync(file, 'utf8')));

test('no committed file holds a path of somebody’s machine', () => {
  const ours = 'test/tooling/repository.test.ts';
  const paths = /(?<![\w.])\/(work|home|Users)\/[\w-]+\//;
  assert.deepEqual(
    filesWith(paths).filter(file => file !== ours),
    [],
  );
});

test('the lock file names no registry, so that it installs from any', () => {
  assert.doesNotMatch(readFileSync('package-lock.json', 'utf8'), /"resolved": "https?:/);
  assert.doesNotMatch(existsSync('.npmrc') ? readFileSync('.npmrc', 'utf8') : '', /registry|_auth/i);
});

test('nothing that is generated, secret or personal is committed', () => {
  const generated = /^(dist|storybook-static|coverage|node_modules|\.data|\.cache)\/|\.(pem|key|env|log)$/;
  assert.deepEqual(
    committed.filter(file => generated.test(file)),
    [],
  );
});

test('versions are pinned exactly', () => {
  const all = Object.entries({...manifest.dependencies, ...manifest.devDependencies});
  assert.deepEqual(
    all.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)),
    [],
  );
});

test('the version that requests carry is that of the package', () => {
  assert.equal(VERSION, manifest.version);
});

for (const name of elements) {
  const file = `components/${name}/${name}.ts`;
  const className = /export class (Surety\w+)/.exec(readFileSync(file, 'utf8'))?.[1];

  test(`surety-${name} is registered under its folder’s name, with all others and on its own`, () => {
    assert.match(
      readFileSync(`components/${name}/define.ts`, 'utf8'),
      new RegExp(`define\\('surety-${name}', ${className}\\)`),
    );
    assert.ok(readFileSync('components/define-all.ts', 'utf8').includes(`'./${name}/define.js'`));
    assert.ok(readFileSync('src/define-all.ts', 'utf8').includes(`define('surety-${name}', ${className})`));
  });

  test(`surety-${name} is exported, typed as a tag, and tested`, () => {
    const source = readFileSync(file, 'utf8');
    assert.ok(
      className && readFileSync('src/index.ts', 'utf8').includes(`{${className}}`),
      `${className} is not exported`,
    );
    assert.match(source, new RegExp(`'surety-${name}': ${className};`));
    assert.match(source, new RegExp(`@tagname surety-${name}\\b`));
    assert.ok(existsSync(`test/components/${name}.test.ts`), 'no test');
  });
}
