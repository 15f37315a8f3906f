import {expect, html, oneEvent} from '@open-wc/testing';
import '../../components/application-form/define.js';
import {leafletApplication} from '../../demo/sandbox/index.js';
import type {ApplicationContent} from '../../src/schemas/application.js';
import {mountForm} from '../support/application-form.js';
import {settled} from '../support/mount.js';
import {eventually} from '../support/eventually.js';
import {findAll, problem} from '../support/shadow.js';

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
    const {form, sandbox} = await mountForm(undefined, {
      intercept: request => {
        if (request.method === 'POST') keys.push(request.headers.get('Idempotency-Key'));
        return undefined;
      },
    });
    await form.goToReview();
    const button = form.button('この内容で申し込む');
    for (let times = 0; times < 5; times++) button.click();
    await form.untilSent();
    expect(keys).to.have.length(1);
    expect(await applications(sandbox)).to.have.length(1);
  });

  it('asks what became of it when the answer is lost, says so, and ends in one application', async () => {
    let isLost = false;
    const texts = new Set<string>();
    const mounted: {sandbox?: Sandbox} = {};
    const {form, el, sandbox} = await mountForm(undefined, {
      intercept: async request => {
        if (request.method !== 'POST' || isLost) return undefined;
        isLost = true;
        await mounted.sandbox?.fetch(request);
        throw new TypeError('Failed to fetch');
      },
    });
    mounted.sandbox = sandbox;
    await form.goToReview();
    const watch = new MutationObserver(() => texts.add(form.sendingStatus()));
    watch.observe(el.shadowRoot as Node, {childList: true, subtree: true, characterData: true});
    form.button('この内容で申し込む').click();
    await form.untilSent();
    watch.disconnect();
    expect([...texts]).to.include('受付状況を確認しています');
    expect(await applications(sandbox)).to.have.length(1);
  });

  it('sends again with the same key by 「もう一度送信する」 and with a new one after a change', async () => {
    const keys: string[] = [];
    let status = 503;
    const {form, sandbox} = await mountForm(undefined, {
      intercept: request => {
        if (request.method !== 'POST') return undefined;
        keys.push(request.headers.get('Idempotency-Key') ?? '');
        return status ? problem(status) : undefined;
      },
    });
    status = 403;
    await form.goToReview();
    await form.press('この内容で申し込む');
    await eventually(() => form.alert());
    expect(form.alert()).to.contain('入力した内容は、この画面に残っています。');
    await form.press('もう一度送信する');
    await eventually(() => keys.length === 2 && form.alert());
    await form.press('入力に戻る');
    await form.openSection('その他');
    await form.fill('お客様から弊社への連絡事項', '追記します');
    await form.press('申込内容を確認する');
    status = 0;
    await form.press('この内容で申し込む');
    await form.untilSent();
    expect(new Set(keys).size).to.equal(2);
    expect(keys[0]).to.equal(keys[1]);
    expect(keys[2]).not.to.equal(keys[1]);
    expect(await applications(sandbox)).to.have.length(1);
  });

  it('keeps everything when the session has ended, asks the page to sign in, and goes on from there', async () => {
    let isSignedOut = false;
    const {form, el, sandbox} = await mountForm(undefined, {
      intercept: () => (isSignedOut ? problem(401) : undefined),
    });
    await form.goToReview();
    isSignedOut = true;
    setTimeout(() => form.button('この内容で申し込む').click());
    await oneEvent(el, 'surety-auth-required');
    await eventually(() => form.alert());
    expect(form.step()).to.equal('申込確認');
    expect(form.text()).to.contain('ログインし直してから').and.to.contain('髙﨑𠮷橋補修工事');
    isSignedOut = false;
    el.reload();
    await settled(el);
    expect(form.step()).to.equal('申込確認');
    await form.press('もう一度送信する');
    await form.untilSent();
    expect(await applications(sandbox)).to.have.length(1);
  });

  it('lets the page stop a sending, and sends nothing while something is missing', async () => {
    const {form, el, sandbox} = await mountForm();
    expect(await el.submit()).to.equal(undefined);
    await form.goToReview();
    el.addEventListener('surety-before-submit', event => event.preventDefault(), {once: true});
    await form.press('この内容で申し込む');
    expect(await applications(sandbox)).to.have.length(0);
    expect((await el.submit())?.state).to.equal('submitted');
  });

  it('begins anew after 送信完了 with empty fields and the company', async () => {
    const {form} = await mountForm();
    await form.goToReview();
    await form.press('この内容で申し込む');
    await form.untilSent();
    await form.press('別の申込みを作成する');
    expect(form.step()).to.equal('申込作成');
    expect(form.value('工事名')).to.equal('');
    expect(form.text()).to.contain('〇〇建設 株式会社');
  });
});

describe('surety-application-form: what became of it', () => {
  it('shows why an application was sent back, and sends the corrected one as the next version', async () => {
    const seed = {
      applications: [
        {content: leafletApplication(), state: 'returned', returnReason: '工期を確かめてください。'},
      ],
    };
    const {form, el, sandbox} = await mountForm(undefined, {seed: seed as never});
    const [returned] = await applications(sandbox);
    el.applicationId = returned?.id ?? '';
    await settled(el);
    await eventually(() => form.part('return-reason'));
    expect(form.partText('return-reason'))
      .to.contain('差戻しの理由')
      .and.to.contain('工期を確かめてください。');
    expect(form.value('工事名')).to.equal(leafletApplication().works.name);
    await form.in('工期').fill('終わりの日', '令和9年3月31日');
    await form.press('申込内容を確認する');
    await form.press('この内容で申し込む');
    await form.untilSent();
    const [sent, ...others] = await applications(sandbox);
    expect(others).to.have.length(0);
    expect(sent).to.include({state: 'submitted'});
    expect(sent?.version).to.be.greaterThan(returned?.version ?? 0);
    expect(sent?.content.works.period?.to).to.equal('2027-03-31');
  });

  it('shows an issued application with 手続状況 and 保証契約番号 and nothing to change', async () => {
    const {form, el, sandbox} = await mountForm(undefined, {seed: 'leaflet'});
    const [issued] = await applications(sandbox);
    el.applicationId = issued?.id ?? '';
    await eventually(() => form.part('record'));
    const shown = form.text();
    for (const words of [
      '発行済',
      '05214-000123',
      '05214-000124',
      '弊社からお客様へのお知らせ',
      '20,000,000円',
    ]) {
      expect(shown).to.contain(words);
    }
    expect(findAll(el, 'input')).to.have.length(0);
    expect(form.hasLink('変更')).to.equal(false);
    await expect(el).to.be.accessible();
  });

  it('says when an application cannot be found, with a way to try again', async () => {
    const {form} = await mountForm(
      html`<surety-application-form application-id="nobody"></surety-application-form>`,
    );
    await eventually(() => form.part('error'));
    expect(form.button('もう一度読み込む')).to.be.ok;
  });
});
