import type {FieldIssue} from '../../src/errors.js';
import type {ApplicationContent} from '../../src/schemas/application.js';
import type {Obligee} from '../../src/schemas/obligee.js';
import type {Issue} from '../ui/error-summary.js';
import type {FieldForm} from '../ui/fields.js';
import type {AmountAdvice} from './amount-advice.js';
import type {Draft} from './draft.js';
import type {ChosenObligee} from './eligibility.js';
import {sectionOf, type Field, type FormFacts, type SectionName} from './field.js';
import {FieldReader} from './reader.js';
import type {Rules} from './rules.js';
import {worksFieldAt} from './works-fields.js';

/** A sentence of the API about a field, in force until its text changes. */
interface Refusal {
  text: string;
  message: string;
}

/**
 * What is in the form and what follows from it. Errors are shown only for the fields that a try to go on has found
 * at fault. The rules come when somebody begins to use the form; until then nothing can be complete.
 */
export class ApplicationModel implements FieldForm {
  readonly reader = new FieldReader(path => this.field(path));
  openHelp = '';
  /** A body that was chosen though no rule of it is known. */
  unlistedCode = '';
  #draft: Draft = {};
  #rules: Rules | undefined;
  #chosen: ChosenObligee | undefined;
  #advice: AmountAdvice | undefined;
  #suretyName: string | undefined;
  #shown = new Set<string>();
  #refusals = new Map<string, Refusal>();
  #general: string[] = [];
  #facts: FormFacts | undefined;
  #issues: Issue[] | undefined;
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** What stands in the fields. */
  get draft(): Draft {
    return this.#draft;
  }

  /** All fields and what they are held to. */
  set rules(rules: Rules) {
    this.#rules = rules;
    this.#set(this.#draft);
  }

  /** The field at a path; of other sections than the first, once the rules are there. */
  field(path: string): Field | undefined {
    return this.#rules ? this.#rules.fieldAt(path) : worksFieldAt(path);
  }

  /** Replaces everything, e.g. by a returned application; no error is shown any more. */
  replace(draft: Draft): void {
    this.#shown.clear();
    this.#refusals.clear();
    this.#general = [];
    this.#set(draft);
  }

  /** Writes texts of fields. */
  write(texts: Draft): void {
    this.#set({...this.#draft, ...texts});
  }

  /** Writes texts where nothing stands yet. */
  suggest(texts: Draft): void {
    const fresh = Object.entries(texts).filter(([path]) => !this.#draft[path]);
    if (fresh.length) this.write(Object.fromEntries(fresh));
  }

  /** The chosen obligee of the directory. */
  get obligee(): Obligee | undefined {
    return this.#chosen?.obligee;
  }

  /** Takes an obligee of the directory with the code that judges it; nothing while none is chosen. */
  set chosen(chosen: ChosenObligee | undefined) {
    if (chosen?.obligee === this.obligee) return;
    this.#chosen = chosen;
    this.#set(this.#draft);
  }

  /** What the obligee says about amounts, where that is known. */
  get advice(): AmountAdvice | undefined {
    return this.#advice;
  }
  set advice(advice: AmountAdvice | undefined) {
    if (advice === this.#advice) return;
    this.#advice = advice;
    this.#changed();
  }

  /** Name of the surety, for rules that name sureties. */
  set suretyName(name: string | undefined) {
    if (name === this.#suretyName) return;
    this.#suretyName = name;
    this.#set(this.#draft);
  }

  /** Opens the help of a field, or closes it. */
  toggleHelp(path: string): void {
    this.openHelp = this.openHelp === path ? '' : path;
    this.#changed();
  }

  text(path: string): string {
    return this.#draft[path] ?? '';
  }

  error(path: string): string | undefined {
    return this.#shown.has(path) ? this.#all().find(issue => issue.path === path)?.message : undefined;
  }

  /** On leaving a field: shows what was understood, where that differs. True if it does. */
  tidy(path: string): boolean {
    const text = this.text(path);
    if (!this.field(path)?.isTidied || !text) return false;
    const value = this.reader.value(path, text);
    const tidy =
      typeof value === 'number' ? value.toLocaleString('en-US') : typeof value === 'string' ? value : text;
    if (tidy === text) return false;
    this.write({[path]: tidy});
    return true;
  }

  /** The amount of a field, if one can be read. */
  amount(path: string): number | undefined {
    return this.reader.amount(path, this.text(path));
  }

  /** What decides which fields are shown and needed. */
  get facts(): FormFacts {
    return (this.#facts ??= {
      draft: this.#draft,
      askedDates: this.#rules?.askedDatesOf(this.input) ?? [],
      askedFacts: this.#rules?.askedFactsOf(this.input) ?? [],
    });
  }

  /** What the rules of obligees are judged by. */
  get input() {
    return {draft: this.#draft, chosen: this.#chosen, surety: this.#suretyName};
  }

  get isComplete(): boolean {
    return this.#rules !== undefined && this.#own().length === 0;
  }

  /** What would be sent; nothing while something is missing. */
  get content(): ApplicationContent | undefined {
    return this.isComplete ? this.#rules?.contentOf(this.facts, this.reader) : undefined;
  }

  /** The errors to show, in the order of the fields. */
  get shownIssues(): Issue[] {
    const general = this.#general.map(message => ({path: '', message}));
    if (!this.#shown.size) return general; // a key costs no check of the whole while no error is shown
    return [...general, ...this.#all().filter(({path}) => this.#shown.has(path))];
  }

  /** How many shown errors a section has. */
  countIssues(section: SectionName): number {
    return this.shownIssues.filter(({path}) => path && sectionOf(path) === section).length;
  }

  /** A try to go on: from now on the errors of these fields are shown. True if there are none. */
  attempt(): boolean {
    this.#general = [];
    this.#refusals.clear();
    const issues = this.#own();
    this.#shown = new Set(issues.map(({path}) => path));
    this.#changed();
    return this.isComplete;
  }

  /** Takes in what the API refused; a sentence about no field of ours stands in the summary. */
  refuse(errors: readonly FieldIssue[]): void {
    for (const {pointer, message} of errors) {
      const path = this.#rules?.pathOfPointer(pointer, this.#draft) ?? '';
      if (path) this.#refusals.set(path, {text: this.text(path), message});
      else this.#general.push(message);
      this.#shown.add(path);
    }
    this.#changed();
  }

  #own(): Issue[] {
    return (this.#issues ??= this.#rules?.checkDraft(this.facts, this.reader) ?? []);
  }

  #all(): Issue[] {
    const refused = [...this.#refusals].filter(([path, {text}]) => text === this.text(path));
    return refused.length
      ? [...this.#own(), ...refused.map(([path, {message}]) => ({path, message}))]
      : this.#own();
  }

  #set(draft: Draft) {
    this.#draft = draft;
    this.#facts = undefined;
    this.#issues = undefined;
    this.#changed();
  }
}
