import {html, render, type ReactiveController, type ReactiveControllerHost, type TemplateResult} from 'lit';
import {guard} from 'lit/directives/guard.js';
import {repeat} from 'lit/directives/repeat.js';
import {removeTranslation} from '../kernel/translation-guard.js';
import {MAX_PRINTED_ROWS} from '../ui/list-view.js';
import {BlockHeights} from './block-heights.js';

type Host = ReactiveControllerHost & {readonly renderRoot: HTMLElement | DocumentFragment};

/** Rows that are drawn, measured and recycled together: more of them delay a frame, fewer cost more layout. */
const BLOCK_ROWS = 5;
/** Rows of one `tbody` where all are drawn: a body whose rows did not change is not compared again. */
const PLAIN_ROWS = 50;
/** Up to so many rows all are in the page, for the browser's search and for screen readers that read on by themselves. */
const MAX_PLAIN_ROWS = 300;
/** Pixels above and below the visible part that are drawn too, so that fast scrolling shows no gap. */
const MARGIN_PX = 400;

/** A list counts as still so long after it was last scrolled. */
const REST_MS = 150;

/** Browsers draw nothing taller than 17 (Firefox) or 33 (Chromium) million pixels; 100,000 cards are more. */
const MAX_HEIGHT_PX = 15_000_000;

/** The scroll positions that keys lead to; a page key leaves one row to read on from. */
const keyTargets: Record<string, (at: {top: number; page: number}) => number> = {
  Home: () => 0,
  End: () => Infinity,
  PageUp: ({top, page}) => top - page,
  PageDown: ({top, page}) => top + page,
};

/** What a row window draws. */
export interface WindowContent {
  rows: readonly object[];
  /** Rows of all pages together, fetched or not. */
  total: number;
  /** Another value means other rows: they are shown from the top. */
  query: unknown;
  /** What the rows depend on besides their data. */
  stamp: readonly unknown[];
  /** Index of a row that looks different from the others. */
  marked: number;
  renderTable(blocks: unknown): TemplateResult;
  renderRows(start: number, end: number): readonly TemplateResult[];
}

/**
 * Draws a table into a scroll box: all of it while it is short, else the visible part. Blocks of rows that leave on one
 * side come back on the other, with other data in the same nodes and in reading order.
 */
export class RowWindow implements ReactiveController {
  /** Called with the index after the last row that is drawn. */
  readonly #reached: (row: number) => void;
  readonly #host: Host;
  #content: WindowContent | undefined;
  #box: HTMLElement | undefined;
  #slots = new Map<number, number>();
  #heights = new BlockHeights();
  /** The scroll position if the box could be as tall as all rows; the scroll bar stands `#shift` pixels higher. */
  #top = 0;
  #shift = 0;
  #head = 0;
  #width = 0;
  #isPrinting = false;
  #resizes: ResizeObserver | undefined;
  #resting: ReturnType<typeof setTimeout> | undefined;

  constructor(host: Host, reached: (row: number) => void) {
    this.#host = host;
    this.#reached = reached;
    host.addController(this);
  }

  /** Tells whether there are so many rows that only a part of them is in the page. */
  static isNeeded(content: Pick<WindowContent, 'rows' | 'total'>): boolean {
    return Math.max(content.rows.length, content.total) > MAX_PLAIN_ROWS;
  }

  hostConnected(): void {
    this.#resizes = new ResizeObserver(() => this.#handleResize());
    if (this.#box) this.#resizes.observe(this.#box);
    window.addEventListener('beforeprint', this.#handlePrint);
    window.addEventListener('afterprint', this.#handlePrint);
  }

  hostDisconnected(): void {
    this.#resizes?.disconnect();
    clearTimeout(this.#resting);
    window.removeEventListener('beforeprint', this.#handlePrint);
    window.removeEventListener('afterprint', this.#handlePrint);
  }

  /** Draws into the box that the host has rendered, if it has. */
  draw(box: HTMLElement | null, content: WindowContent | undefined): void {
    const before = this.#content;
    this.#content = box ? content : undefined;
    if (!box || !content) return;
    if (this.#box !== box) this.#adopt(box);
    const isOther = before?.query !== content.query;
    if (isOther) [this.#top, this.#shift] = [0, 0];
    this.#heights.resize(this.#blockCount, isOther);
    if (isOther && box.scrollTop > 0) box.scrollTop = 0; // before the new rows are drawn, or those far down would be
    this.#draw();
  }

  /** Scrolls to a row, so that it is in the page. */
  show(row: number): void {
    if (!this.#box || !this.#isWindowed) return;
    this.#seek(this.#heights.start(Math.floor(row / BLOCK_ROWS)), this.#box);
    this.#draw();
  }

  /** Handles the scroll event of the box. */
  readonly handleScroll = (): void => {
    const box = this.#box;
    if (!box?.clientHeight || !this.#isWindowed) return;
    const moved = Math.abs(box.scrollTop + this.#shift - this.#top);
    if (moved > box.clientHeight) this.#shift = this.#shiftFor(box.scrollTop, box);
    this.#top = box.scrollTop + this.#shift;
    clearTimeout(this.#resting);
    this.#resting = setTimeout(this.#rest, REST_MS);
    const wanted = this.#wanted();
    if (wanted.some(block => !this.#slots.has(block))) this.#draw({isMoving: true});
  };

  /** Puts the blocks into reading order once the list is still: doing so while it moves drops frames. */
  readonly #rest = (): void => {
    clearTimeout(this.#resting);
    this.#draw();
  };

  /**
   * Jumps at once. Smooth scrolling of the browser is stopped short of the first or the last row by blocks that are measured
   * on its way. Where the box cannot scroll further, the key is left to the page.
   */
  readonly #handleKey = (event: KeyboardEvent): void => {
    if (event.key === 'Tab' && this.#isWindowed) this.#rest(); // the next button is the one below
    const [box, target] = [this.#box, keyTargets[event.key]];
    if (!box?.clientHeight || !target || !this.#isWindowed || event.defaultPrevented) return;
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || isTyping(event.target)) return;
    const page = Math.max(0, box.clientHeight - this.#head - this.#rowHeight);
    const wanted = target({top: this.#top, page});
    if (Math.abs(this.#clamp(wanted, box) - this.#top) < 1) return;
    event.preventDefault();
    for (let tries = 0, hidden = -1; tries < 4 && hidden !== this.#hidden(box); tries++) {
      hidden = this.#hidden(box); // heights that were assumed are known once they are drawn
      this.#seek(wanted, box);
      this.#draw();
    }
  };

  get #rowHeight(): number {
    return this.#heights.total / Math.max(1, this.#content?.rows.length ?? 0);
  }

  get #isWindowed(): boolean {
    return Boolean(this.#content && !this.#isPrinting && RowWindow.isNeeded(this.#content));
  }

  /** Printing uses the same blocks, so that the place is kept. */
  get #blockRows(): number {
    return this.#content && RowWindow.isNeeded(this.#content) ? BLOCK_ROWS : PLAIN_ROWS;
  }

  get #blockCount(): number {
    return Math.ceil((this.#content?.rows.length ?? 0) / this.#blockRows);
  }

  #adopt(box: HTMLElement) {
    if (this.#box) this.#resizes?.unobserve(this.#box);
    this.#resizes?.observe(box);
    box.addEventListener('keydown', this.#handleKey);
    this.#box = box;
    this.#width = 0;
    this.#slots.clear();
  }

  /** Draws again where measured heights differ from the assumed ones: other blocks may be visible then. */
  #draw({isMoving = false} = {}) {
    const [box, content] = [this.#box, this.#content];
    if (!box || !content) return;
    const isWindowed = this.#isWindowed;
    removeTranslation(box);
    box.toggleAttribute('data-windowed', isWindowed);
    for (let tries = 0; tries < 3; tries++) {
      this.#assign(this.#wanted(), isMoving);
      const focused = this.#focused;
      render(content.renderTable(this.#renderBlocks(content)), box);
      // A node that is moved loses the focus.
      if (focused !== this.#focused && focused?.isConnected) focused.focus({preventScroll: true});
      if (!this.#place(box, isWindowed)) break;
    }
    const last = Math.max(-1, ...this.#slots.keys());
    this.#reached(Math.min(content.rows.length, (last + 1) * this.#blockRows));
  }

  #renderBlocks({rows, stamp, marked, renderRows}: WindowContent) {
    const size = this.#blockRows;
    const renderBlock = (block: number) => {
      const start = block * size;
      const end = start + size;
      const part = rows.slice(start, end);
      const mark = marked >= start && marked < start + size && marked;
      return html`<tbody role="rowgroup" data-block=${block}>
        ${guard([start, mark, ...stamp, ...part], () => renderRows(start, end))}
      </tbody>`;
    };
    return repeat(this.#slots.keys(), block => this.#slots.get(block), renderBlock);
  }

  /** Returns the visible blocks, and the one with the focus: a focused control must not disappear. */
  #wanted(): number[] {
    const count = this.#blockCount;
    const most = this.#isPrinting ? MAX_PRINTED_ROWS / BLOCK_ROWS : count;
    if (!this.#isWindowed) return range(0, Math.min(count, most));
    const first = this.#heights.at(this.#top - MARGIN_PX);
    const last = this.#heights.at(this.#top + (this.#box?.clientHeight ?? 0) + MARGIN_PX);
    const wanted = range(first, last + 1);
    const focused = this.#focusedBlock;
    if (focused === undefined || focused >= count) return wanted;
    if (focused < first) return [focused, ...wanted];
    return focused > last ? [...wanted, focused] : wanted;
  }

  get #focused(): HTMLElement | undefined {
    const root = this.#host.renderRoot;
    const focused = root instanceof ShadowRoot ? root.activeElement : null;
    return focused instanceof HTMLElement && this.#box?.contains(focused) ? focused : undefined;
  }

  get #focusedBlock(): number | undefined {
    const body = this.#focused?.closest('tbody');
    return body ? blockOf(body) : undefined;
  }

  /**
   * A block keeps its nodes while it is drawn; a new one takes those of a block that is no longer drawn. While the list moves,
   * nodes keep their order and unused ones stay: moving, creating and removing nodes drops frames.
   */
  #assign(blocks: readonly number[], isMoving: boolean) {
    const left = [...this.#slots].filter(([block]) => !blocks.includes(block));
    let unused = Math.max(-1, ...this.#slots.values()) + 1;
    const slots = new Map(
      blocks.map(block => [block, this.#slots.get(block) ?? left.shift()?.[1] ?? unused++] as const),
    );
    if (!isMoving) return void (this.#slots = slots);
    const order = [...this.#slots.values()];
    const place = (slot: number) => (order.includes(slot) ? order.indexOf(slot) : order.length);
    const all = [...slots, ...left.filter(([block]) => block < this.#blockCount)];
    this.#slots = new Map(all.sort(([, one], [, other]) => place(one) - place(other)));
  }

  /** Positions each block and keeps the row that is read in place; returns whether heights differed from the assumed ones. */
  #place(box: HTMLElement, isWindowed: boolean): boolean {
    const table = box.querySelector('table');
    const bodies = [...box.querySelectorAll('tbody')];
    if (!table || !isWindowed || !box.clientHeight) {
      for (const element of [table, ...bodies])
        element?.style.removeProperty(element === table ? 'height' : 'top');
      return false;
    }
    if (!this.#width) this.#measureBox(box, table);
    const read = this.#heights.at(this.#top);
    const into = this.#top - this.#heights.start(read);
    const hasChanged = bodies
      .map(body => this.#heights.measure(blockOf(body), body.offsetHeight))
      .includes(true);
    const seen = box.scrollTop;
    this.#shift = Math.min(this.#shift, this.#spare);
    const top = this.#clamp(this.#heights.start(read) + into, box) - this.#shift;
    const above = this.#head - this.#shift;
    table.style.height = `${Math.min(MAX_HEIGHT_PX, this.#head + this.#heights.total)}px`;
    for (const body of bodies) body.style.top = `${above + this.#heights.start(blockOf(body))}px`;
    // Where all heights were right the box did not move; reading its position would force another layout.
    if (Math.abs(top - (hasChanged ? box.scrollTop : seen)) >= 1) box.scrollTop = top;
    else if (!hasChanged) {
      this.#top = seen + this.#shift;
      return false;
    }
    this.#top = box.scrollTop + this.#shift;
    return hasChanged;
  }

  #measureBox({clientWidth}: HTMLElement, {tHead}: HTMLTableElement) {
    this.#width = clientWidth;
    this.#head = tHead && getComputedStyle(tHead).position === 'sticky' ? tHead.offsetHeight : 0;
  }

  /** Scrolls to a position, or as far as possible. */
  #seek(top: number, box: HTMLElement) {
    this.#top = this.#clamp(top, box);
    this.#shift = this.#spare * (this.#top / this.#hidden(box) || 0);
  }

  #clamp(top: number, box: HTMLElement): number {
    return Math.max(0, Math.min(top, this.#hidden(box)));
  }

  /** Returns the largest scroll position. */
  #hidden({clientHeight}: HTMLElement): number {
    return Math.max(0, this.#head + this.#heights.total - clientHeight);
  }

  /** Returns the shift after a jump of the scroll bar: where it is too short for all rows, it leads to the same share of them. */
  #shiftFor(scrollTop: number, {clientHeight}: HTMLElement): number {
    return (this.#spare * scrollTop) / (MAX_HEIGHT_PX - clientHeight);
  }

  /** Returns the pixels of all rows above the height that browsers can draw. */
  get #spare(): number {
    return Math.max(0, this.#head + this.#heights.total - MAX_HEIGHT_PX);
  }

  /** Measures again after a change of width, and restores the place: a box that was hidden has lost it. */
  #handleResize() {
    const box = this.#box;
    if (!box?.clientHeight || !this.#isWindowed) return;
    const first = this.#heights.at(this.#top);
    if (this.#width !== box.clientWidth) {
      this.#width = 0;
      this.#heights.resize(this.#blockCount, true);
      this.#draw();
      this.#seek(this.#heights.start(first), box);
    }
    box.scrollTop = this.#top - this.#shift;
    this.#draw();
  }

  /** Draws every row for printing. */
  readonly #handlePrint = ({type}: Event): void => {
    this.#isPrinting = type === 'beforeprint';
    if (this.#content && RowWindow.isNeeded(this.#content)) this.#draw();
  };
}

const blockOf = (body: HTMLElement): number => Number(body.dataset['block']);

/** Tells whether a control uses the keys itself; a checkbox does not. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.matches('input:not([type=checkbox]), select, textarea');

const range = (start: number, end: number): number[] =>
  Array.from({length: Math.max(0, end - start)}, (_, index) => start + index);
