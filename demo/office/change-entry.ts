import {formatEra, formatYen} from '../../src/domain/format.js';
import {inputErrorText} from '../../src/i18n/input-text.js';
import {parseDate} from '../../src/input/date.js';
import type {Parsed} from '../../src/input/parsed.js';
import {parseYen} from '../../src/input/yen.js';
import type {Contract} from '../../src/schemas/contract.js';
import type {ChangeRequest} from '../../src/schemas/office.js';

/** The fields of a change, as they are typed. */
export const changeFields = ['guaranteeAmount', 'worksPrice', 'from', 'to', 'validUntil', 'reason'] as const;
/** Name of a field of a change. */
export type ChangeField = (typeof changeFields)[number];
/** What was typed, per field. */
export type TypedChange = Record<ChangeField, string>;
/** One line of what becomes different. */
export interface ChangeLine {
  label: string;
  before: string;
  after: string;
}
/** A change that can be sent, with what it changes in words; or what has to be mended. */
export type ReadChange =
  {request: ChangeRequest; lines: ChangeLine[]} | {errors: Partial<Record<ChangeField, string>>};

/** 工期 and 保証期限 as they are, for they are not part of a contract's own data. */
export interface CurrentTerms {
  period: {from: string; to: string} | null;
}

/** Reads a change: empty fields stay as they are, one at least has to be filled. */
export function readChange(typed: TypedChange, contract: Contract, current: CurrentTerms): ReadChange {
  const errors: Partial<Record<ChangeField, string>> = {};
  const optional = <T>(
    field: ChangeField,
    parse: (text: string) => Parsed<T>,
    name: string,
  ): T | undefined => {
    if (!typed[field].trim()) return undefined;
    const parsed = parse(typed[field]);
    if (parsed.valid) return parsed.value;
    errors[field] = inputErrorText(parsed, {field: name});
    return undefined;
  };
  const guaranteeAmount = optional('guaranteeAmount', parseYen, '保証金額');
  const worksPrice = optional('worksPrice', parseYen, '請負金額');
  const from = optional('from', parseDate, '工期の始まり');
  const to = optional('to', parseDate, '工期の終わり');
  const validUntil = optional('validUntil', parseDate, '保証期限');
  const period = readPeriod(
    from ?? current.period?.from,
    to ?? current.period?.to,
    Boolean(from ?? to),
    errors,
  );
  const reason = typed.reason.trim();
  if (!reason) errors.reason = '変更の理由を入力してください。保証証書の履歴に残ります。';
  const wanted = {guaranteeAmount, worksPrice, period, validUntil};
  if (Object.values(wanted).every(value => value === undefined) && Object.keys(errors).length === 0) {
    errors.guaranteeAmount = '変更する項目を一つ以上入力してください。';
  }
  if (Object.keys(errors).length > 0) return {errors};
  const request: ChangeRequest = {revision: contract.revision, reason, ...withoutUndefined(wanted)};
  return {request, lines: changeLines(request, contract, current)};
}

function readPeriod(
  from: string | undefined,
  to: string | undefined,
  isWanted: boolean,
  errors: Partial<Record<ChangeField, string>>,
) {
  if (!isWanted) return undefined;
  if (!from) errors.from = '工期の始まりも入力してください。';
  else if (!to) errors.to = '工期の終わりも入力してください。';
  else if (from > to) errors.to = '工期の終わりは、工期の始まりと同じ日か後の日を入力してください。';
  else return {from, to};
  return undefined;
}

function changeLines(
  {guaranteeAmount, worksPrice, period, validUntil}: ChangeRequest,
  contract: Contract,
  current: CurrentTerms,
) {
  const days = (value: CurrentTerms['period']) =>
    value ? `${formatEra(value.from)} ～ ${formatEra(value.to)}` : '現在の内容';
  const day = (date: string | null) => (date ? formatEra(date) : '現在の内容');
  const lines: (ChangeLine | undefined)[] = [
    guaranteeAmount === undefined
      ? undefined
      : {label: '保証金額', before: formatYen(contract.guaranteeAmount), after: formatYen(guaranteeAmount)},
    worksPrice === undefined
      ? undefined
      : {label: '請負金額', before: formatYen(contract.worksPrice), after: formatYen(worksPrice)},
    period && {label: '工期', before: days(current.period), after: days(period)},
    validUntil === undefined
      ? undefined
      : {label: '保証期限', before: day(contract.validUntil), after: day(validUntil)},
  ];
  return lines.filter(line => line !== undefined);
}

function withoutUndefined<T extends object>(value: T) {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as {
    [Key in keyof T]?: Exclude<T[Key], undefined>;
  };
}
