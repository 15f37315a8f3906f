import {expect} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import {strToU8, zipSync, type Zippable} from 'fflate';
import {setGlyphBase} from '../../src/pdf/glyph-base.js';
import {createKeyNoticePdf} from '../../src/pdf/key-notice-pdf.js';
import {
  ADVANCE,
  NUMBER,
  PERFORMANCE,
  WRONG_KEY,
  hold,
  isCheck,
  keyLabel,
  mountCheck,
  noticeFile,
  openLabel,
  rateLimited,
} from '../support/certificate-check.js';
import {eventually} from '../support/eventually.js';
import {foreignNotices, foreignPdf} from '../support/foreign-pdf.js';
import {settled, type MountSandboxOptions} from '../support/mount.js';
import {sampleKeyNotice} from '../support/sample-key-notice.js';

async function ownNotice({number: contractNumber, authKey}: typeof ADVANCE): Promise<File> {
  const notice = sampleKeyNotice({contractNumber, authKey});
  const {bytes, fileName} = await createKeyNoticePdf(notice, {glyphBase: '/dist/glyphs'});
  return new File([bytes], fileName, {type: 'application/pdf'});
}

/** Returns an archive with a notice for each pair. */
function archive(name: string, pairs: readonly {number: string; authKey: string}[]): File {
  const files: Zippable = {};
  for (const [index, {number, authKey}] of pairs.entries())
    files[`${index}.txt`] = strToU8(`保証契約番号：${number}\n認証キー：${authKey}`);
  return new File([new Uint8Array(zipSync(files))], name);
}

/** Collects the bodies of all checks that are sent; each may be answered only when `answer` has come. */
function watchChecks(answer?: Promise<void>) {
  const sent: string[] = [];
  const intercept: MountSandboxOptions['intercept'] = async request => {
    if (!isCheck(request)) return undefined;
    sent.push(await request.text());
    await answer;
    return undefined;
  };
  return {sent, intercept};
}

/** Has files wait to be read until `release()`, as large ones on a slow disk do. */
function holdReading() {
  const {arrayBuffer} = Blob.prototype;
  const {released, release} = hold();
  Blob.prototype.arrayBuffer = async function (this: Blob) {
    await released;
    return arrayBuffer.call(this);
  };
  return {
    release: () => {
      Blob.prototype.arrayBuffer = arrayBuffer;
      release();
    },
  };
}

describe('surety-certificate-check with many notices', () => {
  before(() => setGlyphBase('/dist/glyphs'));

  it('reads our own notices and those of other sureties, and tells a certificate apart', async () => {
    const check = await mountCheck();
    const found: string[] = [];
    check.element.addEventListener('surety-certificate-checked', ({detail}) =>
      found.push(detail.contractNumber),
    );
    const {number, authKey} = PERFORMANCE;
    await check.dropFiles([
      await ownNotice(ADVANCE),
      new File([foreignPdf(foreignNotices.west(number, authKey), '90ms-RKSJ-H')], '西日本.pdf'),
      new File([foreignPdf(foreignNotices.certificate(number), 'UniJIS-UCS2-H')], '証書.pdf'),
    ]);
    expect(check.states()).to.deep.equal(['有効', '有効', '読み取れません']);
    expect(found).to.have.members([ADVANCE.number, number]);
    expect(check.rowText(0)).to.contain('20,000,000円').and.to.contain('道路改良工事');
    expect(check.rowText(2)).to.contain('保証証書です').and.to.contain('お知らせ');
    expect(check.focused()).to.equal('まとめて確認した結果');
    await expect(check.element).to.be.accessible();
  }).timeout(60_000); // pdf.js comes file by file here

  it('says in a sentence why a file is not read', async () => {
    const check = await mountCheck();
    await check.dropFiles([
      new File(['%PDF-1.7\nbroken'], '壊れた.pdf'),
      new File([], '空.pdf'),
      new File([Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0)], 'メール.msg'),
      new File([new Uint8Array(21 * 1024 * 1024)], '大きい.pdf'),
      new File(['請求書です。'], '請求書.txt'),
    ]);
    expect(check.states()).to.deep.equal(Array(5).fill('読み取れません'));
    const sentences = ['壊れていて', '中身が空', '種類のファイル', '20MB', '見つかりません'];
    sentences.forEach((sentence, index) => expect(check.rowText(index)).to.contain(sentence));
    await expect(check.element).to.be.accessible();
  });

  it('asks for the key in the row where only the number is there', async () => {
    const check = await mountCheck();
    await check.dropFiles([noticeFile('番号だけ.txt', {number: ADVANCE.number})]);
    expect(check.states()).to.deep.equal(['認証キーが必要']);
    await check.enterKey(ADVANCE.number, 'short');
    expect(check.errorAt(keyLabel(ADVANCE.number))).to.contain('認証キーは12文字です');
    await check.enterKey(ADVANCE.number, ADVANCE.authKey);
    await eventually(() => check.states()[0] === '有効');
  });

  it('checks the same notice once, and keeps apart what does not fit', async () => {
    const {sent, intercept} = watchChecks();
    const check = await mountCheck({intercept});
    await check.dropFiles([
      noticeFile('一.txt', ADVANCE),
      noticeFile('二.txt', ADVANCE),
      noticeFile('三.txt', {...PERFORMANCE, authKey: WRONG_KEY}),
    ]);
    expect(check.states()).to.deep.equal(['有効', '重複', '該当なし']);
    expect(sent).to.have.length(2);
    expect(check.rowText(2)).to.contain('該当する保証証書が見つかりません');
  });

  it('checks three at the same time at most', async () => {
    const {released, release} = hold();
    const {sent, intercept} = watchChecks(released);
    const check = await mountCheck({intercept});
    const keys = [ADVANCE.authKey, 'Wrong2Key231', 'Wrong2Key232', 'Wrong2Key233', 'Wrong2Key234'];
    check.startDrop(keys.map((authKey, at) => noticeFile(`${at}.txt`, {number: ADVANCE.number, authKey})));
    await eventually(() => sent.length === 3, 'three are sent');
    expect(check.states()).to.deep.equal(['確認中', '確認中', '確認中', '確認待ち', '確認待ち']);
    release();
    await check.batchEnds();
    expect(check.states()).to.deep.equal(['有効', ...Array<string>(4).fill('該当なし')]);
    expect(sent).to.have.length(5);
  });

  it('opens a certificate of the list, and goes back to the row it came from', async () => {
    const check = await mountCheck();
    await check.dropFiles([noticeFile('一.txt', ADVANCE), noticeFile('二.txt', PERFORMANCE)]);
    await check.open(PERFORMANCE.number);
    expect(check.focused()).to.equal('保証証書の確認結果');
    expect(check.certificate()).to.contain(PERFORMANCE.number);
    await check.press('一覧に戻る');
    await eventually(() => check.focused() === openLabel(PERFORMANCE.number));
  });

  it('waits as long as the API asks, counts it down, and goes on by itself', async () => {
    let isRefusing = true;
    const check = await mountCheck({
      intercept: request => {
        if (!isRefusing || !isCheck(request)) return undefined;
        isRefusing = false;
        return rateLimited(1);
      },
    });
    check.startDrop([noticeFile('一.txt', ADVANCE)]);
    await eventually(() => check.countdown()?.includes('1秒'), 'it counts down');
    await eventually(() => check.states()[0] === '有効', 'it goes on');
  });

  it('stops on request, keeps what is known, and goes on with the rest', async () => {
    const {released, release} = hold();
    const check = await mountCheck({
      intercept: async request => {
        if (isCheck(request) && (await request.text()).includes(PERFORMANCE.number)) await released;
        return undefined;
      },
    });
    check.startDrop([noticeFile('一.txt', ADVANCE), noticeFile('二.txt', PERFORMANCE)]);
    await eventually(() => check.states().join() === '有効,確認中');
    await check.press('中止');
    expect(check.states()).to.deep.equal(['有効', '確認待ち']);
    release();
    await settled(check.element);
    expect(check.states()).to.deep.equal(['有効', '確認待ち']);
    await check.press('残りの1件を確認する');
    await eventually(() => check.states().join() === '有効,有効', 'the rest is checked');
  });

  it('stops at a failure that the next one would meet too, and tells the page once', async () => {
    let isDown = true;
    const check = await mountCheck({
      intercept: request => (isDown && isCheck(request) ? new Response(null, {status: 401}) : undefined),
    });
    let asked = 0;
    check.element.addEventListener('surety-auth-required', () => asked++);
    await check.dropFiles([noticeFile('一.txt', ADVANCE), noticeFile('二.txt', PERFORMANCE)]);
    expect(check.states()).to.deep.equal(['確認できません', '確認待ち']);
    expect(asked).to.equal(1);
    isDown = false;
    await check.press('残りの2件を確認する');
    await eventually(() => check.states().join() === '有効,有効', 'all are checked');
  });

  it('compares each with the page’s own table by number, and says what has not come', async () => {
    const table = [
      '保証契約番号,工事名,請負金額（円）,受注者',
      `${ADVANCE.number.replace('-', '')},令和７年度 市道〇〇線道路改良工事,"５０，０００，０００",〇〇建設株式会社`,
      '05214-999999,別の工事,1,別の会社',
    ].join('\r\n');
    const check = await mountCheck({}, table);
    await check.dropFiles([noticeFile('一.txt', ADVANCE), noticeFile('二.txt', PERFORMANCE)]);
    expect(check.rowText(0)).to.contain('一致');
    expect(check.rowText(1)).to.contain('照合先なし');
    expect(check.part('missing')).to.contain('1件').and.to.contain('05214-999999');
    await check.open(ADVANCE.number);
    expect(check.part('comparison')).to.contain('3項目とも一致');
  });

  it('saves the list as CSV without any key, and nothing in it is a formula', async () => {
    const check = await mountCheck();
    await check.dropFiles([
      noticeFile('=cmd.txt', ADVANCE),
      noticeFile('二.txt', {...PERFORMANCE, authKey: WRONG_KEY}),
    ]);
    const text = await check.saveCsv();
    expect(text).to.contain('"\'=cmd.txt","有効","05214-000123","前払金保証","新規"');
    expect(text).to.contain('"該当なし"').and.to.contain('20000000');
    for (const key of [ADVANCE.authKey, WRONG_KEY]) expect(text).to.not.contain(key);
  });

  it('prints the list with its counts, without buttons', async () => {
    const check = await mountCheck();
    await check.dropFiles([noticeFile('一.txt', ADVANCE)]);
    const {text} = check.print();
    expect(text).to.contain('まとめて確認した結果').and.to.contain('有効 1件').and.to.contain(ADVANCE.number);
    expect(text).to.not.contain('CSVで保存');
    check.element.remove();
  });

  it('sends nothing but number and key, leaves the key nowhere, and forgets all with the page', async () => {
    const bodies: string[] = [];
    const check = await mountCheck({
      intercept: async request => {
        bodies.push(`${request.method} ${new URL(request.url).pathname} ${await request.text()}`);
        return undefined;
      },
    });
    await check.dropFiles([noticeFile('秘密の名前.txt', ADVANCE)]);
    expect(bodies.filter(body => body.includes('/register/checks'))).to.deep.equal([
      `POST /v1/register/checks {"contractNumber":"${ADVANCE.number}","authKey":"${ADVANCE.authKey}"}`,
    ]);
    expect(bodies.join()).to.not.contain('秘密の名前');
    expect(check.element.shadowRoot?.innerHTML).to.not.contain(ADVANCE.authKey);
    window.dispatchEvent(new Event('pagehide'));
    await settled(check.element);
    expect(check.rows()).to.deep.equal([]);
    expect(check.has(NUMBER)).to.equal(true);
  });

  it('takes a hundred at most, and says how many were left out', async () => {
    const check = await mountCheck();
    await check.dropFiles(Array.from({length: 103}, (_, index) => new File(['x'], `${index}.txt`)));
    expect(check.rows()).to.have.length(100);
    expect(check.text()).to.contain('3件は入れていません');
  });

  it('leaves a dragged text alone', async () => {
    const check = await mountCheck();
    const dataTransfer = new DataTransfer();
    dataTransfer.setData('text/plain', 'x');
    const event = new DragEvent('dragover', {dataTransfer, bubbles: true, cancelable: true});
    check.element.dispatchEvent(event);
    expect(event.defaultPrevented).to.equal(false);
  });

  it('fits a screen of 320 pixels, with targets of 44 pixels', async () => {
    await setViewport({width: 320, height: 640});
    try {
      const check = await mountCheck();
      await check.dropFiles([
        noticeFile('とても長いファイルの名前_電子保証にかかる認証キーのお知らせ_2026年2月3日.txt', ADVANCE),
        noticeFile('番号だけ.txt', {number: PERFORMANCE.number}),
      ]);
      expect(document.documentElement.scrollWidth).to.be.at.most(320);
      expect(check.smallButtons()).to.deep.equal([]);
      await expect(check.element).to.be.accessible();
    } finally {
      await setViewport({width: 800, height: 600});
    }
  });
});

describe('surety-certificate-check when a batch is ended while it is at work', () => {
  const others = [PERFORMANCE, {...PERFORMANCE, authKey: WRONG_KEY}];

  for (const [occasion, isChecked] of [
    ['while a slow check runs', false],
    ['right after a slow check has ended', true],
  ] as const) {
    it(`neither comes back nor sends a key of files that were added and not read yet, ${occasion}`, async () => {
      const {released, release} = hold();
      const {sent, intercept} = watchChecks(released);
      const check = await mountCheck({intercept});
      check.startDrop([noticeFile('一.txt', ADVANCE)]);
      await eventually(() => sent.length === 1, 'the register is asked');
      const reading = holdReading();
      check.startDrop([archive('追加.zip', others)]);
      await eventually(() => check.rows().length === 2, 'the file is added');
      if (isChecked) {
        release();
        await eventually(() => check.states()[0] === '有効', 'the slow check has ended');
      }
      await check.press('終了する');
      reading.release();
      release();
      // What follows takes longer than what was held back, and shows that nothing of that is left.
      await check.dropFiles([noticeFile('次.txt', {...ADVANCE, authKey: 'Wrong2Key235'})]);
      expect(check.states()).to.deep.equal(['該当なし']);
      expect(sent).to.have.length(2);
      expect(sent.join()).to.not.contain(PERFORMANCE.number);
    });
  }

  it('sends no key of a batch that waits, and takes the next files at once', async () => {
    const {released, release} = hold();
    const {sent, intercept} = watchChecks(released);
    const check = await mountCheck({intercept});
    const keys = ['Wrong2Key231', 'Wrong2Key232', 'Wrong2Key233', 'Wrong2Key234'];
    check.startDrop(keys.map((authKey, at) => noticeFile(`${at}.txt`, {number: ADVANCE.number, authKey})));
    await eventually(() => sent.length === 3, 'three are sent');
    await check.press('終了する');
    expect(check.rows()).to.deep.equal([]);
    expect(check.focused()).to.equal(NUMBER);
    check.startDrop([noticeFile('次.txt', ADVANCE)]);
    await eventually(() => sent.length === 4, 'the next batch is checked beside the aborted checks');
    release();
    await check.batchEnds();
    expect(check.states()).to.deep.equal(['有効']);
    expect(sent.join()).to.not.contain('Wrong2Key234');
  });
});
