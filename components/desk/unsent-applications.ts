import {keptDrafts} from '../application-form/kept-drafts.js';

/** Applications with text that was typed and not sent, by id; the id of a new one is empty. */
export class UnsentApplications {
  readonly #typed = new Set<string>();
  readonly #sent = new Set<string>();

  /** Notes that something was typed; returns false where that was known. */
  markTyped(id: string): boolean {
    if (this.#typed.has(id)) return false;
    this.#typed.add(id);
    this.#sent.delete(id);
    return true;
  }

  markSent(id: string): void {
    this.#typed.delete(id);
    this.#sent.add(id);
  }

  has(id: string): boolean {
    return this.#typed.has(id);
  }

  isSent(id: string): boolean {
    return this.#sent.has(id);
  }

  /** Returns the ids of all, with the drafts of this tab from before the page was loaded where drafts are kept. */
  ids(areDraftsKept: boolean): string[] {
    const drafts = areDraftsKept ? keptDrafts().filter(id => !this.#sent.has(id)) : [];
    return [...new Set([...this.#typed, ...drafts])];
  }
}
