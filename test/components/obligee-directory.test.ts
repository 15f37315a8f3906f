import {expect} from '@open-wc/testing';
import {sendKeys, setViewport} from '@web/test-runner-commands';
import {html} from 'lit';
import type {SuretyObligeeDirectory} from '../../components/obligee-directory/obligee-directory.js';
import {createSandbox} from '../../demo/sandbox/index.js';
import {eventually} from '../support/eventually.js';
import {fired} from '../support/fired.js';
import {mount} from '../support/mount.js';
import {all, DirectoryHarness, open, sample} from '../support/obligee-directory.js';
import {findAll, problem, textOf} from '../support/shadow.js';

describe('surety-obligee-directory', () => {
  it('lists every obligee under its prefecture, from north to south', async () => {
    const directory = await open();
    expect(directory.names()).to.have.length(29);
    expect(directory.count()).to.equal('29件の発注者');
    const prefectures = directory.prefectures();
    expect(prefectures.slice(0, 4)).to.deep.equal(['北海道', '青森県', '秋田県', '福島県']);
    expect(prefectures.at(-1)).to.equal('鹿児島県');
    expect(new Set(prefectures).size).to.equal(prefectures.length);
  });

  it('fetches the list once, whatever is searched for', async () => {
    let requests = 0;
    const directory = await open({
      intercept: ({url}) => void (requests += Number(url.endsWith('/obligees'))),
    });
    await directory.search('にかほ');
    await directory.choose('保証の種類', 'performance');
    await directory.choose('都道府県', '秋田県');
    expect(directory.names()).to.deep.equal(['にかほ市']);
    expect(requests).to.equal(1);
  });

  for (const words of [
    'にかほ',
    'ニカホ',
    'ﾆｶﾎ',
    '秋田県にかほ市',
    '秋田　にかほ',
    'あきたけん',
    '052141',
    '０５２１４',
    ' にかほ市 ',
  ]) {
    it(`finds にかほ市 by 「${words}」`, async () => {
      const directory = await open();
      await directory.search(words);
      expect(directory.names()).to.deep.equal(['にかほ市']);
    });
  }

  it('waits for the end of a composition before it looks anything up', async () => {
    const directory = await open();
    directory.type('ｎ', {isComposing: true});
    directory.compose('尾道');
    expect(directory.names()).to.have.length(29);
    await eventually(() => directory.names().join() === '尾道市');
    expect(directory.searchField.value).to.equal('尾道');
  });

  it('narrows to the prefecture that the page names, with or without 県', async () => {
    for (const prefecture of ['広島県', '広島']) {
      const directory = await open(
        {},
        html`<surety-obligee-directory prefecture=${prefecture}></surety-obligee-directory>`,
      );
      expect(directory.names()).to.have.members(['廿日市市', '江田島市', '尾道市']);
      expect(directory.select('都道府県').value).to.equal('広島県');
    }
  });

  it('follows the page when it changes the prefecture, and lets the reader change it back', async () => {
    const directory = await open();
    directory.element.setAttribute('prefecture', '東京');
    await eventually(() => directory.names().join() === '国分寺市');
    await directory.choose('都道府県', '');
    expect(directory.names()).to.have.length(29);
    expect(directory.element.prefecture).to.equal('');
  });

  it('leaves out who does not take a kind of guarantee, and marks who leaves it open', async () => {
    const directory = await open();
    await directory.choose('保証の種類', 'interim-payment');
    expect(directory.names()).to.not.include('にかほ市');
    expect(directory.names()).to.include('浜松市');
    expect(directory.count()).to.equal(
      `${directory.names().length}件の発注者（うち2件は、この保証の取扱いが要確認）`,
    );
    expect(directory.factOf('浜松市', '保証の種類')).to.contain('要確認');
  });

  it('does not say that someone who is not listed takes nothing', async () => {
    const directory = await open();
    await directory.search('存在しない市');
    expect(directory.names()).to.deep.equal([]);
    expect(directory.emptyText()).to.contain('一覧にない発注者も、電子保証に対応している場合があります');
    expect(directory.count()).to.equal('0件の発注者');
    await expect(directory.element).to.be.accessible();
  });

  it('goes back to everyone by one button, and to the search field with it', async () => {
    const directory = await open();
    expect(directory.hasButton('条件をクリア')).to.equal(false);
    await directory.search('岐阜');
    for (const kind of ['performance', '', 'performance']) await directory.choose('保証の種類', kind); // as one who hesitates
    directory.press('条件をクリア');
    await eventually(() => directory.names().length === 29);
    expect(directory.searchField.value).to.equal('');
    expect(directory.select('保証の種類').value).to.equal('');
    expect(directory.focused()).to.equal(directory.searchField);
  });

  it('says the number of hits politely, once the typing has paused', async () => {
    const directory = await open();
    const said: string[] = [];
    const region = directory.element.shadowRoot?.querySelector('[data-announcer=polite]');
    const observer = new MutationObserver(() => said.push(textOf(region)));
    if (region) observer.observe(region, {childList: true, characterData: true, subtree: true});
    directory.type('岐');
    directory.type('岐阜市');
    await eventually(() => directory.announced() === '1件の発注者');
    observer.disconnect();
    expect(said.filter(Boolean)).to.deep.equal(['1件の発注者']);
  });

  it('tells from when, for which works and guarantees, in both calendars', async () => {
    const directory = await open();
    expect(directory.factOf('にかほ市', 'いつから')).to.equal(
      '令和8年（2026年）2月1日以降に入札公告をするもの',
    );
    expect(directory.factOf('にかほ市', '工事・業務')).to.equal('建設工事・業務委託');
    expect(directory.factOf('にかほ市', '保証の種類')).to.equal('前払金保証・契約保証');
    expect(directory.factOf('松山市', 'いつから')).to.contain('当初の契約を締結するもの');
    expect(directory.factOf('岐阜市', '範囲')).to.contain('契約課');
    expect(directory.factOf('国分寺市', '対象外')).to.equal('工事監理委託');
  });

  it('is no more exact about the start than the page', async () => {
    const directory = await open();
    expect(directory.factOf('糸魚川市', 'いつから')).to.equal('令和8年（2026年）1月以降に入札公告をするもの');
    expect(directory.factOf('滋賀県', 'いつから')).to.contain('判断の基準になる日は要確認');
    expect(directory.factOf('長岡市', 'いつから')).to.equal('開始日は要確認');
    expect(directory.openPointsOf('長岡市')).to.contain('開始日');
  });

  it('shows the second rule of an obligee beside the first', async () => {
    const directory = await open();
    const start = directory.factOf('弘前市', 'いつから');
    expect(start).to.contain('令和6年（2024年）4月1日以降に入札公告または指名通知をするもの');
    expect(start).to.contain('損害保険会社の証券：令和8年（2026年）2月1日以降に契約を締結するもの');
  });

  for (const [today, badge] of [
    ['2026-01-31', 'これから始まります'],
    ['2026-02-01', '開始しています'],
  ] as const) {
    it(`says 「${badge}」 of にかほ市 on ${today}`, async () => {
      const directory = await open(
        {},
        html`<surety-obligee-directory today=${today}></surety-obligee-directory>`,
      );
      expect(directory.badgeOf('にかほ市')).to.equal(badge);
    });
  }

  it('leaves open the month itself where the page names no day of it', async () => {
    const directory = await open(
      {},
      html`<surety-obligee-directory today="2026-01-20"></surety-obligee-directory>`,
    );
    expect(directory.badgeOf('糸魚川市')).to.equal('開始日は要確認');
  });

  it('quotes the rule with its source and the date of the page', async () => {
    const directory = await open();
    const quote = directory.quoteOf('いちき串木野市');
    expect(textOf(quote)).to.contain('「令和8年4月1日以降の契約締結分から');
    expect(textOf(quote)).to.contain('令和8年2月6日時点');
    const link = quote.querySelector('a');
    expect(link?.href).to.equal('https://www.city.ichikikushikino.lg.jp/zaisei2/2027densihosyou.html');
    expect(link?.rel).to.equal('noreferrer noopener');
    expect(textOf(link)).to.contain('いちき串木野市の情報').and.contain('新しいタブで開きます');
    expect(textOf(directory.quoteOf('にかほ市'))).to.contain('ページの日付は不明');
  });

  it('links to nothing but https', async () => {
    const urls = ['http://city.example.jp/', 'javascript:alert(1)', 'https//broken', null];
    const obligees = urls.map((url, index) =>
      sample({code: `00000${index}`, name: `見本${index}市`, rule: {obligee: `見本${index}市`, url}}),
    );
    const directory = await open({obligees});
    expect(findAll(directory.element, 'a')).to.deep.equal([]);
    expect(textOf(directory.quoteOf('見本0市'))).to.contain('http://city.example.jp/');
    expect(textOf(directory.quoteOf('見本3市'))).to.contain('出典：発注者の案内');
  });

  it('tells where to hand in, for each kind that goes its own way', async () => {
    const directory = await open();
    expect(directory.factOf('糸魚川市', '提出先')).to.contain('契約保証：財政課（メール）');
    expect(directory.factOf('糸魚川市', '提出先')).to.contain(
      '前払金保証・中間前払金保証：事業担当課（メール）',
    );
    expect(directory.factOf('にかほ市', '提出先')).to.equal('にかほ市（メール）');
    expect(directory.factOf('廿日市市', '提出先')).to.contain('要確認');
    expect(directory.factOf('知立市', '紙の保証証書')).to.contain('要確認');
    expect(directory.factOf('にかほ市', '紙の保証証書')).to.equal('紙の保証証書も選べます');
  });

  it('says that paper is refused only when the page does', async () => {
    const directory = await open({obligees: [sample({rule: {paper_allowed: false}})]});
    expect(directory.factOf('にかほ市', '紙の保証証書')).to.equal('紙の保証証書は受け付けていません');
  });

  it('names the works where the page gives kinds but no words', async () => {
    const directory = await open({
      obligees: [sample({rule: {contract_kinds_text: null, contract_kinds: ['construction', 'survey']}})],
    });
    expect(directory.factOf('にかほ市', '工事・業務')).to.equal('建設工事・測量');
  });

  it('tells the page which obligee was chosen, and the reader too', async () => {
    const directory = await open();
    const button = directory.entry('にかほ市').querySelector('button');
    expect(textOf(button)).to.equal('この発注者を選ぶ（にかほ市）');
    const detail = await fired(directory.element, 'surety-obligee-select', () => button?.click());
    expect(detail).to.deep.equal({code: '052141', name: 'にかほ市'});
    await directory.element.updateComplete;
    const chosen = directory.entries().filter(each => textOf(each).includes('選択中'));
    expect(chosen).to.deep.equal([directory.entry('にかほ市')]);
    await eventually(() => directory.announced() === 'にかほ市を選びました。');
  });

  it('can be used with the keyboard alone', async () => {
    const directory = await open();
    directory.element.focus();
    await sendKeys({type: '052141'});
    await eventually(() => directory.names().join() === 'にかほ市');
    const chosen = fired(directory.element, 'surety-obligee-select', () => undefined);
    for (let tabs = 0; tabs < 8; tabs += 1) {
      await sendKeys({press: 'Tab'});
      if (directory.focusedName().startsWith('この発注者を選ぶ')) break;
    }
    await sendKeys({press: 'Enter'});
    expect((await chosen).name).to.equal('にかほ市');
  });

  it('shows a long directory piece by piece, and goes on where the new ones begin', async () => {
    const obligees = Array.from({length: 150}, (_, index) =>
      sample({code: `05${String(index).padStart(4, '0')}`, name: `見本${index}市`}),
    );
    const directory = await open({obligees});
    expect(directory.names()).to.have.length(100);
    expect(directory.count()).to.equal('150件の発注者');
    directory.press('さらに表示（残り50件）');
    await eventually(() => directory.names().length === 150);
    await eventually(() => directory.focusedName() === 'この発注者を選ぶ（見本100市）');
    await eventually(() => directory.announced() === '50件を追加しました。150件を表示しています。');
    await directory.search('見本149');
    expect(directory.names()).to.deep.equal(['見本149市']);
  });

  it('shows its own words, or those of the page, when nobody is listed', async () => {
    const directory = await open({obligees: []});
    expect(directory.emptyText()).to.equal('一覧に発注者はまだありません。');
    await expect(directory.element).to.be.accessible();
  });

  it('says that it is loading', async () => {
    const el = await mount<SuretyObligeeDirectory>(all, {
      fetch: () => new Promise(() => undefined),
      settle: false,
    });
    await eventually(() => new DirectoryHarness(el).loadingText() === '読み込んでいます');
    await expect(el).to.be.accessible();
  });

  it('tells a failure to the reader and the page, and loads when tried again', async () => {
    const sandbox = createSandbox();
    let isDown = true;
    const codes: string[] = [];
    const listen = (event: Event) =>
      codes.push((event as HTMLElementEventMap['surety-error']).detail.error.code);
    document.addEventListener('surety-error', listen);
    const el = await mount<SuretyObligeeDirectory>(all, {
      fetch: (input, init) =>
        isDown ? Promise.resolve(problem(403)) : sandbox.fetch(new Request(input, init)),
    });
    document.removeEventListener('surety-error', listen);
    expect(codes).to.deep.equal(['forbidden']);
    const directory = new DirectoryHarness(el);
    expect(directory.alert()).to.contain('権限がありません');
    await expect(directory.element).to.be.accessible();
    isDown = false;
    directory.press('もう一度読み込む');
    await eventually(() => directory.names().length === 29);
  });

  it('needs no signed-in person', async () => {
    const headers: (string | null)[] = [];
    const sandbox = createSandbox();
    const el = document.createElement('surety-obligee-directory');
    el.apiBase = '/v1';
    el.fetch = (input, init) => {
      const request = new Request(input, init);
      headers.push(request.headers.get('Authorization'));
      return sandbox.fetch(request);
    };
    document.body.append(el);
    const directory = new DirectoryHarness(el);
    await eventually(() => directory.names().length === 29);
    expect(headers).to.deep.equal([null]);
    el.remove();
  });

  it('is accessible, also with the details open and someone chosen', async () => {
    const directory = await open();
    await directory.search('新潟');
    directory.openAllDetails();
    directory.press('この発注者を選ぶ');
    await directory.element.updateComplete;
    await expect(directory.element).to.be.accessible();
  });

  it('fits 320 px, with targets of 44 px', async () => {
    await setViewport({width: 320, height: 700});
    try {
      const directory = await open();
      directory.openAllDetails();
      expect(document.documentElement.scrollWidth).to.be.at.most(320);
      for (const each of findAll(directory.element, 'button, summary, input, select')) {
        expect(each.getBoundingClientRect().height, textOf(each)).to.be.at.least(44);
      }
    } finally {
      await setViewport({width: 800, height: 600});
    }
  });
});
