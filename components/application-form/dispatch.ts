import type {ReactiveControllerHost} from 'lit';
import type {SuretyClient} from '../../src/api/client.js';
import {SuretyError} from '../../src/errors.js';
import type {Application, ApplicationContent} from '../../src/schemas/application.js';
import {SUMMARY_ID} from '../ui/error-summary.js';
import {sectionOf} from './field.js';
import type {Journey} from './journey.js';
import type {ApplicationModel} from './model.js';
import {sendingText, TWIN_ID} from './notices.js';
import type {Sending} from './sending.js';
import type {SessionDraft} from './session-draft.js';
import {StepHistory} from './step-history.js';

/** What sending needs of the form around it. */
export interface DispatchHost {
  readonly model: ApplicationModel;
  readonly journey: Journey;
  readonly sending: Sending;
  /** Whether the page lets the steps make entries in its history. */
  readonly hasHistory: () => boolean;
  readonly session: () => SessionDraft | undefined;
  readonly client: () => Promise<SuretyClient>;
  /** The code of the later steps is there, or could not be fetched. */
  readonly ready: () => Promise<void>;
  /** The application that is mended. */
  readonly returned: () => Application | undefined;
  /** Asks the page; false when it said no. */
  readonly mayBegin: (content: ApplicationContent) => boolean;
  readonly received: (application: Application) => void;
  readonly failed: (error: SuretyError) => void;
  readonly announce: (text: string) => void;
}

/** The way from 申込作成 over 申込確認 to 送信完了. */
export class Dispatch {
  readonly #host: DispatchHost;

  constructor(element: ReactiveControllerHost, host: DispatchHost) {
    this.#host = host;
    const {journey, sending, hasHistory} = host;
    new StepHistory(element, {
      isOn: hasHistory,
      journey,
      isBusy: () => sending.state !== 'idle',
      check: () => void this.check(),
    });
  }

  /** Shows what is missing or wrong; true when nothing is. */
  validate(): boolean {
    const isComplete = this.#host.model.attempt();
    if (!isComplete) void this.#showIssues();
    return isComplete;
  }

  /** On to 申込確認, if nothing is missing. */
  async check(): Promise<void> {
    if (!this.validate()) return;
    const {model, journey} = this.#host;
    if (!model.content) return;
    this.#prepare(model.content);
    journey.isReturning = false;
    await this.#host.ready();
    await journey.begin('check');
  }

  /** Sends what is filled in; nothing while it is being sent already. */
  async send(): Promise<Application | undefined> {
    const {model, sending, session, client, returned, mayBegin, announce} = this.#host;
    const {content} = model;
    if (!content || sending.state !== 'idle' || !mayBegin(content)) return undefined;
    session()?.remember(this.#prepare(content));
    session()?.saveNow(model.draft);
    const underWay = sending.send(client, content, returned());
    announce(sendingText('sending'));
    try {
      const application = await underWay.finally(() => announce(''));
      return application ? await this.#finish(application) : await this.#showTwin();
    } catch (thrown) {
      this.#fail(SuretyError.from(thrown));
      return undefined;
    }
  }

  /** Sends in spite of the twin that was found. */
  sendAnyway(): Promise<Application | undefined> {
    this.#host.sending.settle();
    return this.send();
  }

  /** One key for one content, from the moment it is shown for the last check. */
  #prepare(content: ApplicationContent) {
    const {sending, session, returned} = this.#host;
    return sending.prepare(content, returned(), payload => session()?.keyFor(payload));
  }

  async #finish(application: Application) {
    const {session, sending, received, journey} = this.#host;
    session()?.received(application);
    sending.clear();
    received(application);
    await this.#host.ready();
    await journey.begin('done');
    return application;
  }

  /** The same works were applied for already: told where the button is, and nothing was sent. */
  async #showTwin() {
    const {session, journey, ready} = this.#host;
    session()?.forgetSending();
    await ready();
    journey.toStep('check');
    await journey.focus(TWIN_ID);
    return undefined;
  }

  #fail(error: SuretyError) {
    this.#host.failed(error);
    if (error.code !== 'rejected' || !error.fields.length) return;
    this.#host.model.refuse(error.fields);
    void this.#showIssues();
  }

  async #showIssues() {
    const {model, journey} = this.#host;
    journey.toStep('edit');
    const first = model.shownIssues.find(({path}) => path);
    if (first) journey.show(sectionOf(first.path));
    await journey.focus(SUMMARY_ID);
  }
}
