import {msg} from '@lit/localize';
import {html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult} from 'lit';
import {SuretyError} from '../../src/errors.js';
import {addStyles} from '../kernel/add-styles.js';
import {failure} from '../kernel/states.js';
import type {BatchList, BatchSource} from './batch-list.js';
import {bringsFiles, chosenFiles, droppedFiles} from './dropped-files.js';

type Host = ReactiveControllerHost & HTMLElement & {readonly renderRoot: HTMLElement | DocumentFragment};

const ACCEPTED = '.pdf,.eml,.zip,.txt,image/*,application/pdf,message/rfc822,application/zip';

/** Takes dropped and chosen notices in; what reads and checks them is fetched with the first file. */
export class Batch implements ReactiveController {
  readonly #host: Host;
  readonly #source: BatchSource;
  #list: BatchList | undefined;
  #isOver = false;
  #problem: SuretyError | undefined;

  constructor(host: Host, source: Omit<BatchSource, 'choose' | 'end'>) {
    this.#host = host;
    this.#source = {...source, choose: () => this.#choose('#files'), end: () => void this.#end()};
    host.addController(this);
  }

  /** Whether a list stands instead of the fields. */
  get isOpen(): boolean {
    return Boolean(this.#list?.rows.length);
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

  /** Drops all notices, their certificates and keys. */
  forget(): void {
    this.#list?.forget();
    this.#problem = undefined;
  }

  answered: BatchList['answered'] = (contractNumber, answering) =>
    this.#list?.answered(contractNumber, answering);

  renderList(): TemplateResult | typeof nothing {
    return this.#list?.render() ?? nothing;
  }

  /** Where files are dropped, and the two buttons for those who do not drag. */
  renderDrop(): TemplateResult {
    return html`<section class="drop" part="drop" aria-labelledby="drop-title" ?data-over=${this.#isOver}>
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

  /** The browser's own choosers; drawn once, whatever the element shows. */
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

  async #add(files: readonly File[]) {
    if (!files.length) return;
    const isFirst = !this.isOpen;
    this.#problem = undefined;
    try {
      const [{BatchList}, {batchStyles}] = await Promise.all([
        import('./batch-list.js'),
        import('./batch.styles.js'),
      ]);
      addStyles(this.#host.renderRoot, [batchStyles]);
      this.#list ??= new BatchList(this.#host, this.#source);
    } catch (cause) {
      this.#problem = this.#source.fail(
        new SuretyError('asset-load', 'The code of the list could not be loaded.', {cause}),
      );
      return this.#host.requestUpdate();
    }
    const added = this.#list.add(files);
    if (isFirst) await this.#focus('#batch-title');
    await added;
  }

  async #end() {
    this.forget();
    this.#host.requestUpdate();
    await this.#focus('#number');
  }

  async #focus(selector: string) {
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  #choose(selector: string) {
    this.#host.renderRoot.querySelector<HTMLInputElement>(selector)?.click();
  }

  #handleChoose = (event: Event) => {
    const {target: input} = event;
    if (!(input instanceof HTMLInputElement)) return;
    void this.#add(chosenFiles(input));
    input.value = ''; // the same file may be chosen again
  };

  #handleDragOver = (event: DragEvent) => {
    if (!bringsFiles(event)) return;
    event.preventDefault();
    this.#setOver(true);
  };

  #handleDragLeave = (event: DragEvent) => {
    const isInside = event.relatedTarget instanceof Node && this.#host.contains(event.relatedTarget);
    if (!isInside) this.#setOver(false);
  };

  #handleDrop = (event: DragEvent) => {
    if (!bringsFiles(event)) return;
    event.preventDefault();
    this.#setOver(false);
    void droppedFiles(event.dataTransfer).then(files => this.#add(files));
  };

  #setOver(isOver: boolean) {
    if (this.#isOver === isOver) return;
    this.#isOver = isOver;
    this.#host.requestUpdate();
  }
}
