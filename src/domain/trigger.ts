import {formatEra} from './format.js';
import {askApplicant, askObligee, no, yes} from './eligibility-types.js';
import type {EligibilityFacts, Finding, TriggerDates} from './eligibility-types.js';

/** When an obligee's rule starts, and the event whose day counts. */
export interface StartRule {
  start_date: string | null;
  start_precision?: 'day' | 'month' | null;
  trigger: string | null;
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

const TRIGGERS: Record<string, keyof TriggerDates> = {
  bid_notice: 'bidNotice',
  bid: 'bid',
  designation: 'designation',
  procurement_start: 'procurementStart',
  planned_contract_notice: 'plannedContractNotice',
  contract: 'contract',
  guarantee_contract: 'guaranteeContract',
};

/** Events that come before the works contract is signed. */
const BEFORE_SIGNING =
  'bid_notice bid designation bid_notice_or_designation procurement_start planned_contract_notice'.split(' ');
const BIDDING = BEFORE_SIGNING.slice(0, 4);

interface Event {
  /** Path of the fact. */
  fact: string;
  label: string;
  date: string | undefined;
}

const dateEvent = (name: keyof TriggerDates, {dates}: EligibilityFacts): Event => ({
  fact: `dates.${name}`,
  label: DATE_LABELS[name],
  date: dates[name],
});

/** The first contract's day: an amendment's own day does not count. */
function initialContract(facts: EligibilityFacts): Event {
  const original = {fact: 'originalSignedOn', label: '当初の契約日', date: facts.originalSignedOn};
  return facts.amendment
    ? original
    : {...dateEvent('contract', facts), date: facts.dates.contract ?? facts.originalSignedOn};
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
  const name = TRIGGERS[trigger];
  return name && dateEvent(name, facts);
}

/** The day by which every event before signing had certainly happened. */
const signedOn = ({amendment, originalSignedOn, dates}: EligibilityFacts): string | undefined =>
  originalSignedOn ?? (amendment ? undefined : dates.contract);

function withoutDate(trigger: string, start: string, event: Event, facts: EligibilityFacts): Finding {
  const signed = signedOn(facts);
  if (signed && signed < start && BEFORE_SIGNING.includes(trigger)) {
    return no(
      'trigger.before',
      `契約日が${formatEra(signed)}なので、${event.label}は開始日（${formatEra(start)}）より前です。`,
    );
  }
  if (facts.procurement === 'negotiated' && BIDDING.includes(trigger)) {
    return askObligee(
      'procurement',
      '随意契約での取扱い',
      `${event.label}で判断する決まりで、随意契約の扱いは書かれていません。`,
    );
  }
  return askApplicant(event.fact, event.label);
}

function compare(
  {start_date: start, start_precision: precision}: StartRule,
  label: string,
  date: string,
): Finding {
  const begins = start ?? '';
  const isMonth = precision === 'month';
  const startText = isMonth ? formatEra(begins).replace(/1日$/, '') : formatEra(begins);
  const fact = `${label}（${formatEra(date)}）`;
  if (date < begins) return no('trigger.before', `${fact}が、開始（${startText}）より前です。`);
  // A page that names only the month leaves open from which day of it.
  if (isMonth && date.slice(0, 7) === begins.slice(0, 7)) {
    return askObligee(
      'start_date',
      '開始日（何日からか）',
      `開始は${startText}とだけ書かれ、${fact}が対象になるかは分かりません。`,
    );
  }
  return yes('trigger.onOrAfter', `${fact}が、開始（${startText}）以後です。`);
}

/** Compares the day of the event that the rule names with the rule's start. */
export function judgeStart(rule: StartRule, facts: EligibilityFacts): Finding {
  if (!rule.start_date) return askObligee('start_date', '取扱いの開始日', '開始日が案内に書かれていません。');
  const since = formatEra(rule.start_date);
  if (!rule.trigger) {
    return askObligee(
      'trigger',
      'どの日で判断するか',
      `開始（${since}）と比べる日が、公告日か契約日か、案内に書かれていません。`,
    );
  }
  const event = eventOf(rule.trigger, facts);
  if (!event) return askObligee('trigger', 'どの日で判断するか', '判断の基準になる日を読み取れません。');
  return event.date
    ? compare(rule, event.label, event.date)
    : withoutDate(rule.trigger, rule.start_date, event, facts);
}
