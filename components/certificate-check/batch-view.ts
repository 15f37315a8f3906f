import {msg, str} from '@lit/localize';
import {html, nothing, type ReactiveControllerHost, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {inBrackets, yenText} from '../../src/i18n/format.js';
import {contractStateName, guaranteeShortName, revisionName} from '../../src/i18n/terms.js';
import type {Certificate} from '../../src/schemas/certificate.js';
import type {ContractState} from '../../src/schemas/contract.js';
import type {RegisterCheck} from '../../src/schemas/register.js';
import {hostStyles} from '../ui/host.styles.js';
import {printOut} from '../ui/print.js';
import {ruledTableStyles} from '../ui/table.styles.js';
import {saveBatchCsv} from './batch-csv.js';
import {BatchQueue, MAX_FILES, type BatchRow} from './batch-queue.js';
import {BatchRunner, type BatchOwner} from './batch-runner.js';
import {comparisonText, rowBadgeKind, rowNote, rowStateName} from './batch-words.js';
import {batchStyles} from './batch.styles.js';
import {styles} from './certificate-check.styles.js';
import {expectedList, missingNumbers} from './expected.js';
import {waitClock} from './rate-limit-wait.js';

/** What the buttons of the list lead to outside of it. */
export interface BatchExits {
  /** Lets the person choose more files. */
  choose(): void;
  end(): void;
}

const CONTRACT_STATES: readonly ContractState[] = ['in-force', 'expired', 'cancelled', 'released'];

/** The list of notices that were put in together, with its progress, counts and buttons. */
export class BatchView {
  static readonly styles = [batchStyles];

  readonly #host: ReactiveControllerHost;
  readonly #owner: BatchOwner;
  readonly #queue = new BatchQueue();
  readonly #runner: BatchRunner;

  constructor(host: ReactiveControllerHost, owner: BatchOwner) {
    this.#host = host;
    this.#owner = owner;
    this.#runner = new BatchRunner(host, owner, this.#queue);
  }

  get rows(): readonly BatchRow[] {
    return this.#queue.rows;
  }

  /** Adds files; they are read and checked from now on. */
  add(files: readonly File[]): void {
    this.#queue.add(files);
    this.#host.requestUpdate();
    void this.#runner.read();
  }

  setAnswering(contractNumber: string, answering: RegisterCheck['answering']): void {
    this.#queue.setAnswering(contractNumber, answering);
  }

  /** Stops everything and forgets all notices with their keys. */
  forget(): void {
    this.#runner.forget();
  }

  render(exits: BatchExits): TemplateResult {
    return html`<section class="batch-view" aria-labelledby="batch-title">
      <h2 id="batch-title" part="heading" tabindex="-1">${msg('まとめて確認した結果')}</h2>
      ${this.#renderProgress()}${this.#renderCounts()}${this.#renderMissing()}
      <div class="batch-box">${this.#renderTable()}</div>
      ${this.#renderButtons(exits)}
    </section>`;
  }

  #renderProgress() {
    if (!this.#runner.isRunning) return nothing;
    const {done, rows} = this.#queue;
    const {remaining} = this.#runner.wait;
    const text = this.#queue.count('reading')
      ? msg(str`${rows.length}件のファイルを読み取っています。`)
      : msg(str`${rows.length}件のうち${done}件の確認が終わりました。`);
    return html`<div class="progress" part="progress">
      <p>${text}</p>
      <progress aria-label=${msg('確認の進み具合')} max=${rows.length || 1} value=${done}></progress>
      ${
        remaining
          ? html`<p class="countdown" role="timer" aria-live="off">
              ${msg('続けて確認できる回数を超えました。再開まで')} <strong>${waitClock(remaining)}</strong>
            </p>`
          : nothing
      }
      <button part="button" type="button" id="batch-stop" @click=${() => this.#runner.stop()}>
        ${msg('中止')}
      </button>
    </div>`;
  }

  #renderCounts() {
    const {rows, leftOut} = this.#queue;
    const inState = (state: ContractState) => rows.filter(({check}) => check?.state === state).length;
    const counts: [label: string, count: number][] = [
      ...CONTRACT_STATES.map((state): [string, number] => [contractStateName(state), inState(state)]),
      [msg('該当なし'), this.#queue.count('mismatch')],
      [msg('ご確認が必要'), this.#queue.count('unreadable', 'needs-key', 'failed')],
      [msg('重複'), this.#queue.count('duplicate')],
      [msg('お手元の情報と相違'), rows.filter(hasDifference).length],
    ];
    return html`<dl class="counts" part="counts">
        ${counts
          .filter(([, count]) => count)
          .map(
            ([label, count]) =>
              html`<div>
                <dt>${label}</dt>
                <dd>${msg(str`${count}件`)}</dd>
              </div>`,
          )}
      </dl>
      ${
        leftOut
          ? html`<p class="notice" data-kind="warning">
              ${msg(str`一度に確認できるのは${MAX_FILES}件までです。${leftOut}件は入れていません。`)}
            </p>`
          : nothing
      }`;
  }

  #renderMissing() {
    if (this.#runner.isRunning) return nothing;
    const found = this.rows.flatMap(({check}) => check?.contractNumber ?? []);
    const missing = missingNumbers(expectedList(this.#owner.expected()), found);
    return missing.length
      ? html`<div class="notice" data-kind="warning" part="missing">
          <p>${msg(str`お手元の情報にあり、証書を確認できていないもの：${missing.length}件`)}</p>
          <p class="code" translate="no">${missing.join('、')}</p>
        </div>`
      : nothing;
  }

  #renderButtons({choose, end}: BatchExits) {
    const {isRunning} = this.#runner;
    const waiting = this.#queue.count('waiting', 'checking', 'failed');
    return html`<div class="actions" part="actions">
      ${
        !isRunning && waiting
          ? html`<button
              part="button"
              type="button"
              class="primary"
              @click=${() => void this.#runner.check()}
            >
              ${msg(str`残りの${waiting}件を確認する`)}
            </button>`
          : nothing
      }
      <button part="button" type="button" id="batch-more" @click=${choose}>${msg('ファイルを追加')}</button>
      <button
        part="button"
        type="button"
        id="batch-csv"
        aria-disabled=${isRunning ? 'true' : nothing}
        @click=${this.#handleCsv}
      >
        ${msg('CSVで保存')}
      </button>
      <button part="button" type="button" @click=${this.#handlePrint}>${msg('印刷')}</button>
      <button part="button" type="button" @click=${end}>${msg('終了する')}</button>
    </div>`;
  }

  #renderTable() {
    const hasComparison = expectedList(this.#owner.expected()).length > 0;
    return html`<table class="ruled batch" part="batch" aria-labelledby="batch-title">
      <thead>
        <tr>
          <th scope="col">${msg('結果')}</th>
          <th scope="col">${msg('保証契約番号・ファイル')}</th>
          <th scope="col">${msg('工事名・受注者')}</th>
          <th scope="col" class="amount">${msg('保証金額')}</th>
          ${hasComparison ? html`<th scope="col">${msg('照合結果')}</th>` : nothing}
          <th scope="col"><span class="visually-hidden">${msg('操作')}</span></th>
        </tr>
      </thead>
      <tbody>
        ${repeat(
          this.rows,
          ({id}) => id,
          row => this.#renderRow(row, hasComparison),
        )}
      </tbody>
    </table>`;
  }

  #renderRow(row: BatchRow, hasComparison: boolean) {
    const newest = row.check?.certificates.at(-1);
    return html`<tr data-state=${row.state} data-row=${row.id}>
      <td><span class="badge" data-kind=${rowBadgeKind(row) ?? nothing}>${rowStateName(row)}</span></td>
      <th scope="row">
        <span class="code" translate="no">${row.contractNumber ?? nothing}</span>
        <span class="file" translate="no">${row.name}</span>
      </th>
      ${
        newest
          ? this.#renderFound(row, newest, hasComparison)
          : html`<td class="works" colspan=${hasComparison ? 4 : 3}>
              ${rowNote(row) ? html`<span class="note">${rowNote(row)}</span>` : nothing}${
                row.state === 'needs-key' ? this.#renderKeyForm(row) : nothing
              }
            </td>`
      }
    </tr>`;
  }

  #renderFound(row: BatchRow, newest: Certificate, hasComparison: boolean) {
    const details = [newest.contractor.name, guaranteeShortName(newest.kind), revisionName(newest.revision)];
    const comparisonKind = hasDifference(row) ? 'bad' : 'good';
    return html`<td class="works">
        <span>${newest.works.name}</span><span class="hint">${details.join('・')}</span>
      </td>
      <td class="amount">${yenText(newest.guaranteeAmount)}</td>
      ${
        hasComparison
          ? html`<td>
              <span class="badge" data-kind=${row.comparison?.length ? comparisonKind : nothing}
                >${comparisonText(row)}</span
              >
            </td>`
          : nothing
      }
      <td class="open">${row.state === 'checked' ? this.#renderOpenButton(row) : nothing}</td>`;
  }

  #renderOpenButton({check, contractNumber = ''}: BatchRow) {
    return html`<button
      part="button"
      type="button"
      class="no-print"
      data-open=${contractNumber || nothing}
      @click=${() => check && this.#owner.open(check)}
    >
      <span>${msg('証書を開く')}<span class="visually-hidden">${inBrackets(contractNumber)}</span></span>
    </button>`;
  }

  #renderKeyForm({id: row, contractNumber = '', keyError}: BatchRow) {
    const id = `key-${row}`;
    const handleSubmit = (event: SubmitEvent) => {
      event.preventDefault();
      const field = (event.currentTarget as HTMLFormElement).elements.namedItem('key');
      if (field instanceof HTMLInputElement) this.#runner.enterKey(row, field.value);
    };
    return html`<form
      class="field key-form no-print"
      ?data-invalid=${keyError}
      novalidate
      @submit=${handleSubmit}
    >
      <label for=${id}>${msg(str`「${contractNumber}」の認証キー`)}</label>
      <div class="key-line">
        <input
          part="input"
          id=${id}
          name="key"
          class="code"
          type="text"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          translate="no"
          aria-invalid=${keyError ? 'true' : nothing}
          aria-describedby=${keyError ? `${id}-error` : nothing}
        />
        <button part="button" type="submit">${msg('確認する')}</button>
      </div>
      ${keyError ? html`<p class="error" id=${`${id}-error`} role="alert">＊${keyError}</p>` : nothing}
    </form>`;
  }

  #handleCsv = () => {
    if (!this.#runner.isRunning) saveBatchCsv(this.rows);
  };

  #handlePrint = () =>
    printOut(this.#host, {
      content: html`<h2>${msg('まとめて確認した結果')}</h2>
        ${this.#renderCounts()}${this.#renderMissing()}${this.#renderTable()}`,
      styles: [...hostStyles, ruledTableStyles, styles],
    });
}

const hasDifference = ({comparison}: BatchRow) => comparison?.some(({isSame}) => !isSame) ?? false;
