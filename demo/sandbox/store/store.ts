import type {Answer, TrailEvent} from '../../../src/schemas/answer.js';
import type {Application, ApplicationContent, ApplicationState} from '../../../src/schemas/application.js';
import type {Certificate} from '../../../src/schemas/certificate.js';
import type {ContractSort, ContractState, ContractToDo, HandInState} from '../../../src/schemas/contract.js';
import type {CertificateForm, GuaranteeKind, Role} from '../../../src/schemas/kinds.js';
import type {Mail} from '../../../src/schemas/office.js';
import type {PaperCertificate} from '../../../src/schemas/register-entry.js';
import type {WebhookEventType} from '../../../src/schemas/webhook.js';

/** A session; the token itself is never stored. */
export interface SessionRow {
  tokenHash: string;
  accountId: string;
  role: Role;
  expiresAt: string;
}

/** An application as it is stored; its contracts are found by `applicationId`. */
export interface ApplicationRow {
  id: string;
  receiptNumber: string;
  contractorId: string;
  state: ApplicationState;
  version: number;
  content: ApplicationContent;
  submittedAt: string;
  updatedAt: string;
  returnReason: string | null;
  messageFromSurety: string | null;
}

/** What a certificate states, apart from what each revision has of its own. */
export type Terms = Omit<Certificate, 'revision' | 'changeReason' | 'issuedOn' | 'arrivedAt' | 'signature'>;

/** A contract as it is stored. `sealedKey` is AES-256-GCM, `keyMac` an HMAC for comparing; both null for paper. */
export interface ContractRow {
  number: string;
  applicationId: string;
  contractorId: string;
  kind: GuaranteeKind;
  certificateForm: CertificateForm;
  obligeeCode: string | null;
  issuedOn: string;
  revision: number;
  arrivedAt: string | null;
  cancelledAt: string | null;
  cancelReason: string | null;
  /** When the contractor recorded that the notice of the key was handed in. */
  handedInAt: string | null;
  /** What the obligee answered last, to whichever revision. */
  answer: Answer | null;
  /** Day of 返還. */
  releasedOn: string | null;
  /** Number, obligee and works name, folded for forgiving search. */
  searchText: string;
  sealedKey: string | null;
  keyMac: string | null;
  /** The content of the newest revision. */
  terms: Terms;
}

/** A stored contract with its place in the order of creation. */
export type NumberedContract = ContractRow & {sequence: number};

/** One revision of a contract: the whole content after that change. */
export interface RevisionRow {
  contractNumber: string;
  revision: number;
  contractorId: string;
  changeReason: string | null;
  issuedOn: string;
  /** Null for paper, which never reaches the register. */
  arrivedAt: string | null;
  terms: Terms;
  /** Made when it was issued; null for paper, and for what was issued before there were signatures. */
  signature: string | null;
}

/** A stored revision with its place in the order of creation. */
export type NumberedRevision = RevisionRow & {sequence: number};

/** One recorded look at a key. */
export interface KeyViewRow {
  contractNumber: string;
  accountId: string;
  viewedAt: string;
  purpose: 'shown' | 'notice';
}

/** One line of the audit trail; lines are only ever added. */
export interface TrailRow {
  contractNumber: string;
  revision: number;
  type: TrailEvent['type'];
  at: string;
  /** Null for what a seed planted or happened before there was a trail. */
  accountId: string | null;
  accountName: string | null;
  reason: string | null;
  /** The day of a 返還. */
  day: string | null;
}

/** A line of an obligee's register: it has opened the certificate with number and key, or recorded one on paper. */
export interface RegisterEntryRow {
  /** The body, or the account where no body is known. */
  ownerId: string;
  /** The contract's number, or for paper an id of its own. */
  id: string;
  contractNumber: string | null;
  paper: PaperCertificate | null;
  /** Number, contractor, works name and kind, folded for forgiving search. */
  searchText: string;
  firstCheckedAt: string;
  lastCheckedAt: string;
  /** The newest revision that was seen. */
  seenRevision: number;
  /** Whether the body is the obligee that the certificate names. */
  isOwn: boolean;
  version: number;
  /** Taken out of the register, and possibly put back. */
  deletedAt: string | null;
}

/** A line of a register with its place in the order of creation, and its contract unless it is paper. */
export type NumberedEntry = RegisterEntryRow & {sequence: number; contract: ContractRow | null};

/** Restricts a register; `today` decides where each line stands. */
export interface RegisterFilter {
  ownerId: string;
  today: string;
  searchWords?: readonly string[];
  form?: CertificateForm | undefined;
  kind?: GuaranteeKind | undefined;
  state?: ContractState | undefined;
  /** In force, with 保証期限 until that day. */
  expiresBy?: string | undefined;
  /** Has a revision that was not seen yet. */
  isChanged?: boolean | undefined;
  /** In force, of this obligee, and its newest revision not answered. */
  awaitsAnswer?: boolean | undefined;
}

/** An address that is told of events; its secret is sealed as keys are. */
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

/** What a request with an Idempotency-Key asked and, once done, what it was answered. */
export interface IdempotencyRow {
  accountId: string;
  key: string;
  requestHash: string;
  createdAt: string;
  status: number | null;
  answer: unknown;
  /** The application that it created or changed. */
  applicationId: string | null;
}

/** Failed tries at the register, per number or per client. Times are epoch milliseconds. */
export interface TryRow {
  bucket: string;
  failures: number;
  lastFailureAt: number;
  blockedUntil: number;
}

/** A mail with what its delivery needs. */
export interface MailRow extends Mail {
  contractorId: string;
  attempts: number;
  /** Epoch milliseconds from which on delivery may be tried again. */
  nextAttemptAt: number;
}

/** Restricts a list of applications. */
export interface ApplicationFilter {
  contractorId?: string;
}

/** Restricts a list of contracts; ranges include both ends. */
export interface ContractFilter {
  contractorId?: string | undefined;
  certificateForm?: CertificateForm | undefined;
  kind?: GuaranteeKind | undefined;
  /** Where a contract stands depends on the day. */
  state?: {is: ContractState; today: string} | undefined;
  /** What is still to be done about it depends on the day, too. */
  toDo?: {is: ContractToDo; today: string} | undefined;
  handIn?: {is: HandInState; today: string} | undefined;
  /** All of them must occur in `searchText`. */
  searchWords?: readonly string[];
  /** All of them must occur in the obligee's part of `searchText`. */
  obligeeWords?: readonly string[];
  issuedFrom?: string | undefined;
  issuedTo?: string | undefined;
  /** 請負金額. */
  worksPriceFrom?: number | undefined;
  worksPriceTo?: number | undefined;
  /** 保証金額. */
  amountFrom?: number | undefined;
  amountTo?: number | undefined;
}

/** One page of a list of contracts: newest first, or in the order of `sort` with ties by number. */
export interface ContractPageFilter extends ContractFilter {
  /** The sequence of the last one already seen, newest first. */
  before?: number | undefined;
  sort?: ContractSort | undefined;
  /** What the last one already seen was sorted by. */
  after?: {key: string | number; number: string} | undefined;
  limit: number;
}

/** Restricts a list of arrivals on the register. */
export interface ArrivalFilter {
  contractorId: string;
  /** All of them must occur in the contract's `searchText`. */
  searchWords?: readonly string[];
  before?: number | undefined;
  limit: number;
}

/** Everything one transaction may do. `lock` keeps others from changing the row until the end. */
export interface StoreTransaction {
  insertSession(row: SessionRow): Promise<void>;
  findSession(tokenHash: string): Promise<SessionRow | undefined>;
  deleteSession(tokenHash: string): Promise<void>;
  deleteSessionsBefore(moment: string): Promise<void>;

  /** The next value of a counter without gaps that starts at 1. */
  nextCount(counter: string): Promise<number>;

  insertApplication(row: ApplicationRow): Promise<void>;
  updateApplication(row: ApplicationRow): Promise<void>;
  findApplication(id: string, options?: {lock?: boolean}): Promise<ApplicationRow | undefined>;
  /** Newest first. */
  listApplications(filter: ApplicationFilter): Promise<ApplicationRow[]>;

  /** False when the number is taken: draw another one. */
  insertContract(row: ContractRow): Promise<boolean>;
  updateContract(row: ContractRow): Promise<void>;
  findContract(number: string, options?: {lock?: boolean}): Promise<ContractRow | undefined>;
  /** The contract with this number, else its neighbour: a look that finds nothing takes as long as one that finds something. */
  findContractOrNeighbour(number: string): Promise<ContractRow | undefined>;
  listContracts(filter: ContractPageFilter): Promise<NumberedContract[]>;
  countContracts(filter: ContractFilter): Promise<number>;
  /** In the order in which they were made. */
  listContractsOf(applicationIds: readonly string[]): Promise<ContractRow[]>;

  insertRevision(row: RevisionRow): Promise<void>;
  /** Adds the signature of a revision that has none. */
  saveSignature(row: RevisionRow): Promise<void>;
  /** Those on the register without a signature. */
  listUnsignedRevisions(): Promise<RevisionRow[]>;
  /** Oldest first within each contract. */
  listRevisions(contractNumbers: readonly string[]): Promise<NumberedRevision[]>;
  /** Those on the register, newest first. */
  listArrivals(filter: ArrivalFilter): Promise<NumberedRevision[]>;
  countArrivals(filter: Omit<ArrivalFilter, 'before' | 'limit'>): Promise<number>;

  insertKeyView(row: KeyViewRow): Promise<void>;
  /** Newest first within each contract. */
  listKeyViews(contractNumbers: readonly string[]): Promise<KeyViewRow[]>;

  insertTrail(row: TrailRow): Promise<void>;
  /** Oldest first within each contract. */
  listTrail(contractNumbers: readonly string[]): Promise<TrailRow[]>;

  /** Also one that was taken out. */
  findRegisterEntry(ownerId: string, id: string): Promise<NumberedEntry | undefined>;
  /** Adds a line or replaces the one with its id. */
  saveRegisterEntry(row: RegisterEntryRow): Promise<void>;
  /** Newest first, without those taken out. */
  listRegisterEntries(
    filter: RegisterFilter & {before?: number | undefined; limit: number},
  ): Promise<NumberedEntry[]>;
  countRegisterEntries(filter: RegisterFilter): Promise<number>;

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

  /** Stores the claim, or returns what was stored under that key before. */
  claimIdempotencyKey(row: IdempotencyRow): Promise<IdempotencyRow | undefined>;
  completeIdempotencyKey(row: IdempotencyRow): Promise<void>;
  findIdempotencyKey(accountId: string, key: string): Promise<IdempotencyRow | undefined>;

  /** Makes the rows where they are missing and locks them until the end, always in the same order. */
  lockTries(buckets: readonly string[]): Promise<TryRow[]>;
  saveTries(row: TryRow): Promise<void>;
  deleteTriesBefore(lastFailureAt: number): Promise<void>;

  insertMail(row: MailRow): Promise<void>;
  updateMail(row: MailRow): Promise<void>;
  /** Newest first. */
  listMails(filter: {contractorId?: string}): Promise<MailRow[]>;
  /** Those still to be delivered whose time has come, oldest first. */
  listPendingMails(now: number, limit: number): Promise<MailRow[]>;
}

/** Where the reference API keeps what it knows. */
export interface Store {
  readonly kind: 'memory' | 'pglite' | 'postgresql';
  /** All of `work` or none of it. */
  transaction<Result>(work: (tx: StoreTransaction) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

/** An application together with the contracts that came of it, as the API returns it. */
export function toApplication(row: ApplicationRow, contracts: readonly ContractRow[]): Application {
  const {contractorId: _owner, ...rest} = row;
  return {...rest, contracts: contracts.map(({kind, number}) => ({kind, number}))};
}

/** The database cannot be reached now; nothing was done. */
export class StoreUnavailableError extends Error {
  override readonly name = 'StoreUnavailableError';
  constructor(options?: ErrorOptions) {
    super('The database cannot be reached.', options);
  }
}
