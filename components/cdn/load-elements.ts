import {clearFailure, showFailure} from './show-failure.js';

/** Brings the code of one element. */
export type LoadElement = () => Promise<unknown>;

/** Milliseconds until a failed chunk is asked for again. */
const RETRY_MS = [2_000, 8_000, 30_000] as const;

/** Fetches an element's code when its tag appears; a failure is told to page and person, and tried again. */
export function createLoader(
  elements: ReadonlyMap<string, LoadElement>,
  waits: readonly number[] = RETRY_MS,
) {
  const selector = [...elements.keys()].join(',');
  const roots = new Set<ParentNode>();
  /** Tags whose code is there, on its way, or will be asked for again. */
  const started = new Set<string>();
  const timers = new Map<string, ReturnType<typeof setTimeout>>();

  const load = async (tag: string, tries = 0): Promise<void> => {
    clearTimeout(timers.get(tag));
    started.add(tag);
    const places = () => [...roots].flatMap(root => [...root.querySelectorAll(tag)]);
    places().forEach(clearFailure);
    try {
      await elements.get(tag)?.();
    } catch (thrown) {
      for (const element of places()) {
        showFailure(element, () => void load(tag));
        tellPage(element, thrown);
      }
      const wait = waits[tries];
      if (wait === undefined)
        started.delete(tag); // the next such tag on the page tries anew
      else
        timers.set(
          tag,
          setTimeout(() => void load(tag, tries + 1), wait),
        );
    }
  };

  const see = ({localName: tag}: Element) => {
    if (elements.has(tag) && !started.has(tag)) void load(tag);
  };
  const seeAll = (node: ParentNode) => node.querySelectorAll(selector).forEach(see);

  const observe = (root: ParentNode & Node) => {
    roots.add(root);
    seeAll(root);
    const observer = new MutationObserver(records => {
      for (const node of records.flatMap(({addedNodes}) => [...addedNodes])) {
        if (!(node instanceof Element)) continue;
        see(node);
        if (node.firstElementChild) seeAll(node);
      }
    });
    observer.observe(root, {childList: true, subtree: true});
    return () => {
      roots.delete(root);
      observer.disconnect();
    };
  };

  return {observe};
}

/** Has the shape of a `SuretyError`; its class lies in code that is not here yet. */
function tellPage(element: Element, cause: unknown): void {
  const error = new Error(`The code of <${element.localName}> could not be loaded.`, {cause});
  Object.assign(error, {name: 'SuretyError', code: 'asset-load', fields: [], retryAfter: undefined});
  element.dispatchEvent(new CustomEvent('surety-error', {detail: {error}, bubbles: true, composed: true}));
}
