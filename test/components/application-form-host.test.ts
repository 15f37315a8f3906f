import {expect, fixture, html, oneEvent} from '@open-wc/testing';
import '../../components/application-form/define.js';
import '../../components/provider/define.js';
import type {SuretyApplicationForm} from '../../components/application-form/application-form.js';
import {createSandbox} from '../../demo/sandbox/index.js';
import {ApplicationForm, mountForm} from '../support/application-form.js';
import {settled} from '../support/mount.js';
import {eventually} from '../support/eventually.js';
import {findAll} from '../support/shadow.js';

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
  const page = provider.querySelector('form') as HTMLFormElement;
  const el = page.firstElementChild as SuretyApplicationForm;
  const form = new ApplicationForm(el);
  await form.ready();
  return {page, form, el};
}

describe('surety-application-form in a page', () => {
  it('puts its content as JSON into the form of the page once it is complete', async () => {
    const {page, form, el} = await inForm();
    expect(new FormData(page).get('surety')).to.equal(null);
    expect(page.checkValidity()).to.equal(false);
    await form.fillLeaflet();
    expect(page.checkValidity()).to.equal(true);
    const content = JSON.parse(new FormData(page).get('surety') as string) as {works: {price: number}};
    expect(content.works.price).to.equal(50_000_000);
    expect(content).to.deep.equal(el.getValue());
  });

  it('is emptied by a reset and locked by a disabled fieldset', async () => {
    const {page, form, el} = await inForm();
    await form.fillLeaflet();
    page.reset();
    await el.updateComplete;
    expect(form.value('工事名')).to.equal('');
    expect(form.text()).to.contain('〇〇建設 株式会社');
    el.formDisabledCallback(true);
    await el.updateComplete;
    expect(form.control('工事名').matches(':disabled')).to.equal(true);
  });

  it('stays out of a form that it has no name in', async () => {
    const {page} = await inForm(html`<surety-application-form></surety-application-form>`);
    expect(page.checkValidity()).to.equal(true);
  });

  it('tells of changes by the person, and whether it could be sent', async () => {
    const {form, el} = await mountForm();
    const heard: boolean[] = [];
    el.addEventListener('surety-application-change', ({detail}) => heard.push(detail.isComplete));
    el.value = {works: {name: 'ページから'}};
    await el.updateComplete;
    expect(heard).to.have.length(0);
    await form.fillLeaflet();
    expect(heard[0]).to.equal(false);
    expect(heard.at(-1)).to.equal(true);
  });

  it('suggests payment and billing for a guarantee that the page’s data open, and never over what they say', async () => {
    const {form, el} = await mountForm(
      html`<surety-application-form
        .value=${{
          guarantees: {
            performance: {guaranteeAmount: 5_000_000, premiumBilledTo: {name: '〇〇建設 経理部'}},
          },
          issueNotification: {wanted: true},
        }}
      ></surety-application-form>`,
    );
    await form.openSection('保証の申込内容');
    const performance = form.in('契約保証');
    expect([
      performance.value('契約保証料支払方法'),
      performance.value('請求先の名称'),
      performance.value('請求書の送付先'),
    ]).to.deep.equal(['一括納付', '〇〇建設 経理部', '秋田県にかほ市象潟町字〇〇1番地1']);
    await form.openSection('その他');
    expect(form.value('メールアドレス')).to.equal('soumu@example.co.jp');
    await form.fill('メールアドレス', '');
    el.reload();
    await settled(el);
    expect(form.value('メールアドレス')).to.equal('');
  });

  it('is led by its methods', async () => {
    const {form, el} = await mountForm();
    await el.goTo('other');
    expect(form.currentSection()).to.equal('その他');
    expect(el.validate()).to.equal(false);
    await form.fillLeaflet();
    await el.goTo('check');
    expect(form.step()).to.equal('申込確認');
    el.reset();
    await el.updateComplete;
    expect(form.step()).to.equal('申込作成');
    expect(el.getValue()).to.equal(undefined);
  });

  it('lets the browser fill in who the person is, and nothing else', async () => {
    const {form, el} = await mountForm();
    await form.openSection('その他');
    await form.choose('電子保証発行完了のお知らせ', '希望する');
    const asked = findAll(el, 'input[autocomplete]:not([autocomplete=off])');
    expect(asked.map(field => [form.nameOf(field), field.getAttribute('autocomplete')])).to.have.deep.members(
      [
        ['メールアドレス', 'email'],
        ['担当者名', 'name'],
        ['連絡先電話番号', 'tel'],
      ],
    );
    const isOpen = (field: HTMLElement) => !field.hasAttribute('autocomplete');
    expect(findAll(el, 'input:not([type=radio], [type=checkbox])').filter(isOpen)).to.deep.equal([]);
  });

  it('keeps what is typed when the page moves it', async () => {
    const {form, el} = await mountForm();
    await form.fill('工事名', '移しても残る');
    const provider = el.parentElement;
    el.remove();
    provider?.append(el);
    await settled(el);
    expect(form.value('工事名')).to.equal('移しても残る');
  });

  it('works while the API is silent, and says so when it cannot be reached', async () => {
    const {form} = await mountForm(undefined, {
      intercept: () => Promise.reject(new TypeError('Failed to fetch')),
    });
    await form.fill('工事名', '電波の届かない現場');
    expect(form.value('工事名')).to.equal('電波の届かない現場');
    expect(form.partText('error')).to.contain('通信できませんでした');
  });

  it('says when the machine goes offline and comes back', async () => {
    const {form, el} = await mountForm();
    window.dispatchEvent(new Event('offline'));
    await el.updateComplete;
    expect(form.text()).to.contain('インターネットに接続していません');
    window.dispatchEvent(new Event('online'));
    await el.updateComplete;
    expect(form.text()).not.to.contain('インターネットに接続していません');
  });
});

describe('surety-application-form: drafts', () => {
  afterEach(() => sessionStorage.clear());
  const withDrafts = html`<surety-application-form drafts="session"></surety-application-form>`;

  it('keeps nothing unless the page asks for it', async () => {
    const {form} = await mountForm();
    await form.fillLeaflet();
    window.dispatchEvent(new Event('pagehide'));
    expect(sessionStorage.length).to.equal(0);
    expect(localStorage.length).to.equal(0);
  });

  it('comes back after a reload, says that it is kept, and keeps no bank', async () => {
    const first = await mountForm(withDrafts);
    await first.form.fillLeaflet();
    window.dispatchEvent(new Event('pagehide'));
    expect(sessionStorage.getItem(DRAFT)).to.contain('髙﨑𠮷橋').and.not.to.contain('××支店');
    first.el.remove();
    const {form} = await mountForm(withDrafts);
    expect(form.text()).to.contain('この端末に一時保存中');
    await form.openSection('請負工事の情報');
    expect(form.value('工事名')).to.contain('髙﨑𠮷橋');
    await form.openSection('保証の申込内容');
    expect(form.in('前払金保証').value('金融機関')).to.equal('');
  });

  it('says nothing, and keeps nothing, before something was typed', async () => {
    const {form, el} = await mountForm(withDrafts);
    window.dispatchEvent(new Event('pagehide'));
    await el.updateComplete;
    expect(sessionStorage.length).to.equal(0);
    expect(form.text()).not.to.contain('一時保存');
    await form.fill('工事名', '橋');
    await eventually(() => form.text().includes('この端末に一時保存中'));
    expect(sessionStorage.getItem(DRAFT)).to.contain('橋');
    expect(form.draftNotice()?.getBoundingClientRect().height).to.be.below(60);
  });

  it('comes back to the section, and to 申込確認 where nothing is missing', async () => {
    const first = await mountForm(withDrafts);
    await first.form.fillLeaflet();
    window.dispatchEvent(new Event('pagehide'));
    first.el.remove();
    const second = await mountForm(withDrafts);
    expect(second.form.currentSection()).to.equal('その他');
    expect(second.form.value('申込送信先')).to.equal('秋田支店');
    await second.form.openSection('保証の申込内容');
    await second.form.uncheck('前払金保証を申し込む'); // its bank is not kept
    await second.form.press('申込内容を確認する');
    expect(second.form.step()).to.equal('申込確認');
    window.dispatchEvent(new Event('pagehide'));
    second.el.remove();
    const {form} = await mountForm(withDrafts);
    await eventually(() => form.step() === '申込確認');
    expect(form.errors()).to.deep.equal([]);
  });

  it('is deleted by the person, and by sending', async () => {
    const {form, el} = await mountForm(withDrafts);
    await form.fillLeaflet();
    window.dispatchEvent(new Event('pagehide'));
    await el.updateComplete;
    await form.press('一時保存を削除する');
    expect(sessionStorage.length).to.equal(0);
    await form.openSection('請負工事の情報');
    expect(form.value('工事名')).to.contain('髙﨑𠮷橋');
    const again = await mountForm(withDrafts);
    await again.form.fillLeaflet();
    await again.form.press('申込内容を確認する');
    setTimeout(() => void again.el.submit());
    const {detail} = await oneEvent<HTMLElementEventMap['surety-application-submitted']>(
      again.el,
      'surety-application-submitted',
    );
    await eventually(() => again.form.step() === '送信完了');
    // Of what was sent, only where to find it again.
    expect(sessionStorage.getItem(DRAFT)).to.contain(detail.receiptNumber).and.not.to.contain('髙﨑𠮷橋');
  });

  it('is not read when it is older than a day, nor when it is not ours', async () => {
    const old = {savedAt: Date.now() - 25 * 3_600_000, draft: {'works/name': '古い下書き'}};
    for (const stored of [JSON.stringify(old), 'no json', '{"savedAt":9e15,"draft":null}']) {
      sessionStorage.setItem(DRAFT, stored);
      const {form, el} = await mountForm(withDrafts);
      expect(form.value('工事名')).to.equal('');
      expect(form.errors()).to.deep.equal([]);
      el.remove();
    }
  });
});
