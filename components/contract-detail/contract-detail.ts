import {msg, str} from '@lit/localize';
import {initialState, Task} from '@lit/task';
import {html, nothing, type PropertyValues} from 'lit';
import {property, state} from 'lit/decorators.js';
import {planSubmission} from '../../src/domain/submission-plan.js';
import {SuretyError} from '../../src/errors.js';
import {errorText} from '../../src/i18n/error-text.js';
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
import {HandInMail} from './hand-in-mail.js';
import {renderHandIn} from './hand-in-record.js';
import {KeyDisclosure} from './key-disclosure.js';
import {copyText, renderKeyPanel, type CopyResult} from './key-panel.js';
import {renderSubmission, renderUnknownSubmission} from './submission-panel.js';
import {isAccepted, renderReturned, renderTimeline} from './timeline.js';
import {renderFacts, renderHistory, renderStanding} from './overview.js';

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

  /** The look that this element itself caused, newer than what was fetched. */
  @state() private viewedAt = '';
  @state() private copy: CopyResult | undefined;
  /** Which text of the mail was copied last. */
  @state() private copied = '';

  /** What became of 「渡しました」 since the contract was fetched. */
  @state() private handIn: {of?: Contract; at?: string | null | undefined; problem?: string} = {};
  @state() private isRecording = false;

  #announcer = new Announcer(this);

  #loading = new Task(this, {
    args: () => [this.source, this.contractNumber, this.contract, this.attempt] as const,
    task: async ([source, number, given], {signal}) => {
      if (given) return given;
      return source && number ? (await this.client()).getContract(number, {signal}) : initialState;
    },
    onError: thrown => this.report(thrown),
  });

  /** How the obligee wants it handed in; null for one that is not in the directory. */
  #obligee = new Task(this, {
    args: () => [this.source, this.#loading.value, this.attempt] as const,
    task: async ([source, contract], {signal}) => {
      if (!source || !contract || !needsSubmission(contract)) return initialState;
      return contract.obligeeCode ? (await this.client()).getObligee(contract.obligeeCode, {signal}) : null;
    },
    onError: thrown => this.report(thrown),
  });

  #disclosure = new KeyDisclosure(this, {
    client: () => this.client(),
    onShown: viewedAt => {
      this.viewedAt = viewedAt;
      this.#announcer.announce(msg('認証キーを表示しました。'));
    },
    onError: thrown => this.report(thrown),
  });

  #mail = new HandInMail(this, {
    client: () => this.client(),
    onDone: wish =>
      this.#announcer.announce(
        wish === 'draft' ? msg('下書きを保存しました。') : msg('お知らせを渡しました。'),
      ),
    onError: thrown => this.report(thrown),
  });

  constructor() {
    super();
    abortOnLeave(this, this.#loading);
    abortOnLeave(this, this.#obligee);
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    if (!changed.has('contractNumber') && !changed.has('contract')) return;
    this.#disclosure.hide();
    this.copy = undefined;
    this.copied = '';
    this.#mail.reset();
    this.viewedAt = '';
    this.handIn = {};
  }

  protected override renderContent() {
    return html`${this.#announcer.render()}${this.#loading.render({
      initial: () => html`<slot name="empty">${empty(msg('保証契約が選ばれていません。'))}</slot>`,
      pending: () => html`<slot name="loading">${loading()}</slot>`,
      complete: contract => this.#renderContract(contract),
      error: thrown => this.renderFailure(thrown),
    })}`;
  }

  #renderContract(contract: Contract) {
    const isElectronic = contract.certificateForm === 'electronic';
    return html`<div class="sections">
      <header part="heading">
        <h2>
          <span>${isElectronic ? msg('電子保証概要') : msg('保証概要')}</span
          ><span translate="no">${inBrackets(publishedGuaranteeName(contract.productName))}</span>
        </h2>
        <p class="hint">${msg('※最新の情報を表示しています。')}</p>
      </header>
      ${renderStanding(contract)} ${renderReturned(contract)} ${renderTimeline(contract)}
      ${renderFacts(contract)} ${isElectronic ? this.#renderKey(contract) : nothing}
      ${this.#renderSubmission(contract)} ${this.#renderHandIn(contract)}
      ${
        isElectronic
          ? renderHistory(contract, revision =>
              emit(this, 'surety-certificate-open', {contractNumber: contract.number, revision}),
            )
          : nothing
      }
    </div>`;
  }

  #renderKey(contract: Contract) {
    const contractNumber = contract.number;
    const {viewedAt, copy} = this;
    const {status, key, error} = this.#disclosure;
    return renderKeyPanel(
      {contract, viewedAt, copy, status, key, error},
      {
        show: () => void this.#disclosure.show(contractNumber),
        hide: this.#hideKey,
        copy: () => void this.#copyKey(),
        openNotice: () => emit(this, 'surety-notice-open', {contractNumber}),
      },
    );
  }

  #renderSubmission(contract: Contract) {
    const known = this.#obligee.value;
    if (known && known.code === contract.obligeeCode && needsSubmission(contract)) {
      const {rule} = known;
      const plan = planSubmission(rule, contract);
      const {copied} = this;
      const {state: mail} = this.#mail;
      return renderSubmission(
        {plan, rule, kind: contract.kind, copied, mail, now: Date.now()},
        {copy: this.#copyText, mail: wish => void this.#mail.start(wish, contract.number, plan)},
      );
    }
    return this.#obligee.render({
      initial: () => nothing,
      pending: () => loading(msg('提出方法を確認しています')),
      complete: () => renderUnknownSubmission(contract.obligeeName),
      error: thrown =>
        failure(SuretyError.from(thrown), {label: msg('もう一度読み込む'), act: () => this.reload()}),
    });
  }

  #renderHandIn(fetched: Contract) {
    if (!needsSubmission(fetched) || fetched.handedInAt === undefined) return nothing;
    const {of, at, problem} = this.handIn;
    const contract = of === fetched && at !== undefined ? {...fetched, handedInAt: at} : fetched;
    return renderHandIn({contract, isBusy: this.isRecording, problem}, wish => {
      void this.#recordHandIn(fetched, wish);
    });
  }

  async #recordHandIn(of: Contract, wish: 'record' | 'withdraw') {
    this.isRecording = true;
    const known = this.handIn.of === of ? this.handIn.at : undefined;
    try {
      const client = await this.client();
      const {handedInAt} = await (wish === 'record'
        ? client.recordHandIn(of.number)
        : client.withdrawHandIn(of.number));
      this.handIn = {of, at: handedInAt};
      this.#announcer.announce(
        wish === 'record' ? msg('渡したことを記録しました。') : msg('渡した記録を取り消しました。'),
      );
    } catch (thrown) {
      this.handIn = {of, at: known, problem: errorText(this.report(thrown).code)};
    } finally {
      this.isRecording = false;
    }
  }

  #copyText = (label: string, text: string) => {
    this.copied = '';
    navigator.clipboard.writeText(text).then(
      () => {
        this.copied = label;
        this.#announcer.announce(msg(str`${label}をコピーしました。`));
      },
      () =>
        this.#announcer.announce(
          msg('コピーできませんでした。文字を選択してコピーしてください。'),
          'assertive',
        ),
    );
  };

  #hideKey = () => {
    this.#disclosure.hide();
    this.copy = undefined;
    this.#announcer.announce(msg('認証キーを隠しました。'));
  };

  #copyKey = async () => {
    const {key} = this.#disclosure;
    if (!key) return;
    try {
      await navigator.clipboard.writeText(key);
      this.copy = 'done';
    } catch {
      // Without leave to write, selecting it leaves only Ctrl+C to do.
      const shown = this.renderRoot.querySelector('.key');
      if (shown) getSelection()?.selectAllChildren(shown);
      this.copy = 'refused';
    }
    this.#announcer.announce(copyText(this.copy), this.copy === 'done' ? 'polite' : 'assertive');
  };
}

/** A paper certificate is handed in as it is; one that has ended or was accepted is not handed in at all. */
const needsSubmission = (contract: Contract) =>
  contract.certificateForm === 'electronic' && contract.state === 'in-force' && !isAccepted(contract);

declare global {
  interface HTMLElementTagNameMap {
    'surety-contract-detail': SuretyContractDetail;
  }
}
