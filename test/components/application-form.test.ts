import {expect, html, oneEvent} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import '../../components/application-form/define.js';
import {leafletApplication} from '../../demo/sandbox/index.js';
import {
  choose,
  control,
  errorAt,
  fillLeaflet,
  mountForm,
  openTab,
  press,
  stepTitle,
  summary,
  type,
} from '../support/application-form.js';
import {eventually} from '../support/eventually.js';
import {settled} from '../support/mount.js';
import {find, findAll, findButton, textOf} from '../support/shadow.js';

const text = (el: Element) => textOf(el);
const echo = (el: Element, path: string) => textOf(find(el, `[id="${path}-echo"]`));

describe('surety-application-form: the journey of the leaflet', () => {
  it('shows the frame with the signed-in company, help and whom to ask', async () => {
    const {el} = await mountForm();
    const shown = text(el);
    for (const words of ['保証申込', '申込の作成(新規)', '〇〇建設 株式会社 様', '保証申込のヘルプ']) {
      expect(shown).to.contain(words);
    }
    expect(shown).to.contain('ご不明な点は申込先の営業部・支店までお気軽にお問い合わせください。');
    expect(findAll(el, '[role=tab]').map(textOf)).to.deep.equal([
      '請負工事の情報',
      '保証の申込内容',
      'その他',
    ]);
    expect(findAll(el, '.steps .name').map(textOf)).to.deep.equal(['申込作成', '申込確認', '送信完了']);
  });

  it('leads from the first field to the receipt, and the surety gets what was meant', async () => {
    const {el, sandbox} = await mountForm();
    await fillLeaflet(el);
    await press(el, '申込内容を確認する');
    expect(stepTitle(el)).to.contain('申込確認');
    setTimeout(() => findButton(el, 'この内容で申し込む').click());
    const {detail} = await oneEvent<HTMLElementEventMap['surety-application-submitted']>(
      el,
      'surety-application-submitted',
    );
    await eventually(() => stepTitle(el).includes('送信完了'));
    expect(text(el)).to.contain(detail.receiptNumber).and.to.contain('018-863-1000');
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
    const {el} = await mountForm();
    await openTab(el, '保証の申込内容');
    await choose(el, 'guarantees/advance-payment');
    const amount = 'guarantees/advance-payment/guaranteeAmount';
    expect(echo(el, amount)).to.equal('－ (請負金額もしくは今年度対象額に対する前払金保証金額の割合)');
    await type(el, amount, '２０００万円');
    expect(echo(el, amount)).to.contain('2,000万円').and.to.contain('－ (');
    await openTab(el, '請負工事の情報');
    await type(el, 'works/price', '五千万円');
    await openTab(el, '保証の申込内容');
    expect(echo(el, amount)).to.contain('40.0% (請負金額もしくは今年度対象額に対する前払金保証金額の割合)');
    await type(el, 'guarantees/advance-payment/currentYearAmount', '40,000,000');
    expect(echo(el, amount)).to.contain('50.0%');
  });

  it('judges and quotes the rule of the obligee, and never blocks', async () => {
    const {el} = await mountForm();
    await fillLeaflet(el);
    await openTab(el, '請負工事の情報');
    expect(text(find(el, '.rule'))).to.contain(
      '「にかほ市が2026年2月1日以降に入札公告等をする建設工事・業務委託であること」',
    );
    await openTab(el, '保証の申込内容');
    expect(findAll(el, '.verdict').map(each => each.dataset['kind'])).to.deep.equal(['success', 'success']);
    await openTab(el, '請負工事の情報');
    await type(el, 'works/dates/bidNotice', '令和8年1月31日');
    await openTab(el, '保証の申込内容');
    expect(text(find(el, '.verdict')))
      .to.contain('電子保証を利用できません')
      .and.to.contain('紙の保証証書');
    await press(el, '申込内容を確認する');
    expect(stepTitle(el)).to.contain('申込確認');
    expect(text(el)).to.contain('電子保証を利用できません');
  });

  it('says that an obligee outside the directory is unknown, and what to ask', async () => {
    const {el} = await mountForm();
    await type(el, 'obligee/name', '存在しない町');
    await openTab(el, '保証の申込内容');
    await choose(el, 'guarantees/performance');
    await choose(el, 'guarantees/performance/certificateForm', 'electronic');
    expect(text(find(el, '.verdict')))
      .to.contain('要確認')
      .and.to.contain('発注者に確認してください');
  });

  it('asks only for the dates that the rule of the chosen obligee keys on', async () => {
    const {el} = await mountForm();
    expect(findAll(el, '[name^="works/dates/"]')).to.have.length(0);
    await type(el, 'obligee/name', 'にかほ市');
    await eventually(() => findAll(el, '.rule').length);
    expect(findAll(el, '[name^="works/dates/"]').map(each => each.id)).to.deep.equal([
      'works/dates/bidNotice',
    ]);
  });
});

describe('surety-application-form: errors', () => {
  it('shows none before the first try', async () => {
    const {el} = await mountForm();
    await type(el, 'works/price', 'たくさん');
    expect(findAll(el, '.error, .error-summary')).to.have.length(0);
  });

  it('focuses a summary in the order of the fields, with counts on the tabs', async () => {
    const {el} = await mountForm();
    await press(el, '申込内容を確認する');
    expect(el.shadowRoot?.activeElement?.id).to.equal('error-summary');
    expect(summary(el)[0]).to.equal('発注者名を入力してください。');
    expect(summary(el))
      .to.include('申し込む保証を1つ以上選んでください。')
      .and.to.include('申込送信先を選んでください。');
    expect(findAll(el, '[role=tab]').map(textOf)).to.deep.equal([
      '請負工事の情報4件の問題があります',
      '保証の申込内容1件の問題があります',
      'その他1件の問題があります',
    ]);
    expect(errorAt(el, 'obligee/name')).to.contain('エラー：').and.to.contain('発注者名を入力してください。');
    expect(control(el, 'obligee/name').getAttribute('aria-invalid')).to.equal('true');
  });

  it('leads by its links to fields in any section, and changes no address', async () => {
    const {el} = await mountForm();
    const address = location.href;
    await press(el, '申込内容を確認する');
    const link = findAll(el, '.error-summary a').find(each => textOf(each).startsWith('申込送信先'));
    link?.click();
    await settled(el);
    expect(el.shadowRoot?.activeElement?.id).to.equal('branchCode');
    expect(find(el, '#tab-other').getAttribute('aria-selected')).to.equal('true');
    expect(location.href).to.equal(address);
  });

  it('takes an error away as soon as the field is right, and shows no new ones elsewhere', async () => {
    const {el} = await mountForm();
    await press(el, '申込内容を確認する');
    await type(el, 'works/price', '50000000');
    expect(errorAt(el, 'works/price')).to.equal('');
    await openTab(el, '保証の申込内容');
    await choose(el, 'guarantees/performance');
    expect(errorAt(el, 'guarantees/performance/guaranteeAmount')).to.equal('');
  });

  it('says how to mend what was typed, with the same words in the summary', async () => {
    const {el} = await mountForm();
    await type(el, 'works/price', '5000.5');
    await type(el, 'works/period/from', '令和8年3月1日');
    await type(el, 'works/period/to', '令和8年2月1日');
    await press(el, '申込内容を確認する');
    expect(errorAt(el, 'works/price')).to.contain('請負金額は1円単位で入力してください');
    expect(errorAt(el, 'works/period/to')).to.contain('工期の終わりの日を、始まりの日');
    for (const words of summary(el)) expect(text(el)).to.contain(words);
  });

  it('refuses an amount above the price, as the API does', async () => {
    const {el} = await mountForm();
    await fillLeaflet(el);
    await openTab(el, '保証の申込内容');
    await type(el, 'guarantees/performance/guaranteeAmount', '6000万円');
    await press(el, '申込内容を確認する');
    expect(summary(el)).to.deep.equal(['契約保証金額は、請負金額を超えない金額を入力してください。']);
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
    const {el} = await mountForm(undefined, {
      intercept: request => (request.method === 'POST' ? refuse() : undefined),
    });
    await fillLeaflet(el);
    await press(el, '申込内容を確認する');
    await press(el, 'この内容で申し込む');
    await eventually(() => summary(el).length);
    expect(summary(el)).to.deep.equal([
      'ただいま受付時間外です。',
      '請負金額を契約書と合わせてください。',
      '預託金融機関を確かめてください。',
    ]);
    expect(errorAt(el, 'works/price')).to.contain('請負金額を契約書と合わせてください。');
    await type(el, 'works/price', '49,000,000');
    expect(errorAt(el, 'works/price')).to.equal('');
  });
});

describe('surety-application-form: nothing is lost', () => {
  it('keeps every letter on the way to 申込確認 and back, also of fields that are hidden meanwhile', async () => {
    const {el} = await mountForm();
    await fillLeaflet(el);
    await type(el, 'contact/personName', '辻󠄀 髙﨑𠮷');
    await press(el, '申込内容を確認する');
    await press(el, '入力に戻る');
    await openTab(el, 'その他');
    expect(control(el, 'contact/personName').value).to.equal('辻󠄀 髙﨑𠮷');
    await openTab(el, '保証の申込内容');
    await choose(el, 'guarantees/advance-payment'); // off
    expect(findAll(el, '[name="guarantees/advance-payment/guaranteeAmount"]')).to.have.length(0);
    await choose(el, 'guarantees/advance-payment'); // on again
    expect(control(el, 'guarantees/advance-payment/guaranteeAmount').value).to.equal('20,000,000');
  });

  it('returns to 申込確認 after one change', async () => {
    const {el} = await mountForm();
    await fillLeaflet(el);
    await press(el, '申込内容を確認する');
    const change = findAll(el, '.change').find(each => textOf(each) === '変更（前払金保証金額）');
    change?.click();
    await settled(el);
    expect(el.shadowRoot?.activeElement?.id).to.equal('guarantees/advance-payment/guaranteeAmount');
    await type(el, 'guarantees/advance-payment/guaranteeAmount', '1900万円');
    await press(el, '確認画面に戻る');
    expect(stepTitle(el)).to.contain('申込確認');
    expect(text(el)).to.contain('19,000,000円（1,900万円）');
  });

  it('puts back what was cleared', async () => {
    const {el} = await mountForm();
    await fillLeaflet(el);
    await openTab(el, '保証の申込内容');
    await press(el, '保証の申込内容をクリア');
    expect(control(el, 'guarantees/advance-payment').checked).to.equal(false);
    await press(el, '元に戻す');
    expect(control(el, 'guarantees/advance-payment').checked).to.equal(true);
    expect(control(el, 'guarantees/performance/guaranteeAmount').value).to.equal('5,000,000');
  });

  it('takes over what stays the same from an earlier application, and no amount, date or name of works', async () => {
    const {el} = await mountForm(undefined, {seed: 'leaflet'});
    await type(el, 'obligee/name', '別の町');
    await press(el, '以前の申込みを見る・写す');
    await eventually(() => findAll(el, '[data-copy]').length);
    await expect(el).to.be.accessible();
    findAll(el, '[data-copy]')[0]?.click();
    await el.updateComplete;
    expect(control(el, 'obligee/name').value).to.equal('にかほ市');
    expect(control(el, 'works/name').value).to.equal('');
    await openTab(el, '保証の申込内容');
    const at = (member: string) => control(el, `guarantees/advance-payment/${member}`).value;
    expect([at('depositBank/bank'), at('guaranteeAmount')]).to.deep.equal(['〇〇銀行', '']);
    await openTab(el, '請負工事の情報');
    await press(el, '元に戻す');
    expect(control(el, 'obligee/name').value).to.equal('別の町');
  });

  it('does not lose a letter that is typed while the list of a picker is being drawn', async () => {
    const {el} = await mountForm();
    const field = control(el, 'obligee/name');
    field.focus();
    for (const letter of ['に', 'か', 'ほ']) {
      field.setRangeText(letter, field.value.length, field.value.length, 'end');
      field.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true, data: letter}));
      await el.updateComplete;
    }
    expect(field.value).to.equal('にかほ');
  });

  it('prefills what the page knows, and gives back what is filled in', async () => {
    const content = leafletApplication();
    const {el} = await mountForm(html`<surety-application-form .value=${content}></surety-application-form>`);
    await eventually(() => findAll(el, '.rule').length);
    expect(control(el, 'works/price').value).to.equal('50,000,000');
    const value = el.getValue();
    expect(value?.works).to.deep.equal(content.works);
    expect(value?.guarantees['advance-payment']?.depositBank.name).to.equal('〇〇銀行　××支店');
  });
});

describe('surety-application-form: access', () => {
  it('is free of violations in every section and step', async () => {
    const {el} = await mountForm();
    await expect(el).to.be.accessible();
    await press(el, '申込内容を確認する');
    await expect(el).to.be.accessible();
    await fillLeaflet(el);
    await expect(el).to.be.accessible();
    await openTab(el, '保証の申込内容');
    find(el, '[data-help$="certificateForm"]').click();
    await el.updateComplete;
    await expect(el).to.be.accessible();
    await press(el, '申込内容を確認する');
    await expect(el).to.be.accessible();
    await press(el, 'この内容で申し込む');
    await settled(el);
    await expect(el).to.be.accessible();
  }).timeout(60_000);

  it('moves among the tabs by arrow keys, Home and End', async () => {
    const {el} = await mountForm();
    const at = () => el.shadowRoot?.activeElement?.id;
    find(el, '#tab-works').focus();
    for (const [key, id] of [
      ['ArrowRight', 'tab-guarantees'],
      ['End', 'tab-other'],
      ['ArrowRight', 'tab-works'],
      ['ArrowLeft', 'tab-other'],
      ['Home', 'tab-works'],
    ] as const) {
      el.shadowRoot?.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', {key, bubbles: true, composed: true, cancelable: true}),
      );
      await settled(el);
      expect(at()).to.equal(id);
      expect(find(el, `#${id}`).getAttribute('aria-selected')).to.equal('true');
    }
  });

  it('explains a field in the page and says whether the explanation is open', async () => {
    const {el} = await mountForm();
    const help = find(el, '[data-help="works/price"]');
    expect(help.getAttribute('aria-expanded')).to.equal('false');
    help.click();
    await el.updateComplete;
    expect(help.getAttribute('aria-expanded')).to.equal('true');
    const described = control(el, 'works/price').getAttribute('aria-describedby')?.split(' ') ?? [];
    expect(described.map(id => textOf(find(el, `[id="${id}"]`))).join()).to.contain('消費税を含む');
  });

  it('fits a screen of 320 px without scrolling sideways', async () => {
    await setViewport({width: 320, height: 640});
    const {el} = await mountForm();
    await fillLeaflet(el);
    for (const name of ['請負工事の情報', '保証の申込内容', 'その他']) {
      await openTab(el, name);
      expect(document.documentElement.scrollWidth, name).to.be.at.most(320);
    }
    await press(el, '申込内容を確認する');
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
    await setViewport({width: 1280, height: 800});
  });

  it('has targets of at least 44 px', async () => {
    const {el} = await mountForm();
    await fillLeaflet(el);
    for (const target of findAll(
      el,
      'button, input:not([type=radio], [type=checkbox]), select, label.choice',
    )) {
      const {height} = target.getBoundingClientRect();
      if (height) expect(height, `${target.id} ${textOf(target)}`).to.be.at.least(43.9);
    }
  });
});
