import {msg, str} from '@lit/localize';
import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';

/** What field templates have to know of the form they stand in. Fields are known by a path, which is also their id. */
export interface FieldForm {
  /** What stands in the field, as typed. */
  text(path: string): string;
  /** The sentence to show at the field, if it is time for one. */
  error(path: string): string | undefined;
  /** Path of the one field whose help is open. */
  readonly openHelp: string;
}

/** What one field shows; its words come from the form. */
export interface FieldOptions {
  path: string;
  label: string;
  isRequired?: boolean;
  /** Support text between label and control. */
  hint?: unknown;
  /** Text behind 「?」. */
  help?: string | undefined;
  /** What was understood, below the control: an amount in words, a ratio, a date in both calendars. */
  echo?: unknown;
  /** What to look at again; never in the way. */
  warning?: unknown;
  /** What goes with a choice, below it. */
  note?: string;
}

/** Options of a field that one types into. */
export interface TextFieldOptions extends FieldOptions {
  autocomplete?: 'off' | 'email' | 'name' | 'tel';
  inputmode?: 'numeric' | 'tel' | 'email' | 'text';
  width?: 'yen' | 'short' | 'mail';
  /** 円, behind the control. */
  unit?: string;
}

/** One of several things to choose. */
export interface Choice {
  value: string;
  label: string;
}

/** 「※必須」 or 「※任意」, as text of the label. */
export const needMark = (isRequired = false): TemplateResult =>
  html`<span class="need" ?data-required=${isRequired}>${isRequired ? msg('※必須') : msg('※任意')}</span>`;

/** Ids of what describes a control, the error first. */
export function describedBy(
  form: FieldForm,
  {path, hint, help, echo, warning, unit, note}: Partial<TextFieldOptions>,
) {
  const id = path ?? '';
  const ids = [
    form.error(id) ? 'error' : '',
    hint ? 'hint' : '',
    help && form.openHelp === id ? 'help' : '',
    unit ? 'unit' : '',
    echo ? 'echo' : '',
    warning ? 'warning' : '',
    note ? 'note' : '',
  ];
  return ids.flatMap(each => (each ? `${id}-${each}` : [])).join(' ') || nothing;
}

/** 「?」: opens an explanation in the page, right where one is. */
const helpButton = (form: FieldForm, {path, label, help}: FieldOptions): TemplateResult | typeof nothing =>
  help
    ? html`<button
        part="button"
        type="button"
        class="help no-print"
        data-help=${path}
        aria-expanded=${form.openHelp === path ? 'true' : 'false'}
      >
        <span class="visually-hidden">${msg(str`${label}の説明`)}</span>
      </button>`
    : nothing;

/** Everything between label and control. */
const support = (form: FieldForm, {path, help, hint}: FieldOptions) =>
  html`${help && form.openHelp === path ? html`<p class="help-text" id=${`${path}-help`}>${help}</p>` : nothing}${
    hint ? html`<div class="hint" id=${`${path}-hint`}>${hint}</div>` : nothing
  }`;

/** The sentence of a field's error; 「エラー」 is said, 「＊」 is seen. */
export function errorLine(form: FieldForm, path: string) {
  const text = form.error(path);
  return text
    ? html`<p class="error" part="error" id=${`${path}-error`}>
        <span class="visually-hidden">${msg('エラー：')}</span><span aria-hidden="true">＊</span>${text}
      </p>`
    : nothing;
}

/** Everything below a control. */
const outcome = (form: FieldForm, {path, echo, warning}: FieldOptions) =>
  html`${errorLine(form, path)}${echo ? html`<p class="echo" id=${`${path}-echo`}>${echo}</p>` : nothing}${
    warning ? html`<p class="warning" id=${`${path}-warning`}>${warning}</p>` : nothing
  }`;

/** `aria-invalid` of a control. */
export const isInvalid = (form: FieldForm, path: string) => (form.error(path) ? 'true' : nothing);

/** Label, hint, control, error and echo of one field, tied together in one root. */
export const fieldFrame = (form: FieldForm, options: FieldOptions, control: unknown): TemplateResult =>
  html`<div class="field" part="field" ?data-invalid=${Boolean(form.error(options.path))}>
    <label for=${options.path}>${options.label}${needMark(options.isRequired)}</label
    >${helpButton(form, options)} ${support(form, options)}${control}${outcome(form, options)}
  </div>`;

/** A line of text: also amounts, dates, phone numbers, for nothing is refused while typing. */
export function textField(form: FieldForm, options: TextFieldOptions): TemplateResult {
  const {path, autocomplete = 'off', inputmode, width, unit, isRequired} = options;
  const input = html`<input
    part="input"
    id=${path}
    name=${path}
    translate="no"
    spellcheck="false"
    autocapitalize="off"
    autocomplete=${autocomplete}
    inputmode=${inputmode ?? nothing}
    data-width=${width ?? nothing}
    aria-required=${isRequired ? 'true' : nothing}
    aria-invalid=${isInvalid(form, path)}
    aria-describedby=${describedBy(form, options)}
    .value=${live(form.text(path))}
  />`;
  const control = unit
    ? html`<span class="affixed">${input}<span id=${`${path}-unit`}>${unit}</span></span>`
    : input;
  return fieldFrame(form, options, control);
}

/** Several lines of text. */
export function textArea(form: FieldForm, options: FieldOptions): TemplateResult {
  const {path, isRequired} = options;
  return fieldFrame(
    form,
    options,
    html`<textarea
      part="input"
      id=${path}
      name=${path}
      translate="no"
      rows="4"
      aria-required=${isRequired ? 'true' : nothing}
      aria-invalid=${isInvalid(form, path)}
      aria-describedby=${describedBy(form, options)}
      .value=${live(form.text(path))}
    ></textarea>`,
  );
}

/** A few things of which one is chosen, all in sight; the first one carries the field's id. */
export function radioField(
  form: FieldForm,
  options: FieldOptions & {choices: readonly Choice[]; after?: unknown; isDisabled?: boolean},
): TemplateResult {
  const {path, label, choices, isRequired, note, after = nothing, isDisabled = false} = options;
  const text = form.text(path);
  return html`<fieldset
    class="field"
    part="field"
    ?data-invalid=${Boolean(form.error(path))}
    ?disabled=${isDisabled}
    aria-describedby=${describedBy(form, options)}
  >
    <legend>${label}${needMark(isRequired)}</legend>
    ${helpButton(form, options)}${support(form, options)}
    <div class="choices">
      ${choices.map(
        ({value, label: text_}, index) =>
          html`<label class="choice"
            ><input
              part="radio"
              type="radio"
              id=${index ? `${path}-${value}` : path}
              name=${path}
              value=${value}
              .checked=${value === text}
            /><span>${text_}</span></label
          >`,
      )}
    </div>
    ${outcome(form, options)}${note ? html`<p class="hint" id=${`${path}-note`}>${note}</p>` : nothing}${after}
  </fieldset>`;
}

/** What stands in a control that a delegated listener heard of; empty for a box that was unticked. */
export function textOf(control: HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement): string {
  return control instanceof HTMLInputElement && control.type === 'checkbox' && !control.checked
    ? ''
    : control.value;
}
