import {VERSION} from '../../src/version.js';

const DEFAULT_PREFIX = 'surety';

/** Elements of this copy by name without prefix, and the prefixes that they are registered under. */
const elements = new Map<string, CustomElementConstructor>();
const prefixes = new Set<string>();
const prefixOfClass = new WeakMap<object, string>();

/** Registers an element. Registering it twice is harmless; another version on the page is reported once on the console. */
export function define(tag: string, element: CustomElementConstructor): void {
  const name = tag.slice(DEFAULT_PREFIX.length + 1);
  elements.set(name, element);
  if (prefixes.size === 0) usePrefix(DEFAULT_PREFIX);
  else for (const prefix of prefixes) register(prefix, name, element);
}

/** Registers all elements under a prefix: those whose code is loaded, and the others when it is. */
export function usePrefix(prefix: string): void {
  if (prefixes.has(prefix)) return;
  const owner = takePrefix(prefix);
  if (owner !== VERSION) return warnOnce(owner, prefix);
  prefixes.add(prefix);
  for (const [name, element] of elements) register(prefix, name, element);
}

/** Returns the tag of another element with the prefix of this one. */
export function tagOf(host: HTMLElement, name: string): string {
  return `${prefixOfClass.get(host.constructor) ?? DEFAULT_PREFIX}-${name}`;
}

function register(prefix: string, name: string, element: CustomElementConstructor): void {
  const tag = `${prefix}-${name}`;
  if (customElements.get(tag)) return;
  // A class can be registered under one tag only; a second prefix needs a subclass.
  const unregistered = prefixOfClass.has(element) ? class extends element {} : element;
  prefixOfClass.set(unregistered, prefix);
  customElements.define(tag, unregistered);
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

/** Sent by one copy of the kit to all others on the page to learn which version owns a prefix. */
interface PrefixQuestion {
  readonly prefix: string;
  owner: string | undefined;
}
const PREFIX_QUESTION = 'surety-tags-claimed';

/**
 * Takes a prefix for this copy unless another owns it, and returns the version of the owner. Copies know each other by an event
 * only, because a global variable could be anybody's.
 */
function takePrefix(prefix: string): string {
  if (typeof document === 'undefined') return VERSION; // on a server there is one copy
  const question: PrefixQuestion = {prefix, owner: undefined};
  document.dispatchEvent(new CustomEvent<PrefixQuestion>(PREFIX_QUESTION, {detail: question}));
  if (question.owner) return question.owner;
  document.addEventListener(PREFIX_QUESTION, event => {
    const {detail} = event as CustomEvent<PrefixQuestion>;
    if (detail.prefix === prefix) detail.owner ??= VERSION;
  });
  return VERSION;
}
