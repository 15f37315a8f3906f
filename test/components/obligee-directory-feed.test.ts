import {expect, fixture} from '@open-wc/testing';
import {html} from 'lit';
import {readDirectory} from '../../demo/sandbox/data/directory.js';
import {eventually} from '../support/eventually.js';
import {fired} from '../support/fired.js';
import {settled} from '../support/mount.js';
import {DirectoryHarness} from '../support/obligee-directory.js';

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
    return {directory: new DirectoryHarness(el), el, asked, reads};
  }
  const answer = (feed: unknown, tag = '"1"') =>
    new Response(typeof feed === 'string' ? feed : JSON.stringify(feed), {headers: {ETag: tag}});

  it('shows a file without any API, who keeps it, and when it was checked', async () => {
    const {directory, reads} = await openFeed(() => answer(feedOf(entries)));
    expect(directory.names()).to.have.length(29);
    expect(directory.text()).to.contain('一覧の公開：見本県建設業協会 令和8年9月28日現在');
    expect(directory.feedReport()).to.equal('');
    expect(reads).to.deep.equal([{shown: 29, fields: []}]);
    await directory.search('にかほ');
    expect(directory.names()).to.deep.equal(['にかほ市']);
    await expect(directory.element).to.be.accessible();
  });

  it('shows the entries that are right, and says of each other one which field to mend and how', async () => {
    const [first = {}, second = {}, third = {}] = entries;
    const {directory, reads} = await openFeed(() =>
      answer(feedOf([first, {...second, start_date: '2026-02-30'}, {...third, paper_allowed: undefined}])),
    );
    expect(directory.names()).to.deep.equal(['にかほ市']);
    expect(directory.feedReport()).to.contain('一覧のうち2件は、書き方に誤りがあるため表示していません。');
    const lines = directory.feedProblems();
    expect(lines).to.deep.equal([
      '2件目（いちき串木野市） start_date（開始日）は、実際にある日を「2026-02-01」の形で書いてください。案内に書かれていないときは null と書いてください。 今の内容："2026-02-30"',
      '3件目（廿日市市） paper_allowed（紙の保証証書）がありません。書き足してください。案内に書かれていないときは null と書いてください。',
    ]);
    expect(reads).to.deep.equal([{shown: 1, fields: ['start_date', 'paper_allowed']}]);
    await expect(directory.element).to.be.accessible();
  });

  it('shows what somebody wrote into a list as text', async () => {
    const name = '<img src=x onerror=alert(1)>';
    const {directory, el} = await openFeed(() =>
      answer(feedOf([{...entries[0], obligee: name}, {obligee: name}])),
    );
    expect(directory.names()).to.deep.equal([name]);
    expect(directory.feedReport()).to.contain(`2件目（${name}）`);
    expect(el.shadowRoot?.querySelector('img')).to.equal(null);
  });

  for (const [what, feed, sentence] of [
    ['a later form', feedOf([], {version: 2}), '1 と書くか、部品を新しくしてください'],
    ['a bare list', [], 'の形にしてください'],
    ['no JSON', '{"obligees": [,]}', 'かっこ、カンマ、引用符を確かめてください'],
  ] as const) {
    it(`says of ${what} that it cannot be read, and what to mend`, async () => {
      const {directory} = await openFeed(() => answer(feed));
      expect(directory.alert()).to.contain('ページの管理者にお知らせください');
      expect(directory.feedReport()).to.contain(sentence);
      expect(directory.names()).to.deep.equal([]);
      await expect(directory.element).to.be.accessible();
    });
  }

  it('asks with the tag it knows, and 304 leaves everything in its place', async () => {
    let tag = '"1"';
    let file = feedOf(entries);
    const {directory, el, asked, reads} = await openFeed(request =>
      request.headers.get('If-None-Match') === tag ? new Response(null, {status: 304}) : answer(file, tag),
    );
    await directory.search('尾道');
    const [entryBefore] = directory.entries();
    el.reload();
    await eventually(() => asked.length === 2);
    expect(directory.entries()[0]).to.equal(entryBefore); // also while it is asked
    await settled(el);
    expect(directory.entries()[0]).to.equal(entryBefore);
    expect(directory.searchField.value).to.equal('尾道');
    [tag, file] = ['"2"', feedOf(entries.slice(0, 3), {updatedOn: '2026-10-01'})];
    el.reload();
    await eventually(() => directory.names().length === 0);
    await directory.search('');
    expect(directory.names()).to.have.length(3);
    expect(asked).to.deep.equal([null, '"1"', '"1"']);
    expect(reads.map(({shown}) => shown)).to.deep.equal([29, 29, 3]);
  });

  it('keeps what it shows when the file cannot be fetched anew or has become unreadable', async () => {
    let serve = () => Promise.resolve(answer(feedOf(entries)));
    const {directory, el} = await openFeed(() => serve());
    for (const next of [
      () => Promise.reject<Response>(new TypeError('fetch failed')),
      () => Promise.resolve(answer('{', '"2"')),
    ]) {
      serve = next;
      const failed = fired(el, 'surety-error', () => el.reload());
      expect((await failed).error.code).to.be.oneOf(['network', 'bad-response']);
      await settled(el);
      expect(directory.names()).to.have.length(29);
      expect(directory.staleText()).to.contain('前に読み込んだ内容を表示しています');
      await expect(directory.element).to.be.accessible();
    }
    serve = () => Promise.resolve(answer(feedOf(entries.slice(0, 2)), '"3"'));
    directory.press('もう一度読み込む');
    await eventually(() => directory.names().length === 2);
    expect(directory.staleText()).to.equal('');
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
    const {directory, el, asked} = await openFeed(() => answer(feedOf(entries)));
    el.feedSrc = 'javascript:alert(1)';
    await settled(el);
    expect(directory.alert()).to.contain('/obligees.json のように書いてください');
    expect(asked).to.have.length(1);
  });
});
