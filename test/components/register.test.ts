import {expect} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import {leafletKeys} from '../../demo/sandbox/samples.js';
import {recordDownloads} from '../support/downloads.js';
import {eventually} from '../support/eventually.js';
import {fired} from '../support/fired.js';
import {settled, type MountSandboxOptions} from '../support/mount.js';
import {changeContract} from '../support/office.js';
import {mountPapers, mountRegister, samplePaper} from '../support/register.js';
import {problem, textOf} from '../support/shadow.js';

const {number, authKey} = leafletKeys['advance-payment'];

/** A register with one certificate that was opened, and one on paper. */
async function filled(options: MountSandboxOptions = {}) {
  const mounted = await mountRegister(options);
  await mounted.obligee('POST', '/v1/register/checks', {contractNumber: number, authKey});
  await mounted.obligee('POST', '/v1/register/papers', samplePaper);
  await mounted.register.reload();
  await eventually(() => mounted.register.rows().length === 2, 'both entries are shown');
  return mounted;
}

describe('surety-register', () => {
  it('says what will be in it while it is empty', async () => {
    const {register, el} = await mountRegister();
    expect(register.emptyText()).to.contain('確認した証書は、ここに残ります');
    await expect(el).to.be.accessible();
  });

  it('lists what was opened and what is on paper, with what needs attention before them', async () => {
    const {register, el} = await filled();
    const [paper, electronic] = register.rows();
    expect(paper).to.contain('A123-456').and.contain('契約保証・紙').and.contain('書庫 3-2');
    expect(electronic).to.contain(number).and.contain('未回答').and.contain('20,000,000円');
    expect(register.notices()).to.deep.equal(['回答していない証書 1件', '保証期限まで30日以内の証書 1件']);
    await expect(el).to.be.accessible();
    register.press('保証期限まで30日以内');
    await eventually(() => register.rows().length === 1);
    expect(register.isPressed('保証期限まで30日以内')).to.equal(true);
    expect(register.rows()[0]).to.contain('A123-456');
  });

  it('finds in any width and kana, and offers to show all again', async () => {
    const {register} = await filled();
    register.search('Ａ１２３ー４５６');
    await eventually(() => register.rows().length === 1);
    await eventually(() => register.announced().includes('1件'), 'the count is announced');
    register.search('どこにもない');
    await eventually(() => register.emptyText());
    register.press('条件をすべて解除');
    await eventually(() => register.rows().length === 2);
    register.fill('証書の形式', '電子');
    await eventually(() => register.rows().length === 1);
  });

  it('searches for what was typed also when a condition is chosen at once', async () => {
    const {register} = await filled();
    register.typeSearch('どこにもない');
    register.fill('証書の形式', '紙');
    await eventually(() => register.emptyText(), 'the words were lost');
    expect(register.searchText()).to.equal('どこにもない');
  });

  it('opens a certificate without its key, and takes the answer there', async () => {
    const {register, el, sandbox} = await filled();
    await changeContract(sandbox, number);
    el.reload();
    const isNotice = (text: string) => register.notices().some(each => each.includes(text));
    await eventually(() => isNotice('見たあとに変更された'));
    const detail = await fired(el, 'surety-certificate-checked', () => register.press('証書を見る'));
    expect(detail).to.deep.equal({contractNumber: number, revision: 1});
    await eventually(() => register.answer());
    await settled(el);
    expect(register.focusedName()).to.contain('保証証書').and.contain(number);
    expect(register.text()).to.contain('24,000,000円');
    await eventually(() => register.text().includes('改ざんされていません'));
    await expect(el).to.be.accessible();
    await fired(el, 'surety-certificate-answered', () => register.press('受領する'));
    await eventually(() => register.answer().includes('受領済み'));
    register.press('台帳に戻る');
    await eventually(() => register.rows().some(text => text.includes('受領済み')));
    expect(isNotice('見たあとに変更された') || isNotice('回答していない')).to.equal(false);
    await eventually(() => register.focusedName().includes('証書を見る'));
  });

  it('records a paper certificate as it is typed, and says at each field what is wrong', async () => {
    const {register, el} = await mountRegister();
    register.press('証書(紙)を記録する');
    await settled(el);
    expect(register.focusedName()).to.equal('証書(紙)を記録');
    register.press('台帳に記録する');
    await settled(el);
    expect(register.isErrorSummaryFocused()).to.equal(true);
    expect(register.errors()).to.include('保証契約番号を入力してください。');
    await expect(el).to.be.accessible();
    const texts = {
      保証契約番号: 'Ａ１２３－４５６',
      保証種類: '契約保証',
      保証会社: '西日本建設業保証㈱',
      受注者名: '㈱△△土木',
      工事名: '橋梁補修工事',
      保証金額: '１００万',
      保証期限: '令和８年１２月２８日',
      受領日: 'R8.3.1',
      返還日: '2026/2/1',
      メモ: '書庫',
    };
    for (const [label, text] of Object.entries(texts)) register.fill(label, text);
    register.press('台帳に記録する');
    await settled(el);
    expect(register.errors()).to.deep.equal(['返還日は、受領日より後の日付を入力してください。']);
    expect(register.value('保証金額')).to.equal('１００万');
    register.fill('返還日', '');
    register.press('台帳に記録する');
    await eventually(() => register.rows().length === 1);
    expect(register.rows()[0]).to.contain('1,000,000円').and.contain('2026年12月28日');
    await eventually(() => register.announced().includes('台帳に記録しました'));
    await eventually(() => register.focusedName().includes('修正'));
  });

  it('mends an entry, and keeps what was typed when it cannot be saved', async () => {
    let fails = true;
    const {register, el} = await filled({
      intercept: request => (fails && request.method === 'PUT' ? problem(503) : undefined),
    });
    register.press('修正');
    await settled(el);
    expect(register.value('保証期限')).to.equal('2026年3月20日');
    register.fill('保証金額', '2,500,000');
    register.press('修正を保存する');
    await eventually(() => register.alert());
    expect(register.value('保証金額')).to.equal('2,500,000');
    fails = false;
    register.press('修正を保存する');
    await eventually(() => register.rows().some(text => text.includes('2,500,000円')));
  });

  it('removes an entry, and puts it back', async () => {
    const {register, el} = await filled();
    register.press('台帳から外す', 0);
    await eventually(() => register.rows().length === 1);
    expect(register.text()).to.contain('A123-456を台帳から外しました。');
    await eventually(() => register.focusedName() === '元に戻す');
    await expect(el).to.be.accessible();
    register.press('元に戻す');
    await eventually(() => register.rows().length === 2);
  });

  it('says what went wrong and loads again', async () => {
    let fails = true;
    const {register, el} = await mountRegister({
      intercept: request => (fails && request.url.includes('/register/entries') ? problem(500) : undefined),
    });
    expect(register.alert()).to.not.equal('');
    await expect(el).to.be.accessible();
    fails = false;
    register.press('もう一度読み込む');
    await eventually(() => register.emptyText());
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

describe('a long surety-register', () => {
  it('shows page after page, announces what was added, and goes on at the first new entry', async () => {
    const {register} = await mountPapers(60);
    expect(register.count()).to.equal('60件のうち50件を表示しています。');
    register.press('さらに表示');
    await eventually(() => register.rows().length === 60);
    expect(new Set(register.rows()).size).to.equal(60);
    await eventually(() => register.announced() === '10件を追加しました。60件を表示しています。');
    await eventually(() => register.focusedName().startsWith('修正'));
    expect(register.hasButton('さらに表示')).to.equal(false);
  });

  it('keeps the entries when the next page fails, says so where they end, and tries again', async () => {
    let isDown = false;
    const {register} = await mountPapers(60, {intercept: () => (isDown ? problem(403) : undefined)});
    isDown = true;
    register.press('さらに表示');
    await eventually(() => register.alert());
    expect(register.rows()).to.have.length(50);
    isDown = false;
    register.press('もう一度読み込む');
    await eventually(() => register.rows().length === 60);
  });
});

describe('taking surety-register along', () => {
  const saved = recordDownloads();

  it('saves every entry that fits as a file in which nothing is a formula', async () => {
    const {register, obligee} = await filled();
    await obligee('POST', '/v1/register/papers', {...samplePaper, note: '=HYPERLINK("x")'});
    register.press('CSVで保存');
    await eventually(() => saved.length === 1, 'no file was made');
    const lines = ((await saved[0]?.blob.text()) ?? '').trim().split('\r\n');
    expect(lines).to.have.length(4);
    expect(lines[0]).to.contain('"保証契約番号","証書の形式","保証種類"');
    expect(lines.join('\n')).to.contain(`"'=HYPERLINK(""x"")"`);
    await eventually(() => register.announced().includes('3件をCSVで保存しました'));
  });

  it('saves nothing any more once it has left the page', async () => {
    let hold: (() => void) | undefined;
    let isHolding = false;
    const {register, el} = await mountPapers(3, {
      intercept: () => (isHolding ? new Promise(resolve => (hold = () => resolve(undefined))) : undefined),
    });
    isHolding = true;
    register.press('CSVで保存');
    await eventually(() => hold, 'nothing was asked for');
    el.remove();
    hold?.();
    await el.updateComplete;
    await eventually(() => !register.text().includes('CSVを作成しています'));
    expect(saved).to.deep.equal([]);
  });

  it('puts every entry that fits on paper, and nothing of the page around it', async () => {
    const {register, el} = await mountPapers(52);
    register.fill('保証種類', '契約保証');
    await settled(el);
    const {print} = window;
    let box: Element | null = null;
    window.print = () => {
      box = document.querySelector('[data-surety-printout]');
    };
    try {
      register.press('印刷');
      await eventually(() => box);
    } finally {
      window.print = print;
    }
    const paper = (box as Element | null)?.shadowRoot?.firstElementChild?.shadowRoot;
    expect(paper?.querySelectorAll('tbody tr')).to.have.length(52);
    expect(paper?.querySelectorAll('button')).to.have.length(0);
    const paragraphs = [...(paper?.querySelectorAll('p') ?? [])].map(textOf);
    expect(paragraphs[0]).to.equal('契約保証');
    expect(paragraphs[1]).to.contain('に印刷。52件');
    window.dispatchEvent(new Event('afterprint'));
    expect(document.querySelector('[data-surety-printout]')).to.equal(null);
  });
});
