/// <reference types="vite/client" />
import {createLoader} from './load-elements.js';

const defines = import.meta.glob(['../*/define.ts', '!../shared/define.ts']);
const tags = Object.entries(defines).map(([path, define]) => {
  const name = path.split('/').at(-2);
  return [`surety-${name}`, () => Promise.all([fetchCore(), define()])] as const;
});

/** Fetches what every element needs beside its own code, not after it. */
function fetchCore() {
  import('../../src/api/client.js').catch(() => undefined); // asked for again, and told, by who talks to the API
  return import('../shared/surety-element.js');
}

/** Loads the elements inside a root that a `MutationObserver` of the document cannot see, e.g. a shadow root. */
export const {observe} = createLoader(new Map(tags));

observe(document);
