import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import '../components/certificate-viewer/define.js';
import {contractNumber, fetchAfter} from './changed-contract.js';
import {issuedWithLongNames} from './long-names.js';
import {deadFetch, silentFetch, withFetch, withSandbox} from './support.js';

const meta = {
  title: '契約/保証証書',
  component: 'surety-certificate-viewer',
} satisfies Meta;
export default meta;

type Story = StoryObj;

const viewer = html`<surety-certificate-viewer
  contract-number=${contractNumber}
></surety-certificate-viewer>`;

/** As issued. */
export const 新規: Story = {render: () => withSandbox({}, viewer)};

/** With what the change changed, in words. */
export const 変更1: Story = {
  loaders: [async () => ({fetch: await fetchAfter('change')})],
  render: (_args, {loaded}) => withFetch(loaded['fetch'] as typeof fetch, viewer),
};

/** A revision that is no longer the content, and says so. */
export const 以前の内容: Story = {
  loaders: [async () => ({fetch: await fetchAfter('change')})],
  render: (_args, {loaded}) =>
    withFetch(
      loaded['fetch'] as typeof fetch,
      html`<surety-certificate-viewer
        contract-number=${contractNumber}
        revision="0"
      ></surety-certificate-viewer>`,
    ),
};

/** One column. */
export const 狭い画面: Story = {
  globals: {viewport: {value: 'narrow'}},
  render: () => withSandbox({}, viewer),
};

/** Nothing chosen. */
export const 未選択: Story = {
  render: () => withSandbox({}, html`<surety-certificate-viewer></surety-certificate-viewer>`),
};

/** While it is fetched. */
export const 読み込み中: Story = {render: () => withFetch(silentFetch, viewer)};

/** Nobody answers. */
export const 通信できない: Story = {render: () => withFetch(deadFetch, viewer)};

/** Names as long as they get: nothing is cut or pushed out of the page. */
export const 長い名前: Story = {
  render: () => withSandbox({seed: {applications: [issuedWithLongNames()]}}, viewer),
};
