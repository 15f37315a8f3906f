import {msg} from '@lit/localize';
import type {EligibilityFacts} from '../../src/domain/eligibility-types.js';
import {askLabel, judgeInWords, type EligibilityText} from '../../src/i18n/eligibility-text.js';
import {inputErrorText} from '../../src/i18n/input-text.js';
import {parseDate} from '../../src/input/date.js';
import type {GuaranteeKind, Procurement, WorksKind} from '../../src/schemas/kinds.js';
import type {ObligeeRule} from '../../src/schemas/obligee-rule.js';
import type {Works} from '../../src/schemas/works.js';

/** What is known of the works; whatever the obligee's rule keys on decides. */
export type KnownWorks = Partial<
  Pick<Works, 'kind' | 'signedOn' | 'dates' | 'department' | 'procurement' | 'amendment' | 'originalSignedOn'>
>;

/** What the person answered, as typed, by the fact that was asked for. */
export type Answers = Readonly<Record<string, string>>;

/** One fact to ask for. */
export interface AskedFact {
  fact: string;
  label: () => string;
}

/** What is judged. */
export interface Question {
  rule: ObligeeRule;
  guaranteeKind: GuaranteeKind;
  surety: string;
}

/** Whether a fact is a day. */
export const isDay = (fact: string): boolean => fact.startsWith('dates.') || fact === 'originalSignedOn';

/** Returns what is wrong with an answer about a day. */
export function dayError(text: string, {label}: AskedFact): string | undefined {
  const parsed = parseDate(text);
  return parsed.valid ? undefined : inputErrorText(parsed, {field: label()});
}

/** What the answers say about the works; what cannot be read is as good as not answered. */
export function answeredWorks(answers: Answers): KnownWorks {
  const known: KnownWorks = {};
  const dates: Record<string, string> = {};
  for (const [fact, text] of Object.entries(answers)) {
    if (!text.trim()) continue;
    const day = isDay(fact) ? parseDate(text) : undefined;
    if (day && !day.valid) continue;
    if (day && fact.startsWith('dates.')) dates[fact.slice('dates.'.length)] = day.value;
    else if (day) known.originalSignedOn = day.value;
    else if (fact === 'department') known.department = text.trim();
    else if (fact === 'procurement')
      known.procurement = text as Procurement; // one of the radio buttons' values
    else if (fact === 'amendment') known.amendment = text === 'true';
    else if (fact === 'worksKind') known.kind = text as WorksKind; // one of the radio buttons' values
  }
  return {...known, ...(Object.keys(dates).length > 0 && {dates})};
}

/** What the page knows and what the person answered; the page is right where both say something. */
export const joinWorks = (answered: KnownWorks, given: KnownWorks = {}): KnownWorks => ({
  ...answered,
  ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
  dates: {...answered.dates, ...given.dates},
});

function factsOf({guaranteeKind, surety}: Question, works: KnownWorks): EligibilityFacts {
  const {kind: worksKind, signedOn, dates, department, procurement, amendment, originalSignedOn} = works;
  const contract = dates?.contract ?? signedOn;
  return {
    guaranteeKind,
    surety,
    dates: {...dates, ...(contract && {contract})},
    ...(worksKind && {worksKind}),
    ...(department && {department}),
    ...(procurement && {procurement}),
    ...(amendment !== undefined && {amendment}),
    ...(originalSignedOn && {originalSignedOn}),
  };
}

/** Whether the obligee takes it, by what is known. */
export const judgeWith = (question: Question, works: KnownWorks): EligibilityText =>
  judgeInWords(question.rule, factsOf(question, works));

/**
 * The one fact that decides next, for the person to tell; nothing where only the obligee can. Whether it is a change of an
 * older contract is asked last, and only where the verdict hangs on it.
 */
export function nextFact(question: Question, works: KnownWorks): AskedFact | undefined {
  const verdictIf = (amendment: boolean) => judgeWith(question, {...works, amendment}).verdict;
  const open = judgeWith(question, works).ask.find(({whom}) => whom === 'applicant');
  if (open) return {fact: open.fact, label: () => askLabel(open)};
  const decides = works.amendment === undefined && verdictIf(true) !== verdictIf(false);
  return decides ? {fact: 'amendment', label: () => msg('契約の区分')} : undefined;
}
