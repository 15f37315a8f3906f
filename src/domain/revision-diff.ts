import type {Period} from '../schemas/calendar-date.js';
import type {Certificate} from '../schemas/certificate.js';

/** Rows of a certificate that a change may touch, in the order in which the certificate shows them. */
export type CertificateField =
  | 'contractor'
  | 'jointVentureName'
  | 'obligeeName'
  | 'guaranteeAmount'
  | 'validUntil'
  | 'worksName'
  | 'worksPrice'
  | 'worksPeriod'
  | 'worksSignedOn'
  | 'depositBankName'
  | 'branch';

/** One row that became different, with what is needed to say how. */
export type RevisionChange =
  | {field: CertificateField; kind: 'text'; before: string | null; after: string | null}
  /** `difference` is positive when the sum grew. */
  | {field: CertificateField; kind: 'amount'; before: number; after: number; difference: number}
  /** `days` is positive when it became later, and null when one of both is missing. */
  | {field: CertificateField; kind: 'date'; before: string | null; after: string | null; days: number | null}
  /** `days` is how much later the last day is. */
  | {
      field: CertificateField;
      kind: 'period';
      before: Period | null;
      after: Period | null;
      days: number | null;
    };

type Comparison = (one: Certificate, other: Certificate) => RevisionChange | undefined;

const text =
  (field: CertificateField, read: (certificate: Certificate) => string | null): Comparison =>
  (one, other) => {
    const [before, after] = [read(one), read(other)];
    return before === after ? undefined : {field, kind: 'text', before, after};
  };

const amount =
  (field: CertificateField, read: (certificate: Certificate) => number): Comparison =>
  (one, other) => {
    const [before, after] = [read(one), read(other)];
    return before === after ? undefined : {field, kind: 'amount', before, after, difference: after - before};
  };

const date =
  (field: CertificateField, read: (certificate: Certificate) => string | null): Comparison =>
  (one, other) => {
    const [before, after] = [read(one), read(other)];
    return before === after
      ? undefined
      : {field, kind: 'date', before, after, days: daysBetween(before, after)};
  };

const worksPeriod: Comparison = (one, other) => {
  const [before, after] = [one.works.period, other.works.period];
  if (before?.from === after?.from && before?.to === after?.to) return undefined;
  return {field: 'worksPeriod', kind: 'period', before, after, days: daysBetween(before?.to, after?.to)};
};

const comparisons: readonly Comparison[] = [
  text('contractor', ({contractor: {address, name, representative}}) =>
    [address, name, representative].join(' '),
  ),
  text('jointVentureName', certificate => certificate.jointVentureName),
  text('obligeeName', certificate => certificate.obligeeName),
  amount('guaranteeAmount', certificate => certificate.guaranteeAmount),
  date('validUntil', certificate => certificate.validUntil),
  text('worksName', ({works}) => works.name),
  amount('worksPrice', ({works}) => works.price),
  worksPeriod,
  date('worksSignedOn', ({works}) => works.signedOn),
  text('depositBankName', certificate => certificate.depositBankName),
  text('branch', ({branch}) => branch.name),
];

/** What a later revision of a certificate says differently; numbers and dates of the paper itself are no change. */
export function diffRevisions(before: Certificate, after: Certificate): RevisionChange[] {
  return comparisons.flatMap(compare => compare(before, after) ?? []);
}

/** Calendar days from one to the other; both are read as UTC, so no summer time shifts them. */
function daysBetween(from: string | null | undefined, to: string | null | undefined): number | null {
  return from && to ? Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) : null;
}
