import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {judgeEligibility} from '../../src/entries/domain.js';
import {obligee, sampleRule} from './obligees.js';
import {east, facts, verdict, west} from './eligibility-facts.js';
import type {ObligeeRule} from '../../src/schemas/obligee-rule.js';

describe('an answer', () => {
  it('quotes the rule, its source and its day', () => {
    const rule = obligee('いちき串木野市');
    assert.deepEqual(judgeEligibility(rule, facts()).source, {
      ruleText: rule.rule_text,
      url: rule.url,
      asOf: '2026-02-06',
    });
  });

  it('gives reasons in words, and offers paper with a no', () => {
    const no = judgeEligibility(obligee('にかほ市'), facts({dates: {bidNotice: '2026-01-31'}}));
    assert.match(no.reasons[0]?.text ?? '', /入札公告日（令和8年1月31日）が、開始（令和8年2月1日）より前/);
    assert.deepEqual(no.reasons.at(-1), {
      code: 'paper.offered',
      params: {isAllowed: true},
      text: '紙の保証証書は、これまでどおり提出できます。',
    });
    assert.deepEqual(no.ask, []);
    const yes = judgeEligibility(obligee('にかほ市'), facts({dates: {bidNotice: '2026-02-01'}}));
    assert.ok(yes.reasons.some(({code}) => code === 'trigger.onOrAfter'));
    assert.deepEqual(yes.ask, []);
  });

  it('asks for nothing but the one day that decides', () => {
    const open = judgeEligibility(obligee('にかほ市'), facts({dates: {contract: '2026-05-01'}}));
    assert.deepEqual(
      open.ask.map(({fact, label}) => [fact, label]),
      [['dates.bidNotice', '入札公告日']],
    );
  });

  it('is a no when a contract signed before the start shows that its notice was earlier still', () => {
    assert.equal(verdict(obligee('にかほ市'), {dates: {contract: '2026-01-20'}}), 'not-accepted');
  });

  it('lets one certain no outweigh what is open', () => {
    const answer = judgeEligibility(obligee('北海道企業局'), facts({dates: {}}));
    assert.equal(answer.verdict, 'not-accepted');
    assert.match(answer.reasons[0]?.text ?? '', /前払金保証で、契約保証は含まれていません/);
  });
});

describe('null is never a yes', () => {
  const gaps: Partial<ObligeeRule>[] = [
    {start_date: null},
    {trigger: null},
    {contract_kinds: null, contract_kinds_text: null},
    {guarantee_kinds: null},
  ];
  for (const gap of gaps) {
    it(`when ${Object.keys(gap)[0]} is not said`, () => {
      assert.equal(verdict(sampleRule()), 'accepted');
      assert.equal(verdict(sampleRule(gap)), 'unknown');
    });
  }

  it('but a page that says 全案件 names every kind of works', () => {
    assert.equal(verdict(sampleRule({contract_kinds: null, contract_kinds_text: '全案件'})), 'accepted');
  });
});

describe('a start that names only the month', () => {
  const rule = sampleRule({start_date: '2026-01-01', start_precision: 'month'});
  const at = (contract: string) => judgeEligibility(rule, facts({dates: {contract}}));

  it('leaves the days of that month open', () => {
    assert.deepEqual(
      ['2025-12-31', '2026-01-01', '2026-01-31', '2026-02-01'].map(day => at(day).verdict),
      ['not-accepted', 'unknown', 'unknown', 'accepted'],
    );
    assert.match(at('2026-01-15').reasons[0]?.text ?? '', /令和8年1月とだけ/);
    assert.equal(at('2026-01-15').ask[0]?.whom, 'obligee');
  });

  it('is 糸魚川市’s, which names no kinds of works either', () => {
    const more = {department: '財政課'};
    assert.equal(verdict(obligee('糸魚川市'), {...more, dates: {bidNotice: '2025-12-31'}}), 'not-accepted');
    assert.equal(verdict(obligee('糸魚川市'), {...more, dates: {bidNotice: '2026-02-01'}}), 'unknown');
  });
});

describe('kinds of works', () => {
  const services = sampleRule({
    contract_kinds: ['construction', 'outsourcing'],
    contract_kinds_text: '建設工事・業務委託',
  });
  const finer = sampleRule({
    contract_kinds: ['construction', 'survey', 'construction_consulting'],
    contract_kinds_text: '建設工事/測量・建設コンサルタント業務',
  });
  const related = sampleRule({contract_kinds: ['construction', 'construction_related_outsourcing']});

  it('are taken when the page names them, or a wider kind that holds them', () => {
    for (const worksKind of ['construction', 'services', 'survey', 'design'] as const)
      assert.equal(verdict(services, {worksKind}), 'accepted');
    assert.equal(verdict(related, {worksKind: 'construction-consulting'}), 'accepted');
    assert.equal(verdict(finer, {worksKind: 'survey'}), 'accepted');
  });

  it('are asked for more closely when only some of them are taken', () => {
    const answer = judgeEligibility(finer, facts({worksKind: 'services'}));
    assert.deepEqual([answer.verdict, answer.ask[0]?.fact], ['unknown', 'worksKind']);
    assert.equal(verdict(related, {worksKind: 'services'}), 'unknown');
  });

  it('are refused when the page leaves them out, and open when it says 等', () => {
    assert.equal(verdict(sampleRule(), {worksKind: 'services'}), 'not-accepted');
    assert.equal(verdict(finer, {worksKind: 'design'}), 'not-accepted');
    assert.equal(verdict(obligee('いちき串木野市'), {worksKind: 'services'}), 'unknown');
  });

  it('are asked for when nobody has said', () => {
    assert.equal(judgeEligibility(sampleRule(), facts({worksKind: undefined})).ask[0]?.fact, 'worksKind');
  });
});

describe('sureties', () => {
  const named = (sureties_scope: ObligeeRule['sureties_scope'], ...sureties_named: string[]) =>
    sampleRule({sureties_scope, sureties_named});

  it('of a closed list only', () => {
    assert.equal(verdict(named('named_only', east)), 'accepted');
    assert.equal(verdict(named('named_only', east), {surety: '東日本建設業保証株式会社'}), 'accepted');
    assert.equal(verdict(named('named_only', west)), 'not-accepted');
    assert.equal(
      judgeEligibility(named('named_only', west), facts({surety: undefined})).ask[0]?.fact,
      'surety',
    );
  });

  it('are open when the list is, and free when there is none', () => {
    assert.equal(verdict(named('named_etc', west)), 'unknown');
    assert.equal(verdict(named('unspecified', west)), 'unknown');
    assert.equal(verdict(named('unspecified')), 'accepted');
    assert.equal(verdict(named('all_licensed'), {surety: west}), 'accepted');
  });

  it('that are insurers follow the page’s word on insurers', () => {
    const insurer = {surety: '見本損害保険'};
    assert.equal(verdict(sampleRule({insurers_accepted: true}), insurer), 'accepted');
    assert.equal(verdict(sampleRule({insurers_accepted: false}), insurer), 'not-accepted');
    assert.equal(verdict(sampleRule(), insurer), 'unknown');
  });
});

describe('departments', () => {
  const scoped = (scope_note: string, notes: string[] = []) => sampleRule({scope_note, notes});

  it('are asked for when the rule is limited to some', () => {
    assert.equal(
      judgeEligibility(scoped('契約課が発注手続きを行う案件'), facts()).ask[0]?.fact,
      'department',
    );
  });

  it('count with their division or without, but not as part of another name', () => {
    const rule = scoped('契約課及び上下水道局');
    for (const department of ['契約課', '総務部契約課', '上下水道局', '上下水道局 経理課'])
      assert.equal(verdict(rule, {department}), 'accepted', department);
    for (const department of ['下水道局', '道路課', '財政課'])
      assert.equal(verdict(rule, {department}), 'not-accepted', department);
  });

  it('other than those are to be asked where the page says so', () => {
    const answer = judgeEligibility(
      obligee('弘前市'),
      facts({department: '道路課', dates: {bidNotice: '2026-05-01'}}),
    );
    assert.deepEqual(
      [answer.verdict, answer.ask[0]?.fact, answer.ask[0]?.whom],
      ['unknown', 'department', 'obligee'],
    );
    assert.equal(
      verdict(obligee('岐阜市'), {department: '道路課', dates: {guaranteeContract: '2026-05-01'}}),
      'not-accepted',
    );
  });

  it('need not be asked where the obligee is the department', () => {
    const answer = judgeEligibility(obligee('北海道(建設管理部)'), facts({dates: {}}));
    assert.ok(!answer.ask.some(({fact}) => fact === 'department'));
  });

  it('cannot be told from a scope that names none', () => {
    const rule = scoped('設計金額が130万円を超えるもの');
    assert.equal(verdict(rule), 'unknown');
    assert.equal(verdict(rule, {withinScope: true}), 'accepted');
    assert.equal(verdict(rule, {withinScope: false}), 'not-accepted');
  });
});

describe('exclusions', () => {
  const without = (...excluded: string[]) =>
    sampleRule({excluded, contract_kinds: ['construction', 'outsourcing']});

  it('of negotiated contracts', () => {
    const rule = without('negotiated_contracts(随意契約)');
    assert.equal(verdict(rule, {procurement: 'negotiated'}), 'not-accepted');
    assert.equal(verdict(rule, {procurement: 'open-bid'}), 'accepted');
    assert.equal(judgeEligibility(rule, facts()).ask[0]?.fact, 'procurement');
    assert.equal(verdict(rule, {dates: {contract: '2026-04-01', bidNotice: '2026-03-01'}}), 'accepted');
  });

  it('of changes of older contracts', () => {
    const rule = without('amendments_of_contracts_before_start(開始日より前の契約の変更契約)');
    assert.equal(verdict(rule), 'accepted');
    assert.equal(verdict(rule, {amendment: true, originalSignedOn: '2026-03-31'}), 'not-accepted');
    assert.equal(verdict(rule, {amendment: true, originalSignedOn: '2026-04-01'}), 'accepted');
    assert.equal(judgeEligibility(rule, facts({amendment: true})).ask[0]?.fact, 'originalSignedOn');
  });

  it('of all changes', () => {
    assert.equal(
      verdict(without('contract_changes(変更契約)'), {amendment: true, originalSignedOn: '2026-05-01'}),
      'not-accepted',
    );
  });

  it('of some services, which leave construction alone', () => {
    const rule = obligee('国分寺市');
    assert.ok(!judgeEligibility(rule, facts()).ask.some(({fact}) => fact.startsWith('exclusions')));
    const supervision = without('construction_supervision(工事監理委託)');
    assert.equal(verdict(supervision), 'accepted');
    assert.equal(verdict(supervision, {worksKind: 'services'}), 'unknown');
    assert.equal(
      verdict(supervision, {
        worksKind: 'services',
        exclusions: {'construction_supervision(工事監理委託)': false},
      }),
      'accepted',
    );
    assert.equal(verdict(without('survey(測量)'), {worksKind: 'survey'}), 'not-accepted');
  });

  it('that no fact can tell are put to the obligee in the page’s words', () => {
    const answer = judgeEligibility(without('unit_price_contracts(単価契約)'), facts());
    assert.equal(answer.verdict, 'unknown');
    assert.match(answer.ask[0]?.label ?? '', /単価契約/);
  });

  it('of one kind of guarantee', () => {
    const rule = sampleRule({
      excluded: ['中間前払金保証'],
      guarantee_kinds: ['契約保証', '前払金保証', '中間前払金保証'],
    });
    assert.equal(verdict(rule, {guaranteeKind: 'interim-payment'}), 'not-accepted');
    assert.equal(verdict(rule), 'accepted');
  });
});

describe('amendments', () => {
  it('count by the first contract where the rule is about first contracts', () => {
    const rule = obligee('松山市');
    const amended = (originalSignedOn?: string) =>
      verdict(rule, {amendment: true, originalSignedOn, dates: {contract: '2026-05-01'}});
    assert.deepEqual(
      [amended('2024-03-31'), amended('2024-04-01'), amended()],
      ['not-accepted', 'accepted', 'unknown'],
    );
    assert.equal(judgeEligibility(rule, facts({amendment: true})).ask[0]?.fact, 'originalSignedOn');
  });

  it('of 長門市’s contracts notified before the start are left out', () => {
    const answer = judgeEligibility(
      obligee('長門市'),
      facts({surety: west, amendment: true, originalSignedOn: '2023-12-20', dates: {}}),
    );
    assert.equal(answer.verdict, 'not-accepted');
  });
});

describe('negotiated contracts have no notice', () => {
  it('so a rule by notice leaves them open', () => {
    const answer = judgeEligibility(obligee('にかほ市'), facts({procurement: 'negotiated', dates: {}}));
    assert.deepEqual(
      [answer.verdict, answer.ask[0]?.fact, answer.ask[0]?.whom],
      ['unknown', 'procurement', 'obligee'],
    );
  });
});

describe('two rules at once', () => {
  const base = {trigger: 'bid_notice', start_date: '2026-04-01'} as const;
  const extra = (applies_to: string | null) => ({
    start_date: '2026-06-01',
    trigger: 'contract',
    applies_to,
    rule_text: '6月から',
  });
  const kinds: ObligeeRule['guarantee_kinds'] = ['契約保証', '前払金保証', '中間前払金保証'];
  const dates = {bidNotice: '2026-04-10', contract: '2026-05-10'};
  const rule = (applies_to: string | null) =>
    sampleRule({
      ...base,
      guarantee_kinds: kinds,
      extra_rules: [extra(applies_to)],
      contract_kinds: ['construction', 'outsourcing'],
    });

  it('the one that is made for the case decides', () => {
    assert.equal(verdict(rule('契約保証'), {dates}), 'not-accepted');
    assert.equal(verdict(rule('前払金保証'), {dates}), 'accepted');
    assert.equal(verdict(rule('中間前払金保証'), {dates, guaranteeKind: 'advance-payment'}), 'accepted');
    assert.equal(verdict(rule('中間前払金保証'), {dates, guaranteeKind: 'interim-payment'}), 'not-accepted');
    assert.equal(verdict(rule('業務委託'), {dates, worksKind: 'services'}), 'not-accepted');
    assert.equal(verdict(rule('業務委託'), {dates}), 'accepted');
    assert.equal(verdict(rule('随意契約'), {dates, procurement: 'negotiated'}), 'not-accepted');
  });

  it('of insurers do not concern sureties', () => {
    const answer = judgeEligibility(
      obligee('弘前市'),
      facts({department: '契約課', dates: {bidNotice: '2024-04-01'}}),
    );
    assert.equal(answer.verdict, 'accepted');
  });

  it('are put to the obligee where they differ and none can be singled out', () => {
    assert.equal(verdict(rule(null), {dates}), 'unknown');
    assert.equal(verdict(rule(null), {dates: {...dates, contract: '2026-06-01'}}), 'accepted');
    assert.equal(
      verdict(rule(null), {dates: {bidNotice: '2026-03-01', contract: '2026-05-01'}}),
      'not-accepted',
    );
  });
});
