import {and, asc, eq, getTableColumns, inArray} from 'drizzle-orm';
import * as tables from './schema.js';
import type {Part, Queries} from './sql-transaction.js';

/** The audit trail, and what obligees have opened. */
export function registerRows(
  db: Queries,
): Part<'insertTrail' | 'listTrail' | 'findRegisterEntry' | 'saveRegisterEntry'> {
  const {trail, registerEntries: entries} = tables;
  const {sequence: _order, ...trailColumns} = getTableColumns(trail);
  return {
    async insertTrail(row) {
      await db.insert(trail).values(row);
    },
    async listTrail(contractNumbers) {
      if (contractNumbers.length === 0) return [];
      return db
        .select(trailColumns)
        .from(trail)
        .where(inArray(trail.contractNumber, [...contractNumbers]))
        .orderBy(asc(trail.sequence));
    },
    async findRegisterEntry(ownerId, contractNumber) {
      const isIt = and(eq(entries.ownerId, ownerId), eq(entries.contractNumber, contractNumber));
      const [row] = await db.select().from(entries).where(isIt);
      return row;
    },
    async saveRegisterEntry(row) {
      const {lastCheckedAt, seenRevision} = row;
      await db
        .insert(entries)
        .values(row)
        .onConflictDoUpdate({
          target: [entries.ownerId, entries.contractNumber],
          set: {lastCheckedAt, seenRevision},
        });
    },
  };
}
