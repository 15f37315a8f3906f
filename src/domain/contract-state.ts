/** Where a guarantee contract stands on a day. */
export type ContractState = 'upcoming' | 'active' | 'expired' | 'released' | 'cancelled';

/** What of a contract tells its state; days are `YYYY-MM-DD` and both ends of the period are covered. */
export interface ContractPeriod {
  validFrom: string;
  validUntil: string;
  releasedOn?: string | null;
  cancelledOn?: string | null;
}

const hasCome = (day: string | null | undefined, today: string): boolean => Boolean(day && day <= today);

/** Both ends of the contract period are covered, and a cancellation or a release always wins over expiry. */
export function contractState(contract: ContractPeriod, today: string): ContractState {
  if (hasCome(contract.cancelledOn, today)) return 'cancelled';
  if (hasCome(contract.releasedOn, today)) return 'released';
  if (today < contract.validFrom) return 'upcoming';
  return today > contract.validUntil ? 'expired' : 'active';
}
