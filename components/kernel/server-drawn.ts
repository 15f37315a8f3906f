import type {LitElement} from 'lit';

/**
 * Whether a server has drawn the element: its place, to be kept for the first update. Where the page did not bring Lit's
 * hydration, what the server drew goes, because nothing would take it over.
 */
export function isServerDrawn(element: HTMLElement): boolean {
  const {shadowRoot} = element;
  if (!shadowRoot?.firstChild) return false;
  const {observedAttributes} = element.constructor as typeof LitElement;
  if (observedAttributes.includes('defer-hydration')) return true; // Lit's hydration adds it, where it came in time
  shadowRoot.replaceChildren();
  return false;
}
