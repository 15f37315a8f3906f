import type {ReactiveController, ReactiveElement} from 'lit';

/**
 * Replaces the `<font>` elements of a translating browser by plain text nodes. The browser takes the text nodes of a template out of
 * the page, so that Lit would update them in vain and an old amount would stay in sight. What did not change stays as it is,
 * translated; what changed is translated again.
 */
export function removeTranslation(root: ParentNode): void {
  for (const font of root.querySelectorAll('font'))
    if (!font.parentElement?.closest('font')) font.replaceWith(font.textContent);
}

/** Removes translations before each update of an element. */
export class TranslationGuard implements ReactiveController {
  readonly #host: ReactiveElement;

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdate(): void {
    if (this.#host.hasUpdated) removeTranslation(this.#host.renderRoot);
  }
}
