import type {RateLimit} from '../../../src/api/endpoint.js';
import {Table, type UndoLog} from '../store/memory-table.js';

/** Failed tries at the register, per number or per client. Times are epoch milliseconds. */
export interface AttemptRow {
  bucket: string;
  failures: number;
  lastFailureAt: number;
  blockedUntil: number;
}

/** What is stored of failed attempts. */
export interface RateLimitStore {
  /** Makes the rows where they are missing and locks them until the end, always in the same order. */
  lockAttempts(buckets: readonly string[]): Promise<AttemptRow[]>;
  saveAttempts(row: AttemptRow): Promise<void>;
  deleteAttemptsBefore(lastFailureAt: number): Promise<void>;
}

/** Failed attempts in memory. */
export function memoryRateLimit(undo: UndoLog): RateLimitStore {
  const tries = new Table<AttemptRow>(undo);
  return {
    async lockAttempts(buckets: readonly string[]) {
      return buckets.map(
        bucket => tries.get(bucket) ?? {bucket, failures: 0, lastFailureAt: 0, blockedUntil: 0},
      );
    },
    async saveAttempts(row: AttemptRow) {
      tries.set(row.bucket, row);
    },
    async deleteAttemptsBefore(lastFailureAt: number) {
      tries.deleteWhere(row => row.lastFailureAt < lastFailureAt);
    },
  };
}

/** Seconds until the next try may be made; 0 when it may be made now. */
export function secondsToWait(rows: readonly AttemptRow[], now: number): number {
  const until = Math.max(0, ...rows.map(({blockedUntil}) => blockedUntil));
  return Math.max(0, Math.ceil((until - now) / 1000));
}

/** Counts a failure; from `freeAttempts` on, the wait doubles each time. */
export function afterFailure(row: AttemptRow, now: number, limit: RateLimit): AttemptRow {
  const {freeAttempts, firstDelayMs, longestDelayMs, forgetAfterMs} = limit;
  const failures = now - row.lastFailureAt > forgetAfterMs ? 1 : row.failures + 1;
  const delay = Math.min(firstDelayMs * 2 ** (failures - freeAttempts), longestDelayMs);
  return {...row, failures, lastFailureAt: now, blockedUntil: failures < freeAttempts ? 0 : now + delay};
}

/** A right key clears the number's failures; the client's stay, or one known key would buy endless guesses. */
export function afterSuccess(row: AttemptRow): AttemptRow {
  return {...row, failures: 0, blockedUntil: 0};
}
