import {msg, str} from '@lit/localize';
import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** Seconds to wait when the API does not say how many. */
const DEFAULT_WAIT_SECONDS = 30;

/** Whether the seconds left are announced: seldom at first, more often near the end. */
const isAnnounced = (seconds: number) =>
  seconds >= 60 ? seconds % 60 === 0 : seconds === 30 || seconds === 10;

/** The wait that the API asks for after too many checks. Counts down by the clock, because ticks are rare in a hidden tab. */
export class RateLimitWait implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #handleSeconds: (seconds: number) => void;
  #until = 0;
  #timer: ReturnType<typeof setInterval> | undefined;
  #remaining = 0;
  #ended = Promise.resolve();
  #end = () => {};

  /** `handleSeconds` is called now and then with the seconds left, and with 0 at the end. */
  constructor(host: ReactiveControllerHost, handleSeconds: (seconds: number) => void) {
    this.#host = host;
    this.#handleSeconds = handleSeconds;
    host.addController(this);
  }

  /** Whole seconds left; 0 when checks are accepted again. */
  get remaining(): number {
    return this.#remaining;
  }

  /** Resolves when the wait has ended or was stopped; at once when there is none. */
  get ended(): Promise<void> {
    return this.#ended;
  }

  /** Starts a wait in place of the one before. */
  start(seconds = DEFAULT_WAIT_SECONDS): void {
    this.stop();
    this.#until = Date.now() + seconds * 1000;
    this.#remaining = Math.ceil(seconds);
    this.#timer = setInterval(() => this.#handleTick(), 1000);
    this.#ended = new Promise(resolve => (this.#end = resolve));
    this.#host.requestUpdate();
  }

  /** Ends the wait without an announcement. */
  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#remaining = 0;
    this.#end();
  }

  hostDisconnected(): void {
    this.stop();
  }

  #handleTick() {
    const before = this.#remaining;
    this.#remaining = Math.max(0, Math.ceil((this.#until - Date.now()) / 1000));
    if (this.#remaining === 0) this.stop();
    if (this.#remaining === 0 || (this.#remaining !== before && isAnnounced(this.#remaining))) {
      this.#handleSeconds(this.#remaining);
    }
    this.#host.requestUpdate();
  }
}

/** Returns a wait in words: 「45秒」, 「2分05秒」. */
export function waitClock(seconds: number): string {
  if (seconds < 60) return msg(str`${seconds}秒`);
  const rest = String(seconds % 60).padStart(2, '0');
  return msg(str`${Math.floor(seconds / 60)}分${rest}秒`);
}
