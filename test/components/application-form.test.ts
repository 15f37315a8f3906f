import {expect, html, oneEvent} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import '../../components/application-form/define.js';
import {leafletApplication} from '../../demo/sandbox/index.js';
import {mountForm} from '../support/application-form.js';
import {eventually} from '../support/eventually.js';
import {settled} from '../support/mount.js';
import {findAll, textOf} from '../support/shadow.js';

/** Names of the dates that rules key on. */
const DATES = [
  '入札公告日',
  '入札日',
  '指名通知日',
  '発注手続きの開始日',
  '契約予定工事の通知日',
  '契約予定日',
  '保証契約日',
];

describe('surety-application-form: the journey of the leaflet', () => {
  it('shows the frame with the signed-in company, help and whom to ask', async () => {
    const {form} = await mountForm();
    const shown = form.text();
    for (const words of ['保証申込', '申込の作成(新規)', '〇〇建設 株式会社 様', '保証申込のヘルプ']) {
      expect(shown).to.contain(words);
    }
    expect(shown).to.contain('ご不明な点は申込先の営業部・支店までお気軽にお問い合わせください。');
    expect(form.sections()).to.deep.equal(['請負工事の情報', '保証の申込内容', 'その他']);
    expect(form.steps()).to.deep.equal(['申込作成', '申込確認', '送信完了']);
  });

  it('leads from the first field to the receipt, and the surety gets what was meant', async () => {
    const {form, el, sandbox} = await mountForm();
    await form.fillLeaflet();
    await form.press('申込内容を確認する');
    expect(form.step()).to.equal('申込確認');
    setTimeout(() => form.button('この内容で申し込む').click());
    const {detail} = await oneEvent<HTMLElementEventMap['surety-application-submitted']>(
      el,
      'surety-application-submitted',
    );
    await eventually(() => form.step() === '送信完了');
    expect(form.text()).to.contain(detail.receiptNumber).and.to.contain('018-863-1000');
    const {token} = (await sandbox.signIn('contractor')) as {token: string};
    const sent = await sandbox.fetch(
      new Request(new URL(`/v1/applications/${detail.applicationId}`, location.href), {
        headers: {Authorization: `Bearer ${token}`},
      }),
    );
    const {content} = (await sent.json()) as {content: ReturnType<typeof leafletApplication>};
    expect(content.obligee).to.deep.equal({code: '052141', name: 'にかほ市'});
    expect(content.works.name).to.equal('令和７年度　髙﨑𠮷橋補修工事');
    expect(content.works.dates).to.deep.equal({bidNotice: '2026-02-02'});
    expect(content.works.price).to.equal(50_000_000);
    expect(content.guarantees['advance-payment']?.guaranteeAmount).to.equal(20_000_000);
    expect(content.guarantees['advance-payment']?.depositBank.name).to.equal('〇〇銀行　××支店');
    expect(content.guarantees.performance?.guaranteeAmount).to.equal(5_000_000);
    expect(content.issueNotification).to.deep.equal({wanted: true, email: 'soumu@example.co.jp'});
  });

  it('says amounts in words and shares of the price while one types, and nothing before both are known', async () => {
    const {form} = await mountForm();
    await form.openSection('保証の申込内容');
    await form.check('前払金保証を申し込む');
    const advance = form.in('前払金保証');
    expect(advance.echoAt('前払金保証金額')).to.equal(
      '－ (請負金額もしくは今年度対象額に対する前払金保証金額の割合)',
    );
    await advance.fill('前払金保証金額', '２０００万円');
    expect(advance.echoAt('前払金保証金額')).to.contain('2,000万円').and.to.contain('－ (');
    await form.openSection('請負工事の情報');
    await form.fill('請負金額', '五千万円');
    await form.openSection('保証の申込内容');
    expect(advance.echoAt('前払金保証金額')).to.contain(
      '40.0% (請負金額もしくは今年度対象額に対する前払金保証金額の割合)',
    );
    await advance.fill('今年度対象額', '40,000,000');
    expect(advance.echoAt('前払金保証金額')).to.contain('50.0%');
  });

  it('judges and quotes the rule of the obligee, and never blocks', async () => {
    const {form} = await mountForm();
    await form.fillLeaflet();
    await form.openSection('請負工事の情報');
    expect(form.obligeeRule()).to.contain(
      '「にかほ市が2026年2月1日以降に入札公告等をする建設工事・業務委託であること」',
    );
    await form.openSection('保証の申込内容');
    expect(form.verdicts().map(({kind}) => kind)).to.deep.equal(['success', 'success']);
    await form.openSection('請負工事の情報');
    await form.fill('入札公告日', '令和8年1月31日');
    await form.openSection('保証の申込内容');
    expect(form.verdicts()[0]?.text).to.contain('電子保証を利用できません').and.to.contain('紙の保証証書');
    await form.press('申込内容を確認する');
    expect(form.step()).to.equal('申込確認');
    expect(form.text()).to.contain('電子保証を利用できません');
  });

  it('says that an obligee outside the directory is unknown, and what to ask', async () => {
    const {form} = await mountForm();
    await form.fill('発注者名', '存在しない町');
    await form.openSection('保証の申込内容');
    await form.check('契約保証を申し込む');
    await form.in('契約保証').choose('保証証書の形式について', '電子保証(認証キーを含む)');
    expect(form.verdicts()[0]?.text).to.contain('要確認').and.to.contain('発注者に確認してください');
  });

  it('asks only for the dates that the rule of the chosen obligee keys on', async () => {
    const {form} = await mountForm();
    expect(DATES.filter(name => form.has(name))).to.deep.equal([]);
    await form.fill('発注者名', 'にかほ市');
    await eventually(() => form.obligeeRule());
    expect(DATES.filter(name => form.has(name))).to.deep.equal(['入札公告日']);
  });
});

describe('surety-application-form: errors', () => {
  it('shows none before the first try', async () => {
    const {form} = await mountForm();
    await form.fill('請負金額', 'たくさん');
    expect(form.errors()).to.deep.equal([]);
    expect(form.part('error')).to.equal(undefined);
  });

  it('focuses a summary in the order of the fields, with counts on the tabs', async () => {
    const {form} = await mountForm();
    await form.press('申込内容を確認する');
    expect(form.focused()).to.equal('入力内容に問題があります');
    expect(form.errors()[0]).to.equal('発注者名を入力してください。');
    expect(form.errors())
      .to.include('申し込む保証を1つ以上選んでください。')
      .and.to.include('申込送信先を選んでください。');
    expect(form.sections()).to.deep.equal([
      '請負工事の情報4件の問題があります',
      '保証の申込内容1件の問題があります',
      'その他1件の問題があります',
    ]);
    expect(form.errorAt('発注者名')).to.contain('エラー：').and.to.contain('発注者名を入力してください。');
    expect(form.control('発注者名').getAttribute('aria-invalid')).to.equal('true');
  });

  it('leads by its links to fields in any section, and changes no address', async () => {
    const {form} = await mountForm();
    const address = location.href;
    await form.press('申込内容を確認する');
    await form.follow('申込送信先');
    await eventually(() => form.focused() === '申込送信先', 'the field is not reached');
    expect(form.currentSection()).to.equal('その他');
    expect(location.href).to.equal(address);
  });

  it('takes an error away as soon as the field is right, and shows no new ones elsewhere', async () => {
    const {form} = await mountForm();
    await form.press('申込内容を確認する');
    await form.fill('請負金額', '50000000');
    expect(form.errorAt('請負金額')).to.equal('');
    await form.openSection('保証の申込内容');
    await form.check('契約保証を申し込む');
    expect(form.in('契約保証').errorAt('契約保証金額')).to.equal('');
  });

  it('says how to mend what was typed, with the same words in the summary', async () => {
    const {form} = await mountForm();
    await form.fill('請負金額', '5000.5');
    await form.in('工期').fill('始まりの日', '令和8年3月1日');
    await form.in('工期').fill('終わりの日', '令和8年2月1日');
    await form.press('申込内容を確認する');
    expect(form.errorAt('請負金額')).to.contain('請負金額は1円単位で入力してください');
    expect(form.in('工期').errorAt('終わりの日')).to.contain('工期の終わりの日を、始まりの日');
    for (const words of form.errors()) expect(form.text()).to.contain(words);
  });

  it('refuses an amount above the price, as the API does', async () => {
    const {form} = await mountForm();
    await form.fillLeaflet();
    await form.openSection('保証の申込内容');
    await form.in('契約保証').fill('契約保証金額', '6000万円');
    await form.press('申込内容を確認する');
    expect(form.errors()).to.deep.equal(['契約保証金額は、請負金額を超えない金額を入力してください。']);
  });

  it('lands errors of the API at their fields, until these are changed', async () => {
    const refuse = () =>
      new Response(
        JSON.stringify({
          type: 'urn:surety:rejected',
          status: 422,
          errors: [
            {pointer: '/works/price', detail: '請負金額を契約書と合わせてください。'},
            {
              pointer: '/guarantees/advance-payment/depositBank/name',
              detail: '預託金融機関を確かめてください。',
            },
            {pointer: '/somewhere/else', detail: 'ただいま受付時間外です。'},
          ],
        }),
        {status: 422, headers: {'Content-Type': 'application/problem+json'}},
      );
    const {form} = await mountForm(undefined, {
      intercept: request => (request.method === 'POST' ? refuse() : undefined),
    });
    await form.fillLeaflet();
    await form.press('申込内容を確認する');
    await form.press('この内容で申し込む');
    await eventually(() => form.errors().length);
    expect(form.errors()).to.deep.equal([
      'ただいま受付時間外です。',
      '請負金額を契約書と合わせてください。',
      '預託金融機関を確かめてください。',
    ]);
    expect(form.errorAt('請負金額')).to.contain('請負金額を契約書と合わせてください。');
    await form.fill('請負金額', '49,000,000');
    expect(form.errorAt('請負金額')).to.equal('');
  });
});

describe('surety-application-form: nothing is lost', () => {
  it('keeps every letter on the way to 申込確認 and back, also of fields that are hidden meanwhile', async () => {
    const {form} = await mountForm();
    await form.fillLeaflet();
    await form.fill('担当者名', '辻󠄀 髙﨑𠮷');
    await form.press('申込内容を確認する');
    await form.press('入力に戻る');
    await form.openSection('その他');
    expect(form.value('担当者名')).to.equal('辻󠄀 髙﨑𠮷');
    await form.openSection('保証の申込内容');
    await form.uncheck('前払金保証を申し込む');
    expect(form.has('前払金保証金額')).to.equal(false);
    await form.check('前払金保証を申し込む');
    expect(form.in('前払金保証').value('前払金保証金額')).to.equal('20,000,000');
  });

  it('returns to 申込確認 after one change', async () => {
    const {form} = await mountForm();
    await form.fillLeaflet();
    await form.press('申込内容を確認する');
    await form.follow('変更（前払金保証金額）');
    await eventually(() => form.focused() === '前払金保証金額', 'the field is not reached');
    await form.in('前払金保証').fill('前払金保証金額', '1900万円');
    await form.press('確認画面に戻る');
    expect(form.step()).to.equal('申込確認');
    expect(form.text()).to.contain('19,000,000円（1,900万円）');
  });

  it('puts back what was cleared', async () => {
    const {form} = await mountForm();
    await form.fillLeaflet();
    await form.openSection('保証の申込内容');
    await form.press('保証の申込内容をクリア');
    expect(form.isChecked('前払金保証を申し込む')).to.equal(false);
    await form.press('元に戻す');
    expect(form.isChecked('前払金保証を申し込む')).to.equal(true);
    expect(form.in('契約保証').value('契約保証金額')).to.equal('5,000,000');
  });

  it('takes over what stays the same from an earlier application, and no amount, date or name of works', async () => {
    const {form, el} = await mountForm(undefined, {seed: 'leaflet'});
    await form.fill('発注者名', '別の町');
    await form.press('以前の申込みを見る・写す');
    await eventually(() => form.hasButton('写す'), 'nothing is listed');
    await expect(el).to.be.accessible();
    await form.press('写す');
    expect(form.value('発注者名')).to.equal('にかほ市');
    expect(form.value('工事名')).to.equal('');
    await form.openSection('保証の申込内容');
    const advance = form.in('前払金保証');
    expect(advance.value('金融機関')).to.equal('〇〇銀行');
    expect(advance.value('前払金保証金額')).to.equal('');
    await form.openSection('請負工事の情報');
    await form.press('元に戻す');
    expect(form.value('発注者名')).to.equal('別の町');
  });

  it('does not lose a letter that is typed while the list of a picker is being drawn', async () => {
    const {form} = await mountForm();
    for (const letter of ['に', 'か', 'ほ']) await form.type('発注者名', form.value('発注者名') + letter);
    expect(form.value('発注者名')).to.equal('にかほ');
  });

  it('prefills what the page knows, and gives back what is filled in', async () => {
    const content = leafletApplication();
    const {form, el} = await mountForm(
      html`<surety-application-form .value=${content}></surety-application-form>`,
    );
    await eventually(() => form.obligeeRule());
    expect(form.value('請負金額')).to.equal('50,000,000');
    const value = el.getValue();
    expect(value?.works).to.deep.equal(content.works);
    expect(value?.guarantees['advance-payment']?.depositBank.name).to.equal('〇〇銀行　××支店');
  });
});

describe('surety-application-form: access', () => {
  it('is free of violations in every section and step', async () => {
    const {form, el} = await mountForm();
    await expect(el).to.be.accessible();
    await form.press('申込内容を確認する');
    await expect(el).to.be.accessible();
    await form.fillLeaflet();
    await expect(el).to.be.accessible();
    await form.openSection('保証の申込内容');
    await form.press('保証証書の形式についての説明');
    await expect(el).to.be.accessible();
    await form.press('申込内容を確認する');
    await expect(el).to.be.accessible();
    await form.press('この内容で申し込む');
    await settled(el);
    await expect(el).to.be.accessible();
  });

  it('moves among the tabs by arrow keys, Home and End', async () => {
    const {form, el} = await mountForm();
    form.tab('請負工事の情報').focus();
    for (const [key, section] of [
      ['ArrowRight', '保証の申込内容'],
      ['End', 'その他'],
      ['ArrowRight', '請負工事の情報'],
      ['ArrowLeft', 'その他'],
      ['Home', '請負工事の情報'],
    ] as const) {
      form.active?.dispatchEvent(
        new KeyboardEvent('keydown', {key, bubbles: true, composed: true, cancelable: true}),
      );
      await settled(el);
      expect(form.focused()).to.equal(section);
      expect(form.currentSection()).to.equal(section);
    }
  });

  it('explains a field in the page and says whether the explanation is open', async () => {
    const {form} = await mountForm();
    const help = form.button('請負金額の説明');
    expect(help.getAttribute('aria-expanded')).to.equal('false');
    await form.press('請負金額の説明');
    expect(help.getAttribute('aria-expanded')).to.equal('true');
    expect(form.helpAt('請負金額') + form.hintAt('請負金額')).to.contain('消費税を含む');
  });

  it('fits a screen of 320 px without scrolling sideways', async () => {
    await setViewport({width: 320, height: 640});
    const {form} = await mountForm();
    await form.fillLeaflet();
    for (const name of ['請負工事の情報', '保証の申込内容', 'その他']) {
      await form.openSection(name);
      expect(document.documentElement.scrollWidth, name).to.be.at.most(320);
    }
    await form.press('申込内容を確認する');
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
    await setViewport({width: 1280, height: 800});
  });

  it('has targets of at least 44 px', async () => {
    const {form, el} = await mountForm();
    await form.fillLeaflet();
    for (const target of findAll(
      el,
      'button, input:not([type=radio], [type=checkbox]), select, label.choice',
    )) {
      const {height} = target.getBoundingClientRect();
      if (height) expect(height, `${target.id} ${textOf(target)}`).to.be.at.least(43.9);
    }
  });
});
