import assert from 'node:assert/strict';
import {before, describe, it} from 'node:test';
import {leafletApplication} from '../../../demo/sandbox/index.js';
import {
  contractPage,
  electronicIssuePage,
  type ContractSort,
  type ContractSortField,
  type ContractSummary,
} from '../../../src/schemas/contract.js';
import {account} from '../../../src/schemas/party.js';
import {read, readProblem, submitAndIssue, type GetServed, type Send} from './serve.js';

const ACCOUNT = 'contractor-2';
const TODAY = '2026-03-02';

interface Sample {
  obligee: string;
  price: number;
  until: string | null;
}

/** Equal prices and days for ties, names that different orders would put differently, an end in the past and none. */
const samples: readonly Sample[] = [
  {obligee: '𠮷野町', price: 30_000_000, until: '2027-03-19'},
  {obligee: 'ﾆｶﾎ市役所', price: 30_000_000, until: '2026-03-01'},
  {obligee: 'にかほ市', price: 9_000_000, until: '2026-03-02'},
  {obligee: 'A／B組合', price: 120_000_000, until: '2027-03-19'},
  {obligee: '秋田県', price: 9_000_000, until: null},
];

const fields: Record<ContractSortField, (row: ContractSummary) => string | number> = {
  issuedOn: row => row.issuedOn,
  guaranteeAmount: row => row.guaranteeAmount,
  worksPrice: row => row.worksPrice,
  validUntil: row => row.validUntil ?? '9999-12-31',
  obligeeName: row => row.obligeeName,
  number: row => row.number,
};

function applicationOf({obligee, price, until}: Sample, contractorName: string) {
  const base = leafletApplication();
  const {performance} = base.guarantees;
  const advance = base.guarantees['advance-payment'];
  if (!advance || !performance) throw new Error('The leaflet applies for both.');
  const period = until === null ? null : {from: '2026-02-21', to: until};
  return {
    ...base,
    contractorName,
    obligee: {code: null, name: obligee},
    works: {...base.works, price, period},
    guarantees: {
      'advance-payment': {...advance, guaranteeAmount: price * 0.4},
      performance: {...performance, certificateForm: 'paper' as const, guaranteeAmount: price * 0.1},
    },
  };
}

/** Sorting, filters, counting: the same rows from every store, page by page. */
export function orderSuite(served: GetServed): void {
  describe('an ordered and filtered list', () => {
    let contractor: Send;
    let all: ContractSummary[] = [];
    const list = async (query: Record<string, string>) =>
      read(contractPage, await contractor('GET', `/v1/contracts?${new URLSearchParams(query)}`));
    const numbersOf = async (query: Record<string, string>) =>
      (await list({limit: '200', ...query})).items.map(({number}) => number).sort();
    const expected = (matches: (row: ContractSummary) => boolean) =>
      all
        .filter(matches)
        .map(({number}) => number)
        .sort();

    before(async () => {
      contractor = await served().as('contractor', ACCOUNT);
      const {party} = read(account, await contractor('GET', '/v1/me'));
      for (const sample of samples)
        await submitAndIssue(served(), applicationOf(sample, party.name), ACCOUNT);
      const office = await served().as('surety');
      const [first] = (await list({q: 'A/B'})).items;
      const body = {reason: '誤り'};
      assert.equal(
        (await office('POST', `/v1/office/contracts/${first?.number}/cancel`, {body})).status,
        200,
      );
      all = (await list({limit: '200'})).items;
      assert.ok(all.length >= 10);
    });

    for (const field of Object.keys(fields) as ContractSortField[]) {
      for (const sort of [field, `-${field}`] as const) {
        it(`by ${sort} is the same page by page, without gaps or doubles`, async () => {
          assert.deepEqual(await walk(sort), inOrder(all, sort));
        });
      }
    }

    async function walk(sort: ContractSort) {
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const page: Awaited<ReturnType<typeof list>> = await list({
          sort,
          limit: '3',
          ...(cursor && {cursor}),
        });
        seen.push(...page.items.map(({number}) => number));
        cursor = page.nextCursor;
      } while (cursor);
      return seen;
    }

    it('has only what each filter names', async () => {
      const cases: [Record<string, string>, (row: ContractSummary) => boolean][] = [
        [{kind: 'performance'}, row => row.kind === 'performance'],
        [{form: 'electronic'}, row => row.certificateForm === 'electronic'],
        [{state: 'cancelled'}, row => row.state === 'cancelled'],
        [{state: 'expired'}, row => row.state === 'expired'],
        [{state: 'in-force'}, row => row.state === 'in-force'],
        [{amountFrom: '3000000', amountTo: '12000000'}, row => within(row.guaranteeAmount, 3e6, 12e6)],
        [{worksPriceFrom: '5000000', worksPriceTo: '30000000'}, row => within(row.worksPrice, 5e6, 30e6)],
        [{worksPriceTo: '9000000'}, row => row.worksPrice <= 9_000_000],
        [
          {worksPriceFrom: '5000000', amountTo: '3000000'},
          row => row.worksPrice >= 5e6 && row.guaranteeAmount <= 3e6,
        ],
        [{amountTo: '900000'}, row => row.guaranteeAmount <= 900_000],
        [{issuedFrom: TODAY, issuedTo: TODAY}, row => row.issuedOn === TODAY],
        [
          {kind: 'advance-payment', state: 'in-force', amountFrom: '12000000'},
          row => row.kind === 'advance-payment' && row.state === 'in-force' && row.guaranteeAmount >= 12e6,
        ],
      ];
      for (const [query, matches] of cases) {
        const wanted = expected(matches);
        assert.ok(wanted.length > 0 || query['issuedFrom'], JSON.stringify(query));
        assert.deepEqual(await numbersOf(query), wanted, JSON.stringify(query));
      }
    });

    it('takes 保証期限 itself as in force', async () => {
      const last = all.filter(({validUntil}) => validUntil === TODAY);
      assert.equal(last.length > 0 && last.every(({state}) => state === 'in-force'), true);
    });

    it('finds obligees by part of their name, not works that are called alike', async () => {
      const of = (name: string) => expected(row => row.obligeeName === name);
      assert.deepEqual(await numbersOf({obligee: 'にかほ'}), [...of('にかほ市'), ...of('ﾆｶﾎ市役所')].sort());
      assert.deepEqual(await numbersOf({obligee: '吉野'}), of('𠮷野町'));
      assert.deepEqual(await numbersOf({obligee: 'a/b 組合'}), of('A／B組合'));
      assert.deepEqual(await numbersOf({obligee: '市道'}), []);
    });

    it('says on its first page how many there are in all', async () => {
      const query = {kind: 'performance', limit: '2'};
      const first = await list(query);
      assert.equal(first.total, expected(row => row.kind === 'performance').length);
      assert.equal(first.items.length, 2);
      assert.equal((await list({...query, cursor: first.nextCursor ?? ''})).total, undefined);
      assert.equal((await list({q: '存在しない工事'})).total, 0);
    });

    it('refuses what it does not know, and a cursor of another order', async () => {
      const {nextCursor} = await list({sort: 'worksPrice', limit: '2'});
      assert.ok(nextCursor);
      for (const query of [
        'sort=price',
        'sort=--number',
        'kind=x',
        'state=open',
        'issuedFrom=2026-02-30',
        'issuedTo=yesterday',
        'amountFrom=-1',
        'amountTo=1.5',
        'worksPriceFrom=-1',
        'worksPriceTo=x',
        `sort=-worksPrice&cursor=${nextCursor}`,
        `cursor=${nextCursor}`,
        `sort=number&cursor=AAAA`,
      ]) {
        readProblem(await contractor('GET', `/v1/contracts?${query}`), 400, 'rejected');
      }
    });

    it('of arrivals is searched as contracts are, and counted', async () => {
      const get = async (query: string) =>
        read(electronicIssuePage, await contractor('GET', `/v1/electronic-issues?${query}`));
      const everything = await get('limit=200');
      assert.equal(everything.total, everything.items.length);
      const {items, total} = await get(`q=${encodeURIComponent('ﾖｼ 吉野')}`);
      assert.deepEqual([items.length, total], [0, 0]);
      const found = await get(`q=${encodeURIComponent('吉野町')}`);
      const wanted = all.filter(row => row.obligeeName === '𠮷野町' && row.arrivedAt !== null);
      assert.deepEqual(
        found.items.map(({contractNumber}) => contractNumber),
        wanted.map(({number}) => number),
      );
      assert.equal(found.total, wanted.length);
    });
  });
}

const within = (value: number, from: number, to: number) => value >= from && value <= to;

/** The order that a list should have, worked out without cursors. */
function inOrder(rows: readonly ContractSummary[], sort: ContractSort): string[] {
  const field = fields[sort.replace('-', '') as ContractSortField];
  const sorted = [...rows].sort(
    (one, other) => compare(field(one), field(other)) || compare(one.number, other.number),
  );
  return (sort.startsWith('-') ? sorted.reverse() : sorted).map(({number}) => number);
}

const compare = (one: string | number, other: string | number): number =>
  typeof one === 'number' && typeof other === 'number'
    ? one - other
    : Buffer.compare(Buffer.from(String(one)), Buffer.from(String(other))); // UTF-8 sorts by code point
