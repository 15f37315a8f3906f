import type {ReactiveController, ReactiveControllerHost} from 'lit';

const types = ['online', 'offline'];

/** Whether the machine has a line. */
export class Line implements ReactiveController {
  isDown = !(globalThis.navigator?.onLine ?? true); // a server has none
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    for (const type of types) window.addEventListener(type, this);
  }

  hostDisconnected(): void {
    for (const type of types) window.removeEventListener(type, this);
  }

  handleEvent({type}: Event): void {
    this.isDown = type === 'offline';
    this.#host.requestUpdate();
  }
}
