import {expect} from '@open-wc/testing';
import {strToU8, zipSync, type Zippable} from 'fflate';
import {encode} from 'uqr';
import {noticeQrText} from '../../src/domain/notice-data.js';
import {readNoticeFile} from '../../src/reading/read-notice-file.js';
import {
  ADVANCE,
  PERFORMANCE,
  mountCheck,
  type CertificateCheckHarness,
} from '../support/certificate-check.js';
import {itWith} from '../support/engine.js';
import {foreignNotices, foreignPdf} from '../support/foreign-pdf.js';

const {number: advance, authKey: advanceKey} = ADVANCE;
const {number: contract, authKey: contractKey} = PERFORMANCE;
const MEGABYTE = 1024 * 1024;

const words = (number: string, key = '') => `保証契約番号：${number}\r\n${key && `認証キー：${key}`}\r\n`;
const notice = () => strToU8(words(advance, advanceKey));
const noticePdf = () => foreignPdf(foreignNotices.west(contract, contractKey), '90ms-RKSJ-H');
const certificatePdf = () => foreignPdf(foreignNotices.certificate(contract), 'UniJIS-UCS2-H');
const zip = (files: Zippable, name = 'まとめ.zip') => new File([bytesOf(zipSync(files))], name);
const bytesOf = (bytes: Uint8Array) => new Uint8Array(bytes);

const base64 = (bytes: Uint8Array) =>
  btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join('')).replace(/.{76}/g, '$&\r\n');
const asWord = (text: string) => `=?UTF-8?B?${base64(new TextEncoder().encode(text))}?=`;

interface Attachment {
  name: string;
  type: string;
  bytes: Uint8Array;
}

/** A mail as a mail program saves it: words, and what is attached. */
function mail(text: string, attachments: readonly Attachment[] = [], name = '受信.eml'): File {
  const parts = attachments.map(
    ({name: file, type, bytes}) =>
      `--b1\r\nContent-Type: ${type}; name="${asWord(file)}"\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename="${asWord(file)}"\r\n\r\n${base64(bytes)}\r\n`,
  );
  const body = `--b1\r\nContent-Type: text/plain; charset=UTF-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(new TextEncoder().encode(text))}\r\n`;
  const head = `From: tanaka@example.jp\r\nTo: keiyaku@example.lg.jp\r\nSubject: ${asWord('認証キーのお知らせ')}\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b1"\r\n\r\n`;
  return new File([`${head}${body}${parts.join('')}--b1--\r\n`], name, {type: 'message/rfc822'});
}

/** A photograph of a page: a QR code on grey paper with letters about it. */
async function photograph(text: string, type: string, name: string): Promise<File> {
  const {data, size} = encode(text, {ecc: 'M', border: 0});
  const scale = 6;
  const canvas = Object.assign(document.createElement('canvas'), {width: 900, height: 700});
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser draws no canvas.');
  context.fillStyle = '#eceae4';
  context.fillRect(0, 0, 900, 700);
  context.fillStyle = '#222';
  context.font = '24px sans-serif';
  context.fillText('電子保証にかかる「認証キー」のお知らせ', 60, 80);
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++)
      if (data[y]?.[x]) context.fillRect(300 + x * scale, 200 + y * scale, scale, scale);
  const blob = await new Promise<Blob | null>(done => canvas.toBlob(done, type, 0.8));
  if (!blob) throw new Error('The canvas gave no picture.');
  return new File([blob], name, {type});
}
const qr = noticeQrText({contractNumber: advance, authKey: advanceKey});

/** Drops files on the check of an obligee, and waits until they are read and checked. */
async function dropFiles(files: readonly File[]): Promise<CertificateCheckHarness> {
  const check = await mountCheck();
  await check.dropFiles(files);
  return check;
}
const problemOf = async (file: File) => (await readNoticeFile(file)).map(({problem}) => problem);

describe('files that are dropped on surety-certificate-check', () => {
  it('reads the notice that is attached to a saved mail, and leaves the logo below the signature alone', async () => {
    const logo = await photograph('https://example.jp/', 'image/png', 'logo.png');
    const check = await dropFiles([
      mail('お知らせを送ります。', [
        {name: '認証キーのお知らせ.pdf', type: 'application/pdf', bytes: noticePdf()},
        {name: 'logo.png', type: 'image/png', bytes: new Uint8Array(await logo.arrayBuffer())},
      ]),
    ]);
    expect(check.states()).to.deep.equal(['有効']);
    expect(check.rowText(0)).to.contain('受信.eml／認証キーのお知らせ.pdf').and.to.contain(contract);
    await expect(check.element).to.be.accessible();
  }).timeout(60_000); // pdf.js comes file by file here

  it('reads a PDF also where streams cannot be walked through, as in Safari', async () => {
    const streams = ReadableStream.prototype as {[Symbol.asyncIterator]?: unknown};
    const kept = Object.getOwnPropertyDescriptor(streams, Symbol.asyncIterator);
    delete streams[Symbol.asyncIterator];
    try {
      const [reading] = await readNoticeFile(new File([noticePdf()], 'お知らせ.pdf'));
      expect(reading).to.include({contractNumber: contract, authKey: contractKey});
    } finally {
      if (kept) Object.defineProperty(streams, Symbol.asyncIterator, kept);
    }
  }).timeout(60_000);

  it('reads number and key that stand in the mail itself', async () => {
    const check = await dropFiles([mail(words(advance, advanceKey))]);
    expect(check.states()).to.deep.equal(['有効']);
    expect(check.rowText(0)).to.contain(advance);
  });

  for (const [charset, body] of [
    ['utf-8', new TextEncoder().encode(words(advance, advanceKey))],
    // 「保証契約番号」 and 「認証キー」 as a mail program of Windows wrote them.
    [
      'Shift_JIS',
      Uint8Array.of(
        ...[0x95, 0xdb, 0x8f, 0xd8, 0x8c, 0x5f, 0x96, 0xf1, 0x94, 0xd4, 0x8d, 0x86],
        ...strToU8(` ${advance}\r\n`),
        ...[0x94, 0x46, 0x8f, 0xd8, 0x83, 0x4c, 0x81, 0x5b],
        ...strToU8(` ${advanceKey}\r\n`),
      ),
    ],
  ] as const) {
    it(`reads a mail whose words go as they are, in ${charset}`, async () => {
      const head = `From: a@example.jp\r\nContent-Type: text/plain; charset=${charset}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n`;
      const [reading] = await readNoticeFile(new File([head, bytesOf(body)], '8bit.eml'));
      expect(reading).to.deep.equal({name: '8bit.eml', contractNumber: advance, authKey: advanceKey});
    });
  }

  for (const type of ['image/png', 'image/jpeg', 'image/webp']) {
    it(`reads the QR code in a photograph (${type})`, async () => {
      const check = await dropFiles([await photograph(qr, type, '写真')]);
      expect(check.states()).to.deep.equal(['有効']);
      expect(check.rowText(0)).to.contain(advance);
    });
  }

  it('says of a picture without a code to type number and key', async () => {
    const check = await dropFiles([await photograph('https://example.jp/', 'image/png', '看板.png')]);
    expect(check.states()).to.deep.equal(['読み取れません']);
    expect(check.rowText(0)).to.contain('保証契約番号と認証キーを入力して確認してください');
  });

  it('does not unfold a picture of enormous size, and says how to go on', async () => {
    const bomb = new Uint8Array(await (await photograph(qr, 'image/png', '写真')).arrayBuffer());
    new DataView(bomb.buffer).setUint32(16, 30_000);
    new DataView(bomb.buffer).setUint32(20, 30_000);
    const check = await dropFiles([new File([bomb], '巨大な写真.png')]);
    expect(check.states()).to.deep.equal(['読み取れません']);
    expect(check.rowText(0)).to.contain('画像が大きすぎるため').and.contain('小さくして保存し直すか');
    await expect(check.element).to.be.accessible();
  });

  it('reads every file of an archive, its folders and mails included, and names each', async () => {
    const inner = new Uint8Array(await mail(words(contract, contractKey), [], '転送.eml').arrayBuffer());
    const check = await dropFiles([
      zip({
        '4月': {'お知らせ.txt': notice(), '転送.eml': inner},
        '__MACOSX/._お知らせ.txt': strToU8('x'),
        '.DS_Store': strToU8('x'),
        '請求書.txt': strToU8('請求書です。'),
      }),
    ]);
    expect(check.states()).to.deep.equal(['有効', '有効', '読み取れません']);
    expect(check.rowText(0)).to.contain('まとめ.zip／お知らせ.txt');
    expect(check.rowText(1)).to.contain('まとめ.zip／転送.eml');
    expect(check.rowText(2)).to.contain('まとめ.zip／請求書.txt').and.to.contain('見つかりません');
  });

  it('takes a drop of everything at once, and each has its own row', async () => {
    const check = await dropFiles([
      new File([notice()], 'お知らせ.txt'),
      new File([certificatePdf()], '保証証書.pdf'),
      mail(words(contract, contractKey)),
      await photograph(qr, 'image/png', '写真.png'),
      zip({'中.txt': strToU8('関係のない文書')}),
      new File(['%PDF-1.7\nbroken'], '壊れた.pdf'),
      new File([], '空.pdf'),
    ]);
    expect(check.states()).to.deep.equal([
      '有効',
      '読み取れません',
      '有効',
      '重複',
      '読み取れません',
      '読み取れません',
      '読み取れません',
    ]);
    expect(check.rowText(1)).to.contain('保証証書です').and.to.contain('受注者に求めてください');
    await expect(check.element).to.be.accessible();
  }).timeout(60_000);

  it('tells a certificate apart that is dropped by mistake, also inside a mail and an archive', async () => {
    const certificate = {name: '証書.pdf', type: 'application/pdf', bytes: certificatePdf()};
    expect(await problemOf(new File([certificatePdf()], '証書.pdf'))).to.deep.equal(['certificate']);
    expect(await problemOf(mail('保証証書を送ります。', [certificate]))).to.deep.equal(['certificate']);
    expect(await problemOf(zip({'証書.pdf': certificatePdf()}))).to.deep.equal(['certificate']);
  }).timeout(60_000);

  it('reads by what a file is, whatever its name says', async () => {
    const renamed = new File([await zip({'お知らせ.txt': notice()}).arrayBuffer()], 'お知らせ.pdf');
    const [reading] = await readNoticeFile(renamed);
    expect(reading?.contractNumber).to.equal(advance);
  });
});

describe('folders that are dropped', () => {
  /** A folder of the browser's own: its entries are those that a drop hands out. */
  async function folder(files: Record<string, string | Uint8Array>): Promise<FileSystemEntry> {
    const {webkitRequestFileSystem: request} = window as unknown as {
      webkitRequestFileSystem: (
        type: number,
        size: number,
        done: (system: FileSystem) => void,
        failed: (error: Error) => void,
      ) => void;
    };
    const system = await new Promise<FileSystem>((done, failed) =>
      request.call(window, 0, MEGABYTE, done, failed),
    );
    const make = (parent: FileSystemDirectoryEntry, name: string) =>
      new Promise<FileSystemDirectoryEntry>((done, failed) =>
        parent.getDirectory(name, {create: true}, entry => done(entry as FileSystemDirectoryEntry), failed),
      );
    const top = await make(system.root, `drop-${crypto.randomUUID()}`);
    for (const [path, content] of Object.entries(files)) {
      const names = path.split('/');
      let parent = top;
      for (const name of names.slice(0, -1)) parent = await make(parent, name);
      await write(parent, names.at(-1) ?? '', content);
    }
    return top;
  }
  const write = (parent: FileSystemDirectoryEntry, name: string, content: string | Uint8Array) =>
    new Promise<void>((done, failed) =>
      parent.getFile(
        name,
        {create: true},
        entry => {
          const {createWriter} = entry as unknown as {
            createWriter: (
              done: (writer: {onwriteend: () => void; write: (blob: Blob) => void}) => void,
              failed: (error: Error) => void,
            ) => void;
          };
          createWriter.call(
            entry,
            writer => {
              writer.onwriteend = () => done();
              writer.write(new Blob([typeof content === 'string' ? content : bytesOf(content)]));
            },
            failed,
          );
        },
        failed,
      ),
    );

  async function dropEntries(entries: readonly FileSystemEntry[]) {
    const check = await mountCheck();
    const event = new DragEvent('drop', {bubbles: true, composed: true, cancelable: true});
    Object.defineProperty(event, 'dataTransfer', {
      value: {types: ['Files'], files: [], items: entries.map(entry => ({webkitGetAsEntry: () => entry}))},
    });
    check.element.dispatchEvent(event);
    await check.batchEnds();
    return check;
  }

  itWith('folders made by script')(
    'are gone through with the folders in them, without what systems put there',
    async () => {
      const top = await folder({
        'お知らせ.txt': notice(),
        '5月/東部/契約.txt': words(contract, contractKey),
        '.DS_Store': 'x',
        'Thumbs.db': 'x',
      });
      const check = await dropEntries([top]);
      expect(check.states()).to.deep.equal(['有効', '有効']);
    },
  );

  itWith('folders made by script')(
    'hand out more than a hundred files only in pieces: a hundred are taken, and how many were not is said',
    async () => {
      const top = await folder(
        Object.fromEntries(Array.from({length: 130}, (_, at) => [`${String(at).padStart(3, '0')}.txt`, 'x'])),
      );
      const check = await dropEntries([top]);
      expect(check.states()).to.have.length(100);
      expect(check.text()).to.contain('30件は入れていません');
    },
  ).timeout(30_000);
});

describe('archives that are made to do harm', () => {
  const zeros = (megabytes: number) => new Uint8Array(megabytes * MEGABYTE);

  it('that hold one huge file leave it out in words, and the others are read', async () => {
    const file = zip({'大きい.pdf': zeros(30), 'お知らせ.txt': notice()}, '爆弾.zip');
    expect(file.size).to.be.lessThan(MEGABYTE);
    const check = await dropFiles([file]);
    expect(check.states()).to.deep.equal(['読み取れません', '有効']);
    expect(check.rowText(0)).to.contain('爆弾.zip／大きい.pdf').and.to.contain('20MBを超えています');
  });

  it('that unfold into more than a drop may be are given up in words', async () => {
    const whole = zeros(19);
    const files = Object.fromEntries(Array.from({length: 12}, (_, at) => [`${at}.txt`, whole]));
    const check = await dropFiles([zip(files, '爆弾.zip')]);
    const last = check.rows().length - 1;
    expect(check.states()[last]).to.equal('読み取れません');
    expect(check.rowText(last)).to.contain('開くのをやめました').and.to.contain('お知らせのPDFだけを');
  }).timeout(60_000);

  it('that hold thousands of files are given up after two hundred', async () => {
    const files = Object.fromEntries(Array.from({length: 3000}, (_, at) => [`${at}.txt`, strToU8('x')]));
    const problems = await problemOf(zip(files));
    expect(problems).to.have.length(201);
    expect(problems.at(-1)).to.equal('too-much');
  });

  it('that are nested share one allowance, and are not followed for ever', async () => {
    const inner = zipSync(
      Object.fromEntries(Array.from({length: 150}, (_, at) => [`${at}.txt`, strToU8('x')])),
    );
    const problems = await problemOf(zip({'1.zip': inner, '2.zip': inner, '3.zip': inner}));
    expect(problems.filter(problem => problem === 'not-a-notice').length).to.be.lessThan(200);
    expect(problems).to.include('too-much');
    let nest: Uint8Array = zipSync({'お知らせ.txt': notice()});
    for (let depth = 0; depth < 6; depth++) nest = zipSync({'また.zip': nest});
    expect(await problemOf(new File([bytesOf(nest)], '入れ子.zip'))).to.deep.equal(['too-much']);
  });

  it('that lie about the size of what they hold are stopped when it becomes more', async () => {
    const bytes = bytesOf(zipSync({'お知らせ.txt': zeros(18)}, {level: 9}));
    const view = new DataView(bytes.buffer);
    const listed = view.getUint32(bytes.length - 22 + 16, true);
    for (const at of [22, listed + 24]) view.setUint32(at, 100, true); // 18 MB, listed as 100 bytes
    expect(await problemOf(new File([bytes], '嘘.zip'))).to.deep.equal(['too-much']);
  });

  it('that are broken off, or are no archive after all, are damaged', async () => {
    const whole = new Uint8Array(await zip({'お知らせ.txt': notice()}).arrayBuffer());
    for (const bytes of [
      whole.slice(0, whole.length - 30),
      whole.slice(0, 40),
      bytesOf(strToU8('PK\x03\x04 not an archive')),
    ])
      expect(await problemOf(new File([bytes], '壊れた.zip'))).to.deep.equal(['damaged']);
  });

  it('that are locked with a password say so, as Windows locks them and as AES does', async () => {
    for (const lock of [
      (view: DataView, listed: number) =>
        view.setUint16(listed + 8, view.getUint16(listed + 8, true) | 1, true),
      (view: DataView, listed: number) => view.setUint16(listed + 10, 99, true),
    ]) {
      const bytes = bytesOf(zipSync({'お知らせ.txt': notice()}));
      const view = new DataView(bytes.buffer);
      lock(view, view.getUint32(bytes.length - 22 + 16, true));
      expect(await problemOf(new File([bytes], '鍵付き.zip'))).to.deep.equal(['encrypted']);
    }
  });

  it('from an old Windows have names that can be read', async () => {
    const bytes = bytesOf(zipSync({'XXXX.txt': strToU8('x')}));
    const name = Uint8Array.of(0x94, 0xad, 0x92, 0x8d); // 発注 in Shift_JIS
    const view = new DataView(bytes.buffer);
    const listed = view.getUint32(bytes.length - 22 + 16, true);
    bytes.set(name, 30);
    bytes.set(name, listed + 46);
    const [reading] = await readNoticeFile(new File([bytes], '古い.zip'));
    expect(reading?.name).to.equal('古い.zip／発注.txt');
  });
});
