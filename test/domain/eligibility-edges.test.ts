import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {judgeEligibility} from '../../src/entries/domain.js';
import type {EligibilityFacts, TriggerDates} from '../../src/domain/eligibility-types.js';
import {facts, verdict, west} from './eligibility-facts.js';
import {obligee, obligees} from './obligees.js';

type Verdict = 'accepted' | 'not-accepted' | 'unknown';
interface Edge {
  name: string;
  fact: keyof TriggerDates;
  before: string;
  on: string;
  /** What an applicable contract gets from the start on. */
  then: Verdict;
  with?: Partial<EligibilityFacts>;
}

/** Every obligee of the file whose page names a day and the event that it is compared with. */
const edges: Edge[] = [
  {name: 'にかほ市', fact: 'bidNotice', before: '2026-01-31', on: '2026-02-01', then: 'accepted'},
  {name: 'いちき串木野市', fact: 'contract', before: '2026-03-31', on: '2026-04-01', then: 'accepted'},
  {
    name: '廿日市市',
    fact: 'procurementStart',
    before: '2025-03-31',
    on: '2025-04-01',
    then: 'accepted',
    with: {surety: west, department: '契約課'},
  },
  {
    name: '弘前市',
    fact: 'bidNotice',
    before: '2024-03-31',
    on: '2024-04-01',
    then: 'accepted',
    with: {department: '契約課'},
  },
  {
    name: '弘前市',
    fact: 'designation',
    before: '2024-03-31',
    on: '2024-04-01',
    then: 'accepted',
    with: {department: '契約課', procurement: 'designated-bid'},
  },
  {name: '伊丹市', fact: 'contract', before: '2024-03-31', on: '2024-04-01', then: 'unknown'},
  {name: '東みよし町', fact: 'designation', before: '2024-09-30', on: '2024-10-01', then: 'accepted'},
  {
    name: '江田島市',
    fact: 'contract',
    before: '2024-10-31',
    on: '2024-11-01',
    then: 'accepted',
    with: {surety: west},
  },
  {
    name: '北海道(建設管理部)',
    fact: 'bidNotice',
    before: '2024-01-31',
    on: '2024-02-01',
    then: 'accepted',
    with: {surety: '北海道建設業信用保証'},
  },
  {
    name: '鳥取県東部広域行政管理組合',
    fact: 'contract',
    before: '2025-03-31',
    on: '2025-04-01',
    then: 'accepted',
    with: {surety: west},
  },
  {name: '本巣市', fact: 'contract', before: '2023-10-31', on: '2023-11-01', then: 'accepted'},
  {
    name: '岐阜市',
    fact: 'guaranteeContract',
    before: '2025-10-31',
    on: '2025-11-01',
    then: 'accepted',
    with: {department: '行政部契約課'},
  },
  {
    name: '尾道市',
    fact: 'procurementStart',
    before: '2025-03-31',
    on: '2025-04-01',
    then: 'unknown',
    with: {surety: west, department: '契約課'},
  },
  {name: '松山市', fact: 'contract', before: '2024-03-31', on: '2024-04-01', then: 'accepted'},
  {
    name: '北海道企業局',
    fact: 'bidNotice',
    before: '2022-09-30',
    on: '2022-10-01',
    then: 'accepted',
    with: {guaranteeKind: 'advance-payment'},
  },
  {
    name: '岩国市',
    fact: 'contract',
    before: '2024-02-29',
    on: '2024-03-01',
    then: 'accepted',
    with: {surety: west},
  },
  {name: '福岡県', fact: 'contract', before: '2024-12-31', on: '2025-01-01', then: 'accepted'},
  {
    name: '長門市',
    fact: 'plannedContractNotice',
    before: '2023-12-31',
    on: '2024-01-01',
    then: 'accepted',
    with: {surety: west},
  },
  {name: '南島原市', fact: 'contract', before: '2025-05-31', on: '2025-06-01', then: 'accepted'},
];

/** Pages that name no day or no event: nothing that an applicant knows makes it a yes. */
const silent = [
  '長岡市',
  '滋賀県',
  '国分寺市',
  '岐阜県',
  '福島県',
  '新潟市水道局',
  '知立市',
  '浜松市',
  '岡崎市',
  '真岡市',
];

describe('the day before, the day itself, after, and unknown', () => {
  for (const {name, fact, before, on, then, with: more} of edges) {
    it(`${name} by ${fact}`, () => {
      const rule = obligee(name);
      const at = (date: string) => verdict(rule, {...more, dates: {[fact]: date}});
      assert.deepEqual([at(before), at(on), at('2027-01-01')], ['not-accepted', then, then]);
      const open = judgeEligibility(rule, facts({...more, dates: {}}));
      assert.equal(open.verdict, 'unknown');
      const asked = fact === 'designation' && !more?.procurement ? 'dates.bidNotice' : `dates.${fact}`;
      assert.equal(open.ask[0]?.fact, asked);
      assert.equal(open.ask[0]?.whom, 'applicant');
    });
  }

  for (const name of silent) {
    it(`${name} says too little, so the obligee is asked`, () => {
      const all = {
        bidNotice: '2027-01-01',
        bid: '2027-01-01',
        designation: '2027-01-01',
        procurementStart: '2027-01-01',
        plannedContractNotice: '2027-01-01',
        contract: '2027-01-01',
        guaranteeContract: '2027-01-01',
      };
      const rule = obligee(name);
      const answer = judgeEligibility(rule, facts({dates: all, department: '水道局経理課'}));
      assert.equal(answer.verdict, 'unknown');
      assert.ok(answer.ask.length > 0);
      assert.ok(answer.ask.every(({whom}) => whom === 'obligee'));
    });
  }

  it('covers every obligee of the file', () => {
    const month = ['糸魚川市'];
    const covered = new Set([...edges.map(({name}) => name), ...silent, ...month]);
    assert.deepEqual(
      obligees.filter(rule => !covered.has(rule.obligee)).map(rule => rule.obligee),
      [],
    );
    assert.equal(obligees.length, 29);
  });
});
