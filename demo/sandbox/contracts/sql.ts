import {and, asc, desc, eq, getTableColumns, inArray, isNotNull, isNull, lt, sql} from 'drizzle-orm';
import {contractConditions, contractOrder, holds, placeConditions} from './sql-conditions.js';
import type {ArrivalFilter, ContractStore} from './store.js';
import {countRows, type Queries, rowCount} from '../store/queries.js';
import * as tables from '../store/schema.js';

/** Contracts in SQL. */
export function sqlContracts(db: Queries): ContractStore {
  const {contracts, revisions, keyViews} = tables;
  const {sequence, ...columns} = storedColumns();
  const {sequence: _order, ...viewColumns} = getTableColumns(keyViews);
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

/** Columns of a contract without those that the database makes itself. */
export function storedColumns() {
  const {guaranteeAmount, worksPrice, validUntil, obligeeName, obligeeText, ...columns} = getTableColumns(
    tables.contracts,
  );
  return columns;
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
