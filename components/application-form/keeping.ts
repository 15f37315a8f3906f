import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {Journey} from './journey.js';
import type {ApplicationModel} from './model.js';
import {SessionDraft} from './session-draft.js';

/** What there is to keep: what stands in the fields, and where the person is. */
export interface KeepingHost {
  readonly model: ApplicationModel;
  readonly journey: Journey;
}

const ask = (event: Event) => event.preventDefault();

/**
 * Nothing typed is lost by leaving the page: it is kept where drafts are on; elsewhere the browser asks first, but only
 * after the person has typed and until it was sent, so that a page that is just looked at is left without a question.
 */
export class Keeping implements ReactiveController {
  /** What this tab keeps, where drafts are on. */
  session: SessionDraft | undefined;
  readonly #element: ReactiveControllerHost;
  readonly #host: KeepingHost;

  constructor(element: ReactiveControllerHost, host: KeepingHost) {
    this.#element = element;
    this.#host = host;
    element.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('pagehide', this.keep);
  }

  hostDisconnected(): void {
    window.removeEventListener('pagehide', this.keep);
    this.settle();
  }

  /** Begins to keep what is typed for an application, if at all, and puts back what was kept. */
  open(isOn: boolean, applicationId: string): void {
    const {model, journey} = this.#host;
    const drawn = () => this.#element.requestUpdate();
    this.session = isOn ? new SessionDraft(applicationId, journey, drawn) : undefined;
    const draft = this.session?.read();
    if (draft) model.write(draft);
    if (this.session?.place) journey.show(this.session.place.section);
  }

  /** The person changed something that was not sent yet. */
  changed(): void {
    this.session?.save(this.#host.model.draft);
    if (!this.session) window.addEventListener('beforeunload', ask); // the same listener counts once
  }

  /** Keeps it at once, at the last moment. */
  keep = (): void => this.session?.flush(this.#host.model.draft);

  /** It was sent, or is not wanted any more: the page is left without a question. */
  settle(): void {
    window.removeEventListener('beforeunload', ask);
  }

  /** Empties what is kept. */
  forget(): void {
    this.session?.delete();
    this.settle();
  }

  /** Ends keeping, as somebody does who leaves a shared machine; what stands in the fields stays there. */
  end(): void {
    this.session?.delete();
    this.session = undefined;
    this.changed();
  }
}
