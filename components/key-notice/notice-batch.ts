import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {archiveFileName, numberedNames} from '../../src/domain/file-name.js';
import {dayInJapan} from '../../src/domain/instant.js';
import {SuretyError} from '../../src/errors.js';
import type {KeyNotice} from '../../src/schemas/key-notice.js';
import {Abortable} from '../kernel/abortable.js';
import type {ElementServices} from '../kernel/surety-element.js';
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

/** A notice that was saved, alone or in a file with others. */
export interface SavedNotice {
  contractNumber: string;
  fileName: string;
}

/** State of the making of several notices. */
export interface BatchState {
  status: 'idle' | 'running' | 'done' | 'failed';
  form: BatchForm;
  /** Contracts whose notice was made or failed. */
  done: number;
  total: number;
  saved: readonly SavedNotice[];
  fileName: string;
  failures: readonly BatchFailure[];
  /** Characters that the notices cannot show as they are. */
  missing: readonly string[];
  error?: SuretyError;
}

const IDLE: BatchState = {
  status: 'idle',
  form: 'zip',
  done: 0,
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

/** Makes the notices of several contracts, one after the other, and saves those that could be made; keeps none of them. */
export class NoticeBatch implements ReactiveController {
  state = IDLE;
  readonly #host: ReactiveControllerHost;
  readonly #services: ElementServices;
  readonly #making: Abortable;

  constructor(host: ReactiveControllerHost, services: ElementServices) {
    this.#host = host;
    this.#services = services;
    this.#making = new Abortable(host);
    host.addController(this);
  }

  hostDisconnected(): void {
    this.cancel();
  }

  /** Aborts the making and forgets what became of the last one; nothing is saved. */
  cancel(): void {
    this.#making.abort();
    this.#set(IDLE);
  }

  /** Makes the notices of these contracts, hands them to the browser as one file, and returns those that were saved. */
  async start(
    form: BatchForm,
    contractNumbers: readonly string[],
    machineReadableKey: boolean,
  ): Promise<readonly SavedNotice[]> {
    if (this.#making.isRunning) return [];
    this.#set({...IDLE, status: 'running', form, total: contractNumbers.length});
    const outcome = await this.#making.run(async signal => {
      const made = await this.#fetchAll(contractNumbers, signal);
      if (made.length) await this.#save(made, form, {machineReadableKey, signal});
    });
    if (!outcome) return [];
    if (outcome.error)
      this.#set({...this.state, status: 'failed', error: this.#services.report(outcome.error)});
    else this.#set({...this.state, status: 'done'});
    return this.state.saved;
  }

  /** Fetches the notices one after the other; one that fails does not keep the others from being made. */
  async #fetchAll(contractNumbers: readonly string[], signal: AbortSignal): Promise<Made[]> {
    const client = await this.#services.client();
    signal.throwIfAborted();
    const made: Made[] = [];
    for (const contractNumber of contractNumbers) {
      try {
        const contract = await client.getContract(contractNumber, {signal});
        const notice = await client.createNotice(contractNumber, {signal});
        signal.throwIfAborted();
        made.push({notice, fileName: noticeName(notice, contract)});
      } catch (thrown) {
        signal.throwIfAborted();
        if (SuretyError.from(thrown).code === 'unauthorized') throw thrown; // the others would fail as well
        const error = this.#services.report(thrown);
        this.#set({...this.state, failures: [...this.state.failures, {contractNumber, error}]});
      }
      this.#set({...this.state, done: this.state.done + 1});
    }
    return made;
  }

  async #save(made: readonly Made[], form: BatchForm, options: NoticeFileOptions): Promise<void> {
    const day = dayInJapan(new Date());
    const name = `認証キーのお知らせ_${day.replaceAll('-', '')}_${made.length}件.${form}`;
    const names = numberedNames(made.map(({fileName}) => fileName));
    const file =
      form === 'pdf'
        ? await makeJointFile(
            made.map(({notice}) => notice),
            {...options, name},
          )
        : await makeZip(made, {...options, names, name, day});
    options.signal.throwIfAborted();
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

/** Returns the file name of a notice. The contract's number keeps notices of the same day and amount apart. */
function noticeName(
  {suretyName, contractNumber}: KeyNotice,
  {issuedOn, guaranteeAmount}: {issuedOn: string; guaranteeAmount: number},
): string {
  const document = `認証キーのお知らせ（${contractNumber}）`;
  return archiveFileName({date: issuedOn, counterparty: suretyName, amount: guaranteeAmount, document});
}
