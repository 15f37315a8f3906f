import {askApplicant, askObligee, no} from './eligibility-types.js';
import {FILE_KINDS, GUARANTEE_NAMES, WORKS_NAMES} from './kinds.js';
import type {EligibilityFacts, Finding} from './eligibility-types.js';
import type {ObligeeRule} from '../schemas/obligee-rule.js';

const SERVICES = /outsourc|service|consult|survey|design|supervision|委託|業務|測量|設計|監理|コンサル|調査/i;
const OLDER = /before|older|prior|previous|earlier|より前|以前|旧/i;

/** 「construction_supervision(工事監理委託)」 → 工事監理委託: the words of the page, where they are given. */
const wordsOf = (exclusion: string): string => /[(（](.+)[)）]$/.exec(exclusion)?.[1] ?? exclusion;

function judgeNegotiated(words: string, {procurement, dates}: EligibilityFacts): Finding[] {
  if (procurement === 'negotiated') return [no('excluded.negotiated', `対象外：${words}`)];
  // Works with a public notice, a designation or a bid were not negotiated.
  const isBid = procurement ?? dates.bidNotice ?? dates.designation ?? dates.bid;
  return isBid ? [] : [askApplicant('procurement', '契約の方法（入札か随意契約か）')];
}

/** Older than the start: by the day of the original contract, unless the rule's own event tells already. */
function judgeOlder(rule: ObligeeRule, words: string, facts: EligibilityFacts): Finding[] {
  if (!facts.amendment) return [];
  const {originalSignedOn} = facts;
  if (!originalSignedOn) return [askApplicant('originalSignedOn', '当初の契約日')];
  const isOlder = Boolean(rule.start_date && originalSignedOn < rule.start_date);
  return isOlder
    ? [no('excluded.olderContract', `開始日より前の契約の変更なので、対象外です（${words}）。`)]
    : [];
}

/** Kinds of works that the exclusion names and that are those of the facts. */
function judgeWorks(exclusion: string, words: string, {worksKind}: EligibilityFacts): Finding[] | undefined {
  if (!worksKind || /supervision|監理|管理/i.test(exclusion)) return undefined;
  const name = WORKS_NAMES[worksKind];
  const names =
    worksKind === 'construction'
      ? /^construction\b|建設工事(?!に係る|関連)/
      : new RegExp(`^${FILE_KINDS[worksKind][0]}\\b|${name}`);
  return names.test(exclusion) ? [no('excluded.worksKind', `対象外：${words}`)] : undefined;
}

function judgeOther(exclusion: string, words: string, {worksKind, exclusions}: EligibilityFacts): Finding[] {
  if (/insur|損害保険|損保|bank|銀行|金融機関/i.test(exclusion)) return [];
  if (
    SERVICES.test(exclusion) &&
    (worksKind === 'construction' || worksKind === 'survey' || worksKind === 'design')
  )
    return [];
  const answer = exclusions?.[exclusion];
  if (answer === true) return [no('excluded.other', `対象外：${words}`)];
  if (answer === false) return [];
  return [
    askObligee(
      `exclusions.${exclusion}`,
      `この契約が「${words}」に当たるか`,
      `「${words}」は対象外と書かれています。`,
    ),
  ];
}

function judgeExclusion(rule: ObligeeRule, exclusion: string, facts: EligibilityFacts): Finding[] {
  const words = wordsOf(exclusion);
  if (/negotiat|随意/i.test(exclusion)) return judgeNegotiated(words, facts);
  if (OLDER.test(exclusion)) return judgeOlder(rule, words, facts);
  if (/amend|change|modif|変更/i.test(exclusion)) {
    return facts.amendment ? [no('excluded.amendment', `対象外：${words}`)] : [];
  }
  const guarantee = Object.values(GUARANTEE_NAMES).find(name => words === name || exclusion.startsWith(name));
  if (guarantee)
    return guarantee === GUARANTEE_NAMES[facts.guaranteeKind]
      ? [no('excluded.guaranteeKind', `対象外：${words}`)]
      : [];
  return judgeWorks(exclusion, words, facts) ?? judgeOther(exclusion, words, facts);
}

/** What the obligee leaves out by name: negotiated contracts, older ones, some services. */
export const judgeExclusions = (rule: ObligeeRule, facts: EligibilityFacts): Finding[] =>
  rule.excluded.flatMap(exclusion => judgeExclusion(rule, exclusion, facts));
