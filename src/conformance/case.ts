import type {Backend, Caller} from './backend.js';

/** Data that earlier cases found on the backend and later cases use. */
export interface Findings {
  /** A contract with an electronic certificate of the contractor whose token was given. */
  contractNumber?: string;
  /** Its key; stays in memory and in no report. */
  authKey?: string;
  branchCode?: string;
  contractorName?: string;
}

/** One requirement of the API contract. */
export interface Case {
  /** Stable name, e.g. `register.neutral`. */
  readonly id: string;
  /** The requirement as a Japanese sentence. */
  readonly says: string;
  /** Callers whose tokens the case needs. */
  readonly as?: readonly Caller[];
  /** Whether the case leaves records behind (applications, wrong keys); it runs only with `--write`. */
  readonly writes?: boolean;
  /** The finding that the case needs. */
  readonly needs?: keyof Findings;
  /** @throws {Difference} when it does not hold. */
  readonly run: (backend: Backend, found: Findings) => Promise<void>;
}
