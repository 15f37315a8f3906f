import {msg, str} from '@lit/localize';
import {html, nothing, type ReactiveControllerHost, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import {contractStateName, guaranteeName, handInName, toDoName} from '../../src/i18n/terms.js';
import type {ContractState, ContractToDo, HandInState} from '../../src/schemas/contract.js';
import type {GuaranteeKind} from '../../src/schemas/kinds.js';
import {lateCode} from '../shared/late-code.js';
import {describedBy, errorLine, type FieldForm} from '../shared/fields.js';
import {
  filterChips,
  filterFields,
  noTexts,
  withoutFields,
  type FilterField,
  type FilterTexts,
  type ListFilter,
} from './list-filter.js';
import type {FilterErrors} from './read-filter.js';

const kinds: readonly GuaranteeKind[] = ['advance-payment', 'interim-payment', 'performance'];
const handIns: readonly HandInState[] = ['waiting', 'handed-in', 'accepted', 'returned'];
const toDos: readonly ContractToDo[] = ['returned', 'hand-in', 'hand-in-again', 'expiring'];
const states: readonly ContractState[] = ['in-force', 'expired', 'cancelled', 'released'];

type Host = ReactiveControllerHost & {readonly renderRoot: HTMLElement | DocumentFragment};

/** What the panel tells its list. */
export interface FilterListener {
  apply(filter: ListFilter): void;
  fail(thrown: unknown): void;
}

/** 「絞り込み」: what stands in the panel, what of it is to be mended, and what is in force. */
export class FilterPanel implements FieldForm {
  /** What is in force. */
  filter: ListFilter = {};
  isOpen = false;
  readonly openHelp = '';

  readonly #host: Host;
  readonly #listener: FilterListener;
  #texts: FilterTexts = noTexts;
  #errors: FilterErrors = {};

  constructor(host: Host, listener: FilterListener) {
    this.#host = host;
    this.#listener = listener;
  }

  text(path: string): string {
    return this.#texts[path as FilterField];
  }

  error(path: string): string | undefined {
    return this.#errors[path as FilterField];
  }

  /** Takes conditions out, also where they were typed. */
  remove(fields: readonly FilterField[] = filterFields): void {
    const gone = Object.fromEntries(fields.map(field => [field, '']));
    this.#texts = {...this.#texts, ...gone};
    this.#errors = {};
    this.filter = withoutFields(this.filter, fields);
    this.#host.requestUpdate();
    this.#listener.apply(this.filter);
  }

  /** Narrows down to what is to be done and nothing else, or takes that out again. */
  showToDo(toDo: ContractToDo | ''): void {
    if ((this.filter.toDo ?? '') === toDo) return;
    if (!toDo) return this.remove(['toDo']);
    this.#texts = {...noTexts, toDo};
    this.#errors = {};
    this.filter = {toDo};
    this.#host.requestUpdate();
    this.#listener.apply(this.filter);
  }

  /** The button that opens the panel. */
  renderToggle(): TemplateResult {
    const count = filterChips(this.filter).length;
    return html`<button
      type="button"
      id="filter-toggle"
      class="toggle"
      part="filter-toggle"
      aria-expanded=${this.isOpen ? 'true' : 'false'}
      aria-controls="filters"
      @click=${this.#toggle}
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
      ${this.isOpen ? this.#renderFields() : nothing}
    </form>`;
  }

  /** The conditions in force, each with a way to take it out. */
  renderChips(): TemplateResult | typeof nothing {
    const chips = filterChips(this.filter);
    if (chips.length === 0) return nothing;
    return html`<div class="chips" part="chips">
      <ul aria-label=${msg('絞り込みの条件')}>
        ${chips.map(
          ({text, fields}) =>
            html`<li>
              <span class="print-only" translate="no">${text}</span
              ><button part="button" type="button" class="chip" @click=${() => this.#handleRemove(fields)}>
                <span translate="no">${text}</span><span class="visually-hidden">${msg('を解除')}</span
                ><span class="cross" aria-hidden="true"></span>
              </button>
            </li>`,
        )}
      </ul>
      <button part="button" type="button" class="plain" @click=${() => this.#handleRemove(filterFields)}>
        ${msg('すべて解除')}
      </button>
    </div>`;
  }

  #renderFields() {
    return html`${this.#select('kind', msg('保証種類'), kinds, guaranteeName)}
      ${this.#select('state', msg('状態'), states, contractStateName)}
      ${this.#select('handIn', msg('提出'), handIns, handInName)}
      ${this.#select('toDo', msg('やること'), toDos, toDoName)}
      <div class="field wide">
        <label for="obligee">${msg('発注者名')}</label>
        <p class="hint" id="obligee-hint">${msg('名前の一部で絞り込めます。')}</p>
        ${this.#input('obligee', {hint: 'obligee-hint'})}
      </div>
      ${this.#range(msg('契約日'), msg('例：令和8年2月1日、2026/2/1'), ['issuedFrom', 'issuedTo'], '')}
      ${this.#range(msg('請負金額'), msg('例：50,000,000'), ['worksPriceFrom', 'worksPriceTo'], msg('円'))}
      ${this.#range(msg('保証金額'), msg('例：20,000,000'), ['amountFrom', 'amountTo'], msg('円'))}
      <p class="wide actions">
        <button part="button" class="primary">${msg('この条件で絞り込む')}</button>
      </p>`;
  }

  #select<Value extends string>(
    path: FilterField,
    label: string,
    values: readonly Value[],
    name: (value: Value) => string,
  ) {
    return html`<div class="field">
      <label for=${path}>${label}</label>
      <select part="select" id=${path} name=${path}>
        <option value="" .selected=${!this.text(path)}>${msg('すべて')}</option>
        ${values.map(value => html`<option value=${String(value)} .selected=${value === this.text(path)}>${name(value)}</option>`)}
      </select>
    </div>`;
  }

  #range(legend: string, hint: string, [from, to]: readonly [FilterField, FilterField], unit: string) {
    const end = (path: FilterField, label: string) =>
      html`<div class="field" ?data-invalid=${Boolean(this.error(path))}>
        <label for=${path}
          ><span class="visually-hidden">${legend}（</span>${label}<span class="visually-hidden"
            >）</span
          ></label
        >
        <span class="affixed"
          >${this.#input(path, {hint: `${from}-hint`})}${unit && html`<span>${unit}</span>`}</span
        >
        ${errorLine(this, path)}
      </div>`;
    return html`<fieldset class="range wide">
      <legend>${legend}</legend>
      <p class="hint" id=${`${from}-hint`}>${hint}</p>
      <div class="ends">${end(from, msg('から'))}${end(to, msg('まで'))}</div>
    </fieldset>`;
  }

  #input(path: FilterField, {hint}: {hint: string}) {
    const error = describedBy(this, {path});
    return html`<input
      part="input"
      id=${path}
      name=${path}
      autocomplete="off"
      autocapitalize="off"
      spellcheck="false"
      translate="no"
      aria-invalid=${this.error(path) ? 'true' : nothing}
      aria-describedby=${error === nothing ? hint : `${String(error)} ${hint}`}
      .value=${live(this.text(path))}
    />`;
  }

  #toggle = () => {
    this.isOpen = !this.isOpen;
    this.#host.requestUpdate();
  };

  #handleInput = ({target}: Event) => {
    const {id, value} = target as HTMLInputElement;
    this.#texts = {...this.#texts, [id]: value};
  };

  #handleRemove(fields: readonly FilterField[]) {
    this.remove(fields);
    // The pressed button is gone; what follows is read from the one that opens the panel.
    this.#focus('#filter-toggle');
  }

  #handleSubmit = async (event: SubmitEvent) => {
    event.preventDefault();
    try {
      const {readFilter} = await lateCode(import('./read-filter.js'));
      const {filter, errors} = readFilter(this.#texts);
      this.#errors = errors;
      this.#host.requestUpdate();
      await this.#host.updateComplete;
      if (Object.keys(errors).length > 0) return this.#focus('#filters [aria-invalid=true]');
      this.filter = filter;
      this.isOpen = false;
      this.#host.requestUpdate();
      this.#focus('#filter-toggle');
      this.#listener.apply(filter);
    } catch (thrown) {
      this.#listener.fail(thrown);
    }
  };

  #focus(selector: string) {
    this.#host.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}
