import {askApplicant, askObligee, no, yes} from './eligibility-types.js';
import {FILE_KINDS} from './kinds.js';
import type {EligibilityFacts, Finding} from './eligibility-types.js';
import type {WorksKind} from '../schemas/kinds.js';
import type {ObligeeRule} from '../schemas/obligee-rule.js';

const KNOWN = new Set(Object.values(FILE_KINDS).flat());
/** 「全案件」 and no more: 「全ての建設工事」 names a kind, 「全案件（単価契約を除く）」 leaves some out. */
const ALL = /^(?:全案件|(?:全て|すべて)の(?:案件|契約)|全契約)$/;
/** 「建設工事等」 names more than it lists. */
const AND_MORE = /等|など|ほか|その他/;

/** Whether some of the kinds within this one are taken, so that the finer one decides. */
const hasFiner = (worksKind: WorksKind, kinds: readonly string[]): boolean =>
  Object.values(FILE_KINDS).some(
    ([finer, ...wider]) => wider.includes(FILE_KINDS[worksKind][0]) && kinds.includes(finer),
  );

/** Whether the kind of works is one that the obligee's page names. */
export function judgeWorks(rule: ObligeeRule, {worksKind}: EligibilityFacts): Finding {
  const {contract_kinds: kinds, contract_kinds_text: text} = rule;
  if (!kinds?.length) {
    if (ALL.test(text?.trim() ?? '')) return yes('worksKind.all', {scope: text ?? ''});
    return askObligee('worksKind', {point: 'worksKindNotStated'});
  }
  if (!worksKind) return askApplicant('worksKind', 'worksKind');
  if (FILE_KINDS[worksKind].some(kind => kinds.includes(kind)))
    return yes('worksKind.listed', {kind: worksKind});
  if (hasFiner(worksKind, kinds)) return askApplicant('worksKind', 'serviceKind');
  const listed = text ?? kinds.join('・');
  if (AND_MORE.test(text ?? '') || kinds.some(kind => !KNOWN.has(kind)))
    return askObligee('worksKind', {point: 'worksKind', kind: worksKind, listed});
  return no('worksKind.notListed', {kind: worksKind, listed});
}
