import {GUARANTEE_NAMES} from './kinds.js';
import {channelsFor, planSubmission, type SubmissionPlan} from './submission-plan.js';
import type {GuaranteeKind} from '../schemas/kinds.js';
import type {ObligeeRule} from '../schemas/obligee-rule.js';

/** Kinds of guarantee that one obligee wants handed in the same way. */
export interface HandIn {
  /** Empty when the way is the same for all that the obligee takes. */
  kinds: GuaranteeKind[];
  plan: SubmissionPlan;
  /** The mail's subject as the obligee prescribes it. */
  subject: string | undefined;
}

/** No guarantee in particular: only where and how is asked. */
const ANY = {number: '', worksName: '', contractorName: ''};
const kinds = Object.keys(GUARANTEE_NAMES) as GuaranteeKind[];

/** Where and how an obligee wants its guarantees handed in; kinds that go the same way stand together. */
export function handInsOf(rule: ObligeeRule): HandIn[] {
  const taken = rule.guarantee_kinds
    ? kinds.filter(kind => rule.guarantee_kinds?.includes(GUARANTEE_NAMES[kind]))
    : kinds;
  const ways = new Map<string, HandIn>();
  for (const kind of taken) {
    const plan = planSubmission(rule, {kind, ...ANY});
    const subject = channelsFor(rule, kind).find(channel => channel.subject)?.subject ?? undefined;
    const key = JSON.stringify([plan.recipients, subject]);
    const known = ways.get(key);
    if (known) known.kinds.push(kind);
    else ways.set(key, {kinds: [kind], plan, subject});
  }
  const all = [...ways.values()];
  return all.length === 1 ? all.map(way => ({...way, kinds: []})) : all;
}
