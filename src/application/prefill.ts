import {formatEra} from '../domain/format.js';
import {formatPhone} from '../domain/phone-format.js';
import type {Application, ApplicationContent} from '../schemas/application.js';
import type {Account} from '../schemas/party.js';
import {guaranteeKinds, guaranteePath, wantedKinds, type Draft} from './draft.js';
import {fieldAt, fieldOf, fields, sectionOf, type SectionName} from './fields.js';

/** Data that a page already has; members may be missing. */
export type Prefill = DeepPartial<ApplicationContent>;
type DeepPartial<T> = T extends object ? {[Key in keyof T]?: DeepPartial<T[Key]> | null} : T;

const DAY = /^\d{4}-\d{2}-\d{2}$/;

function textOfValue(path: string, value: string | number | boolean): string {
  if (typeof value === 'number') return value.toLocaleString('en-US');
  if (typeof value === 'string' && DAY.test(value)) return formatEra(value);
  return fieldAt(path)?.input === 'phone' ? formatPhone(String(value)) : String(value);
}

function flatten(value: unknown, path: string, draft: Record<string, string>): void {
  if (value === null || value === undefined) return;
  if (typeof value === 'object') {
    for (const [key, member] of Object.entries(value)) flatten(member, path ? `${path}/${key}` : key, draft);
  } else if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    draft[path] = textOfValue(path, value);
  }
}

/** Returns known data as the texts that a person would have typed. */
export function draftOf(content: Prefill): Draft {
  const draft: Record<string, string> = {};
  flatten(content, '', draft);
  for (const kind of guaranteeKinds) if (content.guarantees?.[kind]) draft[guaranteePath(kind)] = 'true';
  for (const {path, pair} of fields) {
    if (!pair?.sentAs) continue;
    const [first = '', ...rest] = (draft[pair.sentAs] ?? '').split(/[\s　]+/);
    delete draft[pair.sentAs];
    if (first) Object.assign(draft, {[path]: first, [pair.with]: rest.join('　')});
  }
  return draft;
}

/** Returns what can be used again of an earlier application. */
export const reusableDraft = ({content}: Pick<Application, 'content'>): Draft =>
  Object.fromEntries(Object.entries(draftOf(content)).filter(([path]) => !fieldOf(path)?.isOwn));

/** Returns the texts of a section that clearing it takes away. */
export const clearedTexts = (section: SectionName, draft: Draft): Draft =>
  Object.fromEntries(Object.entries(draft).filter(([path, text]) => text && sectionOf(path) === section));

/** Returns what is likely once something is switched on; it is written only into empty fields. */
export function switchDefaults(
  path: string,
  text: string,
  draft: Draft,
  account: Account | undefined,
): Draft {
  if (text !== 'true') return {};
  if (path === 'issueNotification/wanted') return {'issueNotification/email': account?.email ?? ''};
  const kind = guaranteeKinds.find(each => guaranteePath(each) === path);
  if (!kind) return {};
  const other = wantedKinds(draft).find(each => each !== kind);
  const own: Draft = {
    premiumPayment: 'lump-sum',
    'premiumBilledTo/name': account?.party.name ?? '',
    'premiumBilledTo/destination': account?.party.address ?? '',
  };
  const shared = fields.filter(field => field.isSharedAnswer && field.path.startsWith(`${path}/`));
  return Object.fromEntries(
    shared.map(field => {
      const member = field.path.slice(path.length + 1);
      const answered = other && draft[guaranteePath(other, member)];
      return [field.path, answered || (own[member] ?? '')];
    }),
  );
}

/** Returns texts that are written all at once, with what is likely for the switches that they turn on. */
export function withDefaults(texts: Draft, before: Draft, account: Account | undefined): Draft {
  const draft = {...before, ...texts};
  const defaults = Object.keys(texts).flatMap(path =>
    Object.entries(switchDefaults(path, texts[path] ?? '', draft, account)),
  );
  return {...Object.fromEntries(defaults.filter(([path, text]) => text && !draft[path])), ...texts};
}

/** What the form knows besides the texts in its fields. */
export interface KnownData {
  account: Account | undefined;
  /** The application that is mended or looked at. */
  application: Application | undefined;
  /** What the page gave. */
  value: Prefill | undefined | null;
}

/** Returns the texts before anything is typed: the company, what the page gave, what was sent before. */
export const initialDraft = ({account, application, value}: KnownData): Draft => ({
  ...(account && {contractorName: account.party.name}),
  ...(value && withDefaults(draftOf(value), {}, account)),
  ...(application && draftOf(application.content)),
});

/** Returns what is likely once it is known who is signed in, for a draft that was written before. */
export const accountDefaults = (account: Account, draft: Draft): Draft => ({
  ...withDefaults(draft, {}, account),
  contractorName: account.party.name,
});
