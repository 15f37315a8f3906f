import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {EligibilityFacts} from '../../src/domain/eligibility-types.js';
import {judgeInWords} from '../../src/i18n/eligibility-text.js';
import {guaranteeKind, procurement, worksKind} from '../../src/schemas/kinds.js';
import type {ObligeeRule} from '../../src/schemas/obligee-rule.js';
import {obligees} from '../domain/obligees.js';
import {setLocale} from '../support/node-locale.js';

const [sample] = obligees;
if (!sample) throw new Error('There are no obligees.');

/** Rules for what the obligees of the sample do not write. */
const variants: Partial<ObligeeRule>[] = [
  {scope_note: '契約課の案件'},
  {scope_note: '契約課の案件', notes: ['契約課以外は確認してください']},
  {scope_note: '上下水道局を除く'},
  {scope_note: '130万円を超えるもの'},
  {excluded: ['随意契約', 'unit_price(単価契約)', '変更契約', '測量', '損害保険会社', '旧契約']},
  {excluded: ['指名競争入札', '契約保証', 'water_bureau(上下水道局)']},
  {start_date: null},
  {trigger: null},
  {trigger: 'unheard-of'},
  {trigger: 'bid_notice_or_designation', start_precision: 'month'},
  {trigger: 'initial_contract', end_date: '2026-03-01'},
  {end_date: 'unreadable'},
  {guarantee_kinds: null, contract_kinds: null},
  {guarantee_kinds: ['前払金保証'], contract_kinds: null, contract_kinds_text: '全案件'},
  {contract_kinds: ['outsourcing'], contract_kinds_text: null},
  {contract_kinds: ['construction'], contract_kinds_text: '建設工事等'},
  {sureties_named: ['西日本建設業保証'], sureties_scope: 'named_only'},
  {sureties_named: [], sureties_scope: 'named_etc'},
  {sureties_named: ['西日本建設業保証'], sureties_scope: 'named_etc'},
  {insurers_accepted: true, bank_guarantee_electronic: false, paper_allowed: false},
  {extra_rules: [{start_date: '2030-01-01', trigger: 'contract', applies_to: '下請を除く'}]},
];
const rules = [...obligees, ...variants.map(variant => ({...sample, ...variant}))];

const cases: EligibilityFacts[] = [undefined, ...worksKind.options].flatMap(works =>
  guaranteeKind.options.flatMap(kind =>
    [undefined, ...procurement.options].flatMap(way =>
      [
        {dates: {}},
        {surety: '東日本建設業保証', dates: {contract: '2026-01-01'}, department: '契約課'},
        {surety: '東京海上日動火災保険', dates: {bidNotice: '2026-02-10'}, department: '上下水道局'},
        {surety: '秋田銀行', dates: {designation: '2025-01-01'}, withinScope: true},
        {amendment: true, originalSignedOn: '2020-01-01', withinScope: false, dates: {}},
        {amendment: true, exclusions: {'unit_price(単価契約)': true}, dates: {}},
      ].map(facts => ({
        guaranteeKind: kind,
        ...(works && {worksKind: works}),
        ...(way && {procurement: way}),
        ...facts,
      })),
    ),
  ),
);

/** Every sentence that can come out, once. */
function allSentences(): string[] {
  const said = new Set<string>();
  for (const rule of rules) {
    for (const facts of cases) {
      const {reasons, ask} = judgeInWords(rule, facts);
      for (const {text} of [...reasons, ...ask]) said.add(text);
    }
  }
  return [...said];
}

const japanese = /[\u3041-\u30ff\u4e00-\u9fff]/u;

describe('why an obligee takes an electronic guarantee or not', () => {
  it('is whole sentences in Japanese', () => {
    const sentences = allSentences();
    assert.ok(sentences.length > 100);
    for (const sentence of sentences) assert.match(sentence, /。$/);
  });

  it('has no Japanese words in English but for quotations and names', async () => {
    await setLocale('en');
    for (const sentence of allSentences())
      assert.doesNotMatch(sentence.replaceAll(/“[^”]*”/gu, ''), japanese);
    await setLocale('ja');
  });
});
