import {expect} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import {html} from 'lit';
import type {SuretyContractDetail} from '../../components/contract-detail/contract-detail.js';
import {leafletApplication, leafletKeys, type SeedApplication} from '../../demo/sandbox/index.js';
import {
  authKey,
  ContractDetail,
  contractNumber as number,
  mountDetail,
  withClipboard,
} from '../support/contract-detail.js';
import {eventually} from '../support/eventually.js';
import {fired} from '../support/fired.js';
import {mount} from '../support/mount.js';
import {cancelContract, changeContract} from '../support/office.js';
import {findAll, problem} from '../support/shadow.js';

describe('surety-contract-detail', () => {
  it('shows every row of 電子保証概要 with the labels of the screen', async () => {
    const {detail} = await mountDetail();
    expect(detail.heading).to.equal('電子保証概要（前払金保証）');
    expect(detail.text()).to.contain('※最新の情報を表示しています。');
    expect(detail.facts()).to.deep.equal({
      保証契約番号: number,
      請負契約者: '〇〇建設 株式会社 様',
      JV名: '－なし',
      工事名: '令和7年度 市道〇〇線道路改良工事',
      発注者名: 'にかほ市',
      請負金額: '50,000,000円 （5,000万円）',
      保証金額: '20,000,000円 （2,000万円）',
      商品名: '前払金保証',
      預託金融機関: '〇〇銀行 ××支店',
    });
    expect(detail.part('standing')).to.contain('有効').and.to.contain('令和9年3月19日');
  });

  it('lists the arrivals on the register, and opens one of them', async () => {
    const {detail} = await mountDetail();
    expect(detail.history()).to.have.length(1);
    const [row = []] = detail.history();
    expect(row.map(cell => cell.slice(0, 16))).to.deep.equal([
      '1',
      '2026/02/03 10:15',
      '新規',
      '選択（新規）',
    ]);
    const opened = await fired(detail.element, 'surety-certificate-open', () => void detail.press('選択'));
    expect(opened).to.deep.equal({contractNumber: number, revision: 0});
  });

  it('has no key in the page until it is asked for, and asks the API only then', async () => {
    const sent: string[] = [];
    const {detail} = await mountDetail({
      intercept: request => void sent.push(`${request.method} ${new URL(request.url).pathname}`),
    });
    expect(detail.holdsKey()).to.equal(false);
    expect(sent.filter(line => line.includes('key-views'))).to.deep.equal([]);
    await detail.showKey();
    expect(sent.filter(line => line.includes('key-views'))).to.deep.equal([
      `POST /v1/contracts/${number}/key-views`,
    ]);
  });

  it('records each look and says when the last one was', async () => {
    const {detail} = await mountDetail();
    expect(detail.text()).to.contain('まだ表示されていません');
    await detail.showKey();
    expect(detail.text()).to.contain('最後に表示した日時：2026/02/03 10:15');
    await detail.reload();
    expect(detail.text()).to.contain('認証キーを表示した記録').and.to.contain('画面で表示');
  });

  it('groups the key by look only: what is selected and copied are its 12 characters', async () => {
    const {detail} = await mountDetail();
    const key = await detail.showKey();
    expect(key.children).to.have.length(3);
    expect(key.textContent).to.equal(authKey);
    getSelection()?.selectAllChildren(key);
    expect(getSelection()?.toString()).to.equal(authKey);
  });

  it('copies the key, and says so in the page and to screen readers', async () => {
    const {detail} = await mountDetail();
    await detail.showKey();
    const copied = await withClipboard(true, async () => {
      await detail.press('コピー');
      await eventually(() => detail.part('key-panel')?.includes('認証キーをコピーしました（12文字）。'));
    });
    expect(copied).to.deep.equal([authKey]);
    await detail.announced('認証キーをコピーしました（12文字）。');
  });

  it('selects the key where copying is not allowed, and says what to do', async () => {
    const {detail} = await mountDetail();
    await detail.showKey();
    await withClipboard(false, async () => {
      await detail.press('コピー');
      await eventually(() => detail.part('key-panel')?.includes('コピーできませんでした'));
    });
    expect(detail.part('key-panel')).to.contain('Ctrl+C');
    expect(getSelection()?.toString()).to.equal(authKey);
  });

  it('spells the key out, so that it can be read over the telephone', async () => {
    const {detail} = await mountDetail();
    await detail.showKey();
    const spoken = detail.spelling();
    expect(spoken.slice(0, 4)).to.deep.equal(['大文字ゼット', '数字の2', '数字の8', '大文字ワイ']);
    expect(spoken.slice(-2)).to.deep.equal(['小文字ユー', '小文字エックス']);
    expect(spoken).to.have.length(12);
  });

  it('hides the key again, with the focus where it was', async () => {
    const {detail} = await mountDetail();
    detail.button('認証キーを表示する').focus();
    await detail.showKey();
    expect(detail.focused()).to.equal('認証キーを隠す');
    await detail.press('認証キーを隠す');
    expect(detail.holdsKey()).to.equal(false);
    expect(detail.focused()).to.equal('認証キーを表示する');
  });

  for (const [when, leave] of [
    ['the page is left', () => window.dispatchEvent(new Event('pagehide'))],
    [
      'another contract is shown',
      ({element}: ContractDetail) => (element.contractNumber = leafletKeys.performance.number),
    ],
    ['the element leaves the page', ({element}: ContractDetail) => element.remove()],
  ] as const) {
    it(`forgets the key when ${when}`, async () => {
      const {detail} = await mountDetail();
      await detail.showKey();
      leave(detail);
      await detail.updated();
      expect(detail.holdsKey()).to.equal(false);
    });
  }

  it('never puts the key into attributes, addresses, storage or events', async () => {
    const details: string[] = [];
    const names = ['surety-notice-open', 'surety-certificate-open', 'surety-error'] as const;
    const record = (event: Event) => details.push(JSON.stringify((event as CustomEvent).detail));
    for (const name of names) document.addEventListener(name, record);
    const {detail} = await mountDetail();
    await detail.showKey();
    await detail.press('印刷');
    await detail.press('選択');
    for (const name of names) document.removeEventListener(name, record);
    const attributes = [detail.element, ...findAll(detail.element, '*')].flatMap(each =>
      [...each.attributes].map(({value}) => value),
    );
    const elsewhere = [
      ...attributes,
      ...details,
      location.href,
      JSON.stringify({...sessionStorage, ...localStorage}),
    ];
    expect(details).to.have.length(2);
    expect(elsewhere.filter(text => text.includes(authKey))).to.deep.equal([]);
  });

  it('opens the notice with 「印刷」, and explains how to print', async () => {
    const {detail} = await mountDetail();
    expect(detail.text()).to.contain('印刷方法について').and.to.contain('※発注者にお知らせください。');
    const opened = await fired(detail.element, 'surety-notice-open', () => void detail.press('印刷'));
    expect(opened).to.deep.equal({contractNumber: number});
  });

  it('says how this obligee wants it handed in, and what not to send', async () => {
    const {detail} = await mountDetail();
    const panel = detail.part('submission');
    expect(panel).to.contain('提出方法（にかほ市）').and.to.contain('にかほ市：メールで提出します。');
    expect(panel).to.contain('保証証書の画面の印刷やPDFは提出書類ではありません');
    expect(detail.submissionSteps().length).to.be.at.least(3);
  });

  it('has the mail ready to be copied or opened, with the number and without the key', async () => {
    const {detail} = await mountDetail();
    await detail.showKey();
    const link = detail.mailAddress();
    const {searchParams} = new URL(link);
    expect(searchParams.get('subject')).to.equal(
      `【電子保証】前払金保証 ${number} 令和7年度 市道〇〇線道路改良工事 〇〇建設 株式会社`,
    );
    expect(searchParams.get('body')).to.contain(`保証契約番号：${number}`).and.to.contain('\r\n');
    expect(decodeURIComponent(link)).not.to.contain(authKey);
    detail.openDetails();
    const copied = await withClipboard(true, () => detail.copyFromMail('件名'));
    expect(copied).to.deep.equal([searchParams.get('subject')]);
    await expect(detail.element).to.be.accessible();
  });

  it('guesses nothing for an obligee that is not in the directory', async () => {
    const content = {...leafletApplication(), obligee: {code: null, name: '〇〇村'}};
    const applications: SeedApplication[] = [{content, state: 'issued', keys: leafletKeys}];
    const {detail} = await mountDetail({seed: {applications}});
    const panel = detail.part('submission');
    expect(panel).to.contain('提出方法（〇〇村）').and.to.contain('登録されていません');
    expect(detail.hasMail()).to.equal(false);
  });

  it('keeps everything else when the obligee cannot be fetched', async () => {
    const {detail} = await mountDetail({
      intercept: request => (request.url.includes('/obligees/') ? problem(404) : undefined),
    });
    expect(detail.facts()['発注者名']).to.equal('にかほ市');
    expect(detail.hasButton('認証キーを表示する')).to.equal(true);
    expect(detail.alert()).to.contain('見つかりません');
  });

  it('shows 変更1 after a change, with the same key', async () => {
    const {detail, sandbox} = await mountDetail();
    await changeContract(sandbox, number);
    await detail.reload();
    expect(detail.facts()['保証金額']).to.contain('24,000,000円');
    expect(detail.part('standing')).to.contain('変更1').and.to.contain('認証キーは変わりません');
    expect(detail.history().map(row => row[2])).to.deep.equal(['変更1', '新規']);
    expect((await detail.showKey()).textContent).to.equal(authKey);
  });

  it('says of a cancelled contract that its key opens nothing, and offers none', async () => {
    const {detail, sandbox} = await mountDetail();
    await cancelContract(sandbox, number);
    await detail.reload();
    expect(detail.part('standing')).to.contain('取消');
    expect(detail.part('key-panel')).to.contain('保証証書を開くことはできません');
    expect(detail.hasButton('認証キー')).to.equal(false);
    await expect(detail.element).to.be.accessible();
  });

  it('says of an expired contract that nothing is to be handed in any more', async () => {
    let time = new Date('2026-02-03T10:15:00+09:00');
    const {detail} = await mountDetail({now: () => time});
    time = new Date('2027-03-20T00:00:00+09:00');
    await detail.reload();
    expect(detail.part('standing')).to.contain('満了').and.to.contain('2027年3月19日');
  });

  it('shows that a paper certificate has no key', async () => {
    const content = leafletApplication();
    const advance = content.guarantees['advance-payment'];
    if (!advance) throw new Error('The leaflet applies for 前払金保証.');
    const paper: SeedApplication = {
      content: {...content, guarantees: {'advance-payment': {...advance, certificateForm: 'paper'}}},
      state: 'issued',
      keys: leafletKeys,
    };
    const {detail} = await mountDetail({seed: {applications: [paper]}});
    expect(detail.heading).to.equal('保証概要（前払金保証）');
    expect(detail.text()).to.contain('証書(紙)で発行されています。認証キーはありません。');
    expect([detail.part('key-panel'), detail.part('history')]).to.deep.equal([undefined, undefined]);
    await expect(detail.element).to.be.accessible();
  });

  it('announces a contract that does not exist, fires surety-error and can be tried again', async () => {
    let isDown = true;
    const errors: string[] = [];
    const record = (event: HTMLElementEventMap['surety-error']) => errors.push(event.detail.error.code);
    document.addEventListener('surety-error', record);
    const {detail} = await mountDetail({intercept: () => (isDown ? problem(404) : undefined)});
    document.removeEventListener('surety-error', record);
    expect(detail.part('error')).to.contain('見つかりません');
    expect(errors).to.deep.equal(['not-found']);
    await expect(detail.element).to.be.accessible();
    isDown = false;
    await detail.press('もう一度読み込む');
    await eventually(() => detail.facts()['保証契約番号']);
  });

  it('says at the key why it could not be shown, and shows it on another try', async () => {
    let isDown = true;
    const {detail} = await mountDetail({
      intercept: request => (isDown && request.method === 'POST' ? problem(403) : undefined),
    });
    await detail.press('認証キーを表示する');
    await eventually(() => detail.alertIn('key-panel'));
    expect(detail.alertIn('key-panel')).to.contain('権限がありません');
    isDown = false;
    await detail.press('もう一度表示する');
    await eventually(() => detail.key);
  });

  it('says that it is loading, and asks for a choice while no contract is given', async () => {
    const waiting = await mount<SuretyContractDetail>(
      html`<surety-contract-detail contract-number=${number}></surety-contract-detail>`,
      {fetch: () => new Promise(() => undefined), settle: false},
    );
    expect(new ContractDetail(waiting).part('loading')).to.equal('読み込んでいます');
    const empty = await mount<SuretyContractDetail>(html`<surety-contract-detail></surety-contract-detail>`);
    expect(new ContractDetail(empty).part('empty')).to.equal('保証契約が選ばれていません。');
    await expect(empty).to.be.accessible();
  });

  it('is accessible with the key hidden and shown', async () => {
    const {detail} = await mountDetail();
    await expect(detail.element).to.be.accessible();
    await detail.showKey();
    detail.openDetails();
    await expect(detail.element).to.be.accessible();
  });

  it('fits 320 px without scrolling sideways', async () => {
    await setViewport({width: 320, height: 640});
    const {detail} = await mountDetail();
    await detail.showKey();
    detail.openDetails();
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
    expect(detail.smallButtons()).to.deep.equal([]);
    await setViewport({width: 1280, height: 800});
  });
});
