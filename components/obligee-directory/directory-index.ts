import {GUARANTEE_NAMES} from '../../src/domain/kinds.js';
import {searchKey} from '../../src/input/search.js';
import type {GuaranteeKind} from '../../src/schemas/kinds.js';
import type {Obligee} from '../../src/schemas/obligee.js';
import type {ListPage, ListQuery} from '../ui/list-controller.js';
import {rankOf, readingOf} from './prefectures.js';

/** As many obligees as a person looks through; drawing all of Japan at once would be slow. */
const PAGE_SIZE = 100;

/** An obligee with its folded text for the search. */
export interface IndexEntry {
  readonly obligee: Obligee;
  readonly key: string;
}

/** What is looked for; empty members narrow nothing down. */
export interface DirectoryQuery extends ListQuery {
  readonly prefecture: string;
  readonly kind: GuaranteeKind | '';
}

/** Obligees that fit, the number of all of them, and how many of these leave the wanted kind of guarantee open. */
export interface DirectoryPage extends ListPage<Obligee> {
  readonly total: number;
  readonly openCount: number;
}

/** A prefecture and those of its obligees that were found. */
export interface PrefectureGroup {
  prefecture: string;
  obligees: Obligee[];
}

/** Returns the 全国地方公共団体コード; empty for the directory's own ids, which mean nothing to people. */
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

/** Tells whether an obligee takes a kind of guarantee; undefined where its page does not say. */
const takesKind = ({rule}: Obligee, kind: GuaranteeKind): boolean | undefined =>
  rule.guarantee_kinds?.includes(GUARANTEE_NAMES[kind]);

/** Finds obligees. Those that leave the wanted kind of guarantee open stay in, for they may well take it. */
function findObligees(entries: readonly IndexEntry[], {words, prefecture, kind}: DirectoryQuery): Obligee[] {
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

/** Returns one page of the obligees that fit; a cursor is the index of its first one. */
export function pageOfObligees(
  entries: readonly IndexEntry[],
  query: DirectoryQuery,
  cursor: string | null = null,
): DirectoryPage {
  const found = findObligees(entries, query);
  const {kind} = query;
  const end = Number(cursor ?? 0) + PAGE_SIZE;
  return {
    items: found.slice(end - PAGE_SIZE, end),
    nextCursor: end < found.length ? String(end) : null,
    total: found.length,
    openCount: kind ? found.filter(obligee => takesKind(obligee, kind) === undefined).length : 0,
  };
}

/** Groups obligees by prefecture, in the order they come. */
export function groupByPrefecture(obligees: readonly Obligee[]): PrefectureGroup[] {
  const groups = new Map<string, Obligee[]>();
  for (const obligee of obligees) {
    const group = groups.get(obligee.prefecture);
    if (group) group.push(obligee);
    else groups.set(obligee.prefecture, [obligee]);
  }
  return [...groups].map(([prefecture, members]) => ({prefecture, obligees: members}));
}

/** Counts the obligees of each prefecture. */
export const countByPrefecture = (entries: readonly IndexEntry[]): {prefecture: string; count: number}[] =>
  groupByPrefecture(entries.map(({obligee}) => obligee)).map(({prefecture, obligees}) => ({
    prefecture,
    count: obligees.length,
  }));
