import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {StepName} from './frame.js';
import type {Journey} from './journey.js';

/** Member of the history's state that says which step an entry is for; everything else in it is the page's. */
const MEMBER = 'suretyStep';

const stepOf = (state: unknown): unknown =>
  typeof state === 'object' && state !== null ? (state as Record<string, unknown>)[MEMBER] : undefined;

/** What the browser's buttons need of the form around them. */
export interface StepHistoryHost {
  /** Whether the page lets the form make entries. */
  readonly isOn: () => boolean;
  readonly journey: Journey;
  /** Whether something is on its way just now. */
  readonly isBusy: () => boolean;
  /** Forward to 申込確認, if nothing is missing. */
  readonly check: () => void;
}

/**
 * The browser's way back leads from 申込確認 to 申込作成, and forward again. One entry with the page's own address, and
 * only where the page asks for it. After 送信完了 the receipt stays, for what was sent cannot be taken back that way.
 */
export class StepHistory implements ReactiveController {
  readonly #host: StepHistoryHost;
  #step: StepName = 'edit';
  #isOwnWay = false;

  constructor(element: ReactiveControllerHost, host: StepHistoryHost) {
    this.#host = host;
    element.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('popstate', this.#handlePop);
  }

  hostDisconnected(): void {
    window.removeEventListener('popstate', this.#handlePop);
  }

  /** Follows the steps, however they were reached. */
  hostUpdated(): void {
    const {journey, isOn} = this.#host;
    const [before, step] = [this.#step, journey.step];
    this.#step = step;
    if (step === before || !isOn()) return;
    const marked = stepOf(history.state);
    if (step === 'check' && marked !== 'check') this.#mark('pushState', 'check');
    else if (step === 'done' && marked === 'check') this.#mark('replaceState', 'done');
    else if (step === 'edit' && marked === 'done') this.#mark('replaceState', undefined);
    else if (step === 'edit' && marked === 'check') {
      this.#isOwnWay = true;
      history.back();
    }
  }

  #mark(how: 'pushState' | 'replaceState', step: StepName | undefined) {
    history[how]({...(history.state as object | null), [MEMBER]: step}, '');
  }

  #handlePop = ({state}: PopStateEvent) => {
    const {journey, isOn, isBusy, check} = this.#host;
    // The browser scrolls to where the entry was left, away from the field that one was led to.
    if (this.#isOwnWay) requestAnimationFrame(() => journey.showFocused());
    this.#isOwnWay = false;
    if (!isOn() || isBusy() || journey.step === 'done') return;
    const wanted = stepOf(state);
    if (wanted === 'check' && journey.step === 'edit') check();
    else if (!wanted && journey.step === 'check') {
      this.#step = 'edit';
      void journey.begin('edit');
    }
  };
}
