import {expect} from '@open-wc/testing';
import {emulateMedia, setViewport} from '@web/test-runner-commands';
import {html} from 'lit';
import '../../components/key-notice/define.js';
import type {SuretyKeyNotice} from '../../components/key-notice/key-notice.js';
import {leafletKeys} from '../../demo/sandbox/index.js';
import {setGlyphBase} from '../../src/pdf/glyph-base.js';
import type {KeyNotice} from '../../src/schemas/key-notice.js';
import {eventually} from '../support/eventually.js';
import {catchDownloads} from '../support/downloads.js';
import {itWith} from '../support/engine.js';
import {fired} from '../support/fired.js';
import {mount, mountWithSandbox, type MountSandboxOptions} from '../support/mount.js';
import {hardKeyNotice, sampleKeyNotice} from '../support/sample-key-notice.js';
import {find, findAll, findButton, problem, textOf} from '../support/shadow.js';

const {number, authKey} = leafletKeys['advance-payment'];
const now = () => new Date('2026-02-03T10:15:00+09:00');
const fileName = `認証キーのお知らせ_${number}.pdf`;

const mountNotice = (options: MountSandboxOptions = {}) =>
  mountWithSandbox<SuretyKeyNotice>(html`<surety-key-notice contract-number=${number}></surety-key-notice>`, {
    now,
    ...options,
  });

const mountHeld = (notice: KeyNotice) =>
  mount<SuretyKeyNotice>(html`<surety-key-notice .notice=${notice}></surety-key-notice>`);

const fileState = (el: Element) => textOf(el.shadowRoot?.querySelector('.file-state'));
const made = (el: Element) => eventually(() => fileState(el).includes('.pdf'), 'no PDF was made');

describe('surety-key-notice', () => {
  beforeEach(() => setGlyphBase('/dist/glyphs/'));

  it('shows the letter with the words and the order of the PDF', async () => {
    const {el} = await mountNotice();
    const letter = textOf(find(el, '.letter'));
    const inOrder = [
      '令和8年2月3日',
      '〇〇建設 株式会社 様',
      '電子保証にかかる「認証キー」のお知らせ',
      '保証確認サービス (D-Sure)',
      '①電子契約システムへのアップロード',
      '又は',
      '②電子メールに添付して送信',
      '記',
      '工事名',
      '令和7年度 市道〇〇線道路改良工事',
      '受注者名 (J Vの場合は代表者)',
      '商品 (保証区分)',
      '前払金保証',
      '保証契約番号',
      number,
      '認証キー',
      authKey,
      '【発注者様へのお断り】',
      '東日本建設業保証株式会社',
    ];
    let at = 0;
    for (const words of inOrder) {
      at = letter.indexOf(words, at);
      expect(at, words).to.be.at.least(0);
    }
  });

  it('copies the key out of the letter as 12 characters', async () => {
    const {el} = await mountNotice();
    expect(find(el, '.letter .key').textContent).to.equal(authKey);
    getSelection()?.selectAllChildren(find(el, '.letter .key'));
    expect(getSelection()?.toString()).to.equal(authKey);
  });

  it('writes 「又は」 between the ways, also when the wording has it already', async () => {
    const el = await mountHeld(sampleKeyNotice());
    expect(findAll(el, '.letter-ways p').map(textOf)).to.deep.equal([
      '①電子契約システムへのアップロード',
      '又は',
      '②電子メールに添付して送信',
    ]);
  });

  it('makes the PDF, says its name and size, and saves it', async () => {
    const {el} = await mountNotice();
    await made(el);
    expect(fileState(el)).to.match(new RegExp(`^${fileName} （A4 1枚・\\d\\dKB）$`));
    const {caught, restore} = catchDownloads();
    const detail = await fired(el, 'surety-notice-saved', () =>
      findButton(el, 'ダウンロード（PDF）').click(),
    );
    restore();
    expect(detail).to.deep.equal({contractNumber: number, fileName});
    expect(caught.map(({name}) => name)).to.deep.equal([fileName]);
    const bytes = await (await fetch(caught[0]?.url ?? '')).text();
    expect(bytes.slice(0, 8)).to.equal('%PDF-1.5');
    await el.updateComplete;
    expect(textOf(find(el, '[data-kind=success]'))).to.contain('発注者に提出してください');
    await expect(el).to.be.accessible();
  });

  it('draws the QR code of the PDF in the letter: the number alone, unless the page asks for the key', async () => {
    const {el} = await mountNotice();
    await made(el);
    const says = () => find(el, '.letter-code svg').getAttribute('aria-label');
    await eventually(() => says() === 'QRコード（保証契約番号）');
    const squares = () => find(el, '.letter-code svg').getAttribute('viewBox');
    expect(squares()).to.equal('-1 -1 23 23');
    el.machineReadableKey = true;
    await eventually(() => says() === 'QRコード（保証契約番号・認証キー）');
    expect(squares()).to.equal('-1 -1 31 31');
    await expect(el).to.be.accessible();
  });

  it('keeps the wish to save while the PDF is still being made', async () => {
    const original = window.fetch;
    let release = () => {};
    const gate = new Promise<void>(resolve => (release = resolve));
    window.fetch = async (input, init) => {
      await gate;
      return original(new Request(input, init).url.replace('/held-back/', '/dist/glyphs/'), init);
    };
    setGlyphBase('/held-back/');
    const {el} = await mountNotice();
    const {caught, restore} = catchDownloads();
    expect(fileState(el)).to.equal('PDFを作成しています');
    findButton(el, 'ダウンロード（PDF）').click();
    expect(caught).to.have.length(0);
    await fired(el, 'surety-notice-saved', release);
    restore();
    window.fetch = original;
    expect(caught).to.have.length(1);
  });

  it('records that a notice was made, once', async () => {
    const {el, sandbox} = await mountNotice();
    await made(el);
    const {token} = await sandbox.signIn('contractor');
    const answer = await sandbox.fetch(`/v1/contracts/${number}`, {
      headers: {Authorization: `Bearer ${token}`},
    });
    const {keyViews} = (await answer.json()) as {keyViews: {purpose: string}[]};
    expect(keyViews.map(({purpose}) => purpose)).to.deep.equal(['notice']);
  });

  it('shares the file where the device can, and says nothing when the person thought better of it', async () => {
    const shared: (string | undefined)[] = [];
    let answer: () => Promise<void> = () => Promise.reject(new DOMException('no', 'AbortError'));
    Object.assign(navigator, {
      canShare: () => true,
      share: ({files}: ShareData) => (shared.push(files?.[0]?.name), answer()),
    });
    try {
      const {el} = await mountNotice();
      await made(el);
      const saved: string[] = [];
      el.addEventListener('surety-notice-saved', ({detail}) => saved.push(detail.fileName));
      findButton(el, '共有').click();
      await eventually(() => shared.length === 1);
      expect(saved).to.deep.equal([]);
      answer = () => Promise.resolve();
      findButton(el, '共有').click();
      await eventually(() => saved.length === 1);
      expect(shared).to.deep.equal([fileName, fileName]);
    } finally {
      Reflect.deleteProperty(navigator, 'canShare');
      Reflect.deleteProperty(navigator, 'share');
    }
  });

  it('warns of characters that the PDF cannot show, before it is handed in', async () => {
    const el = await mountHeld(sampleKeyNotice({worksName: '\u{F0000}町工事'}));
    await made(el);
    expect(textOf(find(el, '[data-kind=warning]')))
      .to.contain('そのままの形で表せません')
      .and.to.contain('\u{F0000}');
  });

  it('does not warn of hard names that the fonts have', async () => {
    const el = await mountHeld(hardKeyNotice({worksName: '𠮷野・髙﨑・①㈱工事'}));
    await made(el);
    expect(el.shadowRoot?.querySelector('[data-kind=warning]')).to.equal(null);
  });

  itWith('print')('prints the letter alone and takes it away afterwards', async () => {
    const {el} = await mountNotice();
    const original = window.print;
    let calls = 0;
    window.print = () => void calls++;
    findButton(el, '印刷').click();
    window.print = original;
    const box = document.querySelector('[data-surety-printout]');
    expect(calls).to.equal(1);
    expect(textOf(box?.shadowRoot?.firstElementChild)).to.contain(authKey);
    await emulateMedia({media: 'print'});
    expect(getComputedStyle(el.parentElement?.parentElement as Element).display).to.equal('none');
    await emulateMedia({media: 'screen'});
    window.dispatchEvent(new Event('afterprint'));
    expect(document.querySelector('[data-surety-printout]')).to.equal(null);
  });

  it('keeps the letter readable and printable when the PDF cannot be made, and tries again', async () => {
    setGlyphBase('/no-such-folder/');
    const {el} = await mountNotice();
    await eventually(() => el.shadowRoot?.querySelector('[part=error]'), 'no failure was shown');
    expect(textOf(find(el, '[part=error]'))).to.contain('必要なファイルを読み込めませんでした');
    expect(textOf(find(el, '.letter'))).to.contain(number);
    await expect(el).to.be.accessible();
    setGlyphBase('/dist/glyphs/');
    findButton(el, 'PDFをもう一度作成する').click();
    await made(el);
  });

  it('says why the notice could not be fetched, and can be tried again', async () => {
    let isDown = true;
    const {el} = await mountNotice({intercept: () => (isDown ? problem(404) : undefined)});
    expect(textOf(find(el, '[role=alert][part=error]'))).to.contain('見つかりません');
    isDown = false;
    findButton(el, 'もう一度読み込む').click();
    await eventually(() => el.shadowRoot?.querySelector('.letter'));
  });

  it('forgets letter, key and file when the page is left or the element leaves it', async () => {
    const {el} = await mountNotice();
    await made(el);
    window.dispatchEvent(new Event('pagehide'));
    await el.updateComplete;
    expect(el.shadowRoot?.innerHTML).not.to.contain('class="key"');
    const {el: other} = await mountNotice();
    await made(other);
    other.remove();
    await other.updateComplete;
    expect(textOf(other)).not.to.contain(authKey.slice(0, 4));
    expect(document.documentElement.outerHTML).not.to.contain(authKey);
  });

  it('comes back with the letter when it is put into the page again', async () => {
    const {el} = await mountNotice();
    const parent = el.parentElement;
    el.remove();
    await el.updateComplete;
    parent?.append(el);
    await eventually(() => el.shadowRoot?.querySelector('.letter'));
  });

  it('never puts the key into attributes or event details', async () => {
    const {el} = await mountNotice();
    await made(el);
    const {restore} = catchDownloads();
    const detail = await fired(el, 'surety-notice-saved', () =>
      findButton(el, 'ダウンロード（PDF）').click(),
    );
    restore();
    const attributes = [el, ...findAll(el, '*')].flatMap(each =>
      [...each.attributes].map(({value}) => value),
    );
    expect([...attributes, JSON.stringify(detail)].filter(text => text.includes(authKey))).to.deep.equal([]);
  });

  it('asks for a choice while no contract is given, and says that it is working', async () => {
    const empty = await mount(html`<surety-key-notice></surety-key-notice>`);
    expect(textOf(find(empty, '[part=empty]'))).to.equal('保証契約が選ばれていません。');
    const waiting = await mount<SuretyKeyNotice>(
      html`<surety-key-notice contract-number=${number}></surety-key-notice>`,
      {fetch: () => new Promise(() => undefined), settle: false},
    );
    expect(textOf(find(waiting, '[part=loading]'))).to.equal('お知らせを作成しています');
  });

  it('fits 320 px without scrolling sideways, hard names included', async () => {
    await setViewport({width: 320, height: 640});
    const el = await mountHeld(hardKeyNotice());
    await made(el);
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
    await expect(el).to.be.accessible();
    await setViewport({width: 1280, height: 800});
  });
});
