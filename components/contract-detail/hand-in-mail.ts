import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {SuretyClient} from '../../src/api/client.js';
import {writeMailFile} from '../../src/domain/mail-file.js';
import type {SubmissionPlan} from '../../src/domain/submission-plan.js';
import {SuretyError} from '../../src/errors.js';
import {makeNoticeFile, saveFile} from '../ui/notice-file.js';

/** What was asked for: a draft with the notice attached, or the notice passed to another app. */
export type MailWish = 'draft' | 'share';

/** Where that stands. */
export interface MailState {
  wish?: MailWish;
  status: 'idle' | 'pending' | 'done' | 'failed';
  error?: SuretyError;
  /** Characters that the notice cannot show as they are. */
  missing: readonly string[];
}

/** What the controller asks of its element. */
export interface MailPort {
  client(): Promise<SuretyClient>;
  onDone(wish: MailWish): void;
  onError(thrown: unknown): SuretyError;
}

const IDLE: MailState = {status: 'idle', missing: []};

/** Makes the notice and hands it on with the mail's words; notice and file hold the key, so neither is kept. */
export class HandInMail implements ReactiveController {
  state: MailState = IDLE;
  #host: ReactiveControllerHost;
  #port: MailPort;
  #running: AbortController | undefined;

  constructor(host: ReactiveControllerHost, port: MailPort) {
    this.#host = host;
    this.#port = port;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.reset();
  }

  /** Forgets what became of the last wish, and gives up one that is still being met. */
  reset(): void {
    this.#running?.abort();
    this.#running = undefined;
    this.#set(IDLE);
  }

  /** Meets a wish for the guarantee of this number. */
  async start(wish: MailWish, contractNumber: string, plan: SubmissionPlan): Promise<void> {
    if (this.state.status === 'pending') return;
    const running = (this.#running = new AbortController());
    const {signal} = running;
    this.#set({wish, status: 'pending', missing: []});
    try {
      const notice = await (await this.#port.client()).createNotice(contractNumber, {signal});
      const file = await makeNoticeFile(notice, {machineReadableKey: false, signal});
      signal.throwIfAborted();
      const content = new File([file.content], plan.fileName, {type: file.content.type});
      const isDone = wish === 'draft' ? await saveDraft(content, plan) : await share(content, plan);
      this.#set(isDone ? {wish, status: 'done', missing: file.missing} : IDLE);
      if (isDone) this.#port.onDone(wish);
    } catch (thrown) {
      if (signal.aborted) return;
      this.#set({wish, status: 'failed', error: this.#port.onError(thrown), missing: []});
    } finally {
      if (this.#running === running) this.#running = undefined;
    }
  }

  #set(state: MailState): void {
    this.state = state;
    this.#host.requestUpdate();
  }
}

/** Whether this device can pass a PDF on to another app. */
export const canSharePdf = (): boolean =>
  navigator.canShare?.({files: [new File([], 'a.pdf', {type: 'application/pdf'})]}) ?? false;

async function saveDraft(file: File, {recipients, subject, body}: SubmissionPlan): Promise<boolean> {
  const {address} = recipients.find(({channel}) => channel === 'email') ?? {};
  const bytes = new Uint8Array(await file.arrayBuffer());
  const attachment = {name: file.name, mediaType: file.type, bytes};
  const text = writeMailFile({...(address && {to: address}), subject, body, attachment});
  const name = file.name.replace(/\.pdf$/, '.eml');
  saveFile({name, content: new File([text], name, {type: 'message/rfc822'})});
  return true;
}

/** False when the person thought better of it. */
async function share(file: File, {subject, body}: SubmissionPlan): Promise<boolean> {
  try {
    await navigator.share({files: [file], title: subject, text: body});
    return true;
  } catch (thrown) {
    if (thrown instanceof DOMException && thrown.name === 'AbortError') return false;
    throw new SuretyError('unavailable', 'The notice could not be passed on.', {cause: thrown});
  }
}
