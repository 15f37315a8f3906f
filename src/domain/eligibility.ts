import {judgeDepartment} from './department.js';
import {askApplicant, askObligee, no, yes} from './eligibility-types.js';
import {judgeExclusions} from './exclusions.js';
import {judgeStarts} from './extra-rules.js';
import {GUARANTEE_NAMES} from './kinds.js';
import {bareName, isBank, isInsurer} from './surety-name.js';
import {judgeWorks} from './works-kind.js';
import type {ObligeeRule} from '../schemas/obligee-rule.js';
import type {Ask, EligibilityFacts, Finding, Reason} from './eligibility-types.js';

/** Whether an obligee takes an electronic guarantee, why, and what to ask when that is open. */
export interface Eligibility {
  verdict: 'accepted' | 'not-accepted' | 'unknown';
  reasons: Reason[];
  ask: Ask[];
  source: {ruleText: string; url: string | null; asOf: string | null};
}

function judgeGuarantee({guarantee_kinds: kinds}: ObligeeRule, {guaranteeKind}: EligibilityFacts): Finding {
  const name = GUARANTEE_NAMES[guaranteeKind];
  if (!kinds?.length)
    return askObligee('guaranteeKind', `${name}での取扱い`, '対象になる保証の種類が案内に書かれていません。');
  if (kinds.includes(name)) return yes('guaranteeKind.listed', `${name}は対象です。`);
  return no('guaranteeKind.notListed', `案内にある保証は${kinds.join('・')}で、${name}は含まれていません。`);
}

/** A guarantor that is no surety has a sentence of its own on the page, or none. */
function judgeOtherGuarantor(name: string, code: string, accepted: boolean | null | undefined): Finding {
  if (typeof accepted !== 'boolean')
    return askObligee('surety', `${name}の取扱い`, `${name}の扱いは案内に書かれていません。`);
  return accepted ? yes(code, `${name}も対象です。`) : no(code, `${name}は対象外です。`);
}

function judgeSurety(rule: ObligeeRule, {surety}: EligibilityFacts): Finding {
  const {sureties_scope: scope} = rule;
  const named = rule.sureties_named ?? [];
  const listed = named.join('・');
  if (surety && isInsurer(surety))
    return judgeOtherGuarantor('損害保険会社の電子証券', 'surety.insurer', rule.insurers_accepted);
  if (surety && isBank(surety))
    return judgeOtherGuarantor('金融機関の電子的な保証書', 'surety.bank', rule.bank_guarantee_electronic);
  if (scope === 'all_licensed' || (!named.length && scope === 'unspecified'))
    return yes('surety.any', '保証事業会社の電子保証が対象です。');
  if (!named.length)
    return askObligee('surety', '対象になる保証会社', '対象になる保証会社を、案内から読み取れません。');
  // Only a closed list that leaves a surety out makes its name decide.
  if (!surety) {
    const isOpen = scope !== 'named_only' || named.length > 2;
    return isOpen ? yes('surety.any', `${listed}の電子保証が対象です。`) : askApplicant('surety', '保証会社');
  }
  if (named.some(name => bareName(name) === bareName(surety)))
    return yes('surety.named', `${surety}の電子保証は対象です。`);
  if (scope === 'named_only')
    return no('surety.notNamed', `対象は${listed}の電子保証で、${surety}は含まれていません。`);
  return askObligee(
    'surety',
    `${surety}の電子保証の取扱い`,
    `案内にある保証会社は${listed}で、${surety}が対象になるかは分かりません。`,
  );
}

function offerPaper({paper_allowed: isAllowed}: ObligeeRule): Reason {
  const texts = {
    true: '紙の保証証書は、これまでどおり提出できます。',
    false: '紙の保証証書も受け付けないと案内されています。提出の方法を発注者に確認してください。',
    null: '紙の保証証書で手続きしてください。',
  };
  return {code: 'paper.offered', text: texts[`${isAllowed ?? null}`]};
}

/** The applicant's own part first: what it can answer at once. */
const inOrder = (asks: readonly Ask[]): Ask[] =>
  (['applicant', 'obligee'] as const).flatMap(each => asks.filter(({whom}) => whom === each));

/** Each fact is asked for once, however many clauses want it. */
const once = (asks: readonly Ask[]): Ask[] =>
  asks.filter(({fact}, index) => asks.findIndex(ask => ask.fact === fact) === index);

/** Judges whether the obligee takes an electronic guarantee; what its page does not say is never a yes. */
export function judgeEligibility(rule: ObligeeRule, facts: EligibilityFacts): Eligibility {
  const findings = [
    judgeStarts(rule, facts),
    judgeGuarantee(rule, facts),
    judgeWorks(rule, facts),
    judgeSurety(rule, facts),
    ...judgeDepartment(rule, facts),
    ...judgeExclusions(rule, facts),
  ];
  const source = {ruleText: rule.rule_text, url: rule.url, asOf: rule.source_date};
  const refused = findings.filter(({verdict}) => verdict === 'not-accepted');
  if (refused.length) {
    return {
      verdict: 'not-accepted',
      reasons: [...refused.map(({reason}) => reason), offerPaper(rule)],
      ask: [],
      source,
    };
  }
  const open = findings.filter(({verdict}) => verdict === 'unknown');
  const reasons = (open.length ? open : findings).map(({reason}) => reason);
  const ask = once(inOrder(open.flatMap(({ask: each}) => each ?? [])));
  return {verdict: open.length ? 'unknown' : 'accepted', reasons, ask, source};
}
