import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {SuretyClient} from '../../src/api/client.js';
import {archiveFileName, numberedNames} from '../../src/domain/file-name.js';
import {today} from '../../src/domain/format.js';
import {SuretyError} from '../../src/errors.js';
import type {KeyNotice} from '../../src/schemas/key-notice.js';
import {
  makeJointFile,
  makeNoticeFile,
  saveFile,
  zipNoticeFiles,
  type NoticeFile,
  type NoticeFileOptions,
} from '../ui/notice-file.js';

/** One file for each notice in a ZIP, or one PDF with a page for each. */
export type BatchForm = 'zip' | 'pdf';

/** A notice that could not be made, and why. */
export interface BatchFailure {
  contractNumber: string;
  error: SuretyError;
}

/** Where the making of several notices stands. */
export interface BatchState {
  status: 'idle' | 'running' | 'done' | 'failed';
  form: BatchForm;
  /** Contracts that are through, made or failed. */
  through: number;
  total: number;
  saved: readonly {contractNumber: string; fileName: string}[];
  fileName: string;
  failures: readonly BatchFailure[];
  /** Characters that the notices cannot show as they are. */
  missing: readonly string[];
  error?: SuretyError;
}

/** What the controller asks of its element. */
export interface BatchPort {
  client(): Promise<SuretyClient>;
  machineReadableKey(): boolean;
  onDone(state: BatchState): void;
  onError(thrown: unknown): SuretyError;
}

const IDLE: BatchState = {
  status: 'idle',
  form: 'zip',
  through: 0,
  total: 0,
  saved: [],
  fileName: '',
  failures: [],
  missing: [],
};

interface Made {
  notice: KeyNotice;
  fileName: string;
}

/** Makes the notices of several contracts, one after the other, and saves what could be made; keeps none of them. */
export class NoticeBatch implements ReactiveController {
  state = IDLE;
  #host: ReactiveControllerHost;
  #port: BatchPort;
  #running: AbortController | undefined;

  constructor(host: ReactiveControllerHost, port: BatchPort) {
    this.#host = host;
    this.#port = port;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.cancel();
  }

  /** Gives up; nothing is saved. */
  cancel(): void {
    this.#running?.abort();
    this.#running = undefined;
    this.#set(IDLE);
  }

  /** Makes the notices of these contracts and hands them to the browser as one file. */
  async start(form: BatchForm, contractNumbers: readonly string[]): Promise<void> {
    if (this.#running) return;
    const running = (this.#running = new AbortController());
    const {signal} = running;
    this.#set({...IDLE, status: 'running', form, total: contractNumbers.length});
    try {
      const made = await this.#fetchAll(contractNumbers, signal);
      if (made.length) await this.#save(made, form, signal);
      this.#set({...this.state, status: 'done'});
      this.#port.onDone(this.state);
    } catch (thrown) {
      if (signal.aborted) return;
      this.#set({...this.state, status: 'failed', error: this.#port.onError(thrown)});
    } finally {
      if (this.#running === running) this.#running = undefined;
    }
  }

  /** Fetches one contract after the other; one that fails does not keep the others from being made. */
  async #fetchAll(contractNumbers: readonly string[], signal: AbortSignal): Promise<Made[]> {
    const client = await this.#port.client();
    const made: Made[] = [];
    for (const contractNumber of contractNumbers) {
      try {
        const contract = await client.getContract(contractNumber, {signal});
        const notice = await client.createNotice(contractNumber, {signal});
        made.push({notice, fileName: noticeName(notice, contract)});
      } catch (thrown) {
        signal.throwIfAborted();
        if (SuretyError.from(thrown).code === 'unauthorized') throw thrown; // the others would fare no better
        const error = this.#port.onError(thrown);
        this.#set({...this.state, failures: [...this.state.failures, {contractNumber, error}]});
      }
      this.#set({...this.state, through: this.state.through + 1});
    }
    return made;
  }

  async #save(made: readonly Made[], form: BatchForm, signal: AbortSignal): Promise<void> {
    const day = today();
    const name = `認証キーのお知らせ_${day.replaceAll('-', '')}_${made.length}件.${form}`;
    const names = numberedNames(made.map(({fileName}) => fileName));
    const options = {machineReadableKey: this.#port.machineReadableKey(), signal};
    const file =
      form === 'pdf'
        ? await makeJointFile(
            made.map(({notice}) => notice),
            {...options, name},
          )
        : await makeZip(made, {...options, names, name, day});
    signal.throwIfAborted();
    saveFile(file);
    const {missing} = file;
    const saved = made.map(({notice: {contractNumber}}, index) => ({
      contractNumber,
      fileName: form === 'pdf' ? name : (names[index] ?? name),
    }));
    this.#set({...this.state, fileName: name, missing, saved});
  }

  #set(state: BatchState): void {
    this.state = state;
    this.#host.requestUpdate();
  }
}

async function makeZip(
  made: readonly Made[],
  {names, name, day, ...options}: NoticeFileOptions & {names: readonly string[]; name: string; day: string},
) {
  const files: Pick<NoticeFile, 'name' | 'content' | 'missing'>[] = [];
  for (const [index, {notice}] of made.entries()) {
    const file = await makeNoticeFile(notice, options);
    files.push({...file, name: names[index] ?? file.name});
  }
  const missing = [...new Set(files.flatMap(file => file.missing))];
  return {...(await zipNoticeFiles(files, {name, day})), missing};
}

/** The surety is the other party of the guarantee; the contract's number keeps notices of one day and amount apart. */
function noticeName(
  {suretyName, contractNumber}: KeyNotice,
  {issuedOn, guaranteeAmount}: {issuedOn: string; guaranteeAmount: number},
): string {
  const document = `認証キーのお知らせ（${contractNumber}）`;
  return archiveFileName({date: issuedOn, counterparty: suretyName, amount: guaranteeAmount, document});
}
