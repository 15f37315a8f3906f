import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {formatDate, formatDateTime, formatEra} from '../../src/domain/format.js';
import {addDays, dayInJapan, isLater, toDay} from '../../src/domain/instant.js';

describe('an instant', () => {
  it('belongs to the calendar day in Japan, however it is written', () => {
    assert.equal(dayInJapan('2026-02-02T23:30:00Z'), '2026-02-03');
    assert.equal(dayInJapan('2026-02-03T08:30:00+09:00'), '2026-02-03');
    assert.equal(dayInJapan(new Date('2026-01-31T14:59:59Z')), '2026-01-31');
    assert.equal(dayInJapan(new Date('2026-01-31T15:00:00Z')), '2026-02-01');
    assert.equal(toDay('2026-02-02T23:30:00Z'), '2026-02-03');
  });

  it('is compared as an instant, not as a text', () => {
    assert.ok(isLater('2026-02-02T23:30:00Z', '2026-02-03T08:29:59+09:00'));
    assert.ok(!isLater('2026-02-03T08:30:00+09:00', '2026-02-02T23:30:00Z'));
  });

  it('is written as its day in Japan', () => {
    assert.equal(formatEra('2026-02-02T23:30:00Z'), '令和8年2月3日');
    assert.equal(formatDate('2026-02-02T23:30:00Z'), '2026年2月3日');
    assert.equal(formatDateTime('2026-02-02T23:30:00Z'), '2026/02/03 08:30');
  });
});

describe('a day', () => {
  it('stays the day that it is', () => {
    assert.equal(toDay('2026-02-03'), '2026-02-03');
    assert.equal(toDay('not a day'), 'not a day');
  });

  it('is counted on over months and years', () => {
    assert.equal(addDays('2026-12-31', 1), '2027-01-01');
    assert.equal(addDays('2028-02-28', 1), '2028-02-29');
    assert.equal(addDays('2026-03-01', -1), '2026-02-28');
  });
});
