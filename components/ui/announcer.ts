import {html, type ReactiveController, type ReactiveControllerHost, type TemplateResult} from 'lit';

/** How urgent a message is: `polite` waits for a pause, `assertive` does not. */
export type Urgency = 'polite' | 'assertive';

/** Screen readers miss text that is written together with its region, or right after the region was emptied. */
const SETTLE_MS = 150;

/** Time after which a text is removed, so that nobody who reads the page from its top comes upon old news. */
const KEPT_MS = 15_000;

/**
 * Announces texts to screen readers without moving the focus. Both regions are empty in the first render and filled later;
 * a text that is announced twice is read twice, because the region is emptied in between.
 */
export class Announcer implements ReactiveController {
  readonly #host: ReactiveControllerHost & {readonly renderRoot: HTMLElement | DocumentFragment};
  #timers = new Map<Urgency, ReturnType<typeof setTimeout>>();

  constructor(host: ReactiveControllerHost & {readonly renderRoot: HTMLElement | DocumentFragment}) {
    this.#host = host;
    host.addController(this);
  }

  /** Announces a text in place of one of the same urgency that was not announced yet. */
  announce(text: string, urgency: Urgency = 'polite'): void {
    clearTimeout(this.#timers.get(urgency));
    this.#write(urgency, '');
    this.#timers.set(
      urgency,
      setTimeout(() => {
        this.#write(urgency, text);
        this.#timers.set(
          urgency,
          setTimeout(() => this.#write(urgency, ''), KEPT_MS),
        );
      }, SETTLE_MS),
    );
  }

  hostDisconnected(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    for (const urgency of ['polite', 'assertive'] as const) this.#write(urgency, '');
  }

  /** Draws both regions: once, near the top and outside of anything that comes and goes. */
  render(): TemplateResult {
    return html`<div class="visually-hidden no-print" data-announcer="polite" role="status"></div>
      <div class="visually-hidden no-print" data-announcer="assertive" role="alert"></div>`;
  }

  #write(urgency: Urgency, text: string) {
    const region = this.#host.renderRoot?.querySelector(`[data-announcer=${urgency}]`);
    if (region) region.textContent = text;
  }
}
