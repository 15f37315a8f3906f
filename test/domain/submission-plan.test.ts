import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {planSubmission} from '../../src/entries/domain.js';
import {obligee, obligees, sampleRule} from './obligees.js';
import type {SubmissionContract} from '../../src/entries/domain.js';

const contract = (changes: Partial<SubmissionContract> = {}): SubmissionContract => ({
  kind: 'performance',
  number: '12345-678901',
  worksName: '市道1号線改良工事',
  contractorName: '〇〇建設 株式会社',
  worksNumber: 'R8-工-12',
  ...changes,
});
const subject = (name: string, changes: Partial<SubmissionContract> = {}) =>
  planSubmission(obligee(name), contract(changes)).subject;

describe('the subject as the obligee prescribes it', () => {
  const rows: [string, Partial<SubmissionContract>, string][] = [
    ['糸魚川市', {}, '【契約関係書類】R8-工-12 市道1号線改良工事'],
    ['糸魚川市', {kind: 'advance-payment'}, '【前払金書類】R8-工-12'],
    ['糸魚川市', {kind: 'interim-payment', worksNumber: null}, '【前払金書類】市道1号線改良工事'],
    ['長岡市', {procurementNumber: 'A-7'}, '【工事・契約関係書類】A-7 R8-工-12'],
    ['滋賀県', {}, '【電子保証】R8-工-12市道1号線改良工事'],
    ['滋賀県', {kind: 'interim-payment'}, '【請求関係書類】R8-工-12市道1号線改良工事'],
    ['岐阜県', {kind: 'advance-payment'}, '前払金保証 R8-工-12 〇〇建設 株式会社'],
    ['福島県', {worksNumber: '24-12345-6789'}, '【電子保証書】_24123456789'],
    ['鳥取県東部広域行政管理組合', {}, '【契約保証】市道1号線改良工事'],
    ['本巣市', {}, '【電子保証(契約)】R8-工-12'],
    ['本巣市', {kind: 'advance-payment'}, '【電子保証(前払金)】R8-工-12'],
    ['本巣市', {kind: 'interim-payment'}, '【電子保証(中間前払金)】R8-工-12'],
    ['尾道市', {}, '【契約保証】市道1号線改良工事_〇〇建設 株式会社'],
    ['尾道市', {kind: 'advance-payment'}, '【前払金】市道1号線改良工事_〇〇建設 株式会社'],
    ['尾道市', {kind: 'interim-payment'}, '【中間前払金】市道1号線改良工事_〇〇建設 株式会社'],
    ['にかほ市', {}, '【電子保証】契約保証 12345-678901 市道1号線改良工事 〇〇建設 株式会社'],
  ];
  for (const [name, changes, expected] of rows) {
    it(`${name}, ${changes.kind ?? 'performance'}: ${expected}`, () =>
      assert.equal(subject(name, changes), expected));
  }

  it('leaves a named blank for what is not known, and says so', () => {
    const plan = planSubmission(obligee('福島県'), contract({worksNumber: null}));
    assert.equal(plan.subject, '【電子保証書】_〔工事番号〕');
    assert.ok(plan.warnings.some(({code, text}) => code === 'blank' && text.includes('〔工事番号〕')));
  });

  it('takes no word of a works name for a blank, and no line break into a mail header', () => {
    const worksName = '案件名検索システム\r\nBcc: a@example.jp';
    assert.equal(
      subject('鳥取県東部広域行政管理組合', {worksName}),
      '【契約保証】案件名検索システム Bcc: a@example.jp',
    );
  });
});

describe('recipients', () => {
  const names = (name: string, kind: SubmissionContract['kind']) =>
    planSubmission(obligee(name), contract({kind})).recipients.map(recipient => recipient.name);

  it('depend on the kind of guarantee', () => {
    assert.deepEqual(names('糸魚川市', 'performance'), ['財政課']);
    assert.deepEqual(names('糸魚川市', 'interim-payment'), ['事業担当課']);
    assert.deepEqual(names('いちき串木野市', 'interim-payment'), ['工事担当課']);
  });

  it('have their address apart from their name', () => {
    const [first] = planSubmission(obligee('本巣市'), contract()).recipients;
    assert.deepEqual(first, {
      channel: 'email',
      channelName: 'メール',
      name: '財政課',
      address: 'zaisei@city.motosu.lg.jp',
    });
  });

  it('that a page does not name are to be asked for', () => {
    const plan = planSubmission(obligee('福岡県'), contract());
    assert.deepEqual(plan.recipients, []);
    assert.ok(plan.steps.some(({code}) => code === 'ask-obligee'));
    assert.ok(plan.warnings.some(({code}) => code === 'channel.notStated'));
  });
});

describe('what is handed in', () => {
  it('is the notice, and never the certificate screen where that is refused', () => {
    const plan = planSubmission(obligee('岐阜県'), contract());
    assert.deepEqual(
      plan.attachments.map(({kind}) => kind),
      ['key-notice'],
    );
    assert.match(
      plan.warnings.find(({code}) => code === 'certificate.doNotSend')?.text ?? '',
      /受け付けられません/,
    );
  });

  it('is the print as well where it is wanted', () => {
    const plan = planSubmission(obligee('南島原市'), contract());
    assert.deepEqual(
      plan.attachments.map(({kind}) => kind),
      ['key-notice', 'certificate-print'],
    );
    assert.ok(plan.steps.some(({code}) => code === 'print-certificate'));
  });

  it('is followed by a call where the obligee wants one', () => {
    assert.equal(planSubmission(obligee('東みよし町'), contract()).steps.at(-1)?.code, 'call');
    assert.notEqual(planSubmission(obligee('にかほ市'), contract()).steps.at(-1)?.code, 'call');
  });

  it('has a file name that every system takes', () => {
    const rule = sampleRule({channels: [{kind: 'email', to: '契約課', file_name: '案件名_受注者名.pdf'}]});
    const plan = planSubmission(rule, contract({worksName: `A/B:C*?"<>|${'長'.repeat(300)}`}));
    assert.match(plan.fileName, /^A／B：C＊？＂＜＞｜長+\.pdf$/);
    assert.ok([...plan.fileName].length <= 84);
  });
});

describe('the letter', () => {
  it('goes to the section and names works, guarantee and number', () => {
    const {body} = planSubmission(obligee('糸魚川市'), contract());
    assert.match(body, /^糸魚川市 財政課 御中\n/);
    for (const words of ['市道1号線改良工事', '契約保証', '12345-678901', '〇〇建設 株式会社'])
      assert.ok(body.includes(words), words);
  });

  it('holds the contact that 岐阜県 asks for, or blanks for it', () => {
    const known = planSubmission(
      obligee('岐阜県'),
      contract({contactName: '山田太郎', contactPhone: '018-863-1000'}),
    );
    assert.match(known.body, /担当者の氏名：山田太郎\n連絡先：018-863-1000$/);
    const open = planSubmission(obligee('岐阜県'), contract());
    assert.ok(open.warnings.some(({text}) => text.includes('〔担当者の氏名〕')));
  });
});

it('has a whole plan for every obligee and every kind', () => {
  for (const rule of obligees) {
    for (const kind of ['performance', 'advance-payment', 'interim-payment'] as const) {
      const plan = planSubmission(rule, contract({kind}));
      assert.deepEqual(
        plan.steps.slice(0, 2).map(({code}) => code),
        ['check-certificate', 'download-notice'],
      );
      assert.ok(
        plan.steps.some(({code}) => code === 'send' || code === 'ask-obligee'),
        rule.obligee,
      );
      assert.doesNotMatch(
        plan.subject + plan.body + plan.fileName,
        /undefined|null|受注者名(?!：)|案件名|○○|□/,
        rule.obligee,
      );
      assert.match(plan.fileName, /\.pdf$/);
    }
  }
});
