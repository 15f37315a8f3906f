import {expect, nextFrame} from '@open-wc/testing';
import {sendKeys, setViewport} from '@web/test-runner-commands';
import {html} from 'lit';
import '../../components/contract-list/define.js';
import type {SuretyContractList} from '../../components/contract-list/contract-list.js';
import {eventually} from '../support/eventually.js';
import {fired} from '../support/fired.js';
import {mount, mountWithSandbox, settled} from '../support/mount.js';
import {sampleContracts} from '../../stories/sample-contracts.js';
import {find, findAll, findButton, problem, textOf} from '../support/shadow.js';

/** Heights are whole pixels, so two bodies may be parted by one. */
const SEAM = 4;

const rowsBox = (el: Element) => find(el, '.rows');
const rowNumber = (row: Element) => Number(row.getAttribute('aria-rowindex')) - 1;

/** Numbers of the rows that are seen, from the upper end down. */
const rowNumbers = (el: Element) =>
  findAll(el, 'tbody tr')
    .filter(row => isSeen(el, row))
    .sort((one, other) => one.getBoundingClientRect().top - other.getBoundingClientRect().top)
    .map(rowNumber);

function isSeen(el: Element, row: Element) {
  const [{top, bottom}, box] = [row.getBoundingClientRect(), rowsBox(el).getBoundingClientRect()];
  return bottom > box.top && top < box.bottom;
}

/** Pixels of the box that no row and no header covers. */
function blankPixels(el: Element) {
  const box = rowsBox(el).getBoundingClientRect();
  const pieces = findAll(el, 'tbody, thead')
    .map(each => each.getBoundingClientRect())
    .map(({top, bottom}) => [Math.max(top, box.top), Math.min(bottom, box.bottom)] as const)
    .filter(([top, bottom]) => bottom > top)
    .sort((one, other) => one[0] - other[0]);
  let [blank, reached] = [0, box.top];
  for (const [top, bottom] of pieces) {
    blank += Math.max(0, top - reached);
    reached = Math.max(reached, bottom);
  }
  return blank + Math.max(0, box.bottom - reached);
}

async function scrollTo(el: Element, pixels: number) {
  rowsBox(el).scrollTop = pixels;
  await nextFrame();
  await nextFrame();
}

const mountMany = (count: number) =>
  mount<SuretyContractList>(
    html`<surety-contract-list .contracts=${sampleContracts(count)}></surety-contract-list>`,
  );

async function search(el: SuretyContractList, words: string) {
  const before = textOf(find(el, '.count'));
  find<HTMLInputElement>(el, '#search').value = words;
  findButton(el, '検索').click();
  await eventually(() => textOf(find(el, '.count')) !== before);
  await settled(el);
}

describe('a surety-contract-list with few rows', () => {
  it('keeps all of them in the page, with no box of its own to scroll', async () => {
    const el = await mountMany(142);
    expect(findAll(el, 'tbody tr').map(rowNumber)).to.deep.equal(
      Array.from({length: 142}, (_, row) => row + 1),
    );
    expect(rowsBox(el).hasAttribute('tabindex')).to.equal(false);
    const last = findAll(el, 'tbody tr').at(-1)?.querySelector('button');
    last?.focus();
    expect(el.shadowRoot?.activeElement === last).to.equal(true);
  });

  it('can be found with words in the page, the last row too', async () => {
    const el = await mountMany(142);
    const name = sampleContracts(142)[141]?.number ?? '';
    expect((window as unknown as {find(words: string): boolean}).find(name)).to.equal(true);
    const row = findAll(el, 'tbody tr').at(-1);
    await eventually(() => row && isSeen(el, row) && row.getBoundingClientRect().top < window.innerHeight);
    getSelection()?.removeAllRanges();
    window.scrollTo(0, 0);
  });
});

describe('a surety-contract-list with 100,000 rows', () => {
  it('draws the ones in sight, says how many there are and where each one stands', async () => {
    const el = await mountMany(100_000);
    expect(findAll(el, 'tbody tr').length).to.be.lessThan(60);
    expect(find(el, 'table').getAttribute('aria-rowcount')).to.equal('100001');
    expect(textOf(find(el, '.count'))).to.equal('100,000件を表示しています。');
    expect(blankPixels(el)).to.be.lessThan(SEAM);
    await scrollTo(el, rowsBox(el).scrollHeight);
    expect(rowNumbers(el).at(-1)).to.equal(100_000);
    const order = findAll(el, 'tbody tr').map(row => Number(row.getAttribute('aria-rowindex')));
    expect(order).to.deep.equal([...order].sort((one, other) => one - other));
    expect(blankPixels(el)).to.be.lessThan(SEAM);
  });

  it('shows the last one at the end of the scroll bar, also of more cards than a box can be tall', async () => {
    await setViewport({width: 320, height: 640});
    try {
      const el = await mountMany(99_998);
      await scrollTo(el, rowsBox(el).scrollHeight);
      expect(rowNumbers(el).at(-1)).to.equal(99_998);
      expect(blankPixels(el)).to.be.lessThan(SEAM);
    } finally {
      await setViewport({width: 1280, height: 800});
    }
  });

  it('is a region with a name that the keyboard reaches and scrolls, and is accessible', async () => {
    const el = await mountMany(1_000);
    const box = rowsBox(el);
    expect([box.getAttribute('role'), box.getAttribute('aria-label'), box.tabIndex]).to.deep.equal([
      'region',
      '保証契約一覧',
      0,
    ]);
    expect(textOf(find(el, '#rows-hint'))).to.contain('ページ内検索');
    await expect(el).to.be.accessible();
  });

  it('leads Home, End and the page keys where they say, at once and one right after the other', async () => {
    const el = await mountMany(1_000);
    const box = rowsBox(el);
    const press = async (key: string) => {
      await sendKeys({press: key});
      expect(blankPixels(el), key).to.be.lessThan(SEAM);
      return rowNumbers(el);
    };
    box.focus();
    const first = rowNumbers(el);
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
    const el = await mountMany(1_000);
    const box = rowsBox(el);
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
    const el = await mountMany(100_000);
    rowsBox(el).focus();
    await sendKeys({press: 'End'});
    expect(rowNumbers(el).at(-1)).to.equal(100_000);
    await sendKeys({press: 'PageUp'});
    await sendKeys({press: 'PageDown'});
    expect(rowNumbers(el).at(-1)).to.equal(100_000);
    await sendKeys({press: 'Home'});
    expect(rowNumbers(el)[0]).to.equal(1);
    expect(blankPixels(el)).to.be.lessThan(SEAM);
    await setViewport({width: 1280, height: 800});
  });

  it('leaves no gap while it is scrolled up, down and far away', async () => {
    const el = await mountMany(10_000);
    const far = rowsBox(el).scrollHeight;
    const stops = [300, 900, 5_000, far / 2, far / 2 - 400, far / 2 - 1_500, far, far - 700, 0];
    for (const stop of stops) {
      await scrollTo(el, stop);
      expect(blankPixels(el), `at ${stop}`).to.be.lessThan(SEAM);
      const seen = rowNumbers(el);
      expect(seen, `at ${stop}`).to.deep.equal(seen.map((_, index) => (seen[0] ?? 0) + index));
    }
  });

  it('is read in the order of its rows as soon as it stands still', async () => {
    const el = await mountMany(10_000);
    for (const stop of [700, 1_400, 2_100, 1_000, 300, 9_000, 8_300]) {
      await scrollTo(el, stop);
      await eventually(() => {
        const read = findAll(el, 'tbody tr').map(rowNumber);
        return read.every((row, index) => index === 0 || row === (read[index - 1] ?? 0) + 1);
      }, `rows are out of order at ${stop}`);
    }
  });

  it('leads Tab to the row below also while it still moves', async () => {
    const el = await mountMany(10_000);
    for (const stop of [500, 1_000, 1_500, 2_000]) await scrollTo(el, stop);
    const buttons = findAll(el, 'tbody [data-act=select]').filter(each =>
      isSeen(el, each.closest('tr') ?? each),
    );
    const button = buttons.find(each => rowNumbers(el)[2] === rowNumber(each.closest('tr') ?? each));
    button?.focus({preventScroll: true});
    rowsBox(el).scrollTop += 200;
    await nextFrame();
    const seen: number[] = [];
    for (let press = 0; press < 20; press++) {
      const row = el.shadowRoot?.activeElement?.closest('tr');
      if (row) seen.push(rowNumber(row));
      await sendKeys({press: 'Tab'});
    }
    expect(seen).to.deep.equal(seen.toSorted((one, other) => one - other));
    expect(new Set(seen).size).to.be.greaterThan(8);
  });

  it('uses the nodes of rows that have gone for those that come', async () => {
    const el = await mountMany(10_000);
    await scrollTo(el, 20_000);
    const nodes = new Set(findAll(el, 'tbody tr'));
    await scrollTo(el, 200_000);
    expect(findAll(el, 'tbody tr').filter(row => !nodes.has(row)).length).to.be.at.most(10);
  });

  it('keeps the focused button while its row is far away, and goes on from there', async () => {
    const el = await mountMany(1_000);
    const button = findAll(el, '[data-act=select]')[2];
    button?.focus();
    await scrollTo(el, 30_000);
    expect(el.shadowRoot?.activeElement).to.equal(button);
    expect(button?.getAttribute('aria-label')).to.contain(sampleContracts(3)[2]?.number);
    await sendKeys({press: 'Tab'});
    await sendKeys({press: 'Tab'});
    const row = el.shadowRoot?.activeElement?.closest('tr');
    expect(row?.getAttribute('aria-rowindex')).to.equal('5');
    await eventually(() => row && isSeen(el, row), 'the focus went where nobody sees it');
  });

  it('keeps the focus wherever one scrolls to, up or down, by little or by much', async () => {
    const el = await mountMany(1_000);
    await scrollTo(el, 20_000);
    const seen = findAll(el, '[data-act=select]').filter(each => isSeen(el, each.closest('tr') ?? each));
    const button = seen[Math.floor(seen.length / 2)];
    button?.focus({preventScroll: true});
    const wasAt = rowsBox(el).scrollTop;
    for (const pixels of [400, -400, 900, -900, 1_500, -1_500, 8_000, -8_000, 300, 40_000, -15_000]) {
      await scrollTo(el, wasAt + pixels);
      expect(el.shadowRoot?.activeElement === button, `${pixels} px away`).to.equal(true);
    }
  });

  it('leads Tab through every row, drawn already or not', async () => {
    const el = await mountMany(1_000);
    findAll(el, '[data-act=select]')[0]?.focus();
    const seen: string[] = [];
    for (let row = 0; row < 14; row++) {
      seen.push(el.shadowRoot?.activeElement?.closest('tr')?.getAttribute('aria-rowindex') ?? '');
      const wasAt = seen.at(-1);
      while (el.shadowRoot?.activeElement?.closest('tr')?.getAttribute('aria-rowindex') === wasAt) {
        await sendKeys({press: 'Tab'});
        await nextFrame();
      }
    }
    expect(seen).to.deep.equal(Array.from({length: 14}, (_, row) => String(row + 2)));
  });

  it('shows what a search finds from the top, also when one was far down', async () => {
    const el = await mountMany(10_000);
    await scrollTo(el, 400_000);
    await search(el, '鶴岡 測量');
    expect(rowsBox(el).scrollTop).to.equal(0);
    expect(rowNumbers(el)[0]).to.equal(1);
    expect(
      findAll(el, 'tbody .obligee')
        .map(textOf)
        .every(name => name === '鶴岡市'),
    ).to.equal(true);
    expect(blankPixels(el)).to.be.lessThan(SEAM);
  });

  it('finds a few rows from far down without leaving the box behind', async () => {
    const el = await mountMany(10_000);
    await scrollTo(el, 400_000);
    await search(el, '第777号');
    expect(findAll(el, 'tbody tr')).to.have.length(1);
    expect(rowsBox(el).hasAttribute('tabindex')).to.equal(false);
    expect(find(el, 'tbody tr').getBoundingClientRect().height).to.be.greaterThan(20);
    await expect(el).to.be.accessible();
  });

  it('marks the chosen row, comes back to it, and keeps its place while it was hidden', async () => {
    const el = await mountMany(10_000);
    await scrollTo(el, 250_000);
    const button = findAll(el, '[data-act=select]').find(each => isSeen(el, each.closest('tr') ?? each));
    const {contractNumber} = await fired(el, 'surety-contract-select', () => button?.click());
    const top = rowsBox(el).scrollTop;
    el.hidden = true;
    await nextFrame();
    el.hidden = false;
    await nextFrame();
    await nextFrame();
    expect(rowsBox(el).scrollTop).to.be.closeTo(top, 1);
    expect(find(el, '[aria-current]').dataset['number']).to.equal(contractNumber);
    await scrollTo(el, 0);
    el.focus();
    const row = el.shadowRoot?.activeElement?.closest('tr');
    expect(row?.dataset['number']).to.equal(contractNumber);
    await eventually(() => row && isSeen(el, row));
  });

  it('keeps the row that is read where it is when the rows are drawn narrower', async () => {
    const el = await mountMany(10_000);
    await scrollTo(el, 250_000);
    const before = rowNumbers(el)[0] ?? 0;
    await setViewport({width: 320, height: 640});
    await eventually(() => blankPixels(el) < SEAM);
    expect(rowNumbers(el)[0]).to.be.closeTo(before, 6);
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
    await expect(el).to.be.accessible();
    await setViewport({width: 1280, height: 800});
  });

  it('puts every row on paper, and takes them out again', async () => {
    const el = await mountMany(400);
    await scrollTo(el, 9_000);
    const seen = rowNumbers(el)[0];
    window.dispatchEvent(new Event('beforeprint'));
    expect(findAll(el, 'tbody tr')).to.have.length(400);
    window.dispatchEvent(new Event('afterprint'));
    await nextFrame();
    expect(findAll(el, 'tbody tr').length).to.be.lessThan(60);
    expect(rowNumbers(el)[0]).to.equal(seen);
  });
});

describe('contracts that the page gives to surety-contract-list', () => {
  const mountAll = async (count: number) => ({all: sampleContracts(count), el: await mountMany(count)});
  const shown = (el: Element) => findAll(el, 'tbody th .code').map(textOf);

  it('are searched as forgivingly as the API does, without asking it', async () => {
    const {el, all} = await mountAll(200); // mount() gives a fetch that fails
    await search(el, 'ﾊｼﾘｮｳ その2'.replace('ﾊｼ', '橋')); // 橋ﾘｮｳ
    const expected = all.filter(({worksName}) => worksName.includes('橋りょう')).map(({number}) => number);
    expect(expected).to.have.length(40);
    expect(shown(el)).to.deep.equal(expected);
    await search(el, all[7]?.number.replace('-', '') ?? '');
    expect(shown(el)).to.deep.equal([all[7]?.number]);
    await search(el, '高崎');
    expect(shown(el)).to.have.length(33);
  });

  it('are sorted by what one presses, ties by number, and back', async () => {
    const {el, all} = await mountAll(60);
    const select = find<HTMLSelectElement>(el, '#sort');
    for (const [order, key] of [
      ['worksPrice', 'worksPrice'],
      ['obligeeName', 'obligeeName'],
    ] as const) {
      const compare = (one: (typeof all)[0], other: (typeof all)[0]) =>
        one[key] < other[key] ? -1 : one[key] > other[key] ? 1 : one.number < other.number ? -1 : 1;
      const sorted = [...all].sort(compare).map(({number}) => number);
      for (const [sign, expected] of [
        ['', sorted],
        ['-', sorted.toReversed()],
      ] as const) {
        select.value = `${sign}${order}`;
        select.dispatchEvent(new Event('change'));
        await eventually(() => shown(el).join() === expected.join(), `${sign}${order}`);
      }
    }
    select.value = '';
    select.dispatchEvent(new Event('change'));
    await eventually(() => shown(el).join() === all.map(({number}) => number).join());
  });

  it('are narrowed down by state and by 提出, and shown as others when the page gives others', async () => {
    const {el, all} = await mountAll(60);
    find(el, '#filter-toggle').click();
    await eventually(() => findAll(el, '#handIn').length === 1);
    const field = find<HTMLSelectElement>(el, '#handIn');
    field.value = 'handed-in';
    field.dispatchEvent(new Event('change', {bubbles: true}));
    findButton(el, 'この条件で絞り込む').click();
    const expected = all.filter(({handedInAt}) => handedInAt).map(({number}) => number);
    await eventually(() => shown(el).join() === expected.join());
    expect(findAll(el, 'tbody .badge').map(textOf)).to.include('提出済み');
    el.contracts = all.slice(0, 1);
    await eventually(() => shown(el).join() === all[0]?.number);
  });

  it('say 受領 or 差戻し where the obligee has answered', async () => {
    const [one, two] = sampleContracts(2);
    if (!one || !two) throw new Error('There are two.');
    const answeredAt = '2026-02-05T09:00:00+09:00';
    const el = await mount<SuretyContractList>(
      html`<surety-contract-list
        .contracts=${[
          {...one, answer: {outcome: 'accepted', answeredAt, revision: 0}},
          {...two, answer: {outcome: 'returned', answeredAt, revision: 0}},
        ]}
      ></surety-contract-list>`,
    );
    const [first, second] = findAll(el, 'tbody tr').map(row => textOf(row.querySelector('.badge')));
    expect([first, second]).to.deep.equal(['受領', '差戻し']);
    await expect(el).to.be.accessible();
  });
});

describe('a long list of the API', () => {
  const mountLong = (intercept?: (request: Request) => Response | undefined) =>
    mountWithSandbox<SuretyContractList>(html`<surety-contract-list></surety-contract-list>`, {
      seed: {contracts: 320},
      settle: false,
      intercept,
    });

  const counted = (el: Element) => textOf(el.shadowRoot?.querySelector('.count'));

  it('is fetched ahead of whoever scrolls, to the last row', async () => {
    const {el} = await mountLong();
    await eventually(() => counted(el) === '320件のうち250件を表示しています。');
    for (let step = 0; step < 12 && rowNumbers(el).at(-1) !== 320; step++) {
      await scrollTo(el, rowsBox(el).scrollHeight);
      expect(blankPixels(el)).to.be.lessThan(SEAM);
      await settled(el);
    }
    await eventually(() => counted(el) === '320件を表示しています。');
    await scrollTo(el, rowsBox(el).scrollHeight);
    expect(rowNumbers(el).at(-1)).to.equal(320);
    expect(el.shadowRoot?.querySelector('#more')).to.equal(null);
  });

  it('keeps its place when it is fetched anew', async () => {
    const {el} = await mountLong();
    await eventually(() => counted(el).includes('250件を'));
    await scrollTo(el, 9_000);
    const [before] = rowNumbers(el);
    el.reload();
    await el.updateComplete;
    await eventually(() => find(el, 'section > [aria-busy]').getAttribute('aria-busy') === 'false');
    expect(rowNumbers(el)[0]).to.equal(before);
  });

  it('says what went wrong below the rows, and goes on when asked', async () => {
    let isDown = true;
    const {el} = await mountLong(request =>
      isDown && request.url.includes('cursor=') ? problem(403) : undefined,
    );
    await eventually(() => el.shadowRoot?.querySelector('[part=error]'));
    expect(findAll(el, 'tbody tr').length).to.be.greaterThan(9);
    isDown = false;
    findButton(el, 'もう一度読み込む').click();
    await eventually(() => !el.shadowRoot?.querySelector('[part=error]'));
    await eventually(() => counted(el).includes('のうち'));
  });
});

describe('whose rows surety-contract-list shows', () => {
  it('drops the rows of one person when another one is signed in', async () => {
    let answer = Promise.resolve();
    const {el, sandbox} = await mountWithSandbox<SuretyContractList>(
      html`<surety-contract-list></surety-contract-list>`,
      {intercept: async () => void (await answer)},
    );
    expect(findAll(el, 'tbody tr')).to.have.length(2);
    let release = () => undefined as void;
    answer = new Promise(resolve => (release = resolve));
    Object.assign(el.parentElement ?? {}, {getToken: () => sandbox.signIn('contractor', 'contractor-2')});
    await eventually(() => findAll(el, 'tbody tr').length === 0, 'rows of the former person stand there');
    expect(find(el, '[part=loading]')).to.exist;
    release();
    await eventually(() => el.shadowRoot?.querySelector('[part=empty]'));
  });

  it('drops them when nobody is signed in any more, also while it tries again', async () => {
    const api: {status?: number; hold?: Promise<Response>} = {};
    const {el} = await mountWithSandbox<SuretyContractList>(
      html`<surety-contract-list></surety-contract-list>`,
      {intercept: () => api.hold ?? (api.status ? problem(api.status) : undefined)},
    );
    api.status = 401;
    el.reload();
    await eventually(() => el.shadowRoot?.querySelector('[part=error]'));
    api.hold = new Promise(() => undefined);
    el.reload();
    await eventually(() => el.shadowRoot?.querySelector('[part=loading]'));
    expect(findAll(el, 'tbody tr')).to.have.length(0);
  });
});
