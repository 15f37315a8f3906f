import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {after, before, describe, test} from 'node:test';
import {checkPackage, createPackageFromTarballData} from '@arethetypeswrong/core';
import type {Browser} from 'playwright-core';
import {publint} from 'publint';
import {objections, type Baseline} from '../../src/entries/build/surface-gate.js';
import {readSurface} from '../../src/entries/build/surface.js';
import {VERSION} from '../../src/version.js';
import {bundlers, kilobytesOf, type Script} from '../support/bundlers.js';
import {launchChromium} from '../support/chromium.js';
import {elementNames} from '../support/elements.js';

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  exports: Record<string, string | {types: string; default: string}>;
  sideEffects: string[];
};
const elements = elementNames();

/** Every entry point that a page or a bundler can name, patterns written out. */
const entries = Object.keys(manifest.exports).flatMap(entry =>
  entry === './define/*' ? elements.map(name => `./define/${name}`) : entry.includes('*') ? [] : [entry],
);
const scripts = entries.filter(entry => !entry.endsWith('.json'));

/** What npm would publish, unpacked where an application has it: in its own `node_modules`. */
describe('the package as it is published', () => {
  const app = mkdtempSync(path.join(tmpdir(), 'surety-app-'));
  const home = path.join(app, 'node_modules/surety-elements');
  let tarball: Buffer;
  let browser: Browser;

  before(async () => {
    execFileSync('npm', ['run', '--silent', 'build:npm'], {stdio: ['ignore', 'ignore', 'inherit']});
    const packed = execFileSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', app], {
      encoding: 'utf8',
    });
    const file = path.join(app, packed.trim().split('\n').at(-1) ?? '');
    tarball = readFileSync(file);
    mkdirSync(home, {recursive: true});
    execFileSync('tar', ['xzf', file, '-C', home, '--strip-components=1']);
    const own = path.resolve('node_modules');
    for (const name of readdirSync(own).filter(name => !name.startsWith('.')))
      symlinkSync(path.join(own, name), path.join(app, 'node_modules', name));
    writeFileSync(path.join(app, 'package.json'), '{"type": "module"}');
    browser = await launchChromium();
  });
  after(async () => {
    await browser?.close();
    rmSync(app, {recursive: true, force: true});
  });

  for (const entry of scripts) {
    test(`import 'surety-elements${entry.slice(1)}' throws nothing in Node`, () => {
      const source = `await import('surety-elements${entry.slice(1)}')`;
      execFileSync(process.execPath, ['--input-type=module', '-e', source], {cwd: app, stdio: 'pipe'});
    });
  }

  test('keeps what the last release has promised, or the changelog says what is gone', () => {
    const baseline = JSON.parse(readFileSync('test/baseline/surface.json', 'utf8')) as Baseline;
    const version = VERSION === baseline.version ? undefined : VERSION;
    const changelog = readFileSync('CHANGELOG.md', 'utf8');
    assert.deepEqual(objections(baseline, {surface: readSurface('.'), version, changelog}), []);
  });

  test('each class can be imported on its own in Node, and is the one that the root has', () => {
    const source = `const root = await import('surety-elements');
      for (const name of ${JSON.stringify(elements)})
        for (const [key, value] of Object.entries(await import('surety-elements/components/' + name)))
          if (key.startsWith('Surety') && root[key] !== value) throw new Error(name + ': ' + key);`;
    execFileSync(process.execPath, ['--input-type=module', '-e', source], {cwd: app, stdio: 'pipe'});
  });

  test('every file that an entry point names is in it', () => {
    for (const [entry, target] of Object.entries(manifest.exports)) {
      const files = typeof target === 'string' ? [target] : Object.values(target);
      for (const file of files.filter(each => !each.includes('*')))
        assert.ok(existsSync(path.join(home, file)), `${entry}: ${file}`);
    }
    for (const name of elements)
      for (const folder of ['components', 'define'])
        assert.ok(existsSync(path.join(home, `dist/${folder}/${name}.js`)), `${folder}/${name}`);
  });

  test('publint finds nothing', async () => {
    const {messages} = await publint({pkgDir: home, pack: false, strict: true});
    assert.deepEqual(messages, []);
  });

  test('its types are found, and say what the code is', async () => {
    const checked = await checkPackage(createPackageFromTarballData(new Uint8Array(tarball)), {
      entrypoints: scripts,
    });
    assert.ok(checked.types, 'there are no types');
    // ES modules only, for Node 20.19 and newer and for bundlers: the other two ways are not offered.
    const offered = checked.problems.filter(
      problem => !('resolutionKind' in problem && ['node10', 'node16-cjs'].includes(problem.resolutionKind)),
    );
    assert.deepEqual(offered, []);
  });

  test('the files that register something are those that it names for their side effects', () => {
    const files = ['dist', 'dist/chunks', 'dist/components', 'dist/define'].flatMap(folder =>
      readdirSync(path.join(home, folder))
        .filter(name => name.endsWith('.js'))
        .map(name => `./${folder}/${name}`),
    );
    const registers = (file: string) => /^define\("/m.test(readFileSync(path.join(home, file), 'utf8'));
    const isNamed = (file: string) =>
      manifest.sideEffects.some(pattern =>
        new RegExp(`^${pattern.replace(/\*+|\./g, each => (each === '.' ? '\\.' : '.*'))}$`).test(file),
      );
    assert.equal(files.filter(registers).length, elements.length);
    assert.deepEqual(
      files.filter(file => registers(file) && !isNamed(file)),
      [],
    );
  });

  /** What a bundler makes of an application of one file. */
  async function bundle(source: string, name = 'Vite') {
    const entry = path.join(app, 'main.js');
    writeFileSync(entry, source);
    return (await bundlers[name]?.(app, entry)) ?? [];
  }

  /** Tags that are registered once the application has run in a browser. */
  async function tagsOf(scripts: readonly Script[]) {
    const tab = await browser.newPage();
    const complaints: string[] = [];
    tab.on('pageerror', error => complaints.push(error.message));
    await tab.route('http://app.invalid/**', route => {
      const file = new URL(route.request().url()).pathname.slice(1);
      const script = scripts.find(({name}) => name === file);
      return script
        ? route.fulfill({body: script.code, contentType: 'text/javascript'})
        : route.fulfill({body: '<!doctype html><title>t</title>', contentType: 'text/html'});
    });
    await tab.goto('http://app.invalid/');
    await tab.addScriptTag({type: 'module', url: `/${scripts.find(({isEntry}) => isEntry)?.name}`});
    const tags = await tab.evaluate(
      names => names.filter(name => customElements.get(name)),
      ['surety', 'surety2'].flatMap(prefix => elements.map(name => `${prefix}-${name}`)),
    );
    await tab.close();
    assert.deepEqual(complaints, []);
    return tags;
  }

  /** Classes of elements that are in the application; what they have in common is none. */
  const classesIn = (scripts: readonly Script[]) =>
    scripts
      .flatMap(({code}) =>
        [...code.matchAll(/\b(Surety\w+) = class\b/g)].flatMap(([, name = '']) =>
          /Element$|Error$/.test(name) ? [] : name,
        ),
      )
      .toSorted();

  for (const name of Object.keys(bundlers)) {
    // esbuild keeps together what a dynamic import anywhere in the package needs, so that an app built with it names the file.
    const home = name === 'esbuild' ? 'surety-elements/components/contract-list' : 'surety-elements';

    test(`${name}: importing one class registers nothing, and brings no other element`, async context => {
      const use = 'document.title = SuretyContractList.name;';
      const scripts = await bundle(`import {SuretyContractList} from '${home}'; ${use}`, name);
      assert.deepEqual(classesIn(scripts), ['SuretyContractList']);
      assert.deepEqual(await tagsOf(scripts), []);
      const size = await kilobytesOf(scripts.filter(({isFirst}) => isFirst));
      context.diagnostic(`${name}: ${size.toFixed(1)} KB brotli until it can be drawn`);
      assert.ok(size < 40, `${size} KB`);
    });

    test(`${name}: a bare import of define/<name> survives a build, and registers that one`, async () => {
      const scripts = await bundle(`import 'surety-elements/define/contract-list';`, name);
      assert.deepEqual(classesIn(scripts), ['SuretyContractList']);
      assert.deepEqual(await tagsOf(scripts), ['surety-contract-list']);
    });
  }

  test('an import for its values only leaves all elements out', async () => {
    const chunks = await bundle(`import {VERSION} from 'surety-elements'; document.title = VERSION;`);
    assert.deepEqual(classesIn(chunks), []);
    assert.equal(chunks.length, 1);
  });

  test('a bare import of define registers all', async () => {
    const chunks = await bundle(`import 'surety-elements/define';`);
    assert.deepEqual(
      await tagsOf(chunks),
      elements.map(name => `surety-${name}`),
    );
  });

  test('defineAll() with a prefix registers all under it, and nothing else', async () => {
    const chunks = await bundle(`import {defineAll} from 'surety-elements'; defineAll({prefix: 'surety2'});`);
    assert.deepEqual(
      await tagsOf(chunks),
      elements.map(name => `surety2-${name}`),
    );
  });
});
