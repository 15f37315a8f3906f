import type {Certificate} from '../../../src/schemas/certificate.js';
import type {ElectronicIssue} from '../../../src/schemas/contract.js';
import type {NumberedRevision, RevisionRow} from '../contracts/store.js';
import type {StoreTransaction} from '../store/store.js';

/** The certificates of a contract that are on the register, oldest first. */
export async function listCertificatesOf(tx: StoreTransaction, number: string): Promise<Certificate[]> {
  return (await tx.listRevisions([number])).flatMap(toCertificate);
}

/** The certificate of a revision; paper never reaches the register. */
export function toCertificate(row: RevisionRow): Certificate[] {
  const {terms, revision, changeReason, issuedOn, arrivedAt, signature} = row;
  if (arrivedAt === null) return [];
  return [{...terms, revision, changeReason, issuedOn, arrivedAt, ...(signature !== null && {signature})}];
}

/** A line of 電子保証履歴一覧. */
export function toElectronicIssue({terms, revision, arrivedAt}: NumberedRevision): ElectronicIssue[] {
  if (arrivedAt === null) return [];
  const {contractNumber, kind, productName, obligeeName} = terms;
  return [{contractNumber, kind, productName, revision, arrivedAt, obligeeName, worksName: terms.works.name}];
}
