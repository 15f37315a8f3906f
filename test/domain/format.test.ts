import assert from 'node:assert/strict';
import {it} from 'node:test';
import {
  formatDate,
  formatDateTime,
  formatEra,
  formatYen,
  formatYenKanji,
  ratio,
} from '../../src/domain/format.js';
import {contractState} from '../../src/domain/contract-state.js';

it('says sums in figures and as they are spoken', () => {
  assert.equal(formatYen(20_000_000), '20,000,000円');
  assert.deepEqual(
    [20_000_000, 123_456_789, 100_000_000, 999_999_999_999, 5, 0, 10_005].map(formatYenKanji),
    ['2,000万円', '1億2,345万6,789円', '1億円', '9,999億9,999万9,999円', '5円', '0円', '1万5円'],
  );
});

it('says days by era and by the Gregorian calendar', () => {
  assert.deepEqual(
    ['2026-02-01', '2019-05-01', '2019-04-30', '1989-01-07', '1989-01-08', '1926-12-25'].map(formatEra),
    [
      '令和8年2月1日',
      '令和元年5月1日',
      '平成31年4月30日',
      '昭和64年1月7日',
      '平成元年1月8日',
      '昭和元年12月25日',
    ],
  );
  assert.equal(formatDate('2026-02-01'), '2026年2月1日');
  assert.equal(formatEra(''), '');
  assert.equal(formatDate('soon'), 'soon');
});

it('shows instants as Japan’s clocks do, wherever the machine stands', () => {
  assert.equal(formatDateTime('2026-02-03T10:15:00+09:00'), '2026/02/03 10:15');
  assert.equal(formatDateTime('2026-02-02T16:30:00Z'), '2026/02/03 01:30');
});

it('gives a share only when both sums exist', () => {
  assert.deepEqual(ratio(20_000_000, 50_000_000), {value: 0.4, text: '40.0%'});
  assert.deepEqual(ratio(5_000_000, 50_000_000)?.text, '10.0%');
  assert.equal(ratio(1, 3)?.text, '33.3%');
  assert.equal(ratio(125, 10_000)?.text, '1.3%');
  assert.equal(ratio(0, 50)?.text, '0.0%');
  for (const [part, whole] of [
    [undefined, 5],
    [5, undefined],
    [5, 0],
    [null, null],
    [NaN, 5],
  ] as const)
    assert.equal(ratio(part, whole), undefined);
});

it('keeps a contract in force to the end of its last day', () => {
  const contract = {validUntil: '2026-10-01'};
  assert.deepEqual(
    ['2026-09-30', '2026-10-01', '2026-10-02'].map(day => contractState(contract, day)),
    ['in-force', 'in-force', 'expired'],
  );
  assert.equal(contractState({validUntil: null}, '2099-01-01'), 'in-force');
  assert.equal(contractState({...contract, cancelledOn: '2026-05-01'}, '2026-12-01'), 'cancelled');
  assert.equal(contractState({...contract, cancelledOn: '2026-05-01'}, '2026-04-30'), 'in-force');
  const released = {...contract, releasedOn: '2026-09-01'};
  assert.deepEqual(
    ['2026-08-31', '2026-09-01', '2026-12-01'].map(day => contractState(released, day)),
    ['in-force', 'released', 'released'],
  );
  assert.equal(contractState({...released, cancelledOn: '2026-09-02'}, '2026-12-01'), 'cancelled');
});
