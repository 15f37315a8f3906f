import type {ReactiveController, ReactiveElement} from 'lit';
import type {Environment} from '../../src/config.js';
import {tagOf} from './define.js';

const checkedScopes = new WeakSet<Element>();
const reported = new Set<string>();

/**
 * Warns the page's author on the console of colours with too little contrast. Only in `sandbox` and `mock`, once for each
 * provider, and once for each pair of colours.
 */
export class ContrastGuard implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #getEnvironment: () => Environment | undefined;

  constructor(host: ReactiveElement, getEnvironment: () => Environment | undefined) {
    this.#host = host;
    this.#getEnvironment = getEnvironment;
    host.addController(this);
  }

  hostUpdated(): void {
    const environment = this.#getEnvironment();
    if (!environment || environment === 'production') return;
    const scope = this.#host.closest(tagOf(this.#host, 'provider')) ?? this.#host;
    if (checkedScopes.has(scope)) return;
    checkedScopes.add(scope);
    void warn(this.#host);
  }
}

async function warn(element: Element): Promise<void> {
  try {
    const {checkContrast, contrastText} = await import('../../src/theme/contrast.js');
    if (!element.isConnected) return;
    for (const text of checkContrast(element).map(contrastText)) {
      if (reported.has(text)) continue;
      reported.add(text);
      console.warn(`surety-elements: ${text}`);
    }
  } catch (cause) {
    console.warn('surety-elements: The contrast of colours could not be checked.', cause);
  }
}
