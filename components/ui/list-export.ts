import {msg} from '@lit/localize';
import {html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult} from 'lit';
import type {SuretyError} from '../../src/errors.js';
import {LazyModule} from '../kernel/lazy-module.js';
import {failure} from '../kernel/states.js';
import type {ExportKind, ExportRun} from './export-run.js';

type Host = ReactiveControllerHost & {readonly renderRoot: HTMLElement | DocumentFragment};

type Run = Pick<ExportRun, 'isRunning' | 'render' | 'reset' | 'start'>;

/** The buttons that save a list as CSV and print it. The code that does it is fetched when one is first pressed. */
export class ListExport implements ReactiveController {
  readonly #host: Host;
  readonly #run: LazyModule<Run>;
  #asked: ExportKind | undefined;

  constructor(host: Host, fetch: () => Promise<Run>, report: (thrown: unknown) => SuretyError) {
    this.#host = host;
    this.#run = new LazyModule(host, fetch, report);
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#asked = undefined;
  }

  /** Forgets a failure: another list is shown. */
  reset(): void {
    this.#asked = undefined;
    this.#run.value?.reset();
  }

  /** A button that saves or prints. */
  renderButton(kind: ExportKind, label: string, part: string = kind): TemplateResult {
    const {value: run, pending} = this.#run;
    return html`<button
      type="button"
      id=${kind}
      part=${part}
      aria-disabled=${(run ? run.isRunning : pending) ? 'true' : nothing}
      @click=${() => this.#start(kind)}
    >
      ${label}
    </button>`;
  }

  /** The progress, or what went wrong. */
  renderOutcome(): unknown {
    const {value: run, error, pending} = this.#run;
    if (run) return run.render();
    const asked = this.#asked;
    if (!asked) return nothing;
    if (pending) return html`<p class="export" role="status">${msg('読み込んでいます')}</p>`;
    return error ? failure(error, {label: msg('もう一度読み込む'), act: () => this.#retry(asked)}) : nothing;
  }

  async #start(kind: ExportKind) {
    if (this.#run.pending) return;
    this.#asked = kind;
    const loading = this.#run.load();
    this.#host.requestUpdate();
    const run = await loading;
    if (this.#asked) await run?.start(kind); // else another list is shown by now
  }

  #retry(kind: ExportKind) {
    this.#host.renderRoot.querySelector<HTMLElement>(`#${kind}`)?.focus(); // the pressed button goes away
    void this.#start(kind);
  }
}
