import type {ContractState} from '../schemas/contract.js';

/** What of a contract tells its state; days are `YYYY-MM-DD`, and a contract without an end has none. */
export interface ContractPeriod {
  validUntil: string | null;
  cancelledOn?: string | null;
  releasedOn?: string | null;
}

/** The last day is still covered; a cancellation wins over a release, and both win over expiry. */
export function contractState(contract: ContractPeriod, today: string): ContractState {
  if (contract.cancelledOn && contract.cancelledOn <= today) return 'cancelled';
  if (contract.releasedOn && contract.releasedOn <= today) return 'released';
  return contract.validUntil && today > contract.validUntil ? 'expired' : 'in-force';
}
