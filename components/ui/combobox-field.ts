import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import {describedBy, fieldFrame, type FieldForm, type TextFieldOptions} from './fields.js';

/** The list that goes with a field: what it shows of itself, and what it hears of the field. */
export interface FieldList extends EventListenerObject {
  /** Id of the list while it shows entries. */
  readonly id: string | undefined;
  /** Id of the entry that the arrow keys have reached. */
  readonly activeId: string | undefined;
  /** What is drawn below the field. */
  readonly popup: unknown;
}

/** A field with a list below it, by the editable pattern of the ARIA Authoring Practices; without its list, plain text. */
export const comboboxField = (
  form: FieldForm,
  options: TextFieldOptions,
  list?: FieldList,
): TemplateResult => {
  const {path, isRequired} = options;
  const control = html`<div class="combobox">
    <input
      part="input"
      id=${path}
      name=${path}
      role="combobox"
      translate="no"
      autocomplete="off"
      autocapitalize="off"
      spellcheck="false"
      aria-autocomplete="list"
      aria-expanded=${list?.id ? 'true' : 'false'}
      aria-controls=${list?.id ?? nothing}
      aria-activedescendant=${list?.activeId ?? nothing}
      aria-required=${isRequired ? 'true' : nothing}
      aria-invalid=${form.error(path) ? 'true' : nothing}
      aria-describedby=${describedBy(form, options)}
      .value=${live(form.text(path))}
      @click=${list}
      @input=${list}
      @compositionend=${list}
      @keydown=${list}
      @blur=${list}
    />${list?.popup}
  </div>`;
  return fieldFrame(form, options, control);
};
