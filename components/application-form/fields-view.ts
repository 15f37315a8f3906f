import {msg} from '@lit/localize';
import {html, nothing, type TemplateResult} from 'lit';
import type {ControlName, Field} from '../../src/application/fields.js';
import {fieldAt, fields} from '../../src/application/fields.js';
import {comboboxField} from '../ui/combobox-field.js';
import {checkbox, selectField} from '../ui/choice-fields.js';
import {
  describedBy,
  errorLine,
  needMark,
  radioField,
  textArea,
  textField,
  type TextFieldOptions,
} from '../ui/fields.js';
import type {FormStore} from './form-store.js';
import {watch} from './watch.js';

/** Options of a field for the templates of `components/ui`. */
function optionsOf(store: FormStore, field: Field): TextFieldOptions {
  const {path, width, inputmode, autocomplete} = field;
  return {
    path,
    label: (field.caption ?? field.label)(),
    isRequired: field.isRequired(store.facts),
    hint: field.hint?.(),
    help: field.help?.(),
    ...(field.note && {note: field.note()}),
    ...(width && {width}),
    ...(inputmode && {inputmode}),
    ...(autocomplete && {autocomplete}),
    ...store.state.features?.below(field),
  };
}

const choicesOf = ({state}: FormStore, field: Field) =>
  field.choices?.({
    branches: state.known?.surety.branches ?? [],
    finerWorksKinds: state.features?.finerWorksKinds ?? [],
  }) ?? [];

/** The signed-in company applies, so it is shown and not typed. */
function givenField(store: FormStore, {path, label, hint}: Field) {
  const value =
    store.text(path) || store.state.known?.account.party.name || msg('会社の情報を読み込んでいます');
  return html`<div
    class="field"
    part="field"
    role="group"
    aria-labelledby=${`${path}-label`}
    aria-describedby=${describedBy(store, {path})}
    id=${path}
    tabindex="-1"
    ?data-invalid=${Boolean(store.error(path))}
  >
    <p class="label" id=${`${path}-label`}>${label()}${needMark(true)}</p>
    <p class="hint">${hint?.()}</p>
    <p class="given" translate="no">${value}</p>
    ${errorLine(store, path)}
  </div>`;
}

/** The template is the same with and without the list, so that the field keeps focus and caret when its code arrives. */
const pickerField = (store: FormStore, field: Field) => {
  const options = optionsOf(store, field);
  const {features} = store.state;
  return html`${features?.picker(field, options) ?? comboboxField(store, options)}${
    field.path === 'obligee/name' ? features?.obligeeRule() : nothing
  }`;
};

const drawings: Record<ControlName, (store: FormStore, field: Field) => unknown> = {
  text: (store, field) => textField(store, optionsOf(store, field)),
  textarea: (store, field) => textArea(store, optionsOf(store, field)),
  // A numeric keypad has no 万 and no IME.
  yen: (store, field) =>
    textField(store, {...optionsOf(store, field), width: 'yen', unit: msg('円'), inputmode: 'text'}),
  date: (store, field) => textField(store, {...optionsOf(store, field), width: 'short'}),
  picker: pickerField,
  radio: (store, field) => radioField(store, {...optionsOf(store, field), choices: choicesOf(store, field)}),
  select: (store, field) =>
    selectField(store, {...optionsOf(store, field), choices: choicesOf(store, field)}),
  checkbox: (store, field) => checkbox(store, optionsOf(store, field)),
  certificate: (store, field) => store.state.features?.certificate(field, optionsOf(store, field)),
  given: givenField,
};

/** Draws a field while it is shown; redrawn when its text, its error, or something that it depends on changes. */
export const fieldRow = (store: FormStore, field: Field): unknown =>
  watch(store, () => (field.isShown(store.facts) ? drawings[field.control](store, field) : nothing));

/** Two fields side by side, e.g. the ends of the 工期 or bank and branch. */
function pairRow(store: FormStore, first: Field, second: Field): TemplateResult {
  const {pair} = first;
  const hintId = `${first.path}-group-hint`;
  const hasUntil = pair?.joined && !pair.sentAs;
  return html`<fieldset class="field" aria-describedby=${pair?.hint ? hintId : nothing}>
    <legend>${pair?.legend()}</legend>
    ${pair?.hint ? html`<p class="hint" id=${hintId}>${pair.hint()}</p>` : nothing}
    <div class="pair">
      ${fieldRow(store, first)}${hasUntil ? html`<span class="until" aria-hidden="true">～</span>` : nothing}${fieldRow(store, second)}
    </div>
    ${pair?.sentAs ? watch(store, () => joinedEcho(store, first)) : nothing}
  </fieldset>`;
}

/** Both names as they are sent. */
function joinedEcho(store: FormStore, {path, pair}: Field) {
  const texts = [path, pair?.with ?? ''].map(each => store.text(each).trim());
  return texts.every(Boolean)
    ? html`<p class="echo" translate="no">${texts.join(pair?.joined?.separator)}</p>`
    : nothing;
}

const seconds = new Set(fields.flatMap(({pair}) => (pair ? [pair.with] : [])));

/** Draws fields in their order. Each keeps its place in the template, so that fields that come and go move no others. */
export const fieldRows = (store: FormStore, members: readonly Field[]): unknown =>
  members
    .filter(({path}) => !seconds.has(path))
    .map(field => {
      const second = field.pair && fieldAt(field.pair.with);
      if (!second) return fieldRow(store, field);
      return watch(store, () => (field.isShown(store.facts) ? pairRow(store, field, second) : nothing));
    });
