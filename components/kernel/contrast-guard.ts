import type {ReactiveController, ReactiveElement} from 'lit';
import type {Environment} from '../../src/config.js';
import {tagOf} from './define.js';

const seen = new WeakSet<Element>();
const told = new Set<string>();

/**
 * Tells the page's author, on the console, of colours that are too close to each other to be read: while building
 * (`sandbox`, `mock`) only, once for each provider, each pair once.
 */
export class ContrastGuard implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #environmentOf: () => Environment | undefined;

  constructor(host: ReactiveElement, environmentOf: () => Environment | undefined) {
    this.#host = host;
    this.#environmentOf = environmentOf;
    host.addController(this);
  }

  hostUpdated(): void {
    const environment = this.#environmentOf();
    if (!environment || environment === 'production') return;
    const place = this.#host.closest(tagOf(this.#host, 'provider')) ?? this.#host;
    if (seen.has(place)) return;
    seen.add(place);
    warn(this.#host).catch(() => undefined); // a help for building a page, never a reason to fail
  }
}

async function warn(element: Element): Promise<void> {
  const {checkContrast, contrastText} = await import('../../src/theme/contrast.js');
  if (!element.isConnected) return;
  for (const each of checkContrast(element).map(contrastText)) {
    if (told.has(each)) continue;
    told.add(each);
    console.warn(`surety-elements: ${each}`);
  }
}
