import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {judgeEligibility} from '../../src/entries/domain.js';
import {sampleRule} from './obligees.js';
import type {EligibilityFacts} from '../../src/domain/eligibility-types.js';
import type {ObligeeRule} from '../../src/schemas/obligee-rule.js';

type Verdict = 'accepted' | 'not-accepted' | 'unknown';
/** What the page says, what is known, the verdict, and the first thing to ask where it is open. */
type Row = [
  says: string,
  rule: Record<string, unknown>,
  facts: Partial<EligibilityFacts>,
  verdict: Verdict,
  asks?: string,
];

const east = '東日本建設業保証';
const west = '西日本建設業保証';
const all: ObligeeRule['guarantee_kinds'] = ['契約保証', '前払金保証', '中間前払金保証'];
const works = ['construction', 'outsourcing'];
const judge = (rule: Record<string, unknown>, facts: Partial<EligibilityFacts> = {}) =>
  judgeEligibility(sampleRule(rule), {
    guaranteeKind: 'performance',
    worksKind: 'construction',
    surety: east,
    dates: {contract: '2026-05-01'},
    ...facts,
  });

const starts: Row[] = [
  ['入札日で数える', {trigger: 'bid'}, {dates: {bid: '2026-03-31'}}, 'not-accepted'],
  ['入札日で数え、当日', {trigger: 'bid'}, {dates: {bid: '2026-04-01'}}, 'accepted'],
  ['入札日で数え、契約日しか分からない', {trigger: 'bid'}, {}, 'unknown', 'dates.bid'],
  ['入札日で数え、契約が開始前', {trigger: 'bid'}, {dates: {contract: '2026-03-31'}}, 'not-accepted'],
  ['公告で数え、入札が開始前', {trigger: 'bid_notice'}, {dates: {bid: '2026-03-31'}}, 'not-accepted'],
  [
    '公告で数え、入札が開始後',
    {trigger: 'bid_notice'},
    {dates: {bid: '2026-04-10'}},
    'unknown',
    'dates.bidNotice',
  ],
  [
    '公告で数え、指名競争',
    {trigger: 'bid_notice'},
    {procurement: 'designated-bid', dates: {designation: '2026-05-01'}},
    'unknown',
    'procurement',
  ],
  [
    '指名で数え、一般競争',
    {trigger: 'designation'},
    {procurement: 'open-bid', dates: {}},
    'unknown',
    'procurement',
  ],
  ['指名で数える', {trigger: 'designation'}, {dates: {designation: '2026-04-01'}}, 'accepted'],
  [
    '保証契約日で数える',
    {trigger: 'guarantee_contract'},
    {dates: {guaranteeContract: '2026-03-31'}},
    'not-accepted',
  ],
  [
    '保証契約日で数え、契約が先',
    {trigger: 'guarantee_contract'},
    {dates: {contract: '2026-03-20'}},
    'unknown',
    'dates.guaranteeContract',
  ],
  ['知らない基準日', {trigger: 'payment_request'}, {}, 'unknown', 'trigger'],
  ['基準日が constructor', {trigger: 'constructor'}, {}, 'unknown', 'trigger'],
  ['基準日なし', {trigger: null}, {}, 'unknown', 'trigger'],
  ['開始日なし', {start_date: null}, {}, 'unknown', 'start_date'],
  ['開始日が暦にない日', {start_date: '2026-02-30'}, {}, 'unknown', 'start_date'],
  [
    '開始日が年月だけの文字',
    {start_date: '2026-04'},
    {dates: {contract: '2026-04-20'}},
    'unknown',
    'start_date',
  ],
  ['開始日が年月だけの文字、翌月', {start_date: '2026-04'}, {dates: {contract: '2026-05-01'}}, 'accepted'],
  ['月だけの開始、前月末日', {start_precision: 'month'}, {dates: {contract: '2026-03-31'}}, 'not-accepted'],
  [
    '月だけの開始、月末',
    {start_precision: 'month'},
    {dates: {contract: '2026-04-30'}},
    'unknown',
    'start_date',
  ],
  [
    '精度の記載なし、その月',
    {start_precision: null},
    {dates: {contract: '2026-04-02'}},
    'unknown',
    'start_date',
  ],
  ['開始が先', {start_date: '2030-04-01'}, {}, 'not-accepted'],
  ['終了した', {end_date: '2026-04-30'}, {}, 'not-accepted'],
  ['終了日の当日', {end_date: '2026-05-01'}, {}, 'accepted'],
  ['終了日が読めない', {end_date: '年度末'}, {}, 'unknown', 'end_date'],
  ['日付の書き方が違う', {}, {dates: {contract: '2026/05/01'}}, 'unknown', 'dates.contract'],
  ['暦にない契約日', {}, {dates: {contract: '2026-06-31'}}, 'unknown', 'dates.contract'],
  ['空の契約日', {}, {dates: {contract: ''}}, 'unknown', 'dates.contract'],
  [
    '当初契約で数え、変更の日だけ',
    {trigger: 'initial_contract'},
    {amendment: true},
    'unknown',
    'originalSignedOn',
  ],
];

const excluded = (...exclusions: string[]) => ({
  excluded: exclusions,
  contract_kinds: works,
  guarantee_kinds: all,
});
const exclusions: Row[] = [
  ['随意契約は対象外、方法が不明', excluded('negotiated_contracts(随意契約)'), {}, 'unknown', 'procurement'],
  ['随意契約は対象外、随意', excluded('随意契約'), {procurement: 'negotiated'}, 'not-accepted'],
  ['随意契約は対象外、指名', excluded('随意契約'), {procurement: 'designated-bid'}, 'accepted'],
  [
    '指名競争は対象外、指名',
    excluded('designated_bids(指名競争入札)'),
    {procurement: 'designated-bid'},
    'not-accepted',
  ],
  ['指名競争は対象外、方法が不明', excluded('designated_bids(指名競争入札)'), {}, 'unknown', 'procurement'],
  [
    '指名競争は対象外、一般',
    excluded('designated_bids(指名競争入札)'),
    {procurement: 'open-bid'},
    'accepted',
  ],
  ['変更契約は対象外、新規', excluded('amendments(変更契約)'), {}, 'accepted'],
  [
    '変更契約は対象外、変更',
    excluded('amendments(変更契約)'),
    {amendment: true, originalSignedOn: '2026-04-20'},
    'not-accepted',
  ],
  [
    '既存契約の変更は対象外、当初日が不明',
    excluded('changes_of_existing_contracts(既存契約の変更)'),
    {amendment: true},
    'unknown',
    'originalSignedOn',
  ],
  [
    '既存契約の変更は対象外、新しい契約の変更',
    excluded('changes_of_existing_contracts(既存契約の変更)'),
    {amendment: true, originalSignedOn: '2026-04-20'},
    'accepted',
  ],
  [
    '中間前払金は対象外',
    excluded('interim_payment(中間前払金)'),
    {guaranteeKind: 'interim-payment'},
    'not-accepted',
  ],
  [
    '中間前払金は対象外、前払金',
    excluded('interim_payment(中間前払金)'),
    {guaranteeKind: 'advance-payment'},
    'accepted',
  ],
  [
    '前払金は対象外',
    excluded('advance_payment(前払金保証)'),
    {guaranteeKind: 'advance-payment'},
    'not-accepted',
  ],
  ['前払金は対象外、契約保証', excluded('advance_payment(前払金保証)'), {}, 'accepted'],
  ['契約保証は対象外', excluded('契約保証'), {}, 'not-accepted'],
  [
    '請求済みの前払金は対象外',
    excluded('前払金を請求済みの契約'),
    {guaranteeKind: 'advance-payment'},
    'unknown',
    'exclusions.前払金を請求済みの契約',
  ],
  ['測量は対象外', excluded('survey(測量)'), {worksKind: 'survey'}, 'not-accepted'],
  ['測量は対象外、工事', excluded('survey(測量)'), {}, 'accepted'],
  ['委託は対象外、設計', excluded('outsourcing(業務委託)'), {worksKind: 'design'}, 'not-accepted'],
  ['工事は対象外', excluded('construction(建設工事)'), {}, 'not-accepted'],
  [
    '監理は対象外、委託',
    excluded('construction_supervision(工事監理委託)'),
    {worksKind: 'services'},
    'unknown',
    'exclusions.construction_supervision(工事監理委託)',
  ],
  ['監理は対象外、工事', excluded('construction_supervision(工事監理委託)'), {}, 'accepted'],
  [
    '単価契約は対象外',
    excluded('unit_price_contracts(単価契約)'),
    {},
    'unknown',
    'exclusions.unit_price_contracts(単価契約)',
  ],
  ['単価契約は対象外、当たらない', excluded('単価契約'), {exclusions: {単価契約: false}}, 'accepted'],
  ['水道局は対象外、不明', excluded('water_bureau(上下水道局)'), {}, 'unknown', 'department'],
  [
    '水道局は対象外、水道局',
    excluded('water_bureau(上下水道局)'),
    {department: '上下水道局経理課'},
    'not-accepted',
  ],
  ['水道局は対象外、契約課', excluded('water_bureau(上下水道局)'), {department: '契約課'}, 'accepted'],
  ['損保は対象外、保証会社', excluded('insurers(損害保険会社)'), {}, 'accepted'],
  [
    '損保は対象外、損保',
    {...excluded('insurers(損害保険会社)'), insurers_accepted: true},
    {surety: '見本損害保険'},
    'not-accepted',
  ],
  [
    '対象外の名が constructor',
    excluded('constructor'),
    {exclusions: {}},
    'unknown',
    'exclusions.constructor',
  ],
];

const others: Row[] = [
  ['保証の種類の記載なし', {guarantee_kinds: null}, {}, 'unknown', 'guaranteeKind'],
  ['保証の種類が空', {guarantee_kinds: []}, {}, 'unknown', 'guaranteeKind'],
  ['工事の種類が空', {contract_kinds: []}, {}, 'unknown', 'worksKind'],
  [
    'すべての建設工事',
    {contract_kinds: null, contract_kinds_text: 'すべての建設工事'},
    {worksKind: 'services'},
    'unknown',
    'worksKind',
  ],
  [
    '全案件（単価契約を除く）',
    {contract_kinds: null, contract_kinds_text: '全案件（単価契約を除く）'},
    {},
    'unknown',
    'worksKind',
  ],
  [
    '知らない種類',
    {contract_kinds: ['construction', 'geology']},
    {worksKind: 'survey'},
    'unknown',
    'worksKind',
  ],
  ['知らない種類、工事', {contract_kinds: ['construction', 'geology']}, {}, 'accepted'],
  ['工事など', {contract_kinds_text: '建設工事など'}, {worksKind: 'design'}, 'unknown', 'worksKind'],
  [
    '東日本のみ、正式名',
    {sureties_scope: 'named_only', sureties_named: ['東日本建設業保証(株)']},
    {surety: '東日本建設業保証株式会社'},
    'accepted',
  ],
  [
    '東日本のみ、支店名',
    {sureties_scope: 'named_only', sureties_named: [east]},
    {surety: '東日本建設業保証㈱ 秋田支店'},
    'accepted',
  ],
  [
    '東日本のみ、西日本',
    {sureties_scope: 'named_only', sureties_named: [east]},
    {surety: west},
    'not-accepted',
  ],
  [
    '東日本など、西日本',
    {sureties_scope: 'named_etc', sureties_named: [east]},
    {surety: west},
    'unknown',
    'surety',
  ],
  ['名のない限定', {sureties_scope: 'named_only', sureties_named: []}, {}, 'unknown', 'surety'],
  [
    '知らない範囲の言葉',
    {sureties_scope: 'regional', sureties_named: [east]},
    {surety: west},
    'unknown',
    'surety',
  ],
  ['銀行、記載なし', {}, {surety: '見本銀行'}, 'unknown', 'surety'],
  ['銀行、紙だけ', {bank_guarantee_electronic: false}, {surety: '見本信用金庫'}, 'not-accepted'],
  ['損保、記載なし', {}, {surety: '見本損害保険'}, 'unknown', 'surety'],
  [
    '契約課のみ、部だけ分かる',
    {scope_note: '行政部契約課の案件のみ'},
    {department: '行政部'},
    'unknown',
    'department',
  ],
  ['契約課のみ、略した名', {scope_note: '行政部契約課の案件のみ'}, {department: '契約課'}, 'accepted'],
  [
    '契約課のみ、同じ部のほかの課',
    {scope_note: '行政部契約課の案件のみ'},
    {department: '行政部道路課'},
    'not-accepted',
  ],
  ['水道局を除く、水道局', {scope_note: '上下水道局を除く'}, {department: '上下水道局'}, 'not-accepted'],
  ['水道局を除く、契約課', {scope_note: '上下水道局を除く'}, {department: '契約課'}, 'accepted'],
  ['水道局を除く、不明', {scope_note: '上下水道局を除く'}, {}, 'unknown', 'department'],
  [
    '金額の限り',
    {scope_note: '契約課が発注する130万円を超える工事'},
    {department: '契約課'},
    'unknown',
    'withinScope',
  ],
  [
    '金額の限り、当たる',
    {scope_note: '契約課が発注する130万円を超える工事'},
    {department: '契約課', withinScope: true},
    'accepted',
  ],
  ['教育委員会のみ', {scope_note: '教育委員会が発注するもの'}, {department: '契約課'}, 'not-accepted'],
  ['範囲が言葉だけ', {scope_note: '電子契約を利用するもの'}, {}, 'unknown', 'withinScope'],
];

const two = (applies_to: string | null, more: Record<string, unknown> = {}) => ({
  guarantee_kinds: all,
  contract_kinds: works,
  extra_rules: [{start_date: '2026-07-01', trigger: 'contract', applies_to, rule_text: '7月から', ...more}],
});
const twoRules: Row[] = [
  ['業務委託は7月から、工事', two('業務委託'), {}, 'accepted'],
  ['業務委託は7月から、設計', two('業務委託'), {worksKind: 'design'}, 'not-accepted'],
  ['前払金は7月から、契約保証', two('前払金保証'), {}, 'accepted'],
  ['前払金は7月から、前払金', two('前払金保証'), {guaranteeKind: 'advance-payment'}, 'not-accepted'],
  [
    '工事の前払金は7月から、委託の前払金',
    two('建設工事の前払金保証'),
    {guaranteeKind: 'advance-payment', worksKind: 'services'},
    'accepted',
  ],
  ['水道局は7月から、不明', two('上下水道局'), {}, 'unknown', 'extra_rules'],
  ['水道局は7月から、契約課', two('上下水道局'), {department: '契約課'}, 'accepted'],
  ['水道局は7月から、水道局', two('上下水道局'), {department: '上下水道局'}, 'not-accepted'],
  ['指名競争は7月から、一般', two('指名競争入札'), {procurement: 'open-bid'}, 'accepted'],
  ['指名競争は7月から、指名', two('指名競争入札'), {procurement: 'designated-bid'}, 'not-accepted'],
  ['変更契約は7月から、変更', two('変更契約'), {amendment: true}, 'not-accepted'],
  ['当初契約は7月から、変更', two('当初契約'), {amendment: true}, 'accepted'],
  ['契約課以外は7月から', two('契約課以外'), {department: '契約課'}, 'unknown', 'extra_rules'],
  ['銀行は7月から、保証会社', two('金融機関の保証'), {}, 'accepted'],
  ['誰の決まりか不明、開始日なし', two(null, {start_date: null}), {}, 'unknown', 'start_date'],
];

const table = [...starts, ...exclusions, ...others, ...twoRules];

describe('municipalities that nobody has seen yet', () => {
  it('are at least sixty, each with words of its own', () => {
    assert.ok(table.length >= 60, String(table.length));
    assert.equal(new Set(table.map(([says]) => says)).size, table.length);
  });

  for (const [says, rule, facts, expected, asks] of table) {
    it(`${says} → ${expected}${asks ? `, asks ${asks}` : ''}`, () => {
      const {verdict, ask, reasons} = judge(rule, facts);
      assert.equal(verdict, expected, JSON.stringify(reasons));
      assert.equal(ask[0]?.fact, asks);
    });
  }
});

describe('rows with holes', () => {
  it('are never a yes and never an exception where a whole list is missing', () => {
    for (const hole of [
      'excluded',
      'sureties_named',
      'notes',
      'extra_rules',
      'contract_kinds',
      'guarantee_kinds',
    ]) {
      for (const gap of [null, undefined]) {
        const {verdict} = judge({[hole]: gap});
        assert.notEqual(verdict, 'not-accepted', hole);
        if (/kinds/.test(hole)) assert.equal(verdict, 'unknown');
      }
    }
  });

  it('offer paper only where the page does not refuse it', () => {
    const paper = (paper_allowed: boolean | null) =>
      judge({paper_allowed, start_date: '2030-01-01'}).reasons.at(-1)?.text ?? '';
    assert.match(paper(true), /これまでどおり提出できます/);
    assert.match(paper(null), /紙の保証証書で手続き/);
    assert.match(paper(false), /発注者に確認/);
  });

  it('ask for each fact once', () => {
    const {ask} = judge({scope_note: '契約課の案件', ...excluded('水道局', '教育委員会')}, {});
    assert.deepEqual(
      ask.map(({fact}) => fact),
      ['department'],
    );
  });
});
