import {expect, fixture, html, oneEvent} from '@open-wc/testing';
import '../../components/application-form/define.js';
import '../../components/provider/define.js';
import type {SuretyApplicationForm} from '../../components/application-form/application-form.js';
import {createSandbox} from '../../demo/sandbox/index.js';
import {
  choose,
  control,
  fillLeaflet,
  mountForm,
  openTab,
  press,
  stepTitle,
  type,
} from '../support/application-form.js';
import {settled} from '../support/mount.js';
import {eventually} from '../support/eventually.js';
import {find, findAll, textOf} from '../support/shadow.js';

const DRAFT = 'surety-elements:draft:new';

/** The element inside a form of the page. */
async function inForm(attributes = html`<surety-application-form name="surety"></surety-application-form>`) {
  const sandbox = createSandbox();
  const provider = await fixture<HTMLElement>(
    html`<surety-provider
      api-base="/v1"
      .fetch=${sandbox.fetch}
      .getToken=${() => sandbox.signIn('contractor')}
      ><form>${attributes}</form></surety-provider
    >`,
  );
  const form = provider.querySelector('form') as HTMLFormElement;
  const el = form.firstElementChild as SuretyApplicationForm;
  await eventually(() => el.shadowRoot?.querySelector('.company'));
  return {form, el};
}

describe('surety-application-form in a page', () => {
  it('puts its content as JSON into the form of the page once it is complete', async () => {
    const {form, el} = await inForm();
    expect(new FormData(form).get('surety')).to.equal(null);
    expect(form.checkValidity()).to.equal(false);
    await fillLeaflet(el);
    expect(form.checkValidity()).to.equal(true);
    const content = JSON.parse(new FormData(form).get('surety') as string) as {works: {price: number}};
    expect(content.works.price).to.equal(50_000_000);
    expect(content).to.deep.equal(el.getValue());
  });

  it('is emptied by a reset and locked by a disabled fieldset', async () => {
    const {form, el} = await inForm();
    await fillLeaflet(el);
    form.reset();
    await el.updateComplete;
    expect(control(el, 'works/name').value).to.equal('');
    expect(textOf(el)).to.contain('〇〇建設 株式会社');
    el.formDisabledCallback(true);
    await el.updateComplete;
    expect(control(el, 'works/name').matches(':disabled')).to.equal(true);
  });

  it('stays out of a form that it has no name in', async () => {
    const {form} = await inForm(html`<surety-application-form></surety-application-form>`);
    expect(form.checkValidity()).to.equal(true);
  });

  it('tells of changes by the person, and whether it could be sent', async () => {
    const {el} = await mountForm();
    const heard: boolean[] = [];
    el.addEventListener('surety-application-change', ({detail}) => heard.push(detail.isComplete));
    el.value = {works: {name: 'ページから'}};
    await el.updateComplete;
    expect(heard).to.have.length(0);
    await fillLeaflet(el);
    expect(heard[0]).to.equal(false);
    expect(heard.at(-1)).to.equal(true);
  });

  it('suggests payment and billing for a guarantee that the page’s data open, and never over what they say', async () => {
    const {el} = await mountForm(
      html`<surety-application-form
        .value=${{
          guarantees: {
            performance: {guaranteeAmount: 5_000_000, premiumBilledTo: {name: '〇〇建設 経理部'}},
          },
          issueNotification: {wanted: true},
        }}
      ></surety-application-form>`,
    );
    await openTab(el, '保証の申込内容');
    const at = (member: string) => control(el, `guarantees/performance/${member}`).value;
    expect([
      at('premiumPayment'),
      at('premiumBilledTo/name'),
      at('premiumBilledTo/destination'),
    ]).to.deep.equal(['lump-sum', '〇〇建設 経理部', '秋田県にかほ市象潟町字〇〇1番地1']);
    await openTab(el, 'その他');
    expect(control(el, 'issueNotification/email').value).to.equal('soumu@example.co.jp');
    await type(el, 'issueNotification/email', '');
    el.reload();
    await settled(el);
    expect(control(el, 'issueNotification/email').value).to.equal('');
  });

  it('is led by its methods', async () => {
    const {el} = await mountForm();
    await el.goTo('other');
    expect(find(el, '#tab-other').getAttribute('aria-selected')).to.equal('true');
    expect(el.validate()).to.equal(false);
    await fillLeaflet(el);
    await el.goTo('check');
    expect(stepTitle(el)).to.contain('申込確認');
    el.reset();
    await el.updateComplete;
    expect(stepTitle(el)).to.contain('申込作成');
    expect(el.getValue()).to.equal(undefined);
  });

  it('lets the browser fill in who the person is, and nothing else', async () => {
    const {el} = await mountForm();
    await openTab(el, 'その他');
    await choose(el, 'issueNotification/wanted');
    const asked = findAll(el, 'input[autocomplete]:not([autocomplete=off])');
    expect(asked.map(field => [field.id, field.getAttribute('autocomplete')])).to.have.deep.members([
      ['issueNotification/email', 'email'],
      ['contact/personName', 'name'],
      ['contact/phone', 'tel'],
    ]);
    const isOpen = (field: HTMLElement) => !field.hasAttribute('autocomplete');
    expect(findAll(el, 'input:not([type=radio], [type=checkbox])').filter(isOpen)).to.deep.equal([]);
  });

  it('keeps what is typed when the page moves it', async () => {
    const {el} = await mountForm();
    await type(el, 'works/name', '移しても残る');
    const provider = el.parentElement;
    el.remove();
    provider?.append(el);
    await settled(el);
    expect(control(el, 'works/name').value).to.equal('移しても残る');
  });

  it('works while the API is silent, and says so when it cannot be reached', async () => {
    const {el} = await mountForm(undefined, {
      intercept: () => Promise.reject(new TypeError('Failed to fetch')),
    });
    await type(el, 'works/name', '電波の届かない現場');
    expect(control(el, 'works/name').value).to.equal('電波の届かない現場');
    expect(textOf(find(el, '[part=error]'))).to.contain('通信できませんでした');
  }).timeout(20_000);

  it('says when the machine goes offline and comes back', async () => {
    const {el} = await mountForm();
    window.dispatchEvent(new Event('offline'));
    await el.updateComplete;
    expect(textOf(el)).to.contain('インターネットに接続していません');
    window.dispatchEvent(new Event('online'));
    await el.updateComplete;
    expect(textOf(el)).not.to.contain('インターネットに接続していません');
  });
});

describe('surety-application-form: drafts', () => {
  afterEach(() => sessionStorage.clear());
  const withDrafts = html`<surety-application-form drafts="session"></surety-application-form>`;

  it('keeps nothing unless the page asks for it', async () => {
    const {el} = await mountForm();
    await fillLeaflet(el);
    window.dispatchEvent(new Event('pagehide'));
    expect(sessionStorage.length).to.equal(0);
    expect(localStorage.length).to.equal(0);
  });

  it('comes back after a reload, says that it is kept, and keeps no bank', async () => {
    const first = await mountForm(withDrafts);
    await fillLeaflet(first.el);
    window.dispatchEvent(new Event('pagehide'));
    expect(sessionStorage.getItem(DRAFT)).to.contain('髙﨑𠮷橋').and.not.to.contain('××支店');
    first.el.remove();
    const {el} = await mountForm(withDrafts);
    expect(textOf(el)).to.contain('この端末に一時保存中');
    await openTab(el, '請負工事の情報');
    expect(control(el, 'works/name').value).to.contain('髙﨑𠮷橋');
    await openTab(el, '保証の申込内容');
    expect(control(el, 'guarantees/advance-payment/depositBank/bank').value).to.equal('');
  });

  it('says nothing, and keeps nothing, before something was typed', async () => {
    const {el} = await mountForm(withDrafts);
    window.dispatchEvent(new Event('pagehide'));
    await el.updateComplete;
    expect(sessionStorage.length).to.equal(0);
    expect(textOf(el)).not.to.contain('一時保存');
    await type(el, 'works/name', '橋');
    await eventually(() => textOf(el).includes('この端末に一時保存中'));
    expect(sessionStorage.getItem(DRAFT)).to.contain('橋');
    expect(find(el, '.kept').getBoundingClientRect().height).to.be.below(60);
  });

  it('comes back to the section, and to 申込確認 where nothing is missing', async () => {
    const first = await mountForm(withDrafts);
    await fillLeaflet(first.el);
    window.dispatchEvent(new Event('pagehide'));
    first.el.remove();
    const second = await mountForm(withDrafts);
    expect(find(second.el, '#tab-other').getAttribute('aria-selected')).to.equal('true');
    expect(control(second.el, 'branchCode').value).to.equal('akita');
    await openTab(second.el, '保証の申込内容');
    second.el.shadowRoot?.getElementById('guarantees/advance-payment')?.click(); // its bank is not kept
    await second.el.updateComplete;
    await press(second.el, '申込内容を確認する');
    expect(stepTitle(second.el)).to.contain('申込確認');
    window.dispatchEvent(new Event('pagehide'));
    second.el.remove();
    const {el} = await mountForm(withDrafts);
    await eventually(() => stepTitle(el).includes('申込確認'));
    expect(findAll(el, '.error-summary')).to.have.length(0);
  });

  it('is deleted by the person, and by sending', async () => {
    const {el} = await mountForm(withDrafts);
    await fillLeaflet(el);
    window.dispatchEvent(new Event('pagehide'));
    await el.updateComplete;
    await press(el, '一時保存を削除する');
    expect(sessionStorage.length).to.equal(0);
    expect(control(el, 'works/name').value).to.contain('髙﨑𠮷橋');
    const again = await mountForm(withDrafts);
    await fillLeaflet(again.el);
    await press(again.el, '申込内容を確認する');
    setTimeout(() => void again.el.submit());
    const {detail} = await oneEvent<HTMLElementEventMap['surety-application-submitted']>(
      again.el,
      'surety-application-submitted',
    );
    await eventually(() => stepTitle(again.el).includes('送信完了'));
    // Of what was sent, only where to find it again.
    expect(sessionStorage.getItem(DRAFT)).to.contain(detail.receiptNumber).and.not.to.contain('髙﨑𠮷橋');
  });

  it('is not read when it is older than a day, nor when it is not ours', async () => {
    const old = {savedAt: Date.now() - 25 * 3_600_000, draft: {'works/name': '古い下書き'}};
    for (const stored of [JSON.stringify(old), 'no json', '{"savedAt":9e15,"draft":null}']) {
      sessionStorage.setItem(DRAFT, stored);
      const {el} = await mountForm(withDrafts);
      expect(control(el, 'works/name').value).to.equal('');
      expect(findAll(el, '.error-summary')).to.have.length(0);
      el.remove();
    }
  });
});
