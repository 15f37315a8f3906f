import {contractState} from '../../src/domain/contract-state.js';
import type {Contract, ContractState, ContractSummary, ElectronicIssue} from '../../src/schemas/contract.js';
import type {Certificate} from '../../src/schemas/certificate.js';
import {groupBy} from './group.js';
import {toTimeline} from './timeline.js';
import type {ContractRow, NumberedRevision, RevisionRow, StoreTransaction} from './store/store.js';

/** Where a contract stands on a day. */
export function stateOn({cancelledAt, releasedOn, terms}: ContractRow, today: string): ContractState {
  const cancelledOn = cancelledAt?.slice(0, 'YYYY-MM-DD'.length) ?? null;
  return contractState({validUntil: terms.validUntil, cancelledOn, releasedOn}, today);
}

/** A row of 保証契約一覧. */
export function toSummary(row: ContractRow, today: string): ContractSummary {
  const {
    number,
    kind,
    certificateForm,
    issuedOn,
    arrivedAt,
    revision,
    handedInAt,
    answer,
    releasedOn,
    terms,
  } = row;
  return {
    number,
    kind,
    productName: terms.productName,
    certificateForm,
    state: stateOn(row, today),
    obligeeName: terms.obligeeName,
    worksName: terms.works.name,
    worksPrice: terms.works.price,
    guaranteeAmount: terms.guaranteeAmount,
    issuedOn,
    validUntil: terms.validUntil,
    arrivedAt,
    revision,
    handedInAt,
    answer,
    releasedOn,
  };
}

/** Contracts with their history. */
export async function toContracts(
  tx: StoreTransaction,
  rows: readonly ContractRow[],
  today: string,
): Promise<Contract[]> {
  const numbers = rows.map(({number}) => number);
  const revisions = groupBy(await tx.listRevisions(numbers), row => row.contractNumber);
  const views = groupBy(await tx.listKeyViews(numbers), row => row.contractNumber);
  const trails = groupBy(await tx.listTrail(numbers), row => row.contractNumber);
  return rows.map(row => ({
    ...toSummary(row, today),
    applicationId: row.applicationId,
    obligeeCode: row.obligeeCode,
    contractorName: row.terms.contractor.name,
    jointVentureName: row.terms.jointVentureName,
    depositBankName: row.terms.depositBankName,
    worksPeriod: row.terms.works.period,
    revisions: (revisions.get(row.number) ?? []).flatMap(toRevisionSummary).reverse(),
    keyViews: (views.get(row.number) ?? []).map(({viewedAt, accountId, purpose}) => ({
      viewedAt,
      accountId,
      purpose,
    })),
    timeline: toTimeline(row, trails.get(row.number) ?? [], today),
  }));
}

function toRevisionSummary({revision, arrivedAt}: RevisionRow) {
  return arrivedAt === null ? [] : [{revision, arrivedAt}];
}

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
