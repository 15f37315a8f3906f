import type {LitElement} from 'lit';

/**
 * Returns whether the server has rendered an element whose first update has to hydrate it. Where the page did not load Lit's
 * hydration, what the server rendered is removed, because nothing would hydrate it.
 */
export function isServerRendered(element: HTMLElement): boolean {
  const {shadowRoot} = element;
  if (!shadowRoot?.firstChild) return false;
  const {observedAttributes} = element.constructor as typeof LitElement;
  if (observedAttributes.includes('defer-hydration')) return true; // added by Lit's hydration
  shadowRoot.replaceChildren();
  return false;
}
