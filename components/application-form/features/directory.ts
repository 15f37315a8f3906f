import {msg, str} from '@lit/localize';
import {html, nothing} from 'lit';
import {tagOf} from '../../kernel/define.js';
import type {FormStore} from '../form-store.js';

type Pick = (obligee: {code: string; name: string}) => void;

/** 電子保証対応の発注者, opened in place at one guarantee; its code is loaded when it is first opened. */
export class Directory {
  readonly #store: FormStore;
  readonly #pick: Pick;
  #openAt = '';
  #panel: HTMLElement | undefined;

  constructor(store: FormStore, pick: Pick) {
    this.#store = store;
    this.#pick = pick;
  }

  /** Opens the directory at a field, or closes it. */
  async toggle(path: string): Promise<void> {
    this.#show(this.#openAt === path ? '' : path);
    if (!this.#openAt) return;
    try {
      await import('../../obligee-directory/define.js');
    } catch {
      this.#show('');
      this.#store.host.announce(msg('一覧を読み込めませんでした。もう一度お試しください。'));
    }
  }

  /** 「電子保証対応の発注者はこちらです。」 */
  renderLink(path: string): unknown {
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

  /** The directory where it is open. */
  renderPanel(path: string): unknown {
    if (this.#openAt !== path) return nothing;
    this.#panel ??= this.#createPanel();
    const {apiBase, environment, scenario, fetch, getToken} = this.#store.host.element;
    const id = `${path}-directory`;
    return Object.assign(this.#panel, {id, apiBase, environment, scenario, fetch, getToken});
  }

  /** Created by hand, for its tag has the prefix of the form's own. */
  #createPanel(): HTMLElement {
    const panel = document.createElement(tagOf(this.#store.host.element, 'obligee-directory'));
    panel.className = 'directory';
    panel.addEventListener('surety-obligee-select', this.#handleSelect);
    return panel;
  }

  #show(path: string) {
    this.#openAt = path;
    this.#panel = undefined;
    this.#store.set({});
  }

  #handleSelect = (event: CustomEvent<{code: string; name: string}>) => {
    event.stopPropagation(); // inside the form it only fills in 発注者名, so the page need not hear of it
    const link = `${this.#openAt}-directory-link`;
    const {name} = event.detail;
    this.#pick(event.detail);
    this.#show('');
    this.#store.host.announce(msg(str`発注者名に「${name}」を入力しました。`));
    const {element} = this.#store.host;
    void element.updateComplete.then(() =>
      element.renderRoot.querySelector<HTMLElement>(`[id="${link}"]`)?.focus(),
    );
  };
}
