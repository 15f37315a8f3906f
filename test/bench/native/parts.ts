/** Finds an element of one form by the id it has in the page's source; copies of the form carry a suffix. */
export type Find = (id: string) => HTMLElement | undefined;

/** A finder that looks up each id once. */
export function finder(form: HTMLFormElement): Find {
  const known = new Map<string, HTMLElement>();
  return id => {
    const found =
      known.get(id) ?? form.querySelector<HTMLElement>(`[id="${id}${form.dataset.suffix ?? ''}"]`);
    if (found) known.set(id, found);
    return found ?? undefined;
  };
}

const REFERENCES = ['id', 'for', 'aria-controls', 'aria-describedby', 'aria-labelledby'];

/** A further copy of the form with ids and radio groups of its own. */
export function copyForm(form: HTMLFormElement, suffix: string): HTMLFormElement {
  const copy = form.cloneNode(true) as HTMLFormElement;
  copy.dataset.suffix = suffix;
  for (const name of REFERENCES) {
    for (const element of copy.querySelectorAll(`[${name}]`)) {
      const ids = element.getAttribute(name) ?? '';
      element.setAttribute(
        name,
        ids.replace(/\S+/g, id => id + suffix),
      );
    }
  }
  return copy;
}

/** Sets an element's text only where it changes, so that nothing is laid out or announced for nothing. */
export function setText(element: Element | null | undefined, text: string): void {
  if (element && element.textContent !== text) element.textContent = text;
}
