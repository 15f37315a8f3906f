import type {RateLimit} from '../../src/api/endpoint.js';
import type {TryRow} from './store/store.js';

/** Seconds until the next try may be made; 0 when it may be made now. */
export function secondsToWait(rows: readonly TryRow[], now: number): number {
  const until = Math.max(0, ...rows.map(({blockedUntil}) => blockedUntil));
  return Math.max(0, Math.ceil((until - now) / 1000));
}

/** Counts a failure; from `freeAttempts` on, the wait doubles each time. */
export function afterFailure(row: TryRow, now: number, limit: RateLimit): TryRow {
  const {freeAttempts, firstDelayMs, longestDelayMs, forgetAfterMs} = limit;
  const failures = now - row.lastFailureAt > forgetAfterMs ? 1 : row.failures + 1;
  const delay = Math.min(firstDelayMs * 2 ** (failures - freeAttempts), longestDelayMs);
  return {...row, failures, lastFailureAt: now, blockedUntil: failures < freeAttempts ? 0 : now + delay};
}

/** A right key clears the number's failures; the client's stay, or one known key would buy endless guesses. */
export function afterSuccess(row: TryRow): TryRow {
  return {...row, failures: 0, blockedUntil: 0};
}
