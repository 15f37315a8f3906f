import {msg} from './message.js';
import type {WorksKind} from '../schemas/kinds.js';

const worksNames: Record<WorksKind, () => string> = {
  construction: () => msg('建設工事'),
  services: () => msg('業務委託'),
  survey: () => msg('測量'),
  design: () => msg('設計'),
  'construction-consulting': () => msg('建設コンサルタント業務'),
  'construction-related-services': () => msg('建設工事に係る業務委託'),
};
/** Every kind of works, the two plain ones first. */
export const worksKinds = Object.keys(worksNames) as readonly WorksKind[];

/** 対象: 建設工事, 業務委託 and the finer kinds. */
export const worksKindName = (kind: WorksKind): string => worksNames[kind]();
