import type {GuaranteeKind, Procurement, WorksKind} from '../../src/schemas/kinds.js';

// The schemas hold these lists too, but would bring zod into the form.

/** The guarantees in the order in which every screen shows them. */
export const guaranteeKinds = [
  'advance-payment',
  'interim-payment',
  'performance',
] as const satisfies readonly GuaranteeKind[];

/** 建設工事 and 業務委託 are always there. */
export const mainWorksKinds = ['construction', 'services'] as const satisfies readonly WorksKind[];

/** Kinds that are offered only where the obligee's rule tells them apart. */
export const finerWorksKinds = [
  'survey',
  'design',
  'construction-consulting',
  'construction-related-services',
] as const satisfies readonly WorksKind[];

/** 契約の方法, in the order of the screen. */
export const procurements = [
  'open-bid',
  'designated-bid',
  'negotiated',
] as const satisfies readonly Procurement[];

/** Guarantees whose payment goes through a bank account. */
export const hasDepositBank = (kind: GuaranteeKind): boolean => kind !== 'performance';
