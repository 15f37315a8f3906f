import {relate, sectionsOf} from './department.js';
import {askObligee} from './eligibility-types.js';
import {isBank, isInsurer} from './surety-name.js';
import {judgeStart} from './effective-date.js';
import type {EligibilityFacts, Finding} from './eligibility-types.js';
import type {ExtraObligeeRule, ObligeeRule} from '../schemas/obligee-rule.js';

/** Yes, no, or not to be told. */
type Maybe = boolean | undefined;

/** What a scope says about one side of the facts; nothing where it is silent. */
type Side = (scope: string, facts: EligibilityFacts) => {isMeant: Maybe} | undefined;

const ofGuarantor: Side = (scope, {surety}) => {
  const [insurer, bank] = [/保険|損保/.test(scope), /銀行|金融機関/.test(scope)];
  if (!insurer && !bank) return undefined;
  return {isMeant: Boolean(surety && ((insurer && isInsurer(surety)) || (bank && isBank(surety))))};
};

const ofProcurement: Side = (scope, {procurement}) => {
  const ways = [
    /随意/.test(scope) && 'negotiated',
    /指名/.test(scope) && 'designated-bid',
    /一般競争/.test(scope) && 'open-bid',
  ];
  const named = ways.filter(Boolean);
  return named.length ? {isMeant: procurement && named.includes(procurement)} : undefined;
};

const ofAmendment: Side = (scope, {amendment}) => {
  const [changed, first] = [/変更契約/.test(scope), /当初契約|新規契約/.test(scope)];
  if (changed === first) return undefined;
  return {isMeant: changed ? Boolean(amendment) : !amendment};
};

const ofGuarantee: Side = (scope, {guaranteeKind}) => {
  // 前払金 is also the end of 中間前払金, so that name is taken out first.
  const rest = scope.replaceAll('中間前払金', '中間');
  const names = {'advance-payment': /前払/, 'interim-payment': /中間/, performance: /契約保証|履行保証/};
  if (!Object.values(names).some(name => name.test(rest))) return undefined;
  return {isMeant: names[guaranteeKind].test(rest)};
};

const ofWorks: Side = (scope, {worksKind}) => {
  const isServices = /委託|業務|測量|設計|コンサル/.test(scope);
  const isWorks = /工事(?!に係る|関連)/.test(scope);
  if (!isServices && !isWorks) return undefined;
  return {isMeant: worksKind && (worksKind === 'construction' ? isWorks : isServices)};
};

const ofSection: Side = (scope, {department}) => {
  const sections = sectionsOf(scope);
  if (!sections.length) return undefined;
  if (!department) return {isMeant: undefined};
  const found = sections.map(section => relate(department.trim(), section));
  if (found.includes('within')) return {isMeant: true};
  return {isMeant: found.includes('wider') ? undefined : false};
};

const SIDES = [ofGuarantor, ofProcurement, ofAmendment, ofGuarantee, ofWorks, ofSection];

/** Whether an extra rule is about these facts: every side that it names has to fit. */
function concerns({applies_to: scope}: ExtraObligeeRule, facts: EligibilityFacts): Maybe {
  if (!scope || /以外|除く|除き/.test(scope)) return undefined;
  const found = SIDES.flatMap(side => side(scope, facts) ?? []);
  if (found.some(({isMeant}) => isMeant === false)) return false;
  return found.length > 0 && found.every(({isMeant}) => isMeant) ? true : undefined;
}

/** A rule made for these facts replaces the general one; where none may be singled out, all must agree. */
export function judgeStarts(rule: ObligeeRule, facts: EligibilityFacts): Finding {
  const extras = (rule.extra_rules ?? []).map(extra => ({extra, isMeant: concerns(extra, facts)}));
  const of = (wanted: Maybe) => extras.filter(({isMeant}) => isMeant === wanted).map(({extra}) => extra);
  const own = of(true);
  const [first, ...others] = [...(own.length ? own : [rule]), ...of(undefined)].map(candidate =>
    judgeStart(candidate, facts),
  );
  if (!first) return judgeStart(rule, facts);
  const different = others.find(({verdict}) => verdict !== first.verdict);
  if (!different || first.verdict === 'unknown') return first;
  if (different.verdict === 'unknown') return different;
  return askObligee('extra_rules', {point: 'contradiction', reasons: [first.reason, different.reason]});
}
