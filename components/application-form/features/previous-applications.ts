import {msg} from '@lit/localize';
import {html, nothing} from 'lit';
import {reusableDraft} from '../../../src/application/prefill.js';
import type {Draft} from '../../../src/application/draft.js';
import {formatDateTime} from '../../../src/domain/format.js';
import {SuretyError} from '../../../src/errors.js';
import {errorText} from '../../../src/i18n/error-text.js';
import {inBrackets} from '../../../src/i18n/format.js';
import {applicationStateName} from '../../../src/i18n/terms.js';
import type {Application} from '../../../src/schemas/application.js';
import type {FormStore} from '../form-store.js';

/** They come newest first, and nobody looks through more. */
const MAX_SHOWN = 10;

/** What became of an application, in one line, and what one can do with it. */
const item = ({id, receiptNumber, submittedAt, state, content}: Application) =>
  html`<li>
    <div>
      <p class="hint">
        <span class="code" translate="no">${receiptNumber}</span> ${formatDateTime(submittedAt)}
        <span class="badge" data-kind=${state === 'issued' ? 'good' : nothing}
          >${applicationStateName(state)}</span
        >
      </p>
      <p translate="no">${content.works.name}${inBrackets(content.obligee.name)}</p>
    </div>
    <p class="choices">
      <button part="button" type="button" data-open=${id}>
        <span>${msg('開く')}<span class="visually-hidden">${inBrackets(receiptNumber)}</span></span>
      </button>
      <button part="button" type="button" data-copy=${id}>
        <span>${msg('写す')}<span class="visually-hidden">${inBrackets(receiptNumber)}</span></span>
      </button>
    </p>
  </li>`;

/** The applications that were sent before, to be opened, or to copy what stays the same from one to the next. */
export class PreviousApplications {
  isOpen = false;
  readonly #store: FormStore;
  #found: readonly Application[] | SuretyError | undefined;

  constructor(store: FormStore) {
    this.#store = store;
  }

  /** Opens or closes the list; it is fetched each time. */
  async toggle(): Promise<void> {
    this.isOpen = !this.isOpen;
    this.#found = undefined;
    this.#store.set({});
    if (!this.isOpen) return;
    try {
      const client = await this.#store.host.client();
      this.#found = (await client.listApplications()).items.slice(0, MAX_SHOWN);
    } catch (thrown) {
      this.#found = SuretyError.from(thrown);
    }
    this.#store.set({});
  }

  /** Closes the list and returns what can be used again of one application. */
  take(id: string): Draft {
    const found = this.#found instanceof SuretyError ? undefined : this.#found;
    const chosen = found?.find(each => each.id === id);
    this.isOpen = false;
    this.#store.set({});
    return chosen ? reusableDraft(chosen) : {};
  }

  render(): unknown {
    if (!this.isOpen) return nothing;
    const found = this.#found;
    if (!found) return html`<p role="status">${msg('読み込んでいます')}</p>`;
    if (found instanceof SuretyError) return html`<p role="alert">${errorText(found.code)}</p>`;
    if (!found.length) return html`<p>${msg('以前の申込みはありません。')}</p>`;
    return html`<p class="hint">
        ${msg('「開く」で手続状況と内容を確かめられます。「写す」は、発注者名、保証の種類、金融機関、請求先、申込送信先、連絡先を写します。工事名・金額・日付は写しません。')}
      </p>
      <ul>
        ${found.map(item)}
      </ul>`;
  }
}
