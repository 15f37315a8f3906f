import {GUARANTEE_NAMES} from '../domain/kinds.js';
import type {GuaranteeKind} from '../schemas/kinds.js';
import {guaranteeName} from './terms.js';

const kinds = Object.keys(GUARANTEE_NAMES) as GuaranteeKind[];
/** A guarantee as data of obligees call it, in the language in force. */
export function publishedGuaranteeName(name: string): string {
  const kind = kinds.find(each => GUARANTEE_NAMES[each] === name);
  return kind ? guaranteeName(kind) : name;
}
