import {adoptStyles, supportsAdoptingStyleSheets, type CSSResult} from 'lit';

/** Adds the styles of a lazy module to the shadow root in which it draws, once for each root. */
export function addStyles(root: HTMLElement | DocumentFragment, styles: readonly CSSResult[]): void {
  if (!(root instanceof ShadowRoot)) return;
  const there = supportsAdoptingStyleSheets ? root.adoptedStyleSheets : [];
  const fresh = styles.filter(({styleSheet}) => !styleSheet || !there.includes(styleSheet));
  adoptStyles(root, [...there, ...fresh]); // adds style elements where sheets cannot be shared
}
