import {sectionsOf, relate} from './department.js';
import {askApplicant, askObligee, no} from './eligibility-types.js';
import {exclusionName, FILE_KINDS, WORKS_NAMES} from './kinds.js';
import {isBank, isInsurer} from './surety-name.js';
import type {EligibilityFacts, Finding} from './eligibility-types.js';
import type {GuaranteeKind} from '../schemas/kinds.js';
import type {ObligeeRule} from '../schemas/obligee-rule.js';

const SERVICES = /outsourc|service|consult|survey|design|supervision|委託|業務|測量|設計|監理|コンサル|調査/i;
const OLDER =
  /before|older|prior|previous|earlier|existing|already|ongoing|より前|以前|旧|既存|締結済|契約済/i;
const NOTHING: Finding[] = [];

/** Whether a bid of some kind is known to have been held; a negotiated contract has none of these days. */
const isBid = ({procurement, dates}: EligibilityFacts): boolean =>
  procurement ? procurement !== 'negotiated' : Boolean(dates.bidNotice ?? dates.designation ?? dates.bid);

function judgeNegotiated(words: string, facts: EligibilityFacts): Finding[] {
  if (facts.procurement === 'negotiated') return [no('excluded.negotiated', {exclusion: words})];
  return isBid(facts) ? NOTHING : [askApplicant('procurement', 'isNegotiated')];
}

function judgeDesignated(words: string, {procurement, dates}: EligibilityFacts): Finding[] {
  if (procurement === 'designated-bid') return [no('excluded.designated', {exclusion: words})];
  if (procurement ?? dates.bidNotice) return NOTHING;
  return [askApplicant('procurement', 'isDesignated')];
}

/** Older than the start: by the day of the original contract, unless the rule's own event tells already. */
function judgeOlder(rule: ObligeeRule, words: string, facts: EligibilityFacts): Finding[] {
  if (!facts.amendment) return NOTHING;
  const {originalSignedOn} = facts;
  if (!originalSignedOn) return [askApplicant('originalSignedOn', 'originalContract')];
  const isOlder = Boolean(rule.start_date && originalSignedOn < rule.start_date);
  return isOlder ? [no('excluded.olderContract', {exclusion: words})] : NOTHING;
}

const GUARANTEES: [kind: GuaranteeKind, names: RegExp][] = [
  ['interim-payment', /interim|中間/i],
  ['advance-payment', /advance|前払/i],
  ['performance', /^performance|contract_guarantee|契約保証|履行保証/i],
];

/** The kinds of guarantee that an exclusion is about; 中間前払金 holds the word 前払, so it is taken out first. */
function guaranteesIn(exclusion: string): GuaranteeKind[] {
  const [interim, ...others] = GUARANTEES;
  const rest = exclusion.replaceAll(/中間前払金?|interim_(?:advance_)?payment/gi, '');
  return [
    ...(interim?.[1].test(exclusion) ? (['interim-payment'] as const) : []),
    ...others.filter(([, names]) => names.test(rest)).map(([kind]) => kind),
  ];
}

/** Only an exclusion that is a guarantee's name and no more decides; 「前払金を請求した契約」 does not. */
function judgeGuarantee(
  exclusion: string,
  words: string,
  {guaranteeKind}: EligibilityFacts,
): Finding[] | undefined {
  const kinds = guaranteesIn(exclusion);
  if (!kinds.length) return undefined;
  if (!kinds.includes(guaranteeKind)) return NOTHING;
  const isWhole =
    /^(?:中間)?(?:前払金?|契約|履行)(?:保証)?(?:[・、及び]+(?:中間)?(?:前払金?|契約|履行)(?:保証)?)*$/.test(
      words,
    );
  return isWhole || words === exclusion.replaceAll(/[^A-Za-z_]/g, '')
    ? [no('excluded.guaranteeKind', {exclusion: words})]
    : undefined;
}

/** Kinds of works that the exclusion names and that are those of the facts. */
function judgeWorks(exclusion: string, words: string, {worksKind}: EligibilityFacts): Finding[] | undefined {
  if (!worksKind || /supervision|監理|管理/i.test(exclusion)) return undefined;
  if (worksKind === 'construction') {
    const isAll =
      /^construction$|^(?:建設)?工事(?:請負)?(?:契約)?$/.test(words) || /^construction[(（]/.test(exclusion);
    return isAll ? [no('excluded.worksKind', {exclusion: words})] : undefined;
  }
  // A wider kind that is left out takes the finer ones with it.
  const [own, ...wider] = FILE_KINDS[worksKind];
  const isNamed =
    [own, ...wider].some(kind => new RegExp(`^${kind}(?![A-Za-z_])`).test(exclusion)) ||
    exclusion.startsWith(WORKS_NAMES[worksKind]) ||
    words === WORKS_NAMES[worksKind] ||
    /^業務委託(?:契約)?$/.test(words);
  return isNamed ? [no('excluded.worksKind', {exclusion: words})] : undefined;
}

/** A guarantee that is no surety's: it concerns those only. */
function judgeGuarantor(exclusion: string, words: string, {surety}: EligibilityFacts): Finding[] | undefined {
  const [insurer, bank] = [
    /insur|損害保険|損保|保険/i.test(exclusion),
    /bank|銀行|金融機関/i.test(exclusion),
  ];
  if (!insurer && !bank) return undefined;
  const isMeant = surety && ((insurer && isInsurer(surety)) || (bank && isBank(surety)));
  return isMeant ? [no('excluded.surety', {exclusion: words})] : NOTHING;
}

/** A section that is left out: 「water_bureau(上下水道局)」. */
function judgeSection(words: string, {department}: EligibilityFacts): Finding[] | undefined {
  const sections = sectionsOf(words);
  if (!sections.length) return undefined;
  if (!department) return [askApplicant('department', 'department')];
  const found = sections.map(section => relate(department.trim(), section));
  if (found.includes('within')) return [no('excluded.department', {exclusion: words})];
  return found.includes('wider') ? [askApplicant('department', 'department')] : NOTHING;
}

/** What no fact can tell, unless the applicant has asked the obligee and says so. */
function judgeOther(exclusion: string, words: string, {worksKind, exclusions}: EligibilityFacts): Finding[] {
  const isServices =
    SERVICES.test(exclusion) &&
    !/建設工事(?!に係る)|工事請負|^construction(?!_(?:supervision|related|consult))/i.test(exclusion);
  if (isServices && worksKind === 'construction') return NOTHING;
  // What leaves supervision out leaves surveys alone.
  if (/supervision|監理/i.test(exclusion) && (worksKind === 'survey' || worksKind === 'design'))
    return NOTHING;
  const answer = exclusions && Object.hasOwn(exclusions, exclusion) ? exclusions[exclusion] : undefined;
  if (answer === true) return [no('excluded.other', {exclusion: words})];
  if (answer === false) return NOTHING;
  return [askObligee(`exclusions.${exclusion}`, {point: 'exclusion', exclusion: words})];
}

function judgeExclusion(rule: ObligeeRule, exclusion: string, facts: EligibilityFacts): Finding[] {
  const words = exclusionName(exclusion);
  if (/negotiat|随意/i.test(exclusion)) return judgeNegotiated(words, facts);
  if (/designated|指名競争|指名入札/i.test(exclusion)) return judgeDesignated(words, facts);
  if (OLDER.test(exclusion)) return judgeOlder(rule, words, facts);
  if (/amend|change|modif|変更/i.test(exclusion)) {
    return facts.amendment ? [no('excluded.amendment', {exclusion: words})] : NOTHING;
  }
  return (
    judgeGuarantor(exclusion, words, facts) ??
    judgeGuarantee(exclusion, words, facts) ??
    judgeWorks(exclusion, words, facts) ??
    judgeSection(words, facts) ??
    judgeOther(exclusion, words, facts)
  );
}

/** What the obligee leaves out by name: negotiated contracts, older ones, some services. */
export const judgeExclusions = (rule: ObligeeRule, facts: EligibilityFacts): Finding[] =>
  (rule.excluded ?? []).flatMap(exclusion => judgeExclusion(rule, exclusion, facts));
