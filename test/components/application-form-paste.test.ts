import {expect} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import '../../components/application-form/define.js';
import type {SuretyApplicationForm} from '../../components/application-form/application-form.js';
import {readCells, readPastedRow, textInField} from '../../components/application-form/paste-row.js';
import {choose, control, mountForm, openTab, press, type} from '../support/application-form.js';
import {pasteEvent} from '../support/engine.js';
import {eventually} from '../support/eventually.js';
import {find, findAll, findButton, textOf} from '../support/shadow.js';

const nothingYet = {draft: {}, askedDates: [], askedFacts: []};
const pathsOf = (text: string, draft = {}) =>
  Object.fromEntries((readPastedRow(text, {...nothingYet, draft}) ?? []).map(({text, path}) => [text, path]));

describe('reading a row of a spreadsheet', () => {
  it('takes cells apart as spreadsheets put them together', () => {
    expect(readCells('a\tb\t\r\n')).to.deep.equal([['a', 'b', '']]);
    expect(readCells('"一行目\n二行目"\t"言う""これ"""\n')).to.deep.equal([['一行目\n二行目', '言う"これ"']]);
    expect(readCells('見出し\tほか\r\n値\t5"管\r\n\r\n')).to.deep.equal([
      ['見出し', 'ほか'],
      ['値', '5"管'],
    ]);
    expect(readCells('')).to.deep.equal([]);
  });

  it('sends each cell where its heading says, under whichever name', () => {
    expect(
      pathsOf(
        '発注機関\t件名\t請負代金額（税込）\t契約日\t前払金額\tTEL\tメモ\nにかほ市\t橋梁補修\t5千万\tR8.2.1\t2000万\t018-000-0000\tA',
      ),
    ).to.deep.equal({
      にかほ市: 'obligee/name',
      橋梁補修: 'works/name',
      '5千万': 'works/price',
      'R8.2.1': 'works/signedOn',
      '2000万': 'guarantees/advance-payment/guaranteeAmount',
      '018-000-0000': 'contact/phone',
      A: '',
    });
  });

  it('guesses by kind and in the order of the fields where there is no heading', () => {
    const row =
      'にかほ市\t市道１号線改良工事\t50,000,000\t20,000,000\t令和8年2月1日\t2026/2/10\t2026/9/30\t018-863-1000\ta@example.jp\t工藤 花子';
    const draft = {'guarantees/advance-payment': 'true', 'issueNotification/wanted': 'true'};
    expect(pathsOf(row, draft)).to.deep.equal({
      にかほ市: 'obligee/name',
      市道１号線改良工事: 'works/name',
      '50,000,000': 'works/price',
      '20,000,000': 'guarantees/advance-payment/guaranteeAmount',
      令和8年2月1日: 'works/signedOn',
      '2026/2/10': 'works/period/from',
      '2026/9/30': 'works/period/to',
      '018-863-1000': 'contact/phone',
      'a@example.jp': 'issueNotification/email',
      '工藤 花子': 'contact/personName',
    });
  });

  it('reads kinds of works by their words, with a heading and without', () => {
    expect(pathsOf('橋梁補修\t建設工事\t5千万')).to.include({建設工事: 'works/kind'});
    expect(pathsOf('業種\t件名\n建設コンサルタント業務\t橋梁点検')).to.deep.equal({
      建設コンサルタント業務: 'works/kind',
      橋梁点検: 'works/name',
    });
    expect([
      textInField('works/kind', '工事'),
      textInField('works/kind', '委託'),
      textInField('works/kind', '物品'),
    ]).to.deep.equal(['construction', 'services', undefined]);
  });

  it('gives one field one cell, and leaves tables and single cells alone', () => {
    expect(pathsOf('工事名\t件名\n甲\t乙')).to.deep.equal({甲: 'works/name', 乙: ''});
    for (const text of ['一つだけ', 'a\tb\nc\td', '工事名\t件名\na\tb\nc\td', '\t\n'])
      expect(readPastedRow(text, nothingYet)).to.equal(undefined);
  });
});

function paste(el: SuretyApplicationForm, path: string, text: string): Event {
  const event = pasteEvent(text);
  const field = control(el, path);
  field.focus();
  field.dispatchEvent(event);
  return event;
}

const ROW = '発注者\t工事名\t請負金額\nにかほ市\t髙﨑𠮷橋補修工事\t50,000,000\n';

async function previewed() {
  const {el} = await mountForm();
  await type(el, 'works/name', '前からあった工事名');
  paste(el, 'works/name', ROW);
  await eventually(() => el.shadowRoot?.activeElement?.id === 'paste-title');
  return el;
}
const selects = (el: Element) => findAll(el, '.paste select') as HTMLSelectElement[];

describe('surety-application-form: a row pasted from a spreadsheet', () => {
  it('is shown before anything is written, with what it would replace', async () => {
    const el = await previewed();
    expect(control(el, 'works/name').value).to.equal('前からあった工事名');
    expect(selects(el).map(({value}) => value)).to.deep.equal(['obligee/name', 'works/name', 'works/price']);
    expect(textOf(find(el, '.paste .warning'))).to.contain('今の入力を置き換えます：前からあった工事名');
    await expect(el).to.be.accessible();
    await setViewport({width: 320, height: 800});
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
    await setViewport({width: 1280, height: 800});
  });

  it('replaces nothing where the same is only written in another way', async () => {
    const el = await previewed();
    expect(findAll(el, '.paste .warning')).to.have.length(1);
    await press(el, 'この内容を反映する');
    paste(el, 'works/name', '請負金額\t工事名\n５千万円\t別の工事\n');
    await eventually(() => el.shadowRoot?.activeElement?.id === 'paste-title');
    expect(findAll(el, '.paste .warning').map(textOf)).to.deep.equal([
      '今の入力を置き換えます：髙﨑𠮷橋補修工事',
    ]);
  });

  it('is written when the person says so, and taken back', async () => {
    const el = await previewed();
    await press(el, 'この内容を反映する');
    expect(findAll(el, '.paste')).to.have.length(0);
    expect(control(el, 'works/name').value).to.equal('髙﨑𠮷橋補修工事');
    expect(control(el, 'works/price').value).to.equal('50,000,000');
    expect(el.shadowRoot?.activeElement?.id).to.equal('works/name');
    await eventually(() => el.shadowRoot?.querySelector('.rule'), 'the pasted obligee is not recognised');
    await press(el, '元に戻す');
    expect(control(el, 'works/name').value).to.equal('前からあった工事名');
    expect(control(el, 'obligee/name').value).to.equal('');
    expect(control(el, 'works/price').value).to.equal('');
  });

  it('goes to another field when the person says so, and leaves nothing behind when they stop', async () => {
    const el = await previewed();
    const [, name] = selects(el);
    if (!name) throw new Error('no select');
    name.value = 'jointVentureName';
    name.dispatchEvent(new Event('change', {bubbles: true}));
    await el.updateComplete;
    expect(findAll(el, '.paste .warning')).to.have.length(0);
    await press(el, 'この内容を反映する');
    expect(control(el, 'jointVentureName').value).to.equal('髙﨑𠮷橋補修工事');
    expect(control(el, 'works/name').value).to.equal('前からあった工事名');
    paste(el, 'works/price', ROW);
    await eventually(() => el.shadowRoot?.activeElement?.id === 'paste-title');
    await press(el, 'やめる');
    expect(findAll(el, '.paste')).to.have.length(0);
    expect(control(el, 'works/name').value).to.equal('前からあった工事名');
  });

  it('opens the guarantee that a cell belongs to', async () => {
    const {el} = await mountForm();
    paste(el, 'works/name', '工事名\t契約保証金額\n橋\t500万\n');
    await eventually(() => el.shadowRoot?.activeElement?.id === 'paste-title');
    await press(el, 'この内容を反映する');
    await openTab(el, '保証の申込内容');
    expect(control(el, 'guarantees/performance').checked).to.equal(true);
    expect(control(el, 'guarantees/performance/guaranteeAmount').value).to.equal('500万');
    expect(control(el, 'guarantees/performance/premiumPayment').value).to.equal('lump-sum');
    expect(control(el, 'guarantees/performance/premiumBilledTo/name').value).to.equal('〇〇建設 株式会社');
    await openTab(el, '請負工事の情報');
    await press(el, '元に戻す');
    await openTab(el, '保証の申込内容');
    expect(control(el, 'guarantees/performance').checked).to.equal(false);
    await choose(el, 'guarantees/performance');
    expect(control(el, 'guarantees/performance/guaranteeAmount').value).to.equal('');
  });

  it('chooses 対象 by its words, finer kinds too, and says so where a word is no kind of works', async () => {
    const {el} = await mountForm();
    paste(el, 'works/name', '工事名\t種別\n地形調査\t測量業務\n');
    await eventually(() => el.shadowRoot?.activeElement?.id === 'paste-title');
    await press(el, 'この内容を反映する');
    expect(
      findAll(el, '[name="works/kind"]:checked').map(each => (each as HTMLInputElement).value),
    ).to.deep.equal(['survey']);
    paste(el, 'works/name', '工事名\t対象\n地形調査\tその他いろいろ\n');
    await eventually(() => el.shadowRoot?.activeElement?.id === 'paste-title');
    expect(textOf(find(el, '.paste .warning'))).to.contain('対象には入れません');
    await press(el, 'この内容を反映する');
    expect(findAll(el, '[name="works/kind"]:checked')).to.have.length(1);
  });

  it('leaves ordinary text to the browser, and a lone cell with a tab is text', async () => {
    const {el} = await mountForm();
    expect(paste(el, 'works/name', '改行\nのある名前').defaultPrevented).to.equal(false);
    expect(paste(el, 'works/name', 'a\tb\nc\td\ne\tf').defaultPrevented).to.equal(false);
    paste(el, 'works/name', '橋の工事\t\n');
    await eventually(() => control(el, 'works/name').value === '橋の工事');
    expect(findAll(el, '.paste')).to.have.length(0);
    expect(findButton(el, '申込内容を確認する').getAttribute('aria-disabled')).to.equal(null);
  });
});
