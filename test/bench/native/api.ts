import {searchKey, type Entry} from './combobox.js';

/** A rule of an obligee, as far as this page looks at it. */
interface Rule {
  start_date: string | null;
  trigger: string | null;
  rule_text: string;
}
interface Obligee {
  code: string;
  name: string;
  kana: string;
  prefecture: string;
  rule: Rule;
}
interface Bank {
  code: string;
  name: string;
  kana: string;
  hiragana: string;
}

async function get<T>(path: string): Promise<T> {
  const answer = await fetch(`/v1/${path}`, {signal: AbortSignal.timeout(15_000)});
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  return (await answer.json()) as T;
}

const kept = new Map<string, Promise<unknown>>();

/** Asks once; a failure is forgotten, so that the next try asks again. */
function getOnce<T>(path: string): Promise<T> {
  const known = kept.get(path);
  if (known) return known as Promise<T>;
  const answer = get<T>(path);
  kept.set(path, answer);
  answer.catch(() => kept.delete(path));
  return answer;
}

/** Who is signed in. */
export const getAccount = () => getOnce<{party: {name: string}; email: string | null}>('me');
/** The surety's branches. */
export const getBranches = () =>
  getOnce<{branches: {code: string; name: string}[]}>('surety').then(({branches}) => branches);
/** The directory of obligees. */
export const getObligees = () => getOnce<{items: Obligee[]}>('obligees').then(({items}) => items);

let obligees: Promise<Entry[]> | undefined;
/** The directory as entries to search in. */
export const obligeeEntries = () =>
  (obligees ??= getObligees().then(items =>
    items.map(({code, name, kana, prefecture}) => ({
      value: code,
      label: name,
      detail: prefecture,
      key: `${searchKey(name)} ${searchKey(kana)} ${searchKey(prefecture)} ${code}`,
    })),
  ));

const toEntries = ({items}: {items: Bank[]}): Entry[] =>
  items.map(({code, name, kana}) => ({
    value: code,
    label: name,
    detail: code,
    key: `${searchKey(name)} ${searchKey(kana)} ${code}`,
  }));

let banks: Promise<Entry[]> | undefined;
/** Banks as entries to search in. */
export const bankEntries = () => (banks ??= getOnce<{items: Bank[]}>('banks').then(toEntries));
/** Branches of a bank as entries to search in. */
export const branchEntries = (bank: string) =>
  bank ? getOnce<{items: Bank[]}>(`banks/${bank}/branches`).then(toEntries) : Promise.resolve([]);

/** Sends the application; the same key never makes a second one. */
export async function send(content: unknown, key: string): Promise<{receiptNumber: string}> {
  const answer = await fetch('/v1/applications', {
    method: 'POST',
    headers: {'Content-Type': 'application/json', 'Idempotency-Key': key},
    body: JSON.stringify(content),
    signal: AbortSignal.timeout(30_000),
  });
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  return (await answer.json()) as {receiptNumber: string};
}
