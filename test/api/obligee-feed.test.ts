import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {once} from 'node:events';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {describe, test} from 'node:test';
import {createClient} from '../../src/api/client.js';
import {fetchObligeeFeed, readObligeeFeed, type FeedProblem} from '../../src/api/obligee-feed.js';
import {SuretyError} from '../../src/errors.js';
import {obligeeFeedSchema} from '../../src/entries/build/obligee-feed-schema.js';
import {obligeeFieldText} from '../../src/i18n/obligee-field-text.js';
import {OBLIGEE_FEED, obligeeFeedEntry} from '../../src/schemas/obligee-feed.js';
import {serveSandbox} from '../sandbox/support/serve.js';

type Entry = Record<string, unknown>;
const rules = JSON.parse(readFileSync('demo/sandbox/data/obligees.json', 'utf8')) as Entry[];
const [nikaho = {}, ichiki = {}] = rules;
const feedOf = (obligees: unknown, changes: Entry = {}): Entry => ({
  ...OBLIGEE_FEED,
  updatedOn: '2026-10-01',
  obligees,
  ...changes,
});

/** A feed of two, the second with a slip. */
const withSlip = (changes: Entry) => readObligeeFeed(feedOf([nikaho, {...ichiki, ...changes}]));

describe('a feed of obligees', () => {
  test('the 29 real obligees are all read, without a word of complaint', () => {
    const {obligees, problems, updatedOn} = readObligeeFeed(feedOf(rules, {publisher: '見本市'}));
    assert.deepEqual(problems, []);
    assert.equal(obligees.length, rules.length);
    assert.equal(updatedOn, '2026-10-01');
    assert.deepEqual(
      obligees.map(({name, code}) => [name, code]),
      rules.map(({obligee, id}) => [obligee, id]),
    );
  });

  test('code and reading stand beside the facts, and may be missing', () => {
    const {obligees} = readObligeeFeed(
      feedOf([
        {...nikaho, code: '052141', kana: 'にかほし'},
        {...ichiki, code: null},
      ]),
    );
    assert.deepEqual(
      obligees.map(({code, kana}) => [code, kana]),
      [
        ['052141', 'にかほし'],
        ['ob-003', ''],
      ],
    );
  });

  const slips: readonly [string, Entry, Omit<FeedProblem, 'entry' | 'name'>][] = [
    [
      'a day that does not exist',
      {start_date: '2026-02-30'},
      {code: 'day', field: 'start_date', found: '"2026-02-30"', mayBeNull: true},
    ],
    [
      'a day in words',
      {source_date: '令和8年2月1日'},
      {code: 'day', field: 'source_date', found: '"令和8年2月1日"', mayBeNull: true},
    ],
    [
      'a missing fact',
      {paper_allowed: undefined},
      {code: 'missing', field: 'paper_allowed', expected: ['boolean'], mayBeNull: true},
    ],
    [
      'no words of the rule',
      {rule_text: undefined},
      {code: 'missing', field: 'rule_text', expected: ['string']},
    ],
    ['an empty name', {obligee: ''}, {code: 'empty', field: 'obligee', found: '""'}],
    [
      'yes for true',
      {insurers_accepted: 'yes'},
      {code: 'type', field: 'insurers_accepted', found: '"yes"', expected: ['boolean'], mayBeNull: true},
    ],
    [
      'a word that is not one of those to choose from',
      {sureties_scope: 'some'},
      {
        code: 'choice',
        field: 'sureties_scope',
        found: '"some"',
        expected: ['unspecified', 'named_only', 'named_etc', 'all_licensed'],
      },
    ],
    [
      'a slip deep inside',
      {channels: [{kind: 'email', to: 5}]},
      {code: 'type', field: 'channels[0].to', found: '5', expected: ['string']},
    ],
    [
      'a code of five digits',
      {code: '05214'},
      {code: 'code', field: 'code', found: '"05214"', mayBeNull: true},
    ],
  ];
  for (const [slip, changes, problem] of slips) {
    test(`${slip} is named with its entry and field, and the others are still there`, () => {
      const {obligees, problems} = withSlip(changes);
      assert.deepEqual(
        obligees.map(({name}) => name),
        ['にかほ市'],
      );
      const name = changes['obligee'] === '' ? {} : {name: 'いちき串木野市'};
      assert.deepEqual(problems, [{entry: 2, ...name, ...problem}]);
    });
  }

  test('every slip of an entry is said at once', () => {
    const {problems} = withSlip({start_date: 'soon', rule_text: undefined, excluded: 'none'});
    assert.deepEqual(problems.map(({field}) => field).toSorted(), ['excluded', 'rule_text', 'start_date']);
  });

  test('of two entries with one code the first is shown and the second named', () => {
    const {obligees, problems} = withSlip({id: 'ob-001'});
    assert.equal(obligees.length, 1);
    assert.deepEqual(problems, [
      {entry: 2, name: 'いちき串木野市', code: 'twice', field: 'id', found: 'ob-001'},
    ]);
  });

  test('an entry that is no entry at all is named by its place', () => {
    const {obligees, problems} = readObligeeFeed(feedOf(['にかほ市', nikaho, null]));
    assert.equal(obligees.length, 1);
    assert.deepEqual(
      problems.map(({entry, code}) => [entry, code]),
      [
        [1, 'type'],
        [3, 'type'],
      ],
    );
  });

  test('a later version is not guessed at', () => {
    const {obligees, problems} = readObligeeFeed(feedOf(rules, {version: 2}));
    assert.deepEqual(obligees, []);
    assert.deepEqual(problems, [{code: 'version', field: 'version', found: '2', expected: ['1']}]);
  });

  test('what a newer writer adds is passed over', () => {
    const {obligees, problems} = readObligeeFeed(
      feedOf([{...nikaho, addedLater: {a: 1}}], {addedLater: true, $schema: './obligee-feed.schema.json'}),
    );
    assert.deepEqual([obligees.length, problems.length], [1, 0]);
  });

  test('a wrong day of the list hides no obligee', () => {
    const {obligees, problems, updatedOn} = readObligeeFeed(feedOf([nikaho], {updatedOn: '10/1'}));
    assert.equal(obligees.length, 1);
    assert.equal(updatedOn, undefined);
    assert.deepEqual(problems, [{code: 'day', field: 'updatedOn', found: '"10/1"'}]);
  });

  test('the bare list of a file is refused by its own name', () => {
    assert.deepEqual(readObligeeFeed(rules), {obligees: [], problems: [{code: 'bare-list'}]});
  });

  for (const json of [null, 5, 'text', {}, {obligees: 1}, feedOf(undefined)]) {
    test(`${JSON.stringify(json)?.slice(0, 40)} shows nobody and says why`, () => {
      const {obligees, problems} = readObligeeFeed(json);
      assert.deepEqual(obligees, []);
      assert.ok(problems.length);
    });
  }
});

describe('the schema that is published', () => {
  const schema = obligeeFeedSchema() as {
    properties: {obligees: {items: {properties: Record<string, {title?: string}>; required: string[]}}};
    required: string[];
  };

  test('asks for what the reader asks for', () => {
    assert.deepEqual(schema.required, ['format', 'version', 'updatedOn', 'obligees']);
    const {required, properties} = schema.properties.obligees.items;
    const missing = obligeeFeedEntry.safeParse({});
    const asked = missing.success ? [] : missing.error.issues.map(({path: [field]}) => field);
    assert.deepEqual(required.toSorted(), asked.toSorted());
    assert.ok(!required.includes('code') && 'code' in properties);
  });

  test('says in Japanese what each field is about', () => {
    for (const [field, {title}] of Object.entries(schema.properties.obligees.items.properties))
      assert.equal(title, obligeeFieldText[field]?.(), field);
  });
});

/** A server of its own: what it was asked, and what it answers next. */
async function serveFeed(body: () => {status?: number; text: string; tag?: string}) {
  const asked: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    const {status = 200, text, tag} = body();
    asked.push(request.headers['if-none-match']);
    const isKnown = tag !== undefined && request.headers['if-none-match'] === tag;
    response.writeHead(isKnown ? 304 : status, tag ? {ETag: tag} : {});
    response.end(isKnown ? undefined : text);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/obligees.json`;
  return {url, asked, [Symbol.asyncDispose]: async () => void (await once(server.close(), 'close'))};
}

describe('a feed over HTTP', () => {
  test('is asked for with the tag that is known, and 304 gives the same obligees back', async () => {
    let tag = '"1"';
    await using server = await serveFeed(() => ({text: JSON.stringify(feedOf([nikaho])), tag}));
    const first = await fetchObligeeFeed(server.url, {});
    const second = await fetchObligeeFeed(server.url, {known: first});
    assert.equal(second, first);
    tag = '"2"';
    const third = await fetchObligeeFeed(server.url, {known: second});
    assert.notEqual(third, first);
    assert.equal(third.tag, '"2"');
    assert.deepEqual(server.asked, [undefined, '"1"', '"1"']);
  });

  test('works with a server that knows no tags', async () => {
    await using server = await serveFeed(() => ({text: JSON.stringify(feedOf([nikaho]))}));
    const first = await fetchObligeeFeed(server.url, {});
    assert.equal((await fetchObligeeFeed(server.url, {known: first})).obligees.length, 1);
    assert.deepEqual(server.asked, [undefined, undefined]);
  });

  test('that is not there, or no JSON, is a problem of the list', async () => {
    await using missing = await serveFeed(() => ({status: 404, text: 'Not Found'}));
    assert.deepEqual((await fetchObligeeFeed(missing.url, {})).problems, [{code: 'address', found: '404'}]);
    await using broken = await serveFeed(() => ({text: '{"obligees": [,]}'}));
    const [problem] = (await fetchObligeeFeed(broken.url, {})).problems;
    assert.equal(problem?.code, 'json');
    assert.match(problem.found ?? '', /not valid JSON|position|line/);
  });

  test('whose server cannot be reached is a network error', async () => {
    const {url, [Symbol.asyncDispose]: close} = await serveFeed(() => ({text: ''}));
    await close();
    const thrown = await fetchObligeeFeed(url, {}).catch((error: unknown) => error);
    assert.ok(thrown instanceof SuretyError);
    assert.equal(thrown.code, 'network');
  });

  test('of the reference API gives back its directory, tagged', async () => {
    const served = await serveSandbox();
    try {
      const url = `${served.base}/v1/obligee-feed`;
      const feed = await fetchObligeeFeed(url, {});
      assert.deepEqual(feed.problems, []);
      const client = createClient({apiBase: `${served.base}/v1`, environment: 'sandbox'});
      const {items} = await client.listObligees();
      assert.deepEqual(feed.obligees, items);
      assert.equal(await fetchObligeeFeed(url, {known: feed}), feed);
    } finally {
      await served.close();
    }
  });
});

test('the list of the API is asked for with its tag, and is the same object while it has not changed', async () => {
  const served = await serveSandbox();
  const statuses: number[] = [];
  const client = createClient({
    apiBase: `${served.base}/v1`,
    environment: 'sandbox',
    fetch: async (input, init) => {
      const answer = await fetch(input, init);
      statuses.push(answer.status);
      return answer;
    },
  });
  try {
    const first = await client.listObligees();
    assert.equal(await client.listObligees(), first);
    assert.equal((await client.listObligees({q: 'にかほ'})).items.length, 1);
    assert.equal((await client.listObligees()).items.length, first.items.length);
    assert.deepEqual(statuses, [200, 304, 200, 200]);
  } finally {
    await served.close();
  }
});
