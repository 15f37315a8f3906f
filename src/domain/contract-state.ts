import type {ContractState} from '../schemas/contract.js';

/** What of a contract tells its state; days are `YYYY-MM-DD`, and a contract without an end has none. */
export interface ContractPeriod {
  validUntil: string | null;
  cancelledOn?: string | null;
}

/** The last day is still covered, and a cancellation always wins over expiry. */
export function contractState(contract: ContractPeriod, today: string): ContractState {
  if (contract.cancelledOn && contract.cancelledOn <= today) return 'cancelled';
  return contract.validUntil && today > contract.validUntil ? 'expired' : 'in-force';
}
