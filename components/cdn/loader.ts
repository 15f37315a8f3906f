/// <reference types="vite/client" />
import {SuretyApplicationForm} from '../application-form/application-form.js';
import {define, usePrefix} from '../kernel/define.js';
import {SuretyProvider} from '../provider/provider.js';
import {createLoader, type LoadElement} from './load-elements.js';
import {ADDRESS, prefix} from './prefix.js';

// The form and its provider are in this script, so that a contractor's first screen stands after one trip. All other elements
// share their code; what else an element needs is fetched when its tag is on the page.
const present: Record<string, LoadElement> = {
  provider: async () => define('surety-provider', SuretyProvider),
  'application-form': async () => define('surety-application-form', SuretyApplicationForm),
};
const defines = import.meta.glob(['../*/define.ts', '!../{kernel,provider,application-form}/define.ts']);
const later = Object.entries(defines).map(
  ([path, load]) => [path.split('/').at(-2), withClient(load)] as const,
);

/** Fetches the client of the API beside the code of an element that asks for data as soon as it is there. */
function withClient(load: LoadElement): LoadElement {
  return () => {
    import('../../src/api/client.js').catch(() => undefined); // the element asks for it again, and shows a failure
    return load();
  };
}

function start() {
  const elements = [...Object.entries(present), ...later].map(([name, load]) => {
    const loadElement: LoadElement = () => {
      usePrefix(prefix);
      return load();
    };
    return [`${prefix}-${name}`, loadElement] as const;
  });
  const loader = createLoader(new Map(elements));
  loader.observe(document);
  return loader;
}

// A page may name this script with a query (`?v=3`). The files that it fetches import it without one, so that one goes on.
const loader =
  import.meta.url === ADDRESS
    ? start()
    : (import(/* @vite-ignore */ ADDRESS) as Promise<{observe: typeof observe}>);

/**
 * Loads the elements inside a root that a `MutationObserver` of the document cannot see, e.g. a shadow root. Returns a function
 * that ends this.
 */
export function observe(root: Node & ParentNode): () => void {
  if ('observe' in loader) return loader.observe(root);
  const ending = loader.then(other => other.observe(root));
  return () => void ending.then(end => end());
}
