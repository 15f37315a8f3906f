const failed = new WeakMap<Element, ShadowRoot>();

/** Says in an element's place that its code is missing: in a shadow root, which the element takes over once it is there. */
export function showFailure(element: Element, retry: () => void): void {
  if (element.shadowRoot && !failed.has(element)) return; // the server has drawn it
  const root = failed.get(element) ?? element.attachShadow({mode: 'open'});
  failed.set(element, root);
  const text = document.createElement('p');
  text.setAttribute('role', 'alert');
  // As in src/i18n/error-text.ts, which is among what could not be loaded.
  text.textContent =
    '必要なファイルを読み込めませんでした。接続を確認して、もう一度お試しください。直らないときは、ページを再読み込みしてください。';
  const button = document.createElement('button');
  button.textContent = 'もう一度読み込む';
  button.type = 'button';
  button.onclick = retry;
  root.replaceChildren(text, button, ...pageContent(element));
}

/** Empties the place again, for the element or for the next failure. */
export function clearFailure(element: Element): void {
  failed.get(element)?.replaceChildren(...pageContent(element));
}

/** What is inside a provider is the page's own, and stays to be seen. */
const pageContent = ({localName}: Element) =>
  localName.endsWith('-provider') ? [document.createElement('slot')] : [];
