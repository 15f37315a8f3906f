import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** Seconds left at which a person who cannot see the countdown is told: seldom, and more often near the end. */
const isWorthSaying = (seconds: number) =>
  seconds >= 60 ? seconds % 60 === 0 : seconds === 30 || seconds === 10;

/** Counts a wait down, second by second, by the clock and not by ticks, for a hidden tab ticks seldom. */
export class WaitController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #say: (seconds: number) => void;
  #until = 0;
  #timer: ReturnType<typeof setInterval> | undefined;
  #remaining = 0;

  /** `say` is called now and then with the seconds left, and with 0 at the end. */
  constructor(host: ReactiveControllerHost, say: (seconds: number) => void) {
    this.#host = host;
    this.#say = say;
    host.addController(this);
  }

  /** Whole seconds left; 0 when one may try again. */
  get remaining(): number {
    return this.#remaining;
  }

  /** Starts to wait anew. */
  start(seconds: number): void {
    this.stop();
    this.#until = Date.now() + seconds * 1000;
    this.#remaining = Math.ceil(seconds);
    this.#timer = setInterval(() => this.#tick(), 1000);
    this.#host.requestUpdate();
  }

  /** Ends the wait without a word. */
  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#remaining = 0;
  }

  hostDisconnected(): void {
    this.stop();
  }

  #tick() {
    const before = this.#remaining;
    this.#remaining = Math.max(0, Math.ceil((this.#until - Date.now()) / 1000));
    if (this.#remaining === 0) this.stop();
    if (this.#remaining === 0 || (this.#remaining !== before && isWorthSaying(this.#remaining))) {
      this.#say(this.#remaining);
    }
    this.#host.requestUpdate();
  }
}
