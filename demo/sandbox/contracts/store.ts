import type {Answer} from '../../../src/schemas/answer.js';
import type {Certificate} from '../../../src/schemas/certificate.js';
import type {ContractSort, ContractState, ContractToDo, HandInState} from '../../../src/schemas/contract.js';
import type {CertificateForm, GuaranteeKind} from '../../../src/schemas/kinds.js';

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

/** What is stored of contracts: the newest state, every revision, and each look at a key. */
export interface ContractStore {
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
}
