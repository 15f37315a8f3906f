import {msg} from '@lit/localize';
import {html, nothing, type ReactiveControllerHost, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import {contractStateName, guaranteeName, handInName, toDoName} from '../../src/i18n/terms.js';
import type {ContractState, ContractToDo, HandInState} from '../../src/schemas/contract.js';
import type {GuaranteeKind} from '../../src/schemas/kinds.js';
import {describedBy, errorLine, type FieldForm} from '../ui/fields.js';
import {addStyles} from '../kernel/add-styles.js';
import {filterChips} from './filter-chips.js';
import {panelStyles} from './filter-panel.styles.js';
import type {ListConditions} from './list-conditions.js';
import type {FilterField, FilterTexts, ListFilter} from './list-filter.js';
import {readFilter, type FilterErrors} from './read-filter.js';

const kinds: readonly GuaranteeKind[] = ['advance-payment', 'interim-payment', 'performance'];
const handIns: readonly HandInState[] = ['waiting', 'handed-in', 'accepted', 'returned'];
const toDos: readonly ContractToDo[] = ['returned', 'hand-in', 'hand-in-again', 'expiring'];
const states: readonly ContractState[] = ['in-force', 'expired', 'cancelled', 'released'];

type Host = ReactiveControllerHost & {readonly renderRoot: HTMLElement | DocumentFragment};

/** A panel with nothing in it. */
const noTexts: FilterTexts = {
  kind: '',
  state: '',
  handIn: '',
  toDo: '',
  obligee: '',
  issuedFrom: '',
  issuedTo: '',
  worksPriceFrom: '',
  worksPriceTo: '',
  amountFrom: '',
  amountTo: '',
};
const allFields = Object.keys(noTexts) as FilterField[];

/** The panel of 「絞り込み」: what stands in its fields, what of it is to be mended, and the chips of what is in force. */
export class FilterPanel implements FieldForm {
  readonly openHelp = '';
  readonly #host: Host;
  readonly #conditions: ListConditions;
  #texts: FilterTexts = noTexts;
  #errors: FilterErrors = {};

  constructor(host: Host, conditions: ListConditions) {
    this.#host = host;
    this.#conditions = conditions;
    this.begin(conditions.filter);
    addStyles(host.renderRoot, [panelStyles]);
  }

  text(path: string): string {
    return this.#texts[path as FilterField];
  }

  error(path: string): string | undefined {
    return this.#errors[path as FilterField];
  }

  /** Forgets what was typed: something else is in force. */
  begin({toDo}: ListFilter): void {
    this.#texts = {...noTexts, toDo: toDo ?? ''};
    this.#errors = {};
  }

  /** Somebody typed or chose something. */
  type(field: string, text: string): void {
    this.#texts = {...this.#texts, [field]: text};
  }

  /** Takes conditions out, also where they were typed. */
  remove(fields: readonly FilterField[]): void {
    this.#texts = {...this.#texts, ...Object.fromEntries(fields.map(field => [field, '']))};
    this.#errors = {};
    this.#conditions.apply(withoutFields(this.#conditions.filter, fields));
  }

  /** Puts what was typed in force, or says at the field what to mend. */
  async submit(): Promise<void> {
    const {filter, errors} = readFilter(this.#texts);
    this.#errors = errors;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    if (Object.keys(errors).length > 0) return this.#focus('#filters [aria-invalid=true]');
    this.#conditions.isOpen = false;
    this.#focus('#filter-toggle');
    this.#conditions.apply(filter);
  }

  /** The conditions in force, each with a way to take it out. */
  renderChips(): TemplateResult {
    return html`<div class="chips" part="chips">
      <ul aria-label=${msg('絞り込みの条件')}>
        ${filterChips(this.#conditions.filter).map(
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
      <button part="button" type="button" class="plain" @click=${() => this.#handleRemove(allFields)}>
        ${msg('すべて解除')}
      </button>
    </div>`;
  }

  /** The fields. */
  render(): TemplateResult {
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

  #handleRemove(fields: readonly FilterField[]) {
    this.remove(fields);
    // The pressed button is gone; what follows is read from the one that opens the panel.
    this.#focus('#filter-toggle');
  }

  #focus(selector: string) {
    this.#host.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}

const withoutFields = (filter: ListFilter, fields: readonly FilterField[]): ListFilter =>
  Object.fromEntries(Object.entries(filter).filter(([name]) => !fields.includes(name as FilterField)));
