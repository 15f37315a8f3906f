import {msg, str} from '@lit/localize';
import {html, nothing, type TemplateResult} from 'lit';
import {judgeEligibility} from '../../src/domain/eligibility.js';
import {GUARANTEE_NAMES} from '../../src/domain/kinds.js';
import type {GuaranteeKind} from '../../src/schemas/kinds.js';
import type {ObligeeRule} from '../../src/schemas/obligee-rule.js';
import {
  exclusions,
  openPoints,
  quotedRule,
  startText,
  suretiesText,
  worksText,
} from '../shared/obligee-rule.js';

const kinds = Object.keys(GUARANTEE_NAMES) as GuaranteeKind[];

/** Why this surety's guarantee may not be taken; nothing where the page names it or any. */
export function suretyDoubt(rule: ObligeeRule, surety: string): string | undefined {
  const guaranteeKind =
    kinds.find(kind => rule.guarantee_kinds?.includes(GUARANTEE_NAMES[kind])) ?? 'performance';
  const {reasons} = judgeEligibility(rule, {guaranteeKind, surety, dates: {}});
  return reasons.find(({code}) => code === 'surety.notNamed' || code === 'surety.notStated')?.text;
}

const unstated = () => html`<span class="open-point">${msg('要確認（案内に書かれていません）')}</span>`;

const fact = (label: string, value: unknown) =>
  html`<div>
    <dt>${label}</dt>
    <dd>${value}</dd>
  </div>`;

const facts = (rule: ObligeeRule): TemplateResult => html`
  <dl class="facts">
    ${fact(msg('いつから'), startText(rule))} ${fact(msg('工事・業務'), worksText(rule) ?? unstated())}
    ${fact(msg('保証の種類'), rule.guarantee_kinds?.join('・') ?? unstated())}
    ${fact(msg('保証会社'), suretiesText(rule) ?? unstated())}
    ${rule.scope_note ? fact(msg('範囲'), rule.scope_note) : nothing}
    ${rule.excluded.length ? fact(msg('対象外'), exclusions(rule).join('、')) : nothing}
  </dl>
`;

/** A second rule in the obligee's own words. */
const extraRules = ({extra_rules: extras}: ObligeeRule) =>
  extras?.map(
    ({applies_to: scope, rule_text: text}) =>
      html`${text ? html`<p>${scope ? `${scope}：` : ''}<span translate="no">「${text}」</span></p>` : nothing}`,
  );

/** 「1. ご利用条件」: what one needs, the obligee's rule in its own words, and what it leaves open. */
export function conditions(rule: ObligeeRule, surety: string): TemplateResult {
  const open = openPoints(rule);
  const doubt = suretyDoubt(rule, surety);
  return html`<ul>
      <li>${msg('保証会社のインターネット保証サービスを利用できること')}</li>
      <li>${msg(str`「${rule.obligee}」の次の案内に当てはまること`)}</li>
    </ul>
    ${quotedRule(rule)} ${extraRules(rule)} ${facts(rule)}
    ${doubt ? html`<p class="notice" data-kind="warning">${doubt}</p>` : nothing}
    ${
      open.length
        ? html`<p>
            <strong class="open-point">${msg('要確認')}</strong>
            ${msg(str`案内に書かれていないことは、「${rule.obligee}」にご確認ください：${open.join('、')}`)}
          </p>`
        : nothing
    }`;
}
