import {msg, str} from '@lit/localize';
import {html, nothing, type TemplateResult} from 'lit';
import type {ContractToDo} from '../../src/schemas/contract.js';
import {LazyModule} from '../kernel/lazy-module.js';
import type {SuretyElement} from '../kernel/surety-element.js';
import type {ListController} from '../ui/list-controller.js';
import {
  countConditions,
  type ContractFilter,
  type ContractListQuery,
  type ContractPage,
} from './contract-query.js';
import type {FilterPanel, FilterState} from './filter-panel.js';

/** 「絞り込み」: the button, and room for panel and chips, whose code is fetched when there is something to see of them. */
export class FilterControl implements FilterState {
  isOpen = false;
  readonly #host: SuretyElement;
  readonly #list: ListController<ContractListQuery, ContractPage>;
  readonly #panel: LazyModule<FilterPanel>;

  constructor(host: SuretyElement, list: ListController<ContractListQuery, ContractPage>) {
    this.#host = host;
    this.#list = list;
    this.#panel = new LazyModule(
      host,
      () => this.#fetchPanel(),
      error => list.report(error),
    );
  }

  get filter(): ContractFilter {
    return this.#list.query.filter;
  }

  /** Puts conditions in force. */
  apply(filter: ContractFilter): void {
    this.#list.change({filter});
  }

  /** Shows only what is still to be done, all of it; or takes just this condition out. */
  showToDo(toDo: ContractToDo | ''): void {
    const {toDo: before, ...others} = this.filter;
    if ((before ?? '') === toDo) return;
    if (toDo) this.#replace({toDo}, {words: ''});
    else {
      this.#panel.value?.clearFields(['toDo']);
      this.apply(others);
    }
  }

  /** Takes all conditions out, and the words too. */
  clear(): void {
    this.#replace({}, {words: ''});
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
      @pointerenter=${this.#panel.preload}
      @focus=${this.#panel.preload}
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

  /** The conditions in force, each with a way to take it out; empty room while their code is fetched. */
  renderChips(): unknown {
    const {value: panel, error} = this.#panel;
    if (countConditions(this.filter) === 0) return nothing;
    if (panel) return panel.renderChips();
    if (!error) return html`<div class="chips"></div>`;
    return this.isOpen ? nothing : this.#panel.renderFailure();
  }

  #replace(filter: ContractFilter, {words}: {words: string}) {
    this.#panel.value?.reset(filter);
    this.#list.change({filter, words});
    if (countConditions(filter) > 0) void this.#panel.load();
  }

  async #fetchPanel() {
    const {FilterPanel} = await import('./filter-panel.js');
    // The focus was on a retry button that goes away: it moves on to where that button led.
    if (this.#host.renderRoot.querySelector('[part=error] button:focus')) void this.#focusAfterRetry();
    return new FilterPanel(this.#host, this);
  }

  async #focusAfterRetry() {
    await this.#panel.load();
    await this.#host.updateComplete;
    const id = this.isOpen ? 'kind' : 'filter-toggle';
    this.#host.renderRoot.querySelector<HTMLElement>(`#${id}`)?.focus();
  }

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
