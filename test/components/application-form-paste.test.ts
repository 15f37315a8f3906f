import {expect} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import '../../components/application-form/define.js';
import {readCells, readPastedRow, textInField} from '../../src/application/paste-row.js';
import {mountForm} from '../support/application-form.js';
import {eventually} from '../support/eventually.js';

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

const ROW = '発注者\t工事名\t請負金額\nにかほ市\t髙﨑𠮷橋補修工事\t50,000,000\n';

async function previewed() {
  const {form, el} = await mountForm();
  await form.fill('工事名', '前からあった工事名');
  await form.pasteRow('工事名', ROW);
  return {form, el};
}

describe('surety-application-form: a row pasted from a spreadsheet', () => {
  it('is shown before anything is written, with what it would replace', async () => {
    const {form, el} = await previewed();
    expect(form.value('工事名')).to.equal('前からあった工事名');
    expect(form.pastedCells()).to.deep.equal([
      {text: 'にかほ市', field: '発注者名', warnings: []},
      {text: '髙﨑𠮷橋補修工事', field: '工事名', warnings: ['今の入力を置き換えます：前からあった工事名']},
      {text: '50,000,000', field: '請負金額', warnings: []},
    ]);
    await expect(el).to.be.accessible();
    await setViewport({width: 320, height: 800});
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
    await setViewport({width: 1280, height: 800});
  });

  it('replaces nothing where the same is only written in another way', async () => {
    const {form} = await previewed();
    expect(form.pastedCells().flatMap(({warnings}) => warnings)).to.have.length(1);
    await form.press('この内容を反映する');
    await form.pasteRow('工事名', '請負金額\t工事名\n５千万円\t別の工事\n');
    expect(form.pastedCells().flatMap(({warnings}) => warnings)).to.deep.equal([
      '今の入力を置き換えます：髙﨑𠮷橋補修工事',
    ]);
  });

  it('is written when the person says so, and taken back', async () => {
    const {form} = await previewed();
    await form.press('この内容を反映する');
    expect(form.pastedCells()).to.deep.equal([]);
    expect(form.value('工事名')).to.equal('髙﨑𠮷橋補修工事');
    expect(form.value('請負金額')).to.equal('50,000,000');
    expect(form.focused()).to.equal('工事名');
    await eventually(() => form.obligeeRule(), 'the pasted obligee is not recognised');
    await form.press('元に戻す');
    expect(form.value('工事名')).to.equal('前からあった工事名');
    expect(form.value('発注者名')).to.equal('');
    expect(form.value('請負金額')).to.equal('');
  });

  it('goes to another field when the person says so, and leaves nothing behind when they stop', async () => {
    const {form} = await previewed();
    await form.moveCell('髙﨑𠮷橋補修工事', 'JV名');
    expect(form.pastedCells().flatMap(({warnings}) => warnings)).to.deep.equal([]);
    await form.press('この内容を反映する');
    expect(form.value('JV名')).to.equal('髙﨑𠮷橋補修工事');
    expect(form.value('工事名')).to.equal('前からあった工事名');
    await form.pasteRow('請負金額', ROW);
    await form.press('やめる');
    expect(form.pastedCells()).to.deep.equal([]);
    expect(form.value('工事名')).to.equal('前からあった工事名');
  });

  it('opens the guarantee that a cell belongs to', async () => {
    const {form} = await mountForm();
    await form.pasteRow('工事名', '工事名\t契約保証金額\n橋\t500万\n');
    await form.press('この内容を反映する');
    await form.openSection('保証の申込内容');
    expect(form.isChecked('契約保証を申し込む')).to.equal(true);
    expect(form.in('契約保証').value('契約保証金額')).to.equal('500万');
    expect(form.in('契約保証').value('契約保証料支払方法')).to.equal('一括納付');
    expect(form.in('契約保証').value('請求先の名称')).to.equal('〇〇建設 株式会社');
    await form.openSection('請負工事の情報');
    await form.press('元に戻す');
    await form.openSection('保証の申込内容');
    expect(form.isChecked('契約保証を申し込む')).to.equal(false);
    await form.check('契約保証を申し込む');
    expect(form.in('契約保証').value('契約保証金額')).to.equal('');
  });

  it('chooses 対象 by its words, finer kinds too, and says so where a word is no kind of works', async () => {
    const {form} = await mountForm();
    await form.pasteRow('工事名', '工事名\t種別\n地形調査\t測量業務\n');
    await form.press('この内容を反映する');
    expect(form.value('対象')).to.equal('測量');
    await form.pasteRow('工事名', '工事名\t対象\n地形調査\tその他いろいろ\n');
    expect(
      form
        .pastedCells()
        .flatMap(({warnings}) => warnings)
        .join(' '),
    ).to.contain('対象には入れません');
    await form.press('この内容を反映する');
    expect(form.value('対象')).to.equal('測量');
  });

  it('leaves ordinary text to the browser, and a lone cell with a tab is text', async () => {
    const {form} = await mountForm();
    expect(form.paste('工事名', '改行\nのある名前').defaultPrevented).to.equal(false);
    expect(form.paste('工事名', 'a\tb\nc\td\ne\tf').defaultPrevented).to.equal(false);
    form.paste('工事名', '橋の工事\t\n');
    await eventually(() => form.value('工事名') === '橋の工事');
    expect(form.pastedCells()).to.deep.equal([]);
    expect(form.button('申込内容を確認する').getAttribute('aria-disabled')).to.equal(null);
  });
});
