import {and, asc, eq, getTableColumns, inArray, lt, sql} from 'drizzle-orm';
import type {AuditLogStore} from './audit-log.js';
import type {CounterStore} from './counters.js';
import type {IdempotencyStore} from './idempotency.js';
import type {RateLimitStore} from './rate-limit.js';
import type {Queries} from '../store/queries.js';
import * as tables from '../store/schema.js';

/** Counters in SQL. */
export function sqlCounters(db: Queries): CounterStore {
  const {counters} = tables;
  return {
    async nextCount(name) {
      const [row] = await db
        .insert(counters)
        .values({name, value: 1})
        .onConflictDoUpdate({target: counters.name, set: {value: sql`${counters.value} + 1`}})
        .returning({value: counters.value});
      if (!row) throw new Error('A counter did not count.');
      return row.value;
    },
  };
}

/** The audit log in SQL. */
export function sqlAuditLog(db: Queries): AuditLogStore {
  const {auditEvents} = tables;
  const {sequence: _order, ...columns} = getTableColumns(auditEvents);
  return {
    async insertAuditEvent(row) {
      await db.insert(auditEvents).values(row);
    },
    async listAuditEvents(contractNumbers) {
      if (contractNumbers.length === 0) return [];
      return db
        .select(columns)
        .from(auditEvents)
        .where(inArray(auditEvents.contractNumber, [...contractNumbers]))
        .orderBy(asc(auditEvents.sequence));
    },
  };
}

/** Idempotency keys in SQL. */
export function sqlIdempotency(db: Queries): IdempotencyStore {
  const {idempotencyKeys} = tables;
  const at = (accountId: string, key: string) =>
    and(eq(idempotencyKeys.accountId, accountId), eq(idempotencyKeys.key, key));
  const find = async (accountId: string, key: string) => {
    const [row] = await db.select().from(idempotencyKeys).where(at(accountId, key));
    return row;
  };
  return {
    // Of two transactions with the same key the second waits here until the first has ended.
    async reserveIdempotencyKey(row) {
      const reserved = await db
        .insert(idempotencyKeys)
        .values(row)
        .onConflictDoNothing()
        .returning({key: idempotencyKeys.key});
      return reserved.length === 1 ? undefined : find(row.accountId, row.key);
    },
    async completeIdempotencyKey(row) {
      await db.update(idempotencyKeys).set(row).where(at(row.accountId, row.key));
    },
    findIdempotencyKey: find,
  };
}

/** Failed attempts in SQL. */
export function sqlRateLimit(db: Queries): RateLimitStore {
  const {failedAttempts} = tables;
  return {
    async lockAttempts(buckets) {
      // Always in the same order, so that two clients never wait for each other.
      const sorted = [...buckets].sort();
      const fresh = sorted.map(bucket => ({bucket, failures: 0, lastFailureAt: 0, blockedUntil: 0}));
      await db.insert(failedAttempts).values(fresh).onConflictDoNothing();
      return db
        .select()
        .from(failedAttempts)
        .where(inArray(failedAttempts.bucket, sorted))
        .orderBy(asc(failedAttempts.bucket))
        .for('update');
    },
    async saveAttempts(row) {
      await db.update(failedAttempts).set(row).where(eq(failedAttempts.bucket, row.bucket));
    },
    async deleteAttemptsBefore(lastFailureAt) {
      const old = db
        .select({bucket: failedAttempts.bucket})
        .from(failedAttempts)
        .where(lt(failedAttempts.lastFailureAt, lastFailureAt))
        .for('update', {skipLocked: true});
      await db.delete(failedAttempts).where(inArray(failedAttempts.bucket, old));
    },
  };
}
