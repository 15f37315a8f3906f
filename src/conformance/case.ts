import type {Backend, Caller} from './backend.js';

/** What a case finds on the backend and later ones go on with. */
export interface Findings {
  /** A contract with an electronic certificate of the contractor whose token was given. */
  contractNumber?: string;
  /** Its key; stays in memory and in no report. */
  authKey?: string;
  branchCode?: string;
  contractorName?: string;
}

/** One thing that the contract of the API asks for. */
export interface Case {
  /** Stable name, e.g. `register.neutral`. */
  readonly id: string;
  /** What must hold, in words. */
  readonly says: string;
  /** Who must be signed in for it. */
  readonly as?: readonly Caller[];
  /** It sends applications, records or wrong keys; only where that was allowed. */
  readonly writes?: boolean;
  /** What must have been found before. */
  readonly needs?: keyof Findings;
  /** @throws {Difference} when it does not hold. */
  readonly run: (backend: Backend, found: Findings) => Promise<void>;
}
