import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, test} from 'node:test';
import {apiLines, schemaLines} from '../../src/entries/build/api-surface.js';
import {exportedNames} from '../../src/entries/build/exported-names.js';
import {baselineText, objections, type Baseline} from '../../src/entries/build/surface-gate.js';
import {elementLines, type Surface} from '../../src/entries/build/surface.js';

const promised: Surface = {
  elements: ['surety-guide', 'surety-guide attribute today', 'surety-guide part quote', 'surety-list'],
  tokens: ['--surety-radius'],
  exports: ['surety-elements/domain', 'surety-elements/domain parseYen'],
  api: ['Contract', 'Contract.number', 'Contract.number always', 'GET /v1/contracts'],
  messages: ['s01', 's02'],
};
const changelog =
  '# Changelog\n\n## Unreleased\n\n### Added\n\n- A list.\n\n## 1.2.0\n\n- `surety-guide` lost part `quote`.\n';

/** What stands against a release after 1.2.0 (or another one). */
const against = (
  change: Partial<Surface>,
  version?: string,
  {last = '1.2.0', news = changelog}: {last?: string; news?: string} = {},
) =>
  objections({version: last, ...promised} satisfies Baseline, {
    surface: {...promised, ...change},
    version,
    changelog: news,
  });

const without = (...lines: string[]) => promised.elements.filter(line => !lines.includes(line));
const said = changelog.replace('- A list.', '- Removed: part `quote` of `surety-guide`.');

describe('what a release may change', () => {
  test('nothing is said when all promises are kept, and none when there are more of them', () => {
    assert.deepEqual(against({}, '1.2.1'), []);
    assert.deepEqual(
      against({elements: [...promised.elements, 'surety-new'], messages: ['s01', 's02', 's03']}, '1.3.0'),
      [],
    );
  });

  test('whatever is taken away is named, of each kind', () => {
    const cases: [Partial<Surface>, string][] = [
      [{elements: without('surety-guide attribute today')}, 'surety-guide attribute today'],
      [{tokens: []}, '--surety-radius'],
      [{exports: ['surety-elements/domain']}, 'surety-elements/domain parseYen'],
      [{api: promised.api.filter(line => !line.endsWith('always'))}, 'Contract.number always'],
    ];
    for (const [change, name] of cases) {
      const [sentence = '', version = ''] = against(change, '1.3.0');
      assert.equal(
        sentence,
        `"${name}" was public in 1.2.0 and is gone; keep it, or say so in CHANGELOG.md in one line with these words.`,
      );
      assert.equal(version, `Without "${name}" this is no 1.3.0: it has to be 2.0.0 or higher.`);
    }
  });

  test('of an element that is gone, its attributes and parts are not told one by one', () => {
    const sentences = against({elements: ['surety-list']});
    assert.equal(sentences.length, 1);
    assert.match(sentences[0] ?? '', /^"surety-guide" was public/);
  });

  test('another name is a name that is gone', () => {
    const renamed = promised.elements.map(line => line.replace('part quote', 'part citation'));
    assert.match(against({elements: renamed}).join(), /"surety-guide part quote" was public in 1\.2\.0/);
  });

  test('a major version that says so may take away; a line of an earlier release does not count', () => {
    const change = {elements: without('surety-guide part quote')};
    assert.deepEqual(against(change, '2.0.0', {news: said}), []);
    assert.equal(against(change, '2.0.0').length, 1);
  });

  test('before 1.0.0 a minor version that says so is enough, a patch is not', () => {
    const change = {elements: without('surety-guide part quote')};
    const from = {last: '0.1.3', news: said};
    assert.deepEqual(against(change, '0.2.0', from), []);
    assert.deepEqual(against(change, '1.0.0', from), []);
    assert.deepEqual(against(change, '0.1.4', from), [
      'Without "surety-guide part quote" this is no 0.1.4: it has to be 0.2.0 or higher.',
    ]);
  });

  test('between two releases a line of the changelog is enough', () => {
    assert.deepEqual(against({elements: without('surety-guide part quote')}, undefined, {news: said}), []);
    assert.equal(against({elements: without('surety-guide part quote')}).length, 1);
  });

  test('a sentence in other words has another id: no matter between releases, and no patch', () => {
    const change = {messages: ['s01', 's99']};
    assert.deepEqual(against(change), []);
    assert.deepEqual(against(change, '1.2.1'), [
      'Without "message s02" this is no 1.2.1: it has to be 2.0.0 or higher.',
    ]);
    assert.deepEqual(against(change, '0.2.0', {last: '0.1.0'}), []);
  });
});

describe('the promises', () => {
  test('of an element are its attributes and their words, properties, methods, events and their details, slots, parts', () => {
    const lines = elementLines({
      tagName: 'surety-x',
      attributes: [{name: 'drafts', type: {text: "'off' | 'session'"}}],
      members: [
        {kind: 'field', name: 'value'},
        {kind: 'method', name: 'reload'},
      ],
      events: [{name: 'surety-x-done', type: {text: 'CustomEvent<{id: string, error?: SuretyError}>'}}],
      slots: [{name: ''}, {name: 'empty'}],
      cssParts: [{name: 'row'}],
    });
    const expected = [
      ...[
        '',
        ' attribute drafts',
        ' attribute drafts = off',
        ' attribute drafts = session',
        ' property value',
      ],
      ...[' method reload', ' event surety-x-done', ' event surety-x-done detail id'],
      ...[' event surety-x-done detail error', ' slot (default)', ' slot empty', ' part row'],
    ];
    assert.deepEqual(
      lines,
      expected.map(line => `surety-x${line}`),
    );
  });

  test('of an answer are the fields that it always has, of a request those that may be left out', () => {
    const schema = {properties: {a: {}, b: {enum: ['x']}}, required: ['a']};
    assert.deepEqual(schemaLines('T', schema, 'answer'), ['T.a', 'T.a always', 'T.b', 'T.b = x']);
    assert.deepEqual(schemaLines('T', schema, 'request'), ['T.a', 'T.b', 'T.b optional', 'T.b = x']);
  });

  test('of the API are its calls, what they take and what they answer', () => {
    const ref = (name: string) => ({'application/json': {schema: {$ref: `#/components/schemas/${name}`}}});
    const post = {
      parameters: [{name: 'q', in: 'query'}],
      requestBody: {content: ref('Wish')},
      responses: {200: {content: ref('Gift')}},
    };
    const lines = apiLines({
      paths: {'/v1/wishes': {post}},
      webhooks: {'gift.sent': {}},
      components: {schemas: {Wish: {properties: {name: {}}}, Gift: {properties: {id: {}}, required: ['id']}}},
    });
    for (const line of [
      'POST /v1/wishes query q optional',
      'POST /v1/wishes request is Wish',
      'POST /v1/wishes 200 is Gift',
      'webhook gift.sent',
      'Wish.name optional',
      'Gift.id always',
    ])
      assert.ok(lines.includes(line), line);
  });

  test('of an entry point are its values and types, those passed on by `export *` too', () => {
    const domain = exportedNames('src/entries/domain.ts');
    for (const name of ['parseYen', 'verifyWebhook', 'Parsed']) assert.ok(domain.includes(name), name);
    for (const name of ['contract', 'Contract', 'yen'])
      assert.ok(exportedNames('src/entries/schemas.ts').includes(name), name);
  });

  test('that are committed are sorted, each once, and of a version', () => {
    const text = readFileSync('test/baseline/surface.json', 'utf8');
    const {version, ...kept} = JSON.parse(text) as Baseline;
    assert.match(version, /^\d+\.\d+\.\d+$/);
    for (const lines of Object.values(kept)) assert.deepEqual(lines, [...new Set(lines)].sort());
    assert.equal(text, baselineText(version, kept));
    assert.ok(kept.elements.includes('surety-desk attribute routing = hash'));
  });
});
