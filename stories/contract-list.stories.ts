import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import '../components/contract-list/define.js';
import {leafletApplication} from '../demo/sandbox/index.js';
import {sampleContracts} from './sample-contracts.js';
import {deadFetch, silentFetch, withFetch, withSandbox} from './support.js';

const meta = {
  title: '契約/保証契約一覧',
  component: 'surety-contract-list',
} satisfies Meta;
export default meta;

type Story = StoryObj;

const list = html`<surety-contract-list></surety-contract-list>`;

/** More than a page: 「さらに表示」 fetches the next one. */
export const 保証契約一覧: Story = {render: () => withSandbox({seed: 'many'}, list)};

/** Contracts that the page holds: only the rows in sight are drawn, and searching and sorting ask nobody. */
export const 十万件: Story = {
  render: () =>
    withSandbox(
      {},
      html`<surety-contract-list .contracts=${sampleContracts(100_000)}></surety-contract-list>`,
    ),
};

/** Many rows, each a card. */
export const 狭い画面の多数の行: Story = {
  globals: {viewport: {value: 'narrow'}},
  render: () =>
    withSandbox({}, html`<surety-contract-list .contracts=${sampleContracts(1_000)}></surety-contract-list>`),
};

/** 提出済み, 受領 and 差戻し. */
export const 提出と回答: Story = {
  render: () => {
    const answeredAt = '2026-02-05T09:00:00+09:00';
    const contracts = sampleContracts(4).map((contract, index) => ({
      ...contract,
      ...(index === 1 && {answer: {outcome: 'accepted' as const, answeredAt, revision: contract.revision}}),
      ...(index === 2 && {answer: {outcome: 'returned' as const, answeredAt, revision: contract.revision}}),
    }));
    return withSandbox({}, html`<surety-contract-list .contracts=${contracts}></surety-contract-list>`);
  },
};

/** Only contracts with a key. */
export const 電子保証のタブ: Story = {
  render: () => withSandbox({}, html`<surety-contract-list view="electronic"></surety-contract-list>`),
};

/** Several are chosen: their notices are saved together. */
export const まとめて選ぶ: Story = {
  render: () =>
    withSandbox({seed: {contracts: 24}}, html`<surety-contract-list selectable></surety-contract-list>`),
  play: async ({canvasElement}) => {
    const root = canvasElement.querySelector('surety-contract-list')?.shadowRoot;
    const boxes = () => [...(root?.querySelectorAll<HTMLElement>('tbody [type=checkbox]') ?? [])];
    for (let tries = 0; tries < 100 && boxes().length === 0; tries++) {
      await new Promise(resolve => setTimeout(resolve, 50));
    }
    for (const box of boxes().slice(0, 3)) box.click();
  },
};

/** Each arrival on the register, newest first. */
export const 電子保証履歴一覧: Story = {
  render: () => withSandbox({}, html`<surety-contract-list view="history"></surety-contract-list>`),
};

/** The row one came from stays marked. */
export const 選んだ行: Story = {
  render: () => withSandbox({}, html`<surety-contract-list selected="05214-000123"></surety-contract-list>`),
};

/** A works name as long as they get. */
export const 長い工事名: Story = {
  render: () => {
    const content = leafletApplication();
    const works = {
      ...content.works,
      name: '防災・安全交付金（国土強靱化）市道〇〇線外三路線道路改良舗装補修工事'.repeat(8),
    };
    return withSandbox({seed: {applications: [{content: {...content, works}, state: 'issued'}]}}, list);
  },
};

/** Cards instead of a table. */
export const 狭い画面: Story = {
  globals: {viewport: {value: 'narrow'}},
  render: () => withSandbox({}, list),
};

/** No contract yet. */
export const 契約なし: Story = {render: () => withSandbox({seed: 'empty'}, list)};

/** While the first page is fetched. */
export const 読み込み中: Story = {render: () => withFetch(silentFetch, list)};

/** Nobody answers. */
export const 通信できない: Story = {render: () => withFetch(deadFetch, list)};

/** Works named like formulas: the saved CSV shows them and runs nothing. */
export const CSVの保存: Story = {
  render: () => {
    const content = leafletApplication();
    const works = {...content.works, name: '＝HYPERLINK("https://example.jp")'};
    return withSandbox({seed: {applications: [{content: {...content, works}, state: 'issued'}]}}, list);
  },
};
