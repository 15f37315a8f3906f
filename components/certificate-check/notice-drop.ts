import {msg} from '@lit/localize';
import {html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult} from 'lit';
import type {SuretyError} from '../../src/errors.js';
import type {RegisterCheck} from '../../src/schemas/register.js';
import {Abortable} from '../kernel/abortable.js';
import {addStyles} from '../kernel/add-styles.js';
import {loadModule} from '../kernel/lazy-module.js';
import {failure} from '../kernel/states.js';
import type {BatchOwner} from './batch-runner.js';
import type {BatchView} from './batch-view.js';

type Host = ReactiveControllerHost & HTMLElement & {readonly renderRoot: HTMLElement | DocumentFragment};

const ACCEPTED = '.pdf,.eml,.zip,.txt,image/*,application/pdf,message/rfc822,application/zip';

/** Takes dropped and chosen files. The code that reads and checks them is fetched with the first one. */
export class NoticeDrop implements ReactiveController {
  readonly #host: Host;
  readonly #owner: BatchOwner;
  readonly #adding: Abortable;
  /** Files that are still being collected; an addition during another one takes its files along. */
  #collecting: Promise<readonly File[]>[] = [];
  #batch: BatchView | undefined;
  #isDraggedOver = false;
  #problem: SuretyError | undefined;

  constructor(host: Host, owner: BatchOwner) {
    this.#host = host;
    this.#owner = owner;
    this.#adding = new Abortable(host);
    host.addController(this);
  }

  /** Whether a list stands instead of the fields. */
  get isOpen(): boolean {
    return Boolean(this.#batch?.rows.length);
  }

  hostConnected(): void {
    this.#host.addEventListener('dragover', this.#handleDragOver);
    this.#host.addEventListener('dragleave', this.#handleDragLeave);
    this.#host.addEventListener('drop', this.#handleDrop);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('dragover', this.#handleDragOver);
    this.#host.removeEventListener('dragleave', this.#handleDragLeave);
    this.#host.removeEventListener('drop', this.#handleDrop);
  }

  /** Drops all notices, their certificates and keys, and whatever is still being added. */
  forget(): void {
    this.#adding.abort();
    this.#collecting = [];
    this.#batch?.forget();
    this.#problem = undefined;
  }

  /** Keeps the obligee's answer to a certificate, so that it opens with it again. */
  setAnswering(contractNumber: string, answering: RegisterCheck['answering']): void {
    this.#batch?.setAnswering(contractNumber, answering);
  }

  renderBatch(): TemplateResult | typeof nothing {
    return this.#batch?.render({choose: () => this.#choose('#files'), end: this.#handleEnd}) ?? nothing;
  }

  /** Draws the place where files are dropped, with two buttons for those who do not drag. */
  renderDrop(): TemplateResult {
    return html`<section
      class="drop"
      part="drop"
      aria-labelledby="drop-title"
      ?data-over=${this.#isDraggedOver}
    >
      <h3 id="drop-title">${msg('お知らせのPDFから確認')}</h3>
      <p>
        ${msg('「認証キー」のお知らせ（PDF）をここに入れると、番号と認証キーを読み取って確認します。まとめて100件まで入れられます。')}
      </p>
      <p class="buttons">
        <button part="button" type="button" id="choose-files" @click=${() => this.#choose('#files')}>
          ${msg('ファイルを選ぶ')}
        </button>
        <button part="button" type="button" @click=${() => this.#choose('#folder')}>
          ${msg('フォルダーを選ぶ')}
        </button>
      </p>
      <p class="hint">
        ${msg('画像、メール（.eml）、ZIPも使えます。ファイルはこのパソコンの中で読み取り、送信するのは保証契約番号と認証キーだけです。')}
      </p>
      ${this.#problem ? failure(this.#problem) : nothing}
    </section>`;
  }

  /** Draws the browser's own file choosers; once, whatever the element shows. */
  renderInputs(): TemplateResult {
    return html`<input
        part="input"
        id="files"
        type="file"
        multiple
        hidden
        accept=${ACCEPTED}
        aria-label=${msg('お知らせのファイル')}
        @change=${this.#handleChoose}
      />
      <input
        part="input"
        id="folder"
        type="file"
        multiple
        hidden
        webkitdirectory
        aria-label=${msg('お知らせのフォルダー')}
        @change=${this.#handleChoose}
      />`;
  }

  async #add(files: Promise<readonly File[]>) {
    this.#collecting.push(files);
    const outcome = await this.#adding.run(async () => {
      const added = (await Promise.all(this.#collecting)).flat();
      return {added, code: added.length ? await loadModule(import('./batch-view.js')) : undefined};
    });
    if (!outcome) return;
    this.#collecting = [];
    this.#problem = outcome.error && this.#owner.report(outcome.error);
    if (!outcome.value?.code) return;
    const {added, code} = outcome.value;
    addStyles(this.#host.renderRoot, code.BatchView.styles);
    this.#batch ??= new code.BatchView(this.#host, this.#owner);
    const isFirst = !this.isOpen;
    this.#batch.add(added);
    if (isFirst) await this.#focus('#batch-title');
  }

  async #focus(selector: string) {
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  #choose(selector: string) {
    this.#host.renderRoot.querySelector<HTMLInputElement>(selector)?.click();
  }

  #handleEnd = () => {
    this.forget();
    void this.#focus('#number');
  };

  #handleChoose = (event: Event) => {
    const {target: input} = event;
    if (!(input instanceof HTMLInputElement)) return;
    void this.#add(Promise.resolve(filesOfInput(input)));
    input.value = ''; // the same file may be chosen again
  };

  #handleDragOver = (event: DragEvent) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    this.#setDraggedOver(true);
  };

  #handleDragLeave = (event: DragEvent) => {
    const isInside = event.relatedTarget instanceof Node && this.#host.contains(event.relatedTarget);
    if (!isInside) this.#setDraggedOver(false);
  };

  #handleDrop = (event: DragEvent) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    this.#setDraggedOver(false);
    void this.#add(filesOfDrop(event.dataTransfer));
  };

  #setDraggedOver(isDraggedOver: boolean) {
    if (this.#isDraggedOver === isDraggedOver) return;
    this.#isDraggedOver = isDraggedOver;
    this.#host.requestUpdate();
  }
}

/** Files of a folder beyond these are not even counted; a folder may hold a whole disk. */
const MAX_COUNTED_FILES = 5000;
const MAX_FOLDER_DEPTH = 5;

/** Whether a name is not that of a file which an operating system puts beside people's own. */
const isOwnFile = (name: string) => !name.startsWith('.') && !/^(?:Thumbs\.db|desktop\.ini)$/i.test(name);

/** Whether files are being dragged, and not a piece of text. */
const hasFiles = ({dataTransfer}: DragEvent) => Boolean(dataTransfer?.types.includes('Files'));

const filesOfInput = (input: HTMLInputElement): File[] =>
  [...(input.files ?? [])].filter(({name}) => isOwnFile(name));

/** Returns the files of a drop and of its folders. Must be called in the handler: the entries are gone afterwards. */
async function filesOfDrop(transfer: DataTransfer | null): Promise<File[]> {
  if (!transfer) return [];
  const entries = [...transfer.items].flatMap(item => item.webkitGetAsEntry?.() ?? []);
  if (!entries.some(({isDirectory}) => isDirectory)) return [...transfer.files];
  const found: File[] = [];
  for (const entry of entries) await collectFiles(entry, found);
  return found;
}

async function collectFiles(entry: FileSystemEntry, found: File[], depth = 0): Promise<void> {
  if (found.length >= MAX_COUNTED_FILES || depth > MAX_FOLDER_DEPTH || !isOwnFile(entry.name)) return;
  if (entry.isFile) {
    const file = await fileOf(entry as FileSystemFileEntry);
    if (file) found.push(file);
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  // A reader returns a hundred entries at a time, and none at the end.
  for (;;) {
    const entries = await new Promise<FileSystemEntry[]>(done => reader.readEntries(done, () => done([])));
    if (!entries.length) return;
    for (const each of entries) await collectFiles(each, found, depth + 1);
  }
}

/** Returns the file of an entry; nothing when it has gone in the meantime. */
const fileOf = (entry: FileSystemFileEntry): Promise<File | undefined> =>
  new Promise(done => entry.file(done, () => done(undefined)));
