import {VERSION} from '../../src/version.js';
import {takeTags} from './tag-owner.js';

const DEFAULT_PREFIX = 'surety';

/** Elements of this copy by name without prefix, and the prefixes that they are registered under. */
const elements = new Map<string, CustomElementConstructor>();
const prefixes = new Set<string>();
const prefixOfClass = new WeakMap<object, string>();

/** Registers an element; loading the kit twice is harmless, another version on the page is said once. */
export function define(tag: string, element: CustomElementConstructor): void {
  elements.set(tag.slice(DEFAULT_PREFIX.length + 1), element);
  if (prefixes.size === 0) usePrefix(DEFAULT_PREFIX);
  else for (const prefix of prefixes) register(prefix, tag.slice(DEFAULT_PREFIX.length + 1), element);
}

/** Registers the elements under a prefix, those whose code is here and those whose code comes later. */
export function usePrefix(prefix: string): void {
  if (prefixes.has(prefix)) return;
  const owner = takeTags(prefix);
  if (owner !== VERSION) return warnOnce(owner, prefix);
  prefixes.add(prefix);
  for (const [name, element] of elements) register(prefix, name, element);
}

/** The tag that an element of this copy uses for another one: that with its own prefix. */
export function tagOf(host: HTMLElement, name: string): string {
  return `${prefixOfClass.get(host.constructor) ?? DEFAULT_PREFIX}-${name}`;
}

function register(prefix: string, name: string, element: CustomElementConstructor): void {
  const tag = `${prefix}-${name}`;
  if (customElements.get(tag)) return;
  // A class has one tag; the second prefix takes one of its own.
  const unused = prefixOfClass.has(element) ? class extends element {} : element;
  prefixOfClass.set(unused, prefix);
  customElements.define(tag, unused);
}

let isWarned = false;
function warnOnce(owner: string, prefix: string): void {
  if (isWarned) return;
  isWarned = true;
  console.warn(
    `surety-elements ${owner} is already on this page; ${VERSION} was not registered. ` +
      `To have both, give one a prefix of its own instead of "${prefix}".`,
  );
}
