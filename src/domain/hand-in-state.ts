import type {ContractSummary, HandInState} from '../schemas/contract.js';
import {hasToDo, mustHandInAgain, type ToDoFacts} from './contract-to-do.js';

/**
 * How far the handing in of a notice is, if one is due at all: the obligee's word on the newest revision wins over the
 * contractor's own record, until the contractor has handed in again.
 */
export function handInState(contract: ToDoFacts & Pick<ContractSummary, 'answer'>): HandInState | undefined {
  const {answer, revision, handedInAt} = contract;
  if (answer?.revision === revision && (answer.outcome === 'accepted' || mustHandInAgain(contract))) {
    return answer.outcome;
  }
  if (handedInAt && !mustHandInAgain(contract)) return 'handed-in';
  const isDue = (['hand-in', 'hand-in-again'] as const).some(toDo => hasToDo(contract, toDo, ''));
  return isDue ? 'waiting' : undefined;
}
