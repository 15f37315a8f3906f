import type {Limit, Metric} from './bench.js';
import {median, spread} from './statistics.js';

/** All values of one contestant by metric key, in the order of the runs. */
export type Samples = Record<string, number[]>;

/** How a metric stands to its bounds; `unclear` where the baseline is too small to divide by. */
export type Verdict = 'goal' | 'must' | 'missed' | 'unclear';

/** Below that a baseline is the clock's own noise and a ratio to it says nothing. */
const LEAST_BASELINE_MS = 4;

const isHeld = ({of, max}: Limit, value: number, ratio: number) => (of === 'ratio' ? ratio : value) <= max;

/** Compares a value with the bounds of its metric. */
export function judge({unit, goal, must}: Metric, value: number, baseline: number): Verdict {
  const ratio = value / baseline;
  if (Number.isNaN(value)) return 'unclear';
  if (goal.of === 'ratio' && unit === 'ms' && !(baseline >= LEAST_BASELINE_MS)) {
    return value <= baseline + LEAST_BASELINE_MS ? 'goal' : 'unclear';
  }
  if (isHeld(goal, value, ratio)) return 'goal';
  return must && isHeld(must, value, ratio) ? 'must' : 'missed';
}

const WORDS: Record<Verdict, string> = {
  goal: 'goal held',
  must: 'must held, goal missed',
  missed: 'MISSED',
  unclear: 'unclear',
};

const number = (value: number) => (Number.isFinite(value) ? value.toFixed(value < 10 ? 2 : 1) : '–');
const limit = (bound: Limit | undefined, unit: string) =>
  bound ? `≤ ${bound.max}${bound.of === 'ratio' ? '×' : ` ${unit}`}` : '';

/** One line a metric: what was found, what the baseline reached, and whether that is good enough. */
export function toRows(
  metrics: readonly Metric[],
  [ours, baseline, ...others]: readonly [string, string, ...string[]],
  samples: ReadonlyMap<string, Samples>,
): string[][] {
  const head = ['#', 'metric', ours, '±', baseline, '±', 'ratio', 'goal', 'must', 'verdict', ...others];
  const rows = metrics.map(metric => {
    const of = (name: string) => samples.get(name)?.[metric.key] ?? [];
    const [mine, theirs] = [of(ours), of(baseline)];
    const [value, base] = [median(mine), median(metric.against ? of(metric.against) : theirs)];
    const show = (amount: number) => `${number(amount)} ${metric.unit}`;
    const noise = (values: number[]) =>
      values.length > 2 && median(values) ? `${Math.round(spread(values) * 100)}%` : '';
    return [
      metric.id,
      metric.title,
      show(value),
      noise(mine),
      show(median(theirs)),
      noise(theirs),
      `${number(value / base)}×`,
      limit(metric.goal, metric.unit),
      limit(metric.must, metric.unit),
      WORDS[judge(metric, value, base)],
      ...others.map(name => show(median(of(name)))),
    ];
  });
  return [head, ...rows];
}

/** Lines up cells as a Markdown table, which terminals and notes both show well. */
export function toTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = rows;
  return [line(head), line(widths.map(width => '-'.repeat(width))), ...body.map(line)].join('\n');
}
