import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import '../../components/application-form/define.js';
import {exactEntry, findEntries, type Entry} from '../../components/ui/entries.js';
import {searchKey} from '../../src/input/search.js';
import {mountForm} from '../support/application-form.js';
import {eventually} from '../support/eventually.js';

const entry = (label: string, ...words: string[]): Entry => ({
  value: label,
  label,
  key: [label, ...words].map(searchKey).join(' '),
});

describe('findEntries', () => {
  const entries = [
    entry('北海道銀行', 'ホッカイドウ', '0116'),
    entry('秋田銀行', 'あきた', '0119'),
    entry('北秋田信用金庫'),
  ];

  it('finds by name, either kana and code, whatever the width', () => {
    for (const query of ['秋田銀', 'アキタ', 'ｱｷﾀ', 'あきた', '０１１９', '0119']) {
      expect(findEntries(entries, query)[0]?.label, query).to.equal('秋田銀行');
    }
    expect(findEntries(entries, 'ほつかいどう')[0]?.label).to.equal('北海道銀行');
  });

  it('puts first what begins with the words, and wants all of them', () => {
    expect(findEntries(entries, '秋田').map(({label}) => label)).to.deep.equal([
      '秋田銀行',
      '北秋田信用金庫',
    ]);
    expect(findEntries(entries, '秋田　信用').map(({label}) => label)).to.deep.equal(['北秋田信用金庫']);
    expect(findEntries(entries, '')).to.have.length(3);
    expect(findEntries(entries, 'どこにもない')).to.have.length(0);
  });

  it('takes a name for an entry only where it is the only one of that name', () => {
    expect(exactEntry(entries, '秋田 銀行')?.value).to.equal('秋田銀行');
    expect(exactEntry([...entries, entry('秋田銀行')], '秋田銀行')).to.equal(undefined);
    expect(exactEntry(entries, '')).to.equal(undefined);
  });
});

describe('the pickers of the form', () => {
  const OBLIGEE = '発注者名';

  it('finds an obligee by kana and takes it by arrow keys and Enter', async () => {
    const {form, el} = await mountForm();
    await form.search(OBLIGEE, 'にかほ');
    expect(form.suggestions(OBLIGEE)).to.deep.equal(['にかほ市 秋田県・電子保証の案内あり']);
    expect(form.control(OBLIGEE).getAttribute('aria-expanded')).to.equal('true');
    await form.pressKey(OBLIGEE, {key: 'ArrowDown'});
    expect(form.activeSuggestion(OBLIGEE)).to.contain('にかほ市');
    await expect(el).to.be.accessible();
    await form.pressKey(OBLIGEE, {key: 'Enter'});
    expect(form.value(OBLIGEE)).to.equal('にかほ市');
    expect(form.control(OBLIGEE).getAttribute('aria-expanded')).to.equal('false');
    await eventually(() => form.obligeeRule());
  });

  it('does nothing on the Enter that ends a composition, not even Safari’s', async () => {
    const {form} = await mountForm();
    await form.search(OBLIGEE, 'にかほ');
    await form.pressKey(OBLIGEE, {key: 'ArrowDown'});
    await form.pressKey(OBLIGEE, {key: 'Enter', isComposing: true});
    await form.pressKey(OBLIGEE, {key: 'Enter', keyCode: 229});
    expect(form.value(OBLIGEE)).to.equal('にかほ');
    expect(form.suggestions(OBLIGEE)).to.have.length(1);
  });

  it('closes by Escape and keeps what is typed; the page’s own Escape is left alone then', async () => {
    const {form, el} = await mountForm();
    await form.search(OBLIGEE, '市');
    let heard = 0;
    el.addEventListener('keydown', () => heard++);
    await form.pressKey(OBLIGEE, {key: 'Escape'});
    expect(form.suggestions(OBLIGEE)).to.have.length(0);
    expect(heard).to.equal(0);
    await form.pressKey(OBLIGEE, {key: 'Escape'});
    expect(heard).to.equal(1);
    expect(form.value(OBLIGEE)).to.equal('市');
  });

  it('takes an entry by a click, with the real mouse and keyboard', async () => {
    const {form} = await mountForm();
    form.control(OBLIGEE).focus();
    await sendKeys({type: '長岡'});
    await eventually(() => form.suggestions(OBLIGEE).length === 1);
    await form.pickSuggestion(OBLIGEE, '長岡市');
    expect(form.value(OBLIGEE)).to.equal('長岡市');
  });

  it('lets a name that is not listed stand, and says so', async () => {
    const {form} = await mountForm();
    await form.search(OBLIGEE, '架空の組合');
    await eventually(() => form.suggestionNotes(OBLIGEE).includes('一覧にありません'), 'no word');
    await form.fill(OBLIGEE, '架空の組合');
    expect(form.value(OBLIGEE)).to.equal('架空の組合');
  });

  it('offers the branches of the chosen bank and writes both in full width', async () => {
    const {form} = await mountForm();
    await form.openSection('保証の申込内容');
    await form.check('前払金保証を申し込む');
    const advance = form.in('前払金保証');
    await advance.search('金融機関', 'みずほ');
    await advance.pickSuggestion('金融機関', 'みずほ銀行');
    await advance.search('支店', 'まるのうちちゅうおう');
    expect(advance.suggestions('支店')[0]).to.contain('丸の内中央支店');
    await advance.pickSuggestion('支店', '丸の内中央支店');
    expect(form.text()).to.contain('みずほ銀行 丸の内中央支店');
    await advance.fill('金融機関', 'ABCﾊﾞﾝｸ');
    expect(advance.value('金融機関')).to.equal('ＡＢＣバンク');
  });

  it('shows at most fifty of a thousand banks and says how many more there are', async () => {
    const {form} = await mountForm();
    await form.openSection('保証の申込内容');
    await form.check('前払金保証を申し込む');
    const advance = form.in('前払金保証');
    await advance.search('金融機関', '');
    expect(advance.suggestions('金融機関')).to.have.length(50);
    expect(advance.suggestionNotes('金融機関')).to.match(/ほかに1096件あります/);
  });

  it('goes on without the list when that cannot be fetched', async () => {
    const {form} = await mountForm(undefined, {
      intercept: request =>
        request.url.includes('/obligees') ? Promise.reject(new TypeError('Failed to fetch')) : undefined,
    });
    await form.type(OBLIGEE, 'にかほ市');
    await eventually(() => form.text().includes('一覧を読み込めませんでした'), 'no word');
    expect(form.value(OBLIGEE)).to.equal('にかほ市');
  });
});
