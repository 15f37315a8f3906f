import type {GuaranteeKind} from '../schemas/kinds.js';

/**
 * The texts in the fields, as typed, by path. A path is the JSON pointer of the API without its first slash, so that
 * errors of the API find their fields. Texts of fields that are not shown stay, and come back with them.
 */
export type Draft = Readonly<Record<string, string>>;

// The schemas hold this list too, but would bring zod into the form.
/** The guarantees in the order in which every screen shows them. */
export const guaranteeKinds = [
  'advance-payment',
  'interim-payment',
  'performance',
] as const satisfies readonly GuaranteeKind[];

/** Returns whether the payment of a guarantee goes through a bank account. */
export const hasDepositBank = (kind: GuaranteeKind): boolean => kind !== 'performance';

/** Returns the path of a member of one guarantee; of the guarantee itself without one. */
export const guaranteePath = (kind: GuaranteeKind, member = ''): string =>
  `guarantees/${kind}${member && `/${member}`}`;

/** Returns whether a guarantee is applied for. */
export const isWanted = (draft: Draft, kind: GuaranteeKind): boolean => draft[guaranteePath(kind)] === 'true';

/** Returns the guarantees that are applied for. */
export const wantedKinds = (draft: Draft): GuaranteeKind[] =>
  guaranteeKinds.filter(kind => isWanted(draft, kind));

/** Returns whether the certificate of a wanted guarantee is to be electronic. */
export const isElectronic = (draft: Draft, kind: GuaranteeKind): boolean =>
  isWanted(draft, kind) && draft[guaranteePath(kind, 'certificateForm')] === 'electronic';
