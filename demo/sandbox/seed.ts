import type {ApplicationContent} from '../../src/schemas/application.js';
import type {ApplicationRow} from './applications/store.js';
import {type Fixed, issueContracts} from './contracts/issue.js';
import {ISSUED_SUBJECT, issuedMailText, newMail} from './mails/mail.js';
import type {Services} from './platform/call.js';
import {addDays, toCalendarDate, toMoment} from './platform/clock.js';
import {leafletApplication, leafletKeys} from './samples.js';
import type {StoreTransaction} from './store/store.js';

/** What a sandbox holds from the start. */
export type Seed =
  /** Nothing but accounts, obligees, branches and banks. */
  | 'empty'
  /** The leaflet's application, issued: `leafletKeys` has its numbers and keys. */
  | 'leaflet'
  /** The leaflet's, and 1,200 more contracts of the same contractor. */
  | 'many'
  /** Own applications (those with `issued` have contracts), and so many generated contracts. */
  | {applications?: readonly SeedApplication[]; contracts?: number};

/** An application to start with. */
export interface SeedApplication {
  content: ApplicationContent;
  contractorId?: string;
  state?: 'submitted' | 'returned' | 'issued';
  returnReason?: string;
  /** Numbers and keys to be used instead of drawn ones. */
  keys?: Fixed;
}

const MANY = 1_200;
const works = [
  '市道改良工事',
  '橋梁補修工事',
  '配水管布設替工事',
  '小学校屋根改修工事',
  '測量設計業務委託',
  '河川災害復旧工事',
];

/** Puts the seed in, in one transaction. */
export async function plantSeed(services: Services, seed: Seed): Promise<void> {
  const {applications, contracts} = resolve(seed);
  if (applications.length + contracts === 0) return;
  await services.store.transaction(async tx => {
    for (let index = 0; index < Math.ceil(contracts / 2); index++) {
      await plant(services, tx, {content: generated(services, index), state: 'issued'});
    }
    for (const entry of applications) await plant(services, tx, entry);
  });
}

function resolve(seed: Seed): {applications: readonly SeedApplication[]; contracts: number} {
  const leaflet: SeedApplication = {content: leafletApplication(), state: 'issued', keys: leafletKeys};
  if (seed === 'empty') return {applications: [], contracts: 0};
  if (seed === 'leaflet') return {applications: [leaflet], contracts: 0};
  if (seed === 'many') return {applications: [leaflet], contracts: MANY};
  return {applications: seed.applications ?? [], contracts: seed.contracts ?? 0};
}

async function plant(services: Services, tx: StoreTransaction, entry: SeedApplication): Promise<void> {
  const now = services.now();
  const moment = toMoment(now);
  const year = moment.slice(0, 4);
  const row: ApplicationRow = {
    id: crypto.randomUUID(),
    receiptNumber: `U-${year}-${String(await tx.nextCount(`receipt-${year}`)).padStart(6, '0')}`,
    contractorId: entry.contractorId ?? 'contractor-1',
    state: entry.state ?? 'submitted',
    version: 1,
    content: entry.content,
    submittedAt: moment,
    updatedAt: moment,
    returnReason: entry.state === 'returned' ? (entry.returnReason ?? '請負金額をご確認ください。') : null,
    messageFromSurety: null,
  };
  await tx.insertApplication(row);
  if (row.state !== 'issued') return;
  const contracts = await issueContracts(services, tx, row, {account: null, now}, entry.keys);
  const {wanted, email} = entry.content.issueNotification;
  if (!wanted || !email) return;
  const text = issuedMailText(contracts, services.surety);
  // Nobody asked for the mails of a seed, so they are only shown.
  await tx.insertMail(
    newMail(
      {to: email, subject: ISSUED_SUBJECT, text, sentAt: moment, contractorId: row.contractorId},
      false,
    ),
  );
}

function generated({now, obligees}: Services, index: number): ApplicationContent {
  const obligee = obligees[index % obligees.length];
  const price = 3_000_000 + (index % 97) * 1_250_000;
  const base = leafletApplication();
  const advance = base.guarantees['advance-payment'];
  const performance = base.guarantees.performance;
  const from = toCalendarDate(addDays(now(), -(index % 400)));
  const to = toCalendarDate(addDays(now(), 200 - (index % 400)));
  return {
    ...base,
    obligee: obligee ? {code: obligee.code, name: obligee.name} : base.obligee,
    works: {
      ...base.works,
      name: `第${index + 1}号 ${works[index % works.length] ?? ''}`,
      price,
      signedOn: from,
      period: {from, to},
    },
    guarantees: {
      ...(advance && {'advance-payment': {...advance, guaranteeAmount: Math.floor(price * 0.4)}}),
      ...(performance && {performance: {...performance, guaranteeAmount: Math.floor(price * 0.1)}}),
    },
    issueNotification: {wanted: false, email: null},
  };
}
