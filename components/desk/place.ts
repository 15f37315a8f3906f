import {msg, str} from '@lit/localize';
import type {ContractToDo} from '../../src/schemas/contract.js';

/** The views of the desk: ホーム, 保証申込, 保証契約一覧, 電子保証概要, 保証証書, 「認証キー」のお知らせ, お知らせ一覧. */
export const deskViews = [
  'home',
  'application',
  'contracts',
  'contract',
  'certificate',
  'notice',
  'news',
] as const;
/** One view of the desk. */
export type DeskView = (typeof deskViews)[number];

/** What of 保証契約一覧 is shown: one of its lists, or only what is still to be done. */
export type DeskList = 'contracts' | 'electronic' | 'history' | ContractToDo;
const lists: readonly DeskList[] = [
  'contracts',
  'electronic',
  'history',
  'returned',
  'hand-in',
  'hand-in-again',
  'expiring',
];

/** Where one is at the desk. Numbers and ids only: a key is never part of a place. */
export interface Place {
  readonly view: DeskView;
  /** Of `contract`, `certificate` and `notice`. */
  readonly contractNumber?: string;
  /** Of `notice`: several contracts, whose notices are saved together. */
  readonly contractNumbers?: readonly string[];
  /** Of `certificate`: 0 is 新規, the newest one when left out. */
  readonly revision?: number;
  /** Of `application`: one that was sent before. */
  readonly applicationId?: string;
  /** Of `contracts`. */
  readonly list?: DeskList;
}

/** Where one begins. */
export const home: Place = {view: 'home'};

// A number holds a digit and a list's name does not, so that no address means two things.
const NUMBER = /^(?=.*\d)[0-9A-Za-z][0-9A-Za-z-]{3,30}$/;
const ID = /^[\w-]{1,64}$/;

/** Whether a view is about one contract. */
const isOfContract = (view: DeskView) => view === 'contract' || view === 'certificate' || view === 'notice';

/** A place with only what its view needs; without its number it is the list, and nothing known is home. */
export function toPlace(wanted: Partial<Place>): Place {
  const {view, contractNumber, contractNumbers, revision, applicationId, list} = wanted;
  if (!view || !deskViews.includes(view)) return home;
  if (view === 'application') return applicationId ? {view, applicationId} : {view};
  if (view === 'contracts') return list && list !== 'contracts' ? {view, list} : {view};
  if (!isOfContract(view)) return {view};
  if (view === 'notice' && contractNumbers?.length) return {view, contractNumbers};
  if (!contractNumber) return {view: 'contracts'};
  return view === 'certificate' && revision !== undefined
    ? {view, contractNumber, revision}
    : {view, contractNumber};
}

/** The part of an address after its `#`; also what tells one place from another. */
export function hashOf(place: Place): string {
  const {view, contractNumber = '', contractNumbers, revision, applicationId, list} = place;
  const path: Record<DeskView, readonly (string | number | undefined)[]> = {
    home: [],
    application: applicationId ? ['applications', applicationId] : ['apply'],
    contracts: ['contracts', list],
    contract: ['contracts', contractNumber],
    certificate: ['contracts', contractNumber, 'certificate', revision],
    notice: contractNumbers ? ['notices', ...contractNumbers] : ['contracts', contractNumber, 'notice'],
    news: ['news'],
  };
  const parts = path[view].filter(part => part !== undefined);
  return `#/${parts.map(part => encodeURIComponent(part)).join('/')}`;
}

/** Reads an address: nothing where it is not the desk's own, `unknown` where it leads nowhere. */
export function readHash(hash: string): Place | 'unknown' | undefined {
  if (!hash.startsWith('#/')) return undefined;
  const parts = decode(hash.slice(2).split('/')) ?? ['?'];
  const [first = '', second = '', third = '', fourth = ''] = parts;
  if (first === 'notices') return readSeveral(parts.slice(1));
  if (parts.length > 4 || parts.slice(1).includes('')) return 'unknown';
  if (parts.length === 1) {
    const views: Record<string, DeskView> = {
      '': 'home',
      apply: 'application',
      contracts: 'contracts',
      news: 'news',
    };
    const view = Object.hasOwn(views, first) ? views[first] : undefined;
    return view ? {view} : 'unknown';
  }
  if (first === 'applications' && parts.length === 2 && ID.test(second))
    return {view: 'application', applicationId: second};
  return first === 'contracts' ? readContract(second, third, fourth, parts.length) : 'unknown';
}

function readSeveral(contractNumbers: readonly string[]): Place | 'unknown' {
  const isKnown = contractNumbers.length > 0 && contractNumbers.every(number => NUMBER.test(number));
  return isKnown ? {view: 'notice', contractNumbers} : 'unknown';
}

function readContract(which: string, view: string, revision: string, length: number): Place | 'unknown' {
  const list = lists.find(name => name === which);
  if (list && length === 2) return toPlace({view: 'contracts', list});
  if (!NUMBER.test(which)) return 'unknown';
  const contractNumber = which;
  if (length === 2) return {view: 'contract', contractNumber};
  if (view === 'notice' && length === 3) return {view, contractNumber};
  if (view !== 'certificate') return 'unknown';
  if (length === 3) return {view, contractNumber};
  return /^\d{1,3}$/.test(revision) ? {view, contractNumber, revision: Number(revision)} : 'unknown';
}

function decode(parts: readonly string[]): string[] | undefined {
  try {
    return parts.map(decodeURIComponent);
  } catch {
    return undefined; // somebody's lone `%`
  }
}

/** Whether two places are one. */
export const isSamePlace = (one: Place | undefined, other: Place | undefined): boolean =>
  Boolean(one && other && hashOf(one) === hashOf(other));

/** Where 「戻る」 leads from a place that one did not come to from another. */
export function parentOf({view, contractNumber, contractNumbers}: Place): Place | undefined {
  if (view === 'contract' || contractNumbers) return {view: 'contracts'};
  if (view === 'application') return {view: 'news'};
  return isOfContract(view) && contractNumber ? {view: 'contract', contractNumber} : undefined;
}

const titles: Record<DeskView, () => string> = {
  home: () => msg('ホーム'),
  application: () => msg('保証申込'),
  contracts: () => msg('保証契約一覧'),
  contract: () => msg('電子保証概要'),
  certificate: () => msg('保証証書'),
  notice: () => msg('「認証キー」のお知らせ'),
  news: () => msg('お知らせ一覧'),
};
/** The name of a view. */
export const viewTitle = (view: DeskView): string => titles[view]();

/** What a place is headed with. */
export function placeTitle({view, contractNumber, contractNumbers, applicationId}: Place): string {
  if (contractNumbers) return msg(str`${viewTitle(view)}（${contractNumbers.length}件）`);
  if (contractNumber) return msg(str`${viewTitle(view)} ${contractNumber}`);
  return applicationId ? msg('申込の内容') : viewTitle(view);
}

/** Views that hang below another one, by how far. */
const depths: Record<DeskView, number> = {
  home: 0,
  application: 0,
  contracts: 0,
  news: 0,
  contract: 1,
  certificate: 2,
  notice: 2,
};
/** How far below the menu a place is; 申込 that were sent hang below お知らせ一覧, several notices below the list. */
export const depthOf = ({view, applicationId, contractNumbers}: Place): number =>
  applicationId || contractNumbers ? 1 : depths[view];

/** The entry of the menu that a place belongs to. */
export function menuEntryOf({view, applicationId}: Place): DeskView {
  if (applicationId) return 'news';
  return isOfContract(view) ? 'contracts' : view;
}
