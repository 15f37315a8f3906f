import {contractState} from '../../../src/domain/contract-state.js';
import {sameText} from '../../../src/input/search.js';
import type {Contract, ContractState, ContractSummary} from '../../../src/schemas/contract.js';
import type {ContractRow, RevisionRow} from './store.js';
import {toTimeline} from './timeline.js';
import type {Call} from '../platform/call.js';
import {groupBy} from '../platform/group-by.js';
import {ProblemError} from '../platform/problem.js';
import type {StoreTransaction} from '../store/store.js';

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
  const events = groupBy(await tx.listAuditEvents(numbers), row => row.contractNumber);
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
    timeline: toTimeline(row, events.get(row.number) ?? [], today),
  }));
}

function toRevisionSummary({revision, arrivedAt}: RevisionRow) {
  return arrivedAt === null ? [] : [{revision, arrivedAt}];
}

/** Whether a body is the obligee that a contract names; one that was typed in has no code, its name decides. */
export function isObligee(
  body: {code: string | null; name: string} | undefined,
  {obligeeCode, terms}: Pick<ContractRow, 'obligeeCode' | 'terms'>,
): boolean {
  if (!body) return false;
  return obligeeCode === null ? sameText(body.name, terms.obligeeName) : obligeeCode === body.code;
}

/** Another contractor's contract is answered as if it did not exist. */
export async function findOwnContract(
  {tx, account, params}: Call & {params: {number: string}},
  options?: {lock: boolean},
): Promise<ContractRow> {
  const row = await tx.findContract(params.number, options);
  if (!row || row.contractorId !== account.id) {
    throw new ProblemError('not-found', {detail: '該当する保証契約が見つかりません。'});
  }
  return row;
}
