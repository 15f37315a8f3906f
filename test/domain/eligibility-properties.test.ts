import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {judgeEligibility} from '../../src/entries/domain.js';
import {guaranteeKinds, worksKinds} from '../../src/schemas/kinds.js';
import {obligees, sampleRule} from './obligees.js';
import type {EligibilityFacts, TriggerDates} from '../../src/domain/eligibility-types.js';
import type {ObligeeRule} from '../../src/schemas/obligee-rule.js';

const words = [
  '随意契約', '変更契約', 'amendments_before_start', '単価契約', 'survey(測量)', '上下水道局', '契約課が発注する案件',
  '教育委員会を除く', '130万円を超える工事', '中間前払金', '全案件', '建設工事等', 'toString', '', '　', '🙂',
]; // prettier-ignore
const word = fc.constantFrom(...words);
const day = fc
  .date({min: new Date('2020-01-01'), max: new Date('2032-12-31'), noInvalidDate: true})
  .map(date => date.toISOString().slice(0, 10));
const anyDay = fc.oneof(
  {weight: 4, arbitrary: day},
  {weight: 1, arbitrary: fc.constantFrom('2026-02-30', '令和8年', '')},
);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, {nil: null, freq: 4});
const triggers = 'contract initial_contract bid_notice bid designation bid_notice_or_designation procurement_start planned_contract_notice guarantee_contract moon'.split(' '); // prettier-ignore
const start = {
  start_date: maybe(anyDay),
  start_precision: fc.constantFrom('day', 'month', null),
  trigger: maybe(fc.constantFrom(...triggers)),
};

/** Any row of the file's shape, likely or not. */
const anyRule = fc
  .record({
    ...start,
    scope_note: maybe(word),
    contract_kinds_text: maybe(word),
    contract_kinds: maybe(
      fc.array(fc.constantFrom('construction', 'outsourcing', 'survey', 'design', 'moonwork')),
    ),
    excluded: fc.array(word, {maxLength: 3}),
    guarantee_kinds: maybe(fc.subarray(['契約保証', '前払金保証', '中間前払金保証'])),
    sureties_named: fc.subarray(['東日本建設業保証', '西日本建設業保証']),
    sureties_scope: fc.constantFrom('unspecified', 'named_only', 'named_etc', 'all_licensed'),
    insurers_accepted: maybe(fc.boolean()),
    bank_guarantee_electronic: maybe(fc.boolean()),
    paper_allowed: maybe(fc.boolean()),
    notes: fc.array(word, {maxLength: 2}),
    extra_rules: fc.array(fc.record({...start, applies_to: maybe(word), rule_text: maybe(word)}), {
      maxLength: 2,
    }),
  })
  .map(changes => sampleRule(changes as Partial<ObligeeRule>));

const dateNames = ['bidNotice', 'bid', 'designation', 'procurementStart', 'plannedContractNotice', 'contract', 'guaranteeContract'] as const; // prettier-ignore
const anyFacts: fc.Arbitrary<EligibilityFacts> = fc.record(
  {
    guaranteeKind: fc.constantFrom(...guaranteeKinds),
    worksKind: fc.constantFrom(...worksKinds),
    surety: fc.constantFrom('東日本建設業保証', '西日本建設業保証株式会社', '見本損害保険', '見本銀行'),
    department: fc.constantFrom('契約課', '行政部', '上下水道局', '道路課'),
    procurement: fc.constantFrom('open-bid', 'designated-bid', 'negotiated'),
    amendment: fc.boolean(),
    originalSignedOn: anyDay,
    dates: fc.record(Object.fromEntries(dateNames.map(name => [name, anyDay])), {requiredKeys: []}),
  },
  {requiredKeys: ['guaranteeKind', 'dates']},
);
const everyDay = (date: string): TriggerDates => Object.fromEntries(dateNames.map(name => [name, date]));
const rank = {'not-accepted': 0, unknown: 1, accepted: 2};
const runs = {numRuns: 3_000};

describe('for any page and any contract', () => {
  it('the verdict has reasons in words, the rule with its source and day, and says whom to ask when open', () => {
    fc.assert(
      fc.property(anyRule, anyFacts, (rule, facts) => {
        const {verdict, reasons, ask, source} = judgeEligibility(rule, facts);
        assert.ok(reasons.length > 0 && reasons.every(({text}) => /[。]$/.test(text)));
        assert.ok(reasons.every(({text}) => !/undefined|null|NaN|\[object/.test(text)));
        assert.deepEqual(source, {ruleText: rule.rule_text, url: rule.url, asOf: rule.source_date});
        assert.equal(verdict === 'unknown', ask.length > 0);
        for (const {whom, label, text} of ask) {
          assert.ok(whom === 'applicant' || whom === 'obligee');
          assert.ok(label && text.endsWith('。'));
        }
        if (verdict === 'not-accepted') assert.equal(reasons.at(-1)?.code, 'paper.offered');
      }),
      runs,
    );
  });

  it('what the page does not say is never a yes', () => {
    const holes = ['start_date', 'trigger', 'guarantee_kinds', 'contract_kinds'] as const;
    fc.assert(
      fc.property(anyRule, anyFacts, fc.constantFrom(...holes), (rule, facts, hole) => {
        const open = {...rule, contract_kinds_text: null, extra_rules: [], [hole]: null};
        assert.notEqual(judgeEligibility(open, facts).verdict, 'accepted');
      }),
      runs,
    );
  });

  it('what the applicant does not know is never a yes that knowing could undo, save the surety', () => {
    fc.assert(
      fc.property(anyRule, anyFacts, (rule, facts) => {
        const {worksKind, department, procurement, originalSignedOn, ...less} = facts;
        if (judgeEligibility(rule, {...less, dates: {}}).verdict === 'accepted')
          assert.fail('a yes without any day');
        const {verdict} = judgeEligibility(rule, {...less, dates: facts.dates});
        const full = judgeEligibility(rule, facts).verdict;
        // A negotiated contract is one that a public notice and a designation rule out.
        const isSound =
          procurement !== 'negotiated' ||
          !(facts.dates.bidNotice ?? facts.dates.designation ?? facts.dates.bid);
        if (verdict === 'accepted' && isSound && !facts.amendment && procurement !== 'designated-bid')
          assert.notEqual(
            full,
            'not-accepted',
            JSON.stringify({worksKind, department, procurement, originalSignedOn}),
          );
      }),
      runs,
    );
  });

  it('a later day never makes a verdict worse', () => {
    fc.assert(
      fc.property(anyRule, anyFacts, day, day, (rule, facts, one, other) => {
        const [early, late] = [one, other].sort() as [string, string];
        const on = (date: string) =>
          rank[judgeEligibility(rule, {...facts, originalSignedOn: date, dates: everyDay(date)}).verdict];
        assert.ok(on(early) <= on(late));
      }),
      runs,
    );
  });

  it('asks are enough: with every answer of the applicant there is nothing left to ask it', () => {
    fc.assert(
      fc.property(anyRule, day, (rule, date) => {
        const {ask} = judgeEligibility(rule, {
          guaranteeKind: 'performance',
          worksKind: 'design',
          surety: '東日本建設業保証',
          department: '契約課',
          procurement: 'open-bid',
          amendment: false,
          originalSignedOn: date,
          dates: everyDay(date),
        });
        assert.deepEqual(
          ask.filter(({whom}) => whom === 'applicant'),
          [],
        );
      }),
      runs,
    );
  });
});

const facts = (rule: ObligeeRule): Omit<EligibilityFacts, 'dates'> => ({
  guaranteeKind: rule.guarantee_kinds?.includes('契約保証') === false ? 'advance-payment' : 'performance',
  worksKind: 'construction',
  surety: rule.sureties_named[0] ?? '東日本建設業保証',
  department: /(?:契約課|財政課|水道局経理課|建設管理部)/.exec(rule.scope_note ?? '')?.[0],
});
const neighbour = (date: string, days: number) =>
  new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
const MARKS = {accepted: '○', 'not-accepted': '×', unknown: '？'};

describe('all 29 at their edges', () => {
  it('reads as a table: the day before, the day, the day after, a month after, no day known', test => {
    const lines = obligees.map(rule => {
      const from = rule.start_date ?? '2027-01-01';
      const at = (dates: TriggerDates) => judgeEligibility(rule, {...facts(rule), dates});
      const days = [-1, 0, 1, 31].map(days => at(everyDay(neighbour(from, days))));
      const open = at({});
      const why = [...new Set([...(days[3]?.ask ?? []), ...open.ask].map(({label}) => label))].join('／');
      return {
        rule,
        days,
        open,
        text: `${days.map(({verdict}) => MARKS[verdict]).join(' ')} ${MARKS[open.verdict]}  ${rule.obligee}  ${rule.start_date ?? '開始日なし'}${rule.start_precision === 'month' ? '（月）' : ''}  ${rule.trigger ?? '基準日なし'}  ${why}`,
      };
    });
    test.diagnostic('前日 当日 翌日 翌月 日付なし'.replaceAll(' ', '・'));
    for (const {text} of lines) test.diagnostic(text);
    assert.equal(lines.length, 29);
    for (const {rule, days, open} of lines) {
      const [before, on, after, later] = days.map(({verdict}) => verdict);
      assert.equal(open.verdict, 'unknown', rule.obligee);
      if (!rule.start_date || !rule.trigger) {
        assert.deepEqual([before, on, after, later], Array(4).fill('unknown'), rule.obligee);
        continue;
      }
      assert.equal(before, 'not-accepted', rule.obligee);
      const isComplete = rule.contract_kinds && rule.guarantee_kinds;
      assert.equal(later, isComplete ? 'accepted' : 'unknown', rule.obligee);
      const then = isComplete && rule.start_precision === 'day' ? 'accepted' : 'unknown';
      assert.deepEqual([on, after], [then, then], rule.obligee);
    }
  });
});
