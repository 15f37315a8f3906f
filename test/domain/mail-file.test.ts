import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {writeMailFile, type MailDraft} from '../../src/domain/mail-file.js';

const draft = (changes: Partial<MailDraft> = {}): MailDraft => ({
  to: 'keiyaku@city.example.lg.jp',
  subject: '【契約関係書類】R8-工-12 市道1号線改良工事',
  body: 'ご担当者様\n\n𠮷野建設です。\nご確認をお願いします。',
  attachment: {
    name: '認証キーのお知らせ_契約保証_12345-678901.pdf',
    mediaType: 'application/pdf',
    bytes: Uint8Array.from({length: 300}, (_, index) => index & 0xff),
  },
  ...changes,
});

/** Header fields of a part, unfolded, and what comes after them. */
function readPart(part: string): {fields: Map<string, string>; content: string} {
  const [head = '', content = ''] = part.split(/\r\n\r\n(.*)/s);
  const lines = head.replace(/\r\n[ \t]/g, ' ').split('\r\n');
  const fields = new Map(
    lines.map(line => {
      const [name = '', value = ''] = line.split(/: (.*)/s);
      return [name.toLowerCase(), value] as const;
    }),
  );
  return {fields, content};
}

const utf8 = (base64: string) => Buffer.from(base64, 'base64').toString('utf8');

/** RFC 2047: white space between encoded words is not shown. */
const decodeWords = (text = '') =>
  text.replace(/\?= +=\?/g, '?==?').replace(/=\?UTF-8\?B\?([^?]*)\?=/g, (_, word: string) => utf8(word));

/** RFC 2231: the pieces of a parameter put together and decoded. */
function decodeParameter(field: string, key: string): string {
  const pieces = [...field.matchAll(new RegExp(`[; ]${key}(?:\\*\\d+)?\\*=(?:UTF-8'')?([^;\\s]*)`, 'g'))];
  return decodeURIComponent(pieces.map(([, piece = '']) => piece).join(''));
}

function read(file: string) {
  const {fields, content} = readPart(file);
  const [, boundary = ''] = /boundary="([^"]+)"/.exec(fields.get('content-type') ?? '') ?? [];
  const parts = content
    .split(`--${boundary}`)
    .slice(1, -1)
    .map(part => readPart(part.replace(/^\r\n/, '')));
  const [text, pdf] = parts;
  assert.ok(text && pdf);
  return {fields, text, pdf};
}

describe('writeMailFile', () => {
  it('is a draft with address, subject, body and the file, as they were given', () => {
    const {fields, text, pdf} = read(writeMailFile(draft()));
    assert.equal(fields.get('x-unsent'), '1');
    assert.equal(fields.get('to'), 'keiyaku@city.example.lg.jp');
    assert.equal(decodeWords(fields.get('subject')), draft().subject);
    assert.equal(utf8(text.content), draft().body.replaceAll('\n', '\r\n'));
    assert.deepEqual(new Uint8Array(Buffer.from(pdf.content, 'base64')), draft().attachment.bytes);
    assert.match(pdf.fields.get('content-type') ?? '', /^application\/pdf;/);
    assert.match(pdf.fields.get('content-disposition') ?? '', /^attachment;/);
  });

  it('names the file in both headers, where mail programs look for it', () => {
    for (const name of ['お知らせ.pdf', `${'鬱'.repeat(80)}.pdf`, "it's 100% (1).pdf"]) {
      const {pdf} = read(writeMailFile(draft({attachment: {...draft().attachment, name}})));
      assert.equal(decodeParameter(pdf.fields.get('content-disposition') ?? '', 'filename'), name);
      assert.equal(decodeParameter(pdf.fields.get('content-type') ?? '', 'name'), name);
    }
  });

  it('cuts no character of a long subject in two, and keeps every line within 76 characters of ASCII', () => {
    const subject = `【電子保証】${'𠮷野川'.repeat(60)}`;
    const file = writeMailFile(draft({subject, attachment: {...draft().attachment, name: '名'.repeat(90)}}));
    assert.match(file, /^[\x20-\x7e\r\n]*$/);
    assert.deepEqual(
      file.split('\r\n').filter(line => line.length > 76),
      [],
    );
    const words = [...file.matchAll(/=\?UTF-8\?B\?([^?]*)\?=/g)].map(([, word = '']) => utf8(word));
    assert.ok(words.length > 5);
    assert.deepEqual(
      words.filter(word => word.includes('\ufffd')),
      [],
    );
    assert.equal(words.join(''), subject);
  });

  it('lets nothing in a name begin another header', () => {
    const subject = '件名\r\nBcc: someone@example.com';
    const to = 'a@example.com\r\nBcc: b@example.com';
    const name = 'x.pdf"\r\nBcc: c@example.com';
    const file = writeMailFile(draft({subject, to, attachment: {...draft().attachment, name}}));
    assert.doesNotMatch(file, /^Bcc:/m);
  });

  it('leaves the address to the person where none is known', () => {
    const {to: _, ...rest} = draft();
    assert.equal(read(writeMailFile(rest)).fields.has('to'), false);
  });

  it('has no bare line feeds', () => {
    assert.doesNotMatch(writeMailFile(draft()), /(?<!\r)\n/);
  });
});
