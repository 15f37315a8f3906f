import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import '../components/desk/define.js';
import {leafletApplication, leafletKeys, type SeedApplication} from '../demo/sandbox/index.js';
import {fetchAfter} from './changed-contract.js';
import {deadFetch, silentFetch, withFetch, withSandbox} from './support.js';

const meta = {
  title: '受注者/受注者の窓口',
  component: 'surety-desk',
} satisfies Meta;
export default meta;

type Story = StoryObj;

const {number} = leafletKeys['advance-payment'];
const desk = html`<surety-desk></surety-desk>`;
const {works} = leafletApplication();
const withName = (name: string) => leafletApplication({works: {...works, name}});

const returned: SeedApplication = {
  content: withName('橋梁補修工事（〇〇橋）'),
  state: 'returned',
  returnReason: '工事名が契約書と異なります。工事番号を付けてください。',
};
const submitted: SeedApplication = {content: withName('配水管布設替工事'), state: 'submitted'};

/** 差戻し, not handed in, and near its 保証期限: the most pressing comes first. */
export const やることが多い: Story = {
  render: () =>
    withSandbox(
      {
        seed: {
          applications: [returned, {...returned, content: withName('小学校屋根改修工事')}, submitted],
          contracts: 240,
        },
        now: () => new Date('2027-02-25T10:00:00+09:00'),
      },
      desk,
    ),
};

/** One application to mend: its button goes straight there. */
export const 差戻しの申込が一件: Story = {
  render: () => withSandbox({seed: {applications: [returned]}}, desk),
};

/** Nothing to do, and somebody else is at work. */
export const やることなし: Story = {render: () => withSandbox({seed: {applications: [submitted]}}, desk)};

/** Nothing at all yet. */
export const はじめて: Story = {render: () => withSandbox({seed: 'empty'}, desk)};

/** Names as long as they get. */
export const 長い名前: Story = {
  render: () => {
    const name = '防災・安全交付金（国土強靱化）市道〇〇線外三路線道路改良舗装補修工事'.repeat(8);
    return withSandbox({seed: {applications: [{...returned, content: withName(name)}]}}, desk);
  },
};

/** The menu two by two, one thing below the other. */
export const 狭い画面: Story = {
  globals: {viewport: {value: 'narrow'}},
  render: () => withSandbox({seed: {applications: [returned, submitted], contracts: 6}}, desk),
};

/** A returned application, to be mended. */
export const 差戻しの修正: Story = {
  loaders: [
    async () => {
      const {createSandbox} = await import('../demo/sandbox/index.js');
      const sandbox = createSandbox({seed: {applications: [returned]}});
      const {token} = await sandbox.signIn('contractor');
      const headers = {Authorization: `Bearer ${token}`};
      const {items} = (await (await sandbox.fetch('/v1/applications', {headers})).json()) as {
        items: {id: string}[];
      };
      const fetch: typeof globalThis.fetch = (input, init) => {
        const request = new Request(input, init);
        request.headers.set('Authorization', `Bearer ${token}`);
        return sandbox.fetch(request);
      };
      return {fetch, id: items[0]?.id};
    },
  ],
  render: (_args, {loaded}) =>
    withFetch(
      loaded['fetch'] as typeof fetch,
      html`<surety-desk view="application" application-id=${String(loaded['id'])}></surety-desk>`,
    ),
};

/** Opened at a new application. */
export const 申込: Story = {
  render: () => withSandbox({}, html`<surety-desk view="application"></surety-desk>`),
};

/** Opened at the list. */
export const 保証契約一覧: Story = {
  render: () => withSandbox({seed: {contracts: 40}}, html`<surety-desk view="contracts"></surety-desk>`),
};

/** Opened at one contract, after a change. */
export const 詳細: Story = {
  loaders: [async () => ({fetch: await fetchAfter('change')})],
  render: (_args, {loaded}) =>
    withFetch(
      loaded['fetch'] as typeof fetch,
      html`<surety-desk view="contract" contract-number=${number}></surety-desk>`,
    ),
};

/** Opened at a certificate. */
export const 証書: Story = {
  render: () =>
    withSandbox({}, html`<surety-desk view="certificate" contract-number=${number}></surety-desk>`),
};

/** Opened at a notice. */
export const お知らせ: Story = {
  render: () => withSandbox({}, html`<surety-desk view="notice" contract-number=${number}></surety-desk>`),
};

/** Several contracts were chosen in the list: their notices are saved as one file. */
export const お知らせをまとめて保存: Story = {
  render: () =>
    withSandbox(
      {},
      html`<surety-desk
        view="notice"
        .contractNumbers=${Object.values(leafletKeys).map(each => each.number)}
      ></surety-desk>`,
    ),
};

/** What became of applications and certificates. */
export const お知らせ一覧: Story = {
  render: () =>
    withSandbox(
      {
        seed: {
          applications: [
            {content: leafletApplication(), state: 'issued', keys: leafletKeys},
            submitted,
            returned,
          ],
        },
      },
      html`<surety-desk view="news"></surety-desk>`,
    ),
};

/** No notice and no application yet. */
export const お知らせなし: Story = {
  render: () => withSandbox({seed: 'empty'}, html`<surety-desk view="news"></surety-desk>`),
};

/** While it is fetched. */
export const 読み込み中: Story = {render: () => withFetch(silentFetch, desk)};

/** Nobody answers. */
export const 通信できない: Story = {render: () => withFetch(deadFetch, desk)};
