import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Page, Route} from 'playwright-core';
import {leafletApplication} from '../../demo/sandbox/samples.js';
import {assertWords, goToCheck} from './support/contractor.js';
import {focusedName, pressButton} from './support/keyboard.js';
import {prefill, Stage} from './support/stage.js';

/** What the browser's console says of the failures that these tests bring about. */
const BROUGHT_ABOUT = /net::ERR_|status of (401|404)/;

/** Reload, Back, two tabs, a session that ends, a line that fails: nothing typed is lost, and nothing is sent twice. */
describe('an application in rough weather', () => {
  const stage = new Stage('weather');
  const open = () => stage.openForm();

  const named = (worksName: string) => {
    const content = leafletApplication();
    return {...content, works: {...content.works, name: worksName}};
  };

  /** 申込確認, with everything known to the page beforehand. */
  async function atCheck(worksName: string): Promise<Page> {
    const page = await open();
    await prefill(page, named(worksName));
    await goToCheck(page);
    return page;
  }

  /** How many applications for these works the surety has. */
  async function received(worksName: string): Promise<number> {
    const json = {'Content-Type': 'application/json'};
    const body = JSON.stringify({role: 'contractor'});
    const session = await fetch(`${stage.server.base}/v1/sessions`, {method: 'POST', headers: json, body});
    const {token} = (await session.json()) as {token: string};
    const headers = {Authorization: `Bearer ${token}`};
    const list = await fetch(`${stage.server.base}/v1/applications`, {headers});
    const {items} = (await list.json()) as {items: {content: {works: {name: string}}}[]};
    return items.filter(({content}) => content.works.name === worksName).length;
  }

  const send = (page: Page) => page.getByRole('button', {name: 'この内容で申し込む'}).press('Enter');
  const done = (page: Page) => page.getByRole('heading', {name: /送信完了/}).waitFor();
  const isPosting = (route: Route) => route.request().method() === 'POST';

  it('text, section and step come back after a reload, with word of it and a way to delete it', async () => {
    const page = await open();
    await page.getByLabel(/^工事名/).fill('髙﨑橋補修工事');
    await pressButton(page, /^次へ/);
    await page.getByText('この端末に一時保存中').waitFor();
    await page.reload();
    await page.getByRole('tab', {name: '保証の申込内容', selected: true}).waitFor();
    await page.getByRole('tab', {name: '請負工事の情報'}).click();
    assert.equal(await page.getByLabel(/^工事名/).inputValue(), '髙﨑橋補修工事');
    await stage.look(page, 'weather-kept');

    await prefill(page, named('髙﨑橋補修工事'));
    await goToCheck(page);
    await page.reload();
    await assertWords(page, ['入力内容に問題があります', '前払金保証の預託金融機関を入力してください。']);
    await stage.look(page, 'weather-reloaded-check');
    await page.getByRole('link', {name: '前払金保証の預託金融機関を入力してください。'}).press('Enter');
    assert.equal(await focusedName(page), '金融機関');

    await pressButton(page, '一時保存を削除する');
    assert.equal(await page.evaluate(() => sessionStorage.length), 0);
    await page.reload();
    await page.getByText('〇〇建設 株式会社 様').nth(1).waitFor();
    assert.equal(await page.getByLabel(/^工事名/).inputValue(), '');
  });

  it('what this tab kept is waited for: on a slow line nobody types into fields that it is then written over', async () => {
    const page = await stage.open('/mail.html');
    const fetched = new Set<string>();
    page.on('request', request => request.resourceType() === 'script' && fetched.add(request.url()));
    // The first screen alone is fetched where nothing is kept.
    await page.route('**/contractor.html', async route => {
      const response = await route.fetch();
      await route.fulfill({response, body: (await response.text()).replace(' drafts="session"', '')});
    });
    await page.goto(`${stage.server.base}/contractor.html#/apply`);
    await page.getByText('〇〇建設 株式会社 様').nth(1).waitFor();
    const early = new Set(fetched);
    await page.unroute('**/contractor.html');
    await page.reload();
    await page.getByLabel(/^工事名/).fill('先に書いた工事');
    await page.getByText('この端末に一時保存中').waitFor();
    const late = new Set([...fetched].filter(url => !early.has(url)));
    assert.notEqual(late.size, 0, 'The form fetches nothing beyond its first screen.');
    let letThrough = (): void => undefined;
    const held = new Promise<void>(resolve => (letThrough = resolve));
    await page.route(
      url => late.has(url.href),
      async route => {
        await held;
        await route.continue();
      },
    );
    await page.reload();
    await page.locator('surety-application-form').getByText('読み込んでいます').first().waitFor();
    assert.equal(await page.getByRole('textbox').count(), 0);
    letThrough();
    assert.equal(await page.getByLabel(/^工事名/).inputValue(), '先に書いた工事');
  });

  it('text survives going to another page, back, forward and back again', async () => {
    const page = await open();
    await page.getByLabel(/^工事名/).fill('往復工事');
    await page.goto(`${stage.server.base}/mail.html`);
    await page.goBack();
    await page.getByText('この端末に一時保存中').waitFor();
    assert.equal(await page.getByLabel(/^工事名/).inputValue(), '往復工事');
    await page.goForward();
    await page.goBack();
    await page.getByText('この端末に一時保存中').waitFor();
    assert.equal(await page.getByLabel(/^工事名/).inputValue(), '往復工事');
  });

  it('the browser’s way back leads from 申込確認 to 申込作成; after 送信完了 nothing is sent again', async () => {
    const page = await atCheck('戻る工事');
    const address = page.url();
    await page.goBack();
    await page.getByRole('heading', {name: /申込作成/}).waitFor();
    assert.equal(await page.getByLabel(/^工事名/).inputValue(), '戻る工事');
    await page.goForward();
    await page.getByRole('heading', {name: /申込確認/}).waitFor();
    await page.getByRole('link', {name: /変更\s*（請負金額）/}).press('Enter');
    assert.equal(await focusedName(page), '請負金額');
    await pressButton(page, '確認画面に戻る');
    await page.getByRole('heading', {name: /申込確認/}).waitFor();
    assert.equal(page.url(), address);
    await send(page);
    await done(page);
    await page.goBack();
    await page.getByRole('heading', {name: /送信完了/}).waitFor();
    await page.reload();
    await page.getByText('先ほどの申込みは受け付けています。').waitFor();
    await stage.look(page, 'weather-after-sending');
    await pressButton(page, '申込みの内容を見る');
    await page.getByRole('heading', {name: '申込みの状況'}).waitFor();
    assert.equal(await received('戻る工事'), 1);
  });

  it('a session that ends costs nothing: sign in again in place, and go on', async () => {
    const page = await atCheck('再ログイン工事');
    await page.route('**/v1/applications', route => route.fulfill({status: 401, body: '{}'}));
    await send(page);
    await page.getByRole('button', {name: 'ログインし直す'}).waitFor();
    await assertWords(page, ['再ログイン工事', '入力した内容は、この画面に残っています。']);
    await stage.look(page, 'weather-signed-out');
    await page.unroute('**/v1/applications');
    await pressButton(page, 'ログインし直す');
    await pressButton(page, 'もう一度送信する');
    await done(page);
    assert.equal(await received('再ログイン工事'), 1);
  });

  it('without a line one is told and types on; what was sent arrives once the line is back', async () => {
    const page = await atCheck('圏外工事');
    await page.context().setOffline(true);
    await page.getByText('インターネットに接続していません。').waitFor();
    await send(page);
    await page.getByText('受付状況を確認しています').first().waitFor();
    await stage.look(page, 'weather-offline');
    await page.context().setOffline(false);
    await done(page);
    assert.equal(await received('圏外工事'), 1);
  });

  it('an answer that is lost is asked for, not sent again', async () => {
    const page = await atCheck('行方不明工事');
    let sendings = 0;
    await page.route('**/v1/applications', async route => {
      if (!isPosting(route)) return route.continue();
      sendings += 1;
      await route.fetch();
      await route.abort('timedout');
    });
    await page.route('**/v1/submissions/*', async route => {
      await page.getByText('受付状況を確認しています').first().waitFor();
      await route.continue();
    });
    await send(page);
    await done(page);
    assert.deepEqual([sendings, await received('行方不明工事')], [1, 1]);
  });

  it('an outcome that cannot be found out is told as such, and resolved when one sends again', async () => {
    const page = await atCheck('不明工事');
    await page.route('**/v1/applications', async route => {
      if (!isPosting(route)) return route.continue();
      await route.fetch();
      await route.abort('timedout');
    });
    await page.route('**/v1/submissions/*', route => route.abort('timedout'));
    await send(page);
    const alert = page.getByRole('alert').filter({hasText: '入力した内容は、この画面に残っています。'});
    await alert.waitFor();
    assert.doesNotMatch(await alert.innerText(), /失敗しました/);
    await stage.look(page, 'weather-unknown');
    await page.unrouteAll();
    await pressButton(page, 'もう一度送信する');
    await done(page);
    assert.equal(await received('不明工事'), 1);
  });

  it('Enter held down and a double click on a slow line send once', async () => {
    const page = await atCheck('連打工事');
    let sendings = 0;
    await page.route('**/v1/applications', async route => {
      if (isPosting(route)) sendings += 1;
      await new Promise(resolve => setTimeout(resolve, 300));
      await route.continue();
    });
    const button = page.getByRole('button', {name: 'この内容で申し込む'});
    await button.focus();
    for (let count = 0; count < 20; count++) await page.keyboard.down('Enter'); // repeats, as a held key does
    await button.dblclick({timeout: 2_000}).catch(() => undefined); // it may be done by then
    await done(page);
    for (let count = 0; count < 20; count++) await page.keyboard.down('Enter');
    await page.keyboard.up('Enter');
    await page.getByRole('heading', {name: /送信完了/}).waitFor();
    assert.deepEqual([sendings, await received('連打工事')], [1, 1]);
  });

  it('two tabs type each for itself, and the second to send is told what the first did', async () => {
    const first = await open();
    const second = await stage.watch.openTab(first, '/contractor.html#/apply');
    await first.getByLabel(/^工事名/).fill('一つ目');
    await second.getByLabel(/^工事名/).fill('二つ目');
    for (const page of [first, second]) await page.getByText('この端末に一時保存中').waitFor();
    await first.reload();
    assert.equal(await first.getByLabel(/^工事名/).inputValue(), '一つ目');

    for (const page of [first, second]) {
      await prefill(page, named('二つのタブの工事'));
      await goToCheck(page);
    }
    await send(first);
    await done(first);
    await send(second);
    await second.getByText('まだ送信していません。').waitFor();
    assert.match(await focusedName(second), /^まだ送信していません。/);
    await stage.look(second, 'weather-twin');
    assert.equal(await received('二つのタブの工事'), 1);
    await pressButton(second, '受け付けた申込みを見る');
    await second.getByRole('heading', {name: '申込みの状況'}).waitFor();
  });

  it('nothing but what these tests broke went wrong, and nothing was left outside of the tab', async () => {
    assert.deepEqual(
      stage.watch.faults.filter(({what}) => !BROUGHT_ABOUT.test(what)),
      [],
    );
    const page = await open();
    assert.equal(await page.evaluate(() => localStorage.length + document.cookie.length), 0);
  });
});
