import {sql} from 'drizzle-orm';
import {
  bigint,
  bigserial,
  boolean,
  index,
  integer,
  json,
  jsonb,
  pgSchema,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type {Answer} from '../../../src/schemas/answer.js';
import type {ApplicationContent, ApplicationState} from '../../../src/schemas/application.js';
import type {CertificateForm, GuaranteeKind, Role} from '../../../src/schemas/kinds.js';
import type {Mail} from '../../../src/schemas/office.js';
import type {PaperCertificate} from '../../../src/schemas/register-entry.js';
import type {WebhookEventType} from '../../../src/schemas/webhook.js';
import type {KeyViewRow, Terms} from '../contracts/store.js';
import type {AuditEventRow} from '../platform/audit-log.js';
import type {WebhookDeliveryRow} from '../webhooks/store.js';

/** Its own schema, so that a database that is lent to the demo keeps what else it holds. */
const suretySchema = pgSchema('surety');

// Moments are text: Japan's wall clock with +09:00, to the second, so they sort as they stand and both drivers return them alike.
const sequence = () => bigserial('sequence', {mode: 'number'});
const epoch = (name: string) => bigint(name, {mode: 'number'});

/** Text in one order on every database, whatever its locale: by code point. */
const byCode = (column: string) => sql.raw(`"${column}" collate "C"`);

/** Sessions by a hash of their token. */
export const sessions = suretySchema.table('sessions', {
  tokenHash: text('token_hash').primaryKey(),
  accountId: text('account_id').notNull(),
  role: text('role').$type<Role>().notNull(),
  expiresAt: text('expires_at').notNull(),
});

/** Counters without gaps. */
export const counters = suretySchema.table('counters', {
  name: text('name').primaryKey(),
  value: integer('value').notNull(),
});

/** 保証申込. */
export const applications = suretySchema.table(
  'applications',
  {
    sequence: sequence().notNull(),
    id: text('id').primaryKey(),
    receiptNumber: text('receipt_number').notNull().unique(),
    contractorId: text('contractor_id').notNull(),
    state: text('state').$type<ApplicationState>().notNull(),
    version: integer('version').notNull(),
    content: jsonb('content').$type<ApplicationContent>().notNull(),
    submittedAt: text('submitted_at').notNull(),
    updatedAt: text('updated_at').notNull(),
    returnReason: text('return_reason'),
    messageFromSurety: text('message_from_surety'),
  },
  table => [index('applications_by_contractor').on(table.contractorId, table.sequence)],
);

/** 保証契約; the key is sealed, and its digest is for comparing. */
export const contracts = suretySchema.table(
  'contracts',
  {
    sequence: sequence().notNull(),
    number: text('number').primaryKey(),
    applicationId: text('application_id')
      .notNull()
      .references(() => applications.id),
    contractorId: text('contractor_id').notNull(),
    kind: text('kind').$type<GuaranteeKind>().notNull(),
    certificateForm: text('certificate_form').$type<CertificateForm>().notNull(),
    obligeeCode: text('obligee_code'),
    issuedOn: text('issued_on').notNull(),
    revision: integer('revision').notNull(),
    arrivedAt: text('arrived_at'),
    cancelledAt: text('cancelled_at'),
    cancelReason: text('cancel_reason'),
    handedInAt: text('handed_in_at'),
    answer: jsonb('answer').$type<Answer>(),
    releasedOn: text('released_on'),
    searchText: text('search_text').notNull(),
    sealedKey: text('sealed_key'),
    keyMac: text('key_mac'),
    terms: jsonb('terms').$type<Terms>().notNull(),
    // What lists are sorted and filtered by, drawn out of `terms` and `search_text` by the database itself.
    guaranteeAmount: bigint('guarantee_amount', {mode: 'number'}).generatedAlwaysAs(
      sql`(terms->>'guaranteeAmount')::bigint`,
    ),
    worksPrice: bigint('works_price', {mode: 'number'}).generatedAlwaysAs(
      sql`(terms->'works'->>'price')::bigint`,
    ),
    validUntil: text('valid_until').generatedAlwaysAs(sql`coalesce(terms->>'validUntil', '9999-12-31')`),
    obligeeName: text('obligee_name').generatedAlwaysAs(sql`terms->>'obligeeName'`),
    obligeeText: text('obligee_text').generatedAlwaysAs(sql`split_part(search_text, '/', 2)`),
  },
  table => [
    uniqueIndex('contracts_once_per_guarantee').on(table.applicationId, table.kind),
    index('contracts_by_contractor').on(table.contractorId, table.sequence),
    index('contracts_by_issue').on(table.contractorId, byCode('issued_on'), byCode('number')),
    index('contracts_by_amount').on(table.contractorId, table.guaranteeAmount, byCode('number')),
    index('contracts_by_price').on(table.contractorId, table.worksPrice, byCode('number')),
    index('contracts_by_end').on(table.contractorId, byCode('valid_until'), byCode('number')),
    index('contracts_by_obligee').on(table.contractorId, byCode('obligee_name'), byCode('number')),
    index('contracts_by_number').on(table.contractorId, byCode('number')),
  ],
);

/** Every revision of a contract: the whole content after that change. */
export const revisions = suretySchema.table(
  'revisions',
  {
    sequence: sequence().notNull(),
    contractNumber: text('contract_number')
      .notNull()
      .references(() => contracts.number),
    revision: integer('revision').notNull(),
    contractorId: text('contractor_id').notNull(),
    changeReason: text('change_reason'),
    issuedOn: text('issued_on').notNull(),
    arrivedAt: text('arrived_at'),
    terms: jsonb('terms').$type<Terms>().notNull(),
    signature: text('signature'),
  },
  table => [
    primaryKey({columns: [table.contractNumber, table.revision]}),
    index('arrivals_by_contractor')
      .on(table.contractorId, table.sequence)
      .where(sql`${table.arrivedAt} is not null`),
  ],
);

/** Looks at keys. */
export const keyViews = suretySchema.table(
  'key_views',
  {
    sequence: sequence().primaryKey(),
    contractNumber: text('contract_number')
      .notNull()
      .references(() => contracts.number),
    accountId: text('account_id').notNull(),
    viewedAt: text('viewed_at').notNull(),
    purpose: text('purpose').$type<KeyViewRow['purpose']>().notNull(),
  },
  table => [index('key_views_by_contract').on(table.contractNumber, table.sequence)],
);

/** Who did what when; a trigger refuses to change or remove a line. */
export const auditEvents = suretySchema.table(
  'trail',
  {
    sequence: sequence().primaryKey(),
    contractNumber: text('contract_number')
      .notNull()
      .references(() => contracts.number),
    revision: integer('revision').notNull(),
    type: text('type').$type<AuditEventRow['type']>().notNull(),
    at: text('at').notNull(),
    accountId: text('account_id'),
    accountName: text('account_name'),
    reason: text('reason'),
    day: text('day'),
  },
  table => [index('trail_by_contract').on(table.contractNumber, table.sequence)],
);

/** What obligees have opened with number and key, and what they recorded of paper. */
export const registerEntries = suretySchema.table(
  'register_entries',
  {
    sequence: sequence().notNull(),
    ownerId: text('owner_id').notNull(),
    id: text('id').notNull(),
    contractNumber: text('contract_number').references(() => contracts.number),
    paper: jsonb('paper').$type<PaperCertificate>(),
    searchText: text('search_text').notNull(),
    firstCheckedAt: text('first_checked_at').notNull(),
    lastCheckedAt: text('last_checked_at').notNull(),
    seenRevision: integer('seen_revision').notNull(),
    isOwn: boolean('is_own').notNull(),
    version: integer('version').notNull(),
    deletedAt: text('deleted_at'),
  },
  table => [
    primaryKey({columns: [table.ownerId, table.id]}),
    index('register_by_owner').on(table.ownerId, table.sequence),
  ],
);

/** Addresses that are told of events. */
export const webhooks = suretySchema.table('webhooks', {
  sequence: sequence().notNull(),
  id: text('id').primaryKey(),
  accountId: text('account_id').notNull(),
  url: text('url').notNull(),
  events: jsonb('events').$type<WebhookEventType[]>().notNull(),
  sealedSecret: text('sealed_secret').notNull(),
  createdAt: text('created_at').notNull(),
});

/** Messages to them, which are the outbox too. */
export const webhookDeliveries = suretySchema.table(
  'webhook_deliveries',
  {
    sequence: sequence().notNull(),
    webhookId: text('webhook_id')
      .notNull()
      .references(() => webhooks.id, {onDelete: 'cascade'}),
    id: text('id').notNull(),
    type: text('type').$type<WebhookEventType>().notNull(),
    payload: text('payload').notNull(),
    createdAt: text('created_at').notNull(),
    state: text('state').$type<WebhookDeliveryRow['state']>().notNull(),
    attempts: integer('attempts').notNull(),
    nextAttemptAt: epoch('next_attempt_at').notNull(),
    lastAttemptAt: text('last_attempt_at'),
    lastStatus: integer('last_status'),
  },
  table => [
    primaryKey({columns: [table.webhookId, table.id]}),
    index('deliveries_pending')
      .on(table.nextAttemptAt)
      .where(sql`${table.state} = 'pending'`),
  ],
);

/** What was asked under an Idempotency-Key, and what was answered. */
export const idempotencyKeys = suretySchema.table(
  'idempotency_keys',
  {
    accountId: text('account_id').notNull(),
    key: text('key').notNull(),
    requestHash: text('request_hash').notNull(),
    createdAt: text('created_at').notNull(),
    status: integer('status'),
    // Not jsonb, which would bring the members into another order than in the first answer.
    answer: json('answer').$type<unknown>(),
    applicationId: text('application_id'),
  },
  table => [primaryKey({columns: [table.accountId, table.key]})],
);

/** Failed tries at the register. */
export const failedAttempts = suretySchema.table('tries', {
  bucket: text('bucket').primaryKey(),
  failures: integer('failures').notNull(),
  lastFailureAt: epoch('last_failure_at').notNull(),
  blockedUntil: epoch('blocked_until').notNull(),
});

/** Mails, which are the outbox too. */
export const mails = suretySchema.table(
  'mails',
  {
    sequence: sequence().notNull(),
    id: text('id').primaryKey(),
    contractorId: text('contractor_id').notNull(),
    to: text('to').notNull(),
    from: text('from').notNull(),
    subject: text('subject').notNull(),
    text: text('text').notNull(),
    sentAt: text('sent_at').notNull(),
    delivery: text('delivery').$type<Mail['delivery']>().notNull(),
    attempts: integer('attempts').notNull(),
    nextAttemptAt: epoch('next_attempt_at').notNull(),
  },
  table => [
    index('mails_by_contractor').on(table.contractorId, table.sequence),
    index('mails_pending')
      .on(table.nextAttemptAt)
      .where(sql`${table.delivery} = 'pending'`),
  ],
);
