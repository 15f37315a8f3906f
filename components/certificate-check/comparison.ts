import {msg} from '@lit/localize';
import {dayText, yenText} from '../../src/i18n/format.js';
import {sameText} from '../../src/input/search.js';
import type {Certificate} from '../../src/schemas/certificate.js';

/** The obligee's own data on a contract; only what is given is compared. */
export interface ExpectedCertificate {
  /** 保証契約番号, which finds the certificate that it is about where there are several. */
  contractNumber?: string | undefined;
  worksName?: string;
  contractorName?: string;
  obligeeName?: string;
  /** 請負金額, whole yen. */
  worksPrice?: number;
  /** 保証金額, whole yen: the certificate's has to be the same. */
  guaranteeAmount?: number;
  /** 請負契約日, `YYYY-MM-DD`. */
  signedOn?: string | undefined;
  /** 工期, `YYYY-MM-DD` each. */
  period?: {from: string; to: string};
}

/** One line of the comparison, in words. */
export interface ComparedField {
  label: string;
  expected: string;
  actual: string;
  isSame: boolean;
}

const periodText = (period: {from: string; to: string} | null | undefined) =>
  period ? `${dayText(period.from)}～${dayText(period.to)}` : '';
const sumText = (amount: number | undefined) => (amount === undefined ? undefined : yenText(amount));
const eraText = (date: string | null | undefined) => (date ? dayText(date) : undefined);

/** The obligee's data beside the certificate's, field by field; width, spaces and hyphens make no difference. */
export function compareCertificate(expected: ExpectedCertificate, certificate: Certificate): ComparedField[] {
  const {works} = certificate;
  const fields: [label: string, expected: string | undefined, actual: string | undefined][] = [
    [msg('工事名'), expected.worksName, works.name],
    [msg('受注者名'), expected.contractorName, certificate.contractor.name],
    [msg('発注者名'), expected.obligeeName, certificate.obligeeName],
    [msg('請負金額'), sumText(expected.worksPrice), yenText(works.price)],
    [msg('保証金額'), sumText(expected.guaranteeAmount), yenText(certificate.guaranteeAmount)],
    [msg('請負契約日'), eraText(expected.signedOn), eraText(works.signedOn)],
    [msg('工期'), expected.period && periodText(expected.period), periodText(works.period)],
  ];
  return fields.flatMap(([label, wanted, actual = '']) =>
    wanted ? [{label, expected: wanted, actual, isSame: sameText(wanted, actual)}] : [],
  );
}
