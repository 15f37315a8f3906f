/** All that is drawn in a story, in shadow roots too. */
function* drawn(root: ParentNode): Generator<HTMLElement> {
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    yield element;
    if (element.shadowRoot) yield* drawn(element.shadowRoot);
  }
}

const wordsOf = (element: HTMLElement) => (element.textContent ?? '').replace(/\s+/g, ' ').trim();

const isShown = (element: HTMLElement) => element.getClientRects().length > 0;

/** Waits until something comes about; says what it waited for where it never does. */
async function eventually<T>(find: () => T | undefined, what: string): Promise<T> {
  const end = performance.now() + 10_000;
  for (;;) {
    const found = find();
    if (found) return found;
    if (performance.now() > end) throw new Error(`${what} never came.`);
    await new Promise(resolve => setTimeout(resolve, 40));
  }
}

const find = (canvas: ParentNode, selector: string, words: string) =>
  [...drawn(canvas)].find(each => each.matches(selector) && wordsOf(each).startsWith(words) && isShown(each));

/** Waits until a person can read these words at the start of a heading, a paragraph or the like. */
export const see = (canvas: ParentNode, words: string): Promise<HTMLElement> =>
  eventually(
    () => find(canvas, ':is(h1, h2, h3, h4, h5, p, li, dt, dd, td, a, strong, span, output)', words),
    `「${words}」`,
  );

/** Waits for a heading: where one has come to, which a menu or a list of steps may name long before. */
export const arriveAt = (canvas: ParentNode, words: string): Promise<HTMLElement> =>
  eventually(() => find(canvas, ':is(h1, h2, h3, h4, h5)', words), `The heading 「${words}」`);

/** Presses the button, tab or link whose words start so, as soon as it is there. */
export async function press(canvas: ParentNode, words: string): Promise<void> {
  const target = await eventually(
    () => find(canvas, 'button:not([aria-disabled=true]), [role=tab], a, summary', words),
    `A button 「${words}」`,
  );
  target.click();
}

/** The field with that label, once it is there. */
export const field = (
  canvas: ParentNode,
  label: string,
): Promise<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement> =>
  eventually(() => {
    const found = find(canvas, 'label', label) as HTMLLabelElement | undefined;
    return (found?.control ?? undefined) as HTMLInputElement | undefined;
  }, `A field 「${label}」`);

/** Replaces what stands in a field, as typing does. */
export async function type(canvas: ParentNode, label: string, text: string): Promise<void> {
  const control = await field(canvas, label);
  control.focus();
  control.value = text;
  control.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
  control.blur();
}
