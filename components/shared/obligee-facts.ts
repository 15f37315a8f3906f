import {msg} from '@lit/localize';
import {html, nothing, type TemplateResult} from 'lit';
import type {ObligeeRule} from '../../src/schemas/obligee-rule.js';
import {exclusions, worksText} from './obligee-rule.js';

/** What the obligee's page does not say is said to be so. */
export const unstated = (): TemplateResult =>
  html`<span class="open-point">${msg('要確認（案内に書かれていません）')}</span>`;

/** One line of a `dl.facts`. */
export const fact = (label: string, value: unknown): TemplateResult =>
  html`<div>
    <dt>${label}</dt>
    <dd>${value}</dd>
  </div>`;

/** From when, for which works and guarantees; `more` stands before what limits it. */
export const ruleFacts = (rule: ObligeeRule, start: unknown, more: unknown = nothing): TemplateResult => html`
  <dl class="facts">
    ${fact(msg('いつから'), start)} ${fact(msg('工事・業務'), worksText(rule) ?? unstated())}
    ${fact(msg('保証の種類'), rule.guarantee_kinds?.join('・') ?? unstated())} ${more}
    ${rule.scope_note ? fact(msg('範囲'), rule.scope_note) : nothing}
    ${rule.excluded.length ? fact(msg('対象外'), exclusions(rule).join('、')) : nothing}
  </dl>
`;
