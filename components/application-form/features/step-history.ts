import type {ReactiveController} from 'lit';
import type {FormStore, StepName} from '../form-store.js';

/** Member of the history's state that says which step an entry is for; everything else in it belongs to the page. */
const MEMBER = 'suretyStep';

const stepOf = (state: unknown): unknown =>
  typeof state === 'object' && state !== null ? (state as Record<string, unknown>)[MEMBER] : undefined;

/**
 * The browser's back button leads from 申込確認 to 申込作成, and forward again: one entry with the page's own address, and
 * only where the page asks for it. After 送信完了 the receipt stays, for what was sent cannot be taken back that way.
 */
export class StepHistory implements ReactiveController {
  readonly #store: FormStore;
  readonly #check: () => void;
  #step: StepName = 'edit';
  #isOwnWay = false;

  /** `check` leads to 申込確認, if nothing is missing. */
  constructor(store: FormStore, check: () => void) {
    this.#store = store;
    this.#check = check;
    store.host.element.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('popstate', this.#handlePop);
  }

  hostDisconnected(): void {
    window.removeEventListener('popstate', this.#handlePop);
  }

  /** Follows the steps, however they were reached. */
  hostUpdated(): void {
    const [before, {step}] = [this.#step, this.#store.state];
    this.#step = step;
    if (step === before || !this.#store.host.element.stepHistory) return;
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
    const store = this.#store;
    const {step, submission} = store.state;
    // The browser scrolls to where the entry was left, away from the field that one was led to.
    if (this.#isOwnWay) requestAnimationFrame(() => store.showFocused());
    this.#isOwnWay = false;
    if (!store.host.element.stepHistory || submission.status !== 'idle' || step === 'done') return;
    const wanted = stepOf(state);
    if (wanted === 'check' && step === 'edit') this.#check();
    else if (!wanted && step === 'check') {
      this.#step = 'edit';
      void store.begin('edit');
    }
  };
}
