import {hashOf, isSamePlace, readHash, type Place} from './place.js';

/** What the address tells its desk, and asks of it. */
export interface AddressListener {
  /** Whether the page asked for places in its address. */
  readonly isWanted: () => boolean;
  readonly place: () => Place;
  /** Somebody used the browser's buttons, a link or a bookmark; `unknown` leads nowhere. */
  readonly arrive: (place: Place | 'unknown') => void;
}

/** A page has one address, so of several desks that want it the first has it. */
let owner: symbol | undefined;

/** Keeps the part of the page's address after `#` and the desk's place the same; what is not the desk's stays as it is. */
export class Address {
  readonly #listener: AddressListener;
  readonly #self = Symbol();
  /** Where the page began; an address without a place leads back there. */
  #start: Place | undefined;

  constructor(listener: AddressListener) {
    this.#listener = listener;
  }

  /** Whether places are in the address. */
  get isOwn(): boolean {
    return owner === this.#self;
  }

  connect(): void {
    window.addEventListener('hashchange', this.#handleChange);
    this.claim();
  }

  disconnect(): void {
    window.removeEventListener('hashchange', this.#handleChange);
    if (this.isOwn) owner = undefined;
  }

  /** Takes the address, or gives it back, as the page wants it now. */
  claim(): void {
    const {isWanted, place} = this.#listener;
    if (!isWanted()) {
      if (this.isOwn) owner = undefined;
      return;
    }
    if (owner) return;
    owner = this.#self;
    this.#start = place();
    this.#handleChange();
  }

  /** Writes a place down, as a new entry of the browser's history. */
  write(place: Place): void {
    const isThere = location.hash ? location.hash === hashOf(place) : isSamePlace(place, this.#start);
    if (this.isOwn && !isThere) location.hash = hashOf(place);
  }

  #handleChange = (): void => {
    if (!this.isOwn) return;
    const place = location.hash ? readHash(location.hash) : this.#start;
    if (place === undefined || (place !== 'unknown' && isSamePlace(place, this.#listener.place()))) return;
    this.#listener.arrive(place);
  };
}
