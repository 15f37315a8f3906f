import {judgeDepartment} from './department.js';
import {askApplicant, askObligee, no, yes} from './eligibility-types.js';
import {judgeExclusions} from './exclusions.js';
import {FILE_KINDS, GUARANTEE_NAMES, WORKS_NAMES} from './kinds.js';
import {judgeStart} from './trigger.js';
import type {ExtraObligeeRule, ObligeeRule} from '../schemas/obligee-rule.js';
import type {Ask, EligibilityFacts, Finding, Reason} from './eligibility-types.js';

/** Whether an obligee takes an electronic guarantee, why, and what to ask when that is open. */
export interface Eligibility {
  verdict: 'accepted' | 'not-accepted' | 'unknown';
  reasons: Reason[];
  ask: Ask[];
  source: {ruleText: string; url: string | null; asOf: string | null};
}

const isInsurer = (surety: string): boolean => /保険|損保|海上|火災/.test(surety);
const bareName = (surety: string): string => surety.replace(/株式会社|[\s　]/g, '');

function judgeGuarantee({guarantee_kinds: kinds}: ObligeeRule, {guaranteeKind}: EligibilityFacts): Finding {
  const name = GUARANTEE_NAMES[guaranteeKind];
  if (!kinds)
    return askObligee('guaranteeKind', `${name}での取扱い`, '対象になる保証の種類が案内に書かれていません。');
  if (kinds.includes(name)) return yes('guaranteeKind.listed', `${name}は対象です。`);
  return no('guaranteeKind.notListed', `案内にある保証は${kinds.join('・')}で、${name}は含まれていません。`);
}

function judgeWorks(rule: ObligeeRule, {worksKind}: EligibilityFacts): Finding {
  const {contract_kinds: kinds, contract_kinds_text: text} = rule;
  if (!kinds) {
    if (/全案件|全ての|すべての/.test(text ?? '')) return yes('worksKind.all', `対象は${text}です。`);
    return askObligee(
      'worksKind',
      '対象になる工事・業務の種類',
      '対象になる工事・業務の種類が案内に書かれていません。',
    );
  }
  if (!worksKind) return askApplicant('worksKind', '工事・業務の種類');
  const name = WORKS_NAMES[worksKind];
  if (FILE_KINDS[worksKind].some(kind => kinds.includes(kind)))
    return yes('worksKind.listed', `${name}は対象です。`);
  const own = FILE_KINDS[worksKind][0];
  const hasFiner = Object.values(FILE_KINDS).some(
    ([finer, ...wider]) => wider.includes(own) && kinds.includes(finer),
  );
  if (hasFiner) return {...askApplicant('worksKind', '業務の種類（測量、設計、建設コンサルタント業務など）')};
  const listed = `案内にある対象は「${text ?? kinds.join('・')}」`;
  // 「建設工事等」 names more than it lists.
  if (text?.includes('等'))
    return askObligee('worksKind', `${name}での取扱い`, `${listed}で、${name}を含むかは分かりません。`);
  return no('worksKind.notListed', `${listed}で、${name}は含まれていません。`);
}

function judgeInsurer({insurers_accepted: accepted}: ObligeeRule): Finding {
  if (accepted === null)
    return askObligee(
      'surety',
      '損害保険会社の電子証券の取扱い',
      '損害保険会社の電子証券の扱いは案内に書かれていません。',
    );
  return accepted
    ? yes('surety.insurer', '損害保険会社の電子証券も対象です。')
    : no('surety.insurer', '損害保険会社の電子証券は対象外です。');
}

function judgeSurety(rule: ObligeeRule, {surety}: EligibilityFacts): Finding {
  const {sureties_named: named, sureties_scope: scope} = rule;
  const listed = named.join('・');
  if (surety && isInsurer(surety)) return judgeInsurer(rule);
  if (scope === 'all_licensed' || !named.length)
    return yes('surety.any', '保証事業会社の電子保証が対象です。');
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

/** Whether an extra rule is about these facts: yes, no, or not to be told from its words. */
function concerns({applies_to: scope}: ExtraObligeeRule, facts: EligibilityFacts): boolean | undefined {
  if (!scope) return undefined;
  if (/保険|損保/.test(scope)) return Boolean(facts.surety && isInsurer(facts.surety));
  if (/銀行|金融機関/.test(scope)) return false;
  if (/随意/.test(scope)) return facts.procurement && facts.procurement === 'negotiated';
  if (/変更契約/.test(scope)) return Boolean(facts.amendment);
  // 前払金保証 is also the end of 中間前払金保証, so that name is taken out first.
  const rest = scope.replaceAll('中間前払金', '中間');
  const isOfGuarantee = {
    'advance-payment': /前払金/,
    'interim-payment': /中間/,
    performance: /契約保証|履行保証/,
  };
  if (/契約保証|履行保証|前払金|中間/.test(rest)) return isOfGuarantee[facts.guaranteeKind].test(rest);
  if (!/工事|委託|業務|測量|設計|コンサル/.test(scope)) return undefined;
  if (!facts.worksKind) return undefined;
  const isServices = /委託|業務|測量|設計|コンサル/.test(scope);
  const isWorks = /工事(?!に係る|関連)/.test(scope);
  return facts.worksKind === 'construction' ? isWorks : isServices;
}

/** A rule made for these facts replaces the general one; where none may be singled out, all must agree. */
function judgeStarts(rule: ObligeeRule, facts: EligibilityFacts): Finding {
  const extras = (rule.extra_rules ?? []).map(extra => ({extra, isMeant: concerns(extra, facts)}));
  const own = extras.find(({isMeant}) => isMeant)?.extra;
  if (own) return judgeStart(own, facts);
  const candidates = [rule, ...extras.filter(({isMeant}) => isMeant === undefined).map(({extra}) => extra)];
  const [first, ...others] = candidates.map(candidate => judgeStart(candidate, facts));
  if (!first) return judgeStart(rule, facts);
  const different = others.find(({verdict}) => verdict !== first.verdict);
  if (!different) return first;
  if (first.verdict === 'unknown') return first;
  if (different.verdict === 'unknown') return different;
  return askObligee(
    'extra_rules',
    'どちらの決まりが当てはまるか',
    `決まりが2つあり、結果が異なります。${first.reason.text}${different.reason.text}`,
  );
}

function offerPaper({paper_allowed: isAllowed}: ObligeeRule): Reason {
  const text = isAllowed
    ? '紙の保証証書は、これまでどおり提出できます。'
    : '紙の保証証書で手続きしてください。';
  return {code: 'paper.offered', text};
}

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
  const asks = open.flatMap(({ask}) => ask ?? []);
  const ask = [
    ...asks.filter(({whom}) => whom === 'applicant'),
    ...asks.filter(({whom}) => whom === 'obligee'),
  ];
  const reasons = (open.length ? open : findings).map(({reason}) => reason);
  return {verdict: open.length ? 'unknown' : 'accepted', reasons, ask, source};
}
