import type {Answer, TimelineEvent, TrailEvent} from '../../../src/schemas/answer.js';
import type {ContractRow} from './store.js';
import type {AuditEventRow} from '../platform/audit-log.js';

type Type = AuditEventRow['type'];

const takesBack: Partial<Record<Type, readonly Type[]>> = {
  'hand-in-withdrawn': ['handed-in'],
  'answer-withdrawn': ['accepted', 'returned'],
  'release-withdrawn': ['released'],
};

/** Returns the events that still stand: one that takes another back removes the newest of those. */
export function standing(log: readonly AuditEventRow[]): AuditEventRow[] {
  const rows: AuditEventRow[] = [];
  for (const row of log) {
    const taken = takesBack[row.type];
    if (!taken) rows.push(row);
    else {
      const at = rows.findLastIndex(({type}) => taken.includes(type));
      if (at >= 0) rows.splice(at, 1);
    }
  }
  return rows;
}

/** Returns the answer that stands after all events. */
export function answerAfter(log: readonly AuditEventRow[]): Answer | null {
  const row = standing(log).findLast(({type}) => type === 'accepted' || type === 'returned');
  if (!row) return null;
  const outcome = row.type === 'returned' ? 'returned' : 'accepted';
  return {outcome, answeredAt: row.at, revision: row.revision, ...reasonOf(row)};
}

/** What happened to a contract until today; 満了 comes of itself, unless the contract had ended before. */
export function toTimeline(
  {terms, revision, cancelledAt, releasedOn}: ContractRow,
  log: readonly AuditEventRow[],
  today: string,
): TimelineEvent[] {
  const events = standing(log).map(toEvent);
  const {validUntil} = terms;
  if (validUntil === null || today <= validUntil || cancelledAt !== null) return events;
  if (releasedOn !== null && releasedOn <= validUntil) return events;
  const expired: TimelineEvent = {type: 'expired', at: `${validUntil}T23:59:59+09:00`, revision};
  const later = events.findIndex(({at}) => at > expired.at);
  return later < 0 ? [...events, expired] : events.toSpliced(later, 0, expired);
}

/** An event of the audit log as the office reads it. */
export const toAuditEvent = (row: AuditEventRow): TrailEvent => ({
  ...toEvent(row),
  type: row.type,
  accountId: row.accountId,
  accountName: row.accountName,
});

function toEvent(row: AuditEventRow): TimelineEvent {
  // Those that take something back are never part of what stands.
  const type = row.type as TimelineEvent['type'];
  return {
    type,
    at: row.at,
    revision: row.revision,
    ...reasonOf(row),
    ...(row.day !== null && {day: row.day}),
  };
}

const reasonOf = ({reason}: AuditEventRow) => (reason === null ? {} : {reason});
