import {expect} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import {unzipSync} from 'fflate';
import {html} from 'lit';
import '../../components/key-notice/define.js';
import type {SuretyKeyNotice} from '../../components/key-notice/key-notice.js';
import {leafletKeys} from '../../demo/sandbox/index.js';
import {setGlyphBase} from '../../src/pdf/glyph-base.js';
import {eventually} from '../support/eventually.js';
import {catchDownloads} from '../support/downloads.js';
import {mountWithSandbox, type MountSandboxOptions} from '../support/mount.js';
import {find, findButton, problem, textOf} from '../support/shadow.js';

const numbers: string[] = [leafletKeys['advance-payment'].number, leafletKeys.performance.number];
const [first = '', second = ''] = numbers;

async function mountBatch(contractNumbers = numbers, options: MountSandboxOptions = {}) {
  const {el} = await mountWithSandbox<SuretyKeyNotice>(
    html`<surety-key-notice .contractNumbers=${contractNumbers}></surety-key-notice>`,
    {now: () => new Date('2026-02-03T10:15:00+09:00'), ...options},
  );
  return el;
}

const said = (el: Element) => textOf(find(el, '.sections'));
/** Chooses a way to save, and gives what the browser would have saved. */
async function save(el: SuretyKeyNotice, button: string, count: number) {
  const {caught, restore} = catchDownloads();
  findButton(el, button).click();
  await eventually(() => caught.length > 0, 'nothing was saved');
  await eventually(() => said(el).includes(`${count}件のお知らせを保存しました。`));
  restore();
  const [file] = caught;
  expect(caught).to.have.length(1);
  return {name: file?.name ?? '', bytes: new Uint8Array(await (await fetch(file?.url ?? '')).arrayBuffer())};
}

const isPdf = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes?.subarray(0, 5)) === '%PDF-';

describe('several notices at once', () => {
  beforeEach(() => setGlyphBase('/dist/glyphs/'));

  it('are saved as one ZIP, each under day, counterparty, amount and document', async () => {
    const el = await mountBatch();
    await expect(el).to.be.accessible();
    const told: unknown[] = [];
    el.addEventListener('surety-notice-saved', ({detail}) => told.push(detail));
    const {name, bytes} = await save(el, 'まとめて保存（ZIP）', 2);
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
    await expect(el).to.be.accessible();
  });

  it('are saved as one PDF', async () => {
    const {name, bytes} = await save(await mountBatch(), '1つのPDFにまとめる', 2);
    expect(name).to.match(/_2件\.pdf$/);
    expect(isPdf(bytes)).to.equal(true);
  });

  it('name the contracts that failed, save the others, and make up for them', async () => {
    let isDown = true;
    const intercept = ({url}: Request) =>
      isDown && url.includes(`${second}/notice`) ? problem(409) : undefined;
    const el = await mountBatch(numbers, {intercept});
    const {bytes} = await save(el, 'まとめて保存（ZIP）', 1);
    expect(Object.keys(unzipSync(bytes))).to.have.length(1);
    expect(textOf(find(el, '.failures')))
      .to.contain(second)
      .and.not.to.contain(first);
    await expect(el).to.be.accessible();
    isDown = false;
    const more = await save(el, '作成できなかったものをもう一度作成する', 1);
    expect(Object.keys(unzipSync(more.bytes))[0]).to.contain(second);
    expect(el.shadowRoot?.querySelector('.failures')).to.equal(null);
  });

  it('show how far they are, and can be given up', async () => {
    let release = () => {};
    const gate = new Promise<undefined>(resolve => (release = () => resolve(undefined)));
    const intercept = ({url}: Request) => (url.includes(`${second}/notice`) ? gate : undefined);
    const el = await mountBatch(numbers, {intercept});
    const {caught, restore} = catchDownloads();
    findButton(el, 'まとめて保存（ZIP）').click();
    await eventually(() => said(el).includes('1 / 2'));
    await expect(el).to.be.accessible();
    findButton(el, '中止する').click();
    release();
    await el.updateComplete;
    expect(el.shadowRoot?.querySelector('progress')).to.equal(null);
    restore();
    expect(caught).to.deep.equal([]);
  });

  it('ask to sign in once, not for each of them', async () => {
    const intercept = ({url}: Request) => (url.includes('/contracts/') ? problem(401) : undefined);
    const el = await mountBatch(numbers, {intercept});
    let asked = 0;
    el.addEventListener('surety-auth-required', () => asked++);
    findButton(el, 'まとめて保存（ZIP）').click();
    await eventually(() => el.shadowRoot?.querySelector('[part=error]'));
    expect(asked).to.equal(1);
  });

  it('give way to the letter when only one contract is left', async () => {
    const el = await mountBatch();
    el.contractNumbers = [];
    el.contractNumber = first;
    await eventually(() => el.shadowRoot?.querySelector('.letter'));
  });

  it('fit 320 px', async () => {
    await setViewport({width: 320, height: 640});
    await mountBatch(Array.from({length: 40}, (_, index) => `26104-0000${index + 10}`));
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
    await setViewport({width: 1280, height: 800});
  });
});
