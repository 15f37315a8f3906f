import type {ReactiveController, ReactiveElement} from 'lit';

/**
 * A browser that translates the page puts `<font>` around each text and takes the text node out, which Lit would then write to
 * in vain: an old amount would stay on the screen. Plain text nodes stand for them again before anything is drawn; what did not
 * change stays translated, what did is news to the translator.
 */
export function takeOutTranslation(root: ParentNode): void {
  for (const font of root.querySelectorAll('font'))
    if (!font.parentElement?.closest('font')) font.replaceWith(font.textContent);
}

/** Does so before each update of an element. */
export class TranslationGuard implements ReactiveController {
  readonly #host: ReactiveElement;

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdate(): void {
    if (this.#host.hasUpdated) takeOutTranslation(this.#host.renderRoot);
  }
}
