import {msg, str} from '@lit/localize';
import {html, nothing, type TemplateResult} from 'lit';
import {GUARANTEE_NAMES} from '../../src/domain/kinds.js';
import {judgeInWords} from '../../src/i18n/eligibility-text.js';
import {labelled} from '../../src/i18n/format.js';
import type {GuaranteeKind} from '../../src/schemas/kinds.js';
import type {ObligeeRule} from '../../src/schemas/obligee-rule.js';
import {published} from '../ui/published.js';
import {
  fact,
  openPoints,
  quotedRule,
  ruleFacts,
  startText,
  suretiesText,
  unstated,
} from '../ui/obligee-rule.js';

const kinds = Object.keys(GUARANTEE_NAMES) as GuaranteeKind[];

/** Why this surety's guarantee may not be taken; nothing where the page names it or any. */
function suretyDoubt(rule: ObligeeRule, surety: string): string | undefined {
  const guaranteeKind =
    kinds.find(kind => rule.guarantee_kinds?.includes(GUARANTEE_NAMES[kind])) ?? 'performance';
  const {reasons} = judgeInWords(rule, {guaranteeKind, surety, dates: {}});
  return reasons.find(({code}) => code === 'surety.notNamed' || code === 'surety.notStated')?.text;
}

/** A second rule in the obligee's own words. */
const extraRules = ({extra_rules: extras}: ObligeeRule) =>
  extras?.map(
    ({applies_to: scope, rule_text: text}) =>
      html`${text ? html`<p>${scope ? labelled(scope) : ''}<span translate="no">${published(`「${text}」`)}</span></p>` : nothing}`,
  );

/** 「1. ご利用条件」: what one needs, the obligee's rule in its own words, and what it leaves open. */
export function conditions(rule: ObligeeRule, surety: string): TemplateResult {
  const open = openPoints(rule);
  const doubt = suretyDoubt(rule, surety);
  return html`<ul>
      <li>${msg('保証会社のインターネット保証サービスを利用できること')}</li>
      <li>${msg(str`「${rule.obligee}」の次の案内に当てはまること`)}</li>
    </ul>
    ${quotedRule(rule)} ${extraRules(rule)}
    ${ruleFacts(rule, startText(rule), fact(msg('保証会社'), suretiesText(rule) ?? unstated()))}
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
