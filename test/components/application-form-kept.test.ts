import {expect, html} from '@open-wc/testing';
import '../../components/application-form/define.js';
import {leafletApplication} from '../../demo/sandbox/index.js';
import {mountForm, type ApplicationForm} from '../support/application-form.js';
import {eventually} from '../support/eventually.js';

const withDrafts = html`<surety-application-form drafts="session"></surety-application-form>`;
const withHistory = html`<surety-application-form step-history></surety-application-form>`;

/** Whether the browser would ask before the page is left. */
function asksBeforeLeaving(): boolean {
  const event = new Event('beforeunload', {cancelable: true});
  window.dispatchEvent(event);
  return event.defaultPrevented;
}

/** What a reload does to the form: gone without a word, then made anew. */
async function reload({element}: ApplicationForm, template = withDrafts) {
  window.dispatchEvent(new Event('pagehide'));
  element.remove();
  return mountForm(template);
}

async function sent(form: ApplicationForm) {
  await form.goToReview();
  await form.press('この内容で申し込む');
  await form.untilSent();
}

describe('surety-application-form: leaving the page', () => {
  afterEach(() => sessionStorage.clear());

  it('lets the browser ask only between the first key and the sending, where nothing is kept', async () => {
    const {form, el} = await mountForm();
    expect(asksBeforeLeaving()).to.equal(false);
    await form.fill('工事名', '橋');
    expect(asksBeforeLeaving()).to.equal(true);
    el.reset();
    expect(asksBeforeLeaving()).to.equal(false);
    await sent(form);
    expect(asksBeforeLeaving()).to.equal(false);
  });

  it('lets the browser ask no question where drafts are kept, and again once the person has deleted them', async () => {
    const {form, el} = await mountForm(withDrafts);
    await form.fill('工事名', '橋');
    expect(asksBeforeLeaving()).to.equal(false);
    await eventually(() => form.draftNotice());
    await form.press('一時保存を削除する');
    expect(asksBeforeLeaving()).to.equal(true);
    el.remove();
    expect(asksBeforeLeaving()).to.equal(false);
  });

  it('asks at 申込確認 only for what is not kept, when the page is loaded anew there', async () => {
    const first = await mountForm(withDrafts);
    await first.form.fillLeaflet();
    await first.form.press('申込内容を確認する');
    const {form} = await reload(first.form);
    await eventually(() => form.errors().length);
    expect(form.errors()).to.deep.equal([
      '前払金保証の預託金融機関を入力してください。',
      '前払金保証の預託金融機関の支店を入力してください。',
    ]);
  });

  it('tells after a reload that the last application was received, shows it, and starts a new one', async () => {
    const first = await mountForm(withDrafts);
    await sent(first.form);
    const number = /U-\d{4}-\d{6}/.exec(first.form.text())?.[0] ?? '';
    const {form, el} = await reload(first.form);
    expect(form.partText('received')).to.contain('受け付けています').and.to.contain(number);
    expect(form.value('工事名')).to.equal('');
    await expect(el).to.be.accessible();
    await form.fill('工事名', '別の橋');
    await eventually(() => !form.part('received'), 'a new draft takes its place');
  });

  it('shows nobody the draft of somebody else who uses the same tab', async () => {
    const first = await mountForm(withDrafts);
    await first.form.fill('工事名', 'ひとの工事');
    window.dispatchEvent(new Event('pagehide'));
    first.el.remove();
    const {form} = await mountForm(withDrafts, {accountId: 'contractor-2'});
    expect(form.value('工事名')).to.equal('');
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
    const {form} = await mountForm(withHistory);
    await form.fillLeaflet();
    await form.press('申込内容を確認する');
    const entries = history.length;
    await back();
    await eventually(() => form.step() === '申込作成');
    expect(form.value('申込送信先')).to.equal('秋田支店');
    history.forward();
    await eventually(() => form.step() === '申込確認', 'no way forward');
    expect([location.href, history.length]).to.deep.equal([address, entries]);
    await form.press('入力に戻る');
    await eventually(() => (history.state as {suretyStep?: string} | null)?.suretyStep === undefined);
    expect(form.step()).to.equal('申込作成');
  });

  it('keeps the receipt when somebody goes back after sending', async () => {
    const {form, el} = await mountForm(withHistory);
    await sent(form);
    await back();
    await el.updateComplete;
    expect(form.step()).to.equal('送信完了');
  });

  it('leaves the history alone unless the page asks for entries', async () => {
    const {form} = await mountForm();
    const before = history.length;
    await form.fillLeaflet();
    await form.press('申込内容を確認する');
    expect(history.length).to.equal(before);
  });
});

describe('surety-application-form: the same works twice', () => {
  it('sends nothing when another tab has sent the same, says so, and sends when the person wants it', async () => {
    const {form, el, sandbox} = await mountForm();
    await form.fillLeaflet();
    await form.press('申込内容を確認する');
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
    await form.press('この内容で申し込む');
    await eventually(() => form.part('twin'), 'no word about the other one');
    expect(form.active).to.equal(form.part('twin'));
    expect(form.partText('twin')).to.contain('まだ送信していません').and.to.contain(receiptNumber);
    await expect(el).to.be.accessible();
    await form.press('受け付けた申込みを見る');
    await eventually(() => form.part('record'));
    expect(form.partText('record')).to.contain(receiptNumber);
    await form.press('作成中の申込みに戻る');
    await form.openSection('請負工事の情報');
    expect(form.value('工事名')).to.equal('令和７年度　髙﨑𠮷橋補修工事');
    await form.press('申込内容を確認する');
    await form.press('この内容で申し込む');
    await eventually(() => form.part('twin'));
    await form.press('別の申込みとして送信する');
    await eventually(() => form.step() === '送信完了');
    expect(form.text()).not.to.contain(receiptNumber);
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
    const {form} = await mountForm(undefined, {seed: 'leaflet'});
    await form.fill('工事名', '書きかけの工事');
    await form.press('以前の申込みを見る・写す');
    await eventually(() => form.hasButton('開く'), 'nothing is listed');
    expect(form.text()).to.contain('発行済');
    await form.press('開く');
    await eventually(() => form.part('record'));
    expect(form.partText('record')).to.contain('05214-000123');
    await form.press('作成中の申込みに戻る');
    await eventually(() => form.step() === '申込作成');
    expect(form.value('工事名')).to.equal('書きかけの工事');
    expect(form.text()).to.contain('申込の作成(新規)');
    await form.openSection('その他');
    expect(form.part('record')).to.equal(undefined);
  });
});
