import type {ContractSummary, ContractToDo, HandInState} from '../schemas/contract.js';
import {addDays, isLater} from './instant.js';

/** Days before 保証期限 from which a contract counts as ending soon. */
const SOON_DAYS = 30;

/** The facts of a contract that tell whether its contractor still has to do something. */
export type ToDoFacts = Pick<
  ContractSummary,
  'certificateForm' | 'state' | 'revision' | 'arrivedAt' | 'handedInAt' | 'answer' | 'validUntil'
>;

/** Returns the last 保証期限 that counts as soon on a day, both `YYYY-MM-DD`. */
export const soonUntil = (today: string): string => addDays(today, SOON_DAYS);

/** Returns the obligee's answer, if it is about the newest revision. */
export const newestAnswer = ({
  answer,
  revision,
}: Pick<ToDoFacts, 'answer' | 'revision'>): ToDoFacts['answer'] =>
  answer?.revision === revision ? answer : undefined;

/** Whether a later record of handing in would be of something new: of a change, or after 差戻し. */
export const mustHandInAgain = (contract: ToDoFacts): boolean =>
  hasKeyToDo(contract, 'hand-in-again') || hasKeyToDo(contract, 'returned');

/** Whether a contractor still has something to do. Only contracts in force count; `expiring` concerns paper as well. */
export function hasToDo(contract: ToDoFacts, toDo: ContractToDo, today: string): boolean {
  const {certificateForm, state, validUntil} = contract;
  if (state !== 'in-force') return false;
  if (toDo === 'expiring') return validUntil !== null && validUntil <= soonUntil(today);
  return certificateForm === 'electronic' && hasKeyToDo(contract, toDo);
}

function hasKeyToDo(contract: ToDoFacts, toDo: Exclude<ContractToDo, 'expiring'>): boolean {
  const {arrivedAt, handedInAt} = contract;
  const answer = newestAnswer(contract);
  if (toDo === 'returned')
    return answer?.outcome === 'returned' && !(handedInAt && isLater(handedInAt, answer.answeredAt));
  if (answer) return false;
  if (toDo === 'hand-in') return handedInAt === null;
  return Boolean(handedInAt && arrivedAt && isLater(arrivedAt, handedInAt));
}

/**
 * Returns how far handing in a notice has come, or undefined where no notice is due. The obligee's answer to the newest
 * revision outranks the contractor's own record until the contractor has handed in again.
 */
export function handInState(contract: ToDoFacts): HandInState | undefined {
  const {handedInAt} = contract;
  const answer = newestAnswer(contract);
  if (answer && (answer.outcome === 'accepted' || mustHandInAgain(contract))) return answer.outcome;
  if (handedInAt && !mustHandInAgain(contract)) return 'handed-in';
  const isDue =
    contract.state === 'in-force' &&
    contract.certificateForm === 'electronic' &&
    (hasKeyToDo(contract, 'hand-in') || hasKeyToDo(contract, 'hand-in-again'));
  return isDue ? 'waiting' : undefined;
}
