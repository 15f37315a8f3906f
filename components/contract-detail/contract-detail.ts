import {msg} from '@lit/localize';
import {initialState, Task} from '@lit/task';
import {html, nothing, type PropertyValues} from 'lit';
import {property} from 'lit/decorators.js';
import {newestAnswer} from '../../src/domain/contract-to-do.js';
import {SuretyError} from '../../src/errors.js';
import {inBrackets} from '../../src/i18n/format.js';
import {publishedGuaranteeName} from '../../src/i18n/published-terms.js';
import type {Contract} from '../../src/schemas/contract.js';
import {abortOnLeave} from '../kernel/abortable.js';
import {Announcer} from '../ui/announcer.js';
import {factsStyles} from '../ui/facts.styles.js';
import {emit} from '../kernel/events.js';
import {buttonStyles} from '../ui/button.styles.js';
import {hostStyles} from '../ui/host.styles.js';
import {keyTextStyles} from '../ui/key-text.js';
import {empty, failure, loading} from '../kernel/states.js';
import {SuretyElement} from '../kernel/surety-element.js';
import {ruledTableStyles} from '../ui/table.styles.js';
import {styles} from './contract-detail.styles.js';
import {HandInPanel} from './hand-in-panel.js';
import {KeyPanel} from './key-panel.js';
import {renderFacts, renderHistory, renderStanding} from './overview.js';
import type {PanelContext} from './panel-context.js';
import {renderUnknownSubmission, SubmissionPanel} from './submission-panel.js';
import {renderReturned, renderTimeline} from './timeline.js';

/**
 * 電子保証概要: one contract, its 認証キー, its history, and what to hand in.
 * The key is not in the page until it is asked for, and leaves it again with the element.
 * @tagname surety-contract-detail
 * @fires {CustomEvent<{contractNumber: string}>} surety-notice-open - 「印刷」 was chosen.
 * @fires {CustomEvent<{contractNumber: string, revision: number}>} surety-certificate-open - 「選択」 of a revision was chosen.
 * @fires {CustomEvent<{url: string}>} surety-external-link - Right before a link leads to the page of the obligee; cancellable.
 * @fires {CustomEvent<{error: SuretyError}>} surety-error - The contract or its key could not be fetched.
 * @slot empty - Shown while no contract is chosen.
 * @slot loading - Shown while the contract is fetched.
 * @slot error - Shown when the contract could not be fetched.
 * @csspart heading - 「電子保証概要（…）」 with its note.
 * @csspart standing - Where the contract stands, and what is to be done.
 * @csspart returned - 差戻し: the obligee's reason, and what to do next.
 * @csspart timeline - 「手続きの経過」: what happened and what is to come.
 * @csspart facts - The list of facts.
 * @csspart key-panel - The block 「認証キー」.
 * @csspart key - The key itself, while it is shown.
 * @csspart submission - 「提出方法」: how this obligee wants it handed in.
 * @csspart hand-in - 「渡しました」 and its record.
 * @csspart history - 「電子保証情報（履歴情報）」.
 * @csspart button - A button without a part of its own.
 * @csspart input - A text field.
 * @csspart select - A list to choose from.
 */
export class SuretyContractDetail extends SuretyElement {
  static override styles = [
    ...hostStyles,
    buttonStyles,
    factsStyles,
    ruledTableStyles,
    keyTextStyles,
    styles,
  ];

  /** 保証契約番号 of the contract to fetch. */
  @property({attribute: 'contract-number'}) contractNumber = '';
  /** A contract that the page already holds; when set, nothing is fetched but the key. */
  @property({attribute: false}) contract: Contract | undefined;

  readonly #announcer = new Announcer(this);
  readonly #context: PanelContext = {
    host: this,
    announcer: this.#announcer,
    client: () => this.client(),
    report: error => void this.report(error),
  };
  readonly #key = new KeyPanel(this.#context);
  readonly #submission = new SubmissionPanel(this.#context);
  readonly #handIn = new HandInPanel(this.#context);

  readonly #contract = new Task(this, {
    args: () => [this.source, this.contractNumber, this.contract, this.attempt] as const,
    task: async ([source, number, given], {signal}) => {
      if (given) return given;
      return source && number ? (await this.client()).getContract(number, {signal}) : initialState;
    },
    onError: thrown => this.report(thrown),
  });

  /** The obligee of the directory; null where the contract's is not in it. */
  readonly #obligee = new Task(this, {
    args: () => [this.source, this.#contract.value, this.attempt] as const,
    task: async ([source, contract], {signal}) => {
      if (!source || !contract || !needsHandIn(contract)) return initialState;
      return contract.obligeeCode ? (await this.client()).getObligee(contract.obligeeCode, {signal}) : null;
    },
    onError: thrown => this.report(thrown),
  });

  constructor() {
    super();
    abortOnLeave(this, this.#contract);
    abortOnLeave(this, this.#obligee);
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    if (!changed.has('contractNumber') && !changed.has('contract')) return;
    this.#key.reset();
    this.#submission.reset();
  }

  protected override renderContent() {
    return html`${this.#announcer.render()}${this.#contract.render({
      initial: () => html`<slot name="empty">${empty(msg('保証契約が選ばれていません。'))}</slot>`,
      pending: () => html`<slot name="loading">${loading()}</slot>`,
      complete: contract => this.#renderContract(contract),
      error: thrown => this.renderFailure(thrown),
    })}`;
  }

  #renderContract(contract: Contract) {
    const contractNumber = contract.number;
    const isElectronic = contract.certificateForm === 'electronic';
    const handleOpen = (revision: number) =>
      emit(this, 'surety-certificate-open', {contractNumber, revision});
    return html`<div class="sections">
      <header part="heading">
        <h2>
          <span>${isElectronic ? msg('電子保証概要') : msg('保証概要')}</span
          ><span translate="no">${inBrackets(publishedGuaranteeName(contract.productName))}</span>
        </h2>
        <p class="hint">${msg('※最新の情報を表示しています。')}</p>
      </header>
      ${renderStanding(contract)} ${renderReturned(contract)} ${renderTimeline(contract)}
      ${renderFacts(contract)} ${isElectronic ? this.#key.render(contract) : nothing}
      ${this.#renderSubmission(contract)}
      ${needsHandIn(contract) && contract.handedInAt !== undefined ? this.#handIn.render(contract) : nothing}
      ${isElectronic ? renderHistory(contract, handleOpen) : nothing}
    </div>`;
  }

  #renderSubmission(contract: Contract) {
    const known = this.#obligee.value;
    // While it is fetched again, what is known of the same obligee stays in sight.
    if (known && known.code === contract.obligeeCode && needsHandIn(contract))
      return this.#submission.render(contract, known.rule);
    return this.#obligee.render({
      initial: () => nothing,
      pending: () => loading(msg('提出方法を確認しています')),
      complete: () => renderUnknownSubmission(contract.obligeeName),
      error: thrown =>
        failure(SuretyError.from(thrown), {label: msg('もう一度読み込む'), act: () => this.reload()}),
    });
  }
}

/** Whether the notice is to be handed in: not of a paper certificate, one that has ended, or one that was accepted. */
const needsHandIn = (contract: Contract) =>
  contract.certificateForm === 'electronic' &&
  contract.state === 'in-force' &&
  newestAnswer(contract)?.outcome !== 'accepted';

declare global {
  interface HTMLElementTagNameMap {
    'surety-contract-detail': SuretyContractDetail;
  }
}
