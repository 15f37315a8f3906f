import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {leafletApplication} from '../../../demo/sandbox/index.js';
import {application, type ApplicationContent} from '../../../src/schemas/application.js';
import {read, readProblem, submit, type GetServed} from './serve.js';

const content = leafletApplication();
const advance = content.guarantees['advance-payment'];
const withWorks = (works: object) => ({...content, works: {...content.works, ...works}});
const withAdvance = (request: object) => ({
  ...content,
  guarantees: {'advance-payment': {...advance, ...request}},
});

/** A body with one fault, and what is said about it. */
type Case = readonly [fault: string, body: object, pointer: string, code: string, sentence: RegExp];

const cases: readonly Case[] = [
  ['no price', withWorks({price: null}), '/works/price', 'amount.required', /請負金額を.*入力/],
  ['a price in words', withWorks({price: '5千万'}), '/works/price', 'amount.notNumber', /請負金額を数字で/],
  [
    'a price with a fraction',
    withWorks({price: 1.5}),
    '/works/price',
    'amount.notInteger',
    /請負金額は1円単位/,
  ],
  ['a price of nothing', withWorks({price: 0}), '/works/price', 'amount.tooSmall', /請負金額は1円以上/],
  [
    'too high a price',
    withWorks({price: 1_000_000_000_000}),
    '/works/price',
    'amount.tooLarge',
    /999,999,999,999円以下/,
  ],
  ['an empty works name', withWorks({name: ' '}), '/works/name', 'text.required', /工事名を入力/],
  [
    'too long a works name',
    withWorks({name: '工'.repeat(401)}),
    '/works/name',
    'text.tooLong',
    /工事名が長すぎ/,
  ],
  [
    'a control character',
    withWorks({name: '工事\u0007'}),
    '/works/name',
    'text.controlCharacters',
    /工事名に使えない/,
  ],
  [
    'half a surrogate pair',
    withWorks({name: '工事\ud842'}),
    '/works/name',
    'text.controlCharacters',
    /工事名に使えない/,
  ],
  [
    'NUL in a message',
    {...content, message: 'a\0b'},
    '/message',
    'text.controlCharacters',
    /連絡事項に使えない/,
  ],
  [
    'a day that is not',
    withWorks({signedOn: '2026-02-30'}),
    '/works/signedOn',
    'date.notReal',
    /請負契約日は暦にない/,
  ],
  [
    'a date in another form',
    withWorks({signedOn: '2026/2/3'}),
    '/works/signedOn',
    'date.format',
    /請負契約日を年月日で/,
  ],
  [
    'a period that ends before it begins',
    withWorks({period: {from: '2026-12-01', to: '2026-11-30'}}),
    '/works/period',
    'dateRange.order',
    /工期の終わりは/,
  ],
  ['no guarantee', {...content, guarantees: {}}, '/guarantees', 'text.required', /一つ以上/],
  [
    'a guarantee above the price',
    withAdvance({guaranteeAmount: 50_000_001}),
    '/guarantees/advance-payment/guaranteeAmount',
    'amount.tooLarge',
    /前払金保証金額は、請負金額を超えない/,
  ],
  [
    'a year above the price',
    withAdvance({currentYearAmount: 50_000_001}),
    '/guarantees/advance-payment/currentYearAmount',
    'amount.tooLarge',
    /今年度対象額は、請負金額を超えない/,
  ],
  [
    'an unknown form of certificate',
    withAdvance({certificateForm: 'fax'}),
    '/guarantees/advance-payment/certificateForm',
    'text.characters',
    /保証証書の形式は選択肢/,
  ],
  [
    'no bank',
    withAdvance({depositBank: {name: '', bankCode: null, branchCode: null}}),
    '/guarantees/advance-payment/depositBank/name',
    'text.required',
    /預託金融機関を入力/,
  ],
  [
    'an unknown bank',
    withAdvance({depositBank: {name: 'x', bankCode: '9999', branchCode: null}}),
    '/guarantees/advance-payment/depositBank/bankCode',
    'text.characters',
    /預託金融機関は一覧から/,
  ],
  [
    'an unknown branch of a bank',
    withAdvance({depositBank: {name: 'x', bankCode: '0119', branchCode: '999'}}),
    '/guarantees/advance-payment/depositBank/branchCode',
    'text.characters',
    /支店は一覧から/,
  ],
  [
    'an unknown office',
    {...content, branchCode: 'nowhere'},
    '/branchCode',
    'text.characters',
    /申込送信先は一覧から/,
  ],
  [
    'an unknown obligee',
    {...content, obligee: {code: '000000', name: '幻市'}},
    '/obligee/code',
    'text.characters',
    /発注者名は一覧から/,
  ],
  [
    'another company',
    {...content, contractorName: '株式会社 別'},
    '/contractorName',
    'text.characters',
    /ログイン中の会社名「〇〇建設 株式会社」/,
  ],
  [
    'a mail without address',
    {...content, issueNotification: {wanted: true, email: null}},
    '/issueNotification/email',
    'email.format',
    /メールアドレスを入力/,
  ],
  [
    'a broken address',
    {...content, issueNotification: {wanted: true, email: 'soumu'}},
    '/issueNotification/email',
    'email.format',
    /メールアドレスの形/,
  ],
  [
    'letters in a phone number',
    {...content, contact: {...content.contact, phone: '018-863'}},
    '/contact/phone',
    'phone.characters',
    /連絡先電話番号は数字/,
  ],
  [
    'a phone number that is too short',
    {...content, contact: {...content.contact, phone: '018863'}},
    '/contact/phone',
    'phone.length',
    /10桁か11桁/,
  ],
];

/** What is wrong with a field is said at that field, in Japanese. */
export function fieldSuite(served: GetServed): void {
  describe('an application', () => {
    for (const [fault, body, pointer, code, sentence] of cases) {
      it(`with ${fault} is refused at ${pointer}`, async () => {
        const reply = await submit(await served().as('contractor'), body as ApplicationContent);
        const {errors = [], detail} = readProblem(reply, 422, 'rejected');
        assert.equal(errors.length, 1, reply.text);
        const [error] = errors;
        assert.deepEqual([error?.pointer, error?.code], [pointer, code]);
        assert.match(error?.detail ?? '', sentence);
        assert.match(error?.detail ?? '', /。/);
        assert.equal(detail, error?.detail);
      });
    }

    it('without anything in it names every section', async () => {
      const reply = await submit(await served().as('contractor'), {} as ApplicationContent);
      const pointers = readProblem(reply, 422, 'rejected').errors?.map(({pointer}) => pointer);
      for (const section of [
        '/obligee',
        '/works',
        '/guarantees',
        '/branchCode',
        '/contact',
        '/issueNotification',
      ]) {
        assert.ok(pointers?.includes(section), section);
      }
    });

    it('keeps every character that people write', async () => {
      const name = '𠮷田川 葛󠄀飾 髙﨑 ①㈱㍻ ﾊﾝｶｸ 👨‍👩‍👧 地区 '.repeat(8).trim();
      const written = withWorks({name});
      const sent = read(application, await submit(await served().as('contractor'), written), 201);
      const read2 = read(
        application,
        await (
          await served().as('contractor')
        )('GET', `/v1/applications/${sent.id}`),
      );
      assert.equal(read2.content.works.name, name);
    });

    it('for an obligee that is in no list is taken', async () => {
      const free = {...content, obligee: {code: null, name: '〇〇土地改良区'}};
      read(application, await submit(await served().as('contractor'), free), 201);
    });
  });
}
