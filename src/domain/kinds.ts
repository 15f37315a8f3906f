import type {GuaranteeKind, WorksKind} from '../schemas/kinds.js';

/** What the field calls each guarantee. */
export const GUARANTEE_NAMES = {
  'advance-payment': '前払金保証',
  'interim-payment': '中間前払金保証',
  performance: '契約保証',
} as const satisfies Record<GuaranteeKind, string>;

/** What the field calls each kind of works. */
export const WORKS_NAMES: Record<WorksKind, string> = {
  construction: '建設工事',
  services: '業務委託',
  survey: '測量',
  design: '設計',
  'construction-consulting': '建設コンサルタント業務',
  'construction-related-services': '建設工事に係る業務委託',
};

/** The names that obligee data gives to a kind, its own first and then the wider ones that contain it. */
export const FILE_KINDS: Record<WorksKind, readonly [string, ...string[]]> = {
  construction: ['construction'],
  services: ['outsourcing'],
  'construction-related-services': ['construction_related_outsourcing', 'outsourcing'],
  survey: ['survey', 'construction_related_outsourcing', 'outsourcing'],
  design: ['design', 'construction_related_outsourcing', 'outsourcing'],
  'construction-consulting': ['construction_consulting', 'construction_related_outsourcing', 'outsourcing'],
};

/** Returns what is left out without its code: 単価契約 of `unit_price(単価契約)`. */
export const exclusionName = (exclusion: string): string =>
  /[(（](.+)[)）]$/.exec(exclusion)?.[1] ?? exclusion;
