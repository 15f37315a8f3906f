/** What scrolls an element: the nearest box around it that does, through shadow roots, else the page. */
function scrollerOf(element: Element): Element {
  let each: Element | null = element;
  while (each) {
    const {overflowY} = getComputedStyle(each);
    if (/auto|scroll/.test(overflowY) && each.scrollHeight > each.clientHeight) return each;
    const {parentNode}: Element = each;
    each = parentNode instanceof ShadowRoot ? parentNode.host : each.parentElement;
  }
  return document.scrollingElement ?? document.documentElement;
}

/** How far down one was at each place, to come back there. */
export class ScrollMemory {
  readonly #host: Element;
  readonly #tops = new Map<string, number>();

  constructor(host: Element) {
    this.#host = host;
  }

  /** Notes how far down one is. */
  keep(place: string): void {
    this.#tops.set(place, scrollerOf(this.#host).scrollTop);
  }

  /** Back to where one was. */
  restore(place: string): void {
    const top = this.#tops.get(place);
    if (top !== undefined) scrollerOf(this.#host).scrollTop = top;
  }

  /** Shows the top of the desk, where one is below it. */
  toTop(): void {
    if (this.#host.getBoundingClientRect().top < 0) this.#host.scrollIntoView({block: 'start'});
  }
}
