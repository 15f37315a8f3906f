import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {documentKind, findNumberAndKey} from '../../src/input/notice-text.js';

const found = {contractNumber: '05214-000123', authKey: 'Z28YUE4J3Bux', hasMore: false};

const texts: Record<string, string> = {
  'the notice of 東日本, as a PDF viewer copies it': `電子保証にかかる「認証キー」のお知らせ
電子保証のご利用にあたっては、発注者様への「保証契約番号」と「認証キー」のご提出をもって、前払金請求手続が完了いたします。
                      記
工 事 名:            市道〇〇線道路改良工事
受 注 者 名:         〇〇建設 株式会社
保証契約番号:        05214-000123
認 証 キ ー:         Z28YUE4J3Bux
【発注者様へのお断り】上記の「保証契約番号」と「認証キー」をもって電子証書をご閲覧ください。`,
  'a table with the labels above the values': '保証契約番号\t認証キー\n05214-000123\tZ28YUE4J3Bux',
  'full-width letters': '保証契約番号：０５２１４－０００１２３　認証キー：Ｚ２８ＹＵＥ４Ｊ３Ｂｕｘ',
  'the words of another surety': `電子証書閲覧用「認証キー」等のお知らせ
【証券番号】05214-000123
【認証コード】Z28Y UE4J 3Bux`,
  'a mail without labels': 'お世話になっております。\n05214-000123 / Z28YUE4J3Bux です。TEL 018-863-1000',
  'brackets and line breaks between label and value':
    '「保証契約番号」\r\n　　05214‐000123\r\n「認証キー」\r\n　　Z28YUE4J3Bux\r\n',
  'a number without a hyphen': '保証契約番号：05214000123\n認証キー：Z28YUE4J3Bux',
  'letters spread over their column':
    '保 証 契 約 番 号 ： 0 5 2 1 4 - 0 0 0 1 2 3\n認 証 キ ー ： Z 2 8 Y U E 4 J 3 B u x',
  '保証証書番号 and 閲覧キー': '保証証書番号　第05214-000123号\n閲覧キー　Z28YUE4J3Bux',
  'zero-width characters of a web mail': '保証契約番号：05214\u200b-000123 認証キー：Z28YUE4J3Bux\u200b',
};

describe('findNumberAndKey', () => {
  for (const [name, text] of Object.entries(texts)) {
    it(`finds number and key in ${name}`, () => assert.deepEqual(findNumberAndKey(text), found));
  }

  it('takes nothing for a key that stands in an address or is a plain word or number', () => {
    for (const text of [
      'soumu12345678@example.co.jp',
      'https://example.jp/a1b2c3d4e5f6',
      'ABCDEFGHIJKL',
      '123456789012',
      '令和8年2月1日',
      '',
    ]) {
      assert.deepEqual(findNumberAndKey(text), {hasMore: false});
    }
  });

  it('says that there was more than one number, and takes the first with its key', () => {
    const text =
      '保証契約番号 05214-000123 認証キー Z28YUE4J3Bux\n保証契約番号 05214-000124 認証キー P7Kd3mWq9TzR';
    assert.deepEqual(findNumberAndKey(text), {...found, hasMore: true});
  });

  it('gets through a long text that almost fits', () => {
    const text = `${'認証キー'.repeat(5000)}${'保証契約番号 '.repeat(3000)}${'0'.repeat(20_000)}`;
    assert.deepEqual(findNumberAndKey(text), {hasMore: false});
  });

  it('takes a labelled number of another pattern as it is, for only 東日本’s is known', () => {
    for (const [written, number] of [
      ['保証契約番号　26-1234567', '26-1234567'],
      ['保証番号：第２６１－００１２３４５号', '261-0012345'],
      ['証書番号 H08-12-000345', 'H08-12-000345'],
    ] as const)
      assert.deepEqual(findNumberAndKey(`${written}\n認証キー Z28YUE4J3Bux`), {
        ...found,
        contractNumber: number,
      });
  });

  it('finds the number alone where the key is not printed', () => {
    assert.deepEqual(findNumberAndKey('保証契約番号 05214-000123'), {
      contractNumber: '05214-000123',
      hasMore: false,
    });
  });
});

describe('documentKind', () => {
  const certificate =
    '保 証 証 書（前払金保証）\n保証契約番号 05214-000123\n保証金額（総額） 20,000,000円\n当社は…その責に任じます。\n取扱箇所 秋田支店';
  const kinds: [text: string, kind: string][] = [
    ['電子保証にかかる「認証キー」のお知らせ', 'notice'],
    ['電子証書閲覧用「認証キー」等のお知らせ', 'notice'],
    ['電子証書(電子認証)にかかる「認証キー」のお知らせ', 'notice'],
    [certificate, 'certificate'],
    ['保証証券等確認システム 閲覧用ＵＲＬ 閲覧用パスワード', 'insurer'],
    ['請求書 保証証書を添付します。', 'other'],
    ['', 'other'],
  ];
  for (const [text, kind] of kinds)
    it(`takes 「${text.slice(0, 24)}」 for ${kind}`, () => assert.equal(documentKind(text), kind));
});
