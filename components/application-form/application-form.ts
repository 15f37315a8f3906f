import {initialState, Task} from '@lit/task';
import {html, nothing, type PropertyValues} from 'lit';
import {property, state} from 'lit/decorators.js';
import type {Application, ApplicationContent} from '../../src/schemas/application.js';
import {Announcer} from '../ui/announcer.js';
import {emit} from '../kernel/events.js';
import {keptDrafts} from './kept-drafts.js';
import {addStyles} from '../kernel/add-styles.js';
import {loading} from '../kernel/states.js';
import {SuretyElement} from '../kernel/surety-element.js';
import {formStyles} from './application-form.styles.js';
import {delegate} from './delegate.js';
import {draftOf, type Draft, type Prefill} from './draft.js';
import {editStep, type EditView} from './edit-step.js';
import type {SectionName} from './field.js';
import {internalsOf, tellForm} from './form-value.js';
import {formTitle, frame, offlineNotice, STEP_TITLE_ID, stepNavigation} from './frame.js';
import {Intake} from './intake.js';
import {Journey} from './journey.js';
import {initialDraft, loadKnown, versionOf, type Known} from './known.js';
import {LazyModule} from '../kernel/lazy-module.js';
import {Line} from './line.js';
import {ApplicationModel} from './model.js';
import {firstDefaults, withDefaults} from './suggestions.js';
import type {Workings} from './workings.js';

/** What tells that somebody is about to use the form. */
const signsOfUse = ['pointerover', 'touchstart', 'focusin', 'input'];

/** Where `goTo()` leads. */
export type ApplicationFormPlace = SectionName | 'check';

/**
 * 保証申込: a contractor applies for 前払金保証, 中間前払金保証 and 契約保証 in three steps, mends what was sent back, and
 * sees what became of it. Nothing typed is lost by going back and forth, by an error, or by a session that has ended;
 * one content is sent once, whatever the line does.
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
  @property({attribute: false}) value: Prefill | undefined;

  @state() private known: Known | undefined;
  @state() private submitted: Application | undefined;
  @state() private isDisabled = false;

  #model = new ApplicationModel(() => this.requestUpdate());
  #announcer = new Announcer(this);
  #journey = new Journey(this);
  #line = new Line(this);
  #workings = new LazyModule(this, () => this.#fetchWorkings());
  #intake = new Intake(this.#workings, this.#model, () => this.#changed());
  // In the capture phase: between two listeners Lit may draw, and would put back a text that is not written down yet.
  #listening = {handleEvent: this.#intake.handleInput, capture: true};
  #internals = internalsOf(this);
  #adopted = '';
  /** The new application that waits while another one is looked at. */
  #aside: Draft | undefined;

  #loading = new Task(this, {
    args: () => [this.source, this.applicationId, this.attempt] as const,
    task: async ([source, id], {signal}): Promise<Known> => {
      if (!source) return initialState as never; // lit keeps such a run INITIAL
      return loadKnown(source, id, signal);
    },
    onComplete: known => this.#adopt(known),
    onError: thrown => this.report(thrown),
  });

  constructor() {
    super();
    const begin = () => void this.#workings.load();
    for (const type of signsOfUse) this.addEventListener(type, begin, {once: true, passive: true});
  }

  /** Shows what is missing or wrong; true when nothing is. */
  validate(): boolean {
    const {value: now} = this.#workings;
    if (!now) void this.#workings.load().then(workings => workings?.dispatch.validate());
    return now?.dispatch.validate() ?? false;
  }

  /** Sends what is filled in, without 申込確認; whoever calls it has shown the content. The application, or nothing if it could not be sent. */
  async submit(): Promise<Application | undefined> {
    const workings = await this.#workings.load();
    return workings?.dispatch.validate() ? workings.dispatch.send() : undefined;
  }

  /** Back to what the form began with. */
  reset(): void {
    this.#model.replace(initialDraft(this.known, this.value));
    this.#workings.value?.clear();
    this.submitted = undefined;
    this.#journey.restart();
  }

  /** Shows a section, or 申込確認 if nothing is missing. */
  async goTo(place: ApplicationFormPlace): Promise<void> {
    if (place === 'check') await (await this.#workings.load())?.dispatch.check();
    else {
      this.#journey.toStep('edit');
      this.#journey.show(place);
      await this.updateComplete;
    }
  }

  /** What would be sent; nothing while something is missing. */
  getValue(): ApplicationContent | undefined {
    return this.#model.content;
  }

  /** Fetches anew; what is typed stays. */
  override reload(): void {
    this.#workings.value?.forget();
    super.reload();
  }

  /** Whether the page's own form may be sent. */
  checkValidity(): boolean {
    return this.#internals()?.checkValidity() ?? true;
  }
  /** Like `checkValidity()`, and tells the person. */
  reportValidity(): boolean {
    return this.#internals()?.reportValidity() ?? true;
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
    this.isDisabled = isDisabled;
  }
  /** @internal */
  formStateRestoreCallback(text: string): void {
    this.#model.replace(JSON.parse(text) as Draft);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#workings.value?.endPrint();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('value') && this.value)
      this.#model.write(withDefaults(draftOf(this.value), this.#model.draft, this.known?.account));
    if (this.value || this.name || this.applicationId || this.drafts === 'session')
      void this.#workings.load();
    if (changed.has('drafts') || changed.has('applicationId')) this.#open(this.#workings.value);
  }

  protected override updated(): void {
    if (this.name) tellForm(this.#internals(), this.#model, this.renderRoot);
  }

  /** Also waits for code that is on its way, so that whoever drives the form finds all of it. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const isDone = await super.getUpdateComplete();
    const {pending} = this.#workings;
    if (!pending) return isDone;
    await pending;
    return super.getUpdateComplete();
  }

  protected override renderContent() {
    const {application, account} = this.known ?? {};
    const isRecord = application && application.state !== 'returned' && !this.submitted;
    const isHelpOpen = this.#model.openHelp === 'form';
    return html`<div
      class="form"
      @input=${this.#listening}
      @change=${this.#intake.handleChange}
      @click=${this.#handleClick}
      @paste=${this.#intake.handlePaste}
      @keydown=${this.#journey.handleKey}
    >
      ${this.#announcer.render()}
      ${frame({
        title: formTitle(application),
        company: account?.party.name,
        isHelpOpen,
        help: isHelpOpen ? this.#workings.render(workings => workings.help()) : nothing,
      })}
      ${this.#renderNotices()}
      ${
        this.applicationId && !this.known
          ? this.#renderWaiting()
          : isRecord
            ? this.#workings.render(workings => workings.record(application))
            : this.#isRestoring
              ? this.#workings.render(() => nothing)
              : this.#renderSteps()
      }
    </div>`;
  }

  /** What this tab keeps is not read yet: whatever was typed before it is would be written over. */
  get #isRestoring() {
    return this.drafts === 'session' && !this.#workings.value && keptDrafts().includes(this.applicationId);
  }

  #renderWaiting() {
    return this.#loading.render({
      pending: () => html`<slot name="loading">${loading()}</slot>`,
      error: thrown => this.renderFailure(thrown),
    });
  }

  #renderNotices() {
    const isFailed = !this.applicationId && this.#loading.error !== undefined && !this.known;
    // Said once: a later section or step, and the help, say it in their own place.
    const isFirst = this.#journey.step === 'edit' && this.#journey.section === 'works';
    const saysIt = isFirst && !this.applicationId && !this.#isRestoring && this.#model.openHelp !== 'form';
    return html`${this.#line.isDown ? offlineNotice() : nothing}
    ${isFailed ? this.renderFailure(this.#loading.error) : nothing}
    ${this.#workings.value?.notice(Boolean(this.#aside), this.applicationId) ?? (saysIt ? this.#workings.renderFailure() : nothing)}`;
  }

  #renderSteps() {
    const {submitted} = this;
    const {step} = this.#journey;
    const issues = this.#model.shownIssues;
    return html`${stepNavigation(step, step === 'edit' && issues.length > 0)}
    ${step === 'edit' ? editStep(this.#view()) : nothing}
    ${step === 'check' ? this.#workings.render(workings => workings.checkStep()) : nothing}
    ${step === 'done' && submitted ? this.#workings.render(workings => workings.doneStep(submitted)) : nothing}`;
  }

  #view(): EditView {
    return {
      model: this.#model,
      journey: this.#journey,
      isDisabled: this.isDisabled,
      application: this.known?.application,
      extras: this.#workings.value?.extras,
      later: section => this.#workings.render(workings => workings.section(section)),
    };
  }

  /** Everything beyond the first section; comes at the first sign that somebody uses the form. */
  async #fetchWorkings(): Promise<Workings> {
    const {Workings} = await import('./workings.js');
    addStyles(this.renderRoot, Workings.styles);
    const workings = new Workings({
      element: this,
      model: this.#model,
      journey: this.#journey,
      client: () => this.client(),
      known: () => this.known,
      submitted: () => this.submitted,
      announce: text => this.#announcer.announce(text),
      changed: () => this.#changed(),
      mayBegin: content => emit(this, 'surety-before-submit', {content}),
      received: application => this.#received(application),
      failed: error => this.report(error),
      reload: () => this.reload(),
      startNew: () => this.#startNew(),
      leave: () => this.#return(),
      open: id => this.#show(id),
      hasHistory: () => this.stepHistory,
      forgetDrafts: () => (this.drafts = 'off'),
    });
    this.#open(workings);
    if (this.known && !workings.claim(this.known)) this.#model.replace(initialDraft(this.known, this.value));
    if (this.known) workings.resume();
    workings.openList();
    return workings;
  }

  /** Takes in what was fetched. What the person has typed meanwhile stays, unless another application came. */
  #adopt(known: Known) {
    const [version, isFirst] = [versionOf(known), !this.known];
    this.known = known;
    this.#model.suretyName = known.surety.name;
    const isOwn = this.#workings.value?.claim(known) ?? true;
    if (version !== this.#adopted || !isOwn) {
      this.#model.replace({
        ...initialDraft(this.known, this.value),
        ...this.#workings.value?.session?.read(),
      });
      this.#adopted = version;
      this.#journey.toStep('edit');
      this.submitted = undefined;
    } else this.#model.suggest(firstDefaults(known.account, isFirst ? this.#model.draft : {}));
    this.#workings.value?.resume();
  }

  /** Begins to keep what is typed, where the page wants that. */
  #open(workings: Workings | undefined) {
    workings?.keeping.open(this.drafts === 'session', this.applicationId);
  }

  /** Shows another application in place; the new one waits, with all that was typed. */
  #show(id: string) {
    if (!this.applicationId) this.#aside = this.#model.draft;
    this.#workings.value?.keeping.keep();
    this.#leave(id);
  }

  /** Back to the new application. */
  #return() {
    this.#leave('');
    if (this.#aside) this.#model.replace(this.#aside);
    this.#aside = undefined;
  }

  #leave(id: string) {
    this.applicationId = id;
    this.#adopted = '';
    if (this.known) this.known = {...this.known, application: undefined};
    this.#workings.value?.leave();
    this.submitted = undefined;
    void this.#journey.begin('edit');
  }

  /** A person's own change; the page hears of it. */
  #changed() {
    const model = this.#model;
    this.#intake.use(workings => workings.changed());
    emit(this, 'surety-application-change', {
      // Found out only for who asks: it takes a look at every field.
      get isComplete() {
        return model.isComplete;
      },
    });
  }

  #handleClick = (event: Event) =>
    delegate(event, {
      go: path => {
        event.preventDefault(); // a fragment would change the page's address
        void this.#journey.goToField(path);
      },
      help: path => this.#model.toggleHelp(path),
      tab: section => this.#journey.show(section as SectionName),
      directory: path => this.#intake.use(workings => workings.toggleDirectory(path)),
      open: id => this.#show(id),
      copy: id => this.#intake.use(workings => workings.copy(id)),
      turn: distance => this.#journey.turn(distance === '1' ? 1 : -1),
      act: act => this.#intake.use(workings => workings.act(act)),
    });

  #received(application: Application) {
    this.submitted = application;
    this.#workings.value?.keeping.settle();
    const {id: applicationId, receiptNumber} = application;
    emit(this, 'surety-application-submitted', {applicationId, receiptNumber});
  }

  #startNew() {
    this.#leave('');
    this.#aside = undefined;
    this.reset();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'surety-application-form': SuretyApplicationForm;
  }
}
