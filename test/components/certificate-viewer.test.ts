import {expect} from '@open-wc/testing';
import {emulateMedia, setViewport} from '@web/test-runner-commands';
import {html} from 'lit';
import type {SuretyCertificateViewer} from '../../components/certificate-viewer/certificate-viewer.js';
import {leafletKeys} from '../../demo/sandbox/index.js';
import {CertificateViewerHarness, NUMBER, mountChanged, mountViewer} from '../support/certificate-viewer.js';
import {itWith} from '../support/engine.js';
import {eventually} from '../support/eventually.js';
import {fired} from '../support/fired.js';
import {mount, settled} from '../support/mount.js';
import {hasPrintout} from '../support/printout.js';
import {problem} from '../support/shadow.js';

describe('surety-certificate-viewer', () => {
  it('shows the certificate with every row, in 和暦 with the Gregorian date beside it', async () => {
    const {viewer} = await mountViewer();
    expect(viewer.title()).to.equal('保証証書 (前払金保証)');
    expect(viewer.part('certificate')).to.match(/^令和8年2月3日（2026年2月3日） /);
    expect(viewer.facts()).to.deep.equal({
      保証契約番号: NUMBER,
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
    const {viewer} = await mountViewer();
    const certificate = viewer.part('certificate');
    expect(certificate).to.contain('その責に任じます');
    expect(certificate).to.contain(
      '東京都中央区八丁堀2丁目27番10号 東日本建設業保証株式会社 取締役社長 栗田 卓也',
    );
    expect(certificate).to.contain('取扱箇所 秋田支店 TEL 018-863-1000 FAX');
    expect(certificate).to.contain('(注)');
  });

  it('says that it is not the document to hand in', async () => {
    const {viewer} = await mountViewer();
    expect(viewer.part('notice')).to.equal(
      'この画面は確認用です。発注者への提出には「認証キー」のお知らせ（PDF）をお使いください。',
    );
  });

  it('offers no choice of revisions while there is only one', async () => {
    const {viewer} = await mountViewer();
    expect(viewer.revisions()).to.deep.equal([]);
    expect(viewer.part('changes')).to.equal(undefined);
  });

  it('says in words what 変更1 changed, before, after and by how much', async () => {
    const viewer = await mountChanged();
    expect(viewer.part('changes'))
      .to.contain('変更1で変わったところ')
      .and.to.contain('設計変更による工期の延長と増額')
      .and.to.contain('4か所');
    expect(viewer.changes()).to.deep.equal([
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
    const viewer = await mountChanged();
    expect(viewer.part('certificate')).to.match(/^\S+ 保証証書 \(前払金保証\) 変更1 /);
    expect(viewer.changedFacts()).to.deep.equal(['保証金額 (総額)', '保証期限', '請負金額 (総額)', '工期']);
  });

  it('shows an earlier revision on request, says that it is no longer the content, and leads back', async () => {
    const viewer = await mountChanged();
    await viewer.selectRevision('新規');
    expect(viewer.facts()['保証金額 (総額)']).to.contain('20,000,000円');
    expect(viewer.shownRevision()).to.contain('新規');
    expect(viewer.focused()).to.equal(viewer.shownRevision());
    expect(viewer.text()).to.contain('これは以前の内容です。いまの内容は変更1の保証証書です。');
    await viewer.announced('新規の保証証書を表示しています');
    await expect(viewer.element).to.be.accessible();
    await viewer.press('いまの内容を見る');
    expect(viewer.facts()['保証金額 (総額) 変更あり']).to.contain('24,000,000円');
  });

  it('shows the revision that the page names, and the newest one for another contract', async () => {
    const viewer = await mountChanged();
    viewer.element.revision = 0;
    await viewer.updated();
    expect(viewer.facts()['保証期限']).to.contain('令和9年3月19日');
    viewer.element.contractNumber = leafletKeys.performance.number;
    await settled(viewer.element);
    expect(viewer.title()).to.equal('保証証書 (契約保証)');
    expect(viewer.element.revision).to.equal(undefined);
  });

  it('asks to be closed with 「戻る」', async () => {
    const {viewer} = await mountViewer();
    const detail = await fired(viewer.element, 'surety-certificate-close', () =>
      viewer.button('戻る').click(),
    );
    expect(detail).to.deep.equal({contractNumber: NUMBER});
  });

  it('shows a certificate that the page holds without fetching anything', async () => {
    const {sandbox} = await mountViewer();
    const {token} = await sandbox.signIn('contractor');
    const response = await sandbox.fetch(`/v1/contracts/${NUMBER}/certificates`, {
      headers: {Authorization: `Bearer ${token}`},
    });
    const {items} = (await response.json()) as {items: SuretyCertificateViewer['certificate'][]};
    const viewer = new CertificateViewerHarness(
      await mount<SuretyCertificateViewer>(
        html`<surety-certificate-viewer .certificate=${items[0]}></surety-certificate-viewer>`,
      ),
    );
    expect(viewer.facts()['保証契約番号']).to.equal(NUMBER);
  });

  itWith('print')(
    'prints the certificate alone, marked as a confirmation, and takes it away afterwards',
    async () => {
      const viewer = await mountChanged();
      const sheets = document.adoptedStyleSheets.length;
      const {calls, box, text, close} = viewer.print();
      expect(calls).to.equal(1);
      expect(text).to.contain('この画面は確認用です').and.to.contain('24,000,000円');
      expect(getComputedStyle(box as Element).display).to.equal('none');
      await emulateMedia({media: 'print'});
      expect(getComputedStyle(box as Element).display).to.equal('block');
      const others = [...document.body.children].filter(each => each !== box);
      expect(others.map(each => getComputedStyle(each).display)).to.deep.equal(others.map(() => 'none'));
      await emulateMedia({media: 'screen'});
      close();
      expect(hasPrintout()).to.equal(false);
      expect(document.adoptedStyleSheets.length).to.equal(sheets);
    },
  );

  it('takes the printout away when it leaves the page', async () => {
    const {viewer} = await mountViewer();
    viewer.print();
    viewer.element.remove();
    expect(hasPrintout()).to.equal(false);
  });

  it('says what went wrong, offers the way back, and can be tried again', async () => {
    let isDown = true;
    const {viewer} = await mountViewer({intercept: () => (isDown ? problem(404) : undefined)});
    expect(viewer.alert()).to.contain('見つかりません');
    expect(viewer.hasButton('戻る')).to.equal(true);
    await expect(viewer.element).to.be.accessible();
    isDown = false;
    viewer.button('もう一度読み込む').click();
    await eventually(() => viewer.part('certificate'));
  });

  it('is accessible with one revision and with two, and empty', async () => {
    const viewer = await mountChanged();
    await expect(viewer.element).to.be.accessible();
    const empty = await mount<SuretyCertificateViewer>(
      html`<surety-certificate-viewer></surety-certificate-viewer>`,
    );
    expect(new CertificateViewerHarness(empty).part('empty')).to.equal('保証証書が選ばれていません。');
    await expect(empty).to.be.accessible();
  });

  it('fits 320 px without scrolling sideways', async () => {
    await setViewport({width: 320, height: 640});
    const viewer = await mountChanged();
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
    expect(viewer.smallButtons()).to.deep.equal([]);
    await setViewport({width: 1280, height: 800});
  });
});
