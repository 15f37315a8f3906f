import {msg, str} from '@lit/localize';
import {html, nothing, type ReactiveControllerHost, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import {dayText, yenText} from '../../src/i18n/format.js';
import {inputErrorText} from '../../src/i18n/input-text.js';
import {contractStateName, guaranteeName, handInName, toDoName} from '../../src/i18n/terms.js';
import {parseDate} from '../../src/input/date.js';
import type {Parsed} from '../../src/input/parsed.js';
import {parseYen} from '../../src/input/yen.js';
import type {ContractState, ContractToDo, HandInState} from '../../src/schemas/contract.js';
import type {GuaranteeKind} from '../../src/schemas/kinds.js';
import {describedBy, errorLine, type FieldForm} from '../ui/fields.js';
import {addStyles} from '../kernel/add-styles.js';
import type {ContractFilter} from './contract-query.js';
import {filterChips} from './filter-chips.js';
import {panelStyles} from './filter-panel.styles.js';

const kinds: readonly GuaranteeKind[] = ['advance-payment', 'interim-payment', 'performance'];
const handIns: readonly HandInState[] = ['waiting', 'handed-in', 'accepted', 'returned'];
const toDos: readonly ContractToDo[] = ['returned', 'hand-in', 'hand-in-again', 'expiring'];
const states: readonly ContractState[] = ['in-force', 'expired', 'cancelled', 'released'];

type Host = ReactiveControllerHost & {readonly renderRoot: HTMLElement | DocumentFragment};

/** Holds the conditions in force, and whether the panel is open. */
export interface FilterState {
  isOpen: boolean;
  readonly filter: ContractFilter;
  apply(filter: ContractFilter): void;
}

/** A field of the panel, which is also its id. */
type FilterField = keyof ContractFilter;
/** What stands in the fields, as typed. */
type FilterTexts = Readonly<Record<FilterField, string>>;
/** What is wrong in which field. */
type FilterErrors = Partial<Record<FilterField, string>>;

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

/** The panel of 「絞り込み」: the texts of its fields, their errors, and the chips of the conditions in force. */
export class FilterPanel implements FieldForm {
  readonly openHelp = '';
  readonly #host: Host;
  readonly #state: FilterState;
  #texts: FilterTexts = noTexts;
  #errors: FilterErrors = {};

  constructor(host: Host, state: FilterState) {
    this.#host = host;
    this.#state = state;
    this.reset(state.filter);
    addStyles(host.renderRoot, [panelStyles]);
  }

  text(path: string): string {
    return this.#texts[path as FilterField];
  }

  error(path: string): string | undefined {
    return this.#errors[path as FilterField];
  }

  /** Forgets what was typed: other conditions are in force. */
  reset({toDo}: ContractFilter): void {
    this.#texts = {...noTexts, toDo: toDo ?? ''};
    this.#errors = {};
  }

  /** Takes what was typed or chosen in a field. */
  type(field: string, text: string): void {
    this.#texts = {...this.#texts, [field]: text};
  }

  /** Empties fields. */
  clearFields(fields: readonly FilterField[]): void {
    this.#texts = {...this.#texts, ...Object.fromEntries(fields.map(field => [field, '']))};
    this.#errors = {};
  }

  /** Puts what was typed in force, or shows at each field what is wrong. */
  async submit(): Promise<void> {
    const {filter, errors} = readFilter(this.#texts);
    this.#errors = errors;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    if (Object.keys(errors).length > 0) return this.#focus('#filters [aria-invalid=true]');
    this.#state.isOpen = false;
    this.#focus('#filter-toggle');
    this.#state.apply(filter);
  }

  /** The conditions in force, each with a way to take it out. */
  renderChips(): TemplateResult {
    return html`<div class="chips" part="chips">
      <ul aria-label=${msg('絞り込みの条件')}>
        ${filterChips(this.#state.filter).map(
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
    this.clearFields(fields);
    this.#state.apply(withoutFields(this.#state.filter, fields));
    this.#focus('#filter-toggle'); // the pressed button goes away
  }

  #focus(selector: string) {
    this.#host.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}

const withoutFields = (filter: ContractFilter, fields: readonly FilterField[]): ContractFilter =>
  Object.fromEntries(Object.entries(filter).filter(([name]) => !fields.includes(name as FilterField)));

/** Reads what was typed into the panel; an empty field is no condition. */
function readFilter(texts: FilterTexts): {filter: ContractFilter; errors: FilterErrors} {
  const errors: FilterErrors = {};
  const take = <Value>(field: FilterField, parse: (text: string) => Parsed<Value>, name: string) => {
    if (!texts[field].trim()) return undefined;
    const parsed = parse(texts[field]);
    if (parsed.valid) return parsed.value;
    errors[field] = inputErrorText(parsed, {field: name});
    return undefined;
  };
  const issuedFrom = take('issuedFrom', parseDate, msg('契約日の始まり'));
  const issuedTo = take('issuedTo', parseDate, msg('契約日の終わり'));
  const worksPriceFrom = take('worksPriceFrom', parseYen, msg('請負金額の下限'));
  const worksPriceTo = take('worksPriceTo', parseYen, msg('請負金額の上限'));
  const amountFrom = take('amountFrom', parseYen, msg('保証金額の下限'));
  const amountTo = take('amountTo', parseYen, msg('保証金額の上限'));
  if (issuedFrom && issuedTo && issuedTo < issuedFrom) {
    errors.issuedTo = msg(
      str`契約日の終わりを、始まり（${dayText(issuedFrom)}）と同じ日か、それより後の日にしてください。`,
    );
  }
  if (worksPriceFrom !== undefined && worksPriceTo !== undefined && worksPriceTo < worksPriceFrom) {
    errors.worksPriceTo = msg(
      str`請負金額の上限を、下限（${yenText(worksPriceFrom)}）以上の金額にしてください。`,
    );
  }
  if (amountFrom !== undefined && amountTo !== undefined && amountTo < amountFrom) {
    errors.amountTo = msg(str`保証金額の上限を、下限（${yenText(amountFrom)}）以上の金額にしてください。`);
  }
  const obligee = texts.obligee.trim();
  const filter: ContractFilter = {
    ...(texts.kind && {kind: texts.kind as NonNullable<ContractFilter['kind']>}),
    ...(texts.state && {state: texts.state as NonNullable<ContractFilter['state']>}),
    ...(texts.handIn && {handIn: texts.handIn as NonNullable<ContractFilter['handIn']>}),
    ...(texts.toDo && {toDo: texts.toDo as NonNullable<ContractFilter['toDo']>}),
    ...(obligee && {obligee}),
    ...(issuedFrom && {issuedFrom}),
    ...(issuedTo && {issuedTo}),
    ...(worksPriceFrom !== undefined && {worksPriceFrom}),
    ...(worksPriceTo !== undefined && {worksPriceTo}),
    ...(amountFrom !== undefined && {amountFrom}),
    ...(amountTo !== undefined && {amountTo}),
  };
  return {filter, errors};
}
