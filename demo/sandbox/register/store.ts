import type {ContractState} from '../../../src/schemas/contract.js';
import type {CertificateForm, GuaranteeKind} from '../../../src/schemas/kinds.js';
import type {PaperCertificate} from '../../../src/schemas/register-entry.js';
import type {ContractRow} from '../contracts/store.js';

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

/** What is stored of obligees' registers. */
export interface RegisterStore {
  /** Also one that was taken out. */
  findRegisterEntry(ownerId: string, id: string): Promise<NumberedEntry | undefined>;
  /** Adds a line or replaces the one with its id. */
  saveRegisterEntry(row: RegisterEntryRow): Promise<void>;
  /** Newest first, without those taken out. */
  listRegisterEntries(
    filter: RegisterFilter & {before?: number | undefined; limit: number},
  ): Promise<NumberedEntry[]>;
  countRegisterEntries(filter: RegisterFilter): Promise<number>;
}
