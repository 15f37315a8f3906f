import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import '../../components/application-form/define.js';
import type {SuretyApplicationForm} from '../../components/application-form/application-form.js';
import {exactEntry, findEntries, type Entry} from '../../components/ui/entries.js';
import {searchKey} from '../../src/input/search.js';
import {choose, control, mountForm, openTab, type} from '../support/application-form.js';
import {eventually} from '../support/eventually.js';
import {find, findAll, textOf} from '../support/shadow.js';

const entry = (label: string, ...words: string[]): Entry => ({
  value: label,
  label,
  key: [label, ...words].map(searchKey).join(' '),
});

const options = (el: Element) => findAll(el, '[role=option]').map(textOf);

/** Types into a field that has the focus, as an input method hands it over. */
async function write(el: SuretyApplicationForm, path: string, text: string) {
  const field = control(el, path);
  field.focus();
  field.value = text;
  field.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
  await el.updateComplete;
  await eventually(() => !textOf(el).includes('一覧を読み込んでいます'), 'still loading');
  await el.updateComplete;
  return field;
}

const press = (field: HTMLElement, init: KeyboardEventInit) =>
  field.dispatchEvent(
    new KeyboardEvent('keydown', {bubbles: true, composed: true, cancelable: true, ...init}),
  );

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
  const path = 'obligee/name';

  it('finds an obligee by kana and takes it by arrow keys and Enter', async () => {
    const {el} = await mountForm();
    const field = await write(el, path, 'にかほ');
    expect(options(el)).to.deep.equal(['にかほ市 秋田県・電子保証の案内あり']);
    expect(field.getAttribute('aria-expanded')).to.equal('true');
    press(field, {key: 'ArrowDown'});
    await el.updateComplete;
    const active = field.getAttribute('aria-activedescendant') ?? '';
    expect(find(el, `[id="${active}"]`).getAttribute('aria-selected')).to.equal('true');
    await expect(el).to.be.accessible();
    press(field, {key: 'Enter'});
    await el.updateComplete;
    expect(field.value).to.equal('にかほ市');
    expect(field.getAttribute('aria-expanded')).to.equal('false');
    await eventually(() => el.shadowRoot?.querySelector('.rule'));
  });

  it('does nothing on the Enter that ends a composition, not even Safari’s', async () => {
    const {el} = await mountForm();
    const field = await write(el, path, 'にかほ');
    press(field, {key: 'ArrowDown'});
    await el.updateComplete;
    press(field, {key: 'Enter', isComposing: true});
    press(field, {key: 'Enter', keyCode: 229});
    await el.updateComplete;
    expect(field.value).to.equal('にかほ');
    expect(options(el)).to.have.length(1);
  });

  it('closes by Escape and keeps what is typed; the page’s own Escape is left alone then', async () => {
    const {el} = await mountForm();
    const field = await write(el, path, '市');
    let heard = 0;
    el.addEventListener('keydown', () => heard++);
    press(field, {key: 'Escape'});
    await el.updateComplete;
    expect(options(el)).to.have.length(0);
    expect(heard).to.equal(0);
    press(field, {key: 'Escape'});
    expect(heard).to.equal(1);
    expect(field.value).to.equal('市');
  });

  it('takes an entry by a click, with the real mouse and keyboard', async () => {
    const {el} = await mountForm();
    control(el, path).focus();
    await sendKeys({type: '長岡'});
    await eventually(() => options(el).length === 1);
    findAll(el, '[role=option]')[0]?.click();
    await el.updateComplete;
    expect(control(el, path).value).to.equal('長岡市');
  });

  it('lets a name that is not listed stand, and says so', async () => {
    const {el} = await mountForm();
    await write(el, path, '架空の組合');
    await eventually(() => textOf(find(el, '.popup')).includes('一覧にありません'), 'no word');
    await type(el, path, '架空の組合');
    expect(control(el, path).value).to.equal('架空の組合');
  });

  it('offers the branches of the chosen bank and writes both in full width', async () => {
    const {el} = await mountForm();
    await openTab(el, '保証の申込内容');
    await choose(el, 'guarantees/advance-payment');
    const bank = 'guarantees/advance-payment/depositBank/bank';
    const branch = 'guarantees/advance-payment/depositBank/branch';
    await write(el, bank, 'みずほ');
    expect(options(el)[0]).to.contain('みずほ銀行');
    findAll(el, '[role=option]')[0]?.click();
    await el.updateComplete;
    await write(el, branch, 'まるのうちちゅうおう');
    expect(options(el)[0]).to.contain('丸の内中央支店');
    findAll(el, '[role=option]')[0]?.click();
    await el.updateComplete;
    expect(textOf(el)).to.contain('みずほ銀行 丸の内中央支店');
    await type(el, bank, 'ABCﾊﾞﾝｸ');
    expect(control(el, bank).value).to.equal('ＡＢＣバンク');
  });

  it('shows at most fifty of a thousand banks and says how many more there are', async () => {
    const {el} = await mountForm();
    await openTab(el, '保証の申込内容');
    await choose(el, 'guarantees/advance-payment');
    await write(el, 'guarantees/advance-payment/depositBank/bank', '');
    expect(options(el)).to.have.length(50);
    expect(textOf(find(el, '.popup'))).to.match(/ほかに1096件あります/);
  });

  it('goes on without the list when that cannot be fetched', async () => {
    const {el} = await mountForm(undefined, {
      intercept: request =>
        request.url.includes('/obligees') ? Promise.reject(new TypeError('Failed to fetch')) : undefined,
    });
    const field = control(el, path);
    field.focus();
    field.value = 'にかほ市';
    field.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
    await eventually(() => textOf(el).includes('一覧を読み込めませんでした'), 'no word');
    expect(control(el, path).value).to.equal('にかほ市');
  }).timeout(20_000);
});
