import {msg, str} from '@lit/localize';
import {dayText, yenText} from '../../src/i18n/format.js';
import {inputErrorText} from '../../src/i18n/input-text.js';
import {parseDate} from '../../src/input/date.js';
import type {Parsed} from '../../src/input/parsed.js';
import {parseYen} from '../../src/input/yen.js';
import type {FilterField, FilterTexts, ListFilter} from './list-filter.js';

/** What is to be mended, by field. */
export type FilterErrors = Partial<Record<FilterField, string>>;

/** Reads what was typed into the panel; an empty field is no condition. */
export function readFilter(texts: FilterTexts): {filter: ListFilter; errors: FilterErrors} {
  const errors: FilterErrors = {};
  const take = <Value>(field: FilterField, parse: (text: string) => Parsed<Value>, name: string) => {
    if (!texts[field].trim()) return undefined;
    const parsed = parse(texts[field]);
    if (parsed.valid) return parsed.value;
    errors[field] = inputErrorText(parsed, {field: name});
    return undefined;
  };
  const issuedFrom = take('issuedFrom', parseDate, msg('契約日の始まり'));
  const issuedTo = take('issuedTo', parseDate, msg('契約日の終わり'));
  const worksPriceFrom = take('worksPriceFrom', parseYen, msg('請負金額の下限'));
  const worksPriceTo = take('worksPriceTo', parseYen, msg('請負金額の上限'));
  const amountFrom = take('amountFrom', parseYen, msg('保証金額の下限'));
  const amountTo = take('amountTo', parseYen, msg('保証金額の上限'));
  if (issuedFrom && issuedTo && issuedTo < issuedFrom) {
    errors.issuedTo = msg(
      str`契約日の終わりを、始まり（${dayText(issuedFrom)}）と同じ日か、それより後の日にしてください。`,
    );
  }
  if (worksPriceFrom !== undefined && worksPriceTo !== undefined && worksPriceTo < worksPriceFrom) {
    errors.worksPriceTo = msg(
      str`請負金額の上限を、下限（${yenText(worksPriceFrom)}）以上の金額にしてください。`,
    );
  }
  if (amountFrom !== undefined && amountTo !== undefined && amountTo < amountFrom) {
    errors.amountTo = msg(str`保証金額の上限を、下限（${yenText(amountFrom)}）以上の金額にしてください。`);
  }
  const obligee = texts.obligee.trim();
  const filter: ListFilter = {
    ...(texts.kind && {kind: texts.kind as NonNullable<ListFilter['kind']>}),
    ...(texts.state && {state: texts.state as NonNullable<ListFilter['state']>}),
    ...(texts.handIn && {handIn: texts.handIn as NonNullable<ListFilter['handIn']>}),
    ...(texts.toDo && {toDo: texts.toDo as NonNullable<ListFilter['toDo']>}),
    ...(obligee && {obligee}),
    ...(issuedFrom && {issuedFrom}),
    ...(issuedTo && {issuedTo}),
    ...(worksPriceFrom !== undefined && {worksPriceFrom}),
    ...(worksPriceTo !== undefined && {worksPriceTo}),
    ...(amountFrom !== undefined && {amountFrom}),
    ...(amountTo !== undefined && {amountTo}),
  };
  return {filter, errors};
}
