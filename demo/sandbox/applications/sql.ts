import {desc, eq, getTableColumns} from 'drizzle-orm';
import type {ApplicationStore} from './store.js';
import type {Queries} from '../store/queries.js';
import * as tables from '../store/schema.js';

/** Applications in SQL. */
export function sqlApplications(db: Queries): ApplicationStore {
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
