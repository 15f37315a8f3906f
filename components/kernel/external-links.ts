import type {ReactiveController, ReactiveElement} from 'lit';
import {emit} from './events.js';

const isLink = (target: EventTarget): target is HTMLAnchorElement => target instanceof HTMLAnchorElement;

/** The page of another site that a link leads to; not for phone, mail, files, or the page's own site. */
function siteOf({href}: HTMLAnchorElement): string | undefined {
  const address = URL.canParse(href) ? new URL(href) : undefined;
  if (!address || !/^https?:$/.test(address.protocol) || address.origin === location.origin) return undefined;
  return address.href;
}

/**
 * Asks the page before one of an element's own links leads to another site, so that it can warn, note it down or open it its own
 * way. It stands on the element, so that no link of a template is forgotten.
 */
export class ExternalLinks implements ReactiveController {
  readonly #host: ReactiveElement;

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.addEventListener('click', this.#ask);
    this.#host.addEventListener('auxclick', this.#ask); // the middle button opens a tab too
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('click', this.#ask);
    this.#host.removeEventListener('auxclick', this.#ask);
  }

  readonly #ask = (event: MouseEvent) => {
    const link = event.composedPath().find(isLink);
    const isOwn = link?.getRootNode() === this.#host.shadowRoot; // else an inner element asks, or it is the page's own link
    if (!link || !isOwn || event.defaultPrevented || event.button === 2) return;
    const url = siteOf(link);
    if (url && !emit(this.#host, 'surety-external-link', {url})) event.preventDefault();
  };
}
