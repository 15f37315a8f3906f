import {msg, str} from '@lit/localize';
import {html, nothing} from 'lit';
import {tagOf} from '../kernel/define.js';
import type {SuretyElement} from '../kernel/surety-element.js';

/** What picking from the directory does to the form around it. */
export interface DirectoryActions {
  readonly pick: (obligee: {code: string; name: string}) => void;
  readonly announce: (text: string) => void;
}

/** 電子保証対応の発注者, opened in place at one guarantee; its code is fetched when it is first wanted. */
export class Directory {
  readonly #host: SuretyElement;
  readonly #actions: DirectoryActions;
  #openAt = '';
  #panel: HTMLElement | undefined;

  constructor(host: SuretyElement, actions: DirectoryActions) {
    this.#host = host;
    this.#actions = actions;
  }

  /** Opens the directory at a field, or closes it. */
  async toggle(path: string): Promise<void> {
    this.#show(this.#openAt === path ? '' : path);
    if (!this.#openAt) return;
    try {
      await import('../obligee-directory/define.js');
    } catch {
      this.#show('');
      this.#actions.announce(msg('一覧を読み込めませんでした。もう一度お試しください。'));
    }
  }

  /** 「電子保証対応の発注者はこちらです。」 */
  renderLink(path: string) {
    const id = `${path}-directory-link`;
    return html`<span id=${`${id}-words`}
      >${msg('電子保証対応の発注者は')}<button
        part="button"
        type="button"
        class="link"
        id=${id}
        aria-labelledby=${`${id}-words`}
        data-directory=${path}
        aria-expanded=${this.#openAt === path ? 'true' : 'false'}
        aria-controls=${this.#openAt === path ? `${path}-directory` : nothing}
      >
        ${msg('こちら')}</button
      >${msg('です。')}</span
    >`;
  }

  /** The directory, where it is open. */
  renderPanel(path: string) {
    if (this.#openAt !== path) return nothing;
    this.#panel ??= this.#createPanel();
    const {apiBase, environment, scenario, fetch, getToken} = this.#host;
    const id = `${path}-directory`;
    return Object.assign(this.#panel, {id, apiBase, environment, scenario, fetch, getToken});
  }

  /** Made by hand, for a tag with the prefix of the form's own. */
  #createPanel(): HTMLElement {
    const panel = document.createElement(tagOf(this.#host, 'obligee-directory'));
    panel.className = 'directory';
    panel.addEventListener('surety-obligee-select', this.#handleSelect);
    return panel;
  }

  #show(path: string) {
    this.#openAt = path;
    this.#panel = undefined;
    this.#host.requestUpdate();
  }

  #handleSelect = (event: CustomEvent<{code: string; name: string}>) => {
    event.stopPropagation(); // inside the form it is one way to fill in 発注者名, and nobody else's business
    const link = `${this.#openAt}-directory-link`;
    const {name} = event.detail;
    this.#actions.pick(event.detail);
    this.#show('');
    this.#actions.announce(msg(str`発注者名に「${name}」を入力しました。`));
    void this.#host.updateComplete.then(() =>
      this.#host.renderRoot.querySelector<HTMLElement>(`[id="${link}"]`)?.focus(),
    );
  };
}
