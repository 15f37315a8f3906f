import {msg, str} from '@lit/localize';
import {html, nothing, type ReactiveControllerHost, type TemplateResult} from 'lit';
import type {SuretyClient} from '../../src/api/client.js';
import type {SuretyError} from '../../src/errors.js';
import {findNumberAndKey} from '../../src/input/notice-text.js';
import type {RegisterCheck} from '../../src/schemas/register.js';
import {Abortable} from '../kernel/abortable.js';
import {guardComposition} from '../kernel/composition.js';
import {failure} from '../kernel/states.js';
import type {ElementServices} from '../kernel/surety-element.js';
import {errorSummary, SUMMARY_ID} from '../ui/error-summary.js';
import {
  entryForm,
  issuesOf,
  mismatchNotice,
  readEntry,
  refusedFields,
  waitNotice,
  type EntryErrors,
  type EntryField,
} from './entry-view.js';
import {RateLimitWait, waitClock} from './rate-limit-wait.js';

type Host = ReactiveControllerHost & HTMLElement & {readonly renderRoot: HTMLElement | DocumentFragment};

/** A certificate that was found, and the name of the signed-in account where that is known. */
export interface Found {
  check: RegisterCheck;
  checkedBy: string | undefined;
}

/** Number and key typed by hand: both fields, their errors, the request to the register, and the wait after too many. */
export class Entry {
  readonly #host: Host;
  readonly #services: ElementServices;
  readonly #handleFound: (found: Found) => Promise<void>;
  readonly #wait: RateLimitWait;
  readonly #checking: Abortable;
  #errors: EntryErrors = {};
  #problem: SuretyError | undefined;

  constructor(host: Host, services: ElementServices, handleFound: (found: Found) => Promise<void>) {
    this.#host = host;
    this.#services = services;
    this.#handleFound = handleFound;
    this.#wait = new RateLimitWait(host, seconds => this.#handleSeconds(seconds));
    this.#checking = new Abortable(host);
  }

  /** Checks again what could not be checked. */
  retry(): void {
    if (this.#problem) void this.#check();
  }

  /** Aborts the check and empties both fields, so that nothing is left for the next person at this desk. */
  forget(): void {
    this.#checking.abort();
    this.#fill({number: '', key: ''});
  }

  /** Forgets the errors, too. */
  reset(): void {
    this.forget();
    this.#show(undefined, {});
  }

  render(): TemplateResult {
    return html`<div class="entry" @click=${this.#handleClick}>
      ${errorSummary(issuesOf(this.#errors))} ${this.#renderProblem()}
      ${entryForm(this.#errors, this.#checking.isRunning, {
        submit: this.#handleSubmit,
        keydown: guardComposition,
        paste: this.#handlePaste,
        change: this.#handleChange,
      })}
    </div>`;
  }

  #renderProblem() {
    if (!this.#problem) return nothing;
    if (this.#problem.code === 'not-found') return mismatchNotice();
    if (this.#problem.code === 'rate-limited')
      return this.#wait.remaining ? waitNotice(this.#wait.remaining) : nothing;
    return html`<slot name="error">${failure(this.#problem)}</slot>`;
  }

  async #check() {
    const [number, key] = [this.#field('number'), this.#field('key')];
    if (this.#checking.isRunning || !number || !key) return;
    if (this.#wait.remaining) return this.#remindOfWait();
    const entry = readEntry({number: number.value, key: key.value});
    this.#show(undefined, 'errors' in entry ? entry.errors : {});
    if ('errors' in entry) return this.#focusOn(SUMMARY_ID);
    this.#services.announce(msg('確認しています'));
    const outcome = await this.#checking.run(signal => this.#request(entry.request, signal));
    if (!outcome) return;
    if (outcome.error) return this.#handleFailure(outcome.error);
    key.value = '';
    await this.#handleFound(outcome.value);
  }

  async #request(request: {contractNumber: string; authKey: string}, signal: AbortSignal): Promise<Found> {
    const client = await this.#services.client();
    signal.throwIfAborted();
    const [check, checkedBy] = await Promise.all([
      client.checkCertificate(request, {signal}),
      accountName(client, signal),
    ]);
    return {check, checkedBy};
  }

  async #handleFailure(error: SuretyError) {
    this.#show(error, error.code === 'rejected' ? refusedFields(error) : this.#errors);
    if (error.code === 'rate-limited') {
      this.#wait.start(error.retryAfter);
      return this.#focusOn('waiting');
    }
    if (error.code === 'not-found') return this.#focusOn('mismatch');
    this.#services.report(error);
    if (Object.keys(this.#errors).length) await this.#focusOn(SUMMARY_ID);
  }

  #show(problem: SuretyError | undefined, errors: EntryErrors) {
    [this.#problem, this.#errors] = [problem, errors];
    this.#host.requestUpdate();
  }

  #handleSeconds(seconds: number) {
    this.#services.announce(
      seconds ? msg(str`次に確認できるまで、あと${waitClock(seconds)}です。`) : msg('もう一度確認できます。'),
    );
    if (seconds === 0) this.#show(undefined, this.#errors);
  }

  #remindOfWait() {
    this.#handleSeconds(this.#wait.remaining);
    return this.#focusOn('waiting');
  }

  /** Follows the links of the summary to the fields without changing the page's address. */
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

  #handlePaste = (event: ClipboardEvent) => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const {contractNumber, authKey, hasMore} = findNumberAndKey(text);
    if (!contractNumber || !authKey) return;
    event.preventDefault();
    this.#fill({number: contractNumber, key: authKey});
    this.#services.announce(
      hasMore
        ? msg('複数の保証契約番号がありました。最初の番号と認証キーを読み取りました。')
        : msg('保証契約番号と認証キーを読み取りました。'),
    );
  };

  /** Shows what was understood as it will be sent; text that was not understood stays as it was typed. */
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

  // The key stands in its field only, never in a property of this class.
  #field(name: EntryField): HTMLInputElement | null {
    return this.#host.renderRoot.querySelector<HTMLInputElement>(`#${name}`);
  }

  #byId(id: string) {
    return this.#host.renderRoot.querySelector<HTMLElement>(`#${id}`);
  }
}

/** Returns the name of the signed-in account. A certificate is shown without it when the API does not tell it. */
async function accountName(client: SuretyClient, signal: AbortSignal): Promise<string | undefined> {
  try {
    return (await client.getAccount({signal})).party.name;
  } catch {
    return undefined;
  }
}
