/// <reference types="vite/client" />
import {createLoader} from './load-elements.js';

const defines = import.meta.glob(['../*/define.ts', '!../shared/define.ts']);
const tags = Object.entries(defines).map(([path, define]) => {
  const name = path.split('/').at(-2);
  // What every element needs is fetched beside its own code, not after it.
  return [`surety-${name}`, () => Promise.all([import('../shared/surety-element.js'), define()])] as const;
});

/** Loads the elements inside a root that a `MutationObserver` of the document cannot see, e.g. a shadow root. */
export const {observe} = createLoader(new Map(tags));

observe(document);
