import {adoptStyles, supportsAdoptingStyleSheets, type CSSResult} from 'lit';

/** Adds styles that came with code fetched later to the root that it draws in: once for each root. */
export function addStyles(root: HTMLElement | DocumentFragment, styles: readonly CSSResult[]): void {
  if (!(root instanceof ShadowRoot)) return;
  const there = supportsAdoptingStyleSheets ? root.adoptedStyleSheets : [];
  const fresh = styles.filter(({styleSheet}) => !styleSheet || !there.includes(styleSheet));
  adoptStyles(root, [...there, ...fresh]); // where sheets cannot be shared, it adds elements
}
