import {msg} from '@lit/localize';
import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import {
  describedBy,
  fieldFrame,
  isInvalid,
  type Choice,
  type FieldForm,
  type FieldOptions,
} from './fields.js';

/** One of a list; 「選択してください」 stands for nothing yet. */
export function selectField(
  form: FieldForm,
  options: FieldOptions & {choices: readonly Choice[]},
): TemplateResult {
  const {path, choices, isRequired} = options;
  const text = form.text(path);
  return fieldFrame(
    form,
    options,
    html`<select
      part="select"
      id=${path}
      name=${path}
      aria-required=${isRequired ? 'true' : nothing}
      aria-invalid=${isInvalid(form, path)}
      aria-describedby=${describedBy(form, options)}
    >
      ${[{value: '', label: msg('選択してください')}, ...choices].map(
        ({value, label}) => html`<option value=${value} .selected=${value === text}>${label}</option>`,
      )}
    </select>`,
  );
}

/** One thing to switch on. */
export const checkbox = (form: FieldForm, {path, label}: FieldOptions): TemplateResult =>
  html`<label class="choice"
    ><input
      part="checkbox"
      type="checkbox"
      id=${path}
      name=${path}
      value="true"
      aria-invalid=${isInvalid(form, path)}
      aria-describedby=${describedBy(form, {path})}
      .checked=${live(form.text(path) === 'true')}
    /><span>${label}</span></label
  >`;
