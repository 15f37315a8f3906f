import {expect} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import {unzipSync} from 'fflate';
import {leafletKeys} from '../../demo/sandbox/index.js';
import {setGlyphBase} from '../../src/pdf/glyph-base.js';
import {catchDownloads} from '../support/downloads.js';
import {eventually} from '../support/eventually.js';
import {mountNotices} from '../support/key-notice.js';
import {settled} from '../support/mount.js';
import {problem} from '../support/shadow.js';

const numbers: string[] = [leafletKeys['advance-payment'].number, leafletKeys.performance.number];
const [first = '', second = ''] = numbers;
const ZIP = 'まとめて保存（ZIP）';

const isPdf = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes?.subarray(0, 5)) === '%PDF-';

describe('several notices at once', () => {
  beforeEach(() => setGlyphBase('/dist/glyphs/'));

  it('are saved as one ZIP, each under day, counterparty, amount and document', async () => {
    const notices = await mountNotices(numbers);
    await expect(notices.element).to.be.accessible();
    const told: unknown[] = [];
    notices.element.addEventListener('surety-notice-saved', ({detail}) => told.push(detail));
    const {name, bytes} = await notices.save(ZIP);
    expect(notices.success()).to.contain('2件のお知らせを保存しました。');
    expect(name).to.match(/^認証キーのお知らせ_\d{8}_2件\.zip$/);
    const files = unzipSync(bytes);
    expect(Object.keys(files)).to.deep.equal([
      `20260203_東日本建設業保証株式会社_20000000_認証キーのお知らせ（${first}）.pdf`,
      `20260203_東日本建設業保証株式会社_5000000_認証キーのお知らせ（${second}）.pdf`,
    ]);
    expect(Object.values(files).every(isPdf)).to.equal(true);
    expect(told).to.deep.equal(
      Object.keys(files).map((fileName, index) => ({contractNumber: numbers[index], fileName})),
    );
    await expect(notices.element).to.be.accessible();
  });

  it('are saved as one PDF', async () => {
    const notices = await mountNotices(numbers);
    const {name, bytes} = await notices.save('1つのPDFにまとめる');
    expect(notices.success()).to.contain('2件のお知らせを保存しました。');
    expect(name).to.match(/_2件\.pdf$/);
    expect(isPdf(bytes)).to.equal(true);
  });

  it('name the contracts that failed, save the others, and make up for them', async () => {
    let isDown = true;
    const intercept = ({url}: Request) =>
      isDown && url.includes(`${second}/notice`) ? problem(409) : undefined;
    const notices = await mountNotices(numbers, {intercept});
    const {bytes} = await notices.save(ZIP);
    expect(notices.success()).to.contain('1件のお知らせを保存しました。');
    expect(Object.keys(unzipSync(bytes))).to.have.length(1);
    expect(notices.failures()).to.have.length(1);
    expect(notices.failures()[0]).to.contain(second);
    await expect(notices.element).to.be.accessible();
    isDown = false;
    const more = await notices.save('作成できなかったものをもう一度作成する');
    expect(notices.success()).to.contain('1件のお知らせを保存しました。');
    expect(Object.keys(unzipSync(more.bytes))[0]).to.contain(second);
    expect(notices.failures()).to.deep.equal([]);
  });

  it('show how far they are, and can be aborted', async () => {
    let release = () => {};
    const gate = new Promise<undefined>(resolve => (release = () => resolve(undefined)));
    const intercept = ({url}: Request) => (url.includes(`${second}/notice`) ? gate : undefined);
    const notices = await mountNotices(numbers, {intercept});
    const {caught, restore} = catchDownloads();
    notices.button(ZIP).click();
    await eventually(() => notices.text().includes('1 / 2'));
    await expect(notices.element).to.be.accessible();
    await notices.press('中止する');
    release();
    await settled(notices.element);
    expect(notices.isMaking()).to.equal(false);
    restore();
    expect(caught).to.deep.equal([]);
  });

  it('ask to sign in once, not for each of them', async () => {
    const intercept = ({url}: Request) => (url.includes('/contracts/') ? problem(401) : undefined);
    const notices = await mountNotices(numbers, {intercept});
    let asked = 0;
    notices.element.addEventListener('surety-auth-required', () => asked++);
    notices.button(ZIP).click();
    await eventually(() => notices.alert());
    expect(asked).to.equal(1);
  });

  it('give way to the letter when only one contract is left', async () => {
    const notices = await mountNotices(numbers);
    notices.element.contractNumbers = [];
    notices.element.contractNumber = first;
    await notices.letterShown();
  });

  it('fit 320 px', async () => {
    await setViewport({width: 320, height: 640});
    await mountNotices(Array.from({length: 40}, (_, index) => `26104-0000${index + 10}`));
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
    await setViewport({width: 1280, height: 800});
  });
});
