import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import '../components/key-notice/define.js';
import {leafletApplication, leafletKeys} from '../demo/sandbox/index.js';
import {contractNumber} from './changed-contract.js';
import {deadFetch, silentFetch, withFetch, withSandbox} from './support.js';

const meta = {
  title: '契約/認証キーのお知らせ',
  component: 'surety-key-notice',
} satisfies Meta;
export default meta;

type Story = StoryObj;

const notice = html`<surety-key-notice contract-number=${contractNumber}></surety-key-notice>`;

/** The letter, and its PDF to save, print or share. */
export const お知らせ: Story = {render: () => withSandbox({}, notice)};

/** Names that ordinary software loses. */
export const 難しい文字の長い工事名: Story = {
  render: () => {
    const content = leafletApplication();
    const name = '𠮷野川・葛󠄀西地区①②㈱髙﨑前交差点外 防災・安全交付金道路改良舗装補修工事'.repeat(6);
    const keys = {'advance-payment': {number: contractNumber, authKey: '0O1Il8BS5Z2g'}};
    const application = {
      content: {...content, works: {...content.works, name}},
      state: 'issued' as const,
      keys,
    };
    return withSandbox({seed: {applications: [application]}}, notice);
  },
};

/** The host page puts the key, too, into the QR code and the data file. */
export const QRコードに認証キーも: Story = {
  render: () =>
    withSandbox(
      {},
      html`<surety-key-notice machine-readable-key contract-number=${contractNumber}></surety-key-notice>`,
    ),
};

/** Several at once: as a ZIP, or as one PDF with a page for each. */
export const まとめて保存: Story = {
  render: () =>
    withSandbox(
      {},
      html`<surety-key-notice
        .contractNumbers=${Object.values(leafletKeys).map(({number}) => number)}
      ></surety-key-notice>`,
    ),
};

/** One column. */
export const 狭い画面: Story = {
  globals: {viewport: {value: 'narrow'}},
  render: () => withSandbox({}, notice),
};

/** Nothing chosen. */
export const 未選択: Story = {
  render: () => withSandbox({}, html`<surety-key-notice></surety-key-notice>`),
};

/** While it is fetched. */
export const 作成中: Story = {render: () => withFetch(silentFetch, notice)};

/** Nobody answers. */
export const 通信できない: Story = {render: () => withFetch(deadFetch, notice)};
