import {msg} from '@lit/localize';
import {html, nothing} from 'lit';
import {procurementName} from '../../src/i18n/terms.js';
import {radioField, type Choice} from '../ui/fields.js';
import {procurements} from './kinds.js';
import {optionsOf, type FormView} from './view.js';
import {dateField, dateHint, nameField} from './works-section.js';

/** 新しい契約 or 以前の契約の変更. */
export const amendmentChoices = () => [
  {value: 'false', label: msg('新しい契約')},
  {value: 'true', label: msg('以前の契約の変更')},
];

/** What the chosen obligee's rule keys on besides dates. */
export function factFields(view: FormView) {
  const {model} = view;
  const {facts} = model;
  const shown = (path: string, draw: () => unknown) => (model.field(path)?.isShown(facts) ? draw() : nothing);
  const choice = (path: string, choices: Choice[]) =>
    shown(path, () => radioField(model, {...optionsOf(view, path, {}), choices}));
  const names = procurements.map(value => ({value, label: procurementName(value)}));
  return html`${shown('works/department', () =>
    nameField(view, 'works/department', {hint: msg('公告や契約書に書かれた、発注を担当する課です。')}),
  )}
  ${choice('works/procurement', names)} ${choice('works/amendment', amendmentChoices())}
  ${shown('works/originalSignedOn', () =>
    dateField(view, 'works/originalSignedOn', {
      hint: html`${msg('変更する前の、最初の契約の日です。')} ${dateHint()}`,
    }),
  )}`;
}
