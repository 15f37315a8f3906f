import assert from 'node:assert/strict';
import {afterEach, test} from 'node:test';
import {configure, resolveConfig, type SuretyOptions} from '../../src/config.js';
import {ConfigError} from '../../src/errors.js';
import {configText} from '../../src/i18n/config-text.js';

const clear: SuretyOptions = {
  apiBase: undefined,
  environment: undefined,
  scenario: undefined,
  getToken: undefined,
  fetch: undefined,
};
afterEach(() => configure(clear));

const pair: Record<keyof SuretyOptions, readonly [unknown, unknown]> = {
  apiBase: ['https://one.example/v1', 'https://other.example/v1'],
  environment: ['sandbox', 'production'],
  scenario: ['slow', 'empty'],
  getToken: [() => Promise.resolve({token: 'one'}), () => Promise.resolve({token: 'other'})],
  fetch: [() => Promise.reject(new Error('one')), () => Promise.reject(new Error('other'))],
};
const rest: SuretyOptions = {apiBase: 'https://rest.example/v1'};

for (const name of Object.keys(pair) as (keyof SuretyOptions)[]) {
  const [one, other] = pair[name];

  test(`${name}: the first source that sets it wins`, () => {
    assert.equal(resolveConfig([{[name]: one}, {[name]: other}, rest])[name], one);
    assert.equal(resolveConfig([{[name]: undefined}, {[name]: other}, rest])[name], other);
  });

  test(`${name}: configure() serves those who set nothing`, () => {
    configure(rest);
    configure({[name]: one});
    assert.equal(resolveConfig([{}, {}])[name], one);
    assert.equal(resolveConfig([{[name]: other}])[name], other);
  });
}

test('with only an address it is production', () => {
  assert.equal(resolveConfig([{apiBase: 'https://api.example/v1'}]).environment, 'production');
});

test('mock needs no address and has none', () => {
  assert.equal(resolveConfig([{environment: 'mock', apiBase: 'https://api.example/v1'}]).apiBase, '');
});

for (const [text, base, expected] of [
  ['/v1', 'https://city.example/apply/index.html', 'https://city.example/v1'],
  ['../v1/', 'https://city.example/apply/index.html', 'https://city.example/v1'],
  ['https://api.example/surety/v1///', undefined, 'https://api.example/surety/v1'],
  ['HTTP://LOCALHOST:5173/v1', undefined, 'http://localhost:5173/v1'],
] as const) {
  test(`api-base="${text}" is read as ${expected}`, () => {
    assert.equal(resolveConfig([{apiBase: text}], base).apiBase, expected);
  });
}

/** The sentence that a wrong setting leads to. */
function sentence(options: SuretyOptions): string {
  try {
    resolveConfig([options]);
  } catch (thrown) {
    assert.ok(thrown instanceof ConfigError);
    assert.equal(thrown.code, 'config');
    assert.doesNotMatch(thrown.message, /\p{sc=Hiragana}/u);
    return configText(thrown.problem);
  }
  return assert.fail('accepted');
}

test('with neither address nor mock, the sentence says what to write', () => {
  assert.match(sentence({}), /api-base=.*environment="mock"/);
  assert.match(sentence({apiBase: ''}), /api-base=/);
});

for (const text of [
  '/v1', // nothing to complete it with outside a page
  'api.example/v1',
  'javascript:alert(1)',
  'file:///v1',
  'https://api.example/v1?token=x',
  'https://api.example/v1#x',
  'https://user:secret@api.example/v1',
]) {
  test(`api-base="${text}" is refused with a sentence`, () => {
    assert.match(sentence({apiBase: text}), /^api-base=".*" は.*書いてください。$/);
  });
}

test('an unknown environment is refused with the three there are', () => {
  assert.match(sentence({environment: 'staging' as never}), /production.*sandbox.*mock/);
});
