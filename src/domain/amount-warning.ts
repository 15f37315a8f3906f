/** The amount fields that a warning can stand at. */
export type AmountField =
  | 'worksPrice'
  | 'worksPeriod'
  | 'currentYearAmount'
  | 'advancePaymentAmount'
  | 'interimPaymentAmount'
  | 'performanceAmount';

/** The amounts that an obligee limits by a rate. */
export type PaymentField = 'advancePaymentAmount' | 'interimPaymentAmount';

type OverRate = {rate: number; max: number; unit: number; isOfCurrentYear: boolean};

/** What there is to look at again, by code, with what its sentence needs besides the obligee; amounts in whole yen. */
export interface AmountWarningParams {
  /** `unit` is what the obligee rounds down to; 1 where it does not say. */
  'advancePaymentAmount.overRate': OverRate;
  'interimPaymentAmount.overRate': OverRate;
  'advancePaymentAmount.rounding': {unit: number};
  'interimPaymentAmount.rounding': {unit: number};
  'worksPrice.belowMinimum': {min: number};
  /** 設計金額 is not known here; a price below it only makes it likely to be missed. */
  'worksPrice.belowDesignMinimum': {min: number};
  'advancePaymentAmount.excluded': {exclusion: string};
  /** `min` is 0 where any construction is meant. */
  'interimPaymentAmount.notEligible': {min: number};
  'performanceAmount.underRate': {rate: number; min: number};
  'advancePaymentAmount.lowBid': object;
  'worksPeriod.tooShort': {payment: PaymentField; months: number};
  /** `from` is the day from which the rule holds. */
  'advancePaymentAmount.olderThanRule': {from: string};
  /** `quote` is what the obligee writes. */
  'interimPaymentAmount.conditions': {quote: string};
  'advancePaymentAmount.note': {quote: string};
  'interimPaymentAmount.note': {quote: string};
  'currentYearAmount.basis': {quote: string};
}

/** Code of something to look at again. */
export type AmountWarningCode = keyof AmountWarningParams;

/** Something to look at again; never a reason to stop an application. `src/i18n/amount-text.ts` has the words. */
export type AmountWarning = {
  [Code in AmountWarningCode]: {
    code: Code;
    field: AmountField;
    params: {obligee: string} & AmountWarningParams[Code];
  };
}[AmountWarningCode];

/** Warns at a field, which is the one that the code begins with. */
export const warn = <Code extends AmountWarningCode>(
  {obligee}: {obligee: string},
  code: Code,
  params: AmountWarningParams[Code],
): AmountWarning => ({code, field: code.split('.')[0], params: {obligee, ...params}}) as AmountWarning; // a code and its own parameters
