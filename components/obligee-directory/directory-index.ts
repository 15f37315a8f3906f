import {GUARANTEE_NAMES} from '../../src/domain/kinds.js';
import {searchKey} from '../../src/input/search.js';
import type {GuaranteeKind} from '../../src/schemas/kinds.js';
import type {Obligee} from '../../src/schemas/obligee.js';
import {rankOf, readingOf} from './prefectures.js';

/** An obligee with what it is found by, worked out once. */
export interface IndexEntry {
  readonly obligee: Obligee;
  readonly key: string;
}

/** What the list is narrowed to; empty members narrow nothing. */
export interface DirectoryFilter {
  words: string;
  prefecture: string;
  kind: GuaranteeKind | '';
}

/** A prefecture and those of its obligees that were found. */
export interface PrefectureGroup {
  prefecture: string;
  obligees: Obligee[];
}

/** A code of the 全国地方公共団体コード, which people know; the directory's own ids are no use to them. */
export const publicCode = ({code}: Obligee): string => (/^\d{6}$/.test(code) ? code : '');

const byPlace = (one: Obligee, other: Obligee): number =>
  rankOf(one.prefecture) - rankOf(other.prefecture) || one.code.localeCompare(other.code);

/** Makes obligees searchable by name, reading, prefecture and code, from north to south. */
export function indexObligees(obligees: readonly Obligee[]): IndexEntry[] {
  return [...obligees].sort(byPlace).map(obligee => {
    const {name, kana, prefecture} = obligee;
    const texts = [prefecture + name, readingOf(prefecture) + kana, publicCode(obligee)];
    return {obligee, key: texts.map(searchKey).join('/')};
  });
}

/** Whether an obligee takes a kind of guarantee; nothing where its page does not say. */
export const takesKind = ({rule}: Obligee, kind: GuaranteeKind): boolean | undefined =>
  rule.guarantee_kinds?.includes(GUARANTEE_NAMES[kind]);

/** The obligees that fit; those that leave the wanted kind open stay in, for they may well take it. */
export function filterObligees(
  entries: readonly IndexEntry[],
  {words, prefecture, kind}: DirectoryFilter,
): Obligee[] {
  const keys = words.split(/[\s,、，]+/).map(searchKey);
  return entries
    .filter(
      ({obligee, key}) =>
        (!prefecture || obligee.prefecture === prefecture) &&
        (!kind || takesKind(obligee, kind) !== false) &&
        keys.every(word => key.includes(word)),
    )
    .map(({obligee}) => obligee);
}

/** Obligees under their prefectures, in the order they come. */
export function groupByPrefecture(obligees: readonly Obligee[]): PrefectureGroup[] {
  const groups = new Map<string, Obligee[]>();
  for (const obligee of obligees) {
    const group = groups.get(obligee.prefecture);
    if (group) group.push(obligee);
    else groups.set(obligee.prefecture, [obligee]);
  }
  return [...groups].map(([prefecture, members]) => ({prefecture, obligees: members}));
}

/** Prefectures of the directory with the number of their obligees. */
export const countByPrefecture = (entries: readonly IndexEntry[]): {prefecture: string; count: number}[] =>
  groupByPrefecture(entries.map(({obligee}) => obligee)).map(({prefecture, obligees}) => ({
    prefecture,
    count: obligees.length,
  }));
