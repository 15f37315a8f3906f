import {msg, str} from '@lit/localize';
import type {ContractToDo} from '../../src/schemas/contract.js';

/** Views of the desk: ホーム, 保証申込, 保証契約一覧, 電子保証概要, 保証証書, 「認証キー」のお知らせ, お知らせ一覧. */
export type DeskView = 'home' | 'application' | 'contracts' | 'contract' | 'certificate' | 'notice' | 'news';

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

/** A view with what it is about. Numbers and ids only: a key is never part of a route. */
export interface Route {
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

/** The first route. */
export const HOME: Route = {view: 'home'};

interface ViewDefinition {
  readonly title: () => string;
  /** How many levels below the menu the view is. */
  readonly depth: number;
  /** Segments of its path; those that are undefined are left out. */
  readonly path: (route: Route) => readonly (string | number | undefined)[];
}

const views: Record<DeskView, ViewDefinition> = {
  home: {title: () => msg('ホーム'), depth: 0, path: () => []},
  application: {
    title: () => msg('保証申込'),
    depth: 0,
    path: ({applicationId}) => (applicationId ? ['applications', applicationId] : ['apply']),
  },
  contracts: {title: () => msg('保証契約一覧'), depth: 0, path: ({list}) => ['contracts', list]},
  contract: {
    title: () => msg('電子保証概要'),
    depth: 1,
    path: ({contractNumber}) => ['contracts', contractNumber],
  },
  certificate: {
    title: () => msg('保証証書'),
    depth: 2,
    path: ({contractNumber, revision}) => ['contracts', contractNumber, 'certificate', revision],
  },
  notice: {
    title: () => msg('「認証キー」のお知らせ'),
    depth: 2,
    path: ({contractNumber, contractNumbers}) =>
      contractNumbers ? ['notices', ...contractNumbers] : ['contracts', contractNumber, 'notice'],
  },
  news: {title: () => msg('お知らせ一覧'), depth: 0, path: () => ['news']},
};

// A contract number holds a digit and the name of a list does not, so a path is never ambiguous.
const CONTRACT_NUMBER = /^(?=.*\d)[0-9A-Za-z][0-9A-Za-z-]{3,30}$/;
const APPLICATION_ID = /^[\w-]{1,64}$/;
const REVISION = /^\d{1,3}$/;

const isAboutContract = (view: DeskView) =>
  view === 'contract' || view === 'certificate' || view === 'notice';

/** Returns the route with only what its view needs: the list where a contract number is missing, home where the view is unknown. */
export function toRoute(wanted: Partial<Route>): Route {
  const {view, contractNumber, contractNumbers, revision, applicationId, list} = wanted;
  if (!view || !Object.hasOwn(views, view)) return HOME;
  if (view === 'application') return applicationId ? {view, applicationId} : {view};
  if (view === 'contracts') return list && list !== 'contracts' ? {view, list} : {view};
  if (!isAboutContract(view)) return {view};
  if (view === 'notice' && contractNumbers?.length) return {view, contractNumbers};
  if (!contractNumber) return {view: 'contracts'};
  return view === 'certificate' && revision !== undefined
    ? {view, contractNumber, revision}
    : {view, contractNumber};
}

/** Returns the fragment of the address of a route; two routes are the same if their fragments are. */
export function toHash(route: Route): string {
  const segments = views[route.view].path(route).filter(segment => segment !== undefined);
  return `#/${segments.map(segment => encodeURIComponent(segment)).join('/')}`;
}

/** Parses the fragment of an address: `undefined` where it is not the desk's, `unknown` where it leads nowhere. */
export function parseHash(hash: string): Route | 'unknown' | undefined {
  if (!hash.startsWith('#/')) return undefined;
  const segments = decode(hash.slice(2).split('/'));
  if (!segments) return 'unknown';
  const [first = '', second = '', third = '', fourth = ''] = segments;
  if (first === 'notices') return parseNotices(segments.slice(1));
  if (segments.length > 4 || segments.slice(1).includes('')) return 'unknown';
  if (segments.length === 1) {
    const names: Record<string, DeskView> = {
      '': 'home',
      apply: 'application',
      contracts: 'contracts',
      news: 'news',
    };
    const view = Object.hasOwn(names, first) ? names[first] : undefined;
    return view ? {view} : 'unknown';
  }
  if (first === 'applications' && segments.length === 2 && APPLICATION_ID.test(second))
    return {view: 'application', applicationId: second};
  return first === 'contracts' ? parseContract(second, third, fourth, segments.length) : 'unknown';
}

function parseNotices(contractNumbers: readonly string[]): Route | 'unknown' {
  const isValid = contractNumbers.length > 0 && contractNumbers.every(number => CONTRACT_NUMBER.test(number));
  return isValid ? {view: 'notice', contractNumbers} : 'unknown';
}

function parseContract(which: string, view: string, revision: string, length: number): Route | 'unknown' {
  const list = lists.find(name => name === which);
  if (list && length === 2) return toRoute({view: 'contracts', list});
  if (!CONTRACT_NUMBER.test(which)) return 'unknown';
  const contractNumber = which;
  if (length === 2) return {view: 'contract', contractNumber};
  if (view === 'notice' && length === 3) return {view, contractNumber};
  if (view !== 'certificate') return 'unknown';
  if (length === 3) return {view, contractNumber};
  return REVISION.test(revision) ? {view, contractNumber, revision: Number(revision)} : 'unknown';
}

function decode(segments: readonly string[]): string[] | undefined {
  try {
    return segments.map(decodeURIComponent);
  } catch {
    return undefined; // a lone `%`
  }
}

/** Whether two routes are the same. */
export const isSameRoute = (one: Route | undefined, other: Route | undefined): boolean =>
  Boolean(one && other && toHash(one) === toHash(other));

/** Returns where 「戻る」 leads from a route that was not reached from another one. */
export function parentOf({view, contractNumber, contractNumbers}: Route): Route | undefined {
  if (view === 'contract' || contractNumbers) return {view: 'contracts'};
  if (view === 'application') return {view: 'news'};
  return isAboutContract(view) && contractNumber ? {view: 'contract', contractNumber} : undefined;
}

/** Returns how many levels below the menu a route is: 申込 that were sent are below お知らせ一覧, several notices below the list. */
export const depthOf = ({view, applicationId, contractNumbers}: Route): number =>
  applicationId || contractNumbers ? 1 : views[view].depth;

/** Returns the entry of the menu that a route belongs to. */
export function menuEntryOf({view, applicationId}: Route): DeskView {
  if (applicationId) return 'news';
  return isAboutContract(view) ? 'contracts' : view;
}

/** Returns the name of a view. */
export const viewTitle = (view: DeskView): string => views[view].title();

/** Returns the heading of a route. */
export function routeTitle({view, contractNumber, contractNumbers, applicationId}: Route): string {
  if (contractNumbers) return msg(str`${viewTitle(view)}（${contractNumbers.length}件）`);
  if (contractNumber) return msg(str`${viewTitle(view)} ${contractNumber}`);
  return applicationId ? msg('申込の内容') : viewTitle(view);
}
