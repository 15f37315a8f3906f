import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {noticeDataText, noticeQrText, readNoticeData} from '../../src/domain/notice-data.js';
import {noticeData} from '../../src/schemas/notice-data.js';

const number = '05214-000123';
const key = 'Z28YUE4J3Bux';
const file = (changes: object = {}) =>
  JSON.stringify({format: 'surety-key-notice', version: 1, contractNumber: number, ...changes});

describe('the QR code of a notice', () => {
  it('says the number, and no address that a scanner would open', () => {
    assert.equal(noticeQrText({contractNumber: number}), 'SURETY1:05214-000123');
  });
  it('says the key only where it is given', () => {
    assert.equal(noticeQrText({contractNumber: number, authKey: key}), 'SURETY1:05214-000123:Z28YUE4J3Bux');
  });
});

describe('the data file of a notice', () => {
  it('has the published shape', () => {
    const data = {contractNumber: number, authKey: key};
    assert.deepEqual(noticeData.parse(JSON.parse(noticeDataText(data))), {
      format: 'surety-key-notice',
      version: 1,
      ...data,
    });
  });
  it('does not mention the key where it is not given', () => {
    assert.doesNotMatch(noticeDataText({contractNumber: number}), /authKey/);
  });
});

describe('readNoticeData', () => {
  const letters = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'];
  const code = (from: string[], size: {minLength: number; maxLength: number}) =>
    fc.array(fc.constantFrom(...from), size).map(signs => signs.join(''));
  const anyData = fc.record(
    {
      contractNumber: code([...letters, '-'], {minLength: 3, maxLength: 30}).map(rest => `0${rest}`),
      authKey: code(letters, {minLength: 12, maxLength: 12}),
    },
    {requiredKeys: ['contractNumber'], noNullPrototype: true},
  );

  it('reads back whatever was written, from the code and from the file', () => {
    fc.assert(
      fc.property(anyData, data => {
        assert.deepEqual(readNoticeData(noticeQrText(data)), data);
        assert.deepEqual(readNoticeData(noticeDataText(data)), data);
      }),
    );
  });

  it('never throws, and gives only what the published shape allows', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.string().map(text => `SURETY1:${text}`),
        ),
        text => {
          const data = readNoticeData(text);
          if (data)
            assert.ok(noticeData.safeParse({format: 'surety-key-notice', version: 1, ...data}).success);
        },
      ),
    );
  });

  it('takes what a scanner or an editor adds around the text', () => {
    assert.deepEqual(readNoticeData(`SURETY1:${number}\r\n`), {contractNumber: number});
    assert.deepEqual(readNoticeData(`\ufeff${file({later: 'field'})}\n`), {contractNumber: number});
  });

  const refused: Record<string, string> = {
    'a later version of the code': `SURETY2:${number}`,
    'a later version of the file': file({version: 2}),
    'the file of something else': file({format: 'invoice'}),
    'a number with other signs': file({contractNumber: '<b>05214</b>'}),
    'a number that is no text': file({contractNumber: 5214}),
    'a key that was cut off': `SURETY1:${number}:Z28YUE4J3Bu`,
    'a key that is no key': file({authKey: ''}),
    'a list': '[1]',
    'a file that was cut off': file().slice(0, -1),
    'an address': `https://example.jp/?n=${number}`,
    nothing: '',
  };
  for (const [name, text] of Object.entries(refused)) {
    it(`refuses ${name}`, () => assert.equal(readNoticeData(text), undefined));
  }
});
