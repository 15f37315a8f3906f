import {supportsAdoptingStyleSheets, type CSSResult} from 'lit';

/** Adds styles that came with code fetched later to the root that it draws in; twice is harmless. */
export function addStyles(root: HTMLElement | DocumentFragment, styles: readonly CSSResult[]): void {
  if (!(root instanceof ShadowRoot) || !supportsAdoptingStyleSheets) return;
  const sheets = styles.flatMap(({styleSheet}) => styleSheet ?? []);
  const fresh = sheets.filter(sheet => !root.adoptedStyleSheets.includes(sheet));
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...fresh];
}
