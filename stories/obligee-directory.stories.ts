import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html, type TemplateResult} from 'lit';
import '../components/obligee-directory/define.js';
import {createSandbox, type SandboxOptions} from '../demo/sandbox/index.js';
import obligees from '../demo/sandbox/data/obligees.json';
import {deadFetch, silentFetch, withFetch, withSandbox} from './support.js';

const meta = {
  title: '発注者/電子保証対応の発注者',
  component: 'surety-obligee-directory',
} satisfies Meta;
export default meta;

type Story = StoryObj;

const directory = html`<surety-obligee-directory today="2026-10-01"></surety-obligee-directory>`;
const story = (content: TemplateResult, options: SandboxOptions = {}): Story => ({
  render: () => withSandbox(options, content),
});

/** Everyone in the directory, from north to south. */
export const 一覧: Story = story(directory);

/** The page chose a prefecture; the reader can change it. */
export const 都道府県で絞る: Story = story(
  html`<surety-obligee-directory prefecture="広島県" today="2026-10-01"></surety-obligee-directory>`,
);

/** A prefecture of which nobody is listed: that is no 「いいえ」. */
export const 該当なし: Story = story(
  html`<surety-obligee-directory prefecture="沖縄県" today="2026-10-01"></surety-obligee-directory>`,
);

/** Before the day on which にかほ市 starts. */
export const 開始前: Story = story(
  html`<surety-obligee-directory prefecture="秋田県" today="2026-01-31"></surety-obligee-directory>`,
);

/** Nobody is listed yet. */
export const 発注者なし: Story = story(directory, {obligees: []});

/** What is shown until the directory has come. */
export const 読み込み中: Story = {render: () => withFetch(silentFetch, directory)};

/** The API cannot be reached. */
export const 通信エラー: Story = {render: () => withFetch(deadFetch, directory)};

/** The service is down for a while. */
export const サービス停止: Story = {
  render: () => {
    const sandbox = createSandbox({scenario: 'unavailable'});
    return withFetch((input, init) => sandbox.fetch(new Request(input, init)), directory);
  },
};

/** A list that somebody keeps as a file, without any API. */
const feedStory = (feed: object): Story => ({
  render: () => {
    const fetch = () => Promise.resolve(new Response(JSON.stringify(feed), {headers: {ETag: '"1"'}}));
    return html`<surety-obligee-directory
      feed-src="/obligees.json"
      today="2026-10-01"
      .fetch=${fetch}
    ></surety-obligee-directory>`;
  },
});
const feed = {
  format: 'surety-obligee-feed',
  version: 1,
  updatedOn: '2026-09-28',
  publisher: '〇〇県建設業協会',
  obligees,
};

/** The list of `feed-src`: who keeps it, and when it was checked. */
export const 公開された一覧: Story = feedStory(feed);

/** Three entries have slips: the others are shown, and whoever keeps the list reads what to mend. */
export const 一覧の誤り: Story = feedStory({
  ...feed,
  obligees: obligees.map((entry, at) => {
    const slips: Record<number, object> = {
      1: {start_date: '2026-02-30'},
      4: {sureties_scope: '全社', paper_allowed: 'はい'},
      7: {rule_text: undefined},
    };
    return {...entry, ...slips[at]};
  }),
});

/** A list of a later form: nothing is guessed. */
export const 読めない一覧: Story = feedStory({...feed, version: 2});

/** The narrowest screen. */
export const 幅320px: Story = {
  parameters: {viewport: {defaultViewport: 'mobile1'}},
  render: () =>
    withSandbox(
      {},
      html`<surety-obligee-directory prefecture="新潟県" today="2026-10-01"></surety-obligee-directory>`,
    ),
};
