import {msg} from '@lit/localize';
import {html, nothing} from 'lit';
import type {SuretyClient} from '../../src/api/client.js';
import type {SuretyError} from '../../src/errors.js';
import type {Application, ApplicationContent} from '../../src/schemas/application.js';
import {Comboboxes} from '../ui/combobox.js';
import type {SuretyElement} from '../kernel/surety-element.js';
import {Directory} from './directory.js';
import {Dispatch} from './dispatch.js';
import {EarlierApplications} from './earlier.js';
import {Editing} from './editing.js';
import {FieldExtras} from './extras.js';
import type {SectionName} from './field.js';
import {helpLines} from './help-texts.js';
import type {Journey} from './journey.js';
import {Keeping} from './keeping.js';
import {versionOf, type Known} from './known.js';
import {LazyModule} from '../kernel/lazy-module.js';
import {laterSection} from './later-sections.js';
import type {ApplicationModel} from './model.js';
import {backToNew, draftNotice} from './notices.js';
import {ObligeeLookup} from './obligee-lookup.js';
import type * as outcome from './outcome.js';
import {Pasting} from './pasting.js';
import {Pickers} from './pickers.js';
import {RecordFile} from './record-file.js';
import {rules} from './rules.js';
import {Sending} from './sending.js';
import type {SessionDraft} from './session-draft.js';
import {pickerOptions, type WholeView} from './whole-view.js';
import {workingsStyles} from './workings.styles.js';

/** What the workings need of the form around them. */
export interface WorkingsHost {
  readonly element: SuretyElement & {readonly renderRoot: HTMLElement | DocumentFragment};
  readonly model: ApplicationModel;
  readonly journey: Journey;
  readonly client: () => Promise<SuretyClient>;
  readonly known: () => Known | undefined;
  /** What was just received. */
  readonly submitted: () => Application | undefined;
  readonly announce: (text: string) => void;
  /** The person changed something. */
  readonly changed: () => void;
  /** Asks the page before sending; false when it said no. */
  readonly mayBegin: (content: ApplicationContent) => boolean;
  readonly received: (application: Application) => void;
  readonly failed: (error: SuretyError) => void;
  readonly reload: () => void;
  readonly startNew: () => void;
  /** Shows another application in place of the new one, which waits. */
  readonly open: (id: string) => void;
  /** Back to the new application. */
  readonly leave: () => void;
  /** Whether the steps make entries in the page's history. */
  readonly hasHistory: () => boolean;
  /** The person no longer wants a draft to be kept. */
  readonly forgetDrafts: () => void;
}

/** Everything that the form needs once somebody uses it: rules, lists, the later sections, and the way to the surety. */
export class Workings {
  static readonly styles = workingsStyles;
  readonly editing: Editing;
  readonly pasting: Pasting;
  readonly dispatch: Dispatch;
  readonly extras: FieldExtras;
  readonly keeping: Keeping;
  readonly #host: WorkingsHost;
  readonly #steps: LazyModule<typeof outcome>;
  readonly #comboboxes: Comboboxes;
  readonly #pickers: Pickers;
  readonly #sending: Sending;
  readonly #earlier: EarlierApplications;
  readonly #directory: Directory;
  readonly #lookup: ObligeeLookup;
  readonly #recordFile: RecordFile;

  constructor(host: WorkingsHost) {
    const {element, model, journey, client, known, announce, changed} = host;
    this.#host = host;
    this.#steps = new LazyModule(element, () => import('./outcome.js'));
    this.#comboboxes = new Comboboxes(element, announce);
    this.#pickers = new Pickers(client);
    this.#sending = new Sending(element);
    this.#earlier = new EarlierApplications(element);
    this.#recordFile = new RecordFile(element, announce);
    this.#lookup = new ObligeeLookup(element, model, this.#pickers, announce);
    this.editing = new Editing({
      model,
      pickers: this.#pickers,
      account: () => known()?.account,
      changed,
      announce,
    });
    this.pasting = new Pasting(element, {model, journey, editing: this.editing});
    const pick = ({code, name}: {code: string; name: string}) =>
      this.editing.pick('obligee/name', {value: code, label: name});
    this.#directory = new Directory(element, {pick, announce});
    this.keeping = new Keeping(element, {model, journey});
    this.dispatch = new Dispatch(element, {
      ...host,
      ready: async () => void (await this.#steps.load()),
      sending: this.#sending,
      session: () => this.session,
      returned: () => known()?.application,
    });
    this.extras = new FieldExtras(
      () => this.#view(),
      () => this.editing.cleared,
    );
    model.rules = rules;
  }

  /** What this tab keeps, where drafts are on. */
  get session(): SessionDraft | undefined {
    return this.keeping.session;
  }

  /** Says whose the kept draft is; false when it is somebody else's, which is gone then. */
  claim(known: Known): boolean {
    return this.session?.claim(`${known.account.id} ${versionOf(known)}`) ?? true;
  }

  /** The list of a field that somebody has begun to type into. */
  openList(): void {
    const {renderRoot: root} = this.#host.element;
    const field = root instanceof ShadowRoot ? root.activeElement : null;
    if (!(field instanceof HTMLInputElement) || field.role !== 'combobox' || !field.value) return;
    this.#comboboxes.open(pickerOptions(this.#view(), field.name, {}), field.value);
  }

  /** Back to 申込確認 after a reload; what is not kept is asked for again. */
  resume(): void {
    const {session} = this;
    if (session?.place?.step === 'check') void this.dispatch.check();
    if (session) session.place = undefined;
  }

  /** The person changed something: it is kept, and what comes after the sections is fetched while they type. */
  changed(): void {
    void this.#steps.load();
    this.keeping.changed();
  }

  /** Back to the beginning; nothing is sent, kept or to be taken back. */
  clear(): void {
    this.#sending.clear();
    this.keeping.forget();
    this.editing.cleared = undefined;
  }

  /** What the obligee says is fetched again. */
  forget(): void {
    this.#lookup.forget();
  }

  /** Another application takes the place of this one. */
  leave(): void {
    this.#sending.clear();
    this.#recordFile.clear();
  }

  /** Opens the list of obligees at a field, or closes it. */
  toggleDirectory(path: string): void {
    void this.#directory.toggle(path);
  }

  /** Takes over what can be used again of an earlier application. */
  copy(id: string): void {
    this.editing.takeOver('works', this.#earlier.take(id));
  }

  /** What the person has pressed. */
  act(act: string): void {
    const {element, journey, reload, startNew, leave, client} = this.#host;
    const acts: Record<string, () => unknown> = {
      check: () => this.dispatch.check(),
      send: () => this.dispatch.send(),
      'send-anyway': () => this.dispatch.sendAnyway(),
      back: () => journey.begin('edit'),
      clear: () => this.editing.clear(journey.section),
      earlier: () => this.#earlier.toggle(client),
      undo: () => this.editing.undo(),
      print: () =>
        this.#copy((steps, application) => steps.print(element, this.#view(), application, journey.step)),
      save: () => this.#copy((steps, application) => steps.save(this.#view(), application)),
      reload,
      new: startNew,
      leave,
      'delete-draft': () => this.#deleteDraft(),
    };
    acts[act]?.();
  }

  /** 「保証の申込内容」 or 「その他」. */
  section(name: Exclude<SectionName, 'works'>): unknown {
    return laterSection(this.#view(), name);
  }

  help = helpLines;

  /** What waits, and what this tab holds. */
  notice(hasNewAside: boolean, applicationId: string): unknown {
    const session = this.#host.journey.step === 'done' ? undefined : this.session;
    return html`${hasNewAside ? backToNew() : nothing} ${session && draftNotice(session, applicationId)}`;
  }

  /** 申込確認. */
  checkStep(): unknown {
    return this.#steps.render(steps => steps.checkStep(this.#view(), this.#sending));
  }

  /** 送信完了. */
  doneStep(submitted: Application): unknown {
    return this.#steps.render(steps => steps.doneStep(this.#view(), submitted));
  }

  /** What became of an application. */
  record(application: Application): unknown {
    return this.#steps.render(steps => steps.record(this.#view(), application));
  }

  /** The form leaves the page. */
  endPrint(): void {
    this.#steps.value?.endPrint(this.#host.element);
  }

  #view(): WholeView {
    const {model, known} = this.#host;
    return {
      model,
      extras: this.extras,
      comboboxes: this.#comboboxes,
      pickers: this.#pickers,
      earlier: this.#earlier,
      directory: this.#directory,
      pasting: this.pasting,
      branches: known()?.surety.branches ?? [],
      recordFile: this.#recordFile,
      companyName: known()?.account.party.name ?? '',
      suretyName: known()?.surety.name ?? '',
      application: known()?.application,
      pick: this.editing.pick,
    };
  }

  /** Puts what was received, or what is looked at, on paper or into a file. */
  #copy(make: (steps: typeof outcome, application: Application) => unknown) {
    const {known, submitted} = this.#host;
    const application = submitted() ?? known()?.application;
    if (application && this.#steps.value) void make(this.#steps.value, application);
  }

  #deleteDraft() {
    this.keeping.end();
    this.#host.forgetDrafts();
    this.#host.announce(msg('一時保存を削除しました。'));
  }
}
