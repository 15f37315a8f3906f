import {keptDrafts} from '../application-form/kept-drafts.js';

/** Applications with text that was typed and not sent, by id; `''` is a new one. */
export class UnsentApplications {
  readonly #typed = new Set<string>();
  readonly #sent = new Set<string>();

  /** Notes that something was typed; true where nothing had been. */
  typed(id: string): boolean {
    if (this.#typed.has(id)) return false;
    this.#typed.add(id);
    this.#sent.delete(id);
    return true;
  }

  sent(id: string): void {
    this.#typed.delete(id);
    this.#sent.add(id);
  }

  /** Whether there is text to be lost. */
  has(id: string): boolean {
    return this.#typed.has(id);
  }

  /** Whether its receipt is all that is left to see. */
  isSent(id: string): boolean {
    return this.#sent.has(id);
  }

  /** All of them, with those that this tab kept from before the page was loaded. */
  ids(isKept: boolean): string[] {
    const kept = isKept ? keptDrafts().filter(id => !this.#sent.has(id)) : [];
    return [...new Set([...this.#typed, ...kept])];
  }
}
