import {ProblemError} from './problem.js';

/** Query parameters of a request. */
export type Query = Readonly<Record<string, string | undefined>>;

/** Reads a parameter that has one of a few values. */
export function readOneOf<Value extends string>(
  query: Query,
  name: string,
  values: readonly Value[],
): Value | undefined {
  const text = query[name];
  if (!text) return undefined;
  const found = values.find(value => value === text);
  if (!found) throw rejected(`${name} は ${values.join('、')} のどれかにしてください。`);
  return found;
}

export function readDay(query: Query, name: string): string | undefined {
  const text = query[name];
  if (!text) return undefined;
  if (isDay(text)) return text;
  throw rejected(`${name} は 2026-02-01 のように、暦にある日を入力してください。`);
}

export function readYen(query: Query, name: string): number | undefined {
  const text = query[name];
  if (!text) return undefined;
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw rejected(`${name} は円単位の整数にしてください。`);
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

const rejected = (detail: string) => new ProblemError('rejected', {status: 400, detail});
