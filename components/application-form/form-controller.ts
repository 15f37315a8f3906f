import {msg, str} from '@lit/localize';
import {html, nothing, type TemplateResult} from 'lit';
import {guaranteeKinds, guaranteePath, type Draft} from '../../src/application/draft.js';
import {askedDatesOf, askedFactsOf, finerKindsFor, judge} from '../../src/application/eligibility.js';
import {fieldAt, linkedTexts, sectionOf, type Field, type SectionName} from '../../src/application/fields.js';
import {
  accountDefaults,
  clearedTexts,
  draftOf,
  initialDraft,
  switchDefaults,
  withDefaults,
  type Prefill,
} from '../../src/application/prefill.js';
import {FieldReader} from '../../src/application/reader.js';
import {checkDraft, checkEntered} from '../../src/application/rules.js';
import {
  noSubmission,
  preloadSubmission,
  prepare,
  submitApplication,
  type Submission,
} from '../../src/application/submit.js';
import {toRequest} from '../../src/application/to-request.js';
import {formatYenKanji} from '../../src/domain/format.js';
import {bothDaysText, sentences} from '../../src/i18n/format.js';
import {inputWarningText} from '../../src/i18n/input-text.js';
import {countGraphemes} from '../../src/input/graphemes.js';
import type {Application, ApplicationContent} from '../../src/schemas/application.js';
import type {GuaranteeKind, WorksKind} from '../../src/schemas/kinds.js';
import {addStyles} from '../kernel/add-styles.js';
import {emit} from '../kernel/events.js';
import {LazyModule} from '../kernel/lazy-module.js';
import {certificateChoice, ruleQuote, verdictTitle, type Judged} from '../ui/certificate-choice.js';
import {Comboboxes} from '../ui/combobox.js';
import type {Entry} from '../ui/entries.js';
import {errorSummary, SUMMARY_ID} from '../ui/error-summary.js';
import type {TextFieldOptions} from '../ui/fields.js';
import {looksLikeRow, type Press} from './controls.js';
import type {ApplicationStatus} from './features/application-status.js';
import {Directory} from './features/directory.js';
import {DraftStorage} from './features/draft-storage.js';
import {Lookups, unlistedText} from './features/lookups.js';
import type {PastePreview} from './features/paste.js';
import {PreviousApplications} from './features/previous-applications.js';
import {StepHistory} from './features/step-history.js';
import type {FormFeatures, FormStore, Rules, Undoable} from './form-store.js';
import {versionOf, type Known} from './known.js';
import {lateStyles} from './late.styles.js';
import {helpLines, kindOfAmount, laterSection, overCurrentYear, ratioText} from './sections.js';
import {DUPLICATE_ID, reviewStep, statusText} from './steps/review.js';
import {watch} from './watch.js';

const MESSAGE_MAX = 1000;

/** Timeout of lookups when the person goes on; they only add to the review. */
const LOOKUP_TIMEOUT_MS = 2_000;

const undoTexts: Record<Undoable['by'], () => string> = {
  cleared: () => msg('入力した内容をクリアしました。'),
  copied: () => msg('以前の申込みから写しました。'),
  pasted: () => msg('貼り付けた内容を反映しました。'),
};

/** What the buttons with `data-act` do. */
type Act =
  | 'back'
  | 'check'
  | 'clear'
  | 'delete-draft'
  | 'earlier'
  | 'leave'
  | 'new'
  | 'print'
  | 'reload'
  | 'save'
  | 'send'
  | 'send-anyway'
  | 'undo';

/** Everything that the form does beyond the first screen: it is loaded when somebody begins to use the form. */
export class FormController implements FormFeatures {
  static readonly styles = lateStyles;
  readonly rules: Rules;
  readonly #store: FormStore;
  readonly #lookups: Lookups;
  readonly #storage: DraftStorage;
  readonly #previous: PreviousApplications;
  readonly #directory: Directory;
  readonly #comboboxes: Comboboxes;
  readonly #status: LazyModule<ApplicationStatus>;
  #paste: PastePreview | undefined;
  /** The texts that the page gave last. */
  #given: Draft = {};
  /** Version of the application in the fields. */
  #adopted = '';
  #hasAccount = false;
  /** The new application that waits while another one is shown. */
  #aside: {draft: Draft; submission: Submission} | undefined;

  constructor(store: FormStore) {
    const reader = new FieldReader();
    const {element, announce} = store.host;
    this.#store = store;
    this.rules = {
      reader,
      check: facts => checkDraft(facts, reader),
      asked: () => ({
        askedDates: askedDatesOf(this.#eligibilityInput),
        askedFacts: askedFactsOf(this.#eligibilityInput),
      }),
      toRequest: facts => toRequest(facts, reader),
    };
    store.set({features: this});
    this.#lookups = new Lookups(store);
    this.#storage = new DraftStorage(store);
    this.#previous = new PreviousApplications(store);
    this.#directory = new Directory(store, ({code, name}) =>
      this.#pick('obligee/name', {value: code, label: name}),
    );
    this.#comboboxes = new Comboboxes(element, announce, path => store.redraw(path));
    this.#status = new LazyModule(element, async () => {
      const {ApplicationStatus} = await import('./features/application-status.js');
      return new ApplicationStatus(store);
    });
    new StepHistory(store, () => void this.check());
    this.openStorage();
    if (store.state.known) this.adopt(store.state.known);
    this.#openFocusedList();
    whenIdle(() => store.drawAll());
  }

  // What comes from the element

  /** Begins to keep what is typed, where the page wants that. */
  openStorage(): void {
    const {drafts, applicationId} = this.#store.host.element;
    this.#storage.open(drafts === 'session', applicationId);
  }

  /** Takes in what was fetched. What was typed meanwhile stays, unless another application came. */
  adopt(known: Known): void {
    const store = this.#store;
    const version = versionOf(known);
    const isOwn = this.#storage.claim(`${known.account.id} ${version}`);
    if (version !== this.#adopted || !isOwn) {
      store.replace({...this.#initialDraft(), ...this.#storage.read()});
      this.#adopted = version;
      store.set({step: 'edit', submitted: undefined});
    } else store.suggest(accountDefaults(known.account, this.#hasAccount ? {} : store.draft));
    this.#hasAccount = true;
    if (this.#storage.takeStep() === 'check') void this.check(); // what is not stored is asked for again
  }

  /** Takes in data of the page; only what differs from what it gave last is written. */
  give(value: Prefill | null | undefined): void {
    const texts = value ? draftOf(value) : {};
    const fresh = Object.keys(texts).filter(path => texts[path] !== this.#given[path]);
    this.#given = texts;
    if (fresh.length) this.#writeAll(Object.fromEntries(fresh.map(path => [path, texts[path] ?? ''])));
  }

  /** Back to what the form began with. */
  reset(): void {
    this.#storage.delete();
    this.#storage.settle();
    this.#store.replace(this.#initialDraft());
    this.#store.set({submission: noSubmission});
    this.#store.restart();
  }

  /** Looks up again what the obligee says. */
  forget(): void {
    this.#lookups.forget();
  }

  /** Whether the answer of `validate()` may still change by what is being looked up. */
  get isSettled(): boolean {
    return !this.#lookups.isPending;
  }

  settled(): Promise<void> {
    return this.#lookups.settled();
  }

  #initialDraft(): Draft {
    const {account, application} = this.#store.state.known ?? {};
    return initialDraft({account, application, value: this.#store.host.element.value});
  }

  // What the person does

  /** The person entered a text or chose something; it stands in the draft already. */
  entered(path: string, text: string): void {
    const store = this.#store;
    if (!fieldAt(path)?.input)
      store.suggest(switchDefaults(path, text, store.draft, store.state.known?.account));
    const kind = this.#kindOfCertificate(path);
    // The verdict stands below the choice, where somebody who cannot see it would not look.
    if (kind && text === 'electronic') store.host.announce(verdictTitle(this.#judgedOf(kind)));
  }

  /** The person left a field after changing it: it shows what was understood, which is said too. */
  left(path: string): void {
    const store = this.#store;
    const field = fieldAt(path);
    const value = store.value(path);
    const text = typeof value === 'number' ? value.toLocaleString('en-US') : value;
    const isTidied = field?.input === 'yen' || field?.input === 'bank';
    if (isTidied && typeof text === 'string' && text !== store.text(path)) {
      store.write({[path]: text});
      store.host.edited();
      if (field.input === 'bank') store.host.announce(msg('全角に変換しました。'));
    }
    const understood = field && [this.#understood(field), this.#warning(field)].filter(Boolean).join('。');
    if (understood) store.host.announce(understood);
  }

  /** The person changed something: it is kept, and the last step is loaded meanwhile. */
  changed(): void {
    this.#storage.changed();
    void this.#status.load();
  }

  /** Shows a pasted row before it is written; any other text is put into the field. */
  async paste(text: string, control: HTMLInputElement | HTMLTextAreaElement): Promise<void> {
    const store = this.#store;
    const code = looksLikeRow(text) ? await import('./features/paste.js').catch(() => undefined) : undefined;
    this.#paste = code?.PastePreview.of(text, store, texts => {
      this.#paste = undefined;
      if (Object.keys(texts).length) this.#takeOver(store.state.section, texts, 'pasted');
      else store.set({});
      void store.focus(control.name);
    });
    if (!code || !this.#paste) return this.#pasteAsText(text, control);
    addStyles(store.host.element.renderRoot, [code.pasteStyles]);
    store.set({});
    await store.focus(code.PASTE_TITLE_ID);
  }

  /** As if it had not been taken away; a line of text holds no tabs. */
  #pasteAsText(text: string, control: HTMLInputElement | HTMLTextAreaElement) {
    const line = text.trim().replace(/[\t\r\n]+/g, ' ');
    control.setRangeText(line, control.selectionStart ?? 0, control.selectionEnd ?? 0, 'end');
    this.#store.enter(control.name, control.value);
    this.#store.host.edited();
  }

  /** The person pressed something that needs more than the first screen. */
  press({name, value}: Press): void {
    if (name === 'turn') void this.#turn(value === '1' ? 1 : -1);
    else if (name === 'directory') void this.#directory.toggle(value);
    else if (name === 'open') this.#showApplication(value);
    else if (name === 'copy') this.#takeOver('works', this.#previous.take(value), 'copied');
    else if (name === 'act' && Object.hasOwn(this.#acts, value)) this.#acts[value as Act]();
  }

  readonly #acts: Record<Act, () => unknown> = {
    check: () => this.check(),
    send: () => this.send(),
    'send-anyway': () => this.#sendAnyway(),
    back: () => this.#store.begin('edit'),
    clear: () => this.#clear(this.#store.state.section),
    earlier: () => this.#previous.toggle(),
    undo: () => this.#undo(),
    print: () => this.#withApplication((status, application) => status.print(application)),
    save: () => this.#withApplication((status, application) => status.save(application)),
    reload: () => this.#store.host.element.reload(),
    new: () => this.#startNew(),
    leave: () => this.#returnToNew(),
    'delete-draft': () => this.#storage.end(),
  };

  #withApplication(act: (status: ApplicationStatus, application: Application) => unknown) {
    const {submitted, known} = this.#store.state;
    const application = submitted ?? known?.application;
    if (application && this.#status.value) void act(this.#status.value, application);
  }

  /** On to the next section, unless something in this one cannot be read. */
  async #turn(distance: -1 | 1) {
    const store = this.#store;
    const {section} = store.state;
    const issues = distance > 0 ? checkEntered(section, store.facts, this.rules.reader) : [];
    if (issues.length) {
      store.revealAt(issues.map(({path}) => path));
      await store.focus(SUMMARY_ID);
    } else await store.showTab(store.neighbour(distance) ?? section);
  }

  /** Takes an entry of a list, name and code. */
  #pick(path: string, entry: Pick<Entry, 'value' | 'label'>) {
    this.#lookups.pick(path, entry);
    this.#store.host.edited();
  }

  /** Clears a section; `#undo()` puts everything back. */
  #clear(section: SectionName) {
    const texts = clearedTexts(section, this.#store.draft);
    this.#store.write(Object.fromEntries(Object.keys(texts).map(path => [path, ''])));
    this.#wrote({section, texts, by: 'cleared'});
  }

  /** Takes over what an earlier application or a pasted row says; `#undo()` puts back what stood there. */
  #takeOver(section: SectionName, texts: Draft, by: 'copied' | 'pasted') {
    const before = this.#store.draft;
    const written = this.#writeAll(texts);
    const old = Object.fromEntries(Object.keys(written).map(path => [path, before[path] ?? '']));
    this.#wrote({section, texts: old, by});
  }

  #wrote(undoable: Undoable) {
    this.#store.set({undoable});
    this.#store.host.edited();
    this.#store.host.announce(sentences(undoTexts[undoable.by](), msg('「元に戻す」で戻せます。')));
  }

  #undo() {
    const {undoable} = this.#store.state;
    if (!undoable) return;
    this.#store.set({undoable: undefined});
    this.#store.write(undoable.texts);
    this.#store.host.edited();
  }

  /** Writes texts with what is likely for the switches that they turn on; a name without its code loses the old one. */
  #writeAll(texts: Draft): Draft {
    const store = this.#store;
    const codes = Object.assign({}, ...Object.keys(texts).map(path => linkedTexts(path))) as Draft;
    const written = {...codes, ...withDefaults(texts, store.draft, store.state.known?.account)};
    store.write(written);
    return written;
  }

  /** Shows another application in place; the new one waits, with all that was typed. */
  #showApplication(id: string) {
    const {host, draft, state} = this.#store;
    if (!host.element.applicationId) this.#aside = {draft, submission: state.submission};
    this.#storage.flush();
    this.#leaveFor(id);
  }

  #returnToNew() {
    this.#leaveFor('');
    if (!this.#aside) return;
    this.#store.replace(this.#aside.draft);
    this.#store.set({submission: this.#aside.submission}); // a lost answer is still in doubt
    this.#aside = undefined;
  }

  #startNew() {
    this.#leaveFor('');
    this.#aside = undefined;
    this.reset();
  }

  #leaveFor(id: string) {
    const {known} = this.#store.state;
    this.#store.host.element.applicationId = id;
    this.#adopted = '';
    this.#status.value?.clear();
    this.#store.set({
      submission: noSubmission,
      submitted: undefined,
      known: known && {...known, application: undefined},
    });
    void this.#store.begin('edit');
  }

  // To the surety

  /** Validates every field and reveals the errors; true when nothing is missing or wrong. */
  validate(): boolean {
    const isComplete = this.#store.reveal();
    if (!isComplete) void this.#showIssues();
    return isComplete;
  }

  /** On to 申込確認, if nothing is missing. */
  async check(): Promise<void> {
    const store = this.#store;
    await Promise.race([this.settled(), new Promise(resolve => setTimeout(resolve, LOOKUP_TIMEOUT_MS))]);
    if (store.state.isDisabled || !this.validate() || !store.content) return;
    this.#prepare(store.content);
    void preloadSubmission();
    store.set({isReturning: false});
    await store.begin('check');
  }

  /** Sends what is filled in; nothing while it is being sent already, or the page says no. */
  async send(): Promise<Application | undefined> {
    const store = this.#store;
    const {content, host} = store;
    const {isDisabled, submission: before} = store.state;
    if (!content || isDisabled || before.status !== 'idle') return undefined;
    if (!emit(host.element, 'surety-before-submit', {content})) return undefined;
    const submission = this.#prepare(content);
    const {key} = submission.keyed;
    this.#setSubmission({status: 'sending', error: undefined, duplicate: undefined});
    host.announce(statusText('sending'));
    try {
      const result = await submitApplication({
        client: await host.client(),
        content,
        returned: store.state.known?.application,
        submission,
        onSend: () => {
          this.#storage.remember(submission.keyed);
          this.#setSubmission({clearedKey: key, doubtfulKey: undefined});
        },
        onUncertain: () => this.#setSubmission({status: 'uncertain', isInDoubt: true}),
      });
      host.announce('');
      if ('application' in result) return await this.#finish(result.application);
      this.#setSubmission({status: 'idle', duplicate: result.duplicate});
      store.set({step: 'check'});
      await store.focus(DUPLICATE_ID);
    } catch (thrown) {
      host.announce('');
      const error = host.report(thrown);
      this.#setSubmission({status: 'idle', error});
      if (error.code === 'rejected' && error.fields.length) {
        store.refuse(error.fields);
        await this.#showIssues();
      }
    }
    return undefined;
  }

  /** Sends in spite of the duplicate that was found. */
  #sendAnyway(): Promise<Application | undefined> {
    const {keyed} = this.#store.state.submission;
    this.#setSubmission({duplicate: undefined, doubtfulKey: undefined, clearedKey: keyed?.key});
    return this.send();
  }

  /** One key for one content, from the moment it is shown for the last check. */
  #prepare(content: ApplicationContent) {
    const {submission, known} = this.#store.state;
    const prepared = prepare(submission, content, known?.application, this.#storage.recall);
    this.#store.set({submission: prepared});
    return prepared;
  }

  #setSubmission(changes: Partial<Submission>) {
    this.#store.set({submission: {...this.#store.state.submission, ...changes}});
  }

  async #finish(application: Application) {
    const store = this.#store;
    const {id: applicationId, receiptNumber} = application;
    this.#storage.received(application);
    store.set({submission: noSubmission, submitted: application});
    emit(store.host.element, 'surety-application-submitted', {applicationId, receiptNumber});
    await this.#status.load();
    await store.begin('done');
    return application;
  }

  async #showIssues() {
    const store = this.#store;
    store.set({step: 'edit'});
    const first = store.shownIssues.find(({path}) => path);
    if (first) store.show(sectionOf(first.path));
    await store.focus(SUMMARY_ID);
  }

  // What is drawn

  get finerWorksKinds(): readonly WorksKind[] {
    return finerKindsFor(this.#eligibilityInput);
  }

  below(field: Field): Pick<TextFieldOptions, 'echo' | 'warning'> {
    const store = this.#store;
    const kind = kindOfAmount(field.path);
    const words = this.#understood(field);
    const echo = kind
      ? html`${words ? html`<span class="words">${words}</span> ` : nothing}<span class="ratio"
            >${ratioText(store, kind)}</span
          >`
      : words;
    const warning = (kind && overCurrentYear(store, kind)) ?? this.#warning(field);
    const advice = store.state.amountAdvice?.(field.path);
    return {echo, warning: warning && advice ? [warning, advice] : warning || advice};
  }

  /** What was understood: the amount in words, the day in both calendars, the length of the message. */
  #understood({path, input}: Field): string | undefined {
    const value = this.#store.value(path);
    if (input === 'yen' && typeof value === 'number') return formatYenKanji(value);
    if (input === 'date' && typeof value === 'string') return bothDaysText(value);
    const count = input === 'free-text' ? countGraphemes(this.#store.text(path)) : 0;
    return count ? `${count.toLocaleString('en-US')} / ${MESSAGE_MAX.toLocaleString('en-US')}` : undefined;
  }

  /** What the person should look at again, with what may be meant. */
  #warning({path, input}: Field): string | undefined {
    if (input === 'bank' || input === 'free-text') return undefined; // letters are replaced, or need no warning
    const parsed = this.rules.reader.read(path, this.#store.text(path));
    if (!parsed?.valid || !parsed.warnings?.length)
      return path === 'obligee/name' ? unlistedText(this.#store) : undefined;
    const texts = parsed.warnings.map(code => inputWarningText(code, parsed));
    const meant = parsed.warnings.includes('email.maybeTypo') && parsed.suggestion;
    return texts.join('') + (meant ? msg(str`「${meant}」ではありませんか。`) : '');
  }

  picker({path}: Field, options: TextFieldOptions): TemplateResult {
    return this.#comboboxes.render(this.#store, this.#pickerOptions(path, options));
  }

  #pickerOptions(path: string, options: TextFieldOptions) {
    return {
      ...options,
      source: this.#lookups.sourceOf(path),
      further: this.#lookups.furtherOf(path),
      pick: (entry: Entry) => this.#pick(path, entry),
    };
  }

  /** Opens the list of a field that somebody has begun to type into. */
  #openFocusedList() {
    const {renderRoot} = this.#store.host.element;
    const control = renderRoot instanceof ShadowRoot ? renderRoot.activeElement : null;
    const field = control instanceof HTMLInputElement && control.value ? fieldAt(control.name) : undefined;
    if (field?.control !== 'picker') return;
    const {path, label} = field;
    this.#comboboxes.open(this.#pickerOptions(path, {path, label: label()}), this.#store.text(path));
  }

  certificate({path}: Field, {isRequired, help}: TextFieldOptions): TemplateResult {
    const kind = this.#kindOfCertificate(path) ?? 'performance';
    return certificateChoice(this.#store, {
      path,
      help,
      isRequired: Boolean(isRequired),
      judged: {
        ...this.#judgedOf(kind),
        fieldOf: fact => {
          const asked = fact === 'worksKind' ? 'works/kind' : `works/${fact.replace('.', '/')}`;
          return fieldAt(asked)?.isShown(this.#store.facts) ? asked : undefined;
        },
      },
      directory: this.#directory.renderLink(path),
      panel: this.#directory.renderPanel(path),
    });
  }

  #kindOfCertificate(path: string): GuaranteeKind | undefined {
    return guaranteeKinds.find(kind => path === guaranteePath(kind, 'certificateForm'));
  }

  #judgedOf = (kind: GuaranteeKind): Judged => {
    const store = this.#store;
    return {
      kind,
      obligeeName: store.text('obligee/name').trim(),
      eligibility: judge(kind, this.#eligibilityInput, store.facts, this.rules.reader),
      isListed: !['', store.state.unlistedCode].includes(store.text('obligee/code')),
    };
  };

  get #eligibilityInput() {
    const {draft, state} = this.#store;
    return {draft, chosen: state.chosen, surety: state.known?.surety.name};
  }

  obligeeRule(): unknown {
    const rule = this.#store.state.chosen?.obligee.rule;
    return rule
      ? html`<div class="rule">
          <p>${msg('この発注者の電子保証の条件')}</p>
          ${ruleQuote({ruleText: rule.rule_text, url: rule.url, asOf: rule.source_date})}
        </div>`
      : nothing;
  }

  help(): unknown {
    return helpLines().map(line => html`<li>${line}</li>`);
  }

  previousApplications(): {isOpen: boolean; list: unknown} {
    return {isOpen: this.#previous.isOpen, list: this.#previous.render()};
  }

  undo(section: SectionName): unknown {
    const {undoable} = this.#store.state;
    return undoable?.section === section
      ? html`<div class="notice">
          <p>${undoTexts[undoable.by]()}</p>
          <button part="button" type="button" data-act="undo">${msg('元に戻す')}</button>
        </div>`
      : nothing;
  }

  /** What waits, and what this tab holds; above all steps. */
  banners(): unknown {
    const back = html`<p class="no-print">
      <button part="button" type="button" class="plain" data-act="leave">
        ${msg('作成中の申込みに戻る')}
      </button>
    </p>`;
    return html`${this.#aside ? back : nothing} ${this.#storage.render()}`;
  }

  /** Why an application was sent back, errors, and a pasted row; above the sections. */
  notices(): unknown {
    const store = this.#store;
    const reason = store.state.known?.application?.returnReason;
    return html`${
      reason
        ? html`<div class="notice" data-kind="warning" part="return-reason">
            <h4>${msg('差戻しの理由')}</h4>
            <p class="reason" translate="no">${reason}</p>
            <p>${msg('内容を直して、もう一度送信してください。')}</p>
          </div>`
        : nothing
    }
    ${watch(store, () => errorSummary(store.shownIssues))} ${this.#paste?.render()}`;
  }

  section(name: Exclude<SectionName, 'works'>): unknown {
    return laterSection(this.#store, name);
  }

  /** 「申込確認」. */
  review(): unknown {
    return reviewStep(this.#store, this.#judgedOf);
  }

  /** 「送信完了」. */
  receipt(application: Application): unknown {
    return this.#status.render(status => status.renderReceipt(application));
  }

  /** How an application stands. */
  record(application: Application): unknown {
    return this.#status.render(status => status.renderRecord(application));
  }
}

function whenIdle(act: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(act);
  else setTimeout(act, 200); // Safari
}
