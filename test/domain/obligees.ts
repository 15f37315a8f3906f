import {readFileSync} from 'node:fs';
import {obligeeRule} from '../../src/schemas/obligee-rule.js';
import type {ObligeeRule} from '../../src/schemas/obligee-rule.js';
import type {AdvancePaymentRule} from '../../src/domain/amounts.js';

const load = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../demo/sandbox/data/${name}`, import.meta.url), 'utf8'));

/** The 29 real obligees, each held to the schema. */
export const obligees: ObligeeRule[] = (load('obligees.json') as unknown[]).map(rule =>
  obligeeRule.parse(rule),
);

/** The real rules for amounts. */
export const advancePaymentRules = load('advance-payment-rules.json') as AdvancePaymentRule[];

/** One of them by its name. */
export function obligee(name: string): ObligeeRule {
  const found = obligees.find(rule => rule.obligee === name);
  if (!found) throw new Error(`no obligee ${name}`);
  return found;
}

/** A rule that accepts a 契約保証 of construction signed on or after 2026-04-01, but for what the test changes. */
export const sampleRule = (changes: Partial<ObligeeRule> = {}): ObligeeRule => ({
  id: 'ob-test',
  obligee: '見本市',
  prefecture: '秋田県',
  obligee_type: 'city',
  scope_note: null,
  start_date: '2026-04-01',
  start_precision: 'day',
  trigger: 'contract',
  rule_text: '令和8年4月1日以降に契約するもの',
  contract_kinds_text: '建設工事',
  contract_kinds: ['construction'],
  excluded: [],
  guarantee_kinds: ['契約保証'],
  sureties_named: [],
  sureties_scope: 'all_licensed',
  insurers_accepted: null,
  insurer_method: null,
  bank_guarantee_electronic: null,
  channels: [],
  submit_what: null,
  paper_allowed: true,
  certificate_pdf_or_print_accepted: null,
  notes: [],
  url: 'https://example.jp/rule',
  source_date: '2026-01-10',
  ...changes,
});
