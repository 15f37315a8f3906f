import type {ReactiveController} from 'lit';
import {emit, type SuretyEventDetails} from '../kernel/events.js';
import type {SuretyElement} from '../kernel/surety-element.js';
import {Address} from './address.js';
import {depthOf, hashOf, home, isSamePlace, parentOf, toPlace, type Place} from './place.js';
import {ScrollMemory} from './scroll-memory.js';

const none: readonly string[] = [];

/** The properties of the desk that say where it is. */
export interface ItineraryHost extends SuretyElement {
  view: Place['view'];
  contractNumber: string;
  contractNumbers: readonly string[];
  revision: number | undefined;
  applicationId: string;
  list: NonNullable<Place['list']>;
  routing: 'none' | 'hash';
}

/** What the desk does about its places. */
export interface Traveller {
  /** Right before the next place is drawn. */
  readonly leave: (from: Place | undefined, to: Place, move: 'forward' | 'back' | undefined) => void;
  /** Puts the focus where one reads on. */
  readonly settle: (move: 'forward' | 'back') => void;
}

/** Where one is, where one came from, and how one gets back: by 「戻る」, by the browser's buttons, or by the page's doing. */
export class Itinerary implements ReactiveController {
  place: Place = home;
  /** The address led nowhere. */
  isLost = false;
  /** Counts up at each place; views are drawn from new facts then. */
  visits = 0;
  readonly #host: ItineraryHost;
  readonly #traveller: Traveller;
  readonly #scrolls: ScrollMemory;
  readonly #address: Address;
  /** Where 「戻る」 leads, by how far below the menu one is. */
  readonly #backs = new Map<number, Place>();
  #known: Place | undefined;
  #move: 'forward' | 'back' | undefined;
  #isByBrowser = false;

  constructor(host: ItineraryHost, traveller: Traveller) {
    this.#host = host;
    this.#traveller = traveller;
    this.#scrolls = new ScrollMemory(host);
    this.#address = new Address({
      isWanted: () => host.routing === 'hash',
      place: () => toPlace(host),
      arrive: place => this.#arrive(place),
    });
    host.addController(this);
  }

  /** Whether places are in the page's address. */
  get hasAddress(): boolean {
    return this.#address.isOwn;
  }

  /** Where 「戻る」 leads: where one came from, else to what the place hangs below. */
  get back(): Place | undefined {
    const depth = depthOf(this.place);
    return depth > 0 ? (this.#backs.get(depth) ?? parentOf(this.place)) : undefined;
  }

  /** Tells the page, and goes there unless it said no. */
  goTo(place: Place, move: 'forward' | 'back' = 'forward'): boolean {
    if (!emit(this.#host, 'surety-before-navigate', detailOf(place))) return false;
    this.isLost = false;
    if (isSamePlace(place, this.place)) this.#host.reload();
    this.#move = move;
    this.#put(place);
    this.#address.write(place);
    this.#host.requestUpdate();
    return true;
  }

  goBack(): void {
    if (this.back) this.goTo(this.back, 'back');
  }

  hostConnected(): void {
    this.#address.connect();
  }

  hostDisconnected(): void {
    this.#address.disconnect();
  }

  hostUpdate(): void {
    const place = toPlace(this.#host);
    this.#put(place);
    this.#address.claim();
    const from = this.#known;
    if (isSamePlace(place, from)) return;
    // The browser has scrolled already where its own buttons were used.
    if (from && !this.#isByBrowser) this.#scrolls.keep(hashOf(from));
    if (from && depthOf(place) > depthOf(from)) this.#backs.set(depthOf(place), from);
    this.#known = this.place = place;
    this.visits += 1;
    this.#traveller.leave(from, place, this.#move);
    if (from && !this.#move) this.#address.write(place); // the page has set it
  }

  hostUpdated(): void {
    const move = this.#move;
    this.#move = undefined;
    this.#isByBrowser = false;
    if (!move) return;
    this.#traveller.settle(move);
    if (move === 'back') this.#scrolls.restore(hashOf(this.place));
    else this.#scrolls.toTop();
    emit(this.#host, 'surety-desk-navigate', detailOf(this.place));
  }

  #put(place: Place) {
    const {view, contractNumber = '', contractNumbers = none, revision} = place;
    const {applicationId = '', list = 'contracts'} = place;
    Object.assign(this.#host, {view, contractNumber, contractNumbers, revision, applicationId, list});
  }

  #arrive(found: Place | 'unknown') {
    const place = found === 'unknown' ? home : found;
    if (!this.#known) {
      this.isLost = found === 'unknown';
      return this.#put(place); // the page's first address: nothing was left, so nobody is told
    }
    this.#isByBrowser = true;
    if (this.goTo(place, 'back')) this.isLost = found === 'unknown';
    else this.#address.write(this.place);
  }
}

function detailOf(place: Place): SuretyEventDetails['surety-desk-navigate'] {
  const {view, contractNumber, contractNumbers, applicationId} = place;
  return {
    view,
    ...(contractNumber && {contractNumber}),
    ...(contractNumbers && {contractNumbers}),
    ...(applicationId && {applicationId}),
  };
}
