import {msg} from '@lit/localize';
import {html, nothing, type TemplateResult} from 'lit';
import {checkAmounts, type AmountField} from '../../src/domain/amounts.js';
import type {AmountRule} from '../../src/schemas/amount-rule.js';
import type {GuaranteeKind, WorksKind} from '../../src/schemas/kinds.js';
import {japaneseLang, publishedNote} from '../ui/published.js';
import {guaranteePath, wantedKinds} from './draft.js';
import type {ApplicationModel} from './model.js';

const amountFields = {
  'advance-payment': 'advancePaymentAmount',
  'interim-payment': 'interimPaymentAmount',
  performance: 'performanceAmount',
} as const satisfies Record<GuaranteeKind, AmountField>;

/** Something to look at again, at the field where it stands, and in whose words. */
interface Advice {
  path: string;
  text: string;
  rule: AmountRule;
}

/** Where a warning stands. */
function pathOf(field: AmountField, kind: GuaranteeKind): string {
  if (field === 'worksPrice') return 'works/price';
  if (field === 'worksPeriod') return 'works/period/to';
  return guaranteePath(kind, field === 'currentYearAmount' ? 'currentYearAmount' : 'guaranteeAmount');
}

function dayAt(model: ApplicationModel, path: string): string | undefined {
  const day = model.reader.value(path, model.text(path));
  return typeof day === 'string' ? day : undefined;
}

function periodOf(model: ApplicationModel) {
  const [from, to] = [dayAt(model, 'works/period/from'), dayAt(model, 'works/period/to')];
  return from && to ? {from, to} : null;
}

function adviceFor(model: ApplicationModel, rule: AmountRule, kind: GuaranteeKind): Advice[] {
  const worksKind = model.text('works/kind') as WorksKind | ''; // one of the radio buttons' values
  const worksPrice = model.amount('works/price');
  const amount = model.amount(guaranteePath(kind, 'guaranteeAmount'));
  if (!worksKind || !worksPrice || !amount) return [];
  const currentYearAmount = model.amount(guaranteePath(kind, 'currentYearAmount')) ?? null;
  const own = amountFields[kind];
  const found = checkAmounts(rule, {
    worksKind,
    worksPrice,
    currentYearAmount,
    period: periodOf(model),
    signedOn: dayAt(model, 'works/signedOn'),
    [own]: amount,
  });
  return found.map(({field, text}) => ({
    path: pathOf(field, kind),
    text,
    rule,
  }));
}

/** The obligee's own words; a link only where it is safe to follow. */
function source({text, url, obligee}: AmountRule) {
  const address = url && URL.canParse(url) ? new URL(url) : undefined;
  return html`<span class="source"
    >${text ? html`${publishedNote()} <q translate="no" lang=${japaneseLang()}>${text}</q>` : nothing}${
      address?.protocol === 'https:'
        ? html`<a part="source-link" href=${address.href} target="_blank" rel="noreferrer noopener"
            >${obligee}${msg('のページ（新しいタブで開きます）')}</a
          >`
        : html`<span>${msg('出典')}：${obligee}${msg('のページ')}</span>`
    }</span
  >`;
}

/** Holds amounts against what the obligee says about them: words to look at again, never a reason to stop. */
export class AmountAdvice {
  readonly #rules: readonly AmountRule[];

  constructor(rules: readonly AmountRule[]) {
    this.#rules = rules;
  }

  /** What to look at again at a field, with the rule; nothing while nothing is unusual. */
  at(path: string, model: ApplicationModel): TemplateResult | undefined {
    const kinds = wantedKinds(model.draft);
    const all = this.#rules.flatMap(rule => kinds.flatMap(kind => adviceFor(model, rule, kind)));
    const here = all.filter(advice => advice.path === path);
    if (!here.length) return undefined;
    const rules = [...new Set(here.map(({rule}) => rule))];
    const lines = [...new Set(here.map(({text}) => text))];
    return html`${lines.map(text => html`<span class="line">${text}</span>`)}${rules.map(source)}`;
  }
}
