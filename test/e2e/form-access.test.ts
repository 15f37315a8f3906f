import assert from 'node:assert/strict';
import {before, describe, it} from 'node:test';
import type {Locator, Page} from 'playwright-core';
import {leafletApplication} from '../../demo/sandbox/samples.js';
import {until} from '../support/until.js';
import {reading} from './support/access-tree.js';
import {block, leaflet, textOf} from './support/contractor.js';
import {focusedName, goWithTab, tabTo, typeInto} from './support/keyboard.js';
import {prefill, Stage} from './support/stage.js';

const FORM = 'surety-application-form';
const OBLIGEE_HINT =
  '名前・ふりがな・都道府県・コードで探せます。一覧にない発注者は、そのまま入力してください。';
const DATE_HINT = '例：令和8年2月1日、2026/2/1';

/** As the browser tells it to NVDA, VoiceOver and all others: the accessibility tree, read from top to bottom. */
describe('the application form without eyes and without a mouse', () => {
  const stage = new Stage('access');
  let page: Page;
  let form: Locator;

  before(async () => {
    page = await stage.openForm();
    form = page.locator(FORM);
  });

  const read = () => reading(page, form);
  /** What is read from one line on, up to another. */
  const readFrom = async (first: string, last: string) => {
    const lines = await read();
    return lines.slice(lines.indexOf(first), lines.indexOf(last, lines.indexOf(first)) + 1);
  };
  const section = (name: string) => page.getByRole('tab', {name}).press('Enter');
  const waitForLine = (pattern: RegExp) =>
    until(
      async () => (await read()).find(each => pattern.test(each)),
      () => `${pattern} is never said.`,
    );

  it('reads 請負工事の情報 in order: heading, then label with 要否, help, hint and field, one after another', async () => {
    await page.getByLabel(/^工事名/).focus(); // the help and the lists come with the first sign of use
    await page.getByRole('button', {name: '発注者名の説明'}).waitFor();
    const lines = await read();
    assert.deepEqual(lines.slice(lines.indexOf('navigation 申込みの流れ')), [
      'navigation 申込みの流れ',
      '全3ステップ中、1ステップ目まで到達済み',
      '申込作成 入力中',
      '申込確認',
      '送信完了',
      'heading 3 ステップ1／3 申込作成',
      'tablist 申込みの項目',
      'tab 請負工事の情報 (selected)',
      'tab 保証の申込内容',
      'tab その他',
      'tabpanel 請負工事の情報',
      'heading 4 請負工事の情報',
      'button 以前の申込みを見る・写す',
      '発注者名 ※必須',
      'button 発注者名の説明',
      OBLIGEE_HINT,
      `combobox 発注者名※必須 (required) — ${OBLIGEE_HINT}`,
      '工事名 ※必須',
      '契約書に書かれたとおりに入力してください。',
      'textbox 工事名※必須 (required focused) — 契約書に書かれたとおりに入力してください。',
      'group 対象※必須',
      'radio 建設工事',
      'radio 業務委託',
      '請負金額 ※必須',
      'button 請負金額の説明',
      '消費税を含む金額',
      'textbox 請負金額※必須 (required) — 消費税を含む金額 円',
      '円',
      '請負契約日 ※任意',
      'button 請負契約日の説明',
      DATE_HINT,
      `textbox 請負契約日※任意 — ${DATE_HINT}`,
      'group 工期',
      '始まりの日 ※任意',
      DATE_HINT,
      `textbox 始まりの日※任意 — ${DATE_HINT}`,
      '終わりの日 ※任意',
      DATE_HINT,
      `textbox 終わりの日※任意 — ${DATE_HINT}`,
      'group 請負契約者※必須',
      'ログインしている会社です。',
      '〇〇建設 株式会社',
      'JV名 ※任意',
      'button JV名の説明',
      'JVの場合は代表者が申し込んでください。',
      'textbox JV名※任意 — JVの場合は代表者が申し込んでください。',
      'button 次へ（保証の申込内容）',
      'button 申込内容を確認する',
    ]);
  });

  it('finds a body of Japan whose rule is not known, and says so once it is chosen', async () => {
    const field = page.getByRole('combobox', {name: /^発注者名/});
    await field.fill('横手');
    await page.getByRole('option', {name: '横手市 秋田県'}).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await waitForLine(
      /^status 「横手市」の電子保証の案内は登録されていません。.*契約の担当課にご確認ください。$/,
    );
    await waitForLine(/^combobox 発注者名※必須 \(required focused\) — .*「横手市」の電子保証の案内は/);
  });

  it('tells of a list how many entries there are, which one the arrow keys have reached, and when it has closed', async () => {
    const field = page.getByRole('combobox', {name: /^発注者名/});
    await field.fill('にかほ');
    await waitForLine(/^combobox 発注者名※必須 \(required expanded focused\)/);
    await waitForLine(/^status 1件の候補があります。上下の矢印キーで選べます。$/);
    await page.keyboard.press('ArrowDown');
    assert.deepEqual(
      await readFrom('listbox 発注者名', 'option にかほ市 秋田県・電子保証の案内あり (selected)'),
      ['listbox 発注者名', 'option にかほ市 秋田県・電子保証の案内あり (selected)'],
    );
    assert.equal(await focusedName(page), '発注者名');
    await page.keyboard.press('Escape');
    await waitForLine(/^combobox 発注者名※必須 \(required focused\)/);
    assert.equal(await field.inputValue(), 'にかほ');
    assert.ok(!(await read()).some(line => /^listbox|件の候補/.test(line)));
    await page.keyboard.press('ArrowDown');
    await page.getByRole('listbox', {name: '発注者名'}).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await waitForLine(/^status にかほ市を選びました。$/);
    await waitForLine(/この発注者の電子保証の条件/);
    await waitForLine(/^textbox 入札公告日※任意 — 一般競争入札などの公告の日です。/);
  });

  it('leads after a failed try from the summary to each field, and says the same words there, the error first', async () => {
    await page.getByRole('button', {name: '申込内容を確認する'}).press('Enter');
    await waitForLine(/^region 入力内容に問題があります \(focused\)$/);
    assert.deepEqual(
      await readFrom('heading 3 入力内容に問題があります', 'tabpanel 請負工事の情報 3件 の問題があります'),
      [
        'heading 3 入力内容に問題があります',
        'link 工事名を入力してください。',
        'link 対象を選んでください。',
        'link 請負金額を入力してください。',
        'link 申し込む保証を1つ以上選んでください。',
        'link 申込送信先を選んでください。',
        'tablist 申込みの項目',
        'tab 請負工事の情報 3件 の問題があります (selected)',
        'tab 保証の申込内容 1件 の問題があります',
        'tab その他 1件 の問題があります',
        'tabpanel 請負工事の情報 3件 の問題があります',
      ],
    );
    const ways = {
      '工事名を入力してください。': /^textbox 工事名※必須 \(required invalid focused\) — エラー： /,
      '対象を選んでください。': /^radio 建設工事 \(focused\)/,
      '請負金額を入力してください。': /^textbox 請負金額※必須 \(required invalid focused\) — エラー： /,
      '申し込む保証を1つ以上選んでください。':
        /^checkbox 前払金保証を申し込む \(invalid focused\) — エラー： /,
      '申込送信先を選んでください。': /^combobox 申込送信先※必須 \(invalid focused\) — エラー： /,
    };
    for (const [words, told] of Object.entries(ways)) {
      await page.getByRole('link', {name: words}).press('Enter');
      const line = await waitForLine(told);
      const group = await read();
      assert.ok(
        line.includes(`エラー： ${words}`) || group.includes(`group 対象※必須 — エラー： ${words}`),
        line,
      );
      assert.ok(group.includes(`エラー： ${words}`), `「${words}」 is not read below its field.`);
    }
    assert.equal(await page.getByRole('tab', {name: /その他/}).getAttribute('aria-selected'), 'true');
  });

  it('says what it has understood: the amount in words, the day in both calendars, the obligee’s verdict', async () => {
    await section('請負工事の情報');
    await page.getByLabel(/^請負金額/).fill('５千万');
    await page.getByLabel(/^入札公告日/).focus();
    await waitForLine(/^status 5,000万円$/);
    await waitForLine(/^textbox 請負金額※必須 \(required\) — 消費税を含む金額 円 5,000万円$/);
    await page.keyboard.insertText('R8.2.2');
    await page.keyboard.press('Tab');
    await waitForLine(/^status 令和8年2月2日（2026年2月2日）$/);
    await page.getByRole('radio', {name: '建設工事'}).press('Space');
    await section('保証の申込内容');
    const advance = block(page, '前払金保証');
    await advance.getByRole('checkbox').press('Space');
    await advance.getByRole('radio', {name: /^電子保証/}).press('Space');
    await waitForLine(/^status 「にかほ市」のこの契約の前払金保証は、電子保証を利用できます。$/);
  });

  it('reads a guarantee in order, its ratio with the amount, and the notes with the choices they belong to', async () => {
    await page.getByLabel(/^前払金保証金額/).fill('2000万');
    const lines = await readFrom('region 前払金保証', 'region 中間前払金保証');
    const spoken = lines.filter(line => /^(heading|checkbox|group|radio|textbox|combobox) /.test(line));
    assert.deepEqual(spoken, [
      'heading 5 前払金保証',
      'checkbox 前払金保証を申し込む (checked)',
      'group 保証証書の形式について※必須 — ※電子保証を希望される場合は、発注者が電子保証に対応していることを確認してください。',
      'radio 証書(紙)',
      'radio 電子保証(認証キーを含む) (checked)',
      'textbox 今年度対象額※任意 — (出来高予定額または支払限度額) 円',
      'textbox 前払金保証金額※必須 (required focused) — 円 2,000万円 40.0% (請負金額もしくは今年度対象額に対する前払金保証金額の割合)',
      'group 預託金融機関(全角) — 一覧にない場合は、そのまま入力してください。全角に直して送ります。',
      'combobox 金融機関※必須 (required)',
      'combobox 支店※必須 (required)',
      'group 再預託利用区分※必須',
      'radio 再預託を利用しない',
      'radio 再預託を利用する',
      'combobox 前払金保証料支払方法※必須',
      'group 前払金保証料請求先',
      'textbox 請求先の名称※必須 (required)',
      'textbox 請求書の送付先※必須 (required)',
      'group 保証料計算書(紙)について※必須 — ※保証料計算書は弊社手続き完了後、保証料計算書一覧メニューからご確認いただけます。',
      'radio 希望する',
      'radio 希望しない',
    ]);
    assert.ok(lines.includes('button 電子保証対応の発注者は こちら です。'));
  });

  it('has a name for everything that one can operate, in every section and step, and leaves no news lying about', async () => {
    const nameless = async () =>
      (await read()).filter(line =>
        /^(button|link|textbox|combobox|radio|checkbox|tab)( \(| —|$)/.test(line),
      );
    for (const name of ['請負工事の情報', '保証の申込内容', 'その他']) {
      await section(name);
      assert.deepEqual(await nameless(), [], name);
    }
    await prefill(page, leafletApplication());
    await page.getByRole('button', {name: '申込内容を確認する'}).press('Enter');
    await waitForLine(/^heading 3 ステップ2／3 申込確認 \(focused\)$/);
    assert.deepEqual(await nameless(), []);
    assert.ok((await read()).includes('link 変更 （前払金保証金額）'));
    await page.getByRole('button', {name: 'この内容で申し込む'}).press('Enter');
    await waitForLine(/^heading 3 ステップ3／3 送信完了 \(focused\)$/);
    const lines = await read();
    assert.ok(!lines.includes('status 送信しています'));
    const at = lines.indexOf('受付番号');
    assert.match(lines[at + 1] ?? '', /^U-\d{4}-\d{6}$/);
    await page.close();
  });

  it('is gone through with the Tab key alone, from the first field to 送信完了', async () => {
    const own = await stage.openForm();
    const type = (name: string, text: string) => typeInto(own, name, text);
    /** The Tab key reaches the group's first button; arrow keys go on in it. */
    const choose = async (first: string, isSecond = false) => {
      await tabTo(own, first);
      await own.keyboard.press('Space');
      if (isSecond) await own.keyboard.press('ArrowDown');
    };

    await type('発注者名', 'にかほ');
    await own.getByRole('listbox', {name: '発注者名'}).getByRole('option').first().waitFor();
    await own.keyboard.press('ArrowDown');
    await own.keyboard.press('Enter');
    await type('工事名', '鍵盤橋補修工事');
    await choose('建設工事');
    await own.getByLabel(/^入札公告日/).waitFor();
    await type('入札公告日', '令和８年２月２日');
    await type('請負金額', '５０，０００，０００円');
    await goWithTab(own, /^次へ/);
    await own.keyboard.press('Enter');
    await own.getByRole('heading', {name: '保証の申込内容'}).waitFor();

    await choose('前払金保証を申し込む');
    await choose('証書(紙)', true);
    await type('前払金保証金額', '2000万');
    await type('金融機関', leaflet.bank);
    await type('支店', leaflet.branch);
    await choose('再預託を利用しない');
    await choose('希望する', true);
    await goWithTab(own, /^次へ/);
    await own.keyboard.press('Enter');
    await own.getByRole('heading', {name: 'インフォメーション'}).waitFor();

    await tabTo(own, '申込送信先');
    await own.keyboard.insertText('秋');
    await own.keyboard.press('ArrowDown');
    await choose('希望する', true);
    await goWithTab(own, /^申込内容を確認する/);
    await own.keyboard.press('Enter');
    await own.getByRole('heading', {name: /申込確認/}).waitFor();
    assert.match(await textOf(own, FORM), /電子保証\(認証キーを含む\).*20,000,000円（2,000万円）/);
    await goWithTab(own, /^この内容で申し込む/);
    await own.keyboard.press('Enter');
    await own.getByRole('heading', {name: /送信完了/}).waitFor();
    assert.match(await textOf(own, FORM), /U-\d{4}-\d{6}/);
  });

  it('no page threw, complained or broke its policy', () => {
    assert.deepEqual(stage.watch.faults, []);
  });
});
