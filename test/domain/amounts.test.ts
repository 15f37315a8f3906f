import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {checkAmounts} from '../../src/entries/domain.js';
import {advancePaymentRules} from './obligees.js';
import type {AdvancePaymentRule, ApplicationAmounts} from '../../src/domain/amounts.js';

function ruleOf(name: string): AdvancePaymentRule {
  const rule = advancePaymentRules.find(({obligee}) => obligee === name);
  assert.ok(rule);
  return rule;
}
const amounts = (changes: Partial<ApplicationAmounts>): ApplicationAmounts => ({
  worksKind: 'construction',
  worksPrice: 50_000_000,
  ...changes,
});
const codes = (name: string, changes: Partial<ApplicationAmounts>) =>
  checkAmounts(ruleOf(name), amounts(changes)).map(({code}) => code);

describe('checkAmounts', () => {
  it('says nothing about amounts within the rule, and nothing where there is no rule', () => {
    assert.deepEqual(codes('上尾市', {advancePaymentAmount: 20_000_000, performanceAmount: 5_000_000}), []);
    assert.deepEqual(checkAmounts(undefined, amounts({advancePaymentAmount: 49_000_000})), []);
  });

  it('warns above the share of the price, and says up to what', () => {
    const [warning] = checkAmounts(ruleOf('上尾市'), amounts({advancePaymentAmount: 20_100_000}));
    assert.deepEqual(warning, {
      code: 'advancePaymentAmount.overRate',
      field: 'advancePaymentAmount',
      params: {obligee: '上尾市', rate: 0.4, max: 20_000_000, unit: 100_000, isOfCurrentYear: false},
      text: '上尾市の前払金は、請負金額の40%以内（20,000,000円まで、100,000円未満切り捨て）です。',
    });
  });

  it('takes this year’s part as the base where there is one', () => {
    assert.deepEqual(codes('上尾市', {advancePaymentAmount: 8_000_000, currentYearAmount: 20_000_000}), []);
    assert.deepEqual(codes('上尾市', {advancePaymentAmount: 8_100_000, currentYearAmount: 20_000_000}), [
      'advancePaymentAmount.overRate',
    ]);
  });

  it('rounds down before it compares, and points at what is not rounded', () => {
    assert.deepEqual(codes('上尾市', {worksPrice: 10_249_999, advancePaymentAmount: 4_099_999}), [
      'advancePaymentAmount.overRate',
    ]);
    assert.deepEqual(codes('上尾市', {advancePaymentAmount: 19_950_000}), ['advancePaymentAmount.rounding']);
    assert.deepEqual(codes('豊山町', {advancePaymentAmount: 19_950_000}), []);
  });

  it('knows rates other than four tenths, exactly', () => {
    assert.deepEqual(codes('大船渡市', {worksPrice: 10_000_000, advancePaymentAmount: 4_500_000}), []);
    assert.deepEqual(codes('大船渡市', {worksPrice: 10_000_000, advancePaymentAmount: 4_500_001}), [
      'advancePaymentAmount.overRate',
    ]);
    assert.deepEqual(
      codes('大船渡市', {worksPrice: 10_000_000, advancePaymentAmount: 4_500_000, lowBid: true}),
      ['advancePaymentAmount.lowBid'],
    );
  });

  it('has its own share for services', () => {
    assert.deepEqual(codes('上尾市', {worksKind: 'design', advancePaymentAmount: 15_000_000}), []);
    assert.deepEqual(codes('上尾市', {worksKind: 'survey', advancePaymentAmount: 15_100_000}), [
      'advancePaymentAmount.overRate',
    ]);
    assert.deepEqual(codes('八女市', {worksKind: 'services', advancePaymentAmount: 15_000_001}), [
      'advancePaymentAmount.overRate',
    ]);
    assert.deepEqual(
      codes('真岡市', {worksKind: 'construction-consulting', advancePaymentAmount: 15_100_000}),
      ['advancePaymentAmount.overRate'],
    );
  });

  it('warns of contracts too small for an advance payment', () => {
    assert.deepEqual(codes('上尾市', {worksPrice: 4_999_999, advancePaymentAmount: 1_900_000}), [
      'worksPrice.belowMinimum',
    ]);
    assert.deepEqual(codes('新座市', {worksPrice: 1_300_000, advancePaymentAmount: 500_000}), [
      'advancePaymentAmount.note',
    ]);
    assert.deepEqual(
      codes('生駒市', {worksKind: 'survey', worksPrice: 999_999, advancePaymentAmount: 200_000}),
      ['worksPrice.belowMinimum'],
    );
    assert.deepEqual(codes('豊山町', {worksPrice: 1_999_999, advancePaymentAmount: 700_000}), [
      'worksPrice.belowDesignMinimum',
    ]);
    assert.deepEqual(codes('上尾市', {worksPrice: 4_999_999, performanceAmount: 500_000}), []);
  });

  it('warns of kinds of works without an advance payment', () => {
    assert.deepEqual(codes('豊山町', {worksKind: 'design', advancePaymentAmount: 1_000_000}), [
      'advancePaymentAmount.excluded',
    ]);
  });

  it('checks the interim payment, its kind and its threshold', () => {
    assert.deepEqual(codes('八女市', {interimPaymentAmount: 10_000_000}), []);
    assert.deepEqual(codes('八女市', {interimPaymentAmount: 10_000_001}), ['interimPaymentAmount.overRate']);
    assert.deepEqual(codes('八女市', {worksKind: 'services', interimPaymentAmount: 1_000_000}), [
      'interimPaymentAmount.notEligible',
    ]);
    assert.deepEqual(codes('新座市', {worksPrice: 4_900_000, interimPaymentAmount: 900_000}), [
      'interimPaymentAmount.notEligible',
      'interimPaymentAmount.note',
    ]);
  });

  it('counts the months that the works must last, both ends of the 工期 included', () => {
    const short = (from: string, to: string, changes: Partial<ApplicationAmounts> = {}) =>
      codes('新座市', {period: {from, to}, advancePaymentAmount: 500_000, ...changes}).includes(
        'worksPeriod.tooShort',
      );
    assert.equal(short('2026-04-01', '2026-04-30'), true); // just one month
    assert.equal(short('2026-04-01', '2026-05-01'), false);
    assert.equal(short('2026-01-31', '2026-02-27'), true);
    assert.equal(short('2026-01-31', '2026-02-28'), false); // February has no 31st
    assert.equal(short('2026-04-01', '2026-05-31', {worksKind: 'survey'}), true);
    assert.equal(short('2026-04-01', '2026-06-01', {worksKind: 'survey'}), false);
    const interim = {advancePaymentAmount: null, interimPaymentAmount: 500_000};
    assert.equal(short('2026-12-15', '2027-02-14', interim), true);
    assert.equal(short('2026-12-15', '2027-02-15', interim), false);
    assert.equal(
      codes('上尾市', {period: {from: '2026-04-01', to: '2026-04-01'}, advancePaymentAmount: 1e7}).length,
      0,
    );
  });

  it('says in the obligee’s words what no amount can tell: conditions, notes, the base of a year', () => {
    const texts = (name: string, changes: Partial<ApplicationAmounts>) =>
      checkAmounts(ruleOf(name), amounts(changes)).map(({field, text}) => `${field}: ${text}`);
    assert.deepEqual(texts('豊山町', {interimPaymentAmount: 5_000_000}), [
      'interimPaymentAmount: 豊山町の中間前払金には条件があります：「工期1/2経過・予定作業実施・経費が契約金額の1/2以上」',
    ]);
    assert.match(texts('新座市', {advancePaymentAmount: 5_000_000})[0] ?? '', /認めた場合にのみ申請できる/);
    assert.match(
      texts('浅口市', {advancePaymentAmount: 5_000_000, currentYearAmount: 20_000_000})[0] ?? '',
      /^currentYearAmount: .*当該会計年度の出来高予定額/,
    );
    assert.deepEqual(texts('浅口市', {advancePaymentAmount: 5_000_000}), []);
  });

  it('does not hold a rule against contracts that are older than it', () => {
    const old = codes('大船渡市', {signedOn: '2022-03-31', advancePaymentAmount: 20_000_000});
    assert.deepEqual(old, ['advancePaymentAmount.olderThanRule']);
    assert.deepEqual(codes('大船渡市', {signedOn: '2022-04-01', advancePaymentAmount: 20_000_000}), []);
  });

  it('leaves no member of the real rules unread', () => {
    const read = [
      'obligee min_contract min_period advance_rate midterm_rate midterm_only midterm_conditions rounding',
      'contract_guarantee_min_rate excludes low_bid_excluded multi_year_basis valid_from note text url',
      'cap_abolished payment_due_days', // no cap is nothing to warn of, and when one is paid is not about amounts
    ];
    const known = new Set(read.join(' ').split(' '));
    const names = advancePaymentRules.flatMap(rule => Object.keys(rule));
    assert.deepEqual(
      names.filter(name => !known.has(name)),
      [],
    );
  });

  it('warns below the least 契約保証', () => {
    assert.deepEqual(codes('上尾市', {worksPrice: 50_000_001, performanceAmount: 5_000_000}), [
      'performanceAmount.underRate',
    ]);
    assert.deepEqual(codes('真岡市', {performanceAmount: 1}), []);
  });
});
