import {msg} from '@lit/localize';
import {initialState, Task} from '@lit/task';
import {html, nothing, type PropertyValues} from 'lit';
import {property, state} from 'lit/decorators.js';
import type {Application, ApplicationContent} from '../../src/schemas/application.js';
import {Announcer} from '../shared/announcer.js';
import {Comboboxes} from '../shared/combobox.js';
import {SUMMARY_ID} from '../shared/error-summary.js';
import {emit} from '../shared/events.js';
import {loading} from '../shared/states.js';
import {SuretyElement} from '../shared/surety-element.js';
import {formStyles} from './application-form.styles.js';
import {Directory} from './directory.js';
import {delegate} from './delegate.js';
import {draftOf, type Draft, type Prefill} from './draft.js';
import {Dispatch} from './dispatch.js';
import {EarlierApplications} from './earlier.js';
import {editStep} from './edit-step.js';
import {Editing} from './editing.js';
import type {SectionName} from './field-table.js';
import {tellForm} from './form-value.js';
import {frame, STEP_TITLE_ID, stepNavigation} from './frame.js';
import {initialDraft, loadKnown, versionOf, type Known} from './known.js';
import {Journey} from './journey.js';
import {Keeping} from './keeping.js';
import {LaterSteps} from './later-steps.js';
import {ApplicationModel} from './model.js';
import {backToNew, draftNotice, formTitle, offlineNotice} from './notices.js';
import {ObligeeLookup} from './obligee-lookup.js';
import {Pasting} from './pasting.js';
import {Pickers} from './pickers.js';
import {Sending} from './sending.js';
import {firstDefaults, withDefaults} from './suggestions.js';
import type {FormView} from './view.js';

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
  #sending = new Sending(this);
  #announcer = new Announcer(this);
  #comboboxes = new Comboboxes(this, text => this.#announcer.announce(text));
  #pickers = new Pickers(() => this.client());
  #lookup = new ObligeeLookup(this, this.#model, this.#pickers);
  #earlier = new EarlierApplications(this);
  #journey = new Journey(this);
  #editing = new Editing({
    model: this.#model,
    pickers: this.#pickers,
    account: () => this.known?.account,
    changed: () => this.#changed(),
    announce: text => this.#announcer.announce(text),
  });
  #pasting = new Pasting(this, {model: this.#model, journey: this.#journey, editing: this.#editing});
  #directory = new Directory(this, {
    pick: ({code, name}) => this.#editing.pick('obligee/name', {value: code, label: name}),
    announce: text => this.#announcer.announce(text),
  });
  #later = new LaterSteps(this);
  #dispatch = new Dispatch(this, {
    ready: this.#later.load,
    model: this.#model,
    journey: this.#journey,
    sending: this.#sending,
    session: () => this.#keeping.session,
    hasHistory: () => this.stepHistory,
    client: () => this.client(),
    returned: () => this.known?.application,
    mayBegin: content => emit(this, 'surety-before-submit', {content}),
    received: application => this.#received(application),
    failed: error => this.report(error),
    announce: text => this.#announcer.announce(text),
  });
  #keeping = new Keeping(this, {model: this.#model, journey: this.#journey});
  // In the capture phase: between two listeners Lit may draw, and would put back a text that is not written down yet.
  #listening = {handleEvent: this.#editing.handleInput, capture: true};
  #internals: ElementInternals | undefined = this.attachInternals?.();
  #adopted = '';
  /** The new application that waits while another one is looked at. */
  #aside: Draft | undefined;

  #loading = new Task(this, {
    args: () => [this.source, this.applicationId, this.attempt] as const,
    task: async ([source, id], {signal}): Promise<Known> => {
      if (!source) return initialState as never; // lit keeps such a run INITIAL
      return loadKnown(await this.client(), id, signal);
    },
    onComplete: known => this.#adopt(known),
    onError: thrown => this.report(thrown),
  });

  /** Shows what is missing or wrong; true when nothing is. */
  validate(): boolean {
    return this.#dispatch.validate();
  }

  /** Sends what is filled in, without 申込確認; whoever calls it has shown the content. The application, or nothing if it could not be sent. */
  async submit(): Promise<Application | undefined> {
    return this.validate() ? this.#dispatch.send() : undefined;
  }

  /** Back to what the form began with. */
  reset(): void {
    this.#model.replace(initialDraft(this.known, this.value));
    this.#sending.clear();
    this.#keeping.forget();
    this.#editing.cleared = undefined;
    this.submitted = undefined;
    this.#journey.restart();
  }

  /** Shows a section, or 申込確認 if nothing is missing. */
  async goTo(place: ApplicationFormPlace): Promise<void> {
    if (place === 'check') await this.#dispatch.check();
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
    this.#lookup.forget();
    super.reload();
  }

  /** Whether the page's own form may be sent. */
  checkValidity(): boolean {
    return this.#internals?.checkValidity() ?? true;
  }
  /** Like `checkValidity()`, and tells the person. */
  reportValidity(): boolean {
    return this.#internals?.reportValidity() ?? true;
  }

  /** Focuses what comes first: errors, else the section's first field. */
  override focus(options?: FocusOptions): void {
    const first = `#${SUMMARY_ID}, [role=tabpanel]:not([hidden]) :is(input, select, textarea), #${STEP_TITLE_ID}`;
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
    this.#later.use(steps => steps.endPrint(this));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('value') && this.value)
      this.#model.write(withDefaults(draftOf(this.value), this.#model.draft, this.known?.account));
    if (changed.has('drafts') || changed.has('applicationId'))
      this.#keeping.open(this.drafts === 'session', this.applicationId);
  }

  protected override updated(): void {
    if (this.name) tellForm(this.#internals, this.#model, this.renderRoot);
  }

  protected override renderContent() {
    const {application} = this.known ?? {};
    const isRecord = application && application.state !== 'returned' && !this.submitted;
    return html`<div
      class="form"
      @input=${this.#listening}
      @change=${this.#editing.handleChange}
      @click=${this.#handleClick}
      @paste=${this.#pasting.handlePaste}
      @keydown=${this.#journey.handleKey}
    >
      ${this.#announcer.render()}
      ${frame({
        title: formTitle(application),
        company: this.known?.account.party.name,
        isHelpOpen: this.#model.openHelp === 'form',
      })}
      ${this.#renderNotices()}
      ${
        this.applicationId && !this.known
          ? this.#renderWaiting()
          : isRecord
            ? this.#later.render(steps => steps.record(this.#view(), application))
            : this.#renderSteps()
      }
    </div>`;
  }

  #renderWaiting() {
    return this.#loading.render({
      pending: () => html`<slot name="loading">${loading()}</slot>`,
      error: thrown => this.renderFailure(thrown),
    });
  }

  #renderNotices() {
    const isFailed = !this.applicationId && this.#loading.error !== undefined && !this.known;
    const session = this.#journey.step === 'done' ? undefined : this.#keeping.session;
    return html`${this.#keeping.isOffline ? offlineNotice() : nothing}
    ${isFailed ? this.renderFailure(this.#loading.error) : nothing} ${this.#aside ? backToNew() : nothing}
    ${session && draftNotice(session, this.applicationId)}`;
  }

  #renderSteps() {
    const {submitted} = this;
    const {step} = this.#journey;
    const issues = this.#model.shownIssues;
    return html`${stepNavigation(step, step === 'edit' && issues.length > 0)}
    ${step === 'edit' ? editStep(this.#view(), this.#journey, this.#editing.cleared, this.isDisabled) : nothing}
    ${step === 'check' ? this.#later.render(steps => steps.checkStep(this.#view(), this.#sending)) : nothing}
    ${step === 'done' && submitted ? this.#later.render(steps => steps.doneStep(this.#view(), submitted)) : nothing}`;
  }

  #view(): FormView {
    return {
      model: this.#model,
      comboboxes: this.#comboboxes,
      pickers: this.#pickers,
      earlier: this.#earlier,
      directory: this.#directory,
      pasting: this.#pasting,
      branches: this.known?.surety.branches ?? [],
      application: this.known?.application,
      pick: this.#editing.pick,
    };
  }

  /** Shows another application in place; the new one waits, with all that was typed. */
  #open(id: string) {
    if (!this.applicationId) this.#aside = this.#model.draft;
    this.#keeping.keep();
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
    this.#sending.clear();
    this.submitted = undefined;
    void this.#journey.begin('edit');
  }

  /** Takes in what was fetched. What the person has typed meanwhile stays, unless another application came. */
  #adopt(known: Known) {
    const [version, isFirst] = [versionOf(known), !this.known];
    this.known = known;
    this.#model.suretyName = known.surety.name;
    const {session} = this.#keeping;
    const isOwn = session?.claim(`${known.account.id} ${version}`) ?? true;
    if (version !== this.#adopted || !isOwn) {
      this.#model.replace({...initialDraft(this.known, this.value), ...session?.read()});
      this.#adopted = version;
      this.#journey.toStep('edit');
      this.submitted = undefined;
    } else this.#model.suggest(firstDefaults(known.account, isFirst ? this.#model.draft : {}));
    // Back to 申込確認 after a reload; what is not kept is asked for again.
    if (session?.place?.step === 'check') void this.#dispatch.check();
    if (session) session.place = undefined;
  }

  /** A person's own change; the page hears of it. */
  #changed() {
    void this.#later.load();
    this.#keeping.changed();
    emit(this, 'surety-application-change', {isComplete: this.#model.isComplete});
  }

  #handleClick = (event: Event) =>
    delegate(event, {
      go: path => {
        event.preventDefault(); // a fragment would change the page's address
        void this.#journey.goToField(path);
      },
      help: path => this.#toggleHelp(path),
      tab: section => this.#journey.show(section as SectionName),
      directory: path => this.#directory.toggle(path),
      open: id => this.#open(id),
      copy: id => this.#editing.takeOver('works', this.#earlier.take(id)),
      act: act => this.#acts[act]?.(),
    });

  #acts: Record<string, () => unknown> = {
    next: () => this.#journey.turn(1),
    previous: () => this.#journey.turn(-1),
    check: () => this.#dispatch.check(),
    send: () => this.#dispatch.send(),
    'send-anyway': () => this.#dispatch.sendAnyway(),
    back: () => this.#journey.begin('edit'),
    clear: () => this.#editing.clear(this.#journey.section),
    earlier: () => this.#earlier.toggle(() => this.client()),
    undo: () => this.#editing.undo(),
    print: () => this.#print(),
    reload: () => this.reload(),
    new: () => this.#startNew(),
    leave: () => this.#return(),
    'delete-draft': () => this.#deleteDraft(),
  };

  #toggleHelp(path: string) {
    this.#model.openHelp = this.#model.openHelp === path ? '' : path;
    this.requestUpdate();
  }

  #received(application: Application) {
    this.submitted = application;
    this.#keeping.settle();
    const {id: applicationId, receiptNumber} = application;
    emit(this, 'surety-application-submitted', {applicationId, receiptNumber});
  }

  #deleteDraft() {
    this.#keeping.end();
    this.drafts = 'off';
    this.#announcer.announce(msg('一時保存を削除しました。'));
  }

  #startNew() {
    this.#leave('');
    this.#aside = undefined;
    this.reset();
  }

  #print() {
    const application = this.submitted ?? this.known?.application;
    if (application)
      this.#later.use(steps => steps.print(this, this.#view(), application, this.#journey.step));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'surety-application-form': SuretyApplicationForm;
  }
}
