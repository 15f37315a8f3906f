import type {TryRow} from './store/store.js';

const FREE_TRIES = 5;
const FIRST_DELAY_MS = 5_000;
const LONGEST_DELAY_MS = 15 * 60_000;

/** Failures are forgotten after an hour without another one. */
export const FORGET_AFTER_MS = 60 * 60_000;

/** Seconds until the next try may be made; 0 when it may be made now. */
export function secondsToWait(rows: readonly TryRow[], now: number): number {
  const until = Math.max(0, ...rows.map(({blockedUntil}) => blockedUntil));
  return Math.max(0, Math.ceil((until - now) / 1000));
}

/** Counts a failure; from the fifth on, the wait doubles each time. */
export function afterFailure(row: TryRow, now: number): TryRow {
  const failures = now - row.lastFailureAt > FORGET_AFTER_MS ? 1 : row.failures + 1;
  const delay = Math.min(FIRST_DELAY_MS * 2 ** (failures - FREE_TRIES), LONGEST_DELAY_MS);
  return {...row, failures, lastFailureAt: now, blockedUntil: failures < FREE_TRIES ? 0 : now + delay};
}

/** A right key clears the number's failures; the client's stay, or one known key would buy endless guesses. */
export function afterSuccess(row: TryRow): TryRow {
  return {...row, failures: 0, blockedUntil: 0};
}
