import {msg} from '@lit/localize';
import {html, nothing, type TemplateResult} from 'lit';
import {ruleQuote} from '../ui/certificate-choice.js';
import {factFields} from './asked-facts.js';
import {errorSummary} from '../ui/error-summary.js';
import type {TextFieldOptions} from '../ui/fields.js';
import {amountWarning, dateEcho, warningOf} from './echo.js';
import {undoText, type Undoable} from './editing.js';
import {finerKindsFor} from './eligibility.js';
import type {DateName, SectionName} from './field.js';
import {helpText} from './help-texts.js';
import {returnNotice} from './notices.js';
import type {Extras} from './view.js';
import {pickerOptions, type WholeView} from './whole-view.js';
import {dateField, dateHint} from './works-section.js';

const dateHints: Partial<Record<DateName, () => string>> = {
  contract: () => msg('請負契約日が決まっていれば、入力しなくてかまいません。'),
  bidNotice: () => msg('一般競争入札などの公告の日です。'),
  designation: () => msg('指名競争入札の指名通知の日です。公告された場合は入力しなくてかまいません。'),
};

const undoNotice = ({by}: Undoable) =>
  html`<div class="notice">
    <p>${undoText(by)}</p>
    <button part="button" type="button" data-act="undo">${msg('元に戻す')}</button>
  </div>`;

/** What the first section shows beside its fields, out of one view of the form. */
export class FieldExtras implements Extras {
  readonly #view: () => WholeView;
  readonly #undoable: () => Undoable | undefined;

  constructor(view: () => WholeView, undoable: () => Undoable | undefined) {
    this.#view = view;
    this.#undoable = undoable;
  }

  combobox(path: string, more: Partial<TextFieldOptions>): TemplateResult {
    const view = this.#view();
    return view.comboboxes.render(view.model, pickerOptions(view, path, more));
  }

  help = helpText;

  dateEcho(path: string): string | undefined {
    return dateEcho(this.#view().model, path);
  }

  warning(path: string): string | undefined {
    return warningOf(this.#view().model, path);
  }

  amountWarning(path: string): unknown {
    return amountWarning(this.#view().model, path);
  }

  obligeeRule(): unknown {
    const rule = this.#view().model.obligee?.rule;
    return rule
      ? html`<div class="rule">
          <p>${msg('この発注者の電子保証の条件')}</p>
          ${ruleQuote({ruleText: rule.rule_text, url: rule.url, asOf: rule.source_date})}
        </div>`
      : nothing;
  }

  ruleFields(): unknown {
    const view = this.#view();
    const dates = view.model.facts.askedDates.map(name =>
      dateField(view, `works/dates/${name}`, {hint: html`${dateHints[name]?.() ?? nothing} ${dateHint()}`}),
    );
    return html`${factFields(view)} ${dates}`;
  }

  finerKinds() {
    return finerKindsFor(this.#view().model.input);
  }

  notices(): unknown {
    const {application, model, pasting} = this.#view();
    return html`${application?.returnReason ? returnNotice(application) : nothing}
    ${errorSummary(model.shownIssues)} ${pasting.render()}`;
  }

  undo(section: SectionName): unknown {
    const undoable = this.#undoable();
    return undoable?.section === section ? undoNotice(undoable) : nothing;
  }

  get isEarlierOpen(): boolean {
    return this.#view().earlier.isOpen;
  }

  earlier(): unknown {
    return this.#view().earlier.render();
  }
}
