/** What a person reads in an element, white space folded. */
export const textOf = (el: Element | null | undefined): string =>
  (el?.shadowRoot?.textContent ?? el?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** The first thing in an element's shadow root that fits, or an error that says what was looked for. */
export function find<T extends HTMLElement = HTMLElement>(el: Element, selector: string): T {
  const found = el.shadowRoot?.querySelector<T>(selector);
  if (!found) throw new Error(`There is no ${selector} in ${el.localName}.`);
  return found;
}

/** Everything in an element's shadow root, or in the element where it has none, that fits. */
export const findAll = (el: Element, selector: string): HTMLElement[] => [
  ...(el.shadowRoot ?? el).querySelectorAll<HTMLElement>(selector),
];

/** The button whose name starts with these words. */
export function findButton(el: Element, name: string): HTMLButtonElement {
  const found = findAll(el, 'button').find(button => textOf(button).startsWith(name));
  if (!found) throw new Error(`There is no button 「${name}」 in ${el.localName}.`);
  return found as HTMLButtonElement;
}

/** An answer of the API that says no; a status that is not asked again. */
export const problem = (status: number): Response =>
  new Response(JSON.stringify({type: 'about:blank', title: 'no', status}), {
    status,
    headers: {'Content-Type': 'application/problem+json'},
  });
