import type {ReactiveController} from 'lit';
import {emit, type SuretyEventDetails} from '../kernel/events.js';
import type {SuretyElement} from '../kernel/surety-element.js';
import {depthOf, HOME, isSameRoute, parentOf, parseHash, toHash, toRoute, type Route} from './routes.js';

/** The public properties of the desk that hold its route. */
export interface RouterHost extends SuretyElement {
  view: Route['view'];
  contractNumber: string;
  contractNumbers: readonly string[];
  revision: number | undefined;
  applicationId: string;
  list: NonNullable<Route['list']>;
  routing: 'none' | 'hash';
}

/** How the person came to a route; undefined where the page set it. */
export type Direction = 'forward' | 'back' | undefined;

/** What the desk does when its route changes. */
export interface RouterCallbacks {
  /** Called right before the new route is drawn. */
  readonly onLeave: (from: Route | undefined, to: Route, direction: Direction) => void;
  /** Called once a route is drawn to which the person went; moves the focus. */
  readonly onArrive: (direction: NonNullable<Direction>) => void;
}

const NO_NUMBERS: readonly string[] = [];

/** A page has one address: of several desks with `routing="hash"` the first owns it. */
let addressOwner: RouterHost | undefined;

/**
 * Owns the route of a desk: what is shown, where 「戻る」 leads, how far each route was scrolled and, with `routing="hash"`, the part
 * of the address after `#`. The public properties are its input: they are read before each update.
 */
export class Router implements ReactiveController {
  route: Route = HOME;
  /** Whether the address led nowhere. */
  isUnknownAddress = false;
  /** Counts up at each route; views fetch anew then. */
  visits = 0;
  readonly #host: RouterHost;
  readonly #callbacks: RouterCallbacks;
  /** Where 「戻る」 leads, by depth. */
  readonly #backs = new Map<number, Route>();
  readonly #scrollTops = new Map<string, number>();
  #hasRoute = false;
  #direction: Direction;
  #isByBrowser = false;
  /** The route at which the desk took the address; an address without a route leads back there. */
  #start: Route | undefined;

  constructor(host: RouterHost, callbacks: RouterCallbacks) {
    this.#host = host;
    this.#callbacks = callbacks;
    host.addController(this);
  }

  /** Whether routes are in the page's address. */
  get hasAddress(): boolean {
    return addressOwner === this.#host;
  }

  /** Where 「戻る」 leads: to the route before, or to the one above. */
  get back(): Route | undefined {
    const depth = depthOf(this.route);
    return depth > 0 ? (this.#backs.get(depth) ?? parentOf(this.route)) : undefined;
  }

  /** Goes to a route as the person would; false when the page cancelled `surety-before-navigate`. */
  goTo(route: Route, direction: Direction = 'forward'): boolean {
    if (!emit(this.#host, 'surety-before-navigate', detailOf(route))) return false;
    this.isUnknownAddress = false;
    if (isSameRoute(route, this.route)) this.#host.reload();
    this.#direction = direction;
    this.#setProperties(route);
    this.#writeAddress(route);
    this.#host.requestUpdate();
    return true;
  }

  goBack(): void {
    if (this.back) this.goTo(this.back, 'back');
  }

  hostConnected(): void {
    window.addEventListener('hashchange', this.#handleHashChange);
    this.#takeAddress();
  }

  hostDisconnected(): void {
    window.removeEventListener('hashchange', this.#handleHashChange);
    if (this.hasAddress) addressOwner = undefined;
  }

  hostUpdate(): void {
    this.#setProperties(toRoute(this.#host));
    this.#takeAddress();
    const route = toRoute(this.#host);
    const from = this.#hasRoute ? this.route : undefined;
    if (isSameRoute(route, from)) return;
    // After the browser's own buttons, the browser has scrolled already.
    if (from && !this.#isByBrowser) this.#scrollTops.set(toHash(from), scrollerOf(this.#host).scrollTop);
    if (from && depthOf(route) > depthOf(from)) this.#backs.set(depthOf(route), from);
    this.route = route;
    this.#hasRoute = true;
    this.visits += 1;
    this.#callbacks.onLeave(from, route, this.#direction);
    if (from && !this.#direction) this.#writeAddress(route); // the page set the properties
  }

  hostUpdated(): void {
    const direction = this.#direction;
    this.#direction = undefined;
    this.#isByBrowser = false;
    if (!direction) return;
    this.#callbacks.onArrive(direction);
    this.#scroll(direction);
    emit(this.#host, 'surety-desk-navigate', detailOf(this.route));
  }

  #setProperties({view, contractNumber, contractNumbers, revision, applicationId, list}: Route) {
    Object.assign(this.#host, {
      view,
      contractNumber: contractNumber ?? '',
      contractNumbers: contractNumbers ?? NO_NUMBERS,
      revision,
      applicationId: applicationId ?? '',
      list: list ?? 'contracts',
    });
  }

  /** Takes the address of the page, or gives it back, as `routing` says. */
  #takeAddress() {
    const isWanted = this.#host.routing === 'hash';
    if (!isWanted && this.hasAddress) addressOwner = undefined;
    if (!isWanted || addressOwner) return;
    addressOwner = this.#host;
    this.#start = toRoute(this.#host);
    this.#handleHashChange();
  }

  /** Writes a route into the address, as a new entry of the history. */
  #writeAddress(route: Route) {
    const isThere = location.hash ? location.hash === toHash(route) : isSameRoute(route, this.#start);
    if (this.hasAddress && !isThere) location.hash = toHash(route);
  }

  /** The browser's buttons, a link or a bookmark. */
  readonly #handleHashChange = () => {
    if (!this.hasAddress) return;
    const found = location.hash ? parseHash(location.hash) : this.#start;
    if (found === undefined) return;
    const isUnknown = found === 'unknown';
    if (!isUnknown && isSameRoute(found, toRoute(this.#host))) return;
    const route = isUnknown ? HOME : found;
    if (!this.#hasRoute) {
      this.isUnknownAddress = isUnknown;
      this.#setProperties(route); // the first address of the page: no view was left, so no event is fired
      return;
    }
    this.#isByBrowser = true;
    if (this.goTo(route, 'back')) this.isUnknownAddress = isUnknown;
    else this.#writeAddress(this.route);
  };

  /** Scrolls back to where the person was, or forward to the top of the desk. */
  #scroll(direction: Direction) {
    const host = this.#host;
    if (direction === 'forward') {
      if (host.getBoundingClientRect().top < 0) host.scrollIntoView({block: 'start'});
      return;
    }
    const top = this.#scrollTops.get(toHash(this.route));
    if (top !== undefined) scrollerOf(host).scrollTop = top;
  }
}

function detailOf(route: Route): SuretyEventDetails['surety-desk-navigate'] {
  const {view, contractNumber, contractNumbers, applicationId} = route;
  return {
    view,
    ...(contractNumber && {contractNumber}),
    ...(contractNumbers && {contractNumbers}),
    ...(applicationId && {applicationId}),
  };
}

/** Returns what scrolls an element: the nearest box around it that does, through shadow roots, else the page. */
function scrollerOf(element: Element): Element {
  let each: Element | null = element;
  while (each) {
    const {overflowY} = getComputedStyle(each);
    if (/auto|scroll/.test(overflowY) && each.scrollHeight > each.clientHeight) return each;
    const {parentNode}: Element = each;
    each = parentNode instanceof ShadowRoot ? parentNode.host : each.parentElement;
  }
  return document.scrollingElement ?? document.documentElement;
}
