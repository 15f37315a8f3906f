import type {AdvancePaymentRule, AmountWarning, ApplicationAmounts} from './amounts.js';
import {formatEra} from './format.js';
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

/** 工期 that a payment needs: for each payment where its rule names one. */
export function checkPeriod(rule: AdvancePaymentRule, application: ApplicationAmounts): AmountWarning[] {
  const {period, worksKind, advancePaymentAmount, interimPaymentAmount} = application;
  if (!period) return [];
  const found = [
    {name: '前払金', amount: advancePaymentAmount, months: monthsOf(pickByKind(rule.min_period, worksKind))},
    {name: '中間前払金', amount: interimPaymentAmount, months: monthsOf(rule.midterm_only)},
  ];
  return found.flatMap(({name, amount, months}) =>
    amount && months !== undefined && !isLonger(period, months)
      ? [
          {
            code: 'worksPeriod.tooShort',
            field: 'worksPeriod' as const,
            text: `${rule.obligee}の${name}は、工期が${months}か月を超える契約が対象です。`,
          },
        ]
      : [],
  );
}

/** A rule that holds from a day on says nothing about older contracts. */
export function checkRuleStart(
  {obligee, valid_from: start}: AdvancePaymentRule,
  {signedOn, advancePaymentAmount}: ApplicationAmounts,
): AmountWarning[] {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(start ?? '')?.[0];
  if (!day || !signedOn || signedOn >= day || !advancePaymentAmount) return [];
  const text = `${obligee}のこの割合は、${formatEra(day)}からのものです。それより前の契約の割合を、発注者に確認してください。`;
  return [{code: 'advancePaymentAmount.olderThanRule', field: 'advancePaymentAmount', text}];
}

/** Conditions that no amount can tell: said in the obligee's own words where such a payment is asked for. */
export function checkConditions(
  {obligee, midterm_conditions: interim, note, multi_year_basis: basis}: AdvancePaymentRule,
  {advancePaymentAmount, interimPaymentAmount, currentYearAmount}: ApplicationAmounts,
): AmountWarning[] {
  const own = advancePaymentAmount ? 'advancePaymentAmount' : 'interimPaymentAmount';
  const warnings: (AmountWarning | false)[] = [
    Boolean(interim && interimPaymentAmount) && {
      code: 'interimPaymentAmount.conditions',
      field: 'interimPaymentAmount',
      text: `${obligee}の中間前払金には条件があります：「${interim}」`,
    },
    Boolean(note && (advancePaymentAmount || interimPaymentAmount)) && {
      code: `${own}.note`,
      field: own,
      text: `${obligee}の案内に、次のように書かれています：「${note}」`,
    },
    Boolean(basis && currentYearAmount) && {
      code: 'currentYearAmount.basis',
      field: 'currentYearAmount',
      text: `${obligee}では、年度をまたぐ契約の前払金を次の額で計算します：「${basis}」`,
    },
  ];
  return warnings.filter(each => each !== false);
}
