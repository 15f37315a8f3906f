import {msg} from '@lit/localize';
import {html, nothing} from 'lit';
import {worksKindName} from '../../src/i18n/terms.js';
import {ruleQuote} from '../shared/certificate-choice.js';
import {
  errorLine,
  needMark,
  radioField,
  textArea,
  textField,
  type TextFieldOptions,
} from '../shared/fields.js';
import {amountEcho, amountWarning, dateEcho, warningOf} from './echo.js';
import {finerKindsFor} from './eligibility.js';
import type {DateName} from './field-table.js';
import {mainWorksKinds} from './kinds.js';
import {optionsOf, pickerOptions, type FormView} from './view.js';

const dateHint = () => msg('例：令和8年2月1日、2026/2/1');

/** One date, written in any usual way. */
const dateField = (view: FormView, path: string, more: Partial<TextFieldOptions> = {}) =>
  textField(view.model, {
    ...optionsOf(view, path, {hint: dateHint(), ...more}),
    width: 'short',
    echo: dateEcho(view.model, path),
    warning: warningOf(view.model, path),
  });

/** An amount of yen with its echo in words. */
export const yenField = (view: FormView, path: string, more: Partial<TextFieldOptions> = {}) =>
  textField(view.model, {
    ...optionsOf(view, path, {
      echo: amountEcho(view.model, path),
      warning: amountWarning(view.model, path),
      ...more,
    }),
    width: 'yen',
    unit: msg('円'),
    inputmode: 'text', // a numeric keypad has no 万 and no IME
  });

/** A name, kept letter by letter. */
export const nameField = (view: FormView, path: string, more: Partial<TextFieldOptions> = {}) =>
  textField(view.model, {...optionsOf(view, path, {warning: warningOf(view.model, path), ...more})});

function obligeeField(view: FormView) {
  const {model, comboboxes} = view;
  const rule = model.obligee?.rule;
  return html`${comboboxes.render(
    model,
    pickerOptions(view, 'obligee/name', {
      hint: msg('名前・ふりがな・都道府県・コードで探せます。一覧にない発注者は、そのまま入力してください。'),
      warning: warningOf(model, 'obligee/name'),
    }),
  )}${
    rule
      ? html`<div class="rule">
          <p>${msg('この発注者の電子保証の条件')}</p>
          ${ruleQuote({ruleText: rule.rule_text, url: rule.url, asOf: rule.source_date})}
        </div>`
      : nothing
  }`;
}

function ruleDate(view: FormView, name: DateName) {
  const hints: Partial<Record<DateName, string>> = {
    contract: msg('請負契約日が決まっていれば、入力しなくてかまいません。'),
    bidNotice: msg('一般競争入札などの公告の日です。'),
    designation: msg('指名競争入札の指名通知の日です。公告された場合は入力しなくてかまいません。'),
  };
  return dateField(view, `works/dates/${name}`, {hint: html`${hints[name] ?? nothing} ${dateHint()}`});
}

function periodField(view: FormView) {
  return html`<fieldset class="field">
    <legend>${msg('工期')}</legend>
    <div class="pair">
      ${dateField(view, 'works/period/from', {label: msg('始まりの日')})}
      <span class="until" aria-hidden="true">～</span>
      ${dateField(view, 'works/period/to', {label: msg('終わりの日')})}
    </div>
  </fieldset>`;
}

/** The signed-in company applies, so it is shown and not typed. */
function contractorField({model}: FormView) {
  const path = 'contractorName';
  return html`<div
    class="field"
    part="field"
    id=${path}
    tabindex="-1"
    ?data-invalid=${Boolean(model.error(path))}
  >
    <span class="label">${msg('請負契約者')}${needMark(true)}</span>
    <p class="hint">${msg('ログインしている会社です。')}</p>
    <p class="given" translate="no">${model.text(path) || msg('会社の情報を読み込んでいます')}</p>
    ${errorLine(model, path)}
  </div>`;
}

/** 「請負工事の情報」. */
export function worksSection(view: FormView) {
  const {model} = view;
  const kinds = [...mainWorksKinds, ...finerKindsFor(model.input)];
  return html`${obligeeField(view)}
  ${textArea(
    model,
    optionsOf(view, 'works/name', {
      hint: msg('契約書に書かれたとおりに入力してください。'),
      warning: warningOf(model, 'works/name'),
    }),
  )}
  ${radioField(model, {
    ...optionsOf(view, 'works/kind', {}),
    choices: kinds.map(value => ({value, label: worksKindName(value)})),
  })}
  ${model.facts.askedDates.map(name => ruleDate(view, name))}
  ${yenField(view, 'works/price', {hint: msg('消費税を含む金額')})} ${dateField(view, 'works/signedOn')}
  ${periodField(view)} ${contractorField(view)}
  ${nameField(view, 'jointVentureName', {hint: msg('JVの場合は代表者が申し込んでください。')})}`;
}
