import {and, asc, desc, eq, getTableColumns, inArray, lte} from 'drizzle-orm';
import type {Queries} from '../store/queries.js';
import * as tables from '../store/schema.js';
import type {WebhookStore} from './store.js';

/** Webhooks in SQL. */
export function sqlWebhooks(db: Queries): WebhookStore {
  const {webhooks, webhookDeliveries: deliveries} = tables;
  const {sequence: _order, ...columns} = getTableColumns(webhooks);
  const {sequence: _place, ...deliveryColumns} = getTableColumns(deliveries);
  return {
    async insertWebhook(row) {
      await db.insert(webhooks).values(row);
    },
    async deleteWebhook(id) {
      await db.delete(webhooks).where(eq(webhooks.id, id));
    },
    async findWebhook(id) {
      const [row] = await db.select(columns).from(webhooks).where(eq(webhooks.id, id));
      return row;
    },
    async listWebhooks(accountIds) {
      return db
        .select(columns)
        .from(webhooks)
        .where(accountIds && inArray(webhooks.accountId, [...accountIds]))
        .orderBy(asc(webhooks.sequence));
    },
    async insertDelivery(row) {
      await db.insert(deliveries).values(row);
    },
    async updateDelivery(row) {
      const isIt = and(eq(deliveries.webhookId, row.webhookId), eq(deliveries.id, row.id));
      await db.update(deliveries).set(row).where(isIt);
    },
    async listDeliveries(webhookId, limit) {
      return db
        .select(deliveryColumns)
        .from(deliveries)
        .where(eq(deliveries.webhookId, webhookId))
        .orderBy(desc(deliveries.sequence))
        .limit(limit);
    },
    async listPendingDeliveries(now, limit) {
      return db
        .select(deliveryColumns)
        .from(deliveries)
        .where(and(eq(deliveries.state, 'pending'), lte(deliveries.nextAttemptAt, now)))
        .orderBy(asc(deliveries.sequence))
        .limit(limit);
    },
  };
}
