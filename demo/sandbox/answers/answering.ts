import type {Answering} from '../../../src/schemas/answer.js';
import type {Account} from '../../../src/schemas/party.js';
import type {ContractRow} from '../contracts/store.js';
import {standing} from '../contracts/timeline.js';
import {isObligee} from '../contracts/view.js';
import type {Call} from '../platform/call.js';
import {toMoment} from '../platform/clock.js';

/** How long a slip can be taken back. */
export const WITHDRAW_MS = 10 * 60_000;

/** Whose register it is: the body's, so that its clerks share one. */
export const registerOwner = ({id, obligee}: Account): string => obligee?.code ?? id;

/** Where the answer stands for who asks. */
export async function toAnswering(
  {tx, account, now}: Pick<Call, 'tx' | 'account' | 'now'>,
  row: ContractRow,
): Promise<Answering> {
  const {revision, answer, releasedOn} = row;
  const mayAnswer = isObligee(account.obligee, row);
  const answeredAt = answer?.revision === revision ? answer.answeredAt : undefined;
  const actedAt = releasedOn === null ? answeredAt : await releasedAt({tx}, row);
  const until = actedAt && toMoment(new Date(Date.parse(actedAt) + WITHDRAW_MS));
  const isInTime = mayAnswer && row.cancelledAt === null && until !== undefined && until > toMoment(now);
  return {mayAnswer, revision, answer, releasedOn, withdrawableUntil: isInTime ? until : null};
}

export async function releasedAt({tx}: Pick<Call, 'tx'>, {number}: ContractRow): Promise<string | undefined> {
  return standing(await tx.listAuditEvents([number])).findLast(({type}) => type === 'released')?.at;
}
