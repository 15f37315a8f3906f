import type {Eligibility, judgeEligibility} from '../../src/domain/eligibility.js';
import type {GuaranteeKind, WorksKind} from '../../src/schemas/kinds.js';
import type {Obligee} from '../../src/schemas/obligee.js';
import type {FieldReader} from './reader.js';
import {wantedKinds, type Draft} from './draft.js';
import type {DateName} from './field.js';
import {dateNames} from './field-table.js';
import {finerWorksKinds} from './kinds.js';
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

/** The dates that the chosen obligee's rule keys on: those that it asks for while none is known. */
export function askedDatesOf({draft, chosen, surety}: EligibilityInput): DateName[] {
  if (!chosen) return [];
  const {obligee, judgeEligibility} = chosen;
  const wanted = wantedKinds(draft);
  const kinds: GuaranteeKind[] = wanted.length ? wanted : ['advance-payment', 'performance'];
  const facts = kinds.flatMap(guaranteeKind =>
    judgeEligibility(obligee.rule, {guaranteeKind, worksKind: worksKindOf(draft), surety, dates: {}}).ask.map(
      ({fact}) => fact,
    ),
  );
  const asked = new Set(facts.map(fact => fact.replace('dates.', '')));
  if (obligee.rule.trigger === 'bid_notice_or_designation' && asked.has('bidNotice'))
    asked.add('designation');
  return dateNames.filter(name => asked.has(name));
}

/** Whether the obligee takes this guarantee electronically; nothing while no listed obligee is chosen. */
export function judge(
  guaranteeKind: GuaranteeKind,
  {draft, chosen, surety}: EligibilityInput,
  askedDates: readonly DateName[],
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
    dates,
  });
}

function dayOf(path: string, draft: Draft, reader: FieldReader): string | undefined {
  const day = reader.value(path, draft[path]);
  return typeof day === 'string' ? day : undefined;
}

/** Whether the chosen obligee takes a guarantee of this form electronically. */
export const eligibilityOf = (model: ApplicationModel, kind: GuaranteeKind): Eligibility | undefined =>
  judge(kind, model.input, model.facts.askedDates, model.reader);

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
