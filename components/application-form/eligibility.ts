import type {Eligibility, judgeEligibility} from '../../src/domain/eligibility.js';
import type {EligibilityFacts} from '../../src/domain/eligibility-types.js';
import type {GuaranteeKind, WorksKind} from '../../src/schemas/kinds.js';
import type {Obligee} from '../../src/schemas/obligee.js';
import type {FieldReader} from './reader.js';
import {wantedKinds, type Draft} from './draft.js';
import {factNames, type DateName, type FactName, type FormFacts} from './field.js';
import {dateNames} from './field-table.js';
import {finerWorksKinds, procurements} from './kinds.js';
import type {ApplicationModel} from './model.js';

/** An obligee of the directory, and the code that judges its rule, which comes along with it. */
export interface ChosenObligee {
  obligee: Obligee;
  judgeEligibility: typeof judgeEligibility;
}

/** What a draft and the directory say about electronic guarantees. */
export interface EligibilityInput {
  draft: Draft;
  chosen: ChosenObligee | undefined;
  /** Name of the surety. */
  surety: string | undefined;
}

const worksKindOf = (draft: Draft) => (draft['works/kind'] || undefined) as WorksKind | undefined;

/** What a rule says for the guarantees of a draft while nothing else is known but this. */
function probe(
  {draft, chosen, surety}: EligibilityInput,
  facts: Partial<EligibilityFacts> = {},
): Eligibility[] {
  if (!chosen) return [];
  const {obligee, judgeEligibility} = chosen;
  const wanted = wantedKinds(draft);
  const kinds: GuaranteeKind[] = wanted.length ? wanted : ['advance-payment', 'performance'];
  return kinds.map(guaranteeKind =>
    judgeEligibility(obligee.rule, {
      guaranteeKind,
      worksKind: worksKindOf(draft),
      surety,
      dates: {},
      ...facts,
    }),
  );
}

/**
 * The dates that the chosen obligee's rule keys on: those that it asks for while none is known. A change of an older
 * contract is judged by the first contract's day, so that its own is not asked for.
 */
export function askedDatesOf(input: EligibilityInput): DateName[] {
  const facts = input.draft['works/amendment'] === 'true' ? {amendment: true} : {};
  const asked = new Set(asksOf(probe(input, facts)).map(fact => fact.replace('dates.', '')));
  if (input.chosen?.obligee.rule.trigger === 'bid_notice_or_designation' && asked.has('bidNotice'))
    asked.add('designation');
  return dateNames.filter(name => asked.has(name));
}

const asksOf = (judged: readonly Eligibility[]) => judged.flatMap(({ask}) => ask.map(({fact}) => fact));

/** What else the rule keys on: asked for while unknown, or different for a change of an older contract. */
export function askedFactsOf(input: EligibilityInput): FactName[] {
  const asked = new Set(asksOf(probe(input)));
  const [changed, fresh] = [true, false].map(amendment => JSON.stringify(probe(input, {amendment})));
  if (changed !== fresh) asked.add('amendment');
  return factNames.filter(name => asked.has(name));
}

/** Whether the obligee takes this guarantee electronically; nothing while no listed obligee is chosen. */
export function judge(
  guaranteeKind: GuaranteeKind,
  {draft, chosen, surety}: EligibilityInput,
  {askedDates}: Pick<FormFacts, 'askedDates'>,
  reader: FieldReader,
): Eligibility | undefined {
  if (!chosen) return undefined;
  const dates: Partial<Record<DateName, string>> = {};
  for (const name of askedDates) {
    const day = dayOf(`works/dates/${name}`, draft, reader);
    if (day) dates[name] = day;
  }
  dates.contract ??= dayOf('works/signedOn', draft, reader);
  return chosen.judgeEligibility(chosen.obligee.rule, {
    guaranteeKind,
    worksKind: worksKindOf(draft),
    surety,
    ...answeredFacts(draft, reader),
    dates,
  });
}

/** What was answered besides dates; nothing for what was not. */
function answeredFacts(draft: Draft, reader: FieldReader): Partial<EligibilityFacts> {
  const department = reader.value('works/department', draft['works/department']);
  const procurement = procurements.find(each => each === draft['works/procurement']);
  const amendment = draft['works/amendment'];
  const originalSignedOn = dayOf('works/originalSignedOn', draft, reader);
  return {
    ...(typeof department === 'string' && {department}),
    ...(procurement && {procurement}),
    ...(amendment && {amendment: amendment === 'true'}),
    ...(amendment === 'true' && originalSignedOn && {originalSignedOn}),
  };
}

function dayOf(path: string, draft: Draft, reader: FieldReader): string | undefined {
  const day = reader.value(path, draft[path]);
  return typeof day === 'string' ? day : undefined;
}

/** Whether the chosen obligee takes a guarantee of this form electronically. */
export const eligibilityOf = (model: ApplicationModel, kind: GuaranteeKind): Eligibility | undefined =>
  judge(kind, model.input, model.facts, model.reader);

/** The finer kinds of works to offer: where the rule tells them apart, and whichever is chosen already. */
export function finerKindsFor({draft, chosen}: EligibilityInput): WorksKind[] {
  const obligee = chosen?.obligee;
  const words = [...(obligee?.rule.contract_kinds ?? []), ...(obligee?.rule.excluded ?? [])].join(' ');
  const names: Record<(typeof finerWorksKinds)[number], RegExp> = {
    survey: /survey/,
    design: /design/,
    'construction-consulting': /consulting/,
    'construction-related-services': /construction_related/,
  };
  return finerWorksKinds.filter(kind => names[kind].test(words) || draft['works/kind'] === kind);
}
