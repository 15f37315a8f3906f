import {msg} from '@lit/localize';
import {html, type ReactiveController, type ReactiveControllerHost, type TemplateResult} from 'lit';
import {guardComposition} from '../kernel/composition.js';

type Host = ReactiveControllerHost & {readonly renderRoot: HTMLElement | DocumentFragment};

/** What a list gives to its search line. */
export interface SearchSource {
  /** What is searched for now. */
  words: () => string;
  /** What can be searched for, in a sentence. */
  hint: () => string;
  search: (words: string) => void;
  /** Somebody is about to search. */
  approached?: () => void;
}

/** Long enough that a word is typed out, short enough that nobody waits. */
const TYPING_MS = 300;

/** 「検索」 above a list: searches once a word is typed out, and at once with Enter or its button. */
export class SearchLine implements ReactiveController {
  readonly #host: Host;
  readonly #source: SearchSource;
  #typing: ReturnType<typeof setTimeout> | undefined;

  constructor(host: Host, source: SearchSource) {
    this.#host = host;
    this.#source = source;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.cancel();
  }

  /** The field, once it is drawn. */
  get field(): HTMLInputElement | null {
    return this.#host.renderRoot.querySelector<HTMLInputElement>('#search');
  }

  /** Forgets what was typed and not yet searched for. */
  cancel(): void {
    clearTimeout(this.#typing);
  }

  render(): TemplateResult {
    return html`<form
      class="search"
      part="search"
      role="search"
      novalidate
      @focusin=${this.#source.approached}
      @submit=${this.#handleSubmit}
    >
      <div class="field">
        <label for="search">${msg('検索')}</label>
        <p class="hint" id="search-hint">${this.#source.hint()}</p>
        <div class="search-row">
          <input
            part="input"
            id="search"
            type="search"
            autocomplete="off"
            spellcheck="false"
            enterkeyhint="search"
            aria-describedby="search-hint"
            .value=${this.#source.words()}
            @input=${this.#handleInput}
            @compositionend=${this.#handleInput}
            @keydown=${guardComposition}
          />
          <button part="button">${msg('検索')}</button>
        </div>
      </div>
    </form>`;
  }

  #search() {
    this.cancel();
    this.#source.search(this.field?.value.trim() ?? '');
  }

  #handleInput = (event: InputEvent | CompositionEvent) => {
    if ('isComposing' in event && event.isComposing) return;
    this.cancel();
    this.#typing = setTimeout(() => this.#search(), TYPING_MS);
  };

  #handleSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    this.#search();
  };
}
