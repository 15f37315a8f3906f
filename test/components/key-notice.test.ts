import {expect} from '@open-wc/testing';
import {emulateMedia, setViewport} from '@web/test-runner-commands';
import {html} from 'lit';
import type {SuretyKeyNotice} from '../../components/key-notice/key-notice.js';
import {setGlyphBase} from '../../src/pdf/glyph-base.js';
import {catchDownloads} from '../support/downloads.js';
import {itWith} from '../support/engine.js';
import {eventually} from '../support/eventually.js';
import {fired} from '../support/fired.js';
import {AUTH_KEY, KeyNoticeHarness, NUMBER, mountHeldNotice, mountNotice} from '../support/key-notice.js';
import {mount} from '../support/mount.js';
import {hasPrintout} from '../support/printout.js';
import {hardKeyNotice, sampleKeyNotice} from '../support/sample-key-notice.js';
import {problem} from '../support/shadow.js';

const FILE_NAME = `認証キーのお知らせ_${NUMBER}.pdf`;
const SAVE = 'ダウンロード（PDF）';

describe('surety-key-notice', () => {
  beforeEach(() => setGlyphBase('/dist/glyphs/'));

  it('shows the letter with the words and the order of the PDF', async () => {
    const {notice} = await mountNotice();
    const letter = notice.letter() ?? '';
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
      NUMBER,
      '認証キー',
      AUTH_KEY,
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
    const {notice} = await mountNotice();
    expect(notice.part('key')).to.equal(AUTH_KEY);
    expect(notice.copyKey()).to.equal(AUTH_KEY);
  });

  it('writes 「又は」 between the ways, also when the wording has it already', async () => {
    const notice = await mountHeldNotice(sampleKeyNotice());
    expect(notice.ways()).to.deep.equal([
      '①電子契約システムへのアップロード',
      '又は',
      '②電子メールに添付して送信',
    ]);
  });

  it('makes the PDF, says its name and size, and saves it', async () => {
    const {notice} = await mountNotice();
    await notice.fileMade();
    expect(notice.fileState()).to.match(new RegExp(`^${FILE_NAME} （A4 1枚・\\d\\dKB）$`));
    const {caught, restore} = catchDownloads();
    const detail = await fired(notice.element, 'surety-notice-saved', () => notice.button(SAVE).click());
    restore();
    expect(detail).to.deep.equal({contractNumber: NUMBER, fileName: FILE_NAME});
    expect(caught.map(({name}) => name)).to.deep.equal([FILE_NAME]);
    const bytes = await (await fetch(caught[0]?.url ?? '')).text();
    expect(bytes.slice(0, 8)).to.equal('%PDF-1.5');
    await notice.updated();
    expect(notice.success()).to.contain('発注者に提出してください');
    await expect(notice.element).to.be.accessible();
  });

  it('draws the QR code of the PDF in the letter: the number alone, unless the page asks for the key', async () => {
    const {notice} = await mountNotice();
    await notice.fileMade();
    await eventually(() => notice.code()?.label === 'QRコード（保証契約番号）');
    expect(notice.code()?.side).to.equal(21);
    notice.element.machineReadableKey = true;
    await eventually(() => notice.code()?.label === 'QRコード（保証契約番号・認証キー）');
    expect(notice.code()?.side).to.equal(29);
    await expect(notice.element).to.be.accessible();
  });

  it('saves the PDF as soon as it is made when that was asked for before', async () => {
    const original = window.fetch;
    let release = () => {};
    const gate = new Promise<void>(resolve => (release = resolve));
    window.fetch = async (input, init) => {
      await gate;
      return original(new Request(input, init).url.replace('/held-back/', '/dist/glyphs/'), init);
    };
    setGlyphBase('/held-back/');
    const {notice} = await mountNotice();
    const {caught, restore} = catchDownloads();
    expect(notice.fileState()).to.equal('PDFを作成しています');
    notice.button(SAVE).click();
    expect(caught).to.have.length(0);
    await fired(notice.element, 'surety-notice-saved', release);
    restore();
    window.fetch = original;
    expect(caught).to.have.length(1);
  });

  it('records that a notice was made, once', async () => {
    const {notice, sandbox} = await mountNotice();
    await notice.fileMade();
    const {token} = await sandbox.signIn('contractor');
    const answer = await sandbox.fetch(`/v1/contracts/${NUMBER}`, {
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
      const {notice} = await mountNotice();
      await notice.fileMade();
      const saved: string[] = [];
      notice.element.addEventListener('surety-notice-saved', ({detail}) => saved.push(detail.fileName));
      notice.button('共有').click();
      await eventually(() => shared.length === 1);
      expect(saved).to.deep.equal([]);
      answer = () => Promise.resolve();
      notice.button('共有').click();
      await eventually(() => saved.length === 1);
      expect(shared).to.deep.equal([FILE_NAME, FILE_NAME]);
    } finally {
      Reflect.deleteProperty(navigator, 'canShare');
      Reflect.deleteProperty(navigator, 'share');
    }
  });

  it('warns of characters that the PDF cannot show, before it is handed in', async () => {
    const notice = await mountHeldNotice(sampleKeyNotice({worksName: '\u{F0000}町工事'}));
    await notice.fileMade();
    expect(notice.warning()).to.contain('そのままの形で表せません').and.to.contain('\u{F0000}');
  });

  it('does not warn of hard names that the fonts have', async () => {
    const notice = await mountHeldNotice(hardKeyNotice({worksName: '𠮷野・髙﨑・①㈱工事'}));
    await notice.fileMade();
    expect(notice.warning()).to.equal(undefined);
  });

  itWith('print')('prints the letter alone and takes it away afterwards', async () => {
    const {notice} = await mountNotice();
    const {calls, text, close} = notice.print();
    expect(calls).to.equal(1);
    expect(text).to.contain(AUTH_KEY);
    await emulateMedia({media: 'print'});
    expect(getComputedStyle(notice.element.parentElement?.parentElement as Element).display).to.equal('none');
    await emulateMedia({media: 'screen'});
    close();
    expect(hasPrintout()).to.equal(false);
  });

  it('keeps the letter readable and printable when the PDF cannot be made, and tries again', async () => {
    setGlyphBase('/no-such-folder/');
    const {notice} = await mountNotice();
    await eventually(() => notice.alert(), 'a failure is shown');
    expect(notice.alert()).to.contain('必要なファイルを読み込めませんでした');
    expect(notice.letter()).to.contain(NUMBER);
    await expect(notice.element).to.be.accessible();
    setGlyphBase('/dist/glyphs/');
    notice.button('PDFをもう一度作成する').click();
    await notice.fileMade();
  });

  it('says why the notice could not be fetched, and can be tried again', async () => {
    let isDown = true;
    const {notice} = await mountNotice({intercept: () => (isDown ? problem(404) : undefined)});
    expect(notice.alert()).to.contain('見つかりません');
    isDown = false;
    notice.button('もう一度読み込む').click();
    await notice.letterShown();
  });

  it('forgets letter, key and file when the page is left or the element leaves it', async () => {
    const {notice} = await mountNotice();
    await notice.fileMade();
    window.dispatchEvent(new Event('pagehide'));
    await notice.updated();
    expect(notice.letter()).to.equal(undefined);
    expect(notice.text()).not.to.contain(AUTH_KEY.slice(0, 4));
    const {notice: other} = await mountNotice();
    await other.fileMade();
    other.element.remove();
    await other.updated();
    expect(other.text()).not.to.contain(AUTH_KEY.slice(0, 4));
    expect(document.documentElement.outerHTML).not.to.contain(AUTH_KEY);
  });

  it('comes back with the letter when it is put into the page again', async () => {
    const {notice} = await mountNotice();
    const parent = notice.element.parentElement;
    notice.element.remove();
    await notice.updated();
    parent?.append(notice.element);
    await notice.letterShown();
  });

  it('never puts the key into attributes or event details', async () => {
    const {notice} = await mountNotice();
    await notice.fileMade();
    const {restore} = catchDownloads();
    const detail = await fired(notice.element, 'surety-notice-saved', () => notice.button(SAVE).click());
    restore();
    expect(
      [...notice.attributes(), JSON.stringify(detail)].filter(text => text.includes(AUTH_KEY)),
    ).to.deep.equal([]);
  });

  it('asks for a choice while no contract is given, and says that it is working', async () => {
    const empty = await mount<SuretyKeyNotice>(html`<surety-key-notice></surety-key-notice>`);
    expect(new KeyNoticeHarness(empty).part('empty')).to.equal('保証契約が選ばれていません。');
    const waiting = await mount<SuretyKeyNotice>(
      html`<surety-key-notice contract-number=${NUMBER}></surety-key-notice>`,
      {fetch: () => new Promise(() => undefined), settle: false},
    );
    expect(new KeyNoticeHarness(waiting).part('loading')).to.equal('お知らせを作成しています');
  });

  it('fits 320 px without scrolling sideways, hard names included', async () => {
    await setViewport({width: 320, height: 640});
    const notice = await mountHeldNotice(hardKeyNotice());
    await notice.fileMade();
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
    await expect(notice.element).to.be.accessible();
    await setViewport({width: 1280, height: 800});
  });
});
