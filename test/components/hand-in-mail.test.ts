import {expect} from '@open-wc/testing';
import {officeHoursText} from '../../components/contract-detail/submission-panel.js';
import {setGlyphBase} from '../../src/pdf/glyph-base.js';
import {
  authKey,
  contractNumber as number,
  mountDetail,
  type ContractDetail,
} from '../support/contract-detail.js';
import {catchDownloads} from '../support/downloads.js';
import {eventually} from '../support/eventually.js';
import type {MountSandboxOptions} from '../support/mount.js';
import {problem} from '../support/shadow.js';

const fileName = `認証キーのお知らせ_前払金保証_${number}`;

async function mountMail(options: MountSandboxOptions = {}) {
  const mounted = await mountDetail(options);
  mounted.detail.openDetails();
  return mounted;
}

const shown = (detail: ContractDetail, words: string) =>
  eventually(() => detail.part('submission')?.includes(words), `never said ${words}`);

describe('the mail to the obligee', () => {
  beforeEach(() => setGlyphBase('/dist/glyphs/'));

  it('is saved as a draft with the notice attached under the obligee’s file name', async () => {
    const {detail} = await mountMail();
    const {caught, restore} = catchDownloads();
    await detail.press('お知らせを添付した下書きを保存');
    await shown(detail, '下書きを保存しました。');
    restore();
    expect(caught.map(({name}) => name)).to.deep.equal([`${fileName}.eml`]);
    const draft = await (await fetch(caught[0]?.url ?? '')).text();
    expect(draft)
      .to.match(/^X-Unsent: 1\r\n/)
      .and.to.contain('Content-Type: application/pdf;');
    const [, pdf = ''] = /filename[^]*?\r\n\r\n([\w+/=\r\n]+?)\r\n--/.exec(draft) ?? [];
    expect(atob(pdf.replace(/\s/g, '')).slice(0, 5)).to.equal('%PDF-');
    expect(draft).not.to.contain(authKey);
    await expect(detail.element).to.be.accessible();
  });

  it('records that a notice was made, as any other way to make one does', async () => {
    const {detail, sandbox} = await mountMail();
    const {restore} = catchDownloads();
    await detail.press('お知らせを添付した下書きを保存');
    await shown(detail, '下書きを保存しました。');
    restore();
    const {token} = await sandbox.signIn('contractor');
    const headers = {Authorization: `Bearer ${token}`};
    const answer = await sandbox.fetch(`/v1/contracts/${number}`, {headers});
    const {keyViews} = (await answer.json()) as {keyViews: {purpose: string}[]};
    expect(keyViews.map(({purpose}) => purpose)).to.deep.equal(['notice']);
  });

  it('says why it could not be made, and is made after all when it can be', async () => {
    let isDown = true;
    const intercept = ({url}: Request) => (isDown && url.includes('notice') ? problem(503) : undefined);
    const {detail} = await mountMail({intercept});
    const {caught, restore} = catchDownloads();
    await detail.press('お知らせを添付した下書きを保存');
    await eventually(() => detail.alertIn('submission'));
    expect(caught).to.deep.equal([]);
    isDown = false;
    await detail.press('もう一度作成する');
    await shown(detail, '下書きを保存しました。');
    restore();
    expect(caught).to.have.length(1);
  });

  it('is shared with the notice where the device can, and says nothing to one who thought better of it', async () => {
    const shared: ShareData[] = [];
    let answer: () => Promise<void> = () => Promise.reject(new DOMException('no', 'AbortError'));
    Object.assign(navigator, {
      canShare: () => true,
      share: (data: ShareData) => (shared.push(data), answer()),
    });
    try {
      const {detail} = await mountMail();
      await detail.press('お知らせを共有');
      await eventually(() => shared.length === 1);
      await eventually(() => !detail.part('submission')?.includes('作成しています'));
      expect(detail.part('submission')).not.to.contain('お知らせを渡しました');
      answer = () => Promise.resolve();
      await detail.press('お知らせを共有');
      await shown(detail, 'お知らせを渡しました。');
      expect(shared[1]?.files?.[0]?.name).to.equal(`${fileName}.pdf`);
      expect(shared[1]?.title).to.contain(number);
      expect(JSON.stringify([shared[1]?.title, shared[1]?.text])).not.to.contain(authKey);
    } finally {
      Reflect.deleteProperty(navigator, 'canShare');
      Reflect.deleteProperty(navigator, 'share');
    }
  });

  it('is given up when the element leaves the page', async () => {
    let release = () => {};
    const gate = new Promise<undefined>(resolve => (release = () => resolve(undefined)));
    let isAsked = false;
    const intercept = ({url}: Request) => (url.includes('notice') ? ((isAsked = true), gate) : undefined);
    const {detail} = await mountMail({intercept});
    const {caught, restore} = catchDownloads();
    await detail.press('お知らせを添付した下書きを保存');
    await eventually(() => isAsked);
    detail.element.remove();
    release();
    await detail.updated();
    expect(detail.part('submission')).not.to.contain('作成しています');
    restore();
    expect(caught).to.deep.equal([]);
  });
});

describe('officeHoursText', () => {
  const at = (time: string) => officeHoursText(new Date(`${time}+09:00`), {opens: '09:00', closes: '17:00'});
  it('says from when somebody answers, past a holiday', () =>
    expect(at('2026-11-20T17:30')).to.equal('次の受付は11月24日（火）9:00からです。'));
  it('says until when somebody answers', () =>
    expect(at('2026-11-20T10:00')).to.equal('ただいま受付時間内です（17:00まで）。'));
});
