import {msg} from '@lit/localize';
import {html, nothing, type TemplateResult} from 'lit';
import type {SuretyError} from '../../src/errors.js';
import {inputErrorText} from '../../src/i18n/input-text.js';
import {parseAuthKey} from '../../src/input/auth-key.js';
import {parseContractNumber} from '../../src/input/contract-number.js';
import type {Issue} from '../ui/error-summary.js';
import {needMark} from '../ui/fields.js';
import {waitClock} from './rate-limit-wait.js';

/** The two fields of the check. */
export type EntryField = 'number' | 'key';
/** Errors by field, in the words shown at the field and in the summary. */
export type EntryErrors = Partial<Record<EntryField, string>>;
/** The request to send, or the errors that prevent it. */
export type ReadEntry = {request: {contractNumber: string; authKey: string}} | {errors: EntryErrors};

/** Reads both fields; where number and key stand together in one of them, they are separated. */
export function readEntry(typed: Record<EntryField, string>): ReadEntry {
  const number = parseContractNumber(typed.number);
  const key = parseAuthKey(typed.key);
  const contractNumber = number.valid ? number.value : undefined;
  const authKey = key.valid ? key.value : undefined;
  const otherNumber = key.valid && !typed.number.trim() ? key.alsoFill?.contractNumber : undefined;
  const otherKey = number.valid && !typed.key.trim() ? number.alsoFill?.authKey : undefined;
  const request = {contractNumber: contractNumber ?? otherNumber, authKey: authKey ?? otherKey};
  if (request.contractNumber && request.authKey) {
    return {request: {contractNumber: request.contractNumber, authKey: request.authKey}};
  }
  return {
    errors: {
      ...(!request.contractNumber &&
        !number.valid && {number: inputErrorText(number, {field: LABELS.number()})}),
      ...(!request.authKey && !key.valid && {key: inputErrorText(key, {field: LABELS.key()})}),
    },
  };
}

const LABELS: Record<EntryField, () => string> = {
  number: () => msg('保証契約番号'),
  key: () => msg('認証キー'),
};

const HINTS: Record<EntryField, () => string> = {
  number: () => msg('例：00000-000000。ハイフンや空白は、あってもなくても読み取ります。'),
  key: () => msg('12文字の英数字です。大文字と小文字を区別します。'),
};

const entryField = (field: EntryField, error: string | undefined): TemplateResult =>
  html`<div class="field" part="field" ?data-invalid=${error}>
    <label for=${field} part="label">${LABELS[field]()} ${needMark(true)}</label>
    <p class="hint" id=${`${field}-hint`} part="hint">${HINTS[field]()}</p>
    <input
      id=${field}
      name=${field}
      class="code"
      part="input"
      type="text"
      data-width=${field}
      autocomplete="off"
      autocapitalize="off"
      autocorrect="off"
      spellcheck="false"
      translate="no"
      inputmode=${field === 'number' ? 'numeric' : nothing}
      aria-required="true"
      aria-invalid=${error ? 'true' : nothing}
      aria-describedby=${error ? `${field}-error ${field}-hint` : `${field}-hint`}
    />
    ${
      error
        ? html`<p class="error" id=${`${field}-error`} part="field-error">
            <span class="visually-hidden">${msg('エラー：')}</span>＊${error}
          </p>`
        : nothing
    }
  </div>`;

/** Handlers of the form's events. */
export interface EntryHandlers {
  submit: (event: SubmitEvent) => void;
  keydown: (event: KeyboardEvent) => void;
  paste: (event: ClipboardEvent) => void;
  change: () => void;
}

/** Draws the fields of number and key, and the button that checks. */
export const entryForm = (
  errors: EntryErrors,
  isChecking: boolean,
  handlers: EntryHandlers,
): TemplateResult =>
  html`<form
    novalidate
    part="form"
    aria-busy=${isChecking}
    @submit=${handlers.submit}
    @keydown=${handlers.keydown}
    @paste=${handlers.paste}
    @change=${handlers.change}
  >
    ${entryField('number', errors.number)}${entryField('key', errors.key)}
    <p class="hint">${msg('お知らせやメールの文面をまとめて貼り付けると、番号と認証キーを読み取ります。')}</p>
    <button type="submit" class="primary" part="submit" aria-disabled=${isChecking ? 'true' : nothing}>
      ${isChecking ? msg('確認しています') : msg('証書を確認する')}
    </button>
    ${isChecking ? html`<slot name="loading"></slot>` : nothing}
  </form>`;

/** Returns the API's own messages by the field they point to. */
export function refusedFields(error: SuretyError): EntryErrors {
  const at = (pointer: string) => error.fields.find(field => field.pointer === pointer)?.message;
  const [number, key] = [at('/contractNumber'), at('/authKey')];
  return {...(number && {number}), ...(key && {key})};
}

/** Returns the errors in the order of the fields, as the summary lists them. */
export const issuesOf = (errors: EntryErrors): Issue[] =>
  (['number', 'key'] as const).flatMap(path => (errors[path] ? [{path, message: errors[path]}] : []));

/** Draws the one neutral answer to an unknown number, a wrong key and a withdrawn one. */
export const mismatchNotice = (): TemplateResult =>
  html`<div
    class="notice"
    data-kind="error"
    id="mismatch"
    part="mismatch"
    role="group"
    tabindex="-1"
    aria-labelledby="mismatch-title"
  >
    <h3 id="mismatch-title">${msg('保証証書を確認できませんでした')}</h3>
    <p>${msg('保証契約番号と認証キーの組み合わせに該当する保証証書が見つかりません。')}</p>
    <p>${msg('0とO、1とIとl、大文字・小文字をご確認ください。')}</p>
    <p class="hint">${msg('お知らせのPDFから番号と認証キーをコピーして、貼り付けると確実です。')}</p>
  </div>`;

/** Draws the countdown; the seconds are not read aloud one by one. */
export const waitNotice = (seconds: number): TemplateResult =>
  html`<div
    class="notice"
    data-kind="warning"
    id="waiting"
    part="waiting"
    role="group"
    tabindex="-1"
    aria-labelledby="waiting-title"
  >
    <h3 id="waiting-title">${msg('しばらくお待ちください')}</h3>
    <p>${msg('続けて確認できる回数を超えました。入力した内容は残っています。')}</p>
    <p class="countdown" role="timer" aria-live="off">
      ${msg('次に確認できるまで')} <strong class="amount">${waitClock(seconds)}</strong>
    </p>
  </div>`;
