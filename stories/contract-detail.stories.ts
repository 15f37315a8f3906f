import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import '../components/contract-detail/define.js';
import {leafletApplication, leafletKeys, type SeedApplication} from '../demo/sandbox/index.js';
import {contractNumber, fetchAfter, fetchAnswered} from './changed-contract.js';
import {issuedWithLongNames} from './long-names.js';
import {deadFetch, silentFetch, withFetch, withSandbox} from './support.js';

const meta = {
  title: '契約/電子保証概要',
  component: 'surety-contract-detail',
} satisfies Meta;
export default meta;

type Story = StoryObj;

const detail = html`<surety-contract-detail contract-number=${contractNumber}></surety-contract-detail>`;

/** The key is not in the page yet. */
export const 認証キーは非表示: Story = {render: () => withSandbox({}, detail)};

/** After 「認証キーを表示する」. */
export const 認証キーを表示: Story = {
  render: () => withSandbox({}, detail),
  play: async ({canvasElement}) => {
    const root = canvasElement.querySelector('surety-contract-detail')?.shadowRoot;
    const waitFor = async (selector: string) => {
      for (let tries = 0; tries < 100 && !root?.querySelector(selector); tries++) {
        await new Promise(resolve => setTimeout(resolve, 50));
      }
      return root?.querySelector<HTMLElement>(selector);
    };
    (await waitFor('#toggle'))?.click();
    await waitFor('.key');
  },
};

/** The obligee has accepted it: nothing is left to do. */
export const 発注者が受領: Story = {
  loaders: [async () => ({fetch: await fetchAnswered({outcome: 'accepted'})})],
  render: (_args, {loaded}) => withFetch(loaded['fetch'] as typeof fetch, detail),
};

/** 差戻し: the obligee's reason, and what to do next. */
export const 発注者が差戻し: Story = {
  loaders: [
    async () => ({
      fetch: await fetchAnswered({
        outcome: 'returned',
        reason: '工期の終わりが、契約書では令和9年3月31日です。ご確認ください。',
      }),
    }),
  ],
  render: (_args, {loaded}) => withFetch(loaded['fetch'] as typeof fetch, detail),
};

/** The surety changed period and amount: the same key. */
export const 変更後: Story = {
  loaders: [async () => ({fetch: await fetchAfter('change')})],
  render: (_args, {loaded}) => withFetch(loaded['fetch'] as typeof fetch, detail),
};

/** The key opens nothing any more. */
export const 取消後: Story = {
  loaders: [async () => ({fetch: await fetchAfter('cancel')})],
  render: (_args, {loaded}) => withFetch(loaded['fetch'] as typeof fetch, detail),
};

/** The day after 保証期限. */
export const 満了後: Story = {
  render: () => withSandbox({now: () => new Date('2027-03-20T09:00:00+09:00')}, detail),
};

/** No key, no history on the register. */
export const 紙の証書: Story = {
  render: () => {
    const content = leafletApplication();
    const {'advance-payment': advance} = content.guarantees;
    const paper: SeedApplication = {
      content: {
        ...content,
        guarantees: advance
          ? {'advance-payment': {...advance, certificateForm: 'paper'}}
          : content.guarantees,
      },
      state: 'issued',
      keys: leafletKeys,
    };
    return withSandbox({seed: {applications: [paper]}}, detail);
  },
};

/** One column. */
export const 狭い画面: Story = {
  globals: {viewport: {value: 'narrow'}},
  render: () => withSandbox({}, detail),
};

/** Nothing chosen. */
export const 未選択: Story = {
  render: () => withSandbox({}, html`<surety-contract-detail></surety-contract-detail>`),
};

/** While it is fetched. */
export const 読み込み中: Story = {render: () => withFetch(silentFetch, detail)};

/** Nobody answers. */
export const 通信できない: Story = {render: () => withFetch(deadFetch, detail)};

/** Names as long as they get: nothing is cut or pushed out of the page. */
export const 長い名前: Story = {
  render: () => withSandbox({seed: {applications: [issuedWithLongNames()]}}, detail),
};
