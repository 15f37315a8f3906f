import {expect} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import {html} from 'lit';
import '../../components/register/define.js';
import type {SuretyRegister} from '../../components/register/register.js';
import {leafletKeys} from '../../demo/sandbox/samples.js';
import type {PaperCertificate} from '../../src/schemas/register-entry.js';
import {eventually} from '../support/eventually.js';
import {fired} from '../support/fired.js';
import {mountWithSandbox, settled, type MountSandboxOptions} from '../support/mount.js';
import {asObligee} from '../support/obligee.js';
import {changeContract} from '../support/office.js';
import {find, findAll, findButton, problem, textOf} from '../support/shadow.js';

const {number, authKey} = leafletKeys['advance-payment'];
const now = () => new Date('2026-03-02T10:15:00+09:00');

const samplePaper: PaperCertificate = {
  contractNumber: 'A123-456',
  kind: 'performance',
  suretyName: '西日本建設業保証株式会社',
  contractorName: '株式会社 △△土木',
  worksName: '橋梁補修工事',
  guaranteeAmount: 1_000_000,
  validUntil: '2026-03-20',
  receivedOn: '2026-03-01',
  releasedOn: null,
  note: '書庫 3-2',
};

async function mountRegister(options: MountSandboxOptions = {}) {
  const {el, sandbox} = await mountWithSandbox<SuretyRegister>(html`<surety-register></surety-register>`, {
    role: 'obligee',
    now,
    ...options,
  });
  const reload = async () => {
    el.reload();
    await settled(el);
  };
  return {el, sandbox, reload, obligee: await asObligee(sandbox)};
}

/** A register with one certificate that was opened, and one on paper. */
async function filled(options: MountSandboxOptions = {}) {
  const mounted = await mountRegister(options);
  await mounted.obligee('POST', '/v1/register/checks', {contractNumber: number, authKey});
  await mounted.obligee('POST', '/v1/register/papers', samplePaper);
  await mounted.reload();
  await eventually(() => rows(mounted.el).length === 2, 'both lines are shown');
  return mounted;
}

const rows = (el: Element) => findAll(el, 'tbody tr');
const said = (el: Element) => textOf(find(el, '[data-announcer=polite]'));

function type(el: Element, id: string, text: string) {
  const field = find<HTMLInputElement>(el, `#${id}`);
  field.value = text;
  field.dispatchEvent(new Event('input', {bubbles: true}));
}

describe('surety-register', () => {
  it('says what will be in it while it is empty', async () => {
    const {el} = await mountRegister();
    expect(textOf(find(el, '.empty'))).to.contain('確認した証書は、ここに残ります');
    await expect(el).to.be.accessible();
  });

  it('lists what was opened and what is on paper, with what needs attention before them', async () => {
    const {el} = await filled();
    const [paper, electronic] = rows(el).map(textOf);
    expect(paper).to.contain('A123-456').and.contain('契約保証・紙').and.contain('書庫 3-2');
    expect(electronic).to.contain(number).and.contain('未回答').and.contain('20,000,000円');
    expect(findAll(el, '[data-notice]').map(textOf)).to.deep.equal([
      '回答していない証書 1件',
      '保証期限まで30日以内の証書 1件',
    ]);
    await expect(el).to.be.accessible();
    find(el, '[data-notice=expiring]').click();
    await eventually(() => rows(el).length === 1);
    expect(find(el, '[data-notice=expiring]').getAttribute('aria-pressed')).to.equal('true');
    expect(rows(el)[0]?.dataset['form']).to.equal('paper');
  });

  it('finds in any width and kana, and offers to show all again', async () => {
    const {el} = await filled();
    const field = find<HTMLInputElement>(el, '#search');
    field.value = 'Ａ１２３ー４５６';
    find(el, '[role=search] button').click();
    await eventually(() => rows(el).length === 1);
    await eventually(() => said(el).includes('1件'), 'the count is said');
    field.value = 'どこにもない';
    find(el, '[role=search] button').click();
    await eventually(() => el.shadowRoot?.querySelector('.empty'));
    findButton(el, '条件をすべて解除').click();
    await eventually(() => rows(el).length === 2);
    const state = find<HTMLSelectElement>(el, '#form');
    state.value = 'electronic';
    state.dispatchEvent(new Event('change'));
    await eventually(() => rows(el).length === 1);
  });

  it('opens a certificate without its key, and takes the answer there', async () => {
    const {el, sandbox} = await filled();
    await changeContract(sandbox, number);
    el.reload();
    await eventually(() => el.shadowRoot?.querySelector('[data-notice=changed]'));
    const detail = await fired(el, 'surety-certificate-checked', () => findButton(el, '証書を見る').click());
    expect(detail).to.deep.equal({contractNumber: number, revision: 1});
    await eventually(() => el.shadowRoot?.querySelector('[part=answer]'));
    await settled(el);
    expect(el.shadowRoot?.activeElement?.id).to.equal('entry-title');
    expect(textOf(el)).to.contain('24,000,000円');
    await eventually(() => textOf(el).includes('改ざんされていません'));
    await expect(el).to.be.accessible();
    await fired(el, 'surety-certificate-answered', () => findButton(el, '受領する').click());
    await eventually(() => textOf(find(el, '[part=answer]')).includes('受領済み'));
    find(el, '#back').click();
    await eventually(() => rows(el).some(row => textOf(row).includes('受領済み')));
    expect(findAll(el, '[data-notice=changed], [data-notice=unanswered]')).to.have.length(0);
    await eventually(() => el.shadowRoot?.activeElement?.textContent?.includes('証書を見る'));
  });

  it('records a paper certificate as it is typed, and says at each field what is wrong', async () => {
    const {el} = await mountRegister();
    find(el, '#paper').click();
    await settled(el);
    expect(el.shadowRoot?.activeElement?.id).to.equal('paper-title');
    findButton(el, '台帳に記録する').click();
    await settled(el);
    const summary = find(el, '.error-summary');
    expect(el.shadowRoot?.activeElement).to.equal(summary);
    expect(findAll(summary, 'a').map(textOf)).to.include('保証契約番号を入力してください。');
    await expect(el).to.be.accessible();
    const texts = {
      contractNumber: 'Ａ１２３－４５６',
      kind: 'performance',
      suretyName: '西日本建設業保証㈱',
      contractorName: '㈱△△土木',
      worksName: '橋梁補修工事',
      guaranteeAmount: '１００万',
      validUntil: '令和８年１２月２８日',
      receivedOn: 'R8.3.1',
      releasedOn: '2026/2/1',
      note: '書庫',
    };
    for (const [id, text] of Object.entries(texts)) type(el, id, text);
    findButton(el, '台帳に記録する').click();
    await settled(el);
    expect(findAll(find(el, '.error-summary'), 'a').map(textOf)).to.deep.equal([
      '返還日は、受領日より後の日付を入力してください。',
    ]);
    expect(find<HTMLInputElement>(el, '#guaranteeAmount').value).to.equal('１００万');
    type(el, 'releasedOn', '');
    findButton(el, '台帳に記録する').click();
    await eventually(() => rows(el).length === 1);
    expect(textOf(rows(el)[0]))
      .to.contain('1,000,000円')
      .and.contain('2026年12月28日');
    await eventually(() => said(el).includes('台帳に記録しました'));
    await eventually(() => el.shadowRoot?.activeElement?.textContent?.includes('修正'));
  });

  it('mends a line, and keeps what was typed when it cannot be saved', async () => {
    let fails = true;
    const {el} = await filled({
      intercept: request => (fails && request.method === 'PUT' ? problem(503) : undefined),
    });
    findButton(el, '修正').click();
    await settled(el);
    expect(find<HTMLInputElement>(el, '#validUntil').value).to.equal('2026年3月20日');
    type(el, 'guaranteeAmount', '2,500,000');
    findButton(el, '修正を保存する').click();
    await eventually(() => el.shadowRoot?.querySelector('.paper .notice[role=alert]'));
    expect(find<HTMLInputElement>(el, '#guaranteeAmount').value).to.equal('2,500,000');
    fails = false;
    findButton(el, '修正を保存する').click();
    await eventually(() => rows(el).some(row => textOf(row).includes('2,500,000円')));
  });

  it('takes a line out, and puts it back', async () => {
    const {el} = await filled();
    const remove = findAll(rows(el)[0] as HTMLElement, 'button').at(-1);
    remove?.click();
    await eventually(() => rows(el).length === 1);
    expect(textOf(find(el, '.undo'))).to.contain('A123-456を台帳から外しました。');
    await eventually(() => el.shadowRoot?.activeElement?.id === 'undo');
    await expect(el).to.be.accessible();
    find(el, '#undo').click();
    await eventually(() => rows(el).length === 2);
  });

  it('saves every line that fits as a file in which nothing is a formula', async () => {
    const {el, obligee} = await filled();
    await obligee('POST', '/v1/register/papers', {...samplePaper, note: '=HYPERLINK("x")'});
    let text: Promise<string> | undefined;
    const original = URL.createObjectURL;
    URL.createObjectURL = blob => {
      text = (blob as Blob).text();
      return 'data:,';
    };
    try {
      find(el, '#csv').click();
      await eventually(() => text, 'a file was made');
    } finally {
      URL.createObjectURL = original;
    }
    const lines = ((await text) ?? '').trim().split('\r\n');
    expect(lines).to.have.length(4);
    expect(lines[0]).to.contain('"保証契約番号","証書の形式","保証種類"');
    expect(lines.join('\n')).to.contain(`"'=HYPERLINK(""x"")"`);
    await eventually(() => said(el).includes('3件をCSVで保存しました'));
  });

  it('puts every line that fits on paper, and nothing of the page around it', async () => {
    const {el, obligee, reload} = await mountRegister();
    for (let count = 0; count < 52; count++) {
      await obligee('POST', '/v1/register/papers', {...samplePaper, contractNumber: `B-${count}`});
    }
    await reload();
    await eventually(() => rows(el).length === 50);
    find<HTMLSelectElement>(el, '#kind').value = 'performance';
    find(el, '#kind').dispatchEvent(new Event('change'));
    await settled(el);
    const print = window.print;
    let box: Element | null = null;
    window.print = () => {
      box = document.querySelector('[data-surety-printout]');
    };
    try {
      findButton(el, '印刷').click();
      await eventually(() => box);
    } finally {
      window.print = print;
    }
    const paper = (box as Element | null)?.shadowRoot?.firstElementChild?.shadowRoot;
    expect(paper?.querySelectorAll('tbody tr')).to.have.length(52);
    expect(paper?.querySelectorAll('button')).to.have.length(0);
    expect(textOf(paper?.querySelector('.conditions'))).to.equal('契約保証');
    expect(textOf(paper?.querySelector('.count'))).to.contain('に印刷。52件');
    window.dispatchEvent(new Event('afterprint'));
    expect(document.querySelector('[data-surety-printout]')).to.equal(null);
  });

  it('shows page after page', async () => {
    const {el, obligee, reload} = await mountRegister();
    for (let count = 0; count < 60; count++) {
      await obligee('POST', '/v1/register/papers', {...samplePaper, contractNumber: `B-${count}`});
    }
    await reload();
    await eventually(() => rows(el).length === 50);
    expect(textOf(find(el, '.count'))).to.equal('60件のうち50件を表示しています。');
    find(el, '[part=more]').click();
    await eventually(() => rows(el).length === 60);
    expect(new Set(rows(el).map(row => row.dataset['id'])).size).to.equal(60);
  });

  it('says what went wrong and loads again', async () => {
    let fails = true;
    const {el} = await mountRegister({
      intercept: request => (fails && request.url.includes('/register/entries') ? problem(500) : undefined),
    });
    expect(textOf(find(el, '[role=alert].notice'))).to.not.equal('');
    await expect(el).to.be.accessible();
    fails = false;
    findButton(el, 'もう一度読み込む').click();
    await eventually(() => el.shadowRoot?.querySelector('.empty'));
  });

  it('fits 320 pixels', async () => {
    await setViewport({width: 320, height: 800});
    const {el} = await filled();
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
    expect(el.scrollWidth).to.be.at.most(el.clientWidth);
    await expect(el).to.be.accessible();
    await setViewport({width: 1280, height: 800});
  });
});
