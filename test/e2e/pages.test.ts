import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {violations} from './support/axe.js';
import {shoot} from './support/browser.js';
import {Stage} from './support/stage.js';

/** Every page, and the words that tell that it has drawn itself. */
const pages: Record<string, string> = {
  '/': 'お手続きの流れ',
  '/contractor.html': 'いま、していただくことはありません。',
  '/contractor.html#/apply': 'ご不明な点は申込先の営業部・支店までお気軽にお問い合わせください。',
  '/contractor.html#/contracts': '保証契約はまだありません。',
  '/contractor.html#/news': 'まだ申込はありません。',
  '/contractor.html#/contracts/nowhere': '開こうとした画面は見つかりませんでした。',
  '/obligee.html': '証書を確認する',
  '/surety.html': 'まだ申込はありません。',
  '/surety.html#contracts': 'まだ保証契約はありません。',
  '/mail.html': 'まだメールは送られていません。',
};

describe('the demo pages', () => {
  const stage = new Stage('pages');

  for (const [path, words] of Object.entries(pages)) {
    for (const width of [320, 1280]) {
      it(`${path} at ${width} pixels: drawn, no sideways scrolling, axe finds nothing, one h1, a title`, async () => {
        const page = await stage.open(path, {width, height: 800});
        await page.getByText(words).first().waitFor();
        assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= width);
        assert.deepEqual(await violations(page), []);
        assert.equal(await page.locator('h1:visible').count(), 1);
        assert.match(await page.title(), /電子保証デモ$/);
        assert.equal(await page.locator('html').getAttribute('lang'), 'ja');
        await shoot(page, `page${path.replace(/\W+/g, '-')}-${width}`);
        await page.close();
      });
    }
  }

  it('the link past the menu leads to the content, and the view stays', async () => {
    const page = await stage.open('/contractor.html#/contracts');
    await page.getByText('保証契約はまだありません。').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'main');
    assert.equal(await page.getByText('保証契約はまだありません。').isVisible(), true);
  });

  it('the browser’s way back leads to the view before, with the menu showing where one is', async () => {
    const page = await stage.open('/contractor.html');
    await page.getByRole('link', {name: '保証契約一覧'}).click();
    await page.getByText('保証契約はまだありません。').waitFor();
    await page.goBack();
    await page.getByText('いま、していただくことはありません。').waitFor();
    assert.equal(await page.locator('[aria-current=page]').innerText(), 'ホーム');
  });

  it('an office that cannot reach the API says so, and gets on when it can again', async () => {
    const page = await stage.open('/surety.html');
    await page.getByText('まだ申込はありません。').waitFor();
    await page.route('**/v1/office/**', route => route.fulfill({status: 502, body: 'bad gateway'}));
    await page.getByRole('button', {name: '最新にする'}).click();
    await page.getByRole('alert').getByText('利用できません').waitFor();
    await page.unroute('**/v1/office/**');
    await page.getByRole('button', {name: '最新の内容を読み込む'}).click();
    await page.getByRole('alert').waitFor({state: 'detached'});
    stage.watch.faults.splice(
      0,
      stage.watch.faults.length,
      ...stage.watch.faults.filter(({what}) => !what.includes('502')),
    );
  });

  it('no page threw, complained, broke its policy or asked another host', () => {
    assert.deepEqual(stage.watch.faults, []);
  });
});
