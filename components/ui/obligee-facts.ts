import {msg} from '@lit/localize';
import {html, nothing, type TemplateResult} from 'lit';
import {sideBySide} from '../../src/i18n/format.js';
import {publishedGuaranteeName} from '../../src/i18n/published-terms.js';
import type {ObligeeRule} from '../../src/schemas/obligee-rule.js';
import {exclusions, worksText} from './obligee-rule.js';
import {published} from './published.js';

/** What the obligee's page does not say is said to be so. */
export const unstated = (): TemplateResult =>
  html`<span class="open-point">${msg('要確認（案内に書かれていません）')}</span>`;

/** One line of a `dl.facts`. */
export const fact = (label: string, value: unknown): TemplateResult =>
  html`<div>
    <dt>${label}</dt>
    <dd>${value}</dd>
  </div>`;

/** In the page's own words where it has some. */
const worksFact = (rule: ObligeeRule) =>
  rule.contract_kinds_text ? published(rule.contract_kinds_text) : (worksText(rule) ?? unstated());

/** From when, for which works and guarantees; `more` stands before what limits it. */
export const ruleFacts = (rule: ObligeeRule, start: unknown, more: unknown = nothing): TemplateResult => html`
  <dl class="facts">
    ${fact(msg('いつから'), start)} ${fact(msg('工事・業務'), worksFact(rule))}
    ${fact(msg('保証の種類'), rule.guarantee_kinds ? sideBySide(rule.guarantee_kinds.map(publishedGuaranteeName)) : unstated())}
    ${more} ${rule.scope_note ? fact(msg('範囲'), published(rule.scope_note)) : nothing}
    ${rule.excluded.length ? fact(msg('対象外'), published(exclusions(rule).join('、'))) : nothing}
  </dl>
`;
