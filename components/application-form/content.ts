import type {
  ApplicationContent,
  InterimPaymentRequest,
  PerformanceRequest,
} from '../../src/schemas/application.js';
import type {CertificateForm, GuaranteeKind, Procurement, WorksKind} from '../../src/schemas/kinds.js';
import type {FieldReader} from './reader.js';
import {guaranteePath, isWanted} from './draft.js';
import type {FactName, FormFacts} from './field.js';

/** What was read, by path; only asked of drafts without issues, so that what is required is there. */
class Values {
  readonly #facts: FormFacts;
  readonly #reader: FieldReader;
  constructor(facts: FormFacts, reader: FieldReader) {
    this.#facts = facts;
    this.#reader = reader;
  }
  raw(path: string): string {
    return this.#facts.draft[path]?.trim() ?? '';
  }
  text(path: string): string {
    const value = this.#reader.value(path, this.raw(path));
    return typeof value === 'string' ? value : '';
  }
  amount(path: string): number | null {
    return this.#reader.amount(path, this.raw(path)) ?? null;
  }
}

/** What is sent, out of a draft that has no issues. */
export function contentOf(facts: FormFacts, reader: FieldReader): ApplicationContent {
  const values = new Values(facts, reader);
  const wantsMail = values.raw('issueNotification/wanted') === 'true';
  const contact = (member: string) => values.text(`contact/${member}`);
  return {
    obligee: {code: values.raw('obligee/code') || null, name: values.text('obligee/name')},
    works: worksOf(values, facts),
    contractorName: values.text('contractorName'),
    jointVentureName: values.text('jointVentureName') || null,
    guarantees: guaranteesOf(values, facts),
    branchCode: values.raw('branchCode'),
    issueNotification: {wanted: wantsMail, email: wantsMail ? values.text('issueNotification/email') : null},
    contact: {
      department: contact('department'),
      title: contact('title'),
      personName: contact('personName'),
      phone: contact('phone'),
    },
    message: values.text('message'),
  };
}

function worksOf(values: Values, {askedDates, askedFacts}: FormFacts): ApplicationContent['works'] {
  const signedOn = values.text('works/signedOn') || null;
  const [from, to] = [values.text('works/period/from'), values.text('works/period/to')];
  const dates: ApplicationContent['works']['dates'] = {};
  for (const name of askedDates) {
    const day = values.text(`works/dates/${name}`) || (name === 'contract' && signedOn);
    if (day) dates[name] = day;
  }
  return {
    name: values.text('works/name'),
    kind: values.raw('works/kind') as WorksKind, // one of the radio buttons' values
    price: values.amount('works/price') ?? 0,
    signedOn,
    period: from && to ? {from, to} : null,
    dates,
    ...askedFactsOf(values, askedFacts),
  };
}

/** What was asked besides dates and answered. */
function askedFactsOf(values: Values, asked: readonly FactName[]): Partial<ApplicationContent['works']> {
  const department = values.text('works/department');
  const procurement = values.raw('works/procurement') as Procurement | ''; // one of the radio buttons' values
  const amendment = values.raw('works/amendment');
  const originalSignedOn = values.text('works/originalSignedOn');
  return {
    ...(asked.includes('department') && department && {department}),
    ...(asked.includes('procurement') && procurement && {procurement}),
    ...(asked.includes('amendment') && amendment && {amendment: amendment === 'true'}),
    ...(asked.includes('amendment') && amendment === 'true' && originalSignedOn && {originalSignedOn}),
  };
}

function guaranteesOf(values: Values, {draft}: FormFacts): ApplicationContent['guarantees'] {
  const payment = (kind: GuaranteeKind): InterimPaymentRequest => ({
    ...requestOf(values, kind),
    currentYearAmount: values.amount(guaranteePath(kind, 'currentYearAmount')),
    depositBank: depositBankOf(values, kind),
  });
  const redeposit = values.raw(guaranteePath('advance-payment', 'redeposit')) === 'true';
  return {
    ...(isWanted(draft, 'advance-payment') && {
      'advance-payment': {...payment('advance-payment'), redeposit},
    }),
    ...(isWanted(draft, 'interim-payment') && {'interim-payment': payment('interim-payment')}),
    ...(isWanted(draft, 'performance') && {performance: requestOf(values, 'performance')}),
  };
}

function requestOf(values: Values, kind: GuaranteeKind): PerformanceRequest {
  const at = (member: string) => guaranteePath(kind, member);
  return {
    certificateForm: values.raw(at('certificateForm')) as CertificateForm,
    guaranteeAmount: values.amount(at('guaranteeAmount')) ?? 0,
    premiumPayment: values.raw(at('premiumPayment')) as PerformanceRequest['premiumPayment'],
    premiumBilledTo: {
      name: values.text(at('premiumBilledTo/name')),
      destination: values.text(at('premiumBilledTo/destination')),
    },
    premiumStatement: values.raw(at('premiumStatement')) === 'true',
  };
}

function depositBankOf(values: Values, kind: GuaranteeKind): InterimPaymentRequest['depositBank'] {
  const at = (member: string) => guaranteePath(kind, `depositBank/${member}`);
  const bankCode = values.raw(at('bankCode')) || null;
  return {
    name: `${values.text(at('bank'))}　${values.text(at('branch'))}`,
    bankCode,
    branchCode: (bankCode && values.raw(at('branchCode'))) || null,
  };
}
