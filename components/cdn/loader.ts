/// <reference types="vite/client" />
import {createLoader} from './load-elements.js';
import {prefix} from './prefix.js';

const defines = import.meta.glob(['../*/define.ts', '!../kernel/define.ts']);
const tags = Object.entries(defines).map(([path, define]) => {
  const name = path.split('/').at(-2);
  return [`${prefix}-${name}`, () => load(define)] as const;
});

/** Fetches what every element needs beside its own code, not after it. */
async function load(define: () => Promise<unknown>): Promise<void> {
  import('../../src/api/client.js').catch(() => undefined); // asked for again, and told, by who talks to the API
  const core = import('../kernel/surety-element.js');
  const own = prefix === 'surety' ? define() : undefined;
  const [{usePrefix}] = await Promise.all([import('../kernel/define.js'), core, own]);
  usePrefix(prefix);
  await define();
}

/** Loads the elements inside a root that a `MutationObserver` of the document cannot see, e.g. a shadow root. */
export const {observe} = createLoader(new Map(tags));

observe(document);
