import type {Bench, Limit, Metric} from '../harness/bench.js';
import {grids, kit, native, nativeVirtual} from './contestants.js';
import {scenarios} from './scenarios.js';
import {prepare} from './served.js';

const ratio = (max: number): Limit => ({of: 'ratio', max});
const value = (max: number): Limit => ({of: 'value', max});
const first = {unit: 'ms', goal: ratio(1.1), must: ratio(1.3)} as const;

/** Rows P10 to P13 of `requirements/performance.md`; P9 is bytes and lies in `test/tooling/size.ts`. */
export const metrics: readonly Metric[] = [
  {key: 'fewFirst', id: 'P13', title: '100 rows: first render', ...first},
  {key: 'someFirst', id: 'P10', title: '10,000 rows: first render', ...first},
  {key: 'manyFirst', id: 'P10', title: '100,000 rows: first render', ...first},
  {key: 'growth', id: 'P13', title: '100 → 100,000 rows: first render', unit: 'ms', goal: ratio(1.1)},
  {
    key: 'heapGrowth',
    id: 'P13',
    title: '100 → 100,000 rows: heap beyond the rows',
    unit: 'MiB',
    goal: value(1),
  },
  {
    key: 'search',
    id: 'P11',
    title: '100,000 rows: first search',
    unit: 'ms',
    goal: ratio(0.5),
    must: ratio(1),
  },
  {key: 'again', id: 'P11', title: '100,000 rows: next search', unit: 'ms', goal: ratio(1), must: ratio(1.3)},
  {key: 'sort', id: 'P11', title: '100,000 rows: sort', unit: 'ms', goal: ratio(1), must: ratio(1.3)},
  {
    key: 'dropped',
    id: 'P12',
    title: '10,000 rows: frames dropped of 150',
    unit: 'frames',
    goal: ratio(1.2),
    must: ratio(2),
  },
  {
    key: 'scrollWork',
    id: 'P12',
    title: '10,000 rows: main thread a step',
    unit: 'ms',
    goal: ratio(1.2),
    must: ratio(2),
  },
  {key: 'blank', id: 'P12', title: '10,000 rows: frames with blank rows', unit: 'frames', goal: value(0)},
];

/** The list against one written by hand, the plain table, and two grids. */
export const list: Bench = {
  metrics,
  contestants: [kit, nativeVirtual, native, ...grids],
  showsAll: true,
  scenarios,
  prepare,
};
