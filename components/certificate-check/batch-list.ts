import {msg, str} from '@lit/localize';
import {html, nothing, type ReactiveControllerHost, type TemplateResult} from 'lit';
import type {SuretyClient} from '../../src/api/client.js';
import {SuretyError} from '../../src/errors.js';
import {inputErrorText} from '../../src/i18n/input-text.js';
import {parseAuthKey} from '../../src/input/auth-key.js';
import {contractStateName} from '../../src/i18n/terms.js';
import type {Reading} from '../../src/reading/reading.js';
import type {ContractState} from '../../src/schemas/contract.js';
import type {RegisterCheck} from '../../src/schemas/register.js';
import {saveBatchCsv} from './batch-csv.js';
import {rowOf, type BatchRow, type RowState} from './batch-row.js';
import {batchTable} from './batch-table.js';
import {compareCertificate} from './comparison.js';
import {MOST_FILES} from './dropped-files.js';
import {waitClock} from './entry-form.js';
import {expectedFor, expectedList, missingNumbers, type Expected} from './expected.js';
import {WaitController} from './wait-controller.js';

/** What the list needs of its element. */
export interface BatchSource {
  client(): Promise<SuretyClient>;
  expected(): Expected | undefined;
  announce(text: string): void;
  /** Tells the page about a failure. */
  fail(thrown: unknown): SuretyError;
  /** A certificate was found. */
  checked(check: RegisterCheck): void;
  open(check: RegisterCheck): void;
  print(content: TemplateResult): void;
  /** Asks for more files. */
  choose(): void;
  end(): void;
}

/** Every so many checks the progress is said. */
const SAY_EVERY = 10;
const contractStates: readonly ContractState[] = ['in-force', 'expired', 'cancelled', 'released'];
const pending: readonly RowState[] = ['waiting', 'checking'];
/** After these the next one would fail as well. */
const general = new Set([
  'network',
  'timeout',
  'unavailable',
  'unauthorized',
  'forbidden',
  'config',
  'api-version',
]);

/** Notices that were put in together: read in the page, checked one after another, listed. */
export class BatchList {
  readonly #host: ReactiveControllerHost;
  readonly #source: BatchSource;
  readonly #wait: WaitController;
  #rows: BatchRow[] = [];
  /** In memory only, each until it was used; never drawn. */
  #keys = new Map<number, string>();
  #keyErrors = new Map<number, string>();
  #nextId = 1;
  #running: AbortController | undefined;
  #unread = 0;
  #leftOut = 0;
  #endWait: (() => void) | undefined;

  constructor(host: ReactiveControllerHost, source: BatchSource) {
    this.#host = host;
    this.#source = source;
    this.#wait = new WaitController(host, seconds => this.#handleWait(seconds));
  }

  /** What has become of each notice. */
  get rows(): readonly BatchRow[] {
    return this.#rows;
  }

  /** Reads files and checks what is in them. */
  async add(files: readonly File[]): Promise<void> {
    const room = Math.max(0, MOST_FILES - this.#rows.length);
    const taken = files.slice(0, room);
    this.#leftOut = files.length - taken.length;
    this.#unread += taken.length;
    const placed = taken.map(file => ({
      file,
      row: this.#place({id: this.#nextId++, name: file.name, state: 'reading'}),
    }));
    this.#host.requestUpdate();
    const isFirst = !this.#running;
    this.#running ??= new AbortController();
    const {signal} = this.#running;
    for (const {file, row} of placed) {
      if (!signal.aborted) await this.#read(file, row, signal);
      if (signal.aborted) this.#remove(row);
      this.#unread--;
      this.#host.requestUpdate();
    }
    if (signal.aborted) return isFirst ? this.#finish(true) : undefined;
    if (isFirst || !this.#running) await this.#run();
  }

  /** What the obligee has answered meanwhile, so that the certificate opens with it again. */
  answered(contractNumber: string, answering: RegisterCheck['answering']): void {
    this.#rows = this.#rows.map(row =>
      row.check && row.contractNumber === contractNumber ? {...row, check: {...row.check, answering}} : row,
    );
  }

  /** Stops reading and checking; what is known stays. */
  stop(): void {
    this.#running?.abort();
    this.#endWait?.();
    this.#wait.stop();
  }

  /** Leaves nothing behind. */
  forget(): void {
    this.stop();
    this.#rows = [];
    this.#keys.clear();
    this.#keyErrors.clear();
    this.#unread = 0;
    this.#host.requestUpdate();
  }

  render(): TemplateResult {
    const waiting = this.#count(pending) + this.#count(['failed']);
    const isIdle = !this.#running;
    return html`<section class="batch-view" aria-labelledby="batch-title">
      <h2 id="batch-title" part="heading" tabindex="-1">${msg('まとめて確認した結果')}</h2>
      ${this.#renderProgress()}${this.#renderSummary()}${this.#renderMissing()}
      <div class="batch-box">${this.#renderTable()}</div>
      <div class="actions" part="actions">
        ${
          isIdle && waiting
            ? html`<button part="button" type="button" class="primary" @click=${() => void this.#run()}>
                ${msg(str`残りの${waiting}件を確認する`)}
              </button>`
            : nothing
        }
        <button part="button" type="button" id="batch-more" @click=${() => this.#source.choose()}>
          ${msg('ファイルを追加')}
        </button>
        <button
          part="button"
          type="button"
          id="batch-csv"
          aria-disabled=${isIdle ? nothing : 'true'}
          @click=${this.#handleCsv}
        >
          ${msg('CSVで保存')}
        </button>
        <button part="button" type="button" @click=${this.#handlePrint}>${msg('印刷')}</button>
        <button part="button" type="button" @click=${() => this.#source.end()}>${msg('終了する')}</button>
      </div>
    </section>`;
  }

  #renderTable() {
    return batchTable(
      this.#rows,
      {
        open: id => {
          const check = this.#rows.find(row => row.id === id)?.check;
          if (check) this.#source.open(check);
        },
        enterKey: (id, typed) => this.#enterKey(id, typed),
        keyError: id => this.#keyErrors.get(id),
      },
      expectedList(this.#source.expected()).length > 0,
    );
  }

  #renderProgress() {
    const total = this.#rows.length;
    if (!this.#running) return nothing;
    const done = total - this.#count(pending) - this.#unread;
    const text = this.#unread
      ? msg(str`${total}件のファイルを読み取っています。`)
      : msg(str`${total}件のうち${done}件の確認が終わりました。`);
    return html`<div class="progress" part="progress">
      <p>${text}</p>
      <progress aria-label=${msg('確認の進み具合')} max=${total || 1} value=${done}></progress>
      ${
        this.#wait.remaining
          ? html`<p class="countdown" role="timer" aria-live="off">
              ${msg('続けて確認できる回数を超えました。再開まで')}
              <strong>${waitClock(this.#wait.remaining)}</strong>
            </p>`
          : nothing
      }
      <button part="button" type="button" id="batch-stop" @click=${this.#handleStop}>${msg('中止')}</button>
    </div>`;
  }

  #renderSummary() {
    const inState = (state: ContractState) => this.#rows.filter(({check}) => check?.state === state).length;
    const differing = this.#rows.filter(({comparison}) => comparison?.some(({isSame}) => !isSame)).length;
    const counts: [label: string, count: number][] = [
      ...contractStates.map((state): [string, number] => [contractStateName(state), inState(state)]),
      [msg('該当なし'), this.#count(['mismatch'])],
      [msg('ご確認が必要'), this.#count(['unreadable', 'needs-key', 'failed'])],
      [msg('重複'), this.#count(['duplicate'])],
      [msg('お手元の情報と相違'), differing],
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
        this.#leftOut
          ? html`<p class="notice" data-kind="warning">
              ${msg(str`一度に確認できるのは${MOST_FILES}件までです。${this.#leftOut}件は入れていません。`)}
            </p>`
          : nothing
      }`;
  }

  /** What the obligee waits for and has not got is as important as what has come. */
  #renderMissing() {
    if (this.#running) return nothing;
    const found = this.#rows.flatMap(({check}) => check?.contractNumber ?? []);
    const missing = missingNumbers(expectedList(this.#source.expected()), found);
    return missing.length
      ? html`<div class="notice" data-kind="warning" part="missing">
          <p>${msg(str`お手元の情報にあり、証書を確認できていないもの：${missing.length}件`)}</p>
          <p class="code" translate="no">${missing.join('、')}</p>
        </div>`
      : nothing;
  }

  async #read(file: File, row: BatchRow, signal: AbortSignal) {
    let readings: Reading[];
    try {
      const {readNoticeFile} = await import('../../src/reading/read-notice-file.js');
      readings = await readNoticeFile(file, signal);
    } catch {
      readings = [{name: file.name, problem: signal.aborted ? 'damaged' : 'not-loaded'}];
    }
    if (signal.aborted) return;
    const [first, ...others] = readings.map(reading => this.#judge(reading));
    if (first) this.#replace(row, first);
    this.#rows.splice(this.#rows.findIndex(({id}) => id === first?.id) + 1, 0, ...others);
  }

  /** The row of a reading, and its key put away; the same pair twice is checked once. */
  #judge(reading: Reading): BatchRow {
    const row = rowOf(this.#nextId++, reading);
    const {authKey} = reading;
    const isTwice = this.#rows.some(
      other => other.contractNumber === row.contractNumber && authKey && this.#keys.get(other.id) === authKey,
    );
    if (isTwice) return {...row, state: 'duplicate'};
    if (authKey) this.#keys.set(row.id, authKey);
    return row;
  }

  async #run() {
    this.#running ??= new AbortController();
    const {signal} = this.#running;
    for (const row of this.#rows.filter(({state}) => state === 'failed'))
      this.#change(row.id, {state: 'waiting'});
    try {
      for (let row = this.#next(); row && !signal.aborted; row = this.#next()) {
        await this.#check(row, signal);
        const done = this.#rows.length - this.#count(pending);
        if (done % SAY_EVERY === 0)
          this.#source.announce(msg(str`${this.#rows.length}件のうち${done}件の確認が終わりました。`));
      }
    } finally {
      this.#finish(signal.aborted);
    }
  }

  #finish(isStopped: boolean) {
    this.#running = undefined;
    for (const row of this.#rows.filter(({state}) => state === 'checking'))
      this.#change(row.id, {state: 'waiting'});
    const found = this.#count(['checked']);
    const rest = this.#rows.length - found;
    if (this.#rows.length)
      this.#source.announce(
        isStopped
          ? msg('確認を中止しました。')
          : msg(str`確認が終わりました。証書${found}件、そのほか${rest}件です。`),
      );
    this.#host.requestUpdate();
  }

  async #check({id, contractNumber = ''}: BatchRow, signal: AbortSignal) {
    const authKey = this.#keys.get(id) ?? '';
    this.#change(id, {state: 'checking', error: undefined});
    try {
      const client = await this.#source.client();
      const check = await client.checkCertificate({contractNumber, authKey}, {signal});
      if (signal.aborted) return;
      this.#keys.delete(id);
      this.#change(id, {state: 'checked', check, comparison: this.#compare(check)});
      this.#source.checked(check);
    } catch (thrown) {
      await this.#handleFailure(id, SuretyError.from(thrown), signal);
    }
  }

  async #handleFailure(id: number, error: SuretyError, signal: AbortSignal) {
    if (error.code === 'aborted' || signal.aborted) return;
    if (error.code === 'rate-limited') {
      this.#change(id, {state: 'waiting'});
      this.#wait.start(error.retryAfter ?? 30);
      await new Promise<void>(done => (this.#endWait = done));
      return;
    }
    if (error.code === 'not-found') {
      this.#keys.delete(id);
      return this.#change(id, {state: 'mismatch'});
    }
    this.#change(id, {state: 'failed', error: error.code});
    this.#source.fail(error);
    if (general.has(error.code)) this.#running?.abort();
  }

  /** Nothing is said of a comparison where the page gave nothing at all to compare with. */
  #compare(check: RegisterCheck) {
    const all = expectedList(this.#source.expected());
    const newest = check.certificates.at(-1);
    if (!all.length || !newest) return undefined;
    const expected = expectedFor(all, check.contractNumber);
    return expected ? compareCertificate(expected, newest) : [];
  }

  #enterKey(id: number, typed: string) {
    const parsed = parseAuthKey(typed);
    if (!parsed.valid) {
      this.#keyErrors.set(id, inputErrorText(parsed, {field: msg('認証キー')}));
      return this.#host.requestUpdate();
    }
    this.#keyErrors.delete(id);
    this.#keys.set(id, parsed.value);
    this.#change(id, {state: 'waiting'});
    if (!this.#running) void this.#run();
  }

  #handleWait(seconds: number) {
    if (seconds) return this.#source.announce(msg(str`再開まで、あと${waitClock(seconds)}です。`));
    this.#endWait?.();
  }

  #handleStop = () => this.stop();

  #handleCsv = () => {
    if (!this.#running) saveBatchCsv(this.#rows);
  };

  #handlePrint = () =>
    this.#source.print(
      html`<h2>${msg('まとめて確認した結果')}</h2>
        ${this.#renderSummary()}${this.#renderMissing()}${this.#renderTable()}`,
    );

  #next = () => this.#rows.find(({state}) => state === 'waiting');
  #count = (states: readonly RowState[]) => this.#rows.filter(({state}) => states.includes(state)).length;

  #place(row: BatchRow): BatchRow {
    this.#rows = [...this.#rows, row];
    return row;
  }

  #replace(old: BatchRow, row: BatchRow) {
    this.#rows = this.#rows.map(each => (each.id === old.id ? row : each));
  }

  #remove(row: BatchRow) {
    this.#rows = this.#rows.filter(({id}) => id !== row.id);
  }

  #change(id: number, changes: Partial<BatchRow>) {
    this.#rows = this.#rows.map(row => (row.id === id ? {...row, ...changes} : row));
    this.#host.requestUpdate();
  }
}
