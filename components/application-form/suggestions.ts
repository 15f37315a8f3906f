import type {Account} from '../../src/schemas/party.js';
import {guaranteePath, wantedKinds, type Draft} from './draft.js';
import {guaranteeKinds} from './kinds.js';

/** What the signed-in account settles. */
export const companyDefaults = ({party}: Account): Draft => ({contractorName: party.name});

/** Fields whose answer is mostly the same for every guarantee of an application. */
const shared = ['premiumPayment', 'premiumBilledTo/name', 'premiumBilledTo/destination'];

/** What is likely once something is switched on; written only where nothing stands, and open to change. */
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
  const textOf = (member: string) => (other && draft[guaranteePath(other, member)]) || (own[member] ?? '');
  return Object.fromEntries(shared.map(member => [guaranteePath(kind, member), textOf(member)]));
}

/** Texts that were written all at once, and what is likely for the switches that they turn on. */
export function withDefaults(texts: Draft, before: Draft, account: Account | undefined): Draft {
  const draft = {...before, ...texts};
  const defaults = Object.keys(texts).flatMap(path =>
    Object.entries(switchDefaults(path, texts[path] ?? '', draft, account)),
  );
  return {...Object.fromEntries(defaults.filter(([path, text]) => text && !draft[path])), ...texts};
}

/** What is likely once it is known who is signed in, for what the page or the person has written until then. */
export const firstDefaults = (account: Account, draft: Draft): Draft => ({
  ...companyDefaults(account),
  ...withDefaults(draft, {}, account),
});
