import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {
  parseAuthKey,
  parseBankBranch,
  parseCompanyName,
  parseContractNumber,
  parseDate,
  parseDateRange,
  parseEmail,
  parsePersonName,
  parsePhone,
  parseWorksName,
  parseYen,
  type Parsed,
} from '../../src/entries/domain.js';
import {inputErrorText, inputWarningText} from '../../src/i18n/input-text.js';
import {parseFreeText} from '../../src/input/text.js';

function messageOf(parsed: Parsed<unknown>): string {
  assert.ok(!parsed.valid);
  return parsed.message;
}

describe('messages', () => {
  it('name the field as the form calls it', () => {
    assert.match(messageOf(parseYen('abc', {field: '請負金額'})), /請負金額/);
    assert.match(messageOf(parseDate('8.2.1', {field: '請負契約日'})), /^請負契約日/);
    assert.match(messageOf(parsePhone('1', {field: '連絡先の電話番号'})), /^連絡先の電話番号/);
    assert.match(messageOf(parseCompanyName('', {field: '発注者'})), /^発注者を/);
  });

  it('name the letters that are to be taken out', () => {
    assert.match(messageOf(parseYen('20,000,000円（税込）')), /「円\(税込\)」を除いて/);
    assert.match(messageOf(parsePhone('018-863-1000内線5')), /「内線」/);
    assert.match(messageOf(parseEmail('総務@example.co.jp')), /「総」「務」/);
    assert.match(messageOf(parseContractNumber('12345-67890O')), /「O」/);
  });

  it('say what the calendar has instead', () => {
    assert.match(messageOf(parseDate('2026年2月30日')), /2026年2月は1日から28日まで/);
    assert.match(messageOf(parseDate('2026/13/1')), /1から12まで/);
  });

  it('count what is too long', () => {
    assert.match(messageOf(parseWorksName('𠮷'.repeat(412))), /400文字以内.*412文字/);
    assert.match(messageOf(parseAuthKey('Z28YUE4J3Bu')), /12文字.*11文字/);
  });

  it('point at the position in a key, and never repeat the key', () => {
    const message = messageOf(parseAuthKey('ZZ8YUE4J3B\u0443x'));
    assert.match(message, /11文字目/);
    assert.ok(!message.includes('ZZ8'));
  });

  it('do not show a key that was pasted into the field of the number', () => {
    assert.ok(!messageOf(parseContractNumber('Z28YUE4J3Bux')).includes('Z'));
    assert.ok(!messageOf(parseContractNumber('12345-678901Z28YUE4J3Bux')).includes('Bux'));
  });

  it('are whole sentences that say how to mend it, without the words that help nobody', () => {
    const texts = [
      '',
      'abc',
      '1',
      '0',
      '-1',
      '8.2.1',
      '2/1',
      '2026/2',
      '9'.repeat(300),
      'あ'.repeat(2000),
      '@',
      '@@',
      '\u0000',
      '20.000',
    ];
    const readers = [
      parseYen,
      parseDate,
      parsePhone,
      parseEmail,
      parseContractNumber,
      parseAuthKey,
      parseCompanyName,
    ];
    const messages = [...readers, parsePersonName, parseBankBranch].flatMap(reader =>
      texts
        .map(text => reader(text) as Parsed<unknown>)
        .flatMap(parsed => (parsed.valid ? [] : [parsed.message])),
    );
    assert.ok(messages.length > 60);
    for (const message of messages) {
      assert.match(message, /ください/);
      assert.doesNotMatch(message, /不正|無効|エラー|必須|正しく|半角|全角|禁止|undefined|NaN/);
    }
  });
});

describe('what else a reading offers', () => {
  it('gives the sum as certificates write it', () => {
    const parsed = parseYen('2千万');
    assert.equal(parsed.valid && parsed.display, '20,000,000円');
  });

  it('says which end of a period is to be mended', () => {
    const partOf = (from: string, to: string) => {
      const parsed = parseDateRange([from, to]);
      return parsed.valid ? undefined : parsed.part;
    };
    assert.equal(partOf('2026-04-01', '2026-03-31'), 'to');
    assert.equal(partOf('2/1', '2026-03-31'), 'from');
  });

  it('fills the other field too when number and key were copied together', () => {
    const both = '保証契約番号：12345-678901\n認証キー：Z28YUE4J3Bux';
    assert.deepEqual(parseContractNumber(both), {
      valid: true,
      value: '12345-678901',
      alsoFill: {authKey: 'Z28YUE4J3Bux'},
    });
    assert.deepEqual(parseAuthKey(both), {
      valid: true,
      value: 'Z28YUE4J3Bux',
      alsoFill: {contractNumber: '12345-678901'},
    });
  });

  it('offers a name in JIS X 0208, and leaves the choice to the person', () => {
    const parsed = parseCompanyName('㈱髙﨑');
    assert.ok(parsed.valid);
    assert.deepEqual([parsed.value, parsed.suggestion], ['㈱髙﨑', '(株)高崎']);
    const accented = parsePersonName('Nguyễn Văn A');
    assert.equal(accented.valid && accented.suggestion, 'Nguyen Van A');
    const emoji = parseCompanyName('🏗建設');
    assert.equal(emoji.valid && emoji.suggestion, undefined);
  });

  it('offers the mail address that was probably meant', () => {
    const parsed = parseEmail('taro@gmial.com');
    assert.equal(parsed.valid && parsed.suggestion, 'taro@gmail.com');
  });

  it('reads numbers by the pattern of the surety, and loosely where no pattern is known', () => {
    const pattern = {contractNumberPattern: '000-0000'};
    assert.deepEqual(parseContractNumber('1234567', {surety: pattern}), {valid: true, value: '123-4567'});
    assert.deepEqual(parseContractNumber('Ａ１２－３４５', {surety: '西日本建設業保証'}), {
      valid: true,
      value: 'A12-345',
    });
    assert.match(
      messageOf(parseContractNumber('12345-678901', {surety: pattern})),
      /数字7けた（例：000-0000）/,
    );
  });

  it('keeps the lines of free text and counts up to 1,000 letters', () => {
    const parsed = parseFreeText('一行目\r\n二行目\t終わり');
    assert.equal(parsed.valid && parsed.value, '一行目\n二行目 終わり');
    const long = parseFreeText('あ'.repeat(1001));
    assert.match(long.valid ? '' : inputErrorText(long, {field: '備考'}), /1000文字以内/);
  });

  it('has words for each warning, with the letters it is about', () => {
    assert.match(inputWarningText('charset.outsideJisX0208', {value: '髙橋'}), /「髙」/);
    assert.match(inputWarningText('charset.outsideJisX0208', {value: '\ue000建設'}), /外字/);
    assert.match(inputWarningText('charset.outsideJisX0208', {value: '辻\u{e0100}'}), /異体字/);
    assert.match(inputWarningText('date.eraOverrun'), /元号/);
  });
});
