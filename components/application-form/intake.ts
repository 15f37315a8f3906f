import {textOf} from '../ui/fields.js';
import {companions} from './companions.js';
import {isControl} from './control.js';
import type {LazyModule} from '../kernel/lazy-module.js';
import {looksLikeRow} from './looks-like-row.js';
import type {ApplicationModel} from './model.js';
import type {Workings} from './workings.js';

/** Takes what a person types and pastes, from the first key on: what needs code that is not there yet waits for it. */
export class Intake {
  readonly #workings: LazyModule<Workings>;
  readonly #model: ApplicationModel;
  readonly #changed: () => void;

  constructor(workings: LazyModule<Workings>, model: ApplicationModel, changed: () => void) {
    this.#workings = workings;
    this.#model = model;
    this.#changed = changed;
  }

  handleInput = (event: Event): void => {
    const {value: now} = this.#workings;
    if (now) return now.editing.handleInput(event);
    const {target} = event;
    if (!isControl(target)) return;
    this.#model.write({[target.name]: textOf(target), ...companions(target.name)});
    this.#changed();
  };

  handleChange = ({target}: Event): void => {
    if (isControl(target)) this.use(({editing}) => editing.leave(target.name));
  };

  handlePaste = (event: ClipboardEvent): void => {
    const {value: now, load} = this.#workings;
    if (now) return now.pasting.handlePaste(event);
    const {target} = event;
    const text = event.clipboardData?.getData('text/plain') ?? '';
    // A row of a spreadsheet waits for the code that reads it; anything else is pasted as ever.
    if (!looksLikeRow(text) || !isControl(target) || target instanceof HTMLSelectElement) return;
    event.preventDefault();
    void load().then(workings => workings?.pasting.take(text, target));
  };

  /** Does something at once where the code is there, else as soon as it is. */
  use = (act: (workings: Workings) => void): void => {
    const {value: now, load} = this.#workings;
    if (now) act(now);
    else void load().then(workings => workings && act(workings));
  };
}
