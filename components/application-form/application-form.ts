import {initialState, Task, TaskStatus} from '@lit/task';
import {html, nothing, type PropertyValues} from 'lit';
import {property} from 'lit/decorators.js';
import {msg} from '@lit/localize';
import type {Draft} from '../../src/application/draft.js';
import type {SectionName} from '../../src/application/fields.js';
import type {Prefill} from '../../src/application/prefill.js';
import {SuretyError} from '../../src/errors.js';
import type {Application, ApplicationContent} from '../../src/schemas/application.js';
import {addStyles} from '../kernel/add-styles.js';
import {emit} from '../kernel/events.js';
import {LazyModule} from '../kernel/lazy-module.js';
import {loading} from '../kernel/states.js';
import {SuretyElement} from '../kernel/surety-element.js';
import {Announcer} from '../ui/announcer.js';
import {textOf} from '../ui/fields.js';
import {formStyles} from './application-form.styles.js';
import {answeredControls, isControl, isShowing, looksLikeRow, pressOf, type Control} from './controls.js';
import type {FormController} from './form-controller.js';
import {FormStore, STEP_TITLE_ID} from './form-store.js';
import {keptDrafts} from './kept-drafts.js';
import {loadKnown, type Known} from './known.js';
import {OnlineStatus, offlineNotice} from './online-status.js';
import {editStep, formHeader, sectionForKey, stepNavigation} from './steps/edit.js';

/** Events that tell that somebody is about to use the form. */
const SIGNS_OF_USE = ['pointerover', 'touchstart', 'focusin', 'input'];

/** A place that `goTo()` leads to. */
export type ApplicationFormPlace = SectionName | 'check';

/**
 * 保証申込: a contractor applies for 前払金保証, 中間前払金保証 and 契約保証 in three steps, mends what was sent back, and
 * sees what became of it. Nothing typed is lost by going back and forth, by an error, or by a session that has ended;
 * one content is sent once, even where the connection breaks.
 * @tagname surety-application-form
 * @fires {CustomEvent<{isComplete: boolean}>} surety-application-change - The person changed something.
 * @fires {CustomEvent<{content: ApplicationContent}>} surety-before-submit - Right before sending; cancellable.
 * @fires {CustomEvent<{applicationId: string, receiptNumber: string}>} surety-application-submitted - It was received.
 * @fires {CustomEvent<{url: string}>} surety-external-link - Right before a link leads to the page of the obligee; cancellable.
 * @fires {CustomEvent<{error: SuretyError}>} surety-error - Something failed.
 * @fires {CustomEvent<{error: SuretyError}>} surety-auth-required - Sign the person in again, then call `reload()`.
 * @slot loading - Shown while an application given by `application-id` is fetched.
 * @slot error - Shown when it could not be fetched.
 * @csspart header - 「保証申込」, company and help.
 * @csspart steps - The three steps.
 * @csspart tabs - The tabs of the sections.
 * @csspart panel - One section.
 * @csspart field - One field with label, hint and error.
 * @csspart guarantee - The block of one guarantee.
 * @csspart paste - What was pasted from a spreadsheet, before it is written.
 * @csspart error-summary - 「入力内容に問題があります」.
 * @csspart receipt - 受付番号 and 受付日時.
 * @csspart record - What became of an application.
 * @csspart button - A button without a part of its own.
 * @csspart input - A text field.
 * @csspart select - A list to choose from.
 * @csspart checkbox - A box to tick.
 * @csspart radio - One of several to choose.
 */
export class SuretyApplicationForm extends SuretyElement {
  static readonly formAssociated = true;
  static override styles = formStyles;

  /** An application to mend (差戻し) or to look at. */
  @property({attribute: 'application-id'}) applicationId = '';
  /** Name under which the content as JSON goes into the page's own form; without one it stays out of it. */
  @property({reflect: true}) name = '';
  /** `session` keeps what is typed for this tab, says so, and lets the person delete it. */
  @property() drafts: 'off' | 'session' = 'off';
  /** The browser's way back leads from 申込確認 to 申込作成: one entry in the page's history, with its own address. */
  @property({type: Boolean, attribute: 'step-history'}) stepHistory = false;
  /** Data that the page knows already, e.g. from its ERP; fields of it that are missing stay empty. */
  @property({attribute: false}) value: Prefill | null | undefined;

  #announcer = new Announcer(this);
  #online = new OnlineStatus(this);
  readonly #store: FormStore = new FormStore({
    element: this,
    client: () => this.client(),
    announce: text => this.#announcer.announce(text),
    report: thrown => this.report(thrown),
    edited: () => this.#tellPage(),
  });
  #controller: FormController | undefined;
  /** What waits for the code beyond the first screen. */
  #queue: ((controller: FormController) => void)[] = [];
  #code = new LazyModule(this, async () => {
    const {FormController} = await import('./form-controller.js');
    addStyles(this.renderRoot, FormController.styles);
    this.#controller = new FormController(this.#store);
    for (const act of this.#queue.splice(0)) act(this.#controller);
    return this.#controller;
  });
  #internals: ElementInternals | undefined;

  #known = new Task(this, {
    args: () => [this.source, this.applicationId, this.attempt] as const,
    task: async ([source, id], {signal}): Promise<Known> => {
      if (!source) return initialState as never; // lit keeps such a run INITIAL
      return loadKnown(source, id, signal);
    },
    onComplete: known => {
      this.#store.set({known});
      this.#controller?.adopt(known);
    },
    onError: thrown => this.report(thrown),
  });

  constructor() {
    super();
    const begin = () => void this.#code.load();
    for (const type of SIGNS_OF_USE) this.addEventListener(type, begin, {once: true, passive: true});
    this.#store.subscribe(() => this.#tellForm());
  }

  /**
   * Shows what is missing or wrong; true when nothing is. A promise where that is not known yet, because code or data is
   * still being loaded.
   * @throws {SuretyError} `asset-load` when the code cannot be loaded.
   */
  validate(): boolean | Promise<boolean> {
    const controller = this.#controller;
    if (!controller?.isSettled || this.#known.status === TaskStatus.PENDING)
      return this.#ready().then(ready => ready.validate());
    this.#collect();
    return controller.validate();
  }

  /** Sends what is filled in, without 申込確認; whoever calls it has shown the content. The application, or nothing if it could not be sent. */
  async submit(): Promise<Application | undefined> {
    const controller = await this.#ready();
    return controller.validate() ? controller.send() : undefined;
  }

  /** Back to what the form began with. */
  reset(): void {
    this.#store.replace({});
    this.#store.restart();
    if (this.#code.pending || this.#controller) this.#use(controller => controller.reset());
  }

  /** Shows a section, or 申込確認 if nothing is missing. */
  async goTo(place: ApplicationFormPlace): Promise<void> {
    if (place === 'check') return (await this.#ready()).check();
    this.#store.set({step: 'edit'});
    this.#store.show(place);
    await this.updateComplete;
  }

  /** What would be sent; nothing while something is missing. */
  getValue(): ApplicationContent | undefined {
    this.#collect();
    return this.#store.content;
  }

  /** Fetches anew; what is typed stays. */
  override reload(): void {
    this.#controller?.forget();
    super.reload();
  }

  /** Whether the page's own form may be sent. */
  checkValidity(): boolean {
    return this.#attached()?.checkValidity() ?? true;
  }
  /** Like `checkValidity()`, and shows the person what is missing. */
  reportValidity(): boolean {
    const isValid = this.#attached()?.reportValidity() ?? true;
    if (!isValid) this.#use(controller => void controller.validate());
    return isValid;
  }

  /** Focuses what comes first: errors, else the section's first field. */
  override focus(options?: FocusOptions): void {
    const first = `#error-summary, [role=tabpanel]:not([hidden]) :is(input, select, textarea), #${STEP_TITLE_ID}`;
    this.renderRoot.querySelector<HTMLElement>(first)?.focus(options);
  }

  /** @internal */
  formResetCallback(): void {
    this.reset();
  }
  /** @internal */
  formDisabledCallback(isDisabled: boolean): void {
    this.#store.set({isDisabled});
  }
  /** @internal */
  formStateRestoreCallback(text: string): void {
    this.#store.replace(JSON.parse(text) as Draft);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#collect(); // or drawing would write over it
    if (changed.has('value') && (this.value || changed.get('value'))) {
      const {value} = this;
      this.#use(controller => controller.give(value));
    }
    if (this.name || this.applicationId || this.drafts === 'session') void this.#code.load();
    if (changed.has('drafts') || changed.has('applicationId')) this.#controller?.openStorage();
  }

  protected override updated(): void {
    this.#tellForm();
  }

  /** Also waits for code that is being loaded, so that all of the form is there afterwards. */
  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.#code.pending;
    await this.#store.flushed;
    return super.getUpdateComplete();
  }

  protected override renderContent() {
    return html`<div
      class="form"
      @input=${this.#handleInput}
      @change=${this.#handleChange}
      @click=${this.#handleClick}
      @paste=${this.#handlePaste}
      @keydown=${this.#handleKey}
    >
      ${this.#announcer.render()} ${formHeader(this.#store)} ${this.#renderNotices()} ${this.#renderMain()}
    </div>`;
  }

  #renderNotices() {
    const {step, section, openHelp, known} = this.#store.state;
    const hasFailed = !this.applicationId && this.#known.error !== undefined && !known;
    // Said once: a later section or step says it in its own place.
    const isFirst = step === 'edit' && section === 'works' && openHelp !== 'form';
    const codeFailure = isFirst && !this.applicationId && !this.#isWaiting && this.#code.renderFailure();
    return html`${this.#online.isOffline ? offlineNotice() : nothing}
    ${hasFailed ? this.renderFailure(this.#known.error) : nothing}
    ${this.#controller?.banners() ?? (codeFailure || nothing)}`;
  }

  #renderMain() {
    const store = this.#store;
    const {known, step, submitted} = store.state;
    if (this.applicationId && !known)
      return this.#known.render({
        pending: () => html`<slot name="loading">${loading()}</slot>`,
        error: thrown => this.renderFailure(thrown),
      });
    const application = known?.application;
    if (store.isRecord && application) return this.#renderCode(code => code.record(application));
    if (this.#isWaiting) return this.#renderCode(() => nothing);
    return html`${stepNavigation(store)}
    ${
      step === 'edit'
        ? editStep(store, {
            notices: this.#controller?.notices(),
            section: section => this.#renderCode(code => code.section(section)),
          })
        : nothing
    }
    ${step === 'check' ? this.#renderCode(code => code.review()) : nothing}
    ${step === 'done' && submitted ? this.#renderCode(code => code.receipt(submitted)) : nothing}`;
  }

  /** Draws with the code beyond the first screen; says that it is loading, or could not be loaded. */
  #renderCode(draw: (controller: FormController) => unknown) {
    return this.#controller ? draw(this.#controller) : this.#code.render(() => nothing);
  }

  /** Whether texts are about to be filled in: whatever was typed before would be written over. */
  get #isWaiting() {
    if (this.#controller || Object.keys(this.#store.draft).length) return false;
    return Boolean(this.value) || (this.drafts === 'session' && keptDrafts().includes(this.applicationId));
  }

  /** Does something with the code beyond the first screen: at once, or in order as soon as it is there. */
  #use(act: (controller: FormController) => void) {
    if (this.#controller) return act(this.#controller);
    this.#queue.push(act);
    void this.#code.load();
  }

  /** Waits for code, data and lookups, then takes in what stands in the fields. */
  async #ready(): Promise<FormController> {
    await this.updateComplete;
    const controller = await this.#code.load();
    if (!controller) throw this.#code.error ?? new SuretyError('asset-load', 'The form could not be loaded.');
    await this.#known.taskComplete.catch(() => undefined); // its failure is shown
    await controller.settled();
    await this.updateComplete;
    this.#collect();
    return controller;
  }

  /** Takes in values that were set without an event, e.g. by a password manager. */
  #collect() {
    if (!this.hasUpdated || this.#store.state.step !== 'edit') return;
    for (const control of answeredControls(this.renderRoot))
      if (!this.#store.isStale(control.name) && !isShowing(control, this.#store.text(control.name)))
        this.#enter(control);
  }

  #enter(control: Control) {
    const {name} = control;
    const text = textOf(control);
    if (this.#store.state.isDisabled || text === this.#store.text(name)) return;
    this.#store.enter(name, text);
    this.#use(controller => controller.entered(name, text));
    this.#tellPage();
  }

  /** Tells the page of a change by the person. */
  #tellPage() {
    const store = this.#store;
    this.#use(controller => controller.changed());
    emit(this, 'surety-application-change', {
      // Computed only when asked for: it takes a look at every field.
      get isComplete() {
        return store.isComplete;
      },
    });
  }

  /** Tells the page's own form the content once it is complete, and that something is missing until then. */
  #tellForm() {
    if (!this.name || !this.hasUpdated) return;
    const internals = this.#attached();
    const {content, draft} = this.#store;
    internals?.setFormValue(content ? JSON.stringify(content) : null, JSON.stringify(draft));
    const anchor = this.renderRoot.querySelector<HTMLElement>('[role=tab][aria-selected=true]');
    if (content || !anchor) internals?.setValidity({});
    else
      internals?.setValidity({customError: true}, msg('保証申込に、入力していない項目があります。'), anchor);
  }

  /** Attached when first asked for: most pages never do. */
  #attached(): ElementInternals | undefined {
    return (this.#internals ??= this.attachInternals?.());
  }

  // In the capture phase: between two listeners Lit may draw, and would put back a text that is not written down yet.
  #handleInput = {
    capture: true,
    handleEvent: ({target}: Event) => {
      if (isControl(target)) this.#enter(target);
    },
  };

  #handleChange = ({target}: Event) => {
    if (!isControl(target)) return;
    const {name} = target;
    this.#enter(target); // some browsers fill in a field with this event alone
    this.#use(controller => controller.left(name));
  };

  #handlePaste = (event: ClipboardEvent) => {
    const {target} = event;
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (!looksLikeRow(text) || !isControl(target) || target instanceof HTMLSelectElement) return;
    event.preventDefault();
    this.#use(controller => void controller.paste(text, target));
  };

  #handleClick = (event: Event) => {
    const press = pressOf(event);
    if (!press) return;
    const {openHelp} = this.#store.state;
    this.#collect();
    if (press.name === 'go') {
      event.preventDefault(); // a fragment would change the page's address
      void this.#store.goToField(press.value);
    } else if (press.name === 'help')
      this.#store.set({openHelp: openHelp === press.value ? '' : press.value});
    else if (press.name === 'tab') this.#store.show(press.value as SectionName);
    else this.#use(controller => controller.press(press));
  };

  /** Arrow keys, Home and End among the tabs. */
  #handleKey = (event: KeyboardEvent) => {
    const tab = event.target instanceof Element ? event.target.closest('[role=tab]') : null;
    const section = tab && sectionForKey(event.key, this.#store.state.section);
    if (!section) return;
    event.preventDefault();
    void this.#store.showTab(section);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'surety-application-form': SuretyApplicationForm;
  }
}
