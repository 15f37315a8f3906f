import type {Limit, Metric} from '../harness/bench.js';

const ratio = (max: number): Limit => ({of: 'ratio', max});
const value = (max: number): Limit => ({of: 'value', max});

/** Rows P1 to P8 and P18 of `requirements/performance.md`. */
export const metrics: readonly Metric[] = [
  {
    key: 'bytes',
    id: 'P1',
    title: 'JS + CSS fetched (brotli 11)',
    unit: 'KiB',
    goal: value(28),
    must: value(40),
  },
  {key: 'bytesInUse', id: 'P1', title: 'the same, once somebody types', unit: 'KiB', goal: value(63)},
  {key: 'usable', id: 'P2', title: 'cold until usable', unit: 'ms', goal: ratio(1), must: ratio(1.2)},
  {
    key: 'blocked',
    id: 'P3',
    title: 'total blocking time of a cold load',
    unit: 'ms',
    goal: ratio(0.9),
    must: ratio(1.2),
  },
  {
    key: 'keyWork',
    id: 'P4',
    title: 'main thread a key, checked field',
    unit: 'ms',
    goal: ratio(1),
    must: ratio(1.1),
  },
  {key: 'keyPaint', id: 'P4', title: 'p95 key → paint', unit: 'ms', goal: ratio(1), must: ratio(1.1)},
  {key: 'ratioPaint', id: 'P5', title: 'last digit → ratio drawn', unit: 'ms', goal: ratio(1)},
  {key: 'errorPaint', id: 'P5', title: 'wrong key → error drawn', unit: 'ms', goal: ratio(1)},
  {
    key: 'submitPaint',
    id: 'P6',
    title: 'empty submit → every error drawn',
    unit: 'ms',
    goal: ratio(0.85),
    must: ratio(1),
  },
  {key: 'sectionPaint', id: 'P7', title: 'click → next section', unit: 'ms', goal: ratio(1)},
  {
    key: 'heap',
    id: 'P8',
    title: 'JS heap over a blank page',
    unit: 'MiB',
    goal: value(0.35),
    must: value(0.7),
  },
  {key: 'heapInUse', id: 'P8', title: 'the same, once somebody types', unit: 'MiB', goal: value(0.7)},
  {key: 'manyTime', id: 'P18', title: '100 forms: time', unit: 'ms', goal: ratio(0.9), must: ratio(1.1)},
  {
    key: 'manyHeap',
    id: 'P18',
    title: '100 forms: heap a form',
    unit: 'KiB',
    goal: value(40),
    must: value(100),
  },
];
