import {expect, fixture, html} from '@open-wc/testing';
import '../../components/application-form/define.js';
import '../../components/provider/define.js';
import type {SuretyApplicationForm} from '../../components/application-form/application-form.js';
import {createSandbox, leafletApplication} from '../../demo/sandbox/index.js';
import {ApplicationForm, mountForm} from '../support/application-form.js';
import {eventually} from '../support/eventually.js';
import {mountWithSandbox} from '../support/mount.js';
import {problem} from '../support/shadow.js';

describe('surety-application-form: codes follow from the names', () => {
  it('finds the obligee again when a letter of its name is deleted and typed again, without a change event', async () => {
    const {form} = await mountForm();
    await form.fill('発注者名', 'にかほ市');
    await eventually(() => form.obligeeRule(), 'the obligee is not recognised');
    await form.type('発注者名', 'にかほ');
    await eventually(() => !form.obligeeRule(), 'the rule stays though the name is another');
    await form.type('発注者名', 'にかほ市');
    await eventually(() => form.obligeeRule() && form.has('入札公告日'), 'rule and date do not come back');
  });

  it('finds the codes of a bank and a branch that are pasted together', async () => {
    const {form, el} = await mountForm();
    await form.fillLeaflet();
    await form.openSection('請負工事の情報');
    await form.pasteRow('工事名', '工事名\t預託金融機関\t支店\n橋の工事\t秋田銀行\t本店営業部\n');
    await form.press('この内容を反映する');
    const bank = () => el.getValue()?.guarantees['advance-payment']?.depositBank;
    await eventually(() => bank()?.branchCode, 'the branch is not recognised');
    expect(bank()?.bankCode).to.equal('0119');
  });
});

describe('surety-application-form: what the browser fills in', () => {
  it('keeps a value that came with a change event only, or with no event at all', async () => {
    const {form} = await mountForm();
    await form.openSection('その他');
    const person = form.control('担当者名');
    person.value = '工藤 花子';
    person.dispatchEvent(new Event('change', {bubbles: true}));
    form.control('連絡先電話番号').value = '018-863-1000';
    await form.press('申込内容を確認する');
    await form.openSection('その他');
    expect([form.value('担当者名'), form.value('連絡先電話番号')]).to.deep.equal([
      '工藤 花子',
      '018-863-1000',
    ]);
  });
});

describe('surety-application-form: the way on', () => {
  it('shows at 「次へ」 what cannot be read, and says nothing yet of what is still empty', async () => {
    const {form} = await mountForm();
    await form.fill('請負契約日', '令和8年2月30日');
    expect(form.errors()).to.deep.equal([]);
    await form.press('次へ');
    await eventually(() => form.errors().length, 'the error is not shown');
    expect(form.errors()).to.have.length(1);
    expect(form.errorAt('請負契約日')).to.contain('請負契約日');
    expect(form.currentSection()).to.equal('請負工事の情報');
    await form.fill('請負契約日', '令和8年2月20日');
    await form.press('次へ');
    await eventually(() => form.currentSection() === '保証の申込内容');
  });

  it('shows a phone number as it was typed when the application is opened again', async () => {
    const content = leafletApplication();
    const seed = {
      applications: [
        {
          content: {...content, contact: {...content.contact, phone: '0188631000'}},
          state: 'returned',
          returnReason: '工期を確かめてください。',
        },
      ],
    };
    const {form} = await mountForm(undefined, {seed: seed as never});
    await form.press('以前の申込みを見る・写す');
    await eventually(() => form.hasButton('開く'));
    await form.press('開く');
    await eventually(() => form.part('return-reason'));
    await form.openSection('その他');
    expect(form.value('連絡先電話番号')).to.equal('018-863-1000');
  });

  it('asks what became of a lost answer before it sends a changed content', async () => {
    let isLost = true;
    const mounted: {sandbox?: Awaited<ReturnType<typeof mountForm>>['sandbox']} = {};
    const {form, sandbox} = await mountForm(undefined, {
      intercept: async request => {
        if (!isLost) return undefined;
        if (request.url.includes('/submissions/')) return problem(400);
        if (request.method !== 'POST' || !request.url.endsWith('/applications')) return undefined;
        await mounted.sandbox?.fetch(request);
        throw new TypeError('Failed to fetch');
      },
    });
    mounted.sandbox = sandbox;
    await form.goToReview();
    await form.press('この内容で申し込む');
    await eventually(() => form.alert().includes('この画面に残っています'), 'nothing is said of the failure');
    isLost = false;
    await form.press('入力に戻る');
    await form.openSection('請負工事の情報');
    await form.fill('請負金額', '49,000,000');
    await form.press('申込内容を確認する');
    await form.press('この内容で申し込む');
    await eventually(() => form.part('twin') ?? (form.step() === '送信完了' && 'sent'));
    expect(form.part('twin'), 'the first one had arrived').not.to.equal(undefined);
  });
});

/** The element in a form of the page, inside a fieldset. */
async function inFieldset() {
  const sandbox = createSandbox();
  const provider = await fixture<HTMLElement>(
    html`<surety-provider
      api-base="/v1"
      .fetch=${sandbox.fetch}
      .getToken=${() => sandbox.signIn('contractor')}
      ><form>
        <fieldset><surety-application-form name="surety"></surety-application-form></fieldset></form
    ></surety-provider>`,
  );
  const page = provider.querySelector('form') as HTMLFormElement;
  const el = provider.querySelector('surety-application-form') as SuretyApplicationForm;
  const form = new ApplicationForm(el);
  await form.ready();
  return {page, el, form, fieldset: page.querySelector('fieldset') as HTMLFieldSetElement};
}

describe('surety-application-form: what a host page does', () => {
  it('can neither be checked nor sent inside a disabled fieldset', async () => {
    const {el, form, fieldset} = await inFieldset();
    await form.fillLeaflet();
    fieldset.disabled = true;
    await el.updateComplete;
    expect(form.button('申込内容を確認する').matches(':disabled')).to.equal(true);
    expect(await el.submit()).to.equal(undefined);
    await el.goTo('check');
    expect(form.step()).to.equal('申込作成');
  });

  it('moves no focus and shows no error by checkValidity(), and does so by reportValidity()', async () => {
    const {el, page, form} = await inFieldset();
    await form.type('工事名', '橋');
    expect([el.checkValidity(), page.checkValidity()]).to.deep.equal([false, false]);
    await form.updated();
    expect(form.focused()).to.equal('工事名');
    expect(form.errors()).to.deep.equal([]);
    expect(el.reportValidity()).to.equal(false);
    await eventually(() => form.errors().length, 'nothing is shown');
  });

  it('answers validate() truly right after definition', async () => {
    const {el} = await mountForm(
      html`<surety-application-form .value=${leafletApplication()}></surety-application-form>`,
    );
    expect(await el.validate()).to.equal(true);
    const empty = await mountForm();
    expect(await empty.el.validate()).to.equal(false);
  });

  it('answers validate() truly before it has drawn or knows who is signed in', async () => {
    const {el: neighbour} = await mountWithSandbox(html`<p></p>`, {seed: 'empty'});
    const el = document.createElement('surety-application-form');
    el.value = leafletApplication();
    neighbour.after(el);
    expect(await el.validate()).to.equal(true);
  });

  it('can only be read inside a disabled fieldset: help and sections open, nothing else can be used', async () => {
    const {el, form, fieldset} = await inFieldset();
    await form.fillLeaflet();
    fieldset.disabled = true;
    await el.updateComplete;
    const reading = ['保証申込のヘルプ', ...form.sections(), '前へ（保証の申込内容）'];
    expect(form.usableControls()).to.deep.equal(reading);
    fieldset.disabled = false;
    await el.updateComplete;
    expect(form.usableControls()).to.include('申込内容を確認する');
  });

  it('keeps what is typed when the page gives an equal value again, and takes what differs', async () => {
    const {el, form} = await mountForm();
    el.value = {works: {name: '橋の工事', price: 1_000_000}};
    await el.updateComplete;
    await form.fill('工事名', '書き直した工事名');
    el.value = {works: {name: '橋の工事', price: 1_000_000}};
    await form.updated();
    expect(form.value('工事名')).to.equal('書き直した工事名');
    el.value = {works: {name: '橋の工事', price: 2_000_000}};
    await form.updated();
    expect([form.value('工事名'), form.value('請負金額')]).to.deep.equal(['書き直した工事名', '2,000,000']);
  });
});
