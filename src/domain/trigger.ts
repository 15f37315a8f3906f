import {formatEra} from './format.js';
import {askApplicant, askObligee, no, yes} from './eligibility-types.js';
import type {EligibilityFacts, Finding, TriggerDates} from './eligibility-types.js';

/** When an obligee's rule starts, and the event whose day counts. */
export interface StartRule {
  start_date: string | null;
  start_precision?: 'day' | 'month' | null;
  trigger: string | null;
  /** The last day, where an obligee has stopped or changed its way; few have. */
  end_date?: string | null;
}

const DATE_LABELS: Record<keyof TriggerDates, string> = {
  bidNotice: '入札公告日',
  bid: '入札日',
  designation: '指名通知日',
  procurementStart: '発注手続きの開始日',
  plannedContractNotice: '契約予定工事の通知日',
  contract: '契約日',
  guaranteeContract: '保証契約日',
};

const TRIGGERS = new Map<string, keyof TriggerDates>([
  ['bid_notice', 'bidNotice'],
  ['bid', 'bid'],
  ['designation', 'designation'],
  ['procurement_start', 'procurementStart'],
  ['planned_contract_notice', 'plannedContractNotice'],
  ['contract', 'contract'],
  ['guarantee_contract', 'guaranteeContract'],
]);

/** What certainly happens after what, on the same day at the earliest. */
const LATER: Partial<Record<keyof TriggerDates, readonly (keyof TriggerDates)[]>> = {
  procurementStart: ['bidNotice', 'designation', 'bid', 'contract'],
  bidNotice: ['bid', 'contract'],
  designation: ['bid', 'contract'],
  bid: ['contract'],
  plannedContractNotice: ['contract'],
};

interface Event {
  /** The fact as it stands in `dates`; missing for the day of the first contract. */
  name?: keyof TriggerDates;
  /** Path of the fact. */
  fact: string;
  label: string;
  date: string | undefined;
}

/** A real day of the calendar; what cannot be one is as good as not said. */
function realDay(date: string | null | undefined): string | undefined {
  if (!date || !/^\d{4}-\d{2}-\d{2}$/.test(date)) return undefined;
  const instant = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(date) ? date : undefined;
}

const dateEvent = (name: keyof TriggerDates, {dates}: EligibilityFacts): Event => ({
  name,
  fact: `dates.${name}`,
  label: DATE_LABELS[name],
  date: realDay(dates[name]),
});

/** The first contract's day: an amendment's own day does not count. */
function initialContract(facts: EligibilityFacts): Event {
  const original = realDay(facts.originalSignedOn);
  if (facts.amendment) return {fact: 'originalSignedOn', label: '当初の契約日', date: original};
  const event = dateEvent('contract', facts);
  return {...event, date: event.date ?? original};
}

/** A designated bid has no public notice, and an open one has no designation. */
function noticeOrDesignation(facts: EligibilityFacts): Event {
  const [notice, designation] = [dateEvent('bidNotice', facts), dateEvent('designation', facts)];
  if (facts.procurement === 'designated-bid') return designation;
  if (facts.procurement === 'open-bid' || notice.date) return notice;
  return designation.date ? designation : {...notice, label: '入札公告日（指名競争入札では指名通知日）'};
}

function eventOf(trigger: string, facts: EligibilityFacts): Event | undefined {
  if (trigger === 'initial_contract') return initialContract(facts);
  if (trigger === 'bid_notice_or_designation') return noticeOrDesignation(facts);
  const name = TRIGGERS.get(trigger);
  return name && dateEvent(name, facts);
}

/** The day of the first contract, where it is known. */
const signedOn = ({amendment, originalSignedOn, dates}: EligibilityFacts): string | undefined =>
  realDay(originalSignedOn) ?? (amendment ? undefined : realDay(dates.contract));

/** Something that comes after the event and is known to lie before the start. */
function tooEarly({name}: Event, start: string, facts: EligibilityFacts): Event | undefined {
  return (name ? (LATER[name] ?? []) : [])
    .map(later => ({...dateEvent(later, facts), ...(later === 'contract' && {date: signedOn(facts)})}))
    .find(({date}) => date && date < start);
}

/** Ways of procurement that have no such event, so that its day can never be told. */
function isWithout({name}: Event, {procurement}: EligibilityFacts): boolean {
  if (procurement === 'negotiated') return name === 'bidNotice' || name === 'designation' || name === 'bid';
  if (procurement === 'designated-bid') return name === 'bidNotice';
  return procurement === 'open-bid' && name === 'designation';
}

const PROCUREMENTS = {negotiated: '随意契約', 'designated-bid': '指名競争入札', 'open-bid': '一般競争入札'};

function withoutDate(rule: StartRule, start: string, event: Event, facts: EligibilityFacts): Finding {
  const later = tooEarly(event, start, facts);
  if (later?.date) {
    return no(
      'trigger.before',
      `${later.label}が${formatEra(later.date)}なので、${event.label}は開始（${startWords(rule, start)}）より前です。`,
    );
  }
  if (facts.procurement && isWithout(event, facts)) {
    const way = PROCUREMENTS[facts.procurement];
    return askObligee(
      'procurement',
      `${way}での取扱い`,
      `${event.label}で判断する決まりで、${way}の扱いは書かれていません。`,
    );
  }
  return askApplicant(event.fact, event.label);
}

/** A page that says no more than the month leaves the days of that month open; so does one that does not say which. */
const isDayKnown = ({start_precision: precision}: StartRule): boolean =>
  precision === 'day' || precision === undefined;

const startWords = (rule: StartRule, start: string): string =>
  rule.start_precision === 'month' ? formatEra(start).replace(/\d+日$/, '') : formatEra(start);

function compare(rule: StartRule, start: string, label: string, date: string): Finding {
  const fact = `${label}（${formatEra(date)}）`;
  const since = startWords(rule, start);
  // 「1月から」 begins on its first day at the earliest, so an earlier month is certainly too early.
  const earliest = rule.start_precision === 'month' ? `${start.slice(0, 7)}-01` : start;
  if (date < earliest) return no('trigger.before', `${fact}が、開始（${since}）より前です。`);
  if (!isDayKnown(rule) && date.slice(0, 7) === start.slice(0, 7)) {
    return askObligee(
      'start_date',
      '開始日（何日からか）',
      `開始は${since}とだけ書かれ、${fact}が対象になるかは分かりません。`,
    );
  }
  if (rule.end_date && !realDay(rule.end_date))
    return askObligee('end_date', '取扱いの終了日', '終了日を読み取れません。');
  if (rule.end_date && date > rule.end_date)
    return no('trigger.after', `${fact}が、終了（${formatEra(rule.end_date)}）より後です。`);
  return yes('trigger.onOrAfter', `${fact}が、開始（${since}）以後です。`);
}

/** `2026-04` is a month; anything else that is no day of the calendar is not said. */
function readStart(rule: StartRule): {rule: StartRule; start: string | undefined} {
  const month = /^\d{4}-\d{2}$/.test(rule.start_date ?? '') ? realDay(`${rule.start_date}-01`) : undefined;
  if (month) return {rule: {...rule, start_precision: 'month'}, start: month};
  return {rule, start: realDay(rule.start_date)};
}

/** Compares the day of the event that the rule names with the rule's start. */
export function judgeStart(given: StartRule, facts: EligibilityFacts): Finding {
  const {rule, start} = readStart(given);
  if (!start) return askObligee('start_date', '取扱いの開始日', '開始日が案内に書かれていません。');
  if (!rule.trigger) {
    return askObligee(
      'trigger',
      'どの日で判断するか',
      `開始（${startWords(rule, start)}）と比べる日が、公告日か契約日か、案内に書かれていません。`,
    );
  }
  const event = eventOf(rule.trigger, facts);
  if (!event) return askObligee('trigger', 'どの日で判断するか', '判断の基準になる日を読み取れません。');
  return event.date ? compare(rule, start, event.label, event.date) : withoutDate(rule, start, event, facts);
}
