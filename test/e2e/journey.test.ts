import assert from 'node:assert/strict';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import type {Browser, Page} from 'playwright-core';
import {start, type Started} from '../sandbox/support/start.js';
import {violations} from './support/axe.js';
import {launchChromium} from '../support/chromium.js';
import {shoot, Watch} from './support/browser.js';
import {
  assertWords,
  block,
  fillGuarantees,
  fillOther,
  fillWorks,
  goToCheck,
  guaranteeWords,
  leaflet,
  otherWords,
  textOf,
  worksWords,
} from './support/contractor.js';
import {openCertificate, saveNotice, showKey} from './support/contract-steps.js';
import {focusedName, pressButton} from './support/keyboard.js';
import {changeContract, openWithKey, tryWrongKeys} from './support/register-steps.js';
import {factOf, issue, openApplication, sendBack} from './support/surety-office.js';
import {MENDED, type Walk} from './support/walk.js';

const SUBJECT = '電子保証(認証キー)発行完了のお知らせ';
const REASON = '工事名が契約書と異なります。工事番号を付けてください。';

/** The way from 申込 to 変更1 over the demo pages, each step by whom it concerns, on the leaflet's data. */
describe('the journey of an electronic guarantee', () => {
  const folder = mkdtempSync(join(tmpdir(), 'surety-journey-'));
  let server: Started;
  let browser: Browser;
  let watch: Watch;
  let contractor: Page;
  let surety: Page;
  let obligee: Page;
  let receiptNumber = '';
  const numbers: string[] = [];
  let walk: Walk;
  let isBroken = false;

  /** Each step stands on the ones before; what cannot be reached any more fails at once. */
  const step = (name: string, walk: () => Promise<void>) =>
    it(name, async () => {
      assert.ok(!isBroken, 'An earlier step failed.');
      isBroken = true;
      try {
        await walk();
        isBroken = false;
      } finally {
        if (isBroken) await shootAll('failed');
      }
    });

  before(async () => {
    server = await start({DATA_DIR: folder});
    browser = await launchChromium();
    // A wrong key and one try too many are part of the journey; the browser's console calls them errors.
    watch = new Watch(
      server.base,
      (status, url) => url.endsWith('/register/checks') && [404, 429].includes(status),
    );
    contractor = await watch.open(browser, '/');
    surety = await watch.open(browser, '/surety.html');
    obligee = await watch.open(browser, '/obligee.html');
    walk = {server, contractor, surety, obligee, folder, look, numbers, authKey: ''};
  });

  after(async () => {
    await watch?.close();
    await browser?.close();
    await server?.kill('SIGTERM');
    rmSync(folder, {recursive: true, force: true});
  });

  step(
    '1: the contractor fills in the form with the keyboard, in any width, and にかほ市’s rule is judged',
    async () => {
      await look(contractor, '0-start');
      await contractor
        .getByRole('link', {name: /^受注者/})
        .first()
        .press('Enter');
      await contractor.getByText('いま、していただくことはありません。').waitFor();
      await look(contractor, '0-home');
      await pressButton(contractor, '申込を作成する');
      await contractor.getByRole('heading', {name: '請負工事の情報'}).waitFor();
      await assertWords(contractor, [
        '保証申込',
        '申込の作成(新規)',
        '〇〇建設 株式会社 様',
        '保証申込のヘルプ',
      ]);
      await assertWords(contractor, ['ご不明な点は申込先の営業部・支店までお気軽にお問い合わせください。']);
      await assertWords(contractor, ['申込作成', '申込確認', '送信完了', ...worksWords]);
      await fillWorks(contractor);
      await assertWords(contractor, [
        '「にかほ市が2026年2月1日以降に入札公告等をする建設工事・業務委託であること」',
      ]);
      await look(contractor, '1-works');
      await pressButton(contractor, /^次へ/);
      assert.match(await block(contractor, '前払金保証').innerText(), /0円|－|申込前/);
      await fillGuarantees(contractor);
      await assertWords(contractor, guaranteeWords);
      await assertWords(contractor, [
        '40.0% (請負金額もしくは今年度対象額に対する前払金保証金額の割合)',
        '10.0% (請負金額に対する契約保証金額の割合)',
        '「にかほ市」のこの契約の前払金保証は、電子保証を利用できます。',
        '「にかほ市」のこの契約の契約保証は、電子保証を利用できます。',
      ]);
      await look(contractor, '1-guarantees');
      await pressButton(contractor, /^次へ/);
      await fillOther(contractor);
      await assertWords(contractor, otherWords);
      await look(contractor, '1-other');
    },
  );

  step(
    '2: 申込確認 shows everything and goes back and forth without loss; sending twice makes one application',
    async () => {
      await goToCheck(contractor);
      const checked = await textOf(contractor, 'surety-application-form');
      for (const word of [
        leaflet.worksName,
        '50,000,000円',
        '20,000,000円',
        '40.0%',
        '10.0%',
        '髙﨑 𠮷子',
        leaflet.email,
      ]) {
        assert.ok(checked.includes(word), `申込確認 does not show ${word}.`);
      }
      await contractor.getByRole('link', {name: /変更\s*（担当者名）/}).press('Enter');
      assert.equal(await focusedName(contractor), '担当者名');
      await pressButton(contractor, '確認画面に戻る');
      await contractor.getByRole('heading', {name: /申込確認/}).waitFor();
      await pressButton(contractor, '入力に戻る');
      await contractor.getByRole('tab', {name: '保証の申込内容'}).click();
      await goToCheck(contractor);
      assert.equal(await textOf(contractor, 'surety-application-form'), checked);
      await look(contractor, '2-check');
      await contractor.getByRole('button', {name: 'この内容で申し込む'}).dblclick();
      await contractor.getByRole('heading', {name: /送信完了/}).waitFor();
      receiptNumber = /U-\d{4}-\d{6}/.exec(await textOf(contractor, 'surety-application-form'))?.[0] ?? '';
      assert.match(receiptNumber, /^U-\d{4}-\d{6}$/);
      await look(contractor, '2-done');
      await contractor.getByRole('link', {name: 'お知らせ一覧'}).press('Enter');
      await contractor.locator(`[data-receipt="${receiptNumber}"]`).waitFor();
      assert.equal(await contractor.locator('[data-receipt]').count(), 1);
    },
  );

  step(
    '3a: the surety reads all of it and sends it back; the contractor sees the reason and mends it',
    async () => {
      await openApplication(surety, receiptNumber);
      assert.equal(await factOf(surety, '発注者名'), 'にかほ市（コード 052141）');
      assert.equal(await factOf(surety, '工事名'), leaflet.worksName);
      assert.equal(await factOf(surety, '入札公告日'), '令和8年2月2日');
      assert.equal(await factOf(surety, '請負金額'), '50,000,000円（5,000万円）');
      assert.equal(await factOf(surety, '工期'), '令和8年2月21日 ～ 令和9年3月19日');
      assert.equal(await factOf(surety, '前払金保証金額'), '20,000,000円（2,000万円） 40.0%');
      assert.equal(await factOf(surety, '契約保証金額'), '5,000,000円（500万円） 10.0%');
      assert.match(await factOf(surety, '預託金融機関'), /^〇〇銀行[ 　]××支店$/);
      assert.equal(await factOf(surety, '担当者名'), '髙﨑 𠮷子');
      assert.equal(await factOf(surety, '連絡先電話番号'), '0184000000');
      await look(surety, '3-application');
      await sendBack(surety, REASON);
      await look(surety, '3-returned');

      await contractor.getByRole('link', {name: 'お知らせ一覧'}).press('Enter'); // again: the newest ones
      await contractor.getByText(REASON).waitFor();
      await look(contractor, '3-returned-contractor');
      await contractor.getByRole('link', {name: 'ホーム'}).press('Enter');
      await contractor.getByRole('heading', {name: /差戻しの申込/}).waitFor();
      await look(contractor, '3-returned-home');
      await pressButton(contractor, '修正して送り直す');
      const mending = contractor.locator('surety-desk .view:not([hidden])');
      const name = mending.getByLabel(/^工事名/);
      await name.waitFor();
      assert.match(
        await textOf(contractor, '.view:not([hidden]) surety-application-form'),
        new RegExp(REASON),
      );
      assert.equal(await name.inputValue(), leaflet.worksName);
      await name.fill(MENDED);
      await pressButton(mending, '申込内容を確認する');
      await pressButton(mending, 'この内容で申し込む');
      await mending.getByRole('heading', {name: /送信完了/}).waitFor();
    },
  );

  step('3b: the surety issues: each guarantee gets its number, and what was mended is there', async () => {
    await openApplication(surety, receiptNumber);
    assert.equal(await factOf(surety, '工事名'), MENDED);
    numbers.push(...(await issue(surety, '保証証書の内容をご確認ください。')));
    assert.equal(numbers.length, 2);
    for (const number of numbers) assert.match(number, /^\d{5}-\d{6}$/);
    await look(surety, '3-issued');
  });

  step('4: the mail that was asked for can be read, with both numbers and without any key', async () => {
    await contractor.goto(`${server.base}/mail.html`);
    const mail = contractor.locator('.mail').filter({hasText: SUBJECT});
    await mail.waitFor();
    const text = await mail.innerText();
    for (const word of [leaflet.email, MENDED, 'にかほ市', '秋田支店', '電子保証（認証キー）', ...numbers]) {
      assert.ok(text.includes(word), `The mail does not say ${word}.`);
    }
    assert.equal(
      await contractor.locator('.mail').filter({hasText: '差戻し'}).filter({hasText: REASON}).count(),
      1,
    );
    await look(contractor, '4-mail');
  });

  step(
    '5: the contractor finds the contract and looks at the key, which is hidden before and can be copied',
    () => showKey(walk),
  );

  step('6: the certificate opens in the page, with what was applied for', () => openCertificate(walk));

  step('7: the notice is one A4 page whose every word can be read by machines', () => saveNotice(walk));

  step('8a: a wrong key gets one neutral answer and, after a few tries, a growing wait', () =>
    tryWrongKeys(walk),
  );

  step(
    '8b: number and key in full-width letters with spaces open the certificate, with the same content',
    () => openWithKey(walk),
  );

  step('9: 変更1 shows in list, detail, history and to the obligee, and the key stays', () =>
    changeContract(walk),
  );

  it('the key was in the bodies of POST requests only: in no address, storage, header or console', async () => {
    for (const page of [contractor, surety, obligee]) await watch.look(page);
    const {authKey} = walk;
    assert.ok(authKey.length === 12 && watch.traces.length > 100);
    assert.deepEqual(
      watch.traces.filter(({text}) => text.includes(authKey)).map(({where}) => where),
      [],
    );
    const sent = new Set(watch.bodies.filter(({text}) => text.includes(authKey)).map(({where}) => where));
    assert.deepEqual([...sent], ['POST /v1/register/checks']);
  });

  it('no page threw, complained, broke its policy, opened a popup or asked another host', () => {
    assert.deepEqual(watch.faults, []);
  });

  /** What a step has brought about is fit to be read by everybody. */
  async function look(page: Page, name: string) {
    await shoot(page, name);
    assert.deepEqual(await violations(page), [], name);
  }

  async function shootAll(name: string) {
    for (const [role, page] of Object.entries({contractor, surety, obligee}))
      await shoot(page, `${name}-${role}`);
  }
});
