import {expect, nextFrame} from '@open-wc/testing';
import {sendKeys, setViewport} from '@web/test-runner-commands';
import {mountContracts, mountList} from '../support/contract-list.js';
import {eventually} from '../support/eventually.js';
import {fired} from '../support/fired.js';
import {sampleContracts} from '../../stories/sample-contracts.js';
import {findButton, problem, textOf} from '../support/shadow.js';

/** Heights are whole pixels, so two bodies may be parted by one. */
const SEAM = 4;

const mountMany = (count: number) => mountContracts(sampleContracts(count));

describe('a surety-contract-list with few rows', () => {
  it('keeps all of them in the page, with no box of its own to scroll', async () => {
    const list = await mountMany(142);
    expect(list.rows().map(({place}) => place)).to.deep.equal(Array.from({length: 142}, (_, row) => row + 1));
    expect(list.hasScrollBox()).to.equal(false);
    const last = list.rows().at(-1)?.element.querySelector('button');
    last?.focus();
    expect(list.focused() === last).to.equal(true);
  });

  it('can be found with words in the page, the last row too', async () => {
    const list = await mountMany(142);
    const name = sampleContracts(142)[141]?.number ?? '';
    expect((window as unknown as {find(words: string): boolean}).find(name)).to.equal(true);
    const row = list.rows().at(-1)?.element;
    await eventually(() => row && list.isSeen(row) && row.getBoundingClientRect().top < window.innerHeight);
    getSelection()?.removeAllRanges();
    window.scrollTo(0, 0);
  });
});

describe('a surety-contract-list with 100,000 rows', () => {
  // Also after a failure, which else would bring others.
  afterEach(() => setViewport({width: 1280, height: 800}));

  it('draws the ones in sight, says how many there are and where each one stands', async () => {
    const list = await mountMany(100_000);
    expect(list.rows().length).to.be.lessThan(60);
    expect(list.table.getAttribute('aria-rowcount')).to.equal('100001');
    expect(list.count()).to.equal('100,000件を表示しています。');
    expect(list.blankPixels()).to.be.lessThan(SEAM);
    await list.scrollTo(list.box.scrollHeight);
    expect(list.places().at(-1)).to.equal(100_000);
    const order = list.rows().map(({place}) => place);
    expect(order).to.deep.equal([...order].sort((one, other) => one - other));
    expect(list.blankPixels()).to.be.lessThan(SEAM);
  });

  it('shows the last one at the end of the scroll bar, also of more cards than a box can be tall', async () => {
    await setViewport({width: 320, height: 640});
    try {
      const list = await mountMany(99_998);
      await list.scrollTo(list.box.scrollHeight);
      expect(list.places().at(-1)).to.equal(99_998);
      expect(list.blankPixels()).to.be.lessThan(SEAM);
    } finally {
      await setViewport({width: 1280, height: 800});
    }
  });

  it('is a region with a name that the keyboard reaches and scrolls, and is accessible', async () => {
    const list = await mountMany(1_000);
    const box = list.box;
    expect([box.getAttribute('role'), box.getAttribute('aria-label'), box.tabIndex]).to.deep.equal([
      'region',
      '保証契約一覧',
      0,
    ]);
    expect(list.text()).to.contain('ページ内検索');
    await expect(list.element).to.be.accessible();
  });

  it('leads Home, End and the page keys where they say, at once and one right after the other', async () => {
    const list = await mountMany(1_000);
    const box = list.box;
    const press = async (key: string) => {
      await sendKeys({press: key});
      expect(list.blankPixels(), key).to.be.lessThan(SEAM);
      return list.places();
    };
    box.focus();
    const first = list.places();
    const end = await press('End');
    expect(end.at(-1)).to.equal(1_000);
    expect(box.scrollTop).to.be.closeTo(box.scrollHeight - box.clientHeight, 1);
    expect((await press('Home'))[0]).to.equal(1);
    expect(box.scrollTop).to.equal(0);
    // A row that was the last one is still there to read on from, and none is left out.
    const next = await press('PageDown');
    expect(next[0]).to.be.within((first.at(-1) ?? 0) - 2, first.at(-1) ?? 0);
    expect(await press('PageUp')).to.deep.equal(first);
    await press('End');
    const before = await press('PageUp');
    expect(before.at(-1)).to.be.within(end[0] ?? 0, (end[0] ?? 0) + 2);
    expect(await press('PageDown')).to.deep.equal(end);
  });

  it('leaves the keys to the page at either end, and to whoever means something else by them', async () => {
    const list = await mountMany(1_000);
    const box = list.box;
    const isTaken = (key: string, more: KeyboardEventInit = {}) =>
      !box.dispatchEvent(new KeyboardEvent('keydown', {key, cancelable: true, ...more}));
    expect(['Home', 'PageUp', 'ArrowDown', ' '].map(key => isTaken(key))).to.not.include(true);
    expect(isTaken('End', {ctrlKey: true})).to.equal(false);
    expect(isTaken('End', {shiftKey: true})).to.equal(false);
    expect(box.scrollTop).to.equal(0);
    expect(isTaken('End')).to.equal(true);
    expect(['End', 'PageDown'].map(key => isTaken(key))).to.not.include(true);
    expect(isTaken('Home')).to.equal(true);
  });

  it('leads to the last of 100,000 cards and back, though no browser draws a box so tall', async () => {
    await setViewport({width: 320, height: 640});
    const list = await mountMany(100_000);
    list.box.focus();
    await sendKeys({press: 'End'});
    expect(list.places().at(-1)).to.equal(100_000);
    await sendKeys({press: 'PageUp'});
    await sendKeys({press: 'PageDown'});
    expect(list.places().at(-1)).to.equal(100_000);
    await sendKeys({press: 'Home'});
    expect(list.places()[0]).to.equal(1);
    expect(list.blankPixels()).to.be.lessThan(SEAM);
    await setViewport({width: 1280, height: 800});
  });

  it('leaves no gap while it is scrolled up, down and far away', async () => {
    const list = await mountMany(10_000);
    const far = list.box.scrollHeight;
    const stops = [300, 900, 5_000, far / 2, far / 2 - 400, far / 2 - 1_500, far, far - 700, 0];
    for (const stop of stops) {
      await list.scrollTo(stop);
      expect(list.blankPixels(), `at ${stop}`).to.be.lessThan(SEAM);
      const seen = list.places();
      expect(seen, `at ${stop}`).to.deep.equal(seen.map((_, index) => (seen[0] ?? 0) + index));
    }
  });

  it('is read in the order of its rows as soon as it stands still', async () => {
    const list = await mountMany(10_000);
    for (const stop of [700, 1_400, 2_100, 1_000, 300, 9_000, 8_300]) {
      await list.scrollTo(stop);
      await eventually(() => {
        const read = list.rows().map(({place}) => place);
        return read.every((row, index) => index === 0 || row === (read[index - 1] ?? 0) + 1);
      }, `rows are out of order at ${stop}`);
    }
  });

  it('leads Tab to the row below also while it still moves', async () => {
    const list = await mountMany(10_000);
    for (const stop of [500, 1_000, 1_500, 2_000]) await list.scrollTo(stop);
    const buttons = list.seen().map(({element}) => findButton(element, '詳細'));
    const button = buttons[2];
    button?.focus({preventScroll: true});
    list.box.scrollTop += 200;
    await nextFrame();
    const seen: number[] = [];
    for (let press = 0; press < 20; press++) {
      const row = list.rows().find(({element}) => element.contains(list.focused()));
      if (row) seen.push(row.place);
      await sendKeys({press: 'Tab'});
    }
    expect(seen).to.deep.equal(seen.toSorted((one, other) => one - other));
    expect(new Set(seen).size).to.be.greaterThan(8);
  });

  it('uses the nodes of rows that have gone for those that come', async () => {
    const list = await mountMany(10_000);
    await list.scrollTo(20_000);
    const nodes = new Set(list.rows().map(({element}) => element));
    await list.scrollTo(200_000);
    expect(list.rows().filter(({element}) => !nodes.has(element)).length).to.be.at.most(10);
  });

  it('keeps the focused button while its row is far away, and goes on from there', async () => {
    const list = await mountMany(1_000);
    const row3 = list.rows()[2]?.element;
    const button = row3 && findButton(row3, '詳細');
    button?.focus();
    await list.scrollTo(30_000);
    expect(list.focused()).to.equal(button);
    expect(button?.getAttribute('aria-label')).to.contain(sampleContracts(3)[2]?.number);
    await sendKeys({press: 'Tab'});
    await sendKeys({press: 'Tab'});
    const row = list.focused()?.closest('tr');
    expect(row?.getAttribute('aria-rowindex')).to.equal('5');
    await eventually(() => row && list.isSeen(row), 'the focus went where nobody sees it');
  });

  it('keeps the focus wherever one scrolls to, up or down, by little or by much', async () => {
    const list = await mountMany(1_000);
    await list.scrollTo(20_000);
    const seen = list.seen().map(({element}) => findButton(element, '詳細'));
    const button = seen[Math.floor(seen.length / 2)];
    button?.focus({preventScroll: true});
    const wasAt = list.box.scrollTop;
    for (const pixels of [400, -400, 900, -900, 1_500, -1_500, 8_000, -8_000, 300, 40_000, -15_000]) {
      await list.scrollTo(wasAt + pixels);
      expect(list.focused() === button, `${pixels} px away`).to.equal(true);
    }
  });

  it('leads Tab through every row, drawn already or not', async () => {
    const list = await mountMany(1_000);
    list.rows()[0]?.element.querySelector('button')?.focus();
    const seen: string[] = [];
    for (let row = 0; row < 14; row++) {
      seen.push(list.focused()?.closest('tr')?.getAttribute('aria-rowindex') ?? '');
      const wasAt = seen.at(-1);
      while (list.focused()?.closest('tr')?.getAttribute('aria-rowindex') === wasAt) {
        await sendKeys({press: 'Tab'});
        await nextFrame();
      }
    }
    expect(seen).to.deep.equal(Array.from({length: 14}, (_, row) => String(row + 2)));
  });

  it('shows what a search finds from the top, also when one was far down', async () => {
    const list = await mountMany(10_000);
    await list.scrollTo(400_000);
    await list.search('鶴岡 測量');
    expect(list.box.scrollTop).to.equal(0);
    expect(list.places()[0]).to.equal(1);
    expect(list.rows().every(({text}) => text.includes('鶴岡市'))).to.equal(true);
    expect(list.blankPixels()).to.be.lessThan(SEAM);
  });

  it('finds a few rows from far down without leaving the box behind', async () => {
    const list = await mountMany(10_000);
    await list.scrollTo(400_000);
    await list.search('第777号');
    expect(list.rows()).to.have.length(1);
    expect(list.hasScrollBox()).to.equal(false);
    expect(list.rows()[0]?.element.getBoundingClientRect().height).to.be.greaterThan(20);
    await expect(list.element).to.be.accessible();
  });

  it('marks the chosen row, comes back to it, and keeps its place while it was hidden', async () => {
    const list = await mountMany(10_000);
    await list.scrollTo(250_000);
    const [first] = list.seen();
    const {contractNumber} = await fired(list.element, 'surety-contract-select', () => first?.press('詳細'));
    const top = list.box.scrollTop;
    list.element.hidden = true;
    await nextFrame();
    list.element.hidden = false;
    await nextFrame();
    await nextFrame();
    expect(list.box.scrollTop).to.be.closeTo(top, 1);
    expect(list.rows().find(({isMarked}) => isMarked)?.number).to.equal(contractNumber);
    await list.scrollTo(0);
    list.element.focus();
    const row = list.focused()?.closest('tr');
    expect(textOf(row)).to.contain(contractNumber);
    await eventually(() => row && list.isSeen(row));
  });

  it('keeps the row that is read where it is when the rows are drawn narrower', async () => {
    const list = await mountMany(10_000);
    await list.scrollTo(250_000);
    const before = list.places()[0] ?? 0;
    await setViewport({width: 320, height: 640});
    // Rows stand in blocks of five, and the heights of those that were not drawn yet are estimates.
    const distance = () => Math.abs((list.places()[0] ?? 0) - before);
    await eventually(() => list.blankPixels() < SEAM && distance() <= 10, 'another row is read');
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
    await expect(list.element).to.be.accessible();
  });

  it('puts every row on paper, and takes them out again', async () => {
    const list = await mountMany(400);
    await list.scrollTo(9_000);
    const seen = list.places()[0];
    window.dispatchEvent(new Event('beforeprint'));
    expect(list.rows()).to.have.length(400);
    window.dispatchEvent(new Event('afterprint'));
    await nextFrame();
    expect(list.rows().length).to.be.lessThan(60);
    expect(list.places()[0]).to.equal(seen);
  });
});

describe('contracts that the page gives to surety-contract-list', () => {
  const mountAll = async (count: number) => ({
    all: sampleContracts(count),
    list: await mountMany(count),
  });

  it('are searched as forgivingly as the API does, without asking it', async () => {
    const {list, all} = await mountAll(200); // mount() gives a fetch that fails
    await list.search('ﾊｼﾘｮｳ その2'.replace('ﾊｼ', '橋')); // 橋ﾘｮｳ
    const expected = all.filter(({worksName}) => worksName.includes('橋りょう')).map(({number}) => number);
    expect(expected).to.have.length(40);
    expect(list.numbers()).to.deep.equal(expected);
    await list.search(all[7]?.number.replace('-', '') ?? '');
    expect(list.numbers()).to.deep.equal([all[7]?.number]);
    await list.search('高崎');
    expect(list.numbers()).to.have.length(33);
  });

  it('are sorted by what one presses, ties by number, and back', async () => {
    const {list, all} = await mountAll(60);
    for (const [key, ascending, descending] of [
      ['worksPrice', '請負金額が小さい順', '請負金額が大きい順'],
      ['obligeeName', '発注者名順', '発注者名の逆順'],
    ] as const) {
      const compare = (one: (typeof all)[0], other: (typeof all)[0]) =>
        one[key] < other[key] ? -1 : one[key] > other[key] ? 1 : one.number < other.number ? -1 : 1;
      const sorted = [...all].sort(compare).map(({number}) => number);
      await list.sort(ascending);
      expect(list.numbers()).to.deep.equal(sorted);
      await list.sort(descending);
      expect(list.numbers()).to.deep.equal(sorted.toReversed());
    }
    await list.sort('新しい順');
    expect(list.numbers()).to.deep.equal(all.map(({number}) => number));
  });

  it('are narrowed down by state and by 提出, and shown as others when the page gives others', async () => {
    const {list, all} = await mountAll(60);
    await list.openFilter();
    list.fillFilter('提出', '提出済み');
    await list.applyFilter();
    const expected = all.filter(({handedInAt}) => handedInAt).map(({number}) => number);
    await eventually(() => list.numbers().join() === expected.join());
    expect(list.rows().flatMap(({badges}) => badges)).to.include('提出済み');
    list.element.contracts = all.slice(0, 1);
    await eventually(() => list.numbers().join() === all[0]?.number);
  });

  it('say 受領 or 差戻し where the obligee has answered', async () => {
    const [one, two] = sampleContracts(2);
    if (!one || !two) throw new Error('There are two.');
    const answeredAt = '2026-02-05T09:00:00+09:00';
    const list = await mountContracts([
      {...one, answer: {outcome: 'accepted', answeredAt, revision: 0}},
      {...two, answer: {outcome: 'returned', answeredAt, revision: 0}},
    ]);
    expect(list.rows().map(({badges}) => badges[0])).to.deep.equal(['受領', '差戻し']);
    await expect(list.element).to.be.accessible();
  });
});

describe('a long list of the API', () => {
  const mountLong = (intercept?: (request: Request) => Response | undefined) =>
    mountList({seed: {contracts: 320}, settle: false, intercept});

  it('is fetched ahead of whoever scrolls, to the last row', async () => {
    const {list} = await mountLong();
    await eventually(() => list.count() === '320件のうち250件を表示しています。');
    for (let step = 0; step < 12 && list.places().at(-1) !== 320; step++) {
      await list.scrollTo(list.box.scrollHeight);
      expect(list.blankPixels()).to.be.lessThan(SEAM);
      await list.idle();
    }
    await eventually(() => list.count() === '320件を表示しています。');
    await list.scrollTo(list.box.scrollHeight);
    expect(list.places().at(-1)).to.equal(320);
    expect(list.hasButton('さらに表示')).to.equal(false);
  });

  it('keeps its place when it is fetched anew', async () => {
    const {list} = await mountLong();
    await eventually(() => list.count().includes('250件を'));
    await list.scrollTo(9_000);
    const [before] = list.places();
    list.element.reload();
    await list.idle();
    expect(list.places()[0]).to.equal(before);
  });

  it('says what went wrong below the rows, and goes on when asked', async () => {
    let isDown = true;
    const {list} = await mountLong(request =>
      isDown && request.url.includes('cursor=') ? problem(403) : undefined,
    );
    await eventually(() => list.alert());
    expect(list.rows().length).to.be.greaterThan(9);
    expect(list.count()).to.equal('320件のうち50件を表示しています。');
    isDown = false;
    list.press('もう一度読み込む');
    await eventually(() => !list.alert());
    await eventually(() => /^320件(のうち(1|2)50件)?を表示しています。$/.test(list.count()));
  });
});

describe('whose rows surety-contract-list shows', () => {
  it('drops the rows of one person when another one is signed in', async () => {
    let answer = Promise.resolve();
    const {list, el, sandbox} = await mountList({intercept: async () => void (await answer)});
    expect(list.rows()).to.have.length(2);
    let release = () => undefined as void;
    answer = new Promise(resolve => (release = resolve));
    Object.assign(el.parentElement ?? {}, {getToken: () => sandbox.signIn('contractor', 'contractor-2')});
    await eventually(() => list.rows().length === 0, 'rows of the former person stand there');
    expect(list.loadingText()).to.not.equal('');
    release();
    await eventually(() => list.emptyText());
  });

  it('drops them when nobody is signed in any more, also while it tries again', async () => {
    const api: {status?: number; hold?: Promise<Response>} = {};
    const {list, el} = await mountList({
      intercept: () => api.hold ?? (api.status ? problem(api.status) : undefined),
    });
    api.status = 401;
    el.reload();
    await eventually(() => list.alert());
    api.hold = new Promise(() => undefined);
    el.reload();
    await eventually(() => list.loadingText());
    expect(list.rows()).to.have.length(0);
  });
});
