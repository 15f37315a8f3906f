import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {leafletApplication} from '../../../demo/sandbox/index.js';
import {amountRuleList} from '../../../src/schemas/amount-rule.js';
import {bankBranchList, bankList} from '../../../src/schemas/bank.js';
import {contractPage} from '../../../src/schemas/contract.js';
import {obligee, obligeeList} from '../../../src/schemas/obligee.js';
import {surety} from '../../../src/schemas/surety.js';
import {read, readProblem, submitAndIssue, type GetServed} from './serve.js';

/** Lists, pages and searching. */
export function listSuite(served: GetServed): void {
  describe('the list of contracts', () => {
    it('comes in pages without gaps or doubles, newest first, while others are added', async () => {
      const contractor = await served().as('contractor');
      for (let count = 0; count < 4; count++) await submitAndIssue(served());
      const all = read(contractPage, await contractor('GET', '/v1/contracts?limit=200')).items.map(
        ({number}) => number,
      );
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const path: string = `/v1/contracts?limit=3${cursor ? `&cursor=${cursor}` : ''}`;
        const {items, nextCursor} = read(contractPage, await contractor('GET', path));
        seen.push(...items.map(({number}) => number));
        if (!cursor) await submitAndIssue(served());
        cursor = nextCursor;
      } while (cursor);
      assert.deepEqual(seen, all);
    });

    it('is searched by number, obligee and works, whatever the width, kana and hyphens', async () => {
      const contractor = await served().as('contractor');
      const content = leafletApplication();
      const works = {...content.works, name: 'サンプル橋りょう補修工事（その２）'};
      const {numbers} = await submitAndIssue(served(), {...content, works});
      const [number = ''] = numbers;
      const wide = number
        .replace(/\d/g, digit => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
        .replace('-', '－');
      for (const q of [
        number,
        number.replace('-', ''),
        wide,
        'ｻﾝﾌﾟﾙ',
        'さんぷる橋りょう',
        'にかほ市 その2',
        '(その2)',
      ]) {
        const {items} = read(
          contractPage,
          await contractor('GET', `/v1/contracts?q=${encodeURIComponent(q)}`),
        );
        assert.ok(
          items.some(row => row.number === number),
          q,
        );
      }
      for (const q of ['%', '_', "'", '\\', 'にかほ市 存在しない工事']) {
        const {items} = read(
          contractPage,
          await contractor('GET', `/v1/contracts?q=${encodeURIComponent(q)}`),
        );
        assert.deepEqual(items, [], q);
      }
    });

    it('refuses a page that cannot be', async () => {
      const contractor = await served().as('contractor');
      for (const query of ['limit=0', 'limit=201', 'limit=x', 'cursor=AAAA', 'form=fax']) {
        readProblem(await contractor('GET', `/v1/contracts?${query}`), 400, 'rejected');
      }
    });
  });

  describe('public data', () => {
    it('has the surety with the branch of the leaflet', async () => {
      const data = read(surety, await served().nobody('GET', '/v1/surety'));
      assert.equal(data.name, '東日本建設業保証株式会社');
      assert.equal(data.branches[0]?.phone, '018-863-1000');
    });

    it('finds obligees by name, reading, prefecture and code', async () => {
      const find = async (query: string) =>
        read(obligeeList, await served().nobody('GET', `/v1/obligees?${query}`)).items.map(({name}) => name);
      assert.equal((await find('')).length, 29);
      for (const q of ['にかほ', 'ニカホ', 'ﾆｶﾎ', '052141'])
        assert.deepEqual(await find(`q=${encodeURIComponent(q)}`), ['にかほ市']);
      assert.deepEqual(await find(`prefecture=${encodeURIComponent('秋田県')}`), ['にかほ市']);
      const {rule} = read(obligee, await served().nobody('GET', '/v1/obligees/052141'));
      assert.deepEqual([rule.start_date, rule.trigger], ['2026-02-01', 'bid_notice']);
      readProblem(await served().nobody('GET', '/v1/obligees/999999'), 404, 'not-found');
    });

    it('tells what an obligee says about amounts, and nothing of one it does not know', async () => {
      const of = async (name: string) =>
        read(
          amountRuleList,
          await served().nobody('GET', `/v1/amount-rules?obligee=${encodeURIComponent(name)}`),
        ).items;
      for (const name of ['上尾市', '上尾市　', '⁠上尾 市']) {
        const [rule, ...others] = await of(name);
        assert.deepEqual(others, []);
        assert.deepEqual([rule?.obligee, rule?.rounding], ['上尾市', 'floor_100000']);
        assert.equal(rule?.advance_rate?.['construction'], 0.4);
      }
      assert.deepEqual(await of('上尾'), []);
      assert.deepEqual(await of('にかほ市'), []);
      const all = read(amountRuleList, await served().nobody('GET', '/v1/amount-rules'));
      assert.equal(all.items.length, 8);
    });

    it('answers 304 to who has it already', async () => {
      const {nobody} = served();
      const first = await nobody('GET', '/v1/obligees');
      const tag = first.headers.get('ETag') ?? '';
      assert.match(tag, /^"[\w-]{20,}"$/);
      const second = await nobody('GET', '/v1/obligees', {headers: {'If-None-Match': tag}});
      assert.deepEqual([second.status, second.text], [304, '']);
    });

    it('finds banks and branches by name, kana and code', async () => {
      const find = async (path: string, q: string) =>
        (await served().nobody('GET', `${path}?q=${encodeURIComponent(q)}`)).json as {
          items: {code: string; name: string}[];
        };
      assert.equal(read(bankList, await served().nobody('GET', '/v1/banks')).items.length, 1_146);
      for (const q of ['秋田銀行', 'あきたぎんこう'.slice(0, 3), 'ｱｷﾀ', '0119']) {
        const {items} = await find('/v1/banks', q);
        assert.ok(
          items.some(({code, name}) => code === '0119' && name === '秋田銀行'),
          q,
        );
      }
      assert.ok((await find('/v1/banks', '羽後信用金庫')).items.some(({code}) => code === '1123'));
      const branches = read(bankBranchList, await served().nobody('GET', '/v1/banks/0119/branches')).items;
      assert.ok(branches.length > 50);
      assert.ok(
        (await find('/v1/banks/0119/branches', '大町支店')).items.some(({name}) => name === '大町支店'),
      );
      readProblem(await served().nobody('GET', '/v1/banks/9998/branches'), 404, 'not-found');
    });
  });
}
