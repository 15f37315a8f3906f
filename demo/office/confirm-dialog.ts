import {html, nothing, type TemplateResult} from 'lit';

/** A question before something is done that cannot be undone. */
export interface Confirmation {
  heading: string;
  /** What will happen, and fields that belong to it. */
  body: TemplateResult;
  /** The button that does it; says what it does. */
  action: string;
  isDangerous?: boolean;
  isBusy: boolean;
  /** What went wrong with the last try. */
  failure: TemplateResult | typeof nothing;
  confirm: () => void;
  cancel: () => void;
}

/** The question in the browser's top layer; `showModal()` is up to the element, once it has drawn. */
export const confirmDialog = (confirmation: Confirmation | undefined): TemplateResult =>
  html`<dialog class="confirm" aria-labelledby="confirm-heading" @close=${confirmation?.cancel ?? nothing}>
    ${confirmation ? renderBody(confirmation) : nothing}
  </dialog>`;

const renderBody = ({heading, body, action, isDangerous, isBusy, failure, confirm, cancel}: Confirmation) =>
  html`<form
    novalidate
    @submit=${(event: SubmitEvent) => {
      event.preventDefault();
      confirm();
    }}
  >
    <h2 id="confirm-heading">${heading}</h2>
    ${failure}${body}
    <div class="actions">
      <button type="submit" class=${isDangerous ? 'danger' : 'primary'} aria-disabled=${isBusy}>
        ${isBusy ? '処理しています' : action}
      </button>
      <button type="button" @click=${cancel}>やめる</button>
    </div>
  </form>`;

/** A field for several lines of text, with its error. */
export const textField = (field: {
  id: string;
  label: string;
  isRequired: boolean;
  hint?: string;
  error?: string | undefined;
}): TemplateResult =>
  html`<div class="field" ?data-invalid=${field.error}>
    <label for=${field.id}
      >${field.label}
      <span class="need" ?data-required=${field.isRequired}
        >${field.isRequired ? '※必須' : '※任意'}</span
      ></label
    >
    ${field.hint ? html`<p class="hint" id=${`${field.id}-hint`}>${field.hint}</p>` : nothing}
    <textarea
      id=${field.id}
      rows="4"
      aria-required=${field.isRequired}
      aria-invalid=${field.error ? 'true' : nothing}
      aria-describedby=${[field.error && `${field.id}-error`, field.hint && `${field.id}-hint`].filter(Boolean).join(' ') || nothing}
    ></textarea>
    ${fieldError(field.id, field.error)}
  </div>`;

/** A one-line field that is read by one of the kit's own parsers. */
export const lineField = (field: {
  id: string;
  label: string;
  hint?: string;
  error?: string | undefined;
  width?: 'yen' | 'date';
}): TemplateResult =>
  html`<div class="field" ?data-invalid=${field.error}>
    <label for=${field.id}>${field.label} <span class="need">※任意</span></label>
    ${field.hint ? html`<p class="hint" id=${`${field.id}-hint`}>${field.hint}</p>` : nothing}
    <input
      id=${field.id}
      type="text"
      autocomplete="off"
      data-width=${field.width ?? 'date'}
      aria-invalid=${field.error ? 'true' : nothing}
      aria-describedby=${[field.error && `${field.id}-error`, field.hint && `${field.id}-hint`].filter(Boolean).join(' ') || nothing}
    />
    ${fieldError(field.id, field.error)}
  </div>`;

const fieldError = (id: string, error: string | undefined) =>
  error
    ? html`<p class="error" id=${`${id}-error`}><span class="visually-hidden">エラー：</span>＊${error}</p>`
    : nothing;
