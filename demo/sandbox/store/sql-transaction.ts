import {and, asc, desc, eq, getTableColumns, inArray, isNotNull, isNull, lt, lte, sql} from 'drizzle-orm';
import type {PgDatabase, PgQueryResultHKT} from 'drizzle-orm/pg-core';
import {contractConditions, contractOrder, holds, placeConditions} from './contract-conditions.js';
import {registerRows} from './sql-register.js';
import {webhookRows} from './sql-webhooks.js';
import * as tables from './schema.js';
import type {ArrivalFilter, StoreTransaction} from './store.js';

/** What both drivers offer inside a transaction. */
export type Queries = Pick<
  PgDatabase<PgQueryResultHKT>,
  'select' | 'insert' | 'update' | 'delete' | 'execute'
>;

/** The store's vocabulary in SQL that PostgreSQL 15 understands. */
export function createSqlTransaction(db: Queries): StoreTransaction {
  return {
    ...sessionsAndCounters(db),
    ...applicationRows(db),
    ...contractRows(db),
    ...historyRows(db),
    ...requestRows(db),
    ...tryRows(db),
    ...registerRows(db),
    ...webhookRows(db),
    ...mailRows(db),
  };
}

/** Some of what a transaction may do. */
export type Part<Name extends keyof StoreTransaction> = Pick<StoreTransaction, Name>;

function sessionsAndCounters(
  db: Queries,
): Part<'insertSession' | 'findSession' | 'deleteSession' | 'deleteSessionsBefore' | 'nextCount'> {
  const {sessions, counters} = tables;
  return {
    async insertSession(row) {
      await db.insert(sessions).values(row);
    },
    async findSession(tokenHash) {
      const [row] = await db.select().from(sessions).where(eq(sessions.tokenHash, tokenHash));
      return row;
    },
    async deleteSession(tokenHash) {
      await db.delete(sessions).where(eq(sessions.tokenHash, tokenHash));
    },
    async deleteSessionsBefore(moment) {
      const old = db
        .select({tokenHash: sessions.tokenHash})
        .from(sessions)
        .where(lt(sessions.expiresAt, moment))
        .for('update', {skipLocked: true});
      await db.delete(sessions).where(inArray(sessions.tokenHash, old));
    },
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

function applicationRows(
  db: Queries,
): Part<'insertApplication' | 'updateApplication' | 'findApplication' | 'listApplications'> {
  const {applications} = tables;
  const {sequence: _order, ...columns} = getTableColumns(applications);
  return {
    async insertApplication(row) {
      await db.insert(applications).values(row);
    },
    async updateApplication(row) {
      await db.update(applications).set(row).where(eq(applications.id, row.id));
    },
    async findApplication(id, {lock = false} = {}) {
      const query = db.select(columns).from(applications).where(eq(applications.id, id));
      const [row] = await (lock ? query.for('update') : query);
      return row;
    },
    async listApplications({contractorId}) {
      return db
        .select(columns)
        .from(applications)
        .where(contractorId ? eq(applications.contractorId, contractorId) : undefined)
        .orderBy(desc(applications.sequence));
    },
  };
}

function contractRows(
  db: Queries,
): Part<
  | 'insertContract'
  | 'updateContract'
  | 'findContract'
  | 'findContractOrNeighbour'
  | 'listContracts'
  | 'countContracts'
  | 'listContractsOf'
> {
  const {contracts} = tables;
  const {sequence, ...columns} = storedColumns();
  return {
    async insertContract(row) {
      const inserted = await db
        .insert(contracts)
        .values(row)
        .onConflictDoNothing({target: contracts.number})
        .returning({number: contracts.number});
      return inserted.length === 1;
    },
    async updateContract(row) {
      await db.update(contracts).set(row).where(eq(contracts.number, row.number));
    },
    async findContract(number, {lock = false} = {}) {
      const query = db.select(columns).from(contracts).where(eq(contracts.number, number));
      const [row] = await (lock ? query.for('update') : query);
      return row;
    },
    async findContractOrNeighbour(number) {
      const next = sql`(select min(${contracts.number}) from ${contracts} where ${contracts.number} >= ${number})`;
      const last = sql`(select max(${contracts.number}) from ${contracts})`;
      const [row] = await db
        .select(columns)
        .from(contracts)
        .where(eq(contracts.number, sql`coalesce(${next}, ${last})`));
      return row;
    },
    async listContracts(filter) {
      return db
        .select({...columns, sequence})
        .from(contracts)
        .where(and(...contractConditions(filter), ...placeConditions(filter)))
        .orderBy(...contractOrder(filter.sort))
        .limit(filter.limit);
    },
    async countContracts(filter) {
      return countRows(
        db
          .select({count: rowCount})
          .from(contracts)
          .where(and(...contractConditions(filter))),
      );
    },
    async listContractsOf(applicationIds) {
      if (applicationIds.length === 0) return [];
      return db
        .select(columns)
        .from(contracts)
        .where(inArray(contracts.applicationId, [...applicationIds]))
        .orderBy(asc(contracts.sequence));
    },
  };
}

/** Columns of a contract without those that the database makes itself. */
export function storedColumns() {
  const {guaranteeAmount, worksPrice, validUntil, obligeeName, obligeeText, ...columns} = getTableColumns(
    tables.contracts,
  );
  return columns;
}

const rowCount = sql`count(*)`.mapWith(Number);

async function countRows(query: PromiseLike<{count: number}[]>): Promise<number> {
  return (await query)[0]?.count ?? 0;
}

/** Arrivals of a contractor's certificates, those whose contract fits the words. */
function arrivalConditions(db: Queries, {contractorId, searchWords = []}: Omit<ArrivalFilter, 'limit'>) {
  const {contracts, revisions} = tables;
  const conditions = [eq(revisions.contractorId, contractorId), isNotNull(revisions.arrivedAt)];
  if (searchWords.length === 0) return conditions;
  const found = db
    .select({number: contracts.number})
    .from(contracts)
    .where(and(eq(contracts.contractorId, contractorId), ...holds(contracts.searchText, searchWords)));
  return [...conditions, inArray(revisions.contractNumber, found)];
}

function historyRows(
  db: Queries,
): Part<
  | 'insertRevision'
  | 'saveSignature'
  | 'listUnsignedRevisions'
  | 'listRevisions'
  | 'listArrivals'
  | 'countArrivals'
  | 'insertKeyView'
  | 'listKeyViews'
> {
  const {revisions, keyViews} = tables;
  const {sequence: _order, ...viewColumns} = getTableColumns(keyViews);
  return {
    async insertRevision(row) {
      await db.insert(revisions).values(row);
    },
    async saveSignature({contractNumber, revision, signature}) {
      const isIt = and(eq(revisions.contractNumber, contractNumber), eq(revisions.revision, revision));
      await db
        .update(revisions)
        .set({signature})
        .where(and(isIt, isNull(revisions.signature)));
    },
    async listUnsignedRevisions() {
      return db
        .select()
        .from(revisions)
        .where(and(isNotNull(revisions.arrivedAt), isNull(revisions.signature)));
    },
    async listRevisions(contractNumbers) {
      if (contractNumbers.length === 0) return [];
      return db
        .select()
        .from(revisions)
        .where(inArray(revisions.contractNumber, [...contractNumbers]))
        .orderBy(asc(revisions.sequence));
    },
    async countArrivals(filter) {
      const conditions = and(...arrivalConditions(db, filter));
      return countRows(db.select({count: rowCount}).from(revisions).where(conditions));
    },
    async listArrivals({before, limit, ...filter}: ArrivalFilter) {
      const conditions = arrivalConditions(db, filter);
      if (before !== undefined) conditions.push(lt(revisions.sequence, before));
      return db
        .select()
        .from(revisions)
        .where(and(...conditions))
        .orderBy(desc(revisions.sequence))
        .limit(limit);
    },
    async insertKeyView(row) {
      await db.insert(keyViews).values(row);
    },
    async listKeyViews(contractNumbers) {
      if (contractNumbers.length === 0) return [];
      return db
        .select(viewColumns)
        .from(keyViews)
        .where(inArray(keyViews.contractNumber, [...contractNumbers]))
        .orderBy(desc(keyViews.sequence));
    },
  };
}

function requestRows(
  db: Queries,
): Part<'claimIdempotencyKey' | 'completeIdempotencyKey' | 'findIdempotencyKey'> {
  const {idempotencyKeys} = tables;
  const at = (accountId: string, key: string) =>
    and(eq(idempotencyKeys.accountId, accountId), eq(idempotencyKeys.key, key));
  const find = async (accountId: string, key: string) => {
    const [row] = await db.select().from(idempotencyKeys).where(at(accountId, key));
    return row;
  };
  return {
    // Of two transactions with the same key the second waits here until the first has ended.
    async claimIdempotencyKey(row) {
      const claimed = await db
        .insert(idempotencyKeys)
        .values(row)
        .onConflictDoNothing()
        .returning({key: idempotencyKeys.key});
      return claimed.length === 1 ? undefined : find(row.accountId, row.key);
    },
    async completeIdempotencyKey(row) {
      await db.update(idempotencyKeys).set(row).where(at(row.accountId, row.key));
    },
    findIdempotencyKey: find,
  };
}

function tryRows(db: Queries): Part<'lockTries' | 'saveTries' | 'deleteTriesBefore'> {
  const {tries} = tables;
  return {
    async lockTries(buckets) {
      // Always in the same order, so that two clients never wait for each other.
      const sorted = [...buckets].sort();
      const fresh = sorted.map(bucket => ({bucket, failures: 0, lastFailureAt: 0, blockedUntil: 0}));
      await db.insert(tries).values(fresh).onConflictDoNothing();
      return db
        .select()
        .from(tries)
        .where(inArray(tries.bucket, sorted))
        .orderBy(asc(tries.bucket))
        .for('update');
    },
    async saveTries(row) {
      await db.update(tries).set(row).where(eq(tries.bucket, row.bucket));
    },
    async deleteTriesBefore(lastFailureAt) {
      const old = db
        .select({bucket: tries.bucket})
        .from(tries)
        .where(lt(tries.lastFailureAt, lastFailureAt))
        .for('update', {skipLocked: true});
      await db.delete(tries).where(inArray(tries.bucket, old));
    },
  };
}

function mailRows(db: Queries): Part<'insertMail' | 'updateMail' | 'listMails' | 'listPendingMails'> {
  const {mails} = tables;
  const {sequence: _order, ...columns} = getTableColumns(mails);
  return {
    async insertMail(row) {
      await db.insert(mails).values(row);
    },
    async updateMail(row) {
      await db.update(mails).set(row).where(eq(mails.id, row.id));
    },
    async listMails({contractorId}) {
      return db
        .select(columns)
        .from(mails)
        .where(contractorId ? eq(mails.contractorId, contractorId) : undefined)
        .orderBy(desc(mails.sequence));
    },
    async listPendingMails(now, limit) {
      return db
        .select(columns)
        .from(mails)
        .where(and(eq(mails.delivery, 'pending'), lte(mails.nextAttemptAt, now)))
        .orderBy(asc(mails.sequence))
        .limit(limit);
    },
  };
}
