import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {AmountField, AmountWarning, AmountWarningCode} from '../../src/domain/amount-warning.js';
import type {AmountWarningParams} from '../../src/domain/amount-warning.js';
import {amountWarningText} from '../../src/i18n/amount-text.js';
import {setLocale} from '../support/node-locale.js';

const overRate = [
  {rate: 0.4, max: 20_000_000, unit: 1, isOfCurrentYear: false},
  {rate: 0.4, max: 20_000_000, unit: 100_000, isOfCurrentYear: true},
];

/** Every code with parameters for each of its sentences. */
const examples: {[Code in AmountWarningCode]: AmountWarningParams[Code][]} = {
  'advancePaymentAmount.overRate': overRate,
  'interimPaymentAmount.overRate': overRate,
  'advancePaymentAmount.rounding': [{unit: 10_000}],
  'interimPaymentAmount.rounding': [{unit: 10_000}],
  'worksPrice.belowMinimum': [{min: 1_000_000}],
  'worksPrice.belowDesignMinimum': [{min: 1_000_000}],
  'advancePaymentAmount.excluded': [{exclusion: '測量業務'}],
  'interimPaymentAmount.notEligible': [{min: 0}, {min: 5_000_000}],
  'performanceAmount.underRate': [{rate: 0.1, min: 5_000_000}],
  'advancePaymentAmount.lowBid': [{}],
  'worksPeriod.tooShort': [
    {payment: 'advancePaymentAmount', months: 2},
    {payment: 'interimPaymentAmount', months: 2},
  ],
  'advancePaymentAmount.olderThanRule': [{from: '2026-04-01'}],
  'interimPaymentAmount.conditions': [{quote: '工期の2分の1を経過'}],
  'advancePaymentAmount.note': [{quote: '千円未満切り捨て'}],
  'interimPaymentAmount.note': [{quote: '千円未満切り捨て'}],
  'currentYearAmount.basis': [{quote: '当該年度の出来高予定額'}],
};

const allSentences = (): string[] =>
  Object.entries(examples).flatMap(([code, list]) =>
    list.map(params =>
      amountWarningText({
        code,
        field: code.split('.')[0] as AmountField,
        params: {obligee: '上尾市', ...params},
      } as AmountWarning),
    ),
  );

const japanese = /[\u3041-\u30ff\u4e00-\u9fff]/u;

describe('what is said about amounts', () => {
  it('names the obligee whose rule it is', () => {
    for (const sentence of allSentences()) assert.match(sentence, /上尾市/);
  });

  it('has no Japanese words in English but for the obligee and its own words', async () => {
    await setLocale('en');
    for (const sentence of allSentences())
      assert.doesNotMatch(sentence.replace('上尾市', '').replaceAll(/“[^”]*”/gu, ''), japanese);
    await setLocale('ja');
  });
});
