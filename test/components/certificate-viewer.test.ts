import {expect} from '@open-wc/testing';
import {emulateMedia, setViewport} from '@web/test-runner-commands';
import {html} from 'lit';
import '../../components/certificate-viewer/define.js';
import type {SuretyCertificateViewer} from '../../components/certificate-viewer/certificate-viewer.js';
import {leafletKeys} from '../../demo/sandbox/index.js';
import {eventually} from '../support/eventually.js';
import {itWith} from '../support/engine.js';
import {fired} from '../support/fired.js';
import {mount, mountWithSandbox, settled, type MountSandboxOptions} from '../support/mount.js';
import {changeContract} from '../support/office.js';
import {find, findAll, findButton, problem, textOf} from '../support/shadow.js';

const {number} = leafletKeys['advance-payment'];
const now = () => new Date('2026-02-03T10:15:00+09:00');

const mountViewer = (options: MountSandboxOptions = {}) =>
  mountWithSandbox<SuretyCertificateViewer>(
    html`<surety-certificate-viewer contract-number=${number}></surety-certificate-viewer>`,
    {now, ...options},
  );

/** A viewer of a contract that was changed once. */
async function mountChanged() {
  const mounted = await mountViewer();
  await changeContract(mounted.sandbox, number);
  mounted.el.reload();
  await settled(mounted.el);
  return mounted;
}

function facts(el: Element): Record<string, string> {
  const rows = findAll(el, '.sheet-facts > div');
  return Object.fromEntries(
    rows.map(row => [textOf(row.querySelector('dt')), textOf(row.querySelector('dd'))]),
  );
}

/** Presses 「印刷」 and returns what would be on paper; the dialog stays open until `close()`. */
function printed(el: SuretyCertificateViewer) {
  const original = window.print;
  let calls = 0;
  window.print = () => void calls++;
  findButton(el, '印刷').click();
  window.print = original;
  const box = document.querySelector<HTMLElement>('[data-surety-printout]');
  const paper = box?.shadowRoot?.firstElementChild;
  return {calls, box, paper, close: () => window.dispatchEvent(new Event('afterprint'))};
}

describe('surety-certificate-viewer', () => {
  it('shows the certificate with every row, in 和暦 with the Gregorian date beside it', async () => {
    const {el} = await mountViewer();
    expect(textOf(find(el, '.sheet-title'))).to.equal('保証証書 (前払金保証)');
    expect(textOf(find(el, '.sheet-date'))).to.equal('令和8年2月3日（2026年2月3日）');
    expect(facts(el)).to.deep.equal({
      保証契約番号: number,
      保証契約者: '秋田県にかほ市象潟町字〇〇1番地1〇〇建設 株式会社代表取締役 〇〇 〇〇',
      '被保証者 (発注者)': 'にかほ市',
      '保証金額 (総額)': '20,000,000円（2,000万円）',
      保証期限: '令和9年3月19日（2027年3月19日）',
      工事名: '令和7年度 市道〇〇線道路改良工事',
      '請負金額 (総額)': '50,000,000円（5,000万円）',
      工期: '令和8年2月21日（2026年2月21日） ～ 令和9年3月19日（2027年3月19日）',
      請負契約日: '令和8年2月20日（2026年2月20日）',
      預託金融機関: '〇〇銀行 ××支店',
    });
  });

  it('states the undertaking, the surety, its branch and the notes', async () => {
    const {el} = await mountViewer();
    expect(textOf(find(el, '.sheet-undertaking'))).to.contain('その責に任じます');
    expect(textOf(find(el, '.sheet-surety'))).to.equal(
      '東京都中央区八丁堀2丁目27番10号 東日本建設業保証株式会社 取締役社長 栗田 卓也',
    );
    expect(textOf(find(el, '.sheet-branch'))).to.contain('取扱箇所 秋田支店 TEL 018-863-1000 FAX');
    expect(findAll(el, '.sheet-notes li')).to.have.length(2);
  });

  it('says that it is not the document to hand in', async () => {
    const {el} = await mountViewer();
    expect(textOf(find(el, '[part=notice]'))).to.equal(
      'この画面は確認用です。発注者への提出には「認証キー」のお知らせ（PDF）をお使いください。',
    );
  });

  it('offers no choice of revisions while there is only one', async () => {
    const {el} = await mountViewer();
    expect(el.shadowRoot?.querySelector('[part=revisions], [part=changes]')).to.equal(null);
  });

  it('says in words what 変更1 changed, before, after and by how much', async () => {
    const {el} = await mountChanged();
    expect(textOf(find(el, '#changes-heading'))).to.equal('変更1で変わったところ');
    expect(textOf(find(el, '[part=changes]')))
      .to.contain('設計変更による工期の延長と増額')
      .and.to.contain('4か所');
    const rows = findAll(el, '[part=changes] tbody tr').map(row => [...row.children].map(textOf));
    expect(rows).to.deep.equal([
      ['保証金額 (総額)', '変更前（新規）20,000,000円', '変更後（変更1）24,000,000円 4,000,000円の増額'],
      ['保証期限', '変更前（新規）令和9年3月19日', '変更後（変更1）令和9年6月30日 103日の延長'],
      ['請負金額 (総額)', '変更前（新規）50,000,000円', '変更後（変更1）60,000,000円 10,000,000円の増額'],
      [
        '工期',
        '変更前（新規）令和8年2月21日 ～ 令和9年3月19日',
        '変更後（変更1）令和8年2月21日 ～ 令和9年6月30日 103日の延長',
      ],
    ]);
  });

  it('marks the changed rows of the certificate in words, and the number of the change below the title', async () => {
    const {el} = await mountChanged();
    expect(textOf(find(el, '.sheet-revision'))).to.contain('変更1');
    const marked = findAll(el, '.sheet-facts [data-changed]').map(row => row.dataset['field']);
    expect(marked).to.deep.equal(['guaranteeAmount', 'validUntil', 'worksPrice', 'worksPeriod']);
    expect(textOf(find(el, '[data-field=validUntil] dt'))).to.contain('変更あり');
  });

  it('shows an earlier revision on wish, says that it is no longer the content, and leads back', async () => {
    const {el} = await mountChanged();
    const [first] = findAll(el, '[part=revisions] button');
    first?.focus();
    first?.click();
    await el.updateComplete;
    expect(facts(el)['保証金額 (総額)']).to.contain('20,000,000円');
    expect(el.shadowRoot?.activeElement).to.equal(first);
    expect(first?.getAttribute('aria-current')).to.equal('true');
    expect(textOf(el)).to.contain('これは以前の内容です。いまの内容は変更1の保証証書です。');
    await eventually(() =>
      textOf(find(el, '[data-announcer=polite]')).includes('新規の保証証書を表示しています'),
    );
    await expect(el).to.be.accessible();
    findButton(el, 'いまの内容を見る').click();
    await el.updateComplete;
    expect(textOf(find(el, '[data-field=guaranteeAmount] dd'))).to.contain('24,000,000円');
  });

  it('shows the revision that the page names, and the newest one for another contract', async () => {
    const {el} = await mountChanged();
    el.revision = 0;
    await el.updateComplete;
    expect(facts(el)['保証期限']).to.contain('令和9年3月19日');
    el.contractNumber = leafletKeys.performance.number;
    await settled(el);
    expect(textOf(find(el, '.sheet-title'))).to.equal('保証証書 (契約保証)');
    expect(el.revision).to.equal(undefined);
  });

  it('asks to be closed with 「戻る」', async () => {
    const {el} = await mountViewer();
    const detail = await fired(el, 'surety-certificate-close', () => findButton(el, '戻る').click());
    expect(detail).to.deep.equal({contractNumber: number});
  });

  it('shows a certificate that the page holds without fetching anything', async () => {
    const {el: fetched} = await mountViewer();
    const held = findAll(fetched, '.sheet').length;
    expect(held).to.equal(1);
    const {sandbox} = await mountViewer();
    const {token} = await sandbox.signIn('contractor');
    const response = await sandbox.fetch(`/v1/contracts/${number}/certificates`, {
      headers: {Authorization: `Bearer ${token}`},
    });
    const {items} = (await response.json()) as {items: SuretyCertificateViewer['certificate'][]};
    const el = await mount<SuretyCertificateViewer>(
      html`<surety-certificate-viewer .certificate=${items[0]}></surety-certificate-viewer>`,
    );
    expect(facts(el)['保証契約番号']).to.equal(number);
  });

  itWith('print')(
    'prints the certificate alone, marked as a confirmation, and takes it away afterwards',
    async () => {
      const {el} = await mountChanged();
      const sheets = document.adoptedStyleSheets.length;
      const {calls, box, paper, close} = printed(el);
      expect(calls).to.equal(1);
      expect(textOf(paper)).to.contain('この画面は確認用です').and.to.contain('24,000,000円');
      expect(getComputedStyle(box as Element).display).to.equal('none');
      await emulateMedia({media: 'print'});
      expect(getComputedStyle(box as Element).display).to.equal('block');
      const others = [...document.body.children].filter(each => each !== box);
      expect(others.map(each => getComputedStyle(each).display)).to.deep.equal(others.map(() => 'none'));
      await emulateMedia({media: 'screen'});
      close();
      expect(document.querySelector('[data-surety-printout]')).to.equal(null);
      expect(document.adoptedStyleSheets.length).to.equal(sheets);
    },
  );

  it('takes the printout away when it leaves the page', async () => {
    const {el} = await mountViewer();
    printed(el);
    el.remove();
    expect(document.querySelector('[data-surety-printout]')).to.equal(null);
  });

  it('says what went wrong, offers the way back, and can be tried again', async () => {
    let isDown = true;
    const {el} = await mountViewer({intercept: () => (isDown ? problem(404) : undefined)});
    expect(textOf(find(el, '[role=alert][part=error]'))).to.contain('見つかりません');
    expect(findButton(el, '戻る')).to.exist;
    await expect(el).to.be.accessible();
    isDown = false;
    findButton(el, 'もう一度読み込む').click();
    await eventually(() => el.shadowRoot?.querySelector('.sheet'));
  });

  it('is accessible with one revision and with two, and empty', async () => {
    const {el} = await mountChanged();
    await expect(el).to.be.accessible();
    const empty = await mount(html`<surety-certificate-viewer></surety-certificate-viewer>`);
    expect(textOf(find(empty, '[part=empty]'))).to.equal('保証証書が選ばれていません。');
    await expect(empty).to.be.accessible();
  });

  it('fits 320 px without scrolling sideways', async () => {
    await setViewport({width: 320, height: 640});
    const {el} = await mountChanged();
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
    const small = findAll(el, 'button').filter(button => button.offsetHeight < 44);
    expect(small).to.deep.equal([]);
    await setViewport({width: 1280, height: 800});
  });
});
