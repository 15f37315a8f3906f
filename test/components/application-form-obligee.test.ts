import {expect} from '@open-wc/testing';
import '../../components/application-form/define.js';
import {createSandbox} from '../../demo/sandbox/index.js';
import {choose, control, fillLeaflet, mountForm, openTab, press, type} from '../support/application-form.js';
import {eventually} from '../support/eventually.js';
import {settled} from '../support/mount.js';
import {find, findAll, findButton, problem, textOf} from '../support/shadow.js';
import type {SuretyApplicationForm} from '../../components/application-form/application-form.js';

const plain = createSandbox();
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
    // The whole directory is looked at by its own tests; here one entry stands for all.
    const words = find<HTMLInputElement>(directory, '#words');
    words.value = 'にかほ';
    words.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
    await eventually(() => findAll(directory, '[part~=entry]').length === 1, 'the search finds others too');
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

describe('surety-application-form: what an obligee’s rule keys on', () => {
  const shown = (el: Element) =>
    ['department', 'procurement', 'amendment', 'originalSignedOn'].filter(
      name => findAll(el, `[name="works/${name}"]`).length,
    );

  it('asks for the department where the rule is for some departments only, and judges by it', async () => {
    const {el} = await mountForm();
    await fillLeaflet(el);
    await openTab(el, '請負工事の情報');
    expect(shown(el)).to.deep.equal([]);
    await type(el, 'obligee/name', '廿日市市');
    await eventually(() => shown(el).includes('department'), 'the department is not asked for');
    await type(el, 'works/dates/procurementStart', '令和9年4月1日');
    await press(el, '申込内容を確認する');
    expect(textOf(find(el, '.error-summary'))).to.contain('発注者の担当課を入力してください。');
    await type(el, 'works/department', '契約課');
    await openTab(el, '保証の申込内容');
    expect(textOf(find(el, '.verdict'))).not.to.contain('担当課を入力する');
    await press(el, '申込内容を確認する');
    expect(textOf(el)).to.contain('発注者の担当課 契約課');
    expect(el.getValue()?.works.department).to.equal('契約課');
    await press(el, '入力に戻る');
    await openTab(el, '請負工事の情報');
    await type(el, 'obligee/name', 'にかほ市');
    await eventually(() => shown(el).length === 0);
    expect(el.getValue()?.works).not.to.have.property('department');
  });

  it('asks whether it is a change, and then for the first contract’s day, where that decides', async () => {
    const {el, sandbox} = await mountForm();
    await fillLeaflet(el);
    await openTab(el, '請負工事の情報');
    await type(el, 'obligee/name', '松山市');
    await eventually(() => shown(el).includes('amendment'), 'a change is not asked for');
    expect(shown(el)).to.deep.equal(['amendment']);
    const contractDays = () => findAll(el, '[name="works/dates/contract"]');
    expect(contractDays()).to.have.length(1);
    await choose(el, 'works/amendment', 'true');
    expect(shown(el)).to.deep.equal(['amendment', 'originalSignedOn']);
    expect(contractDays(), 'a change is judged by the first contract’s day').to.have.length(0);
    await type(el, 'works/signedOn', '令和9年2月20日');
    await type(el, 'works/originalSignedOn', '平成20年4月1日');
    await openTab(el, '保証の申込内容');
    expect(textOf(find(el, '.verdict'))).to.contain('電子保証を利用できません');
    expect(el.getValue()?.works).to.include({amendment: true, originalSignedOn: '2008-04-01'});
    const sent = await el.submit();
    expect(sent?.content.works).to.include({amendment: true, originalSignedOn: '2008-04-01'});
    el.applicationId = sent?.id ?? '';
    await eventually(() => el.shadowRoot?.querySelector('[part=record]'));
    expect(textOf(el)).to.contain('以前の契約の変更').and.to.contain('平成20年4月1日');
    expect(sandbox).to.be.ok;
  });

  it('asks how the contract came about where the rule leaves negotiated contracts out', async () => {
    const {el} = await mountForm(undefined, {
      intercept: async request => {
        if (!new URL(request.url).pathname.endsWith('/obligees')) return undefined;
        const {token} = await plain.signIn('contractor');
        const answer = await plain.fetch(
          new Request(request.url, {headers: {Authorization: `Bearer ${token}`}}),
        );
        const list = (await answer.json()) as {items: {name: string; rule: {excluded: string[]}}[]};
        for (const {name, rule} of list.items)
          if (name === 'いちき串木野市') rule.excluded = ['negotiated_contracts(随意契約)'];
        return Response.json(list);
      },
    });
    await type(el, 'obligee/name', 'いちき串木野市');
    await eventually(() => shown(el).includes('procurement'), 'how it came about is not asked for');
    expect(findAll(el, '[name="works/procurement"]')).to.have.length(3);
    await choose(el, 'works/procurement', 'negotiated');
    await choose(el, 'works/kind', 'construction');
    await type(el, 'works/signedOn', '令和9年2月20日');
    await openTab(el, '保証の申込内容');
    await choose(el, 'guarantees/performance');
    await choose(el, 'guarantees/performance/certificateForm', 'electronic');
    expect(textOf(find(el, '.verdict')))
      .to.contain('電子保証を利用できません')
      .and.to.contain('随意契約');
  });

  it('warns of a 工期 that is too short for the payment, at the field and before sending', async () => {
    const {el} = await mountForm();
    await fillAmounts(el, '新座市', '10,000,000', '4,000,000');
    await openTab(el, '請負工事の情報');
    await type(el, 'works/period/from', '令和8年4月1日');
    await type(el, 'works/period/to', '令和8年4月30日');
    await eventually(() => warningAt(el, 'works/period/to'));
    expect(warningAt(el, 'works/period/to'))
      .to.contain('工期が1か月を超える契約が対象です')
      .and.to.contain('新座市のページ');
  });
});
