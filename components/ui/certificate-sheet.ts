import {msg} from '@lit/localize';
import {html, nothing, type TemplateResult} from 'lit';
import type {CertificateField} from '../../src/domain/revision-diff.js';
import {formatEra, formatYenKanji} from '../../src/domain/format.js';
import {gregorianText, yenText, inBrackets} from '../../src/i18n/format.js';
import {revisionName} from '../../src/i18n/terms.js';
import type {Certificate} from '../../src/schemas/certificate.js';
import type {Period} from '../../src/schemas/calendar-date.js';
import {japaneseLang} from './published.js';

/** Options of drawing a certificate. */
export interface CertificateSheetOptions {
  /** Rows that differ from the revision before; each says so in words. */
  changed?: ReadonlySet<CertificateField>;
}

const FIELD_NAMES: Record<CertificateField, () => string> = {
  contractor: () => msg('保証契約者'),
  jointVentureName: () => msg('JV名'),
  obligeeName: () => msg('被保証者 (発注者)'),
  guaranteeAmount: () => msg('保証金額 (総額)'),
  validUntil: () => msg('保証期限'),
  worksName: () => msg('工事名'),
  worksPrice: () => msg('請負金額 (総額)'),
  worksPeriod: () => msg('工期'),
  worksSignedOn: () => msg('請負契約日'),
  depositBankName: () => msg('預託金融機関'),
  branch: () => msg('取扱箇所'),
};
/** Returns the label of a row of the certificate. */
export const certificateFieldName = (field: CertificateField): string => FIELD_NAMES[field]();

/** Draws a day in 和暦 with the Gregorian date beside it, and as data for machines. */
const dayLine = (date: string): TemplateResult =>
  html`<time datetime=${date}
    >${formatEra(date)}<span class="gregorian">${inBrackets(gregorianText(date))}</span></time
  >`;

const periodText = ({from, to}: Period) =>
  html`<span class="day">${dayLine(from)}</span> ～ <span class="day">${dayLine(to)}</span>`;

const amountText = (amount: number) =>
  html`<span class="amount">${yenText(amount)}</span
    ><span class="spoken">${inBrackets(formatYenKanji(amount))}</span>`;

/**
 * Draws a certificate (保証証書) as a document, the same for contractor and obligee.
 * Needs `certificateSheetStyles` beside `hostStyles`; its title is an `h3`.
 */
export function certificateSheet(
  certificate: Certificate,
  {changed = new Set()}: CertificateSheetOptions = {},
): TemplateResult {
  const {surety} = certificate;
  return html`<article class="sheet" part="certificate" aria-label=${msg('保証証書')}>
    <p class="sheet-date" translate="no">${dayLine(certificate.issuedOn)}</p>
    <h3 class="sheet-title">
      ${msg('保証証書')} <span class="sheet-product" translate="no">(${certificate.productName})</span>
    </h3>
    ${certificate.revision > 0 ? renderRevision(certificate) : nothing}
    <dl class="sheet-facts">
      <div>
        <dt>${msg('保証契約番号')}</dt>
        <dd class="code" translate="no">${certificate.contractNumber}</dd>
      </div>
      ${rows(certificate).map(([field, value]) => renderRow(field, value, changed.has(field)))}
    </dl>
    <p class="sheet-undertaking" translate="no" lang=${japaneseLang()}>${certificate.undertaking}</p>
    <address class="sheet-surety" translate="no" lang=${japaneseLang()}>
      <span>${surety.address}</span>
      <strong>${surety.name}</strong>
      <span>${surety.presidentTitle}　${surety.presidentName}</span>
    </address>
    ${renderBranch(certificate, changed.has('branch'))}${renderNotes(certificate.notes)}
  </article>`;
}

function rows(certificate: Certificate): [CertificateField, unknown][] {
  const {contractor, works} = certificate;
  const unknown = msg('記載なし');
  return [
    [
      'contractor',
      html`<span class="line">${contractor.address}</span><span class="line">${contractor.name}</span
        ><span class="line">${contractor.representative}</span>`,
    ],
    ...(certificate.jointVentureName
      ? ([['jointVentureName', certificate.jointVentureName]] satisfies [CertificateField, unknown][])
      : []),
    ['obligeeName', certificate.obligeeName],
    ['guaranteeAmount', amountText(certificate.guaranteeAmount)],
    ['validUntil', certificate.validUntil ? dayLine(certificate.validUntil) : unknown],
    ['worksName', works.name],
    ['worksPrice', amountText(works.price)],
    ['worksPeriod', works.period ? periodText(works.period) : unknown],
    ['worksSignedOn', works.signedOn ? dayLine(works.signedOn) : unknown],
    ...(certificate.depositBankName
      ? ([['depositBankName', certificate.depositBankName]] satisfies [CertificateField, unknown][])
      : []),
  ];
}

const changedBadge = () => html`<span class="badge" data-kind="warning">${msg('変更あり')}</span>`;

const renderRow = (field: CertificateField, value: unknown, isChanged: boolean) =>
  html`<div data-field=${field} ?data-changed=${isChanged}>
    <dt>${certificateFieldName(field)} ${isChanged ? changedBadge() : nothing}</dt>
    <dd translate="no">${value}</dd>
  </div>`;

const renderRevision = ({revision, changeReason}: Certificate) =>
  html`<p class="sheet-revision">
    <strong>${revisionName(revision)}</strong>
    ${changeReason ? html`<span translate="no">${msg('変更の理由')}：${changeReason}</span>` : nothing}
  </p>`;

const renderBranch = ({branch}: Certificate, isChanged: boolean) =>
  html`<dl class="sheet-branch" ?data-changed=${isChanged}>
    <dt>${certificateFieldName('branch')} ${isChanged ? changedBadge() : nothing}</dt>
    <dd translate="no">
      <span class="line">${branch.name}</span>
      <span class="line">TEL <span class="amount">${branch.phone}</span></span>
      <span class="line">FAX <span class="amount">${branch.fax}</span></span>
    </dd>
  </dl>`;

const renderNotes = (notes: readonly string[]) =>
  notes.length
    ? html`<div class="sheet-notes">
        <p>${msg('(注)')}</p>
        <ol translate="no" lang=${japaneseLang()}>
          ${notes.map(note => html`<li>${note}</li>`)}
        </ol>
      </div>`
    : nothing;
