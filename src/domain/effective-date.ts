import {askApplicant, askObligee, no, yes} from './eligibility-types.js';
import type {EligibilityFacts, Finding, RuleEvent, RuleStart, TriggerDates} from './eligibility-types.js';

/** When an obligee's rule starts, and the event whose day counts. */
export interface StartRule {
  start_date: string | null;
  start_precision?: 'day' | 'month' | null;
  trigger: string | null;
  /** The last day, where an obligee has stopped or changed its way; few have. */
  end_date?: string | null;
}

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

/** The event that decides. */
interface DecidingEvent {
  /** What its day is called. */
  event: RuleEvent;
  /** The fact as it stands in `dates`; missing for the day of the first contract. */
  name?: keyof TriggerDates;
  /** Path of the fact. */
  fact: string;
  date: string | undefined;
}

/** A real day of the calendar; what cannot be one is as good as not said. */
function realDay(date: string | null | undefined): string | undefined {
  if (!date || !/^\d{4}-\d{2}-\d{2}$/.test(date)) return undefined;
  const instant = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(date) ? date : undefined;
}

const dateEvent = (name: keyof TriggerDates, {dates}: EligibilityFacts): DecidingEvent => ({
  event: name,
  name,
  fact: `dates.${name}`,
  date: realDay(dates[name]),
});

/** The first contract's day: an amendment's own day does not count. */
function initialContract(facts: EligibilityFacts): DecidingEvent {
  const original = realDay(facts.originalSignedOn);
  if (facts.amendment) return {event: 'originalContract', fact: 'originalSignedOn', date: original};
  const event = dateEvent('contract', facts);
  return {...event, date: event.date ?? original};
}

/** A designated bid has no public notice, and an open one has no designation. */
function noticeOrDesignation(facts: EligibilityFacts): DecidingEvent {
  const [notice, designation] = [dateEvent('bidNotice', facts), dateEvent('designation', facts)];
  if (facts.procurement === 'designated-bid') return designation;
  if (facts.procurement === 'open-bid' || notice.date) return notice;
  return designation.date ? designation : {...notice, event: 'bidNoticeOrDesignation'};
}

function eventOf(trigger: string, facts: EligibilityFacts): DecidingEvent | undefined {
  if (trigger === 'initial_contract') return initialContract(facts);
  if (trigger === 'bid_notice_or_designation') return noticeOrDesignation(facts);
  const name = TRIGGERS.get(trigger);
  return name && dateEvent(name, facts);
}

/** The day of the first contract, where it is known. */
const signedOn = ({amendment, originalSignedOn, dates}: EligibilityFacts): string | undefined =>
  realDay(originalSignedOn) ?? (amendment ? undefined : realDay(dates.contract));

/** Something that comes after the event and is known to lie before the start. */
function tooEarly({name}: DecidingEvent, start: string, facts: EligibilityFacts): DecidingEvent | undefined {
  return (name ? (LATER[name] ?? []) : [])
    .map(later => ({...dateEvent(later, facts), ...(later === 'contract' && {date: signedOn(facts)})}))
    .find(({date}) => date && date < start);
}

/** Ways of procurement that have no such event, so that its day can never be told. */
function isWithout({name}: DecidingEvent, {procurement}: EligibilityFacts): boolean {
  if (procurement === 'negotiated') return name === 'bidNotice' || name === 'designation' || name === 'bid';
  if (procurement === 'designated-bid') return name === 'bidNotice';
  return procurement === 'open-bid' && name === 'designation';
}

function withoutDate(since: RuleStart, deciding: DecidingEvent, facts: EligibilityFacts): Finding {
  const {event, fact} = deciding;
  const later = tooEarly(deciding, since.start, facts);
  if (later?.date) return no('trigger.before', {...since, event, later: later.event, date: later.date});
  const {procurement} = facts;
  if (procurement && isWithout(deciding, facts))
    return askObligee('procurement', {point: 'procurement', event, procurement});
  return askApplicant(fact, event);
}

function compare(rule: StartRule, since: RuleStart, event: RuleEvent, date: string): Finding {
  const {start, precision} = since;
  // 「1月から」 begins on its first day at the earliest, so an earlier month is certainly too early.
  const earliest = precision === 'month' ? `${start.slice(0, 7)}-01` : start;
  if (date < earliest) return no('trigger.before', {...since, event, date});
  // A page that says no more than the month leaves the days of that month open; so does one that does not say which.
  const isDayKnown = rule.start_precision === 'day' || rule.start_precision === undefined;
  if (!isDayKnown && date.slice(0, 7) === start.slice(0, 7))
    return askObligee('start_date', {point: 'startDay', ...since, event, date});
  const {end_date: end} = rule;
  if (end && !realDay(end)) return askObligee('end_date', {point: 'endDate'});
  if (end && date > end) return no('trigger.after', {event, date, end});
  return yes('trigger.onOrAfter', {...since, event, date});
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
  if (!start) return askObligee('start_date', {point: 'startDate'});
  const since: RuleStart = {start, precision: rule.start_precision === 'month' ? 'month' : 'day'};
  if (!rule.trigger) return askObligee('trigger', {point: 'eventNotStated', ...since});
  const deciding = eventOf(rule.trigger, facts);
  if (!deciding) return askObligee('trigger', {point: 'eventUnreadable'});
  return deciding.date
    ? compare(rule, since, deciding.event, deciding.date)
    : withoutDate(since, deciding, facts);
}
