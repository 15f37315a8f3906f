import {checkConditions, checkPeriod, checkRuleStart} from './amount-terms.js';
import {formatYen} from './format.js';
import {pickByKind} from './works-rule.js';
import type {WorksKind} from '../schemas/kinds.js';

/** What one obligee says about amounts: one object of `advance-payment-rules.json`; what is missing is not said. */
export interface AdvancePaymentRule {
  obligee: string;
  min_contract?: Record<string, number> | null;
  advance_rate?: Record<string, number> | null;
  midterm_rate?: number | null;
  /** e.g. `construction>=5000000 and period>2 months` */
  midterm_only?: string | null;
  /** What else an interim payment needs, in words. */
  midterm_conditions?: string | null;
  /** How long the works must last, by kind of works, e.g. `>2 months`. */
  min_period?: Record<string, string> | null;
  /** The day from which the rule holds, and of which event, e.g. `2022-04-01(入札等)`. */
  valid_from?: string | null;
  note?: string | null;
  /** `floor_` and the unit in yen, e.g. `floor_100000`. */
  rounding?: string | null;
  contract_guarantee_min_rate?: number | null;
  excludes?: string[] | null;
  low_bid_excluded?: boolean | null;
  multi_year_basis?: string | null;
  text?: string | null;
  url?: string | null;
}

/** The amounts of an application; whole yen, tax included. */
export interface ApplicationAmounts {
  worksKind: WorksKind;
  worksPrice: number;
  /** 今年度対象額: for a contract over several years it takes the place of the price. */
  currentYearAmount?: number | null;
  advancePaymentAmount?: number | null;
  interimPaymentAmount?: number | null;
  performanceAmount?: number | null;
  /** 工期, both ends included. */
  period?: {from: string; to: string} | null;
  /** 請負契約日. */
  signedOn?: string | null;
  /** Whether the bid was examined as too low (低入札価格調査). */
  lowBid?: boolean;
}

/** The amount fields that a warning can stand at. */
export type AmountField =
  | 'worksPrice'
  | 'worksPeriod'
  | 'currentYearAmount'
  | 'advancePaymentAmount'
  | 'interimPaymentAmount'
  | 'performanceAmount';

/** Something to look at again; never a reason to stop an application. */
export interface AmountWarning {
  code: string;
  field: AmountField;
  text: string;
}

/** A share of a sum without binary fractions: 0.45 of 10,000,000 is 4,500,000 and not a yen less. */
const share = (sum: number, rate: number): number => (sum * Math.round(rate * 1e4)) / 1e4;
const percent = (rate: number): string => `${Math.round(rate * 1e4) / 100}%`;

const unitOf = ({rounding}: AdvancePaymentRule): number =>
  Number(/^floor_(\d+)$/.exec(rounding ?? '')?.[1] ?? 1);

interface Limit {
  field: 'advancePaymentAmount' | 'interimPaymentAmount';
  name: '前払金' | '中間前払金';
  amount: number | null | undefined;
  rate: number | undefined;
}

function checkLimit(
  rule: AdvancePaymentRule,
  application: ApplicationAmounts,
  limit: Limit,
): AmountWarning[] {
  const {field, name, amount, rate} = limit;
  if (!amount || rate === undefined) return [];
  const isPartial = typeof application.currentYearAmount === 'number';
  const base = isPartial ? Number(application.currentYearAmount) : application.worksPrice;
  const unit = unitOf(rule);
  const most = Math.floor(share(base, rate) / unit) * unit;
  const rounded = unit > 1 ? `、${formatYen(unit)}未満切り捨て` : '';
  if (amount > most) {
    const text = `${rule.obligee}の${name}は、${isPartial ? '今年度対象額' : '請負金額'}の${percent(rate)}以内（${formatYen(most)}まで${rounded}）です。`;
    return [{code: `${field}.overRate`, field, text}];
  }
  if (amount % unit === 0) return [];
  return [
    {
      code: `${field}.rounding`,
      field,
      text: `${rule.obligee}の${name}は、${formatYen(unit)}未満を切り捨てた額です。`,
    },
  ];
}

function checkThreshold(
  rule: AdvancePaymentRule,
  {worksKind, worksPrice, advancePaymentAmount}: ApplicationAmounts,
): AmountWarning[] {
  if (!advancePaymentAmount) return [];
  const field = 'worksPrice';
  const least = pickByKind(rule.min_contract, worksKind);
  if (least !== undefined && worksPrice < least) {
    const text = `${rule.obligee}の前払金は、請負金額が${formatYen(least)}以上の契約が対象です。`;
    return [{code: 'worksPrice.belowMinimum', field, text}];
  }
  // 設計金額 is not known here; a price below it only makes the threshold likely to be missed.
  const designed = worksKind === 'construction' ? rule.min_contract?.construction_design_amount : undefined;
  if (designed === undefined || worksPrice >= designed) return [];
  const text = `${rule.obligee}の前払金は、設計金額が${formatYen(designed)}以上の工事が対象です。設計金額を確かめてください。`;
  return [{code: 'worksPrice.belowDesignMinimum', field, text}];
}

function checkExcluded(
  {obligee, excludes}: AdvancePaymentRule,
  {worksKind, advancePaymentAmount}: ApplicationAmounts,
): AmountWarning[] {
  const words: Partial<Record<WorksKind, RegExp>> = {
    survey: /測量/,
    design: /設計/,
    'construction-consulting': /コンサル/,
    services: /委託/,
  };
  const found = excludes?.find(text => words[worksKind]?.test(text));
  if (!found || !advancePaymentAmount) return [];
  return [
    {
      code: 'advancePaymentAmount.excluded',
      field: 'advancePaymentAmount',
      text: `${obligee}の前払金は、${found}が対象外です。`,
    },
  ];
}

function checkInterimScope(
  {obligee, midterm_only: only}: AdvancePaymentRule,
  {worksKind, worksPrice, interimPaymentAmount}: ApplicationAmounts,
): AmountWarning[] {
  const least = Number(/^construction>=(\d+)/.exec(only ?? '')?.[1] ?? 0);
  const isMissed = only?.startsWith('construction') && (worksKind !== 'construction' || worksPrice < least);
  if (!isMissed || !interimPaymentAmount) return [];
  const from = least ? `で請負金額が${formatYen(least)}以上のもの` : '';
  const text = `${obligee}の中間前払金は、建設工事${from}が対象です。`;
  return [{code: 'interimPaymentAmount.notEligible', field: 'interimPaymentAmount', text}];
}

function checkPerformance(
  rule: AdvancePaymentRule,
  {worksPrice, performanceAmount}: ApplicationAmounts,
): AmountWarning[] {
  const rate = rule.contract_guarantee_min_rate;
  if (!rate || !performanceAmount) return [];
  const least = Math.ceil(share(worksPrice, rate));
  if (performanceAmount >= least) return [];
  const text = `${rule.obligee}の契約保証は、請負金額の${percent(rate)}以上（${formatYen(least)}以上）です。`;
  return [{code: 'performanceAmount.underRate', field: 'performanceAmount', text}];
}

function checkLowBid(
  rule: AdvancePaymentRule,
  {lowBid, advancePaymentAmount}: ApplicationAmounts,
): AmountWarning[] {
  if (!lowBid || !rule.low_bid_excluded || !advancePaymentAmount) return [];
  const text = `${rule.obligee}では、低入札価格調査の対象になった契約にこの割合を使えません。割合を発注者に確認してください。`;
  return [{code: 'advancePaymentAmount.lowBid', field: 'advancePaymentAmount', text}];
}

/** Compares amounts with what the obligee says about them; an obligee that says nothing warns of nothing. */
export function checkAmounts(
  rule: AdvancePaymentRule | null | undefined,
  application: ApplicationAmounts,
): AmountWarning[] {
  if (!rule || !(application.worksPrice > 0)) return [];
  const {advancePaymentAmount, interimPaymentAmount, worksKind} = application;
  const rate = pickByKind(rule.advance_rate, worksKind);
  const interimRate = rule.midterm_rate ?? undefined;
  return [
    ...checkThreshold(rule, application),
    ...checkExcluded(rule, application),
    ...checkLimit(rule, application, {
      field: 'advancePaymentAmount',
      name: '前払金',
      amount: advancePaymentAmount,
      rate,
    }),
    ...checkLowBid(rule, application),
    ...checkLimit(rule, application, {
      field: 'interimPaymentAmount',
      name: '中間前払金',
      amount: interimPaymentAmount,
      rate: interimRate,
    }),
    ...checkInterimScope(rule, application),
    ...checkPerformance(rule, application),
    ...checkPeriod(rule, application),
    ...checkRuleStart(rule, application),
    ...checkConditions(rule, application),
  ];
}
