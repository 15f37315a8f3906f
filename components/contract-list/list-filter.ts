import {msg, str} from '@lit/localize';
import type {ContractQuery} from '../../src/api/client.js';
import {dayText, yenText, labelled} from '../../src/i18n/format.js';
import {contractStateName, guaranteeName, handInName, toDoName} from '../../src/i18n/terms.js';

/** What a list is narrowed down to. */
export type ListFilter = Readonly<
  Pick<
    ContractQuery,
    | 'kind'
    | 'state'
    | 'handIn'
    | 'toDo'
    | 'obligee'
    | 'issuedFrom'
    | 'issuedTo'
    | 'worksPriceFrom'
    | 'worksPriceTo'
    | 'amountFrom'
    | 'amountTo'
  >
>;

/** Fields of the panel, which are also their ids. */
export const filterFields = [
  'kind',
  'state',
  'handIn',
  'toDo',
  'obligee',
  'issuedFrom',
  'issuedTo',
  'worksPriceFrom',
  'worksPriceTo',
  'amountFrom',
  'amountTo',
] as const;
/** One field of the panel. */
export type FilterField = (typeof filterFields)[number];
/** What stands in the panel, as typed. */
export type FilterTexts = Readonly<Record<FilterField, string>>;

/** A panel with nothing in it. */
export const noTexts: FilterTexts = {
  kind: '',
  state: '',
  handIn: '',
  toDo: '',
  obligee: '',
  issuedFrom: '',
  issuedTo: '',
  worksPriceFrom: '',
  worksPriceTo: '',
  amountFrom: '',
  amountTo: '',
};

/** One condition in words, and the fields that it stands in. */
export interface FilterChip {
  text: string;
  fields: readonly FilterField[];
}

/** The conditions in force, each in words. */
export function filterChips(filter: ListFilter): FilterChip[] {
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

/** A filter or the texts of a panel without some of their fields. */
export const withoutFields = (filter: ListFilter, fields: readonly FilterField[]): ListFilter =>
  Object.fromEntries(Object.entries(filter).filter(([name]) => !fields.includes(name as FilterField)));
