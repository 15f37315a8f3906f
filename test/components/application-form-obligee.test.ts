import {expect} from '@open-wc/testing';
import '../../components/application-form/define.js';
import {createSandbox} from '../../demo/sandbox/index.js';
import {mountForm, type ApplicationForm} from '../support/application-form.js';
import {eventually} from '../support/eventually.js';
import {settled} from '../support/mount.js';
import {find, findAll, problem, textOf} from '../support/shadow.js';

const plain = createSandbox();
const AMOUNT = '前払金保証金額';

async function fillAmounts(form: ApplicationForm, obligee: string, price: string, amount: string) {
  await form.fill('発注者名', obligee);
  await form.choose('対象', '建設工事');
  await form.fill('請負金額', price);
  await form.openSection('保証の申込内容');
  await form.check('前払金保証を申し込む');
  await form.fill(AMOUNT, amount);
}

describe("surety-application-form: the obligee's rules about amounts", () => {
  it('warns in the words of an obligee that was only typed, and goes on', async () => {
    const {form} = await mountForm();
    await fillAmounts(form, '上尾市', '10,000,000', '4,500,000');
    await eventually(() => form.warningAt(AMOUNT));
    expect(form.warningAt(AMOUNT))
      .to.contain('上尾市の前払金は、請負金額の40%以内（4,000,000円まで、100,000円未満切り捨て）です。')
      .and.to.contain('請負代金額の10分の4以内の額');
    expect(form.control(AMOUNT).getAttribute('aria-invalid')).to.equal(null);
    await form.fill(AMOUNT, '4,000,000');
    expect(form.warningAt(AMOUNT)).to.equal('');
    await form.fill(AMOUNT, '3,950,001');
    expect(form.warningAt(AMOUNT)).to.contain('未満を切り捨てた額です');
  });

  it('links to https only, without telling where it comes from', async () => {
    const {form} = await mountForm();
    await fillAmounts(form, '真岡市', '10,000,000', '5,000,000');
    await eventually(() => form.warningAt(AMOUNT));
    const link = form.warningLink(AMOUNT);
    if (!link) throw new Error('The warning has no link.');
    expect(link.protocol).to.equal('https:');
    expect(link.rel.split(' ')).to.include.members(['noreferrer', 'noopener']);
    await form.openSection('請負工事の情報');
    await form.fill('発注者名', '上尾市'); // its page is not on https
    await form.openSection('保証の申込内容');
    await eventually(() => form.warningAt(AMOUNT).includes('上尾市'));
    expect(form.warningLink(AMOUNT)).to.equal(undefined);
  });

  it('says at the price that it is below what the obligee pays in advance for', async () => {
    const {form} = await mountForm();
    await fillAmounts(form, '上尾市', '4,000,000', '1,000,000');
    await form.openSection('請負工事の情報');
    await eventually(() => form.warningAt('請負金額'));
    expect(form.warningAt('請負金額')).to.contain('5,000,000円以上の契約が対象です');
  });

  it('asks once for a name, and not while it is being typed', async () => {
    const asked: string[] = [];
    const {form} = await mountForm(undefined, {
      intercept: ({url}) => {
        const {pathname, searchParams} = new URL(url);
        if (pathname.endsWith('/amount-rules')) asked.push(searchParams.get('obligee') ?? '');
        return undefined;
      },
    });
    for (const text of ['上', '上尾', '上尾市']) await form.type('発注者名', text);
    expect(asked).to.deep.equal([]);
    form.control('発注者名').blur();
    await eventually(() => asked.length);
    await form.fill('請負金額', '5');
    expect(asked).to.deep.equal(['上尾市']);
  });

  it('warns of nothing when the rules cannot be had, or the obligee says nothing', async () => {
    const {form, el} = await mountForm(undefined, {
      intercept: ({url}) => (url.includes('/amount-rules') ? problem(400) : undefined),
    });
    await fillAmounts(form, '上尾市', '10,000,000', '4,500,000');
    await settled(el);
    expect(form.warningAt(AMOUNT)).to.equal('');
    expect(form.alert()).to.equal('');
  });

  it('says it once more at 申込確認, and lets the person go on', async () => {
    const {form, el} = await mountForm();
    await form.fillLeaflet();
    await form.openSection('請負工事の情報');
    await form.fill('発注者名', '真岡市');
    await form.openSection('保証の申込内容');
    await form.fill(AMOUNT, '25,000,000');
    await eventually(() => form.warningAt(AMOUNT));
    await form.press('申込内容を確認する');
    expect(form.reviewWarnings().join(' ')).to.contain('真岡市の前払金は、請負金額の40%以内');
    expect(form.button('この内容で申し込む').getAttribute('aria-disabled')).to.equal(null);
    await expect(el).to.be.accessible();
  });
});

describe('surety-application-form: the directory of obligees in place', () => {
  async function opened() {
    const {form, el} = await mountForm();
    await form.openSection('保証の申込内容');
    await form.check('前払金保証を申し込む');
    form.button('こちら').click();
    await eventually(() => el.shadowRoot?.querySelector('surety-obligee-directory:defined'));
    const directory = find(el, 'surety-obligee-directory');
    await eventually(() => directory.shadowRoot?.querySelector('[part~=select]'), 'no obligee to choose');
    return {form, el, directory};
  }

  it('opens under the note and closes again, as a button says', async () => {
    const {form, el, directory} = await opened();
    const link = form.button('こちら');
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
    const {form, el, directory} = await opened();
    let leaks = 0;
    el.addEventListener('surety-obligee-select', () => leaks++);
    const entry = findAll(directory, '[part~=entry]').find(each => textOf(each).includes('にかほ市'));
    entry?.querySelector<HTMLElement>('[part~=select]')?.click();
    await eventually(() => !el.shadowRoot?.querySelector('surety-obligee-directory'));
    await eventually(() => form.active === form.button('こちら'));
    expect(leaks).to.equal(0);
    await eventually(() => form.text().includes('発注者名に「にかほ市」を入力しました。'));
    await form.openSection('請負工事の情報');
    expect(form.value('発注者名')).to.equal('にかほ市');
    await eventually(() => form.obligeeRule(), 'the rule is not shown');
  });

  it('leaves what is typed in its search out of the application', async () => {
    const {form, el, directory} = await opened();
    const before = el.getValue();
    const words = find<HTMLInputElement>(directory, '#words');
    words.value = 'にかほ';
    words.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
    await settled(el);
    expect(el.getValue()).to.deep.equal(before);
    await form.openSection('請負工事の情報');
    expect(form.value('発注者名')).to.equal('');
  });
});

describe('surety-application-form: what an obligee’s rule keys on', () => {
  const shown = (form: ApplicationForm) =>
    ['発注者の担当課', '契約の方法', '契約の区分', '当初の契約日'].filter(name => form.has(name));

  it('asks for the department where the rule is for some departments only, and judges by it', async () => {
    const {form, el} = await mountForm();
    await form.fillLeaflet();
    await form.openSection('請負工事の情報');
    expect(shown(form)).to.deep.equal([]);
    await form.fill('発注者名', '廿日市市');
    await eventually(() => shown(form).includes('発注者の担当課'), 'the department is not asked for');
    await form.fill('発注手続きの開始日', '令和9年4月1日');
    await form.press('申込内容を確認する');
    expect(form.errors().join(' ')).to.contain('発注者の担当課を入力してください。');
    await form.fill('発注者の担当課', '契約課');
    await form.openSection('保証の申込内容');
    expect(form.verdicts()[0]?.text).not.to.contain('担当課を入力する');
    await form.press('申込内容を確認する');
    expect(form.text()).to.contain('発注者の担当課 契約課');
    expect(el.getValue()?.works.department).to.equal('契約課');
    await form.press('入力に戻る');
    await form.openSection('請負工事の情報');
    await form.fill('発注者名', 'にかほ市');
    await eventually(() => shown(form).length === 0);
    expect(el.getValue()?.works).not.to.have.property('department');
  });

  it('asks whether it is a change, and then for the first contract’s day, where that decides', async () => {
    const {form, el, sandbox} = await mountForm();
    await form.fillLeaflet();
    await form.openSection('請負工事の情報');
    await form.fill('発注者名', '松山市');
    await eventually(() => shown(form).includes('契約の区分'), 'a change is not asked for');
    expect(shown(form)).to.deep.equal(['契約の区分']);
    expect(form.has('契約予定日')).to.equal(true);
    await form.choose('契約の区分', '以前の契約の変更');
    expect(shown(form)).to.deep.equal(['契約の区分', '当初の契約日']);
    expect(form.has('契約予定日'), 'a change is judged by the first contract’s day').to.equal(false);
    await form.fill('請負契約日', '令和9年2月20日');
    await form.fill('当初の契約日', '平成20年4月1日');
    await form.openSection('保証の申込内容');
    expect(form.verdicts()[0]?.text).to.contain('電子保証を利用できません');
    expect(el.getValue()?.works).to.include({amendment: true, originalSignedOn: '2008-04-01'});
    const sent = await el.submit();
    expect(sent?.content.works).to.include({amendment: true, originalSignedOn: '2008-04-01'});
    el.applicationId = sent?.id ?? '';
    await eventually(() => form.part('record'));
    expect(form.text()).to.contain('以前の契約の変更').and.to.contain('平成20年4月1日');
    expect(sandbox).to.be.ok;
  });

  it('asks how the contract came about where the rule leaves negotiated contracts out', async () => {
    const {form} = await mountForm(undefined, {
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
    await form.fill('発注者名', 'いちき串木野市');
    await eventually(() => shown(form).includes('契約の方法'), 'how it came about is not asked for');
    expect(form.options('契約の方法')).to.have.length(3);
    await form.choose('契約の方法', '随意契約');
    await form.choose('対象', '建設工事');
    await form.fill('請負契約日', '令和9年2月20日');
    await form.openSection('保証の申込内容');
    await form.check('契約保証を申し込む');
    await form.in('契約保証').choose('保証証書の形式について', '電子保証(認証キーを含む)');
    expect(form.verdicts()[0]?.text).to.contain('電子保証を利用できません').and.to.contain('随意契約');
  });

  it('warns of a 工期 that is too short for the payment, at the field and before sending', async () => {
    const {form} = await mountForm();
    await fillAmounts(form, '新座市', '10,000,000', '4,000,000');
    await form.openSection('請負工事の情報');
    await form.in('工期').fill('始まりの日', '令和8年4月1日');
    await form.in('工期').fill('終わりの日', '令和8年4月30日');
    await eventually(() => form.in('工期').warningAt('終わりの日'));
    expect(form.in('工期').warningAt('終わりの日'))
      .to.contain('工期が1か月を超える契約が対象です')
      .and.to.contain('新座市のページ');
  });
});
