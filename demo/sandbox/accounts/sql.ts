import {eq, inArray, lt} from 'drizzle-orm';
import type {SessionStore} from './sessions.js';
import type {Queries} from '../store/queries.js';
import * as tables from '../store/schema.js';

/** Sessions in SQL. */
export function sqlSessions(db: Queries): SessionStore {
  const {sessions} = tables;
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
  };
}
