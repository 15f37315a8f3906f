import type {
  AmountWarning,
  AmountWarningCode,
  AmountWarningParams,
  PaymentField,
} from '../domain/amount-warning.js';
import {dayText, yenText} from './format.js';
import {msg, str} from './message.js';

const payments: Record<PaymentField, () => string> = {
  advancePaymentAmount: () => msg('前払金'),
  interimPaymentAmount: () => msg('中間前払金'),
};

const percent = (rate: number): string => `${Math.round(rate * 1e4) / 100}%`;

function overRate(
  payment: PaymentField,
  {
    obligee,
    rate,
    max,
    unit,
    isOfCurrentYear,
  }: {obligee: string} & AmountWarningParams[`${PaymentField}.overRate`],
): string {
  const base = isOfCurrentYear ? msg('今年度対象額') : msg('請負金額');
  const name = payments[payment]();
  return unit > 1
    ? msg(
        str`${obligee}の${name}は、${base}の${percent(rate)}以内（${yenText(max)}まで、${yenText(unit)}未満切り捨て）です。`,
      )
    : msg(str`${obligee}の${name}は、${base}の${percent(rate)}以内（${yenText(max)}まで）です。`);
}

const rounding = (payment: PaymentField, obligee: string, unit: number): string =>
  msg(str`${obligee}の${payments[payment]()}は、${yenText(unit)}未満を切り捨てた額です。`);

const note = ({obligee, quote}: {obligee: string; quote: string}): string =>
  msg(str`${obligee}の案内に、次のように書かれています：「${quote}」`);

const warnings: {
  [Code in AmountWarningCode]: (params: {obligee: string} & AmountWarningParams[Code]) => string;
} = {
  'advancePaymentAmount.overRate': params => overRate('advancePaymentAmount', params),
  'interimPaymentAmount.overRate': params => overRate('interimPaymentAmount', params),
  'advancePaymentAmount.rounding': ({obligee, unit}) => rounding('advancePaymentAmount', obligee, unit),
  'interimPaymentAmount.rounding': ({obligee, unit}) => rounding('interimPaymentAmount', obligee, unit),
  'worksPrice.belowMinimum': ({obligee, min}) =>
    msg(str`${obligee}の前払金は、請負金額が${yenText(min)}以上の契約が対象です。`),
  'worksPrice.belowDesignMinimum': ({obligee, min}) =>
    msg(
      str`${obligee}の前払金は、設計金額が${yenText(min)}以上の工事が対象です。設計金額を確かめてください。`,
    ),
  'advancePaymentAmount.excluded': ({obligee, exclusion}) =>
    msg(str`${obligee}の前払金は、${exclusion}が対象外です。`),
  'interimPaymentAmount.notEligible': ({obligee, min}) =>
    min
      ? msg(str`${obligee}の中間前払金は、建設工事で請負金額が${yenText(min)}以上のものが対象です。`)
      : msg(str`${obligee}の中間前払金は、建設工事が対象です。`),
  'performanceAmount.underRate': ({obligee, rate, min}) =>
    msg(str`${obligee}の契約保証は、請負金額の${percent(rate)}以上（${yenText(min)}以上）です。`),
  'advancePaymentAmount.lowBid': ({obligee}) =>
    msg(
      str`${obligee}では、低入札価格調査の対象になった契約にこの割合を使えません。割合を発注者に確認してください。`,
    ),
  'worksPeriod.tooShort': ({obligee, payment, months}) =>
    msg(str`${obligee}の${payments[payment]()}は、工期が${months}か月を超える契約が対象です。`),
  'advancePaymentAmount.olderThanRule': ({obligee, from}) =>
    msg(
      str`${obligee}のこの割合は、${dayText(from)}からのものです。それより前の契約の割合を、発注者に確認してください。`,
    ),
  'interimPaymentAmount.conditions': ({obligee, quote}) =>
    msg(str`${obligee}の中間前払金には条件があります：「${quote}」`),
  'advancePaymentAmount.note': note,
  'interimPaymentAmount.note': note,
  'currentYearAmount.basis': ({obligee, quote}) =>
    msg(str`${obligee}では、年度をまたぐ契約の前払金を次の額で計算します：「${quote}」`),
};

/** Returns the sentence for something to look at again in the amounts. */
export const amountWarningText = ({code, params}: AmountWarning): string => warnings[code](params as never); // a code and its own parameters
