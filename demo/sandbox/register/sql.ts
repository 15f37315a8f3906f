import {and, desc, eq, isNull, lt, type SQL, sql} from 'drizzle-orm';
import {holds} from '../contracts/sql-conditions.js';
import {storedColumns} from '../contracts/sql.js';
import type {RegisterFilter, RegisterStore} from './store.js';
import type {Queries} from '../store/queries.js';
import * as tables from '../store/schema.js';

const {registerEntries: entries, contracts} = tables;

/** Registers of obligees in SQL. */
export function sqlRegister(db: Queries): RegisterStore {
  const {sequence: _place, ...contractColumns} = storedColumns();
  const select = (where: SQL | undefined) =>
    db
      .select({entry: entries, contract: contractColumns})
      .from(entries)
      .leftJoin(contracts, eq(contracts.number, entries.contractNumber))
      .where(where);
  return {
    async findRegisterEntry(ownerId, id) {
      const [row] = await select(and(eq(entries.ownerId, ownerId), eq(entries.id, id)));
      return row && {...row.entry, contract: row.contract};
    },
    async saveRegisterEntry(row) {
      const {ownerId: _owner, id: _id, firstCheckedAt: _first, ...changes} = row;
      await db
        .insert(entries)
        .values(row)
        .onConflictDoUpdate({target: [entries.ownerId, entries.id], set: changes});
    },
    async listRegisterEntries({before, limit, ...filter}) {
      const conditions = registerConditions(filter);
      if (before !== undefined) conditions.push(lt(entries.sequence, before));
      const rows = await select(and(...conditions))
        .orderBy(desc(entries.sequence))
        .limit(limit);
      return rows.map(({entry, contract}) => ({...entry, contract}));
    },
    async countRegisterEntries(filter) {
      const [row] = await db
        .select({count: sql`count(*)`.mapWith(Number)})
        .from(entries)
        .leftJoin(contracts, eq(contracts.number, entries.contractNumber))
        .where(and(...registerConditions(filter)));
      return row?.count ?? 0;
    },
  };
}

const fact = (name: string) => sql`${entries.paper}->>${name}`;
const end = sql`coalesce(${contracts.validUntil}, ${fact('validUntil')}, '9999-12-31') collate "C"`;
const releasedOn = sql`coalesce(${contracts.releasedOn}, ${fact('releasedOn')}) collate "C"`;

/** The same clauses as `matchesEntry`. */
function registerConditions(filter: RegisterFilter): SQL[] {
  const {ownerId, today, form, kind, state, expiresBy, isChanged} = filter;
  const conditions: (SQL | false | undefined | '')[] = [
    eq(entries.ownerId, ownerId),
    isNull(entries.deletedAt),
    ...holds(entries.searchText, filter.searchWords),
    form && (form === 'paper' ? isNull(entries.contractNumber) : sql`${entries.contractNumber} is not null`),
    kind && sql`coalesce(${contracts.kind}, ${fact('kind')}) = ${kind}`,
    ...(state ? stateConditions(state, today) : []),
    ...(expiresBy ? [...stateConditions('in-force', today), sql`${end} <= ${expiresBy}`] : []),
    isChanged && sql`${contracts.revision} > ${entries.seenRevision}`,
    ...(filter.awaitsAnswer ? [...stateConditions('in-force', today), awaiting] : []),
  ];
  return conditions.flatMap(condition => condition || []);
}

function stateConditions(is: NonNullable<RegisterFilter['state']>, today: string): SQL[] {
  const isCancelled = sql`${contracts.cancelledAt} is not null`;
  if (is === 'cancelled') return [isCancelled];
  const isReleased = sql`coalesce(${releasedOn} <= ${today}, false)`;
  if (is === 'released') return [sql`not (${isCancelled})`, isReleased];
  const isInTime = is === 'expired' ? sql`${end} < ${today}` : sql`${end} >= ${today}`;
  return [sql`not (${isCancelled})`, sql`not ${isReleased}`, isInTime];
}

const awaiting = sql`${entries.isOwn} and coalesce((${contracts.answer}->>'revision')::int, -1) < ${contracts.revision}`;
