import type {ReactiveController, ReactiveElement} from 'lit';
import {emit} from './events.js';

/**
 * Fires `surety-external-link` before a link of an element leads to another site, so that the page can warn, log or open it in its own
 * way. It listens on the element, so that no link of a template is forgotten.
 */
export class ExternalLinks implements ReactiveController {
  readonly #host: ReactiveElement;

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.addEventListener('click', this.#handleClick);
    this.#host.addEventListener('auxclick', this.#handleClick); // the middle button opens a tab
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('click', this.#handleClick);
    this.#host.removeEventListener('auxclick', this.#handleClick);
  }

  readonly #handleClick = (event: MouseEvent) => {
    const link = event.composedPath().find(target => target instanceof HTMLAnchorElement);
    // Links of inner elements are reported by those; slotted links are the page's.
    const isOwn = link?.getRootNode() === this.#host.shadowRoot;
    if (!link || !isOwn || event.defaultPrevented || event.button === 2) return;
    const url = externalUrl(link);
    if (url && !emit(this.#host, 'surety-external-link', {url})) event.preventDefault();
  };
}

/** Returns the address of a link to another site; nothing for phone, mail, files and the page's own site. */
function externalUrl({href}: HTMLAnchorElement): string | undefined {
  const url = URL.canParse(href) ? new URL(href) : undefined;
  return url && /^https?:$/.test(url.protocol) && url.origin !== location.origin ? url.href : undefined;
}
