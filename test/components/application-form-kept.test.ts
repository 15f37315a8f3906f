import {expect, html} from '@open-wc/testing';
import '../../components/application-form/define.js';
import type {SuretyApplicationForm} from '../../components/application-form/application-form.js';
import {leafletApplication} from '../../demo/sandbox/index.js';
import {
  atCheck,
  control,
  fillLeaflet,
  mountForm,
  openTab,
  press,
  stepTitle,
  type,
  untilDone,
} from '../support/application-form.js';
import {eventually} from '../support/eventually.js';
import {find, findAll, findButton, textOf} from '../support/shadow.js';

const withDrafts = html`<surety-application-form drafts="session"></surety-application-form>`;
const withHistory = html`<surety-application-form step-history></surety-application-form>`;

/** Whether the browser would ask before the page is left. */
function asksBeforeLeaving(): boolean {
  const event = new Event('beforeunload', {cancelable: true});
  window.dispatchEvent(event);
  return event.defaultPrevented;
}

/** What a reload does to the form: gone without a word, then made anew. */
async function reload(el: Element, template = withDrafts) {
  window.dispatchEvent(new Event('pagehide'));
  el.remove();
  return mountForm(template);
}

async function sent(el: SuretyApplicationForm) {
  await atCheck(el);
  await press(el, 'この内容で申し込む');
  await untilDone(el);
}

describe('surety-application-form: leaving the page', () => {
  afterEach(() => sessionStorage.clear());

  it('lets the browser ask only between the first key and the sending, where nothing is kept', async () => {
    const {el} = await mountForm();
    expect(asksBeforeLeaving()).to.equal(false);
    await type(el, 'works/name', '橋');
    expect(asksBeforeLeaving()).to.equal(true);
    el.reset();
    expect(asksBeforeLeaving()).to.equal(false);
    await sent(el);
    expect(asksBeforeLeaving()).to.equal(false);
  });

  it('lets the browser ask no question where drafts are kept, and again once the person has deleted them', async () => {
    const {el} = await mountForm(withDrafts);
    await type(el, 'works/name', '橋');
    expect(asksBeforeLeaving()).to.equal(false);
    await eventually(() => el.shadowRoot?.querySelector('.kept'));
    await press(el, '一時保存を削除する');
    expect(asksBeforeLeaving()).to.equal(true);
    el.remove();
    expect(asksBeforeLeaving()).to.equal(false);
  });

  it('asks at 申込確認 only for what is not kept, when the page is loaded anew there', async () => {
    const first = await mountForm(withDrafts);
    await fillLeaflet(first.el);
    await press(first.el, '申込内容を確認する');
    const {el} = await reload(first.el);
    await eventually(() => findAll(el, '.error-summary li').length);
    expect(findAll(el, '.error-summary li').map(textOf)).to.deep.equal([
      '前払金保証の預託金融機関を入力してください。',
      '前払金保証の預託金融機関の支店を入力してください。',
    ]);
  });

  it('tells after a reload that the last application was received, shows it, and starts a new one', async () => {
    const first = await mountForm(withDrafts);
    await sent(first.el);
    const number = /U-\d{4}-\d{6}/.exec(textOf(first.el))?.[0] ?? '';
    const {el} = await reload(first.el);
    expect(textOf(find(el, '[part=received]')))
      .to.contain('受け付けています')
      .and.to.contain(number);
    expect(control(el, 'works/name').value).to.equal('');
    await expect(el).to.be.accessible();
    await type(el, 'works/name', '別の橋');
    await eventually(() => !el.shadowRoot?.querySelector('[part=received]'), 'a new draft takes its place');
  });

  it('shows nobody the draft of somebody else who uses the same tab', async () => {
    const first = await mountForm(withDrafts);
    await type(first.el, 'works/name', 'ひとの工事');
    window.dispatchEvent(new Event('pagehide'));
    first.el.remove();
    const {el} = await mountForm(withDrafts, {accountId: 'contractor-2'});
    expect(control(el, 'works/name').value).to.equal('');
    expect(sessionStorage.length).to.equal(0);
  });
});

describe('surety-application-form: the browser’s buttons', () => {
  const back = async () => {
    history.back();
    await new Promise(resolve => window.addEventListener('popstate', resolve, {once: true}));
  };

  it('leads back from 申込確認 to 申込作成 and forward again, with the page’s own address', async () => {
    const address = location.href;
    const {el} = await mountForm(withHistory);
    await fillLeaflet(el);
    await press(el, '申込内容を確認する');
    const entries = history.length;
    await back();
    await eventually(() => stepTitle(el).includes('申込作成'));
    expect(control(el, 'branchCode').value).to.equal('akita');
    history.forward();
    await eventually(() => stepTitle(el).includes('申込確認'), 'no way forward');
    expect([location.href, history.length]).to.deep.equal([address, entries]);
    await press(el, '入力に戻る');
    await eventually(() => (history.state as {suretyStep?: string} | null)?.suretyStep === undefined);
    expect(stepTitle(el)).to.contain('申込作成');
  });

  it('keeps the receipt when somebody goes back after sending', async () => {
    const {el} = await mountForm(withHistory);
    await sent(el);
    await back();
    await el.updateComplete;
    expect(stepTitle(el)).to.contain('送信完了');
  });

  it('leaves the history alone unless the page asks for entries', async () => {
    const {el} = await mountForm();
    const before = history.length;
    await fillLeaflet(el);
    await press(el, '申込内容を確認する');
    expect(history.length).to.equal(before);
  });
});

describe('surety-application-form: the same works twice', () => {
  it('sends nothing when another tab has sent the same, says so, and sends when the person wants it', async () => {
    const {el, sandbox} = await mountForm();
    await fillLeaflet(el);
    await press(el, '申込内容を確認する');
    const {token} = (await sandbox.signIn('contractor')) as {token: string};
    const post = (content: unknown) =>
      sandbox.fetch(
        new Request(new URL('/v1/applications', location.href), {
          method: 'POST',
          headers: {
            Authorization: `Bearer ${token}`,
            'Content-Type': 'application/json',
            'Idempotency-Key': crypto.randomUUID(),
          },
          body: JSON.stringify(content),
        }),
      );
    const other = await post(el.getValue());
    const {receiptNumber} = (await other.json()) as {receiptNumber: string};
    await press(el, 'この内容で申し込む');
    await eventually(() => el.shadowRoot?.querySelector('[part=twin]'), 'no word about the other one');
    expect(el.shadowRoot?.activeElement?.id).to.equal('twin');
    expect(textOf(find(el, '[part=twin]')))
      .to.contain('まだ送信していません')
      .and.to.contain(receiptNumber);
    await expect(el).to.be.accessible();
    await press(el, '受け付けた申込みを見る');
    await eventually(() => el.shadowRoot?.querySelector('[part=record]'));
    expect(textOf(find(el, '[part=record]'))).to.contain(receiptNumber);
    await press(el, '作成中の申込みに戻る');
    await openTab(el, '請負工事の情報');
    expect(control(el, 'works/name').value).to.equal('令和７年度　髙﨑𠮷橋補修工事');
    await press(el, '申込内容を確認する');
    await press(el, 'この内容で申し込む');
    await eventually(() => el.shadowRoot?.querySelector('[part=twin]'));
    await press(el, '別の申込みとして送信する');
    await eventually(() => stepTitle(el).includes('送信完了'));
    expect(textOf(el)).not.to.contain(receiptNumber);
  });

  it('is no reason to ask for another guarantee of the same works', async () => {
    const content = leafletApplication();
    const seed = {
      applications: [{content: {...content, guarantees: {performance: content.guarantees.performance}}}],
    };
    const {el} = await mountForm(
      html`<surety-application-form
        .value=${{...content, guarantees: {'advance-payment': content.guarantees['advance-payment']}}}
      ></surety-application-form>`,
      {seed: seed as never},
    );
    expect((await el.submit())?.state).to.equal('submitted');
  });

  it('does not keep from sending when the earlier ones cannot be listed', async () => {
    const {el} = await mountForm(
      html`<surety-application-form .value=${leafletApplication()}></surety-application-form>`,
      {
        intercept: request =>
          request.method === 'GET' && request.url.endsWith('/applications')
            ? new Response('', {status: 400})
            : undefined,
      },
    );
    expect((await el.submit())?.state).to.equal('submitted');
  });
});

describe('surety-application-form: earlier applications', () => {
  it('lists them with 手続状況, opens one in place, and comes back to what was being typed', async () => {
    const {el} = await mountForm(undefined, {seed: 'leaflet'});
    await type(el, 'works/name', '書きかけの工事');
    await press(el, '以前の申込みを見る・写す');
    await eventually(() => findAll(el, '.earlier li').length);
    expect(textOf(find(el, '.earlier li'))).to.contain('発行済');
    findButton(el, '開く').click();
    await eventually(() => el.shadowRoot?.querySelector('[part=record]'));
    expect(textOf(find(el, '[part=record]'))).to.contain('05214-000123');
    await press(el, '作成中の申込みに戻る');
    await eventually(() => stepTitle(el).includes('申込作成'));
    expect(control(el, 'works/name').value).to.equal('書きかけの工事');
    expect(textOf(el)).to.contain('申込の作成(新規)');
    await openTab(el, 'その他');
    expect(findAll(el, '[part=record]')).to.have.length(0);
  });
});
