import {msg, str} from '@lit/localize';
import {html, nothing, type ReactiveControllerHost, type TemplateResult} from 'lit';
import type {ContractToDo} from '../../src/schemas/contract.js';
import {LazyModule} from '../kernel/lazy-module.js';
import type {FilterPanel} from './filter-panel.js';
import {countConditions, type ListFilter} from './list-filter.js';

type Host = ReactiveControllerHost & {readonly renderRoot: HTMLElement | DocumentFragment};

/** What the conditions tell their list. */
export interface FilterListener {
  apply(filter: ListFilter): void;
  fail(thrown: unknown): void;
}

/** What the list is narrowed down to, and 「絞り込み」. Panel and chips are fetched when there is something to see of them. */
export class ListConditions {
  /** What is in force. */
  filter: ListFilter = {};
  isOpen = false;
  readonly #host: Host;
  readonly #listener: FilterListener;
  readonly #panel: LazyModule<FilterPanel>;

  constructor(host: Host, listener: FilterListener) {
    this.#host = host;
    this.#listener = listener;
    this.#panel = new LazyModule(host, () => this.#fetch(), listener.fail);
  }

  /** Narrows down to this. */
  apply(filter: ListFilter): void {
    this.filter = filter;
    this.#host.requestUpdate();
    this.#listener.apply(filter);
  }

  /** Narrows down to what is to be done and nothing else, or takes that out again. */
  showToDo(toDo: ContractToDo | ''): void {
    const panel = this.#panel.value;
    if ((this.filter.toDo ?? '') === toDo) return;
    if (toDo) this.#begin({toDo});
    else if (panel) panel.remove(['toDo']);
    else this.clear(); // nothing else can have been set
  }

  /** Takes all conditions out. */
  clear(): void {
    this.#begin({});
  }

  /** The button that opens the panel. */
  renderToggle(): TemplateResult {
    const count = countConditions(this.filter);
    return html`<button
      type="button"
      id="filter-toggle"
      class="toggle"
      part="filter-toggle"
      aria-expanded=${this.isOpen ? 'true' : 'false'}
      aria-controls="filters"
      @pointerenter=${this.#handleApproach}
      @focus=${this.#handleApproach}
      @click=${this.#handleToggle}
    >
      ${count ? msg(str`絞り込み（${count}件の条件）`) : msg('絞り込み')}
    </button>`;
  }

  /** The panel, kept in place while it is closed, for `aria-controls`. */
  renderPanel(): TemplateResult {
    return html`<form
      id="filters"
      class="filters"
      part="filters"
      aria-label=${msg('絞り込み')}
      novalidate
      ?hidden=${!this.isOpen}
      @submit=${this.#handleSubmit}
      @change=${this.#handleInput}
      @input=${this.#handleInput}
    >
      ${this.isOpen ? this.#panel.render(panel => panel.render()) : nothing}
    </form>`;
  }

  /** The conditions in force, each with a way to take it out; their room while they are fetched. */
  renderChips(): unknown {
    const {value: now, error} = this.#panel;
    if (countConditions(this.filter) === 0) return nothing;
    if (now) return now.renderChips();
    if (!error) return html`<div class="chips"></div>`;
    return this.isOpen ? nothing : this.#panel.renderFailure();
  }

  #begin(filter: ListFilter) {
    this.#panel.value?.begin(filter);
    this.apply(filter);
    if (countConditions(filter)) void this.#panel.load();
  }

  async #fetch() {
    const {FilterPanel} = await import('./filter-panel.js');
    // Whoever asked again by a button that is gone now, goes on where it led to.
    if (this.#host.renderRoot.querySelector('[part=error] button:focus')) void this.#goOn();
    return new FilterPanel(this.#host, this);
  }

  async #goOn() {
    await this.#panel.load();
    await this.#host.updateComplete;
    const id = this.isOpen ? 'kind' : 'filter-toggle';
    this.#host.renderRoot.querySelector<HTMLElement>(`#${id}`)?.focus();
  }

  /** Somebody is about to open it; what goes wrong is said once they do. */
  #handleApproach = () => {
    import('./filter-panel.js').catch(() => undefined);
  };

  #handleToggle = () => {
    this.isOpen = !this.isOpen;
    this.#host.requestUpdate();
    if (this.isOpen) void this.#panel.load();
  };

  #handleInput = ({target}: Event) => {
    const {id, value} = target as HTMLInputElement;
    this.#panel.value?.type(id, value);
  };

  #handleSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    void this.#panel.value?.submit();
  };
}
