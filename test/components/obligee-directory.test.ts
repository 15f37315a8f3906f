import {aTimeout, expect, fixture, waitUntil} from '@open-wc/testing';
import {sendKeys, setViewport} from '@web/test-runner-commands';
import {html, type TemplateResult} from 'lit';
import '../../components/obligee-directory/define.js';
import type {SuretyObligeeDirectory} from '../../components/obligee-directory/obligee-directory.js';
import {readDirectory} from '../../demo/sandbox/data/directory.js';
import {createSandbox} from '../../demo/sandbox/index.js';
import type {Obligee} from '../../src/schemas/obligee.js';
import {eventually} from '../support/eventually.js';
import {fired} from '../support/fired.js';
import {mount, mountWithSandbox, settled, type MountSandboxOptions} from '../support/mount.js';
import {find, findAll, findButton, problem, textOf} from '../support/shadow.js';

const all = html`<surety-obligee-directory today="2026-10-01"></surety-obligee-directory>`;
const open = async (options: MountSandboxOptions = {}, template: TemplateResult = all) =>
  (await mountWithSandbox<SuretyObligeeDirectory>(template, options)).el;

const names = (el: Element) => findAll(el, '.entry h4').map(textOf);
const count = (el: Element) => textOf(find(el, '.count'));
const polite = (el: Element) => textOf(find(el, '[data-announcer=polite]'));

function entry(el: Element, name: string): HTMLElement {
  const found = findAll(el, '.entry').find(each => textOf(each.querySelector('h4')) === name);
  if (!found) throw new Error(`${name} is not listed.`);
  return found;
}

/** What stands beside a label in an entry. */
function factOf(el: Element, name: string, label: string): string {
  const row = [...entry(el, name).querySelectorAll('dl > div')].find(
    each => textOf(each.querySelector('dt')) === label,
  );
  return textOf(row?.querySelector('dd'));
}

async function search(el: SuretyObligeeDirectory, words: string, init: InputEventInit = {}) {
  const field = find<HTMLInputElement>(el, '#words');
  field.value = words;
  field.dispatchEvent(new InputEvent('input', {bubbles: true, ...init}));
  await el.updateComplete;
}

async function choose(el: SuretyObligeeDirectory, id: 'prefecture' | 'kind', value: string) {
  const select = find<HTMLSelectElement>(el, `#${id}`);
  select.value = value;
  select.dispatchEvent(new Event('change', {bubbles: true}));
  await el.updateComplete;
}

/** An obligee like にかほ市, save for what a test is about. */
function sample({
  rule,
  ...changes
}: Partial<Omit<Obligee, 'rule'>> & {rule?: Partial<Obligee['rule']>}): Obligee {
  const [nikaho] = readDirectory();
  if (!nikaho) throw new Error('The directory is empty.');
  return {...nikaho, ...changes, rule: {...nikaho.rule, ...rule}};
}

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
    await waitUntil(() => polite(el) === '1件の発注者');
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
    await waitUntil(() => polite(el) === 'にかほ市を選びました。');
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
    await waitUntil(() => names(el).length === 150);
    await waitUntil(() => el.shadowRoot?.activeElement?.getAttribute('data-code') === '050100');
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
    await waitUntil(() => el.shadowRoot?.querySelector('[part=loading]'));
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
    await waitUntil(() => names(el).length === 29);
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
    await waitUntil(() => names(el).length === 29);
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

describe('surety-obligee-directory with a list of its own', () => {
  const entries = readDirectory().map(({rule}) => rule as Record<string, unknown>);
  const feedOf = (obligees: readonly unknown[], changes: object = {}) => ({
    format: 'surety-obligee-feed',
    version: 1,
    updatedOn: '2026-09-28',
    publisher: '見本県建設業協会',
    obligees,
    ...changes,
  });

  /** The directory over a file of its own; `serve` says what the file is now. */
  async function openFeed(serve: (request: Request) => Response | Promise<Response>) {
    const asked: (string | null)[] = [];
    const el = document.createElement('surety-obligee-directory');
    el.today = '2026-10-01';
    el.feedSrc = '/obligees.json';
    el.fetch = async (input, init) => {
      const request = new Request(input, init);
      asked.push(request.headers.get('If-None-Match'));
      return serve(request);
    };
    const reads: {shown: number; fields: (string | undefined)[]}[] = [];
    el.addEventListener('surety-feed-read', ({detail: {shown, problems}}) =>
      reads.push({shown, fields: problems.map(({field}) => field)}),
    );
    const place = await fixture<HTMLElement>(html`<div></div>`);
    place.append(el);
    await settled(el);
    return {el, asked, reads};
  }
  const answer = (feed: unknown, tag = '"1"') =>
    new Response(typeof feed === 'string' ? feed : JSON.stringify(feed), {headers: {ETag: tag}});
  const report = (el: Element) => textOf(find(el, '[part~=feed-report]'));

  it('shows a file without any API, who keeps it, and when it was checked', async () => {
    const {el, reads} = await openFeed(() => answer(feedOf(entries)));
    expect(names(el)).to.have.length(29);
    expect(textOf(find(el, '.feed-source'))).to.equal('一覧の公開：見本県建設業協会 令和8年9月28日現在');
    expect(el.shadowRoot?.querySelector('[part~=feed-report]')).to.equal(null);
    expect(reads).to.deep.equal([{shown: 29, fields: []}]);
    await search(el, 'にかほ');
    expect(names(el)).to.deep.equal(['にかほ市']);
    await expect(el).to.be.accessible();
  });

  it('shows the entries that are right, and says of each other one which field to mend and how', async () => {
    const [first = {}, second = {}, third = {}] = entries;
    const {el, reads} = await openFeed(() =>
      answer(feedOf([first, {...second, start_date: '2026-02-30'}, {...third, paper_allowed: undefined}])),
    );
    expect(names(el)).to.deep.equal(['にかほ市']);
    expect(report(el)).to.contain('一覧のうち2件は、書き方に誤りがあるため表示していません。');
    find(el, '[part~=feed-report] summary').click();
    const lines = findAll(el, '.feed-problems li').map(textOf);
    expect(lines).to.deep.equal([
      '2件目（いちき串木野市） start_date（開始日）は、実際にある日を「2026-02-01」の形で書いてください。案内に書かれていないときは null と書いてください。 今の内容："2026-02-30"',
      '3件目（廿日市市） paper_allowed（紙の保証証書）がありません。書き足してください。案内に書かれていないときは null と書いてください。',
    ]);
    expect(reads).to.deep.equal([{shown: 1, fields: ['start_date', 'paper_allowed']}]);
    await expect(el).to.be.accessible();
  });

  it('shows what somebody wrote into a list as text', async () => {
    const name = '<img src=x onerror=alert(1)>';
    const {el} = await openFeed(() => answer(feedOf([{...entries[0], obligee: name}, {obligee: name}])));
    expect(names(el)).to.deep.equal([name]);
    expect(report(el)).to.contain(`2件目（${name}）`);
    expect(el.shadowRoot?.querySelector('img')).to.equal(null);
  });

  for (const [what, feed, sentence] of [
    ['a later form', feedOf([], {version: 2}), '1 と書くか、部品を新しくしてください'],
    ['a bare list', [], 'の形にしてください'],
    ['no JSON', '{"obligees": [,]}', 'かっこ、カンマ、引用符を確かめてください'],
  ] as const) {
    it(`says of ${what} that it cannot be read, and what to mend`, async () => {
      const {el} = await openFeed(() => answer(feed));
      expect(find(el, '[role=alert][part]')).to.contain.text('ページの管理者にお知らせください');
      expect(report(el)).to.contain(sentence);
      expect(names(el)).to.deep.equal([]);
      await expect(el).to.be.accessible();
    });
  }

  it('asks with the tag it knows, and 304 leaves everything in its place', async () => {
    let tag = '"1"';
    let file = feedOf(entries);
    const {el, asked, reads} = await openFeed(request =>
      request.headers.get('If-None-Match') === tag ? new Response(null, {status: 304}) : answer(file, tag),
    );
    await search(el, '尾道');
    const entryBefore = find(el, '.entry');
    el.reload();
    await eventually(() => asked.length === 2);
    expect(find(el, '.entry')).to.equal(entryBefore); // also while it is asked
    await settled(el);
    expect(find(el, '.entry')).to.equal(entryBefore);
    expect(find<HTMLInputElement>(el, '#words').value).to.equal('尾道');
    [tag, file] = ['"2"', feedOf(entries.slice(0, 3), {updatedOn: '2026-10-01'})];
    el.reload();
    await eventually(() => names(el).length === 0);
    await search(el, '');
    expect(names(el)).to.have.length(3);
    expect(asked).to.deep.equal([null, '"1"', '"1"']);
    expect(reads.map(({shown}) => shown)).to.deep.equal([29, 29, 3]);
  });

  it('keeps what it shows when the file cannot be fetched anew or has become unreadable', async () => {
    let serve = () => Promise.resolve(answer(feedOf(entries)));
    const {el} = await openFeed(() => serve());
    for (const next of [
      () => Promise.reject<Response>(new TypeError('fetch failed')),
      () => Promise.resolve(answer('{', '"2"')),
    ]) {
      serve = next;
      const failed = fired(el, 'surety-error', () => el.reload());
      expect((await failed).error.code).to.be.oneOf(['network', 'bad-response']);
      await settled(el);
      expect(names(el)).to.have.length(29);
      expect(textOf(find(el, '[part=stale]'))).to.contain('前に読み込んだ内容を表示しています');
      await expect(el).to.be.accessible();
    }
    serve = () => Promise.resolve(answer(feedOf(entries.slice(0, 2)), '"3"'));
    findButton(el, 'もう一度読み込む').click();
    await eventually(() => names(el).length === 2);
    expect(el.shadowRoot?.querySelector('[part=stale]')).to.equal(null);
  });

  it('asks anew when its page comes to the front again after a while, not after a moment', async () => {
    const {el, asked} = await openFeed(() => answer(feedOf(entries)));
    const now = Date.now;
    let visibility: DocumentVisibilityState = 'visible';
    Object.defineProperty(document, 'visibilityState', {configurable: true, get: () => visibility});
    const turn = (state: DocumentVisibilityState) => {
      visibility = state;
      document.dispatchEvent(new Event('visibilitychange'));
    };
    try {
      turn('hidden');
      turn('visible');
      await settled(el);
      expect(asked).to.have.length(1);
      turn('hidden');
      Date.now = () => now() + 11 * 60_000;
      turn('visible');
      await eventually(() => asked.length === 2);
    } finally {
      Date.now = now;
      Reflect.deleteProperty(document, 'visibilityState');
    }
  });

  it('says what to write where the address is none', async () => {
    const {el, asked} = await openFeed(() => answer(feedOf(entries)));
    el.feedSrc = 'javascript:alert(1)';
    await settled(el);
    expect(find(el, '[role=alert][part]')).to.contain.text('/obligees.json のように書いてください');
    expect(asked).to.have.length(1);
  });
});
