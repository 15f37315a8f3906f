import {aTimeout, expect} from '@open-wc/testing';
import {sendKeys, setViewport} from '@web/test-runner-commands';
import {html} from 'lit';
import '../../components/obligee-directory/define.js';
import type {SuretyObligeeDirectory} from '../../components/obligee-directory/obligee-directory.js';
import {createSandbox} from '../../demo/sandbox/index.js';
import {eventually} from '../support/eventually.js';
import {fired} from '../support/fired.js';
import {mount, settled} from '../support/mount.js';
import {find, findAll, findButton, problem, textOf} from '../support/shadow.js';
import {
  all,
  choose,
  count,
  entry,
  factOf,
  names,
  open,
  polite,
  sample,
  search,
} from '../support/obligee-directory.js';

describe('surety-obligee-directory', () => {
  it('lists every obligee under its prefecture, from north to south', async () => {
    const el = await open();
    expect(names(el)).to.have.length(29);
    expect(count(el)).to.equal('29件の発注者');
    const prefectures = findAll(el, 'h3').map(textOf);
    expect(prefectures.slice(0, 4)).to.deep.equal(['北海道', '青森県', '秋田県', '福島県']);
    expect(prefectures.at(-1)).to.equal('鹿児島県');
    expect(new Set(prefectures).size).to.equal(prefectures.length);
  });

  it('fetches the list once, whatever is searched for', async () => {
    let requests = 0;
    const el = await open({intercept: ({url}) => void (requests += Number(url.endsWith('/obligees')))});
    await search(el, 'にかほ');
    await choose(el, 'kind', 'performance');
    await choose(el, 'prefecture', '秋田県');
    expect(names(el)).to.deep.equal(['にかほ市']);
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
      const el = await open();
      await search(el, words);
      expect(names(el)).to.deep.equal(['にかほ市']);
    });
  }

  it('waits for the end of a composition before it looks anything up', async () => {
    const el = await open();
    await search(el, 'ｎ', {isComposing: true});
    expect(names(el)).to.have.length(29);
    const field = find<HTMLInputElement>(el, '#words');
    field.value = '尾道';
    field.dispatchEvent(new CompositionEvent('compositionend', {bubbles: true, data: '尾道'}));
    await el.updateComplete;
    expect(names(el)).to.deep.equal(['尾道市']);
  });

  it('narrows to the prefecture that the page names, with or without 県', async () => {
    for (const prefecture of ['広島県', '広島']) {
      const el = await open(
        {},
        html`<surety-obligee-directory prefecture=${prefecture}></surety-obligee-directory>`,
      );
      expect(names(el)).to.have.members(['廿日市市', '江田島市', '尾道市']);
      expect(find<HTMLSelectElement>(el, '#prefecture').value).to.equal('広島県');
    }
  });

  it('follows the page when it changes the prefecture, and lets the reader change it back', async () => {
    const el = await open();
    el.setAttribute('prefecture', '東京');
    await el.updateComplete;
    expect(names(el)).to.deep.equal(['国分寺市']);
    await choose(el, 'prefecture', '');
    expect(names(el)).to.have.length(29);
    expect(el.prefecture).to.equal('');
  });

  it('leaves out who does not take a kind of guarantee, and marks who leaves it open', async () => {
    const el = await open();
    await choose(el, 'kind', 'interim-payment');
    expect(names(el)).to.not.include('にかほ市');
    expect(names(el)).to.include('浜松市');
    expect(count(el)).to.equal(`${names(el).length}件の発注者（うち2件は、この保証の取扱いが要確認）`);
    expect(factOf(el, '浜松市', '保証の種類')).to.contain('要確認');
  });

  it('does not say that someone who is not listed takes nothing', async () => {
    const el = await open();
    await search(el, '存在しない市');
    expect(names(el)).to.deep.equal([]);
    expect(textOf(find(el, '[part=empty]'))).to.contain(
      '一覧にない発注者も、電子保証に対応している場合があります',
    );
    expect(count(el)).to.equal('0件の発注者');
    await expect(el).to.be.accessible();
  });

  it('goes back to everyone by one button, and to the search field with it', async () => {
    const el = await open();
    expect(el.shadowRoot?.querySelector('[data-clear]')).to.equal(null);
    await search(el, '岐阜');
    for (const kind of ['performance', '', 'performance']) await choose(el, 'kind', kind); // as one who hesitates
    findButton(el, '条件をクリア').click();
    await el.updateComplete;
    expect(names(el)).to.have.length(29);
    expect(find<HTMLInputElement>(el, '#words').value).to.equal('');
    expect(find<HTMLSelectElement>(el, '#kind').value).to.equal('');
    expect(el.shadowRoot?.activeElement?.id).to.equal('words');
  });

  it('says the number of hits politely, once the typing has paused', async () => {
    const el = await open();
    await aTimeout(700);
    expect(polite(el)).to.equal('');
    await search(el, '岐');
    await search(el, '岐阜市');
    expect(polite(el)).to.equal('');
    await eventually(() => polite(el) === '1件の発注者');
  });

  it('tells from when, for which works and guarantees, in both calendars', async () => {
    const el = await open();
    expect(factOf(el, 'にかほ市', 'いつから')).to.equal('令和8年（2026年）2月1日以降に入札公告をするもの');
    expect(factOf(el, 'にかほ市', '工事・業務')).to.equal('建設工事・業務委託');
    expect(factOf(el, 'にかほ市', '保証の種類')).to.equal('前払金保証・契約保証');
    expect(factOf(el, '松山市', 'いつから')).to.contain('当初の契約を締結するもの');
    expect(factOf(el, '岐阜市', '範囲')).to.contain('契約課');
    expect(factOf(el, '国分寺市', '対象外')).to.equal('工事監理委託');
  });

  it('is no more exact about the start than the page', async () => {
    const el = await open();
    expect(factOf(el, '糸魚川市', 'いつから')).to.equal('令和8年（2026年）1月以降に入札公告をするもの');
    expect(factOf(el, '滋賀県', 'いつから')).to.contain('判断の基準になる日は要確認');
    expect(factOf(el, '長岡市', 'いつから')).to.equal('開始日は要確認');
    expect(textOf(entry(el, '長岡市').querySelector('.open-points'))).to.contain('開始日');
  });

  it('shows the second rule of an obligee beside the first', async () => {
    const el = await open();
    const start = factOf(el, '弘前市', 'いつから');
    expect(start).to.contain('令和6年（2024年）4月1日以降に入札公告または指名通知をするもの');
    expect(start).to.contain('損害保険会社の証券：令和8年（2026年）2月1日以降に契約を締結するもの');
  });

  for (const [today, badge] of [
    ['2026-01-31', 'これから始まります'],
    ['2026-02-01', '開始しています'],
  ] as const) {
    it(`says 「${badge}」 of にかほ市 on ${today}`, async () => {
      const el = await open({}, html`<surety-obligee-directory today=${today}></surety-obligee-directory>`);
      expect(textOf(entry(el, 'にかほ市').querySelector('.badge'))).to.equal(badge);
    });
  }

  it('leaves open the month itself where the page names no day of it', async () => {
    const el = await open({}, html`<surety-obligee-directory today="2026-01-20"></surety-obligee-directory>`);
    expect(textOf(entry(el, '糸魚川市').querySelector('.badge'))).to.equal('開始日は要確認');
  });

  it('quotes the rule with its source and the date of the page', async () => {
    const el = await open();
    const quote = entry(el, 'いちき串木野市').querySelector('figure');
    expect(textOf(quote)).to.contain('「令和8年4月1日以降の契約締結分から');
    expect(textOf(quote)).to.contain('令和8年2月6日時点');
    const link = quote?.querySelector('a');
    expect(link?.href).to.equal('https://www.city.ichikikushikino.lg.jp/zaisei2/2027densihosyou.html');
    expect(link?.rel).to.equal('noreferrer noopener');
    expect(textOf(link)).to.contain('いちき串木野市の情報').and.contain('新しいタブで開きます');
    expect(textOf(entry(el, 'にかほ市').querySelector('figure'))).to.contain('ページの日付は不明');
  });

  it('links to nothing but https', async () => {
    const urls = ['http://city.example.jp/', 'javascript:alert(1)', 'https//broken', null];
    const obligees = urls.map((url, index) =>
      sample({code: `00000${index}`, name: `見本${index}市`, rule: {obligee: `見本${index}市`, url}}),
    );
    const el = await open({obligees});
    expect(findAll(el, 'a')).to.deep.equal([]);
    expect(textOf(entry(el, '見本0市').querySelector('figure'))).to.contain('http://city.example.jp/');
    expect(textOf(entry(el, '見本3市').querySelector('figure'))).to.contain('出典：発注者の案内');
  });

  it('tells where to hand in, for each kind that goes its own way', async () => {
    const el = await open();
    expect(factOf(el, '糸魚川市', '提出先')).to.contain('契約保証：財政課（メール）');
    expect(factOf(el, '糸魚川市', '提出先')).to.contain('前払金保証・中間前払金保証：事業担当課（メール）');
    expect(factOf(el, 'にかほ市', '提出先')).to.equal('にかほ市（メール）');
    expect(factOf(el, '廿日市市', '提出先')).to.contain('要確認');
    expect(factOf(el, '知立市', '紙の保証証書')).to.contain('要確認');
    expect(factOf(el, 'にかほ市', '紙の保証証書')).to.equal('紙の保証証書も選べます');
  });

  it('says that paper is refused only when the page does', async () => {
    const el = await open({obligees: [sample({rule: {paper_allowed: false}})]});
    expect(factOf(el, 'にかほ市', '紙の保証証書')).to.equal('紙の保証証書は受け付けていません');
  });

  it('names the works where the page gives kinds but no words', async () => {
    const el = await open({
      obligees: [sample({rule: {contract_kinds_text: null, contract_kinds: ['construction', 'survey']}})],
    });
    expect(factOf(el, 'にかほ市', '工事・業務')).to.equal('建設工事・測量');
  });

  it('tells the page which obligee was chosen, and the reader too', async () => {
    const el = await open();
    const button = entry(el, 'にかほ市').querySelector('button');
    expect(textOf(button)).to.equal('この発注者を選ぶ（にかほ市）');
    const detail = await fired(el, 'surety-obligee-select', () => button?.click());
    expect(detail).to.deep.equal({code: '052141', name: 'にかほ市'});
    await el.updateComplete;
    expect(entry(el, 'にかほ市')).to.contain.text('選択中');
    expect(findAll(el, '[data-selected]')).to.have.length(1);
    await eventually(() => polite(el) === 'にかほ市を選びました。');
  });

  it('can be used with the keyboard alone', async () => {
    const el = await open();
    el.focus();
    await sendKeys({type: '052141'});
    await settled(el);
    expect(names(el)).to.deep.equal(['にかほ市']);
    const chosen = fired(el, 'surety-obligee-select', () => undefined);
    for (let tabs = 0; tabs < 8; tabs += 1) {
      await sendKeys({press: 'Tab'});
      if (el.shadowRoot?.activeElement?.matches('[data-code]')) break;
    }
    await sendKeys({press: 'Enter'});
    expect((await chosen).name).to.equal('にかほ市');
  });

  it('shows a long directory piece by piece, and goes on where the new ones begin', async () => {
    const obligees = Array.from({length: 150}, (_, index) =>
      sample({code: `05${String(index).padStart(4, '0')}`, name: `見本${index}市`}),
    );
    const el = await open({obligees});
    expect(names(el)).to.have.length(100);
    expect(count(el)).to.equal('150件の発注者');
    findButton(el, 'さらに表示（残り50件）').click();
    await eventually(() => names(el).length === 150);
    await eventually(() => el.shadowRoot?.activeElement?.getAttribute('data-code') === '050100');
    await search(el, '見本149');
    expect(names(el)).to.deep.equal(['見本149市']);
  });

  it('shows its own words, or those of the page, when nobody is listed', async () => {
    const el = await open({obligees: []});
    expect(textOf(find(el, 'slot[name=empty]'))).to.equal('一覧に発注者はまだありません。');
    await expect(el).to.be.accessible();
  });

  it('says that it is loading', async () => {
    const el = await mount<SuretyObligeeDirectory>(all, {
      fetch: () => new Promise(() => undefined),
      settle: false,
    });
    await eventually(() => el.shadowRoot?.querySelector('[part=loading]'));
    expect(textOf(find(el, '[role=status][part=loading]'))).to.equal('読み込んでいます');
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
    expect(find(el, '[role=alert][part=error]')).to.contain.text('権限がありません');
    await expect(el).to.be.accessible();
    isDown = false;
    findButton(el, 'もう一度読み込む').click();
    await eventually(() => names(el).length === 29);
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
    await eventually(() => names(el).length === 29);
    expect(headers).to.deep.equal([null]);
    el.remove();
  });

  it('is accessible, also with the details open and someone chosen', async () => {
    const el = await open();
    await search(el, '新潟');
    for (const details of findAll(el, 'details')) (details as HTMLDetailsElement).open = true;
    find(el, '[data-code]').click();
    await el.updateComplete;
    await expect(el).to.be.accessible();
  });

  it('fits 320 px, with targets of 44 px', async () => {
    await setViewport({width: 320, height: 700});
    try {
      const el = await open();
      for (const details of findAll(el, 'details')) (details as HTMLDetailsElement).open = true;
      expect(document.documentElement.scrollWidth).to.be.at.most(320);
      for (const each of findAll(el, 'button, summary, input, select')) {
        expect(each.getBoundingClientRect().height, textOf(each)).to.be.at.least(44);
      }
    } finally {
      await setViewport({width: 800, height: 600});
    }
  });
});
