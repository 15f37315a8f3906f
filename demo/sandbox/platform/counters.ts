import {Table, type UndoLog} from '../store/memory-table.js';

/** Counters without gaps. */
export interface CounterStore {
  /** The next value of a counter without gaps that starts at 1. */
  nextCount(counter: string): Promise<number>;
}

/** Counters in memory. */
export function memoryCounters(undo: UndoLog): CounterStore {
  const counters = new Table<{value: number}>(undo);
  return {
    async nextCount(counter) {
      const value = (counters.get(counter)?.value ?? 0) + 1;
      counters.set(counter, {value});
      return value;
    },
  };
}
