import {msg} from '@lit/localize';
import {html, nothing, type TemplateResult} from 'lit';
import {bothDaysText} from '../../src/i18n/format.js';
import {procurementName} from '../../src/i18n/terms.js';
import {worksKindName, worksKinds} from '../../src/i18n/works-kinds.js';
import {parseDate} from '../../src/input/date.js';
import type {Procurement} from '../../src/schemas/kinds.js';
import {radioField, textField, type Choice, type FieldForm} from '../ui/fields.js';
import {isDay, type AskedFact} from './asked-facts.js';

/** Id of the field for a fact; ids are the element's own. */
export const fieldId = (fact: string): string => `fact-${fact.replace('.', '-')}`;

const procurements: readonly Procurement[] = ['open-bid', 'designated-bid', 'negotiated'];

const choices: Readonly<Record<string, () => Choice[]>> = {
  worksKind: () => worksKinds.map(value => ({value, label: worksKindName(value)})),
  procurement: () => procurements.map(value => ({value, label: procurementName(value)})),
  amendment: () => [
    {value: 'false', label: msg('新しい契約')},
    {value: 'true', label: msg('以前の契約の変更')},
  ],
};

/** The day in both calendars, so that a slip is seen. */
function echoOf(fact: string, text: string): string | typeof nothing {
  const day = isDay(fact) && text ? parseDate(text) : undefined;
  return day?.valid ? bothDaysText(day.value) : nothing;
}

function factField(form: FieldForm, {fact, ...asked}: AskedFact): TemplateResult {
  const [path, label] = [fieldId(fact), asked.label()];
  const offered = choices[fact]?.();
  if (offered) return radioField(form, {path, label, choices: offered});
  const echo = echoOf(fact, form.text(path));
  return textField(form, {
    path,
    label,
    hint: isDay(fact)
      ? msg('例：令和8年2月1日、2026/2/1')
      : msg('公告や契約書に書かれた、発注を担当する課です。'),
    ...(isDay(fact) && {width: 'short' as const}),
    ...(echo !== nothing && {echo}),
  });
}

/** The facts that were asked for, each once, in the order in which they were. */
export const factFields = (form: FieldForm, asked: readonly AskedFact[]): TemplateResult | typeof nothing =>
  asked.length
    ? html`<div class="facts-asked" part="facts">${asked.map(each => factField(form, each))}</div>`
    : nothing;
