import type {ContractState} from '../schemas/contract.js';

/** Facts that decide the state of a contract. Days are `YYYY-MM-DD`, and a contract without an end has none. */
export interface ContractPeriod {
  validUntil: string | null;
  cancelledOn?: string | null;
  releasedOn?: string | null;
}

/** Returns the state of a contract on a day in Japan. The last day is covered; cancellation outranks release, release outranks expiry. */
export function contractState(contract: ContractPeriod, today: string): ContractState {
  if (contract.cancelledOn && contract.cancelledOn <= today) return 'cancelled';
  if (contract.releasedOn && contract.releasedOn <= today) return 'released';
  return contract.validUntil && today > contract.validUntil ? 'expired' : 'in-force';
}
