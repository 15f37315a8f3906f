import {warn} from './amount-warning.js';
import type {AmountWarning, PaymentField} from './amount-warning.js';
import type {AdvancePaymentRule, ApplicationAmounts} from './amounts.js';
import {pickByKind} from './works-rule.js';

/** The same day so many months later; the last of the month where there is no such day. */
function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, last));
  return first.toISOString().slice(0, 10);
}

/** Whether works last longer than so many months; both ends of a 工期 are included. */
const isLonger = ({from, to}: {from: string; to: string}, months: number): boolean =>
  to >= addMonths(from, months);

/** `>2 months` and `period>2 months`: the months that the works must last longer than. */
const monthsOf = (text: string | null | undefined): number | undefined => {
  const [, months] = />\s*(\d+)\s*months?/.exec(text ?? '') ?? [];
  return months === undefined ? undefined : Number(months);
};

/** Checks the 工期 that a payment needs: for each payment where its rule names one. */
export function checkPeriod(rule: AdvancePaymentRule, application: ApplicationAmounts): AmountWarning[] {
  const {period, worksKind} = application;
  if (!period) return [];
  const months: Record<PaymentField, number | undefined> = {
    advancePaymentAmount: monthsOf(pickByKind(rule.min_period, worksKind)),
    interimPaymentAmount: monthsOf(rule.midterm_only),
  };
  return (['advancePaymentAmount', 'interimPaymentAmount'] as const).flatMap(payment => {
    const least = months[payment];
    const isShort = application[payment] && least !== undefined && !isLonger(period, least);
    return isShort ? [warn(rule, 'worksPeriod.tooShort', {payment, months: least})] : [];
  });
}

/** Checks that the rule holds already: it says nothing about contracts older than its first day. */
export function checkRuleStart(
  rule: AdvancePaymentRule,
  {signedOn, advancePaymentAmount}: ApplicationAmounts,
): AmountWarning[] {
  const from = /^\d{4}-\d{2}-\d{2}/.exec(rule.valid_from ?? '')?.[0];
  if (!from || !signedOn || signedOn >= from || !advancePaymentAmount) return [];
  return [warn(rule, 'advancePaymentAmount.olderThanRule', {from})];
}

/** Repeats conditions that no amount can tell, where such a payment is asked for, in the obligee's own words. */
export function checkConditions(
  rule: AdvancePaymentRule,
  {advancePaymentAmount, interimPaymentAmount, currentYearAmount}: ApplicationAmounts,
): AmountWarning[] {
  const {midterm_conditions: conditions, note, multi_year_basis: basis} = rule;
  const own = advancePaymentAmount ? 'advancePaymentAmount' : 'interimPaymentAmount';
  return [
    ...(conditions && interimPaymentAmount
      ? [warn(rule, 'interimPaymentAmount.conditions', {quote: conditions})]
      : []),
    ...(note && (advancePaymentAmount || interimPaymentAmount)
      ? [warn(rule, `${own}.note`, {quote: note})]
      : []),
    ...(basis && currentYearAmount ? [warn(rule, 'currentYearAmount.basis', {quote: basis})] : []),
  ];
}
