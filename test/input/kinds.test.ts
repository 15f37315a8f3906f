import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {readers} from './cases.js';

type Field = keyof typeof readers;
/** Input and value, or input and code of the error. */
type Row = readonly [input: unknown, expected: unknown, warning?: string];

function table(field: Field, good: readonly Row[], bad: readonly Row[]) {
  describe(field, () => {
    for (const [input, value, warning] of good) {
      it(`reads ${JSON.stringify(input)}`, () => {
        const parsed = readers[field](input);
        assert.ok(parsed.valid, parsed.valid ? '' : parsed.message);
        assert.deepEqual(parsed.value, value);
        assert.deepEqual(parsed.warnings ?? [], warning ? [warning] : []);
      });
    }
    for (const [input, error] of bad) {
      it(`does not read ${JSON.stringify(input)}: ${String(error)}`, () => {
        const parsed = readers[field](input);
        assert.ok(!parsed.valid);
        assert.equal(parsed.error, error);
      });
    }
  });
}

const twenty = 20_000_000;

table(
  'amount',
  [
    ['２０，０００，０００', twenty],
    ['２０００００００円', twenty],
    ['¥20,000,000', twenty],
    ['￥20,000,000-', twenty],
    ['\\20,000,000', twenty],
    ['金20,000,000円也', twenty],
    ['金弐千万円也', twenty],
    ['金 弐阡萬 圓 也', twenty],
    ['2000万円', twenty],
    ['２千万円', twenty],
    ['二千万円', twenty],
    ['0.2億', twenty],
    ['20百万円', twenty, 'amount.unitThousand'],
    ['20、000、000', twenty],
    ['20000000\n', twenty],
    ['20\u200b000\u200b000', twenty],
    ['2 0 0 0 0 0 0 0', twenty],
    ['+20,000,000', twenty],
    ['20,000,000.00', twenty],
    ['0020000000', twenty],
    ['1億2,345万6,789円', 123_456_789],
    ['壱億弐千参百四拾五万六千七百八拾九円', 123_456_789],
    ['2千5百万円', 25_000_000],
    ['1.1億', 110_000_000],
    ['二百万円', 2_000_000],
    ['1.5千円', 1500, 'amount.unitThousand'],
    ['500千円', 500_000, 'amount.unitThousand'],
    ['十', 10],
    ['百万円', 1_000_000],
    ['1', 1],
    ['999,999,999,999', 999_999_999_999],
  ],
  [
    ['', 'amount.required'],
    [' \u3000\n', 'amount.required'],
    ['円', 'amount.notNumber'],
    ['約2000万円', 'amount.notNumber'],
    ['税込20,000,000円', 'amount.notNumber'],
    ['1e7', 'amount.notNumber'],
    ['0x10', 'amount.notNumber'],
    ['NaN', 'amount.notNumber'],
    ['2O,000,000', 'amount.notNumber'],
    ['①000', 'amount.notNumber'],
    ['٢٠٠٠', 'amount.notNumber'],
    ['20,000,000-', 'amount.notNumber'],
    ['--5', 'amount.notNumber'],
    ['1万2億', 'amount.notNumber'],
    ['万', 'amount.notNumber'],
    ['0', 'amount.tooSmall'],
    ['〇', 'amount.tooSmall'],
    ['△5,000,000', 'amount.tooSmall'],
    ['▲5,000,000円', 'amount.tooSmall'],
    ['(5,000,000)', 'amount.tooSmall'],
    ['－５０００', 'amount.tooSmall'],
    ['20000000.5', 'amount.notInteger'],
    ['1.23456万', 'amount.notInteger'],
    ['20.000', 'amount.ambiguous'],
    ['20,00,000', 'amount.ambiguous'],
    ['1,5億', 'amount.ambiguous'],
    ['20千500', 'amount.ambiguous'],
    ['1億20000万', 'amount.ambiguous'],
    ['1,000\t2,000', 'amount.ambiguous'],
    ['1,000,000,000,000', 'amount.tooLarge'],
    ['1兆', 'amount.tooLarge'],
    ['9007199254740993', 'amount.tooLarge'],
  ],
);

const day = '2026-02-01';
table(
  'date',
  [
    ['2026-02-01', day],
    ['2026.2.1', day],
    ['20260201', day],
    ['2026ー02ー01', day],
    ['２０２６．０２．０１', day],
    ['2026 2 1', day],
    ['2026、2、1', day],
    ['西暦2026年2月1日', day],
    ['2026/02/01 0:00:00', day],
    ['2026-02-01T00:00:00+09:00', day],
    ['令和８年２月１日', day],
    ['令和　８年　２月　１日', day],
    ['令和八年二月一日', day],
    ['二〇二六年二月一日', day],
    ['㋿8年2月1日', day],
    ['令8.2.1', day],
    ['Ｒ８．２．１', day],
    ['r8-2-1', day],
    ['令和8年2月1日付け', day],
    ['令和8年2月1日から', day],
    ['令和8年2月1日（日曜日）', day],
    ['2026/2/1(日・祝)', day],
    ['2026年2月1日（月）', day, 'date.weekdayMismatch'],
    ['平成38年2月1日', day, 'date.eraOverrun'],
    ['令和元年5月1日', '2019-05-01'],
    ['R元.5.1', '2019-05-01'],
    ['平成三十一年四月三十日', '2019-04-30'],
    ['平成31年5月1日', '2019-05-01', 'date.eraOverrun'],
    ['大正15年12月25日', '1926-12-25'],
    ['昭和元年12月25日', '1926-12-25'],
    ['平成元年1月8日', '1989-01-08'],
    ['2024-02-29', '2024-02-29'],
    ['令和8年12月31日', '2026-12-31'],
  ],
  [
    ['2026年2月30日', 'date.notReal'],
    ['2025-02-29', 'date.notReal'],
    ['2026/13/1', 'date.notReal'],
    ['20260230', 'date.notReal'],
    ['2026/2', 'date.missingDay'],
    ['令和8年2月', 'date.missingDay'],
    ['令和8年3月末日', 'date.missingDay'],
    ['2/1', 'date.missingYear'],
    ['2月1日', 'date.missingYear'],
    ['令和　年2月1日', 'date.missingYear'],
    ['1/2/2026', 'date.ambiguous'],
    ['26/2/1', 'date.ambiguous'],
    ['080201', 'date.ambiguous'],
    ['8年2月1日', 'date.ambiguous'],
    ['3026/2/1', 'date.outOfRange'],
    ['0001-01-01', 'date.outOfRange'],
    ['明日', 'date.format'],
    ['2026-O2-01', 'date.format'],
    ['46054', 'date.format'],
    ['', 'text.required'],
  ],
);

const akita = '0188631000';
table(
  'phone',
  [
    ['018(863)1000', akita],
    ['（０１８）８６３－１０００', akita],
    ['018.863.1000', akita],
    ['018ー863ー1000', akita],
    ['018⁃863﹘1000', akita],
    ['+81 (0)18-863-1000', akita],
    ['＋８１－１８－８６３－１０００', akita],
    ['TEL：018-863-1000', akita],
    ['tel:+81-18-863-1000', akita],
    ['018-863-1000（代表）', akita],
    ['090-0000-0000', '09000000000'],
    ['0120-000-000', '0120000000'],
    ['0800-000-0000', '08000000000'],
    ['03-1234-5678', '0312345678'],
  ],
  [
    ['018-863-100', 'phone.length'],
    ['018-863-10000', 'phone.length'],
    ['090-1234-567', 'phone.length'],
    ['110', 'phone.length'],
    ['18-863-1000', 'phone.mustStartWith0'],
    ['90-1234-5678', 'phone.mustStartWith0'],
    ['+1-212-555-0100', 'phone.mustStartWith0'],
    ['1234-5678', 'phone.noAreaCode'],
    ['018-863-1000 内線12', 'phone.characters'],
    ['なし', 'phone.characters'],
    ['018-863-1000 / 090-1234-5678', 'phone.multiple'],
    ['018-863-1000、018-863-1001', 'phone.multiple'],
    ['0188631000 0188631001', 'phone.multiple'],
    ['', 'text.required'],
  ],
);

table(
  'email',
  [
    [' soumu@example.co.jp\n', 'soumu@example.co.jp'],
    ['soumu @ example.co.jp', 'soumu@example.co.jp'],
    ['総務課 <soumu@example.co.jp>', 'soumu@example.co.jp'],
    ['mailto:soumu@example.co.jp', 'soumu@example.co.jp'],
    ['Soumu@example.co.jp', 'Soumu@example.co.jp'],
    ['so‐mu@example.co.jp', 'so-mu@example.co.jp'],
    ['taro.@ezweb.ne.jp', 'taro.@ezweb.ne.jp'],
    ["o'brien+a@example.com", "o'brien+a@example.com"],
    ['soumu@日本語.jp', 'soumu@xn--wgv71a119e.jp'],
    ['soumu@gmial.com', 'soumu@gmial.com', 'email.maybeTypo'],
    ['soumu@yahoo.co.jo', 'soumu@yahoo.co.jo', 'email.maybeTypo'],
    ['soumu@example.con', 'soumu@example.con', 'email.maybeTypo'],
    [`${'a'.repeat(64)}@${'b'.repeat(60)}.co.jp`, `${'a'.repeat(64)}@${'b'.repeat(60)}.co.jp`],
  ],
  [
    ['soumu', 'email.format'],
    ['soumu@example', 'email.format'],
    ['@example.co.jp', 'email.format'],
    ['soumu@', 'email.format'],
    ['soumu@example..co.jp', 'email.format'],
    ['soumu@-example.jp', 'email.format'],
    ['soumu@192.168.0.1', 'email.format'],
    ['so umu@example.co.jp', 'email.characters'],
    ['soumu@example.co,jp', 'email.characters'],
    ['a@example.jp; b@example.jp', 'email.multiple'],
    ['a@example.jp、b@example.jp', 'email.multiple'],
    [`${'a'.repeat(242)}@example.co.jp`, 'email.tooLong'],
    ['', 'text.required'],
  ],
);

const number = '12345-678901';
table(
  'contractNumber',
  [
    ...[...'-‐‑‒–—―−─ー－ｰ﹣'].map(hyphen => [`12345${hyphen}678901`, number] as const),
    ['12345678901', number],
    ['１２３４５　６７８９０１', number],
    ['第12345-678901号', number],
    ['保証契約番号：12345-678901', number],
    ['12345\u200b-678901', number],
    ['00000-000000', '00000-000000'],
  ],
  [
    ['1234-678901', 'contractNumber.length'],
    ['123456-78901', 'contractNumber.length'],
    ['12345-67890O', 'contractNumber.characters'],
    ['12345_678901', 'contractNumber.characters'],
    ['', 'text.required'],
  ],
);

const key = 'Z28YUE4J3Bux';
table(
  'authKey',
  [
    ['Ｚ２８ＹＵＥ４Ｊ３Ｂｕｘ', key],
    ['Z28Y UE4J 3Bux', key],
    ['Z28Y‐UE4J‐3Bux', key],
    ['Z28YUE\n4J3Bux', key],
    ['「認証キー」：Z28YUE4J3Bux', key],
    ['認証ｷｰ:Z28YUE4J3Bux', key],
    ['O0Il1oO0Il1o', 'O0Il1oO0Il1o'],
  ],
  [
    ['', 'authKey.required'],
    ['Z28YUE4J3Bu', 'authKey.length'],
    ['Z28YUE4J3Buxx', 'authKey.length'],
    ['Z28YUE4J3Bu!', 'authKey.characters'],
    ['●●●●●●●●●●●●', 'authKey.characters'],
  ],
);

const outside = 'charset.outsideJisX0208';
table(
  'companyName',
  [
    ['髙橋建設株式会社', '髙橋建設株式会社', outside],
    ['𠮷田建設', '𠮷田建設', outside],
    ['辻\u{e0100}建設', '辻\u{e0100}建設', outside],
    ['\ue000建設', '\ue000建設', outside],
    ['㈱秋田建設', '㈱秋田建設', outside],
    ['ﾊﾟｲﾌﾟ工業(ｶ)', 'パイプ工業(カ)'],
    ['か\u3099', 'が'],
    ['\u30a6\uff9e', 'ヴ'],
    ['秋田\r\n建設', '秋田 建設'],
    ['秋田\u200b建設\ufeff', '秋田建設'],
    ['A&B Co., Ltd.', 'A&B Co., Ltd.'],
    ['〜‖−¢£¬—', '〜‖−¢£¬—'],
    ['𠮷'.repeat(60), '𠮷'.repeat(60), outside],
  ],
  [
    ['', 'text.required'],
    [' \u3000\u200b', 'text.required'],
    ['あ'.repeat(61), 'text.tooLong'],
    ['𠮷'.repeat(61), 'text.tooLong'],
    ['秋田\u202e建設', 'text.controlCharacters'],
    ['秋田\u2066建設', 'text.controlCharacters'],
    ['秋田\u007f建設', 'text.controlCharacters'],
    ['\ud83d', 'text.characters'],
    ['秋田\ufffd', 'text.characters'],
  ],
);

table(
  'personName',
  [
    ['林', '林'],
    ["O'Brien", "O'Brien"],
    ['ジョン・スミス', 'ジョン・スミス'],
  ],
  [['あ'.repeat(41), 'text.tooLong']],
);
table(
  'constructionName',
  [
    ['ｱｽﾌｧﾙﾄ舗装', 'アスファルト舗装'],
    ['１０㎡', '１０㎡', outside],
    ['国道〜県道', '国道〜県道'],
    ['あ'.repeat(400), 'あ'.repeat(400)],
  ],
  [['あ'.repeat(401), 'text.tooLong']],
);
table(
  'bankBranch',
  [
    ['ABC銀行 本店', 'ＡＢＣ銀行　本店'],
    ['ｱｷﾀｷﾞﾝｺｳ ﾎﾝﾃﾝ', 'アキタギンコウ　ホンテン'],
    ['〇〇銀行 ××支店', '〇〇銀行　××支店'],
    ['秋田銀行\t本店', '秋田銀行　本店'],
  ],
  [['あ'.repeat(61), 'text.tooLong']],
);
table(
  'dateRange',
  [
    [
      ['令和8年4月1日', '2026/4/1'],
      ['2026-04-01', '2026-04-01'],
    ],
  ],
  [
    [['2026-04-01', '2026-02-30'], 'date.notReal'],
    [['', '2026-04-01'], 'text.required'],
  ],
);
