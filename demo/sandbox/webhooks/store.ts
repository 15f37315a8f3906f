import type {WebhookEventType} from '../../../src/schemas/webhook.js';
import {Table, type UndoLog} from '../store/memory-table.js';

/** A subscription to events; its secret is sealed like a key. */
export interface WebhookRow {
  id: string;
  accountId: string;
  url: string;
  events: WebhookEventType[];
  sealedSecret: string;
  createdAt: string;
}

/** One message to one address: the outbox and the log of webhooks. */
export interface WebhookDeliveryRow {
  webhookId: string;
  id: string;
  type: WebhookEventType;
  payload: string;
  createdAt: string;
  state: 'pending' | 'delivered' | 'failed';
  attempts: number;
  /** Epoch milliseconds from which on it may be tried again. */
  nextAttemptAt: number;
  lastAttemptAt: string | null;
  lastStatus: number | null;
}

/** What is stored of webhooks and the messages to them, which are their outbox too. */
export interface WebhookStore {
  insertWebhook(row: WebhookRow): Promise<void>;
  /** With everything that was still to be sent to it. */
  deleteWebhook(id: string): Promise<void>;
  findWebhook(id: string): Promise<WebhookRow | undefined>;
  /** Oldest first; all of them without accounts. */
  listWebhooks(accountIds?: readonly string[]): Promise<WebhookRow[]>;
  insertDelivery(row: WebhookDeliveryRow): Promise<void>;
  updateDelivery(row: WebhookDeliveryRow): Promise<void>;
  /** Newest first. */
  listDeliveries(webhookId: string, limit: number): Promise<WebhookDeliveryRow[]>;
  /** Those still to be delivered whose time has come, oldest first. */
  listPendingDeliveries(now: number, limit: number): Promise<WebhookDeliveryRow[]>;
}

const pair = (...parts: string[]) => JSON.stringify(parts);

/** Webhooks in memory. */
export function memoryWebhooks(undo: UndoLog): WebhookStore {
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
