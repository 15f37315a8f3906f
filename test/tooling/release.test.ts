import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, describe, test} from 'node:test';
import {hashFolder, type Published} from '../../components/cdn/build/integrity.js';
import {release, uploadSentence, type Alias} from '../../components/cdn/build/release.js';
import {movesTo, readVersion} from '../../components/cdn/build/versions.js';
import {launchChromium} from '../support/chromium.js';
import {serveFolder} from '../support/static-server.js';

describe('versions', () => {
  test('that are none are refused with the way to write one', () => {
    for (const text of ['', '1.2', 'v1.2.3', '1.02.3', '1.2.3-', '../1.2.3'])
      assert.throws(() => readVersion(text), /write it like 1\.2\.3 or 1\.2\.3-beta\.1/, text);
  });

  test('a shorter name goes forward only, and from a release never to a prerelease', () => {
    assert.equal(movesTo('1.0.0-beta.1', undefined), true);
    assert.equal(movesTo('1.0.0-beta.2', '1.0.0-beta.1'), true);
    assert.equal(movesTo('1.0.0', '1.0.0-beta.2'), true);
    assert.equal(movesTo('1.1.0-beta.1', '1.0.0'), false);
    assert.equal(movesTo('1.0.5', '1.1.0'), false);
    assert.equal(movesTo('1.0.0', '1.0.0'), false);
  });
});

describe('npm run release', () => {
  let place: string;
  let from: string;
  let glyphs: string;
  let to: string;
  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(file), {recursive: true});
    writeFileSync(file, text);
  };
  const readJson = (file: string) => JSON.parse(readFileSync(path.join(to, file), 'utf8')) as unknown;
  const scripts = [
    'surety-elements.js',
    'surety-elements.bundle.js',
    'shell.css',
    'chunks/list.js',
    'sandbox.js',
  ];

  /** What a build leaves, its list of hashes with it. */
  async function build(version: string, texts: Record<string, string> = {}) {
    for (const name of scripts) write(path.join(from, name), texts[name] ?? `/* ${name} ${version} */`);
    write(path.join(from, 'surety-elements.js.map'), '{}');
    write(path.join(glyphs, 'a1/index.bin'), 'glyphs');
    rmSync(path.join(from, 'sri.json'), {force: true});
    const own = Object.entries(await hashFolder(from)).filter(([name]) => /\.(js|css)$/.test(name));
    const files = {...Object.fromEntries(own), ...(await hashFolder(glyphs, 'glyphs/'))};
    write(path.join(from, 'sri.json'), JSON.stringify({version, files} satisfies Published));
  }

  /** Every file below the folder with its text, to see that nothing was touched. */
  const everything = (folder: string) =>
    Object.fromEntries(
      readdirSync(folder, {recursive: true, encoding: 'utf8'})
        .filter(name => statSync(path.join(folder, name)).isFile())
        .map(name => [name, readFileSync(path.join(folder, name), 'utf8')]),
    );

  beforeEach(() => {
    place = mkdtempSync(path.join(tmpdir(), 'surety-release-'));
    [from, glyphs, to] = [
      path.join(place, 'cdn'),
      path.join(place, 'glyphs'),
      path.join(place, 'public/kit'),
    ];
  });
  afterEach(() => rmSync(place, {recursive: true}));

  test('adds a folder for the version with its hashes, its snippets and its glyphs, and says what to upload', async () => {
    await build('1.2.3');
    const made = await release({from, glyphs, to, address: 'https://cdn.example.jp/kit/'});
    assert.equal(
      uploadSentence(made, 'public'),
      'Upload surety-elements@1.2.3/ from public (it never changes: Cache-Control: public, max-age=31536000, immutable), ' +
        'then surety-elements@1/manifest.json and surety-elements@1.2/manifest.json (to be cached for minutes).',
    );
    const {files} = readJson('surety-elements@1.2.3/sri.json') as Published;
    const found = await hashFolder(path.join(to, 'surety-elements@1.2.3'));
    for (const [name, hash] of Object.entries(files)) assert.equal(found[name], hash, name);
    assert.ok('glyphs/a1/index.bin' in files);
    const page = readFileSync(path.join(to, 'surety-elements@1.2.3/snippet.html'), 'utf8');
    const base = 'https://cdn.example.jp/kit/surety-elements@1.2.3/';
    assert.ok(page.includes(`src="${base}surety-elements.js" integrity="${files['surety-elements.js']}"`));
    assert.ok(page.includes(`"${base}chunks/list.js": "${files['chunks/list.js']}"`));
    assert.deepEqual(
      readdirSync(to).filter(name => name.startsWith('.')),
      [],
      'nothing half made stays',
    );
    assert.equal(statSync(path.join(to, 'surety-elements@1.2.3')).mode & 0o055, 0o055 & ~process.umask());
  });

  test('is refused a second time, and changes nothing then', async () => {
    await build('1.2.3');
    await release({from, glyphs, to});
    const before = everything(to);
    await assert.rejects(
      release({from, glyphs, to}),
      /1\.2\.3\/ is there already, the same to the last byte/,
    );
    assert.deepEqual(everything(to), before);
  });

  test('is refused when a byte of a version that is there has changed, and names the file', async () => {
    await build('1.2.3');
    await release({from, glyphs, to});
    const before = everything(to);
    await build('1.2.3', {'chunks/list.js': '/* mended */'});
    await assert.rejects(
      release({from, glyphs, to}),
      /surety-elements@1\.2\.3 is published with another chunks\/list\.js; what is published never changes/,
    );
    assert.deepEqual(everything(to), before);
  });

  test('is refused when what was built is not what its list says, and leaves nothing behind', async () => {
    await build('1.2.3');
    write(path.join(from, 'chunks/list.js'), '/* after the list was made */');
    await assert.rejects(
      release({from, glyphs, to}),
      /chunks\/list\.js is not what sri\.json lists; run `npm run build`/,
    );
    await build('1.2.3');
    write(path.join(from, 'chunks/forgotten.js'), '/* not in the list */');
    await assert.rejects(release({from, glyphs, to}), /chunks\/forgotten\.js is not what sri\.json lists/);
    assert.deepEqual(readdirSync(to), []);
  });

  test('the shorter names lead to the newest release with its hashes, and never go back', async () => {
    const versions = ['1.0.0-beta.2', '1.0.0', '1.1.0', '1.0.1', '1.2.0-beta.1'];
    const seen: unknown[] = [];
    for (const version of versions) {
      await build(version);
      await release({from, glyphs, to});
      seen.push(
        ['1', '1.0'].map(alias => (readJson(`surety-elements@${alias}/manifest.json`) as Alias).version),
      );
    }
    assert.deepEqual(seen, [
      ['1.0.0-beta.2', '1.0.0-beta.2'],
      ['1.0.0', '1.0.0'],
      ['1.1.0', '1.0.0'],
      ['1.1.0', '1.0.1'],
      ['1.1.0', '1.0.1'],
    ]);
    const alias = readJson('surety-elements@1/manifest.json') as Alias;
    assert.equal(alias.folder, '../surety-elements@1.1.0/');
    const home = path.resolve(to, 'surety-elements@1', alias.folder);
    for (const [file, hash] of Object.entries(alias.integrity)) {
      const digest = createHash('sha384')
        .update(readFileSync(path.join(home, file)))
        .digest('base64');
      assert.equal(hash, `sha384-${digest}`, file);
    }
  });

  test('that broke off before the shorter names moved is finished by the next try', async () => {
    await build('1.2.3');
    await release({from, glyphs, to});
    rmSync(path.join(to, 'surety-elements@1'), {recursive: true});
    const {aliases} = await release({from, glyphs, to});
    assert.deepEqual(aliases, ['surety-elements@1/manifest.json']);
  });
});

test('what was released from this tree shows the contracts on a page of another host that took over the snippet', async context => {
  assert.ok(existsSync('dist/cdn/sri.json'), 'run npm run build:cdn first');
  const to = mkdtempSync(path.join(tmpdir(), 'surety-released-'));
  context.after(() => rmSync(to, {recursive: true}));
  const cdn = await serveFolder(to, {headers: {'Access-Control-Allow-Origin': '*'}});
  context.after(() => cdn.close());
  const {folder} = await release({from: 'dist/cdn', glyphs: 'dist/glyphs', to, address: cdn.origin});
  const page = readFileSync(path.join(to, folder, 'snippet.html'), 'utf8');
  const host = await serveFolder(to, {pages: {'/page': page}});
  context.after(() => host.close());
  const browser = await launchChromium();
  context.after(() => browser.close());
  const tab = await browser.newPage();
  const complaints: string[] = [];
  tab.on('console', message => message.type() === 'error' && complaints.push(message.text()));
  await tab.goto(`${host.origin}/page`);
  await tab.getByText('にかほ市').first().waitFor();
  assert.deepEqual(complaints, []);
});
