import {searchKey} from '../../src/input/search.js';

/** One entry of a list to pick from. */
export interface Entry {
  value: string;
  label: string;
  /** Tells apart what has the same name, e.g. the prefecture. */
  detail?: string;
  /** What else is to be known before it is chosen, in the language in force. */
  mark?: () => string;
  /** Everything one may search by, made by `searchKey`, words apart by a space. */
  key: string;
}

/** What a person may search an entry by. */
export const entryKey = (...words: readonly string[]): string => words.map(searchKey).join(' ');

/** The words of a query, as keys of entries hold them. */
export const queryWords = (query: string): string[] =>
  query
    .split(/[\s　]+/)
    .map(searchKey)
    .filter(Boolean);

/** Entries that hold every word of a query; those that begin with it come first. */
export function findEntries(entries: readonly Entry[], query: string): readonly Entry[] {
  const words = queryWords(query);
  const [first] = words;
  if (!first) return entries;
  const found = entries.filter(({key}) => words.every(word => key.includes(word)));
  const rank = ({key}: Entry) => (key.startsWith(first) ? 0 : key.includes(` ${first}`) ? 1 : 2);
  return found
    .map(entry => ({entry, at: rank(entry)}))
    .sort((a, b) => a.at - b.at)
    .map(({entry}) => entry);
}

/** The one entry that is called exactly as typed, so that typing a name out is as good as picking it. */
export function exactEntry(entries: readonly Entry[], text: string): Entry | undefined {
  const key = searchKey(text);
  const [only, ...others] = key ? entries.filter(entry => searchKey(entry.label) === key) : [];
  return others.length ? undefined : only;
}
