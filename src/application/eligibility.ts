import type {EligibilityFacts} from '../domain/eligibility-types.js';
import type {EligibilityText, judgeInWords} from '../i18n/eligibility-text.js';
import type {GuaranteeKind, Procurement, WorksKind} from '../schemas/kinds.js';
import type {Obligee} from '../schemas/obligee.js';
import {wantedKinds, type Draft} from './draft.js';
import {dateNames, finerWorksKinds, type DateName, type FactName, type FormFacts} from './fields.js';
import type {FieldReader} from './reader.js';

/** An obligee of the directory, and the code that judges its rule, which is loaded with it. */
export interface ChosenObligee {
  obligee: Obligee;
  judgeInWords: typeof judgeInWords;
}

/** What a draft and the directory say about electronic guarantees. */
export interface EligibilityInput {
  draft: Draft;
  chosen: ChosenObligee | undefined;
  /** Name of the surety. */
  surety: string | undefined;
}

const factNames: readonly FactName[] = ['department', 'procurement', 'amendment', 'originalSignedOn'];

const worksKindOf = (draft: Draft) => (draft['works/kind'] || undefined) as WorksKind | undefined;

/** Judges the guarantees of a draft as if nothing else were known but these facts. */
function probe(
  {draft, chosen, surety}: EligibilityInput,
  facts: Partial<EligibilityFacts> = {},
): EligibilityText[] {
  if (!chosen) return [];
  const {obligee, judgeInWords} = chosen;
  const wanted = wantedKinds(draft);
  const kinds: GuaranteeKind[] = wanted.length ? wanted : ['advance-payment', 'performance'];
  return kinds.map(guaranteeKind =>
    judgeInWords(obligee.rule, {
      guaranteeKind,
      worksKind: worksKindOf(draft),
      surety,
      dates: {},
      ...facts,
    }),
  );
}

const asksOf = (judged: readonly EligibilityText[]) => judged.flatMap(({ask}) => ask.map(({fact}) => fact));

/**
 * Returns the dates that the rule of the chosen obligee asks for while none is known. A change of an older contract is
 * judged by the day of the first contract, so that its own is not asked for.
 */
export function askedDatesOf(input: EligibilityInput): DateName[] {
  const facts = input.draft['works/amendment'] === 'true' ? {amendment: true} : {};
  const asked = new Set(asksOf(probe(input, facts)).map(fact => fact.replace('dates.', '')));
  if (input.chosen?.obligee.rule.trigger === 'bid_notice_or_designation' && asked.has('bidNotice'))
    asked.add('designation');
  return dateNames.filter(name => asked.has(name));
}

/** Returns what else the rule keys on: what it asks for, or judges differently for a change of an older contract. */
export function askedFactsOf(input: EligibilityInput): FactName[] {
  const asked = new Set(asksOf(probe(input)));
  const [changed, fresh] = [true, false].map(amendment => JSON.stringify(probe(input, {amendment})));
  if (changed !== fresh) asked.add('amendment');
  return factNames.filter(name => asked.has(name));
}

/** Returns whether the obligee takes a guarantee electronically; nothing while no listed obligee is chosen. */
export function judge(
  guaranteeKind: GuaranteeKind,
  {draft, chosen, surety}: EligibilityInput,
  {askedDates}: Pick<FormFacts, 'askedDates'>,
  reader: FieldReader,
): EligibilityText | undefined {
  if (!chosen) return undefined;
  const dates: Partial<Record<DateName, string>> = {};
  for (const name of askedDates) {
    const path = `works/dates/${name}`;
    const day = reader.day(path, draft[path]);
    if (day) dates[name] = day;
  }
  const signedOn = reader.day('works/signedOn', draft['works/signedOn']);
  if (signedOn) dates.contract ??= signedOn;
  return chosen.judgeInWords(chosen.obligee.rule, {
    guaranteeKind,
    worksKind: worksKindOf(draft),
    surety,
    ...answeredFacts(draft, reader),
    dates,
  });
}

/** Returns what was answered besides dates. */
function answeredFacts(draft: Draft, reader: FieldReader): Partial<EligibilityFacts> {
  const read = (name: FactName) => reader.value(`works/${name}`, draft[`works/${name}`]);
  const [department, originalSignedOn] = [read('department'), read('originalSignedOn')];
  const procurement = draft['works/procurement'] as Procurement | ''; // one of the values of the radio buttons
  const amendment = draft['works/amendment'];
  return {
    ...(typeof department === 'string' && {department}),
    ...(procurement && {procurement}),
    ...(amendment && {amendment: amendment === 'true'}),
    ...(amendment === 'true' && typeof originalSignedOn === 'string' && {originalSignedOn}),
  };
}

const kindPatterns: Partial<Record<WorksKind, RegExp>> = {
  survey: /survey/,
  design: /design/,
  'construction-consulting': /consulting/,
  'construction-related-services': /construction_related/,
};

/** Returns the finer kinds of works to offer: those that the rule tells apart, and the one that is chosen already. */
export function finerKindsFor({draft, chosen}: Pick<EligibilityInput, 'draft' | 'chosen'>): WorksKind[] {
  const {contract_kinds = [], excluded = []} = chosen?.obligee.rule ?? {};
  const words = [...(contract_kinds ?? []), ...(excluded ?? [])].join(' ');
  return finerWorksKinds.filter(kind => kindPatterns[kind]?.test(words) || draft['works/kind'] === kind);
}
