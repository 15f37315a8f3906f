/** Brings the code of one element. */
export type LoadElement = () => Promise<unknown>;

/** Seconds until a failed chunk is asked for again. */
const RETRY_MS = [2_000, 8_000, 30_000] as const;

/** Fetches an element's code when its tag appears; a failure is told to the page and tried again. */
export function createLoader(
  elements: ReadonlyMap<string, LoadElement>,
  waits: readonly number[] = RETRY_MS,
) {
  const started = new Set<string>();

  const load = async (tag: string, root: ParentNode, tries = 0): Promise<void> => {
    try {
      await elements.get(tag)?.();
    } catch (thrown) {
      tellPage(tag, root, thrown);
      const wait = waits[tries];
      if (wait === undefined)
        started.delete(tag); // the next such tag on the page tries anew
      else setTimeout(() => void load(tag, root, tries + 1), wait);
    }
  };

  const see = (element: Element, root: ParentNode) => {
    const tag = element.localName;
    if (!elements.has(tag) || started.has(tag)) return;
    started.add(tag);
    void load(tag, root);
  };

  const selector = [...elements.keys()].join(',');
  const seeAll = (node: ParentNode, root: ParentNode) => {
    for (const element of node.querySelectorAll(selector)) see(element, root);
  };

  const observe = (root: ParentNode & Node) => {
    seeAll(root, root);
    const observer = new MutationObserver(records => {
      for (const node of records.flatMap(({addedNodes}) => [...addedNodes])) {
        if (!(node instanceof Element)) continue;
        see(node, root);
        if (node.firstElementChild) seeAll(node, root);
      }
    });
    observer.observe(root, {childList: true, subtree: true});
    return () => observer.disconnect();
  };

  return {observe};
}

/** Has the shape of a `SuretyError`; its class lies in code that is not here yet. */
function tellPage(tag: string, root: ParentNode, cause: unknown): void {
  const error = new Error(`The code of <${tag}> could not be loaded.`, {cause});
  Object.assign(error, {name: 'SuretyError', code: 'asset-load', fields: [], retryAfter: undefined});
  for (const element of root.querySelectorAll(tag)) {
    element.dispatchEvent(new CustomEvent('surety-error', {detail: {error}, bubbles: true, composed: true}));
  }
}
