import type {Page} from 'playwright-core';
import {until} from '../../support/until.js';
import {choose, pickFirst, pressButton, typeInto} from './keyboard.js';

/** The leaflet's data, as somebody types them: in full width, with units, in either calendar. */
export const leaflet = {
  worksName: '令和７年度 市道〇〇線道路改良工事',
  bank: '〇〇銀行',
  branch: '××支店',
  email: 'soumu@example.co.jp',
};

/** Every label and note of 請負工事の情報, letter for letter. */
export const worksWords = [
  '発注者名',
  '工事名',
  '対象',
  '請負金額',
  '請負契約日',
  '工期',
  '請負契約者',
  'JV名',
];

/** Every label and note of 保証の申込内容. */
export const guaranteeWords = [
  '保証の申込内容をクリア',
  '前払金保証を申し込む',
  '手続状況',
  '保証契約番号',
  '保証証書の形式について',
  '証書(紙)',
  '電子保証(認証キーを含む)',
  '※電子保証を希望される場合は、発注者が電子保証に対応していることを確認してください。',
  '電子保証対応の発注者はこちらです。',
  '今年度対象額',
  '(出来高予定額または支払限度額)',
  '前払金保証金額',
  '預託金融機関(全角)',
  '再預託利用区分',
  '再預託を利用しない',
  '再預託を利用する',
  '前払金保証料支払方法',
  '一括納付',
  '前払金保証料請求先',
  '保証料計算書(紙)について',
  '希望する',
  '希望しない',
  '※保証料計算書は弊社手続き完了後、保証料計算書一覧メニューからご確認いただけます。',
  '契約保証を申し込む',
  '契約保証金額',
  '契約保証料支払方法',
  '契約保証料請求先',
];

/** Every label and note of その他. */
export const otherWords = [
  'インフォメーション',
  'インフォメーションをクリア',
  '申込送信先、保証証書受取',
  '申込送信先',
  '電子保証発行完了のお知らせ',
  '※「希望する」場合、弊社手続き完了後にメールを送信します。',
  'メールアドレス',
  '連絡先',
  '担当部署',
  '役職',
  '担当者名',
  '連絡先電話番号',
  'お客様から弊社への連絡事項',
  '弊社からお客様へのお知らせ',
];

/** Waits until the form shows these words; fails for the first that does not come. */
export async function assertWords(page: Page, words: readonly string[]): Promise<void> {
  const missing = async () => {
    const shown = (await textOf(page, 'surety-application-form')).replace(/\s+/g, '');
    return words.find(word => !shown.includes(word.replace(/\s+/g, '')));
  };
  await until(
    async () => (await missing()) === undefined,
    async () => `The form does not say 「${await missing()}」.`,
  );
}

/** All words that an element shows, of its shadow root too. */
export const textOf = (page: Page, selector: string): Promise<string> =>
  page
    .locator(selector)
    .first()
    .evaluate(element => {
      const read = (node: Node): string => {
        if (node instanceof Element && node.matches('style, [hidden], .visually-hidden')) return '';
        if (node instanceof HTMLSelectElement) return node.selectedOptions[0]?.text ?? '';
        const inner = node instanceof Element && node.shadowRoot ? node.shadowRoot : node;
        return node.nodeType === Node.TEXT_NODE
          ? (node.textContent ?? '')
          : [...inner.childNodes].map(read).join(' ');
      };
      return read(element).replace(/\s+/g, ' ');
    });

/** One guarantee's block of the form. */
export const block = (page: Page, name: string) => page.getByRole('region', {name, exact: true});

/** 請負工事の情報, typed with the keyboard from the first field on. */
export async function fillWorks(page: Page): Promise<void> {
  await pickFirst(page, '発注者名', 'にかほ');
  await typeInto(page, '工事名', leaflet.worksName);
  await choose(page, '対象', '建設工事');
  await typeInto(page, '入札公告日', '令和８年２月２日');
  await typeInto(page, '請負金額', '５０，０００，０００円');
  await typeInto(page, '請負契約日', 'R8.2.20');
  await typeInto(page, '始まりの日', '2026/2/21');
  await typeInto(page, '終わりの日', '令和9年3月19日');
}

/** 保証の申込内容: both guarantees, electronic. */
export async function fillGuarantees(page: Page): Promise<void> {
  const advance = block(page, '前払金保証');
  await advance.getByRole('checkbox', {name: '前払金保証を申し込む'}).press('Space');
  await choose(advance, '保証証書の形式について', '電子保証(認証キーを含む)');
  await advance.getByLabel(/^前払金保証金額/).focus();
  await page.keyboard.type('2000');
  await page.keyboard.insertText('万');
  await advance.getByRole('combobox', {name: /^金融機関/}).focus();
  await page.keyboard.insertText(leaflet.bank);
  await advance.getByRole('combobox', {name: /^支店/}).focus();
  await page.keyboard.insertText(leaflet.branch);
  await choose(advance, '再預託利用区分', '再預託を利用しない');
  await choose(advance, '保証料計算書(紙)について', '希望しない');
  const performance = block(page, '契約保証');
  await performance.getByRole('checkbox', {name: '契約保証を申し込む'}).press('Space');
  await choose(performance, '保証証書の形式について', '電子保証(認証キーを含む)');
  await performance.getByLabel(/^契約保証金額/).focus();
  await page.keyboard.type('5,000,000');
  await choose(performance, '保証料計算書(紙)について', '希望しない');
}

/** その他: the branch, a mail when it is issued, and whom to ask. */
export async function fillOther(page: Page): Promise<void> {
  await page.getByLabel(/^申込送信先/).selectOption({label: '秋田支店'});
  await choose(page, '電子保証発行完了のお知らせ', '希望する');
  const email = page.getByLabel(/^メールアドレス/);
  await email.focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(leaflet.email);
  await page.getByLabel(/^担当部署/).focus();
  await page.keyboard.insertText('総務部');
  await page.getByLabel(/^担当者名/).focus();
  await page.keyboard.insertText('髙﨑 𠮷子');
  await page.getByLabel(/^連絡先電話番号/).focus();
  await page.keyboard.insertText('０１８４－００－００００');
}

/** On to 申込確認. */
export async function goToCheck(page: Page): Promise<void> {
  await pressButton(page, '申込内容を確認する');
  await page.getByRole('heading', {name: /申込確認/}).waitFor();
}
