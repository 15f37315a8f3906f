import * as z from 'zod/mini';
import {moment} from './calendar-date.js';
import {contractNumber} from './contract-number.js';
import {guaranteeKind} from './kinds.js';

/** What partners are told of. */
export const webhookEventType = z.enum([
  'certificate.issued',
  'certificate.changed',
  'certificate.cancelled',
  'certificate.answered',
  'certificate.released',
  'application.returned',
]);
/** What partners are told of. */
export type WebhookEventType = z.infer<typeof webhookEventType>;

const contractFacts = z.object({
  contractNumber,
  kind: guaranteeKind,
  revision: z.int(),
  applicationId: z.string(),
});

/** Body of a webhook (Standard Webhooks): facts to look the rest up by; never a key. */
export const webhookEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.enum(['certificate.issued', 'certificate.changed', 'certificate.cancelled']),
    timestamp: moment,
    data: contractFacts,
  }),
  z.object({
    type: z.literal('certificate.answered'),
    timestamp: moment,
    /** Null: the answer was taken back, and none is left. */
    data: z.object({...contractFacts.shape, outcome: z.nullable(z.enum(['accepted', 'returned']))}),
  }),
  z.object({
    type: z.literal('certificate.released'),
    timestamp: moment,
    /** Null: the release was taken back. */
    data: z.object({...contractFacts.shape, releasedOn: z.nullable(z.iso.date())}),
  }),
  z.object({
    type: z.literal('application.returned'),
    timestamp: moment,
    data: z.object({applicationId: z.string(), receiptNumber: z.string()}),
  }),
]);
/** Body of a webhook. */
export type WebhookEvent = z.infer<typeof webhookEvent>;

/** Body of `POST /webhooks`. */
export const webhookRequest = z.object({
  url: z.url().check(z.maxLength(2_000)),
  /** Only these; all of them where it is not given. */
  events: z.optional(z.array(webhookEventType).check(z.minLength(1))),
});
/** A wish for webhooks. */
export type WebhookRequest = z.infer<typeof webhookRequest>;

/** An address that is told. */
export const webhook = z.object({
  id: z.string(),
  url: z.string(),
  events: z.array(webhookEventType),
  createdAt: moment,
});
/** An address that is told. */
export type Webhook = z.infer<typeof webhook>;

/** Answer of `POST /webhooks`: the secret is said this once. */
export const newWebhook = z.object({...webhook.shape, secret: z.string()});
/** Answer of `GET /webhooks`. */
export const webhookList = z.object({items: z.array(webhook)});

/** One message and how its delivery went. */
export const webhookDelivery = z.object({
  /** The `webhook-id` header: the same in every try. */
  id: z.string(),
  type: webhookEventType,
  createdAt: moment,
  state: z.enum(['pending', 'delivered', 'failed']),
  attempts: z.int(),
  lastAttemptAt: z.nullable(moment),
  /** HTTP status of the last try; null where there was no answer. */
  lastStatus: z.nullable(z.int()),
});
/** One message and how its delivery went. */
export type WebhookDelivery = z.infer<typeof webhookDelivery>;
/** Answer of `GET /webhooks/{id}/deliveries`; newest first. */
export const webhookDeliveryList = z.object({items: z.array(webhookDelivery)});
