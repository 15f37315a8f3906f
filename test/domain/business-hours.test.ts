import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import holidayJp from '@holiday-jp/holiday_jp';
import {
  businessDayFrom,
  isBusinessDay,
  nextBusinessHours,
  readOpeningHours,
} from '../../src/domain/business-hours.js';
import {HOLIDAYS} from '../../src/domain/holidays.js';
import {closingHolidays} from '../tooling/closing-holidays.js';

const hours = {opens: '09:00', closes: '17:00'};
const reception = (time: string) => nextBusinessHours(new Date(`${time}+09:00`), hours);

describe('nextBusinessHours', () => {
  const rows: [string, string, string][] = [
    ['in the morning before it opens', '2026-11-20T08:59', '2026-11-20T09:00:00+09:00'],
    ['on the minute it closes', '2026-11-19T17:00', '2026-11-20T09:00:00+09:00'],
    ['on Friday evening, before 勤労感謝の日 on Monday', '2026-11-20T18:00', '2026-11-24T09:00:00+09:00'],
    ['on Sunday', '2026-11-15T12:00', '2026-11-16T09:00:00+09:00'],
    ['in シルバーウィーク with its 国民の休日', '2026-09-18T17:30', '2026-09-24T09:00:00+09:00'],
    ['on the last working day of the year', '2026-12-28T17:01', '2027-01-04T09:00:00+09:00'],
    ['at the turn of the year', '2027-01-01T10:00', '2027-01-04T09:00:00+09:00'],
    ['where the turn of the year ends in a weekend', '2025-12-26T20:00', '2026-01-05T09:00:00+09:00'],
  ];
  for (const [name, at, opensAt] of rows) {
    it(`says when it opens next ${name}`, () => assert.deepEqual(reception(at), {isOpen: false, opensAt}));
  }
  it('says until when it is open', () => {
    const open = {isOpen: true, until: '2026-11-20T17:00:00+09:00'};
    assert.deepEqual(reception('2026-11-20T09:00'), open);
    assert.deepEqual(reception('2026-11-20T16:59'), open);
  });
  it('goes by the clocks of Japan, wherever the machine is', () => {
    const now = new Date('2026-11-19T23:30:00Z'); // 8:30 on the 20th in Japan
    assert.deepEqual(nextBusinessHours(now, hours), {isOpen: false, opensAt: '2026-11-20T09:00:00+09:00'});
  });
});

describe('isBusinessDay', () => {
  it('knows every holiday that closes an office from 2025 to 2040', () => {
    const known = Object.entries(HOLIDAYS).flatMap(([year, dates]) =>
      dates.split(' ').map(date => `${year}-${date.slice(0, 2)}-${date.slice(2)}`),
    );
    assert.deepEqual(known, closingHolidays(Object.keys(holidayJp.holidays), 2025, 2040));
  });
  it('takes no working day for a holiday', () => {
    const holidays = new Set<string>(Object.keys(holidayJp.holidays));
    let count = 0;
    for (let day = Date.UTC(2025, 0, 1); day < Date.UTC(2041, 0, 1); day += 86_400_000) {
      const date = new Date(day).toISOString().slice(0, 10);
      if (!isBusinessDay(date)) continue;
      assert.ok(!holidays.has(date), date);
      count++;
    }
    assert.ok(count > 16 * 238 && count < 16 * 248, `${count}`);
  });
  it('finds the day itself or the next one', () => {
    assert.equal(businessDayFrom('2026-11-20'), '2026-11-20');
    assert.equal(businessDayFrom('2026-11-21'), '2026-11-24');
  });
});

describe('readOpeningHours', () => {
  const rows: [string, [string, string] | undefined][] = [
    ['土日祝日・年末年始除く 9:00～17:00', ['09:00', '17:00']],
    ['平日 ８：３０〜１７：１５', ['08:30', '17:15']],
    ['午前の受付は8時30分から17時15分', ['08:30', '17:15']],
    ['9時-17時半', ['09:00', '17:30']],
    ['24時間', undefined],
    ['17:00～9:00', undefined],
    ['TEL 018-863-1000', undefined],
    ['', undefined],
  ];
  for (const [text, expected] of rows) {
    it(`reads 「${text}」`, () =>
      assert.deepEqual(readOpeningHours(text), expected && {opens: expected[0], closes: expected[1]}));
  }
});
