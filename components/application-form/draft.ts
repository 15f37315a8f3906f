import {formatEra} from '../../src/domain/format.js';
import type {ApplicationContent} from '../../src/schemas/application.js';
import type {GuaranteeKind} from '../../src/schemas/kinds.js';
import {guaranteeKinds} from './kinds.js';

/**
 * What stands in the fields, as typed, by path. A path is the JSON pointer of the API without its first slash, so the
 * server's errors find their fields. Texts of fields that are not shown stay, and come back with them.
 */
export type Draft = Readonly<Record<string, string>>;

/** Data that a page already has; whatever of it is known. */
export type Prefill = DeepPartial<ApplicationContent>;
type DeepPartial<T> = T extends object ? {[Key in keyof T]?: DeepPartial<T[Key]> | null} : T;

/** Path of a member of one guarantee; of the guarantee itself without one. */
export const guaranteePath = (kind: GuaranteeKind, member = ''): string =>
  `guarantees/${kind}${member && `/${member}`}`;

/** Whether a guarantee is applied for. */
export const isWanted = (draft: Draft, kind: GuaranteeKind): boolean => draft[guaranteePath(kind)] === 'true';

/** The guarantees that are applied for. */
export const wantedKinds = (draft: Draft): GuaranteeKind[] =>
  guaranteeKinds.filter(kind => isWanted(draft, kind));

/** Whether the certificate of a wanted guarantee shall be electronic. */
export const isElectronic = (draft: Draft, kind: GuaranteeKind): boolean =>
  isWanted(draft, kind) && draft[guaranteePath(kind, 'certificateForm')] === 'electronic';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

function textOfValue(value: string | number | boolean): string {
  if (typeof value === 'number') return value.toLocaleString('en-US');
  return typeof value === 'string' && DAY.test(value) ? formatEra(value) : String(value);
}

function flatten(value: unknown, path: string, draft: Record<string, string>) {
  if (value === null || value === undefined) return;
  if (typeof value === 'object') {
    for (const [key, member] of Object.entries(value)) flatten(member, path ? `${path}/${key}` : key, draft);
  } else if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    draft[path] = textOfValue(value);
  }
}

/** Known data as the texts that a person would have typed. */
export function draftOf(content: Prefill): Draft {
  const draft: Record<string, string> = {};
  flatten(content, '', draft);
  for (const kind of guaranteeKinds) {
    if (!content.guarantees?.[kind]) continue;
    draft[guaranteePath(kind)] = 'true';
    const bank = guaranteePath(kind, 'depositBank');
    const [name = '', ...branch] = (draft[`${bank}/name`] ?? '').split(/[\s　]+/);
    delete draft[`${bank}/name`];
    if (name) Object.assign(draft, {[`${bank}/bank`]: name, [`${bank}/branch`]: branch.join('　')});
  }
  return draft;
}
