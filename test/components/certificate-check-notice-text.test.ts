import {expect} from '@open-wc/testing';
import {readNoticeText} from '../../components/certificate-check/notice-text.js';

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
  'zero-width characters of a web mail': '保証契約番号：05214\u200b-000123 認証キー：Z28YUE4J3Bux\u200b',
};

describe('readNoticeText', () => {
  for (const [name, text] of Object.entries(texts)) {
    it(`finds number and key in ${name}`, () => expect(readNoticeText(text)).to.deep.equal(found));
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
      expect(readNoticeText(text), text).to.deep.equal({hasMore: false});
    }
  });

  it('says that there was more than one number, and takes the first with its key', () => {
    const text =
      '保証契約番号 05214-000123 認証キー Z28YUE4J3Bux\n保証契約番号 05214-000124 認証キー P7Kd3mWq9TzR';
    expect(readNoticeText(text)).to.deep.equal({...found, hasMore: true});
  });

  it('gets through a long text that almost fits', () => {
    const text = `${'認証キー'.repeat(5000)}${'保証契約番号 '.repeat(3000)}${'0'.repeat(20_000)}`;
    expect(readNoticeText(text)).to.deep.equal({hasMore: false});
  });
});
