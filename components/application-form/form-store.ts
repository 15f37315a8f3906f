import type {ReactiveController, TemplateResult} from 'lit';
import type {ChosenObligee} from '../../src/application/eligibility.js';
import type {Draft} from '../../src/application/draft.js';
import {
  fieldAt,
  linkedTexts,
  pathOfPointer,
  sectionNames,
  sectionOf,
  type Field,
  type FormFacts,
  type SectionName,
} from '../../src/application/fields.js';
import type {Prefill} from '../../src/application/prefill.js';
import type {FieldReader} from '../../src/application/reader.js';
import type {Issue} from '../../src/application/rules.js';
import type {Submission} from '../../src/application/submit.js';
import type {SuretyClient} from '../../src/api/client.js';
import type {FieldIssue, SuretyError} from '../../src/errors.js';
import type {Application, ApplicationContent} from '../../src/schemas/application.js';
import type {WorksKind} from '../../src/schemas/kinds.js';
import {removeTranslation} from '../kernel/translation-guard.js';
import type {SuretyElement} from '../kernel/surety-element.js';
import type {FieldForm, TextFieldOptions} from '../ui/fields.js';
import type {Known} from './known.js';

/** 「申込作成」 → 「申込確認」 → 「送信完了」. */
export type StepName = 'edit' | 'check' | 'done';

/** Id of the heading that takes the focus when a step begins. */
export const STEP_TITLE_ID = 'step-title';

/** Texts of a section before they were all changed at once. */
export interface Undoable {
  section: SectionName;
  texts: Draft;
  by: 'cleared' | 'copied' | 'pasted';
}

/** How drafts are checked, read and turned into a request. */
export interface Rules {
  readonly reader: FieldReader;
  check(facts: FormFacts): Issue[];
  asked(store: FormStore): Pick<FormFacts, 'askedDates' | 'askedFacts'>;
  toRequest(facts: FormFacts): ApplicationContent;
}

/** What the code beyond the first screen draws. */
export interface FormFeatures {
  readonly rules: Rules;
  readonly finerWorksKinds: readonly WorksKind[];
  /** What stands below the control of a field: what was understood, and what to look at again. */
  below(field: Field): Pick<TextFieldOptions, 'echo' | 'warning'>;
  picker(field: Field, options: TextFieldOptions): TemplateResult;
  certificate(field: Field, options: TextFieldOptions): TemplateResult;
  /** The rule of the chosen obligee. */
  obligeeRule(): unknown;
  /** What can be taken back in a section. */
  undo(section: SectionName): unknown;
  previousApplications(): {isOpen: boolean; list: unknown};
  /** 「保証申込のヘルプ」. */
  help(): unknown;
}

/** What the form needs of its element. */
export interface FormHost {
  readonly element: SuretyElement & {
    applicationId: string;
    drafts: 'off' | 'session';
    readonly stepHistory: boolean;
    readonly value: Prefill | null | undefined;
  };
  client(): Promise<SuretyClient>;
  announce(text: string): void;
  /** Tells the page about a failure. */
  report(thrown: unknown): SuretyError;
  /** Tells the page that the person changed something. */
  edited(): void;
}

/** A part of the form that is drawn again when something that it has read changes. */
export interface Watcher {
  readonly reads: Set<string>;
  redraw(): void;
}

/** A sentence of the API about a field, in force until its text changes. */
interface Refusal {
  text: string;
  message: string;
}

const noErrors: ReadonlyMap<string, string> = new Map();

const GENERAL = '!'; // what the error summary, the tabs and the steps read

/** State that is drawn as a whole: a change of it redraws the element. */
interface FormState {
  step: StepName;
  section: SectionName;
  /** Came from 申込確認 to change one thing. */
  isReturning: boolean;
  openHelp: string;
  isDisabled: boolean;
  known: Known | undefined;
  /** The application that was just received. */
  submitted: Application | undefined;
  submission: Submission;
  undoable: Undoable | undefined;
  chosen: ChosenObligee | undefined;
  /** Code of an obligee that was chosen though no rule of it is known. */
  unlistedCode: string;
  /** Holds the amount in a field against what the obligee says about amounts. */
  amountAdvice: ((path: string) => TemplateResult | undefined) | undefined;
  features: FormFeatures | undefined;
}

const initialState = (): FormState => ({
  step: 'edit',
  section: 'works',
  isReturning: false,
  openHelp: '',
  isDisabled: false,
  known: undefined,
  submitted: undefined,
  submission: {status: 'idle'},
  undoable: undefined,
  chosen: undefined,
  unlistedCode: '',
  amountAdvice: undefined,
  features: undefined,
});

/**
 * The one owner of the state of the form: texts, errors, section, step, submission. Errors are shown only for fields that
 * an attempt to go on has found at fault.
 */
export class FormStore implements FieldForm, ReactiveController {
  readonly host: FormHost;
  #state = initialState();
  #draft: Draft = {};
  #shown = new Set<string>();
  #refusals = new Map<string, Refusal>();
  #general: string[] = [];
  #drawn = new Set<SectionName>(['works']);
  #new = new Set<SectionName>();
  /** Sections whose drawing is up to date. */
  readonly #fresh = new Set<SectionName>();
  /** The next update only shows another section. */
  #isOnlyShown = false;
  /** Derived from the draft; undefined where it has to be derived again. */
  #asked: Pick<FormFacts, 'askedDates' | 'askedFacts'> | undefined;
  #issues: Issue[] | undefined;
  #errors: ReadonlyMap<string, string> | undefined;
  /** Who draws what, and what has changed since. */
  readonly #watchers = new Set<Watcher>();
  readonly #last = new Set<Watcher>();
  readonly #changed = new Set<string>();
  #isReplaced = false;
  readonly #listeners: (() => void)[] = [];
  #reads: Set<string> | undefined;
  #flushing: Promise<void> | undefined;

  constructor(host: FormHost) {
    this.host = host;
    host.element.addController(this);
  }

  /** Path of the field whose help is open; `form` for the help of the form. */
  get openHelp(): string {
    return this.#state.openHelp;
  }

  get state(): Readonly<FormState> {
    return this.#state;
  }

  /** Changes state that is drawn as a whole. */
  set(changes: Partial<FormState>): void {
    this.#state = {...this.#state, ...changes};
    this.#isOnlyShown = false;
    this.#asked = undefined;
    this.#forgetIssues();
    this.host.element.requestUpdate();
    this.#schedule();
  }

  /** Whether an application is only looked at: it is with the surety, or done. */
  get isRecord(): boolean {
    const {known, submitted} = this.#state;
    return Boolean(known?.application && known.application.state !== 'returned' && !submitted);
  }

  #forgetIssues() {
    this.#issues = undefined;
    this.#errors = undefined;
  }

  /** Calls a listener after each change of the draft or the state. */
  subscribe(listener: () => void): void {
    this.#listeners.push(listener);
  }

  // What is drawn

  hostUpdate(): void {
    if (!this.#isOnlyShown) this.#fresh.clear();
    this.#forgetIssues(); // the language may have changed
  }

  hostUpdated(): void {
    for (const watcher of this.#last) watcher.redraw();
    this.#last.clear();
    this.#new.clear();
    this.#changed.clear();
    this.#isReplaced = false;
    this.#isOnlyShown = false;
  }

  /** Draws, and notes everything that the drawing reads. */
  observe(watcher: Watcher, draw: () => unknown): unknown {
    watcher.reads.clear();
    this.#watchers.add(watcher);
    this.#reads = watcher.reads;
    try {
      return draw();
    } finally {
      this.#reads = undefined;
    }
  }

  unobserve(watcher: Watcher): void {
    this.#watchers.delete(watcher);
  }

  /** Draws a part after everything else in this update. */
  drawLast(watcher: Watcher): void {
    this.#last.add(watcher);
  }

  /** Draws again what has read a path. */
  redraw(path: string): void {
    this.#changed.add(path);
    this.#schedule();
  }

  /** Returns whether a field was written since it was drawn, so that its control shows an older text. */
  isStale(path: string): boolean {
    return this.#isReplaced || this.#changed.has(path);
  }

  /** Settles when every change so far is drawn. */
  get flushed(): Promise<void> | undefined {
    return this.#flushing;
  }

  #schedule() {
    this.#flushing ??= Promise.resolve().then(() => {
      this.#flushing = undefined;
      for (const listener of this.#listeners) listener();
      this.#flush();
    });
  }

  #flush() {
    const {isUpdatePending, renderRoot} = this.host.element;
    if (isUpdatePending || !this.#changed.size) return; // an update draws everything
    const changed = [...this.#changed];
    this.#changed.clear();
    removeTranslation(renderRoot);
    for (const watcher of this.#watchers) if (changed.some(each => watcher.reads.has(each))) watcher.redraw();
  }

  // The draft

  text(path: string): string {
    this.#reads?.add(path);
    return this.#draft[path] ?? '';
  }

  /** All texts; one that is read while something is drawn is noted. */
  get draft(): Draft {
    const reads = this.#reads;
    return reads
      ? new Proxy(this.#draft, {get: (draft, path: string) => (reads.add(path), draft[path])})
      : this.#draft;
  }

  /** Writes texts of fields. */
  write(texts: Draft): void {
    const changed = Object.keys(texts).filter(path => (texts[path] ?? '') !== (this.#draft[path] ?? ''));
    if (!changed.length) return;
    const before = this.#shownErrors();
    this.#draft = {...this.#draft, ...texts};
    this.#forgetIssues();
    // A choice may show other fields; what is typed does not.
    if (changed.some(path => fieldAt(path) && !fieldAt(path)?.input)) this.set({});
    for (const path of changed) this.#changed.add(path);
    this.#noteErrors(before);
    this.#schedule();
  }

  /** Writes what the person entered into one field. */
  enter(path: string, text: string): void {
    if (this.#state.undoable) this.set({undoable: undefined});
    this.write({[path]: text, ...(text !== this.text(path) && linkedTexts(path))});
  }

  /** Writes texts where nothing stands yet. */
  suggest(texts: Draft): void {
    this.write(Object.fromEntries(Object.entries(texts).filter(([path]) => !this.#draft[path])));
  }

  /** Replaces everything, e.g. by a returned application; no error is shown any more. */
  replace(draft: Draft): void {
    this.#shown.clear();
    this.#refusals.clear();
    this.#general = [];
    this.#draft = draft;
    this.#isReplaced = true;
    this.set({undoable: undefined});
  }

  /** What is read from a field; nothing while its text cannot be read, or the code is not there. */
  value(path: string): unknown {
    return this.#reader?.value(path, this.text(path));
  }

  /** The amount in a field in yen. */
  amount(path: string): number | undefined {
    return this.#reader?.amount(path, this.text(path));
  }

  get #reader(): FieldReader | undefined {
    return this.#state.features?.rules.reader;
  }

  /** What decides which fields are shown and required. */
  get facts(): FormFacts {
    this.#asked ??= this.#state.features?.rules.asked(this) ?? {askedDates: [], askedFacts: []};
    return {draft: this.draft, ...this.#asked};
  }

  get isComplete(): boolean {
    return this.#state.features !== undefined && this.#ownIssues().length === 0;
  }

  /** What would be sent; nothing while something is missing. */
  get content(): ApplicationContent | undefined {
    return this.isComplete ? this.#state.features?.rules.toRequest(this.facts) : undefined;
  }

  // Errors

  error(path: string): string | undefined {
    this.#reads?.add(GENERAL + path);
    return this.#shownErrors().get(path);
  }

  /** The errors to show, in the order of the fields. */
  get shownIssues(): Issue[] {
    this.#reads?.add(GENERAL);
    const fields = [...this.#shownErrors()].map(([path, message]) => ({path, message}));
    return [...this.#general.map(message => ({path: '', message})), ...fields];
  }

  /** Returns how many errors are shown in a section. */
  countIssues(section: SectionName): number {
    return this.shownIssues.filter(({path}) => path && sectionOf(path) === section).length;
  }

  /** Validates every field and reveals the errors; true if there are none. */
  reveal(): boolean {
    this.#general = [];
    this.#refusals.clear();
    this.#forgetIssues();
    this.#shown = new Set(this.#ownIssues().map(({path}) => path));
    this.host.element.requestUpdate();
    return this.isComplete;
  }

  /** Reveals the errors of some fields besides those that are shown. */
  revealAt(paths: readonly string[]): void {
    for (const path of paths) this.#shown.add(path);
    this.#errors = undefined;
    this.host.element.requestUpdate();
  }

  /** Shows what the API refused; a sentence about no field of ours stands in the summary. */
  refuse(errors: readonly FieldIssue[]): void {
    for (const {pointer, message} of errors) {
      const path = pathOfPointer(pointer);
      if (path) this.#refusals.set(path, {text: this.text(path), message});
      else this.#general.push(message);
      this.#shown.add(path);
    }
    this.set({});
  }

  #ownIssues(): Issue[] {
    return (this.#issues ??= this.#state.features?.rules.check({...this.facts, draft: this.#draft}) ?? []);
  }

  #shownErrors(): ReadonlyMap<string, string> {
    if (!this.#shown.size) return noErrors; // a key costs no check of the whole while no error is shown
    return (this.#errors ??= this.#findShownErrors());
  }

  #findShownErrors(): ReadonlyMap<string, string> {
    const errors = new Map(this.#ownIssues().map(({path, message}) => [path, message]));
    for (const [path, {text, message}] of this.#refusals)
      if (!errors.has(path) && text === (this.#draft[path] ?? '')) errors.set(path, message);
    return new Map([...errors].filter(([path]) => this.#shown.has(path)));
  }

  /** Notes where an error has come, gone or changed. */
  #noteErrors(before: ReadonlyMap<string, string>) {
    const after = this.#shownErrors();
    for (const path of new Set([...before.keys(), ...after.keys()])) {
      if (before.get(path) === after.get(path)) continue;
      this.#changed.add(GENERAL + path);
      this.#changed.add(GENERAL);
    }
  }

  // Where the person is

  /** Returns whether a section is drawn: the first one, and others from when they were opened or the browser was idle. */
  isDrawn(section: SectionName): boolean {
    return this.#drawn.has(section);
  }

  /** Draws the sections that are out of sight, so that they open at once. */
  drawAll(): void {
    this.#new = new Set(sectionNames);
    this.#drawn = new Set(sectionNames);
    this.host.element.requestUpdate();
  }

  /** Returns whether a section has to be drawn now, and takes it for drawn. One that is out of sight waits. */
  takeDrawing(section: SectionName): boolean {
    if (section !== this.#state.section && !this.#new.has(section)) return false;
    if (this.#fresh.has(section)) return false;
    if (this.#state.features) this.#fresh.add(section);
    return true;
  }

  /** Back to the first section of an empty form. */
  restart(): void {
    this.set({section: 'works', step: 'edit', isReturning: false, submitted: undefined});
  }

  /** Opens a section; the focus stays where it is. */
  show(section: SectionName): void {
    const isOnlyShown = !this.host.element.isUpdatePending;
    this.#drawn.add(section);
    this.set({section});
    this.#isOnlyShown = isOnlyShown;
  }

  /** Returns the section before (-1) or after (1) the open one. */
  neighbour(distance: -1 | 1): SectionName | undefined {
    return sectionNames[sectionNames.indexOf(this.#state.section) + distance];
  }

  /** Goes to a section from its tab. */
  async showTab(section: SectionName): Promise<void> {
    this.show(section);
    await this.focus(`tab-${section}`);
  }

  /** Begins a step: its heading takes the focus and is read out. */
  async begin(step: StepName): Promise<void> {
    this.set({step});
    await this.focus(STEP_TITLE_ID);
  }

  /** Leads to a field in whichever section. */
  async goToField(path: string): Promise<void> {
    this.set({step: 'edit', isReturning: this.#state.isReturning || this.#state.step === 'check'});
    this.show(sectionOf(path));
    await this.focus(path);
  }

  /** Focuses the element with an id, once it is drawn, and scrolls to it. */
  async focus(id: string): Promise<void> {
    const {element} = this.host;
    await element.updateComplete;
    const target = element.renderRoot.querySelector<HTMLElement>(`[id="${id}"]`);
    target?.focus({preventScroll: true});
    if (target) reveal(target);
  }

  /** Scrolls to the focused element. */
  showFocused(): void {
    const {renderRoot} = this.host.element;
    const target = renderRoot instanceof ShadowRoot ? renderRoot.activeElement : null;
    if (target) reveal(target);
  }

  /** Returns whether a field has the focus. */
  isFocused(path: string): boolean {
    const {renderRoot} = this.host.element;
    return renderRoot instanceof ShadowRoot && renderRoot.activeElement?.id === path;
  }
}

const reveal = (target: Element) =>
  target.scrollIntoView({
    block: target.id === STEP_TITLE_ID || target.id.startsWith('tab-') ? 'start' : 'center',
  });
