import {judgeDepartment} from './department.js';
import {askApplicant, askObligee, no, yes} from './eligibility-types.js';
import {judgeExclusions} from './exclusions.js';
import {judgeStarts} from './applicable-rule.js';
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
  if (!kinds?.length) return askObligee('guaranteeKind', {point: 'guaranteeKind', kind: guaranteeKind});
  if (kinds.includes(name)) return yes('guaranteeKind.listed', {kind: guaranteeKind});
  return no('guaranteeKind.notListed', {kind: guaranteeKind, listed: kinds});
}

/** A guarantor that is no surety has a sentence of its own on the page, or none. */
function judgeOtherGuarantor(guarantor: 'insurer' | 'bank', isAccepted: boolean | null | undefined): Finding {
  if (typeof isAccepted !== 'boolean') return askObligee('surety', {point: 'guarantor', guarantor});
  return (isAccepted ? yes : no)(`surety.${guarantor}`, {isAccepted});
}

function judgeSurety(rule: ObligeeRule, {surety}: EligibilityFacts): Finding {
  const {sureties_scope: scope} = rule;
  const listed = rule.sureties_named ?? [];
  if (surety && isInsurer(surety)) return judgeOtherGuarantor('insurer', rule.insurers_accepted);
  if (surety && isBank(surety)) return judgeOtherGuarantor('bank', rule.bank_guarantee_electronic);
  if (scope === 'all_licensed' || (!listed.length && scope === 'unspecified'))
    return yes('surety.any', {listed: []});
  if (!listed.length) return askObligee('surety', {point: 'suretyUnreadable'});
  // Only a closed list that leaves a surety out makes its name decide.
  if (!surety) {
    const isOpen = scope !== 'named_only' || listed.length > 2;
    return isOpen ? yes('surety.any', {listed}) : askApplicant('surety', 'surety');
  }
  if (listed.some(name => bareName(name) === bareName(surety))) return yes('surety.named', {surety});
  if (scope === 'named_only') return no('surety.notNamed', {surety, listed});
  return askObligee('surety', {point: 'surety', surety, listed});
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
      reasons: [
        ...refused.map(({reason}) => reason),
        {code: 'paper.offered', params: {isAllowed: rule.paper_allowed ?? null}},
      ],
      ask: [],
      source,
    };
  }
  const open = findings.filter(({verdict}) => verdict === 'unknown');
  const reasons = (open.length ? open : findings).map(({reason}) => reason);
  const ask = once(inOrder(open.flatMap(({ask: each}) => each ?? [])));
  return {verdict: open.length ? 'unknown' : 'accepted', reasons, ask, source};
}
