import type {Params, QueryName, RequestBody, ResponseBody} from '../../../src/api/endpoint.js';
import type * as endpoints from '../../../src/api/endpoints.js';
import type {Obligee} from '../../../src/schemas/obligee.js';
import type {Account} from '../../../src/schemas/party.js';
import type {Surety} from '../../../src/schemas/surety.js';
import type {CertificateSigner} from '../certificates/certificate-signer.js';
import type {BankSource} from '../data/banks.js';
import type {Reply} from './idempotency.js';
import type {KeyVault} from './key-vault.js';
import type {RandomBytes} from './random.js';
import type {Store, StoreTransaction} from '../store/store.js';

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

/** Name of an endpoint, which is its operation id and the name of its handler. */
export type EndpointName = keyof typeof endpoints;

/** One request as every handler sees it: routed, authorised, parsed, inside a transaction. */
export interface Call {
  services: Services;
  tx: StoreTransaction;
  now: Date;
  /** The signed-in account; an anonymous one on public endpoints. */
  account: Account;
  /** Version of `If-Match`. */
  version: number;
  /** Hash of the presented token. */
  tokenHash: string;
}

type Table = typeof endpoints;

/** What a request to one endpoint carries. */
export interface Input<Name extends EndpointName> {
  params: Params<Table[Name]>;
  /** Query parameters as text; without those that were not given. */
  query: Readonly<Partial<Record<QueryName<Table[Name]>, string>>>;
  body: RequestBody<Table[Name]>;
}

/** Carries out an endpoint. */
export type Handler<Name extends EndpointName> = (
  call: Call & Input<Name>,
) => Promise<Reply<ResponseBody<Table[Name]>>>;
