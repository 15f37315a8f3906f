import type {SessionStore} from '../accounts/sessions.js';
import type {ApplicationStore} from '../applications/store.js';
import type {ContractStore} from '../contracts/store.js';
import type {MailStore} from '../mails/store.js';
import type {AuditLogStore} from '../platform/audit-log.js';
import type {CounterStore} from '../platform/counters.js';
import type {IdempotencyStore} from '../platform/idempotency.js';
import type {RateLimitStore} from '../platform/rate-limit.js';
import type {RegisterStore} from '../register/store.js';
import type {WebhookStore} from '../webhooks/store.js';

/** Everything one transaction may do; each resource has its part. `lock` keeps others from changing a row until the end. */
export type StoreTransaction = SessionStore &
  CounterStore &
  ApplicationStore &
  ContractStore &
  AuditLogStore &
  RegisterStore &
  WebhookStore &
  IdempotencyStore &
  RateLimitStore &
  MailStore;

/** Storage of the reference API. */
export interface Store {
  readonly kind: 'memory' | 'pglite' | 'postgresql';
  /** All of `work` or none of it. */
  transaction<Result>(work: (tx: StoreTransaction) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

/** The database cannot be reached now; nothing was done. */
export class StoreUnavailableError extends Error {
  override readonly name = 'StoreUnavailableError';
  constructor(options?: ErrorOptions) {
    super('The database cannot be reached.', options);
  }
}
