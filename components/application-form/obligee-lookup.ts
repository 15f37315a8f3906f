import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {unlistedWarning} from './echo.js';
import type {ApplicationModel} from './model.js';
import type {Pickers} from './pickers.js';

const PATH = 'obligee/name';

type Host = HTMLElement & ReactiveControllerHost & {readonly renderRoot: HTMLElement | DocumentFragment};

/** Fetches what obligees say, as soon as one is picked or its name typed out: its rule and its amounts. */
export class ObligeeLookup implements ReactiveController {
  readonly #host: Host;
  readonly #model: ApplicationModel;
  readonly #pickers: Pickers;
  readonly #announce: (text: string) => void;
  #code = '';
  #name = '';

  constructor(host: Host, model: ApplicationModel, pickers: Pickers, announce: (text: string) => void) {
    this.#host = host;
    this.#model = model;
    this.#pickers = pickers;
    this.#announce = announce;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.addEventListener('focusout', this.#handleLeave);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('focusout', this.#handleLeave);
  }

  /** Follows the fields, however they were written. */
  hostUpdate(): void {
    const [code, name] = [this.#model.text('obligee/code'), this.#model.text(PATH).trim()];
    if (code !== this.#code) void this.#follow((this.#code = code));
    // A name that is still being typed belongs to nobody yet.
    if (name !== this.#name && (code || !this.#isTyping)) void this.#ask((this.#name = name));
  }

  /** Fetches it all again. */
  forget(): void {
    this.#code = '';
    this.#name = '';
  }

  get #isTyping(): boolean {
    const {renderRoot} = this.#host;
    return renderRoot instanceof ShadowRoot && renderRoot.activeElement?.id === PATH;
  }

  #handleLeave = () => {
    if (this.#model.text(PATH).trim() !== this.#name) this.#host.requestUpdate();
  };

  async #follow(code: string) {
    this.#model.chosen = undefined;
    if (!code) return;
    const chosen = await this.#pickers.chosen(code).catch(() => undefined);
    if (code !== this.#model.text('obligee/code')) return;
    if (chosen === 'unlisted') this.#tellUnlisted(code);
    else this.#model.chosen = chosen;
  }

  /** Said where the person is; one who looks at a kept draft reads it. */
  #tellUnlisted(code: string) {
    this.#model.unlistedCode = code;
    this.#host.requestUpdate();
    const words = unlistedWarning(this.#model);
    if (words && this.#host.matches(':focus-within')) this.#announce(words);
  }

  async #ask(name: string) {
    this.#model.advice = undefined;
    const advice = name ? await this.#pickers.advice(name).catch(() => undefined) : undefined;
    if (name === this.#name) this.#model.advice = advice;
  }
}
