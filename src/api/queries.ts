import type {ContractSort, ContractState, ContractToDo, HandInState} from '../schemas/contract.js';
import type {CertificateForm, GuaranteeKind} from '../schemas/kinds.js';
import type {RegisterNotice} from '../schemas/register-entry.js';

/** Restricts and sorts a list of contracts. */
export interface ContractQuery {
  /** Search words; width, kana and hyphens are ignored. */
  q?: string;
  /** `electronic`: only those with an electronic certificate. */
  form?: 'electronic';
  kind?: GuaranteeKind;
  state?: ContractState;
  /** Only those about which the contractor still has to do this. */
  toDo?: ContractToDo;
  /** How far the handing in of the notice is. */
  handIn?: HandInState;
  /** Words of 発注者名, compared like `q`. */
  obligee?: string;
  /** 契約日, both ends included. */
  issuedFrom?: string;
  issuedTo?: string;
  /** 請負金額, both ends included. */
  worksPriceFrom?: number;
  worksPriceTo?: number;
  /** 保証金額, both ends included. */
  amountFrom?: number;
  amountTo?: number;
  /** Newest first by default. */
  sort?: ContractSort;
  cursor?: string;
  /** Rows a page, at most 200. */
  limit?: number;
}

/** Restricts a list of register entries. */
export interface RegisterQuery {
  /** Search words; width, kana and hyphens are ignored. */
  q?: string;
  form?: CertificateForm;
  kind?: GuaranteeKind;
  state?: ContractState;
  notice?: RegisterNotice;
  cursor?: string;
  /** Rows a page, at most 200. */
  limit?: number;
}
