import {msg, str} from '@lit/localize';
import {html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult} from 'lit';
import type {SuretyClient} from '../../src/api/client.js';
import {SuretyError} from '../../src/errors.js';
import {findNumberAndKey} from '../../src/input/notice-text.js';
import type {RegisterCheck} from '../../src/schemas/register.js';
import {errorSummary, SUMMARY_ID} from '../ui/error-summary.js';
import {failure} from '../kernel/states.js';
import {
  entryForm,
  mismatch,
  readEntry,
  toErrors,
  toIssues,
  waitClock,
  waiting,
  type EntryErrors,
  type EntryField,
} from './entry-form.js';
import {WaitController} from './wait-controller.js';

type Host = ReactiveControllerHost & HTMLElement & {readonly renderRoot: HTMLElement | DocumentFragment};

/** What the entry needs of its element. */
export interface EntrySource {
  client(): Promise<SuretyClient>;
  announce(text: string): void;
  /** Tells the page about a failure. */
  fail(thrown: unknown): SuretyError;
  /** The register has answered; `checkedBy` is who is signed in, where that is known. */
  found(check: RegisterCheck, checkedBy: string | undefined): Promise<void>;
}

/** Number and key by hand: the two fields, what is wrong with them, the question to the register, and the wait after too many. */
export class Entry implements ReactiveController {
  readonly #host: Host;
  readonly #source: EntrySource;
  readonly #wait: WaitController;
  #errors: EntryErrors = {};
  #problem: SuretyError | undefined;
  #isChecking = false;
  #request: AbortController | undefined;

  constructor(host: Host, source: EntrySource) {
    this.#host = host;
    this.#source = source;
    this.#wait = new WaitController(host, seconds => this.#handleWait(seconds));
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#request?.abort();
  }

  /** Tries again what could not be checked. */
  retry(): void {
    if (this.#problem) void this.#check();
  }

  /** Leaves nothing for the next person at this desk, not even for the browser's way back. */
  forget(): void {
    this.#request?.abort();
    this.#fill({number: '', key: ''});
  }

  /** Forgets what was wrong, too. */
  reset(): void {
    this.forget();
    this.#errors = {};
    this.#problem = undefined;
    this.#host.requestUpdate();
  }

  /** Both fields, with what is wrong above them. */
  render(): TemplateResult {
    return html`<div class="entry" @click=${this.#handleClick}>
      ${errorSummary(toIssues(this.#errors))} ${this.#renderProblem()}
      ${entryForm(this.#errors, this.#isChecking, {
        submit: this.#handleSubmit,
        keydown: this.#handleKeydown,
        paste: this.#handlePaste,
        change: this.#handleChange,
      })}
    </div>`;
  }

  #renderProblem() {
    if (!this.#problem) return nothing;
    if (this.#problem.code === 'not-found') return mismatch();
    if (this.#problem.code === 'rate-limited')
      return this.#wait.remaining ? waiting(this.#wait.remaining) : nothing;
    return html`<slot name="error">${failure(this.#problem)}</slot>`;
  }

  async #check() {
    const [number, key] = [this.#field('number'), this.#field('key')];
    if (this.#isChecking || !number || !key) return;
    if (this.#wait.remaining) return this.#remindOfWait();
    const entry = readEntry({number: number.value, key: key.value});
    this.#set(undefined, 'errors' in entry ? entry.errors : {});
    if ('errors' in entry) return this.#focusOn(SUMMARY_ID);
    this.#request = new AbortController();
    this.#isChecking = true;
    this.#source.announce(msg('確認しています'));
    try {
      await this.#ask(entry.request, this.#request.signal);
    } catch (thrown) {
      await this.#handleFailure(SuretyError.from(thrown));
    } finally {
      this.#isChecking = false;
      this.#host.requestUpdate();
    }
  }

  async #ask(request: {contractNumber: string; authKey: string}, signal: AbortSignal) {
    const client = await this.#source.client();
    const [check, account] = await Promise.all([
      client.checkCertificate(request, {signal}),
      client.getAccount({signal}).catch(() => undefined), // who checked is worth showing, not worth failing for
    ]);
    if (signal.aborted) return;
    const key = this.#field('key');
    if (key) key.value = '';
    await this.#source.found(check, account?.party.name);
  }

  async #handleFailure(error: SuretyError) {
    if (error.code === 'aborted') return;
    this.#set(error, error.code === 'rejected' ? toErrors(error) : this.#errors);
    if (error.code === 'rate-limited') {
      this.#wait.start(error.retryAfter ?? 30);
      return this.#focusOn('waiting');
    }
    if (error.code === 'not-found') return this.#focusOn('mismatch');
    this.#source.fail(error);
    if (Object.keys(this.#errors).length) await this.#focusOn(SUMMARY_ID);
  }

  #set(problem: SuretyError | undefined, errors: EntryErrors) {
    [this.#problem, this.#errors] = [problem, errors];
    this.#host.requestUpdate();
  }

  #handleWait(seconds: number) {
    this.#source.announce(
      seconds ? msg(str`次に確認できるまで、あと${waitClock(seconds)}です。`) : msg('もう一度確認できます。'),
    );
    if (seconds === 0) this.#set(undefined, this.#errors);
  }

  #remindOfWait() {
    this.#handleWait(this.#wait.remaining);
    return this.#focusOn('waiting');
  }

  /** The summary's links lead to the fields; the page's address stays. */
  #handleClick = (event: Event) => {
    const link = event.target instanceof Element ? event.target.closest('[data-go]') : null;
    if (!link) return;
    event.preventDefault();
    this.#byId(link.getAttribute('data-go') ?? '')?.focus();
  };

  #handleSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    void this.#check();
  };

  /** Enter that ends the conversion of kana is not Enter; Safari tells so by the key code only. */
  #handleKeydown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.isComposing || event.keyCode === 229)) event.preventDefault();
  };

  #handlePaste = (event: ClipboardEvent) => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const {contractNumber, authKey, hasMore} = findNumberAndKey(text);
    if (!contractNumber || !authKey) return;
    event.preventDefault();
    this.#fill({number: contractNumber, key: authKey});
    this.#source.announce(
      hasMore
        ? msg('複数の保証契約番号がありました。最初の番号と認証キーを読み取りました。')
        : msg('保証契約番号と認証キーを読み取りました。'),
    );
  };

  /** What was understood is shown as it will be sent; what was not stays as it was typed. */
  #handleChange = () => {
    const [number, key] = [this.#field('number'), this.#field('key')];
    const entry = readEntry({number: number?.value ?? '', key: key?.value ?? ''});
    if ('request' in entry) this.#fill({number: entry.request.contractNumber, key: entry.request.authKey});
  };

  #fill(texts: Record<EntryField, string>) {
    for (const name of ['number', 'key'] as const) {
      const field = this.#field(name);
      if (field) field.value = texts[name];
    }
  }

  async #focusOn(id: string) {
    await this.#host.updateComplete;
    this.#byId(id)?.focus();
  }

  #field(name: EntryField): HTMLInputElement | null {
    return this.#host.renderRoot.querySelector<HTMLInputElement>(`#${name}`);
  }

  #byId(id: string) {
    return this.#host.renderRoot.querySelector<HTMLElement>(`#${id}`);
  }
}
