import {msg, str} from '@lit/localize';
import {dayText, yenText, labelled} from '../../src/i18n/format.js';
import {contractStateName, guaranteeName, handInName, toDoName} from '../../src/i18n/terms.js';
import type {ContractFilter} from './contract-query.js';

/** One condition in words, with the fields that it comes from. */
export interface FilterChip {
  text: string;
  fields: readonly (keyof ContractFilter)[];
}

/** Returns the conditions in force, each in words. */
export function filterChips(filter: ContractFilter): FilterChip[] {
  const {kind, state, handIn, toDo, obligee, issuedFrom, issuedTo} = filter;
  const chips: FilterChip[] = [];
  if (kind) chips.push({text: `${msg('保証種類')}：${guaranteeName(kind)}`, fields: ['kind']});
  if (state) chips.push({text: `${msg('状態')}：${contractStateName(state)}`, fields: ['state']});
  if (handIn) chips.push({text: `${msg('提出')}：${handInName(handIn)}`, fields: ['handIn']});
  if (toDo) chips.push({text: `${msg('やること')}：${toDoName(toDo)}`, fields: ['toDo']});
  if (obligee) chips.push({text: `${msg('発注者名')}：${obligee}`, fields: ['obligee']});
  if (issuedFrom || issuedTo) {
    const range = rangeText(issuedFrom && dayText(issuedFrom), issuedTo && dayText(issuedTo));
    chips.push({text: `${msg('契約日')}：${range}`, fields: ['issuedFrom', 'issuedTo']});
  }
  for (const [name, from, to] of [
    [msg('請負金額'), 'worksPriceFrom', 'worksPriceTo'],
    [msg('保証金額'), 'amountFrom', 'amountTo'],
  ] as const) {
    if (filter[from] === undefined && filter[to] === undefined) continue;
    const [least, most] = [filter[from], filter[to]].map(amount => amount !== undefined && yenText(amount));
    chips.push({text: labelled(name) + rangeText(least, most), fields: [from, to]});
  }
  return chips;
}

type End = string | false | undefined;

function rangeText(from: End, to: End): string {
  if (from && to) return from === to ? from : msg(str`${from}から${to}まで`);
  return from ? msg(str`${from}から`) : msg(str`${to || ''}まで`);
}
