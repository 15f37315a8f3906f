/** No parameters: the sentence is always the same. */
type None = Record<never, never>;

/** Why a text could not be read, by code, with what its sentence needs besides the name of the field. */
export interface InputErrorParams {
  'amount.required': None;
  /** `letters` do not belong to a number; empty when the text holds no number at all. */
  'amount.notNumber': {letters: string};
  'amount.notInteger': None;
  'amount.tooSmall': None;
  'amount.tooLarge': None;
  'amount.ambiguous': None;
  'date.format': None;
  /** `last` is the last day that the month has. */
  'date.notReal':
    | {reason: 'eraYear'; era: string}
    | {reason: 'month'; month: number}
    | {reason: 'day'; year: number; month: number; day: number; last: number};
  /** `order`: day or month comes first. `calendar`: the year may be of 令和 or Gregorian. */
  'date.ambiguous': {reason: 'order' | 'calendar'};
  'date.missingYear': None;
  'date.missingDay': None;
  'date.outOfRange': None;
  /** `from` is the first day as `YYYY-MM-DD`. */
  'dateRange.order': {from: string};
  'phone.characters': {letters: string};
  'phone.length': None;
  'phone.mustStartWith0': None;
  'phone.noAreaCode': None;
  'phone.multiple': None;
  /** The part of the address to look at: the `@` itself, what stands before it or after it. */
  'email.format': {part: 'at' | 'local' | 'domain'};
  'email.characters': {letters: string};
  'email.tooLong': {max: number};
  'email.multiple': None;
  /** `pattern` is empty where the surety's pattern is not known; `letters` where they might be a key. */
  'contractNumber.characters': {pattern: string; letters: string};
  /** `groups` are the sizes of the typed groups of digits, e.g. `5-5`. */
  'contractNumber.length': {pattern: string; groups: string};
  'authKey.required': None;
  /** `position` counts from 1; the key itself never stands in a message. */
  'authKey.characters': {position: number};
  'authKey.length': {max: number; count: number};
  /** `example` names the kind of example that helps. */
  'text.required': {example: 'none' | 'date' | 'phone' | 'email' | 'contractNumber'};
  'text.tooLong': {max: number; count: number};
  'text.characters': None;
  'text.controlCharacters': None;
}

/** Why a text could not be read; the part after the dot is what a page branches on. */
export type InputErrorCode = keyof InputErrorParams;

/** What a person should look at again although the text was read; never a reason to refuse it. */
export type InputWarningCode =
  | 'amount.unitThousand'
  | 'charset.outsideJisX0208'
  | 'date.eraOverrun'
  | 'date.weekdayMismatch'
  | 'email.maybeTypo';

/** A text that was understood. */
export interface Read<T> {
  valid: true;
  value: T;
  /** The value as a Japanese form writes it, e.g. `20,000,000円`. */
  display?: string;
  warnings?: InputWarningCode[];
  /** What the person may have meant; offered, never taken unasked. */
  suggestion?: string;
}

/** A text that was not understood: a code with its parameters. `src/i18n/input-text.ts` has the words. */
export type Unread = {
  [Code in InputErrorCode]: {
    valid: false;
    error: Code;
    params: InputErrorParams[Code];
    /** The end of a period that is at fault. */
    part?: 'from' | 'to';
  };
}[InputErrorCode];

/** The outcome of reading what a person typed. */
export type Parsed<T> = Read<T> | Unread;

/** Says that the text was read. */
export function read<T>(value: T, extra: Omit<Read<T>, 'valid' | 'value'> = {}): Read<T> {
  return {valid: true, value, ...extra};
}

/** Says why the text was not read. */
export const unread = <Code extends InputErrorCode>(
  error: Code,
  ...[params]: None extends InputErrorParams[Code] ? [] : [InputErrorParams[Code]]
): Unread => ({valid: false, error, params: params ?? {}}) as Unread; // a code and its own parameters
