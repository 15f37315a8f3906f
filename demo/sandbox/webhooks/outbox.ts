import type {Services} from '../platform/call.js';
import {toMoment} from '../platform/clock.js';
import type {KeyVault} from '../platform/key-vault.js';
import {backoff, createWorker, type Worker} from '../platform/outbox.js';
import type {Store} from '../store/store.js';
import type {WebhookDeliveryRow} from './store.js';

/** Something that really sends webhooks. */
export interface WebhookTransport {
  /** Why nothing may be sent to an address, in words; undefined where it may. */
  refuse(url: string): string | undefined;
  /** The HTTP status of the answer. Rejects where there was none. */
  send(url: string, headers: Readonly<Record<string, string>>, body: string): Promise<number>;
}

const MAX_ATTEMPTS = 12;
const LONGEST_DELAY_MS = 6 * 3_600_000;
const BATCH = 20;

/** The name under which the secret of a webhook is sealed. */
export const sealName = (id: string): string => `webhook:${id}`;

/** Delivers webhooks from the store, so those of before a restart are delivered too, and tries again what failed. */
export function createWebhookOutbox(
  {store, vault, now}: Pick<Services, 'store' | 'vault' | 'now'>,
  transport: WebhookTransport,
): Worker {
  return createWorker(async () => {
    const rows = await store.transaction(tx => tx.listPendingDeliveries(now().getTime(), BATCH));
    // One address that is slow must not keep the others waiting.
    await Promise.all(rows.map(row => deliver(store, vault, transport, row, now)));
    return rows.length === BATCH;
  });
}

async function deliver(
  store: Store,
  vault: KeyVault,
  transport: WebhookTransport,
  row: WebhookDeliveryRow,
  now: () => Date,
): Promise<void> {
  const webhook = await store.transaction(tx => tx.findWebhook(row.webhookId));
  if (!webhook) return;
  const startedAt = now();
  const secret = await vault.open(sealName(webhook.id), webhook.sealedSecret);
  const headers = await sign(secret, row, startedAt);
  const lastStatus = await transport.send(webhook.url, headers, row.payload).catch(() => null);
  const attempts = row.attempts + 1;
  const isDelivered = lastStatus !== null && lastStatus >= 200 && lastStatus < 300;
  // 410 says that nobody wants it any more.
  const isHopeless = lastStatus === 410 || attempts >= MAX_ATTEMPTS;
  const state = isDelivered ? 'delivered' : isHopeless ? 'failed' : 'pending';
  const nextAttemptAt = now().getTime() + backoff(row.attempts, LONGEST_DELAY_MS);
  const lastAttemptAt = toMoment(startedAt);
  await store.transaction(tx =>
    tx.updateDelivery({...row, state, attempts, nextAttemptAt, lastAttemptAt, lastStatus}),
  );
}

/** Standard Webhooks: the id stays the same in every try, time and signature are new. */
async function sign(
  secret: string,
  {id, payload}: WebhookDeliveryRow,
  now: Date,
): Promise<Record<string, string>> {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const bytes = Uint8Array.from(atob(secret.replace(/^whsec_/, '')), letter => letter.charCodeAt(0));
  const algorithm = {name: 'HMAC', hash: 'SHA-256'};
  const key = await crypto.subtle.importKey('raw', bytes, algorithm, false, ['sign']);
  const content = new TextEncoder().encode(`${id}.${timestamp}.${payload}`);
  const mac = new Uint8Array(await crypto.subtle.sign('HMAC', key, content));
  return {
    'content-type': 'application/json; charset=utf-8',
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${btoa(String.fromCharCode(...mac))}`,
  };
}
