import {expect} from '@open-wc/testing';
import '../../components/application-form/define.js';
import {choose, control, fillLeaflet, mountForm, openTab, press, type} from '../support/application-form.js';
import {eventually} from '../support/eventually.js';
import {settled} from '../support/mount.js';
import {find, findAll, findButton, problem, textOf} from '../support/shadow.js';
import type {SuretyApplicationForm} from '../../components/application-form/application-form.js';

const advance = (member: string) => `guarantees/advance-payment/${member}`;
const AMOUNT = advance('guaranteeAmount');
const warningAt = (el: Element, path: string) =>
  textOf(el.shadowRoot?.querySelector(`[id="${path}-warning"]`));

async function fillAmounts(el: SuretyApplicationForm, obligee: string, price: string, amount: string) {
  await type(el, 'obligee/name', obligee);
  await choose(el, 'works/kind', 'construction');
  await type(el, 'works/price', price);
  await openTab(el, '保証の申込内容');
  await choose(el, 'guarantees/advance-payment');
  await type(el, AMOUNT, amount);
}

describe("surety-application-form: the obligee's rules about amounts", () => {
  it('warns in the words of an obligee that was only typed, and goes on', async () => {
    const {el} = await mountForm();
    await fillAmounts(el, '上尾市', '10,000,000', '4,500,000');
    await eventually(() => warningAt(el, AMOUNT));
    expect(warningAt(el, AMOUNT))
      .to.contain('上尾市の前払金は、請負金額の40%以内（4,000,000円まで、100,000円未満切り捨て）です。')
      .and.to.contain('請負代金額の10分の4以内の額');
    expect(control(el, AMOUNT).getAttribute('aria-describedby')).to.contain(`${AMOUNT}-warning`);
    expect(control(el, AMOUNT).getAttribute('aria-invalid')).to.equal(null);
    await type(el, AMOUNT, '4,000,000');
    expect(warningAt(el, AMOUNT)).to.equal('');
    await type(el, AMOUNT, '3,950,001');
    expect(warningAt(el, AMOUNT)).to.contain('未満を切り捨てた額です');
  });

  it('links to https only, without telling where it comes from', async () => {
    const {el} = await mountForm();
    await fillAmounts(el, '真岡市', '10,000,000', '5,000,000');
    await eventually(() => warningAt(el, AMOUNT));
    const link = find<HTMLAnchorElement>(el, '.warning a');
    expect(link.protocol).to.equal('https:');
    expect(link.rel.split(' ')).to.include.members(['noreferrer', 'noopener']);
    await openTab(el, '請負工事の情報');
    await type(el, 'obligee/name', '上尾市'); // its page is not on https
    await openTab(el, '保証の申込内容');
    await eventually(() => warningAt(el, AMOUNT).includes('上尾市'));
    expect(findAll(el, '.warning a')).to.have.length(0);
  });

  it('says at the price that it is below what the obligee pays in advance for', async () => {
    const {el} = await mountForm();
    await fillAmounts(el, '上尾市', '4,000,000', '1,000,000');
    await openTab(el, '請負工事の情報');
    await eventually(() => warningAt(el, 'works/price'));
    expect(warningAt(el, 'works/price')).to.contain('5,000,000円以上の契約が対象です');
  });

  it('asks once for a name, and not while it is being typed', async () => {
    const asked: string[] = [];
    const {el} = await mountForm(undefined, {
      intercept: ({url}) => {
        const {pathname, searchParams} = new URL(url);
        if (pathname.endsWith('/amount-rules')) asked.push(searchParams.get('obligee') ?? '');
        return undefined;
      },
    });
    const field = control(el, 'obligee/name');
    field.focus();
    for (const text of ['上', '上尾', '上尾市']) {
      field.value = text;
      field.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
      await el.updateComplete;
    }
    expect(asked).to.deep.equal([]);
    field.blur();
    await eventually(() => asked.length);
    await type(el, 'works/price', '5');
    expect(asked).to.deep.equal(['上尾市']);
  });

  it('warns of nothing when the rules cannot be had, or the obligee says nothing', async () => {
    const {el} = await mountForm(undefined, {
      intercept: ({url}) => (url.includes('/amount-rules') ? problem(400) : undefined),
    });
    await fillAmounts(el, '上尾市', '10,000,000', '4,500,000');
    await settled(el);
    expect(warningAt(el, AMOUNT)).to.equal('');
    expect(findAll(el, '[role=alert]').map(textOf).join('')).to.equal('');
  });

  it('says it once more at 申込確認, and lets the person go on', async () => {
    const {el} = await mountForm();
    await fillLeaflet(el);
    await openTab(el, '請負工事の情報');
    await type(el, 'obligee/name', '真岡市');
    await openTab(el, '保証の申込内容');
    await type(el, AMOUNT, '25,000,000');
    await eventually(() => warningAt(el, AMOUNT));
    await press(el, '申込内容を確認する');
    expect(textOf(find(el, '.answers .warning'))).to.contain('真岡市の前払金は、請負金額の40%以内');
    expect(findButton(el, 'この内容で申し込む').getAttribute('aria-disabled')).to.equal(null);
    await expect(el).to.be.accessible();
  });
});

describe('surety-application-form: the directory of obligees in place', () => {
  async function opened() {
    const {el} = await mountForm();
    await openTab(el, '保証の申込内容');
    await choose(el, 'guarantees/advance-payment');
    findButton(el, 'こちら').click();
    await eventually(() => el.shadowRoot?.querySelector('surety-obligee-directory:defined'));
    const directory = find(el, 'surety-obligee-directory');
    await eventually(() => directory.shadowRoot?.querySelector('[part~=select]'), 'no obligee to choose');
    return {el, directory};
  }

  it('opens under the note and closes again, as a button says', async () => {
    const {el, directory} = await opened();
    const link = findButton(el, 'こちら');
    expect(textOf(link.parentElement).replace(/ /g, '')).to.equal('電子保証対応の発注者はこちらです。');
    expect(link.getAttribute('aria-expanded')).to.equal('true');
    expect(link.getAttribute('aria-controls')).to.equal(directory.id);
    expect(textOf(directory)).to.contain('にかほ市');
    await expect(el).to.be.accessible();
    link.click();
    await el.updateComplete;
    expect(link.getAttribute('aria-expanded')).to.equal('false');
    expect(findAll(el, 'surety-obligee-directory')).to.have.length(0);
  });

  it('writes the obligee that is chosen there, closes, and returns to where one was', async () => {
    const {el, directory} = await opened();
    let leaks = 0;
    el.addEventListener('surety-obligee-select', () => leaks++);
    const entry = findAll(directory, '[part~=entry]').find(each => textOf(each).includes('にかほ市'));
    entry?.querySelector<HTMLElement>('[part~=select]')?.click();
    await eventually(() => !el.shadowRoot?.querySelector('surety-obligee-directory'));
    await eventually(() => el.shadowRoot?.activeElement === findButton(el, 'こちら'));
    expect(leaks).to.equal(0);
    await eventually(() => textOf(el).includes('発注者名に「にかほ市」を入力しました。'));
    await openTab(el, '請負工事の情報');
    expect(control(el, 'obligee/name').value).to.equal('にかほ市');
    await eventually(() => el.shadowRoot?.querySelector('.rule'), 'the rule is not shown');
  });

  it('leaves what is typed in its search out of the application', async () => {
    const {el, directory} = await opened();
    const before = el.getValue();
    const words = find<HTMLInputElement>(directory, '#words');
    words.value = 'にかほ';
    words.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
    await settled(el);
    expect(el.getValue()).to.deep.equal(before);
    expect(control(el, 'obligee/name').value).to.equal('');
  });
});
