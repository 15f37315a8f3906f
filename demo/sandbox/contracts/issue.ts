import {searchText} from '../../../src/input/search.js';
import type {ApplicationContent} from '../../../src/schemas/application.js';
import {type GuaranteeKind, guaranteeKinds} from '../../../src/schemas/kinds.js';
import type {Account} from '../../../src/schemas/party.js';
import type {ApplicationRow} from '../applications/store.js';
import {toCertificate} from '../certificates/view.js';
import type {ContractRow, RevisionRow, Terms} from './store.js';
import {certificateNotes, productNames, undertaking} from '../data/surety.js';
import {type Actor, appendAuditEvent} from '../platform/audit-log.js';
import type {Services} from '../platform/call.js';
import {toCalendarDate, toMoment} from '../platform/clock.js';
import {ProblemError} from '../platform/problem.js';
import {drawAuthKey, drawContractNumber} from '../platform/random.js';
import type {StoreTransaction} from '../store/store.js';
import {announce, contractFacts} from '../webhooks/events.js';

const NUMBER_TRIES = 20;

/** Fixed numbers and keys instead of drawn ones; for samples only. */
export type Fixed = Partial<Record<GuaranteeKind, {number: string; authKey: string}>>;

/** Makes one contract for each guarantee applied for; electronic ones get a key and arrive on the register. */
export async function issueContracts(
  services: Services,
  tx: StoreTransaction,
  application: ApplicationRow,
  actor: Actor,
  fixed: Fixed = {},
): Promise<ContractRow[]> {
  const contracts: ContractRow[] = [];
  for (const kind of guaranteeKinds) {
    if (!application.content.guarantees[kind]) continue;
    contracts.push(await issueContract(services, tx, {application, kind, actor, fixed: fixed[kind]}));
  }
  return contracts;
}

interface Issue {
  application: ApplicationRow;
  kind: GuaranteeKind;
  actor: Actor;
  fixed: {number: string; authKey: string} | undefined;
}

async function issueContract(services: Services, tx: StoreTransaction, issue: Issue): Promise<ContractRow> {
  for (let count = 0; count < NUMBER_TRIES; count++) {
    const pattern = services.surety.contractNumberPattern;
    const number = issue.fixed?.number ?? drawContractNumber(pattern, services.randomBytes);
    const row = await createRow(services, issue, number);
    if (!(await tx.insertContract(row))) continue;
    await tx.insertRevision(await toRevision(services, row, null));
    await recordIssue(services, tx, row, issue);
    return row;
  }
  throw new ProblemError('unavailable', {
    detail: '保証契約番号を採番できませんでした。もう一度お試しください。',
  });
}

/** The application was about no contract yet, so its line comes in here too. */
async function recordIssue(
  services: Services,
  tx: StoreTransaction,
  row: ContractRow,
  {application, actor}: Issue,
): Promise<void> {
  const contractor = contractorOf(services, row.contractorId);
  const applied = {type: 'applied', at: application.submittedAt} as const;
  await appendAuditEvent(tx, {...actor, account: contractor}, row, applied);
  await appendAuditEvent(tx, actor, row, {type: 'issued'});
  await announce(services, tx, actor.now, {type: 'certificate.issued', data: contractFacts(row)}, row);
}

async function createRow(
  services: Services,
  {application, kind, actor: {now}, fixed}: Issue,
  number: string,
) {
  const {content} = application;
  const certificateForm = content.guarantees[kind]?.certificateForm ?? 'paper';
  const electronic = certificateForm === 'electronic';
  const authKey = electronic ? (fixed?.authKey ?? drawAuthKey(services.randomBytes)) : null;
  const row: ContractRow = {
    number,
    applicationId: application.id,
    contractorId: application.contractorId,
    kind,
    certificateForm,
    obligeeCode: content.obligee.code,
    issuedOn: toCalendarDate(now),
    revision: 0,
    arrivedAt: electronic ? toMoment(now) : null,
    cancelledAt: null,
    cancelReason: null,
    handedInAt: null,
    answer: null,
    releasedOn: null,
    searchText: searchText(number, content.obligee.name, content.works.name, productNames[kind]),
    sealedKey: authKey && (await services.vault.seal(number, authKey)),
    keyMac: authKey && (await services.vault.mac(number, authKey)),
    terms: createTerms(services, application, kind, number),
  };
  return row;
}

function createTerms(
  services: Services,
  {content, contractorId}: ApplicationRow,
  kind: GuaranteeKind,
  contractNumber: string,
): Terms {
  const {surety} = services;
  const branch = surety.branches.find(({code}) => code === content.branchCode);
  const request = content.guarantees[kind];
  if (!branch || !request) throw new Error('An application without its branch or guarantee was stored.');
  const {name, price, signedOn, period} = content.works;
  return {
    contractNumber,
    kind,
    productName: productNames[kind],
    contractor: contractorOf(services, contractorId).party,
    jointVentureName: content.jointVentureName,
    obligeeName: content.obligee.name,
    guaranteeAmount: request.guaranteeAmount,
    validUntil: period?.to ?? null,
    works: {name, price, signedOn, period},
    depositBankName: depositBankName(content, kind),
    undertaking: undertaking(productNames[kind]),
    notes: certificateNotes(kind),
    surety: {
      name: surety.name,
      address: surety.address,
      presidentTitle: surety.presidentTitle,
      presidentName: surety.presidentName,
    },
    branch,
  };
}

function contractorOf({accounts}: Services, id: string): Account {
  const account = accounts.find(entry => entry.id === id);
  if (!account) throw new Error('An application of an unknown contractor was stored.');
  return account;
}

function depositBankName({guarantees}: ApplicationContent, kind: GuaranteeKind): string | null {
  return kind === 'performance' ? null : (guarantees[kind]?.depositBank.name ?? null);
}

/** The revision that a contract stands at, signed, to be kept as history. */
export async function toRevision(
  services: Services,
  row: ContractRow,
  changeReason: string | null,
  issuedOn = row.issuedOn,
): Promise<RevisionRow> {
  const {number: contractNumber, revision, contractorId, arrivedAt, terms} = row;
  const content = {contractNumber, revision, contractorId, changeReason, issuedOn, arrivedAt, terms};
  return withSignature(services, {...content, signature: null});
}

async function withSignature({signer}: Services, row: RevisionRow): Promise<RevisionRow> {
  const [certificate] = toCertificate(row);
  return certificate ? {...row, signature: await signer.sign(certificate)} : row;
}

/** Signs what was issued before there were signatures, once: later, a missing one is no reason to make one. */
export async function signOldCertificates(services: Services): Promise<void> {
  await services.store.transaction(async tx => {
    if ((await tx.nextCount('certificates-signed')) > 1) return;
    for (const row of await tx.listUnsignedRevisions()) {
      await tx.saveSignature(await withSignature(services, row));
    }
  });
}
