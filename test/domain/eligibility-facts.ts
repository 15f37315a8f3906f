import {judgeEligibility} from '../../src/entries/domain.js';
import type {EligibilityFacts} from '../../src/domain/eligibility-types.js';
import type {ObligeeRule} from '../../src/schemas/obligee-rule.js';

/** The two sureties of the tests. */
export const east = '東日本建設業保証';
export const west = '西日本建設業保証';
/** A 契約保証 of construction signed on 2026-04-01, but for what the test changes. */
export const facts = (changes: Partial<EligibilityFacts> = {}): EligibilityFacts => ({
  guaranteeKind: 'performance',
  worksKind: 'construction',
  surety: east,
  dates: {contract: '2026-04-01'},
  ...changes,
});
/** What comes out for it. */
export const verdict = (rule: ObligeeRule, changes: Partial<EligibilityFacts> = {}) =>
  judgeEligibility(rule, facts(changes)).verdict;
