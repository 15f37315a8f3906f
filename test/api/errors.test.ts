import assert from 'node:assert/strict';
import {test} from 'node:test';
import {SuretyError} from '../../src/errors.js';

test('an error of the kit is told by name and code, with no fields unless some are at fault', () => {
  const error = new SuretyError('not-found', 'gone');
  assert.ok(error instanceof Error);
  assert.deepEqual(
    [error.name, error.code, error.message, error.fields, error.retryAfter],
    [...['SuretyError', 'not-found', 'gone'], [], undefined],
  );
});

test('it keeps fields, waiting time and cause', () => {
  const cause = new Error('why');
  const fields = [{pointer: '/works/price', message: '請負金額を入力してください。'}];
  const error = new SuretyError('rejected', 'no', {fields, retryAfter: 3, cause});
  assert.deepEqual(error.fields, fields);
  assert.equal(error.retryAfter, 3);
  assert.equal(error.cause, cause);
});

test('from() leaves an error of the kit as it is', () => {
  const error = new SuretyError('conflict', 'x');
  assert.equal(SuretyError.from(error), error);
});

test('from() tells an abort from a failure', () => {
  const aborted = AbortSignal.abort();
  assert.equal(SuretyError.from(aborted.reason).code, 'aborted');
  assert.equal(SuretyError.from(new DOMException('slow', 'TimeoutError')).code, 'bad-response');
});

for (const thrown of [undefined, null, 'text', 42, new TypeError('x')]) {
  test(`from() makes an error of ${String(thrown)}, with the cause kept`, () => {
    const error = SuretyError.from(thrown);
    assert.equal(error.code, 'bad-response');
    assert.equal(error.cause, thrown);
  });
}
