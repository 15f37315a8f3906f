import {warn} from './amount-warning.js';
import type {AmountWarning, PaymentField} from './amount-warning.js';
import type {WorksKind} from '../schemas/kinds.js';

/** Rule of one obligee about amounts: one object of `advance-payment-rules.json`; what is missing is not said. */
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

/** The names that rules about amounts give to a kind of works, the closest first. */
const RULE_KEYS: Record<WorksKind, readonly string[]> = {
  construction: ['construction', 'all'],
  survey: ['survey', 'design_survey', 'outsourcing', 'other', 'all'],
  design: ['design', 'design_survey', 'outsourcing', 'other', 'all'],
  'construction-consulting': ['construction_consulting', 'design_survey', 'outsourcing', 'other', 'all'],
  'construction-related-services': [
    'construction_related_outsourcing',
    'outsourcing',
    'design_survey',
    'other',
    'all',
  ],
  services: ['outsourcing', 'other', 'all'],
};

/** What a table of a rule says about a kind of works; nothing where it does not name it. */
function pickByKind<Value>(
  table: Record<string, Value> | null | undefined,
  kind: WorksKind,
): Value | undefined {
  const key = RULE_KEYS[kind].find(name => table?.[name] !== undefined);
  return key === undefined ? undefined : table?.[key];
}

/** A share of a sum without binary fractions: 0.45 of 10,000,000 is 4,500,000 and not a yen less. */
const share = (sum: number, rate: number): number => (sum * Math.round(rate * 1e4)) / 1e4;

const unitOf = ({rounding}: AdvancePaymentRule): number =>
  Number(/^floor_(\d+)$/.exec(rounding ?? '')?.[1] ?? 1);

interface Limit {
  field: PaymentField;
  amount: number | null | undefined;
  rate: number | undefined;
}

function checkLimit(
  rule: AdvancePaymentRule,
  application: ApplicationAmounts,
  limit: Limit,
): AmountWarning[] {
  const {field, amount, rate} = limit;
  if (!amount || rate === undefined) return [];
  const {currentYearAmount, worksPrice} = application;
  const isOfCurrentYear = typeof currentYearAmount === 'number';
  const base = isOfCurrentYear ? currentYearAmount : worksPrice;
  const unit = unitOf(rule);
  const max = Math.floor(share(base, rate) / unit) * unit;
  if (amount > max) return [warn(rule, `${field}.overRate`, {rate, max, unit, isOfCurrentYear})];
  return amount % unit === 0 ? [] : [warn(rule, `${field}.rounding`, {unit})];
}

function checkThreshold(
  rule: AdvancePaymentRule,
  {worksKind, worksPrice, advancePaymentAmount}: ApplicationAmounts,
): AmountWarning[] {
  if (!advancePaymentAmount) return [];
  const min = pickByKind(rule.min_contract, worksKind);
  if (min !== undefined && worksPrice < min) return [warn(rule, 'worksPrice.belowMinimum', {min})];
  const designed = worksKind === 'construction' ? rule.min_contract?.construction_design_amount : undefined;
  if (designed === undefined || worksPrice >= designed) return [];
  return [warn(rule, 'worksPrice.belowDesignMinimum', {min: designed})];
}

function checkExcluded(
  rule: AdvancePaymentRule,
  {worksKind, advancePaymentAmount}: ApplicationAmounts,
): AmountWarning[] {
  const words: Partial<Record<WorksKind, RegExp>> = {
    survey: /測量/,
    design: /設計/,
    'construction-consulting': /コンサル/,
    services: /委託/,
  };
  const exclusion = rule.excludes?.find(text => words[worksKind]?.test(text));
  return exclusion && advancePaymentAmount ? [warn(rule, 'advancePaymentAmount.excluded', {exclusion})] : [];
}

function checkInterimScope(
  rule: AdvancePaymentRule,
  {worksKind, worksPrice, interimPaymentAmount}: ApplicationAmounts,
): AmountWarning[] {
  const {midterm_only: only} = rule;
  const min = Number(/^construction>=(\d+)/.exec(only ?? '')?.[1] ?? 0);
  const isMissed = only?.startsWith('construction') && (worksKind !== 'construction' || worksPrice < min);
  return isMissed && interimPaymentAmount ? [warn(rule, 'interimPaymentAmount.notEligible', {min})] : [];
}

function checkPerformance(
  rule: AdvancePaymentRule,
  {worksPrice, performanceAmount}: ApplicationAmounts,
): AmountWarning[] {
  const rate = rule.contract_guarantee_min_rate;
  if (!rate || !performanceAmount) return [];
  const min = Math.ceil(share(worksPrice, rate));
  return performanceAmount < min ? [warn(rule, 'performanceAmount.underRate', {rate, min})] : [];
}

function checkLowBid(
  rule: AdvancePaymentRule,
  {lowBid, advancePaymentAmount}: ApplicationAmounts,
): AmountWarning[] {
  const isExcluded = lowBid && rule.low_bid_excluded && advancePaymentAmount;
  return isExcluded ? [warn(rule, 'advancePaymentAmount.lowBid', {})] : [];
}

/** Returns the same day some months later, or the last day of a shorter month. */
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
function checkPeriod(rule: AdvancePaymentRule, application: ApplicationAmounts): AmountWarning[] {
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
function checkRuleStart(
  rule: AdvancePaymentRule,
  {signedOn, advancePaymentAmount}: ApplicationAmounts,
): AmountWarning[] {
  const from = /^\d{4}-\d{2}-\d{2}/.exec(rule.valid_from ?? '')?.[0];
  if (!from || !signedOn || signedOn >= from || !advancePaymentAmount) return [];
  return [warn(rule, 'advancePaymentAmount.olderThanRule', {from})];
}

/** Repeats conditions that no amount can tell, where such a payment is asked for, in the obligee's own words. */
function checkConditions(
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
      amount: advancePaymentAmount,
      rate,
    }),
    ...checkLowBid(rule, application),
    ...checkLimit(rule, application, {
      field: 'interimPaymentAmount',
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
