import {msg} from '@lit/localize';
import {html, nothing, type TemplateResult} from 'lit';
import {guaranteePath, wantedKinds} from '../../../src/application/draft.js';
import type {AmountField} from '../../../src/domain/amount-warning.js';
import {checkAmounts} from '../../../src/domain/amounts.js';
import {amountWarningText} from '../../../src/i18n/amount-text.js';
import type {AmountRule} from '../../../src/schemas/amount-rule.js';
import type {GuaranteeKind, WorksKind} from '../../../src/schemas/kinds.js';
import {japaneseLang, publishedNote} from '../../ui/published.js';
import type {FormStore} from '../form-store.js';

const amountFields = {
  'advance-payment': 'advancePaymentAmount',
  'interim-payment': 'interimPaymentAmount',
  performance: 'performanceAmount',
} as const satisfies Record<GuaranteeKind, AmountField>;

/** A warning, the field where it stands, and the rule that it quotes. */
interface Advice {
  path: string;
  text: string;
  rule: AmountRule;
}

function pathOf(field: AmountField, kind: GuaranteeKind): string {
  if (field === 'worksPrice') return 'works/price';
  if (field === 'worksPeriod') return 'works/period/to';
  return guaranteePath(kind, field === 'currentYearAmount' ? 'currentYearAmount' : 'guaranteeAmount');
}

function dayAt(store: FormStore, path: string): string | undefined {
  const day = store.value(path);
  return typeof day === 'string' ? day : undefined;
}

function adviceFor(store: FormStore, rule: AmountRule, kind: GuaranteeKind): Advice[] {
  const worksKind = store.text('works/kind') as WorksKind | ''; // one of the values of the radio buttons
  const worksPrice = store.amount('works/price');
  const amount = store.amount(guaranteePath(kind, 'guaranteeAmount'));
  if (!worksKind || !worksPrice || !amount) return [];
  const [from, to] = [dayAt(store, 'works/period/from'), dayAt(store, 'works/period/to')];
  const found = checkAmounts(rule, {
    worksKind,
    worksPrice,
    currentYearAmount: store.amount(guaranteePath(kind, 'currentYearAmount')) ?? null,
    period: from && to ? {from, to} : null,
    signedOn: dayAt(store, 'works/signedOn'),
    [amountFields[kind]]: amount,
  });
  return found.map(warning => ({
    path: pathOf(warning.field, kind),
    text: amountWarningText(warning),
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

/** Returns what the rules of the obligee say about the amount in a field; it is a warning and never stops anybody. */
export function adviceAt(
  store: FormStore,
  rules: readonly AmountRule[],
  path: string,
): TemplateResult | undefined {
  const kinds = wantedKinds(store.draft);
  const all = rules.flatMap(rule => kinds.flatMap(kind => adviceFor(store, rule, kind)));
  const here = all.filter(advice => advice.path === path);
  if (!here.length) return undefined;
  const quoted = [...new Set(here.map(({rule}) => rule))];
  const lines = [...new Set(here.map(({text}) => text))];
  return html`${lines.map(text => html`<span class="line">${text}</span>`)}${quoted.map(source)}`;
}
