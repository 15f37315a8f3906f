import {expect, html, oneEvent} from '@open-wc/testing';
import '../../components/application-form/define.js';
import {leafletApplication} from '../../demo/sandbox/index.js';
import type {ApplicationContent} from '../../src/schemas/application.js';
import {
  atCheck,
  control,
  mountForm,
  openTab,
  press,
  stepTitle,
  type,
  untilDone,
} from '../support/application-form.js';
import {settled} from '../support/mount.js';
import {eventually} from '../support/eventually.js';
import {find, findAll, findButton, problem, textOf} from '../support/shadow.js';

type Sandbox = Awaited<ReturnType<typeof mountForm>>['sandbox'];

/** Everything that the contractor has sent so far, as the API tells it. */
async function applications(
  sandbox: Sandbox,
): Promise<{id: string; state: string; version: number; content: ApplicationContent}[]> {
  const {token} = await sandbox.signIn('contractor');
  const answer = await sandbox.fetch(
    new Request(new URL('/v1/applications', location.href), {headers: {Authorization: `Bearer ${token}`}}),
  );
  return ((await answer.json()) as {items: []}).items;
}

describe('surety-application-form: sent once, whatever happens', () => {
  it('makes one application of a button that is pressed many times', async () => {
    const keys: (string | null)[] = [];
    const {el, sandbox} = await mountForm(undefined, {
      intercept: request => {
        if (request.method === 'POST') keys.push(request.headers.get('Idempotency-Key'));
        return undefined;
      },
    });
    await atCheck(el);
    const button = findButton(el, 'この内容で申し込む');
    for (let times = 0; times < 5; times++) button.click();
    await untilDone(el);
    expect(keys).to.have.length(1);
    expect(await applications(sandbox)).to.have.length(1);
  });

  it('asks what became of it when the answer is lost, says so, and ends in one application', async () => {
    let isLost = false;
    const texts = new Set<string>();
    const mounted: {sandbox?: Sandbox} = {};
    const {el, sandbox} = await mountForm(undefined, {
      intercept: async request => {
        if (request.method !== 'POST' || isLost) return undefined;
        isLost = true;
        await mounted.sandbox?.fetch(request);
        throw new TypeError('Failed to fetch');
      },
    });
    mounted.sandbox = sandbox;
    await atCheck(el);
    const watch = new MutationObserver(() => texts.add(textOf(el.shadowRoot?.querySelector('.sending'))));
    watch.observe(el.shadowRoot as Node, {childList: true, subtree: true, characterData: true});
    findButton(el, 'この内容で申し込む').click();
    await untilDone(el);
    watch.disconnect();
    expect([...texts]).to.include('受付状況を確認しています');
    expect(await applications(sandbox)).to.have.length(1);
  }).timeout(20_000);

  it('sends again with the same key by 「もう一度送信する」 and with a new one after a change', async () => {
    const keys: string[] = [];
    let status = 503;
    const {el, sandbox} = await mountForm(undefined, {
      intercept: request => {
        if (request.method !== 'POST') return undefined;
        keys.push(request.headers.get('Idempotency-Key') ?? '');
        return status ? problem(status) : undefined;
      },
    });
    status = 403;
    await atCheck(el);
    await press(el, 'この内容で申し込む');
    await eventually(() => findAll(el, '[role=alert].notice').length);
    expect(textOf(find(el, '[role=alert].notice'))).to.contain('入力した内容は、この画面に残っています。');
    await press(el, 'もう一度送信する');
    await eventually(() => keys.length === 2 && findAll(el, '[role=alert].notice').length);
    await press(el, '入力に戻る');
    await openTab(el, 'その他');
    await type(el, 'message', '追記します');
    await press(el, '申込内容を確認する');
    status = 0;
    await press(el, 'この内容で申し込む');
    await untilDone(el);
    expect(new Set(keys).size).to.equal(2);
    expect(keys[0]).to.equal(keys[1]);
    expect(keys[2]).not.to.equal(keys[1]);
    expect(await applications(sandbox)).to.have.length(1);
  });

  it('keeps everything when the session has ended, asks the page to sign in, and goes on from there', async () => {
    let isSignedOut = false;
    const {el, sandbox} = await mountForm(undefined, {
      intercept: () => (isSignedOut ? problem(401) : undefined),
    });
    await atCheck(el);
    isSignedOut = true;
    setTimeout(() => findButton(el, 'この内容で申し込む').click());
    await oneEvent(el, 'surety-auth-required');
    await eventually(() => findAll(el, '[role=alert].notice').length);
    expect(stepTitle(el)).to.contain('申込確認');
    expect(textOf(el)).to.contain('ログインし直してから').and.to.contain('髙﨑𠮷橋補修工事');
    isSignedOut = false;
    el.reload();
    await settled(el);
    expect(stepTitle(el)).to.contain('申込確認');
    await press(el, 'もう一度送信する');
    await untilDone(el);
    expect(await applications(sandbox)).to.have.length(1);
  });

  it('lets the page stop a sending, and sends nothing while something is missing', async () => {
    const {el, sandbox} = await mountForm();
    expect(await el.submit()).to.equal(undefined);
    await atCheck(el);
    el.addEventListener('surety-before-submit', event => event.preventDefault(), {once: true});
    await press(el, 'この内容で申し込む');
    expect(await applications(sandbox)).to.have.length(0);
    expect((await el.submit())?.state).to.equal('submitted');
  });

  it('begins anew after 送信完了 with empty fields and the company', async () => {
    const {el} = await mountForm();
    await atCheck(el);
    await press(el, 'この内容で申し込む');
    await untilDone(el);
    await press(el, '別の申込みを作成する');
    expect(stepTitle(el)).to.contain('申込作成');
    expect(control(el, 'works/name').value).to.equal('');
    expect(textOf(el)).to.contain('〇〇建設 株式会社');
  });
});

describe('surety-application-form: what became of it', () => {
  it('shows why an application was sent back, and sends the corrected one as the next version', async () => {
    const seed = {
      applications: [
        {content: leafletApplication(), state: 'returned', returnReason: '工期を確かめてください。'},
      ],
    };
    const {el, sandbox} = await mountForm(undefined, {seed: seed as never});
    const [returned] = await applications(sandbox);
    el.applicationId = returned?.id ?? '';
    await settled(el);
    await eventually(() => el.shadowRoot?.querySelector('[part=return-reason]'));
    expect(textOf(find(el, '[part=return-reason]')))
      .to.contain('差戻しの理由')
      .and.to.contain('工期を確かめてください。');
    expect(control(el, 'works/name').value).to.equal(leafletApplication().works.name);
    await type(el, 'works/period/to', '令和9年3月31日');
    await press(el, '申込内容を確認する');
    await press(el, 'この内容で申し込む');
    await untilDone(el);
    const [sent, ...others] = await applications(sandbox);
    expect(others).to.have.length(0);
    expect(sent).to.include({state: 'submitted'});
    expect(sent?.version).to.be.greaterThan(returned?.version ?? 0);
    expect(sent?.content.works.period?.to).to.equal('2027-03-31');
  });

  it('shows an issued application with 手続状況 and 保証契約番号 and nothing to change', async () => {
    const {el, sandbox} = await mountForm(undefined, {seed: 'leaflet'});
    const [issued] = await applications(sandbox);
    el.applicationId = issued?.id ?? '';
    await eventually(() => el.shadowRoot?.querySelector('[part=record]'));
    const shown = textOf(el);
    for (const words of [
      '発行済',
      '05214-000123',
      '05214-000124',
      '弊社からお客様へのお知らせ',
      '20,000,000円',
    ]) {
      expect(shown).to.contain(words);
    }
    expect(findAll(el, 'input, .change')).to.have.length(0);
    await expect(el).to.be.accessible();
  });

  it('says when an application cannot be found, with a way to try again', async () => {
    const {el} = await mountForm(
      html`<surety-application-form application-id="nobody"></surety-application-form>`,
    );
    await eventually(() => el.shadowRoot?.querySelector('[part=error]'));
    expect(findButton(el, 'もう一度読み込む')).to.be.ok;
  });
});
