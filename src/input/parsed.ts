/** Why a text could not be read; the kind after the dot is what a page branches on. */
export type InputErrorCode =
  | `amount.${'required' | 'notNumber' | 'notInteger' | 'tooSmall' | 'tooLarge' | 'ambiguous'}`
  | `date.${'format' | 'notReal' | 'ambiguous' | 'missingYear' | 'missingDay' | 'outOfRange'}`
  | 'dateRange.order'
  | `phone.${'characters' | 'length' | 'mustStartWith0' | 'noAreaCode' | 'multiple'}`
  | `email.${'format' | 'characters' | 'tooLong' | 'multiple'}`
  | `contractNumber.${'characters' | 'length'}`
  | `authKey.${'required' | 'characters' | 'length'}`
  | `text.${'required' | 'tooLong' | 'characters' | 'controlCharacters'}`;

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
  /** The value in the words of a Japanese form, e.g. `20,000,000円`. */
  display?: string;
  warnings?: InputWarningCode[];
  /** What the person may have meant; offered, never taken unasked. */
  suggestion?: string;
}

/** A text that was not understood, with a Japanese sentence that names the field and says how to mend it. */
export interface Unread {
  valid: false;
  error: InputErrorCode;
  message: string;
}

/** The outcome of reading what a person typed. */
export type Parsed<T> = Read<T> | Unread;

/** How a message calls the field, e.g. `{field: '請負金額'}`. */
export interface FieldName {
  field?: string;
}

/** Says that the text was read. */
export function read<T>(value: T, extra: Omit<Read<T>, 'valid' | 'value'> = {}): Read<T> {
  return {valid: true, value, ...extra};
}

/** Says why the text was not read. */
export const unread = (error: InputErrorCode, message: string): Unread => ({valid: false, error, message});
