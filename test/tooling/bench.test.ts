import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {describe, test} from 'node:test';
import {parseDate} from '../../src/input/date.js';
import {parseEmail} from '../../src/input/email.js';
import type {Parsed} from '../../src/input/parsed.js';
import {parsePhone} from '../../src/input/phone.js';
import {parseBankBranch, parseWorksName} from '../../src/input/text.js';
import {parseYen} from '../../src/input/yen.js';
import {metrics} from '../bench/form/metrics.js';
import type {Metric} from '../bench/harness/bench.js';
import {judge, toRows, toTable} from '../bench/harness/report.js';
import {median, p95, spread} from '../bench/harness/statistics.js';
import {checkAll} from '../bench/native/errors.js';
import {checkField, fieldOf, fields, type Draft} from '../bench/native/fields.js';
import {
  readBank,
  readDate,
  readEmail,
  readPhone,
  readText,
  readYen,
  type Reading,
} from '../bench/native/read.js';

const html = () => readFile(new URL('../bench/native/index.html', import.meta.url), 'utf8');

describe('figures of a bench', () => {
  test('the median does not care for the order and lies between the two middle values', () => {
    assert.equal(median([9, 1, 5]), 5);
    assert.equal(median([4, 1, 3, 2]), 2.5);
    assert.ok(Number.isNaN(median([])));
  });

  test('95 of 100 keys are no slower than p95', () => {
    const keys = Array.from({length: 100}, (_, index) => 100 - index);
    assert.equal(p95(keys), 95);
    assert.equal(p95([7]), 7);
  });

  test('the spread is the middle half relative to the median', () => {
    assert.equal(spread([10, 10, 10, 10, 10]), 0);
    assert.equal(spread([8, 9, 10, 11, 12]), 0.2);
  });
});

describe('verdicts', () => {
  const timed: Metric = {
    key: 'usable',
    id: 'P2',
    title: 'cold until usable',
    unit: 'ms',
    goal: {of: 'ratio', max: 1},
    must: {of: 'ratio', max: 1.2},
  };
  const sized: Metric = {...timed, unit: 'KiB', goal: {of: 'value', max: 28}, must: {of: 'value', max: 40}};

  test('a ratio is compared with its goal first, then with its must', () => {
    assert.equal(judge(timed, 500, 500), 'goal');
    assert.equal(judge(timed, 590, 500), 'must');
    assert.equal(judge(timed, 601, 500), 'missed');
    const {must: _, ...without} = timed;
    assert.equal(judge(without, 510, 500), 'missed');
  });

  test('bytes are compared with the limit itself, whatever the baseline has', () => {
    assert.equal(judge(sized, 28, 5), 'goal');
    assert.equal(judge(sized, 39.9, 5), 'must');
    assert.equal(judge(sized, 40.1, 100), 'missed');
  });

  test('nothing is divided by a baseline that is only noise', () => {
    assert.equal(judge(timed, 3, 0), 'goal');
    assert.equal(judge(timed, 80, 0), 'unclear');
    assert.equal(judge(timed, NaN, 500), 'unclear');
  });

  test('the table shows medians, their ratio, both limits and the verdict of each metric', () => {
    const samples = new Map([
      ['ours', {usable: [600, 500, 550]}],
      ['native', {usable: [500, 510, 490]}],
    ]);
    const [head = '', , row = ''] = toTable(toRows([timed], ['ours', 'native'], samples)).split('\n');
    assert.match(head, /ours .*native .*ratio .*goal .*must .*verdict/);
    assert.match(row, /P2 .*550\.0 ms .*500\.0 ms .*1\.10× .*≤ 1× .*≤ 1\.2× .*must held, goal missed/);
  });

  test('every row of performance.md that is about the form is a metric', () => {
    const rows = ['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8', 'P18'];
    assert.deepEqual([...new Set(metrics.map(({id}) => id))], rows);
  });
});

describe('the baseline is a fair one', () => {
  const value = (reading: Reading) => ('value' in reading ? reading.value : undefined);
  const same = (
    texts: string[],
    baseline: (text: string) => Reading,
    kit: (text: string) => Parsed<unknown>,
  ) => {
    for (const text of texts) {
      const parsed = kit(text);
      assert.equal(value(baseline(text)), parsed.valid ? parsed.value : undefined, text);
    }
  };

  test('it reads amounts as the kit does', () => {
    const amounts = [
      '20,000,000',
      '２０，０００，０００円',
      '2,000万円',
      '1.5億',
      '¥5000000',
      '二〇〇〇万',
      '1億2345万6789',
    ];
    same([...amounts, '0', '-5', 'abc', '1.5', '9999999999999', '税込100'], readYen, parseYen);
  });

  test('it reads dates as the kit does', () => {
    const days = [
      '2026-02-01',
      '2026/2/1',
      '令和8年2月1日',
      'R8.2.1',
      '令和元年５月１日',
      '２０２６年２月１日',
      '平成31年4月30日',
    ];
    same([...days, '2026/2/30', '8/2/1', '令和8年2月', 'あした'], readDate, parseDate);
  });

  test('it reads phone numbers, mail addresses, banks and names as the kit does', () => {
    same(
      ['０１８－８６３－１０００', '090-1234-5678', '+81-18-863-1000', '18-863-1000', '0188'],
      readPhone,
      parsePhone,
    );
    same(
      ['soumu@example.co.jp', 'ｓｏｕｍｕ＠example.co.jp', 'soumu', 'a@b', 'a b@example.jp'],
      readEmail,
      parseEmail,
    );
    same(['秋田 ABC銀行', 'ｱｷﾀ銀行'], readBank, parseBankBranch);
    same(
      ['髙﨑𠮷建設\n本社', 'ｶﾞｰﾄﾞ工事', 'あ'.repeat(400), 'あ'.repeat(401), '\u0001'],
      readText(400),
      parseWorksName,
    );
  });

  test('each of its fields stands in its page with a label, an error line and references that resolve', async () => {
    const page = await html();
    const ids = new Set(Array.from(page.matchAll(/\bid="([^"]+)"/g), match => match[1]));
    for (const {name} of fields) {
      assert.ok(page.includes(`name="${name}"`), name);
      assert.ok(ids.has(`${name}-error`), name);
    }
    const references = page.matchAll(/\b(?:for|aria-describedby|aria-controls|aria-labelledby)="([^"]+)"/g);
    for (const id of Array.from(references, match => match[1]?.split(' ') ?? []).flat())
      assert.ok(ids.has(id), id);
    assert.equal(fields.length, 34); // and the boxes that open the two guarantees
  });

  test('an empty form lacks what is required, and a filled one nothing', () => {
    const wanted: Draft = {advance: 'true', performance: 'true', notification: 'true'};
    const missing = checkAll(wanted).map(({field}) => field.name);
    assert.ok(missing.length >= 20, `${missing.length} errors`);
    const texts = (name: string) =>
      ({
        'works-price': '5000万',
        'advance-amount': '2000万円',
        'performance-amount': '500万円',
        email: 'a@example.jp',
      })[name];
    const filled = {...wanted, ...Object.fromEntries(missing.map(name => [name, texts(name) ?? 'あ']))};
    assert.deepEqual(checkAll(filled), []);
  });

  test('it compares fields with one another', () => {
    const draft: Draft = {
      advance: 'true',
      'works-price': '100',
      'advance-amount': '200',
      'period-from': 'R8.2.1',
      'period-to': 'R8.1.31',
    };
    const errorOf = (name: string) => {
      const field = fieldOf(name);
      return field && checkField(field, draft);
    };
    assert.match(errorOf('advance-amount') ?? '', /請負金額を超えない/);
    assert.match(errorOf('period-to') ?? '', /始まりの日と同じ日か/);
  });
});
