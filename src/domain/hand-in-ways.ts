import {GUARANTEE_NAMES} from './kinds.js';
import {planSubmission, type SubmissionPlan} from './submission-plan.js';
import type {GuaranteeKind} from '../schemas/kinds.js';
import type {ObligeeRule} from '../schemas/obligee-rule.js';

/** Kinds of guarantee that one obligee wants handed in the same way. */
export interface HandIn {
  /** Names of the kinds; empty when the way is the same for all that the obligee takes. */
  kinds: string[];
  plan: SubmissionPlan;
  /** The mail's subject as the obligee prescribes it. */
  subject: string | undefined;
}

/** No guarantee in particular: only where and how is asked. */
const ANY = {number: '', worksName: '', contractorName: ''};
const kinds = Object.keys(GUARANTEE_NAMES) as GuaranteeKind[];

/** The mail subject that holds for a kind; 中間前払金 goes the way of 前払金 where the page does not part them. */
function subjectFor({channels}: ObligeeRule, kind: GuaranteeKind): string | undefined {
  const of = (name: string) => channels.filter(each => !each.for || each.for.some(item => item === name));
  const own = of(GUARANTEE_NAMES[kind]);
  const meant = own.length || kind !== 'interim-payment' ? own : of(GUARANTEE_NAMES['advance-payment']);
  return meant.find(({subject}) => subject)?.subject ?? undefined;
}

/** Where and how an obligee wants its guarantees handed in; kinds that go the same way stand together. */
export function handInsOf(rule: ObligeeRule): HandIn[] {
  const taken = rule.guarantee_kinds
    ? kinds.filter(kind => rule.guarantee_kinds?.includes(GUARANTEE_NAMES[kind]))
    : kinds;
  const ways = new Map<string, HandIn>();
  for (const kind of taken) {
    const plan = planSubmission(rule, {kind, ...ANY});
    const subject = subjectFor(rule, kind);
    const key = JSON.stringify([plan.recipients, subject]);
    const known = ways.get(key);
    if (known) known.kinds.push(GUARANTEE_NAMES[kind]);
    else ways.set(key, {kinds: [GUARANTEE_NAMES[kind]], plan, subject});
  }
  const all = [...ways.values()];
  return all.length === 1 ? all.map(way => ({...way, kinds: []})) : all;
}
