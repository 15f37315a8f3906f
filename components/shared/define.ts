import {VERSION} from '../../src/version.js';

interface Versioned extends CustomElementConstructor {
  readonly suretyVersion?: string;
}

/** Registers an element; loading the kit twice is harmless, another version on the page is said once. */
export function define(tag: string, element: Versioned): void {
  const known: Versioned | undefined = customElements.get(tag);
  if (!known) customElements.define(tag, element);
  else if (known !== element && known.suretyVersion !== VERSION) warnOnce(known.suretyVersion ?? '?');
}

let isWarned = false;
function warnOnce(version: string) {
  if (isWarned) return;
  isWarned = true;
  console.warn(`surety-elements ${version} is already on this page; ${VERSION} was not registered.`);
}
