import assert from 'node:assert/strict';
import {it} from 'node:test';
import {formatPhone} from '../../src/domain/phone-format.js';

it('groups the digits of a phone number as its area does', () => {
  const numbers = [
    '018-863-1000',
    '0184-43-3200',
    '03-1234-5678',
    '06-1234-5678',
    '0120-123-456',
    '090-1234-5678',
    '01267-2-1234',
    '045-123-4567',
    '0466-12-3456',
  ];
  for (const number of numbers) assert.equal(formatPhone(number.replaceAll('-', '')), number);
  assert.equal(formatPhone('018'), '018');
});
