import {msg} from '@lit/localize';
import {html, nothing, type ReactiveControllerHost} from 'lit';
import type {SuretyClient} from '../../src/api/client.js';
import {SuretyError} from '../../src/errors.js';
import {formatDateTime} from '../../src/domain/format.js';
import {errorText} from '../../src/i18n/error-text.js';
import {inBrackets} from '../../src/i18n/format.js';
import {applicationStateName} from '../../src/i18n/terms.js';
import type {Application} from '../../src/schemas/application.js';
import {draftOf, type Draft} from './draft.js';

/** More than that nobody looks through; they come newest first. */
const SHOWN = 10;

/** What belongs to one works contract only, and must not slip into the next application. */
const isOwn = (path: string) => /^works\/(?!kind$)|^jointVentureName$|^message$|Amount$/.test(path);

/** What can be used again: obligee, kinds and forms of guarantee, bank, billing, branch and contact. */
export const reusable = ({content}: Application): Draft =>
  Object.fromEntries(Object.entries(draftOf(content)).filter(([path]) => !isOwn(path)));

/** What became of an application, in one line, and what one can do with it. */
const earlierItem = ({id, receiptNumber, submittedAt, state, content}: Application) =>
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

/** The applications that were sent before: what became of them, and to take over what stays the same from one to the next. */
export class EarlierApplications {
  readonly #host: ReactiveControllerHost;
  isOpen = false;
  #found: readonly Application[] | SuretyError | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** Opens or closes the list; it is fetched anew each time. */
  async toggle(client: () => Promise<SuretyClient>): Promise<void> {
    this.isOpen = !this.isOpen;
    this.#found = undefined;
    this.#host.requestUpdate();
    if (!this.isOpen) return;
    try {
      this.#found = (await (await client()).listApplications()).items.slice(0, SHOWN);
    } catch (thrown) {
      this.#found = SuretyError.from(thrown);
    }
    this.#host.requestUpdate();
  }

  /** Takes one and closes the list. */
  take(id: string): Draft {
    const found = this.#found instanceof SuretyError ? undefined : this.#found;
    const chosen = found?.find(each => each.id === id);
    this.isOpen = false;
    this.#host.requestUpdate();
    return chosen ? reusable(chosen) : {};
  }

  /** The list, while it is open. */
  render() {
    return this.isOpen ? this.#renderList() : nothing;
  }

  #renderList() {
    const found = this.#found;
    if (!found) return html`<p role="status">${msg('読み込んでいます')}</p>`;
    if (found instanceof SuretyError) return html`<p role="alert">${errorText(found.code)}</p>`;
    if (!found.length) return html`<p>${msg('以前の申込みはありません。')}</p>`;
    return html`<p class="hint">
        ${msg('「開く」で手続状況と内容を確かめられます。「写す」は、発注者名、保証の種類、金融機関、請求先、申込送信先、連絡先を写します。工事名・金額・日付は写しません。')}
      </p>
      <ul>
        ${found.map(earlierItem)}
      </ul>`;
  }
}
