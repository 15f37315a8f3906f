/** What the stand-in for a translator puts behind each text, so that texts are still found by their beginning. */
export const TRANSLATED = '′';

const isLeftAlone = (node: Text) =>
  !node.data.trim() || node.parentElement?.closest('font, textarea, [translate=no]') !== null;

function wrap(node: Text): void {
  const [outer, inner] = [document.createElement('font'), document.createElement('font')];
  inner.textContent = node.data + TRANSLATED;
  outer.append(inner);
  node.replaceWith(outer);
}

function translate(root: Node): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  texts.filter(node => !isLeftAlone(node)).forEach(wrap);
}

/**
 * Does to an element what a browser does that translates the page: each text, and each that comes, is taken out and stands in two
 * `<font>` instead. Returns how to stop it.
 */
export function translatePage(el: HTMLElement): () => void {
  const root = el.shadowRoot;
  if (!root) throw new Error(`${el.localName} has nothing to translate.`);
  const observer = new MutationObserver(() => translate(root));
  observer.observe(root, {childList: true, characterData: true, subtree: true});
  translate(root);
  return () => observer.disconnect();
}
