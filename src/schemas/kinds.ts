import * as z from 'zod/mini';

/** 前払金保証, 中間前払金保証, 契約保証: in the order in which every screen shows them. */
export const guaranteeKinds = ['advance-payment', 'interim-payment', 'performance'] as const;
/** Kind of a guarantee. */
export const guaranteeKind = z.enum(guaranteeKinds);
/** Kind of a guarantee. */
export type GuaranteeKind = z.infer<typeof guaranteeKind>;

/** 建設工事, 業務委託 and the finer kinds that rules of obligees tell apart. */
export const worksKinds = [
  'construction',
  'services',
  'survey',
  'design',
  'construction-consulting',
  'construction-related-services',
] as const;
/** Kind of works. */
export const worksKind = z.enum(worksKinds);
/** Kind of works. */
export type WorksKind = z.infer<typeof worksKind>;

/** 契約の方法: 一般競争入札, 指名競争入札, 随意契約. */
export const procurement = z.enum(['open-bid', 'designated-bid', 'negotiated']);
/** 契約の方法. */
export type Procurement = z.infer<typeof procurement>;

/** 証書(紙) or 電子保証(認証キーを含む). */
export const certificateForm = z.enum(['paper', 'electronic']);
/** Form of a certificate. */
export type CertificateForm = z.infer<typeof certificateForm>;

/** Roles of the reference API's sessions. */
export const role = z.enum(['contractor', 'obligee', 'surety']);
/** Role of a session. */
export type Role = z.infer<typeof role>;
