import {msg} from '@lit/localize';
import {html, type ReactiveController, type ReactiveControllerHost, type TemplateResult} from 'lit';

/** Whether the browser is offline. */
export class OnlineStatus implements ReactiveController {
  isOffline = !(globalThis.navigator?.onLine ?? true); // a server has no navigator
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    for (const type of ['online', 'offline']) window.addEventListener(type, this);
  }

  hostDisconnected(): void {
    for (const type of ['online', 'offline']) window.removeEventListener(type, this);
  }

  handleEvent({type}: Event): void {
    this.isOffline = type === 'offline';
    this.#host.requestUpdate();
  }
}

/** Typing goes on while the browser is offline. */
export const offlineNotice = (): TemplateResult =>
  html`<p class="notice" data-kind="warning" role="status">
    ${msg('インターネットに接続していません。入力は続けられます。送信は、接続が戻ってから行ってください。')}
  </p>`;
