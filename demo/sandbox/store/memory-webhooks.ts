import {Table} from './memory-table.js';
import type {WebhookDeliveryRow, WebhookRow} from './store.js';

const pair = (...parts: string[]) => JSON.stringify(parts);

/** Addresses that are told of events, and the messages to them. */
export function webhookRows(undo: (() => void)[]) {
  const webhooks = new Table<WebhookRow>(undo);
  const deliveries = new Table<WebhookDeliveryRow>(undo);
  return {
    async insertWebhook(row: WebhookRow) {
      webhooks.insert(row.id, row);
    },
    async deleteWebhook(id: string) {
      deliveries.deleteWhere(row => row.webhookId === id);
      webhooks.delete(id);
    },
    async findWebhook(id: string) {
      return webhooks.get(id);
    },
    async listWebhooks(accountIds?: readonly string[]) {
      return webhooks.list(row => !accountIds || accountIds.includes(row.accountId));
    },
    async insertDelivery(row: WebhookDeliveryRow) {
      deliveries.insert(pair(row.webhookId, row.id), row);
    },
    async updateDelivery(row: WebhookDeliveryRow) {
      const key = pair(row.webhookId, row.id);
      // The address may have been taken out while a message was on its way.
      if (deliveries.has(key)) deliveries.update(key, row);
    },
    async listDeliveries(webhookId: string, limit: number) {
      return deliveries.list(row => row.webhookId === webhookId, {newestFirst: true, limit});
    },
    async listPendingDeliveries(now: number, limit: number) {
      return deliveries.list(row => row.state === 'pending' && row.nextAttemptAt <= now, {limit});
    },
  };
}
