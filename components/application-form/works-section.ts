import {msg} from '@lit/localize';
import {html} from 'lit';
import {worksKindName} from '../../src/i18n/works-kinds.js';
import {comboboxField} from '../ui/combobox-field.js';
import {
  describedBy,
  errorLine,
  needMark,
  radioField,
  textArea,
  textField,
  type TextFieldOptions,
} from '../ui/fields.js';
import {amountEcho} from './amount-echo.js';
import {mainWorksKinds} from './kinds.js';
import {optionsOf, type FormView} from './view.js';

/** How a date may be written. */
export const dateHint = () => msg('例：令和8年2月1日、2026/2/1');

/** One date, written in any usual way. */
export const dateField = (view: FormView, path: string, more: Partial<TextFieldOptions> = {}) =>
  textField(view.model, {
    ...optionsOf(view, path, {hint: dateHint(), ...more}),
    width: 'short',
    echo: view.extras?.dateEcho(path),
    warning: more.warning ?? view.extras?.warning(path),
  });

/** An amount of yen with its echo in words. */
export const yenField = (view: FormView, path: string, more: Partial<TextFieldOptions> = {}) =>
  textField(view.model, {
    ...optionsOf(view, path, {
      echo: amountEcho(view.model, path),
      warning: view.extras?.amountWarning(path),
      ...more,
    }),
    width: 'yen',
    unit: msg('円'),
    inputmode: 'text', // a numeric keypad has no 万 and no IME
  });

/** A name, kept letter by letter. */
export const nameField = (view: FormView, path: string, more: Partial<TextFieldOptions> = {}) =>
  textField(view.model, {...optionsOf(view, path, {warning: view.extras?.warning(path), ...more})});

function obligeeField(view: FormView) {
  const path = 'obligee/name';
  const hint = msg(
    '名前・ふりがな・都道府県・コードで探せます。一覧にない発注者は、そのまま入力してください。',
  );
  const {extras} = view;
  const field = extras
    ? extras.combobox(path, {hint, warning: extras.warning(path)})
    : comboboxField(view.model, optionsOf(view, path, {hint}));
  return html`${field}${extras?.obligeeRule()}`; // the same template either way: the field keeps focus and caret
}

function periodField(view: FormView) {
  return html`<fieldset class="field">
    <legend>${msg('工期')}</legend>
    <div class="pair">
      ${dateField(view, 'works/period/from', {label: msg('始まりの日')})}
      <span class="until" aria-hidden="true">～</span>
      ${dateField(view, 'works/period/to', {
        label: msg('終わりの日'),
        warning: view.extras?.amountWarning('works/period/to'),
      })}
    </div>
  </fieldset>`;
}

/** The signed-in company applies, so it is shown and not typed. */
function contractorField({model}: FormView) {
  const path = 'contractorName';
  return html`<div
    class="field"
    part="field"
    role="group"
    aria-labelledby=${`${path}-label`}
    aria-describedby=${describedBy(model, {path})}
    id=${path}
    tabindex="-1"
    ?data-invalid=${Boolean(model.error(path))}
  >
    <p class="label" id=${`${path}-label`}>${msg('請負契約者')}${needMark(true)}</p>
    <p class="hint">${msg('ログインしている会社です。')}</p>
    <p class="given" translate="no">${model.text(path) || msg('会社の情報を読み込んでいます')}</p>
    ${errorLine(model, path)}
  </div>`;
}

/** 「請負工事の情報」. */
export function worksSection(view: FormView) {
  const {model, extras} = view;
  const kinds = [...mainWorksKinds, ...(extras?.finerKinds() ?? [])];
  return html`${obligeeField(view)}
  ${textArea(
    model,
    optionsOf(view, 'works/name', {
      hint: msg('契約書に書かれたとおりに入力してください。'),
      warning: extras?.warning('works/name'),
    }),
  )}
  ${radioField(model, {
    ...optionsOf(view, 'works/kind', {}),
    choices: kinds.map(value => ({value, label: worksKindName(value)})),
  })}
  ${extras?.ruleFields()} ${yenField(view, 'works/price', {hint: msg('消費税を含む金額')})}
  ${dateField(view, 'works/signedOn')} ${periodField(view)} ${contractorField(view)}
  ${nameField(view, 'jointVentureName', {hint: msg('JVの場合は代表者が申し込んでください。')})}`;
}
