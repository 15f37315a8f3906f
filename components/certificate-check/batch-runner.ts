import {msg, str} from '@lit/localize';
import type {ReactiveControllerHost} from 'lit';
import {SuretyError, type ErrorCode} from '../../src/errors.js';
import {inputErrorText} from '../../src/i18n/input-text.js';
import {parseAuthKey} from '../../src/input/auth-key.js';
import type {Finding} from '../../src/reading/finding.js';
import type {RegisterCheck} from '../../src/schemas/register.js';
import {Abortable} from '../kernel/abortable.js';
import type {ElementServices} from '../kernel/surety-element.js';
import type {BatchQueue, QueuedCheck} from './batch-queue.js';
import {compareCertificate, expectedFor, expectedList, type Expected} from './expected.js';
import {RateLimitWait, waitClock} from './rate-limit-wait.js';

/** What a batch needs of the element that it stands in. */
export interface BatchOwner extends ElementServices {
  /** The obligee's own data. */
  expected(): Expected | undefined;
  /** Called for each certificate that was found. */
  handleChecked(check: RegisterCheck): void;
  /** Shows a certificate. */
  open(check: RegisterCheck): void;
}

/** Checks at the same time: more of them would meet the limit of the API sooner, and gain little. */
const MAX_CONCURRENT_CHECKS = 3;
/** Progress is announced after so many checks. */
const ANNOUNCED_CHECKS = 10;
/** Failures that the next check would meet as well. */
const GENERAL_FAILURES: ReadonlySet<ErrorCode> = new Set([
  'network',
  'timeout',
  'unavailable',
  'unauthorized',
  'forbidden',
  'config',
  'asset-load',
  'api-version',
] as const);

/** Reads the files of a queue one after another, and checks what was read. Once stopped, nothing is read, written or sent any more. */
export class BatchRunner {
  readonly wait: RateLimitWait;
  readonly #host: ReactiveControllerHost;
  readonly #owner: BatchOwner;
  readonly #queue: BatchQueue;
  readonly #reading: Abortable;
  readonly #checking: Abortable;

  constructor(host: ReactiveControllerHost, owner: BatchOwner, queue: BatchQueue) {
    this.#host = host;
    this.#owner = owner;
    this.#queue = queue;
    this.#reading = new Abortable(host);
    this.#checking = new Abortable(host);
    this.wait = new RateLimitWait(host, seconds => {
      if (seconds) owner.announce(msg(str`再開まで、あと${waitClock(seconds)}です。`));
    });
  }

  get isRunning(): boolean {
    return this.#reading.isRunning || this.#checking.isRunning;
  }

  /** Reads the files that were added, then checks what waits. */
  async read(): Promise<void> {
    if (this.#reading.isRunning) return; // takes the added files along
    const outcome = await this.#reading.run(signal => this.#readFiles(signal));
    if (outcome) await this.check();
  }

  /** Checks what waits, and again what failed before. */
  async check(): Promise<void> {
    if (this.#checking.isRunning) return; // takes the added rows along
    this.#queue.requeue('failed');
    const outcome = await this.#checking.run(signal =>
      Promise.all(Array.from({length: MAX_CONCURRENT_CHECKS}, () => this.#checkRows(signal))),
    );
    if (!outcome || this.isRunning) return;
    const found = this.#queue.count('checked');
    const rest = this.#queue.rows.length - found;
    this.#owner.announce(msg(str`確認が終わりました。証書${found}件、そのほか${rest}件です。`));
  }

  /** Takes a key that was typed in a row, and checks the row. */
  enterKey(id: number, typed: string): void {
    const parsed = parseAuthKey(typed);
    if (parsed.valid) {
      this.#queue.setKey(id, parsed.value);
      void this.check();
    } else {
      this.#queue.refuseKey(id, inputErrorText(parsed, {field: msg('認証キー')}));
    }
    this.#host.requestUpdate();
  }

  /** Stops reading and checking; what is known stays, and what is being checked waits again. */
  stop(): void {
    this.#abort();
    this.#queue.dropUnread();
    this.#queue.requeue('checking');
    if (this.#queue.rows.length) this.#owner.announce(msg('確認を中止しました。'));
  }

  /** Stops everything and forgets the batch with its keys. */
  forget(): void {
    this.#abort();
    this.#queue.clear();
    this.#host.requestUpdate();
  }

  #abort() {
    this.#reading.abort();
    this.#checking.abort();
    this.wait.stop();
  }

  async #readFiles(signal: AbortSignal) {
    for (let next = this.#queue.takeFile(); next; next = this.#queue.takeFile()) {
      const findings = await readFile(next.file, signal);
      signal.throwIfAborted();
      this.#queue.resolve(next.id, findings);
      this.#host.requestUpdate();
    }
  }

  async #checkRows(signal: AbortSignal) {
    for (;;) {
      await this.wait.ended;
      signal.throwIfAborted();
      const next = this.#queue.takeCheck();
      if (!next) return;
      this.#host.requestUpdate();
      await this.#checkRow(next, signal);
      signal.throwIfAborted(); // a failure may have stopped the batch
      this.#host.requestUpdate();
      const {done, rows} = this.#queue;
      if (done > 0 && done % ANNOUNCED_CHECKS === 0)
        this.#owner.announce(msg(str`${rows.length}件のうち${done}件の確認が終わりました。`));
    }
  }

  async #checkRow({id, contractNumber, authKey}: QueuedCheck, signal: AbortSignal) {
    try {
      const client = await this.#owner.client();
      signal.throwIfAborted();
      const check = await client.checkCertificate({contractNumber, authKey}, {signal});
      signal.throwIfAborted();
      this.#queue.settle(id, {state: 'checked', check, comparison: this.#compare(check)});
      this.#owner.handleChecked(check);
    } catch (thrown) {
      signal.throwIfAborted();
      this.#handleFailure(id, SuretyError.from(thrown));
    }
  }

  #handleFailure(id: number, error: SuretyError) {
    if (error.code === 'not-found') return this.#queue.settle(id, {state: 'mismatch'});
    if (error.code === 'rate-limited') {
      this.#queue.release(id);
      return this.wait.start(error.retryAfter);
    }
    this.#queue.fail(id, error.code);
    this.#owner.report(error);
    if (GENERAL_FAILURES.has(error.code)) this.stop();
  }

  /** Compares a certificate with the obligee's own data; returns nothing where the page gave none at all. */
  #compare(check: RegisterCheck) {
    const list = expectedList(this.#owner.expected());
    const newest = check.certificates.at(-1);
    if (!list.length || !newest) return undefined;
    const expected = expectedFor(list, check.contractNumber);
    return expected ? compareCertificate(expected, newest) : [];
  }
}

async function readFile(file: File, signal: AbortSignal): Promise<Finding[]> {
  try {
    const {readNoticeFile} = await import('../../src/reading/read-notice-file.js');
    return await readNoticeFile(file, signal);
  } catch {
    signal.throwIfAborted();
    return [{name: file.name, problem: 'not-loaded'}];
  }
}
