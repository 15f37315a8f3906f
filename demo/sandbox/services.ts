import type {Obligee} from '../../src/schemas/obligee.js';
import type {Account} from '../../src/schemas/party.js';
import type {Surety} from '../../src/schemas/surety.js';
import type {CertificateSigner} from './certificate-signer.js';
import type {BankSource} from './data/banks.js';
import type {KeyVault} from './key-vault.js';
import type {RandomBytes} from './random.js';
import type {Store, StoreTransaction} from './store/store.js';

/** What every handler may use. */
export interface Services {
  store: Store;
  now: () => Date;
  vault: KeyVault;
  signer: CertificateSigner;
  surety: Surety;
  obligees: readonly Obligee[];
  accounts: readonly Account[];
  banks: BankSource;
  /** Whether mails are really sent. */
  mailConfigured: boolean;
  /** Called when something may have been put into an outbox. */
  onOutbox: () => void;
  /** Why no webhooks are sent to an address, in words. */
  refuseWebhook: (url: string) => string | undefined;
  randomBytes?: RandomBytes;
}

/** One request as a handler sees it: routed, authorised, parsed, inside a transaction. */
export interface Call<Body = unknown> {
  services: Services;
  tx: StoreTransaction;
  now: Date;
  /** The signed-in account; an anonymous one on public endpoints. */
  account: Account;
  params: Readonly<Record<string, string>>;
  query: Readonly<Record<string, string>>;
  body: Body;
  /** Version of `If-Match`. */
  version: number;
  /** Hash of the presented token. */
  tokenHash: string;
}

/** What a handler answers; the rest of the response is the same for all. */
export interface Answer {
  body?: unknown;
  /** The application that an idempotent request made or changed. */
  applicationId?: string;
  /** A problem that must be kept, such as a failed try: the transaction is committed, then it is thrown. */
  problem?: Error;
}

/** Does what one endpoint is for. */
export type Handler<Body = never> = (call: Call<Body>) => Promise<Answer>;
