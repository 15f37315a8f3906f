import {expect} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import {html} from 'lit';
import '../../components/contract-detail/define.js';
import type {SuretyContractDetail} from '../../components/contract-detail/contract-detail.js';
import {leafletApplication, leafletKeys, type SeedApplication} from '../../demo/sandbox/index.js';
import {eventually} from '../support/eventually.js';
import {fired} from '../support/fired.js';
import {mount, mountWithSandbox, settled, type MountSandboxOptions} from '../support/mount.js';
import {cancelContract, changeContract} from '../support/office.js';
import {find, findAll, findButton, problem, textOf} from '../support/shadow.js';

const {number, authKey} = leafletKeys['advance-payment'];
const now = () => new Date('2026-02-03T10:15:00+09:00');

const mountDetail = (options: MountSandboxOptions = {}, contractNumber = number) =>
  mountWithSandbox<SuretyContractDetail>(
    html`<surety-contract-detail contract-number=${contractNumber}></surety-contract-detail>`,
    {now, ...options},
  );

/** Whether the key stands anywhere in the document, markup and shadow root included. */
const holdsKey = (el: Element) =>
  `${document.documentElement.outerHTML}${el.shadowRoot?.innerHTML}`.includes(authKey);

async function showKey(el: SuretyContractDetail) {
  findButton(el, '認証キーを表示する').click();
  await eventually(() => el.shadowRoot?.querySelector('.key'), 'the key was not shown');
  return find(el, '.key');
}

function facts(el: Element): Record<string, string> {
  const rows = findAll(el, '.facts > div');
  return Object.fromEntries(
    rows.map(row => [textOf(row.querySelector('dt')), textOf(row.querySelector('dd'))]),
  );
}

describe('surety-contract-detail', () => {
  it('shows every row of 電子保証概要 with the labels of the screen', async () => {
    const {el} = await mountDetail();
    expect(textOf(find(el, 'h2'))).to.equal('電子保証概要（前払金保証）');
    expect(textOf(el)).to.contain('※最新の情報を表示しています。');
    expect(facts(el)).to.deep.equal({
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
    expect(textOf(find(el, '[part=standing]')))
      .to.contain('有効')
      .and.to.contain('令和9年3月19日');
  });

  it('lists the arrivals on the register, and opens one of them', async () => {
    const {el} = await mountDetail();
    const row = find(el, '[part=history] tbody tr');
    expect([...row.children].map(cell => textOf(cell).slice(0, 16))).to.deep.equal([
      '1',
      '2026/02/03 10:15',
      '新規',
      '選択（新規）',
    ]);
    const detail = await fired(el, 'surety-certificate-open', () => findButton(el, '選択').click());
    expect(detail).to.deep.equal({contractNumber: number, revision: 0});
  });

  it('has no key in the page until it is asked for, and asks the API only then', async () => {
    const sent: string[] = [];
    const {el} = await mountDetail({
      intercept: request => void sent.push(`${request.method} ${new URL(request.url).pathname}`),
    });
    expect(holdsKey(el)).to.equal(false);
    expect(sent.filter(line => line.includes('key-views'))).to.deep.equal([]);
    await showKey(el);
    expect(sent.filter(line => line.includes('key-views'))).to.deep.equal([
      `POST /v1/contracts/${number}/key-views`,
    ]);
  });

  it('records each look and says when the last one was', async () => {
    const {el} = await mountDetail();
    expect(textOf(el)).to.contain('まだ表示されていません');
    await showKey(el);
    expect(textOf(el)).to.contain('最後に表示した日時：2026/02/03 10:15');
    el.reload();
    await settled(el);
    expect(textOf(el)).to.contain('認証キーを表示した記録').and.to.contain('画面で表示');
  });

  it('groups the key by look only: what is selected and copied are its 12 characters', async () => {
    const {el} = await mountDetail();
    const key = await showKey(el);
    expect(key.querySelectorAll('.key-group').length).to.equal(3);
    expect(key.textContent).to.equal(authKey);
    getSelection()?.selectAllChildren(key);
    expect(getSelection()?.toString()).to.equal(authKey);
  });

  it('copies the key, and says so in the page and to screen readers', async () => {
    const {el} = await mountDetail();
    await showKey(el);
    const copied: string[] = [];
    const original = navigator.clipboard.writeText.bind(navigator.clipboard);
    navigator.clipboard.writeText = text => Promise.resolve(void copied.push(text));
    try {
      findButton(el, 'コピー').click();
      await eventually(() => textOf(find(el, '[data-announcer=polite]')) !== '' && copied.length > 0);
    } finally {
      navigator.clipboard.writeText = original;
    }
    expect(copied).to.deep.equal([authKey]);
    expect(textOf(find(el, '.copy'))).to.equal('認証キーをコピーしました（12文字）。');
    await eventually(() => textOf(find(el, '[data-announcer=polite]')).includes('コピーしました'));
  });

  it('selects the key where copying is not allowed, and says what to do', async () => {
    const {el} = await mountDetail();
    await showKey(el);
    const original = navigator.clipboard.writeText.bind(navigator.clipboard);
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
    try {
      findButton(el, 'コピー').click();
      await eventually(() => el.shadowRoot?.querySelector('.copy'));
    } finally {
      navigator.clipboard.writeText = original;
    }
    expect(textOf(find(el, '.copy')))
      .to.contain('コピーできませんでした')
      .and.to.contain('Ctrl+C');
    expect(getSelection()?.toString()).to.equal(authKey);
  });

  it('spells the key out, so that it can be read over the telephone', async () => {
    const {el} = await mountDetail();
    await showKey(el);
    const spoken = findAll(el, '.spelling li').map(item => textOf(item.lastElementChild));
    expect(spoken.slice(0, 4)).to.deep.equal(['大文字ゼット', '数字の2', '数字の8', '大文字ワイ']);
    expect(spoken.slice(-2)).to.deep.equal(['小文字ユー', '小文字エックス']);
    expect(spoken).to.have.length(12);
  });

  it('hides the key again, with the focus where it was', async () => {
    const {el} = await mountDetail();
    find(el, '#toggle').focus();
    await showKey(el);
    expect(textOf(el.shadowRoot?.activeElement)).to.equal('認証キーを隠す');
    find(el, '#toggle').click();
    await el.updateComplete;
    expect(holdsKey(el)).to.equal(false);
    expect(textOf(el.shadowRoot?.activeElement)).to.equal('認証キーを表示する');
  });

  for (const [when, leave] of [
    ['the page is left', () => window.dispatchEvent(new Event('pagehide'))],
    [
      'another contract is shown',
      (el: SuretyContractDetail) => (el.contractNumber = leafletKeys.performance.number),
    ],
    ['the element leaves the page', (el: SuretyContractDetail) => el.remove()],
  ] as const) {
    it(`forgets the key when ${when}`, async () => {
      const {el} = await mountDetail();
      await showKey(el);
      leave(el);
      await el.updateComplete;
      expect(holdsKey(el)).to.equal(false);
    });
  }

  it('never puts the key into attributes, addresses, storage or events', async () => {
    const details: string[] = [];
    const names = ['surety-notice-open', 'surety-certificate-open', 'surety-error'] as const;
    const record = (event: Event) => details.push(JSON.stringify((event as CustomEvent).detail));
    for (const name of names) document.addEventListener(name, record);
    const {el} = await mountDetail();
    await showKey(el);
    findButton(el, '印刷').click();
    findButton(el, '選択').click();
    for (const name of names) document.removeEventListener(name, record);
    const attributes = [el, ...findAll(el, '*')].flatMap(each =>
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
    const {el} = await mountDetail();
    expect(textOf(el)).to.contain('印刷方法について').and.to.contain('※発注者にお知らせください。');
    const detail = await fired(el, 'surety-notice-open', () => findButton(el, '印刷').click());
    expect(detail).to.deep.equal({contractNumber: number});
  });

  it('says how this obligee wants it handed in, and what not to send', async () => {
    const {el} = await mountDetail();
    const panel = textOf(find(el, '[part=submission]'));
    expect(panel).to.contain('提出方法（にかほ市）').and.to.contain('にかほ市：メールで提出します。');
    expect(panel).to.contain('保証証書の画面の印刷やPDFは提出書類ではありません');
    expect(findAll(el, '.steps li').length).to.be.at.least(3);
  });

  it('has the mail ready to be copied or opened, with the number and without the key', async () => {
    const {el} = await mountDetail();
    await showKey(el);
    const link = find<HTMLAnchorElement>(el, '.mail a').href;
    const {searchParams} = new URL(link);
    expect(searchParams.get('subject')).to.equal(
      `【電子保証】前払金保証 ${number} 令和7年度 市道〇〇線道路改良工事 〇〇建設 株式会社`,
    );
    expect(searchParams.get('body')).to.contain(`保証契約番号：${number}`).and.to.contain('\r\n');
    expect(decodeURIComponent(link)).not.to.contain(authKey);
    const copied: string[] = [];
    const original = navigator.clipboard.writeText.bind(navigator.clipboard);
    navigator.clipboard.writeText = text => Promise.resolve(void copied.push(text));
    try {
      find(el, '.mail').setAttribute('open', '');
      findButton(find(el, '.mail'), 'コピー（件名）').click();
      await eventually(() => textOf(el.shadowRoot?.querySelector('.mail .copy')) === 'コピーしました');
    } finally {
      navigator.clipboard.writeText = original;
    }
    expect(copied).to.deep.equal([searchParams.get('subject')]);
    await expect(el).to.be.accessible();
  });

  it('guesses nothing for an obligee that is not in the directory', async () => {
    const content = {...leafletApplication(), obligee: {code: null, name: '〇〇村'}};
    const applications: SeedApplication[] = [{content, state: 'issued', keys: leafletKeys}];
    const {el} = await mountDetail({seed: {applications}});
    const panel = textOf(find(el, '[part=submission]'));
    expect(panel).to.contain('提出方法（〇〇村）').and.to.contain('登録されていません');
    expect(el.shadowRoot?.querySelector('.mail')).to.equal(null);
  });

  it('keeps everything else when the obligee cannot be fetched', async () => {
    const {el} = await mountDetail({
      intercept: request => (request.url.includes('/obligees/') ? problem(404) : undefined),
    });
    expect(facts(el)['発注者名']).to.equal('にかほ市');
    expect(findButton(el, '認証キーを表示する')).to.be.instanceOf(HTMLElement);
    expect(textOf(find(el, '[role=alert][part=error]'))).to.contain('見つかりません');
  });

  it('shows 変更1 after a change, with the same key', async () => {
    const {el, sandbox} = await mountDetail();
    await changeContract(sandbox, number);
    el.reload();
    await settled(el);
    expect(facts(el)['保証金額']).to.contain('24,000,000円');
    expect(textOf(find(el, '[part=standing]')))
      .to.contain('変更1')
      .and.to.contain('認証キーは変わりません');
    expect(findAll(el, '[part=history] tbody th').map(textOf)).to.deep.equal(['変更1', '新規']);
    expect((await showKey(el)).textContent).to.equal(authKey);
  });

  it('says of a cancelled contract that its key opens nothing, and offers none', async () => {
    const {el, sandbox} = await mountDetail();
    await cancelContract(sandbox, number);
    el.reload();
    await settled(el);
    expect(textOf(find(el, '[part=standing]'))).to.contain('取消');
    expect(textOf(find(el, '[part=key-panel]'))).to.contain('保証証書を開くことはできません');
    expect(el.shadowRoot?.querySelector('#toggle')).to.equal(null);
    await expect(el).to.be.accessible();
  });

  it('says of an expired contract that nothing is to be handed in any more', async () => {
    let time = now();
    const {el} = await mountDetail({now: () => time});
    time = new Date('2027-03-20T00:00:00+09:00');
    el.reload();
    await settled(el);
    expect(textOf(find(el, '[part=standing]')))
      .to.contain('満了')
      .and.to.contain('2027年3月19日');
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
    const {el} = await mountDetail({seed: {applications: [paper]}});
    expect(textOf(find(el, 'h2'))).to.equal('保証概要（前払金保証）');
    expect(textOf(el)).to.contain('証書(紙)で発行されています。認証キーはありません。');
    expect(el.shadowRoot?.querySelector('[part=key-panel], [part=history]')).to.equal(null);
    await expect(el).to.be.accessible();
  });

  it('announces a contract that does not exist, fires surety-error and can be tried again', async () => {
    let isDown = true;
    const errors: string[] = [];
    const record = (event: HTMLElementEventMap['surety-error']) => errors.push(event.detail.error.code);
    document.addEventListener('surety-error', record);
    const {el} = await mountDetail({intercept: () => (isDown ? problem(404) : undefined)});
    document.removeEventListener('surety-error', record);
    expect(textOf(find(el, '[part=error]'))).to.contain('見つかりません');
    expect(find(el, '[part=error]').getAttribute('role')).to.equal('alert');
    expect(errors).to.deep.equal(['not-found']);
    await expect(el).to.be.accessible();
    isDown = false;
    findButton(el, 'もう一度読み込む').click();
    await eventually(() => el.shadowRoot?.querySelector('.facts'));
  });

  it('says at the key why it could not be shown, and shows it on another try', async () => {
    let isDown = true;
    const {el} = await mountDetail({
      intercept: request => (isDown && request.method === 'POST' ? problem(403) : undefined),
    });
    findButton(el, '認証キーを表示する').click();
    await eventually(() => el.shadowRoot?.querySelector('[part=key-panel] [role=alert]'));
    expect(textOf(find(el, '[part=key-panel] [role=alert]'))).to.contain('権限がありません');
    isDown = false;
    findButton(el, 'もう一度表示する').click();
    await eventually(() => el.shadowRoot?.querySelector('.key'));
  });

  it('says that it is loading, and asks for a choice while no contract is given', async () => {
    const waiting = await mount<SuretyContractDetail>(
      html`<surety-contract-detail contract-number=${number}></surety-contract-detail>`,
      {fetch: () => new Promise(() => undefined), settle: false},
    );
    expect(textOf(find(waiting, '[role=status][part=loading]'))).to.equal('読み込んでいます');
    const empty = await mount<SuretyContractDetail>(html`<surety-contract-detail></surety-contract-detail>`);
    expect(textOf(find(empty, '[part=empty]'))).to.equal('保証契約が選ばれていません。');
    await expect(empty).to.be.accessible();
  });

  it('is accessible with the key hidden and shown', async () => {
    const {el} = await mountDetail();
    await expect(el).to.be.accessible();
    await showKey(el);
    for (const details of findAll(el, 'details')) details.setAttribute('open', '');
    await expect(el).to.be.accessible();
  });

  it('fits 320 px without scrolling sideways', async () => {
    await setViewport({width: 320, height: 640});
    const {el} = await mountDetail();
    await showKey(el);
    for (const details of findAll(el, 'details')) details.setAttribute('open', '');
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
    const small = findAll(el, 'button').filter(button => button.offsetHeight < 44 || button.offsetWidth < 44);
    expect(small).to.deep.equal([]);
    await setViewport({width: 1280, height: 800});
  });
});
