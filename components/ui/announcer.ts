import {html, type ReactiveController, type ReactiveControllerHost, type TemplateResult} from 'lit';

/** How urgent a message is: `polite` waits for a pause, `assertive` does not. */
export type Urgency = 'polite' | 'assertive';

/** Screen readers miss text that comes together with its region, or right after it was emptied. */
const SETTLE_MS = 150;

/** By then it is said; whoever reads the page from its top must not come upon it as if it were news. */
const SAID_MS = 15_000;

/**
 * Says things to screen readers without moving the focus. Both regions stand empty in the first render and are
 * filled later; the same words are said again because the region is emptied in between.
 */
export class Announcer implements ReactiveController {
  readonly #host: ReactiveControllerHost & {readonly renderRoot: HTMLElement | DocumentFragment};
  #timers = new Map<Urgency, ReturnType<typeof setTimeout>>();

  constructor(host: ReactiveControllerHost & {readonly renderRoot: HTMLElement | DocumentFragment}) {
    this.#host = host;
    host.addController(this);
  }

  /** Says a sentence; a newer one of the same urgency takes the place of one that was not yet said. */
  announce(text: string, urgency: Urgency = 'polite'): void {
    clearTimeout(this.#timers.get(urgency));
    this.#write(urgency, '');
    this.#timers.set(
      urgency,
      setTimeout(() => {
        this.#write(urgency, text);
        this.#timers.set(
          urgency,
          setTimeout(() => this.#write(urgency, ''), SAID_MS),
        );
      }, SETTLE_MS),
    );
  }

  hostDisconnected(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    for (const urgency of ['polite', 'assertive'] as const) this.#write(urgency, '');
  }

  /** The two regions; draw them once, near the top and outside of anything that comes and goes. */
  render(): TemplateResult {
    return html`<div class="visually-hidden no-print" data-announcer="polite" role="status"></div>
      <div class="visually-hidden no-print" data-announcer="assertive" role="alert"></div>`;
  }

  #write(urgency: Urgency, text: string) {
    const region = this.#host.renderRoot?.querySelector(`[data-announcer=${urgency}]`);
    if (region) region.textContent = text;
  }
}
