import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import '../components/provider/define.js';
import type {Environment} from '../src/config.js';

const page = html`<p>この枠の中は、ページ自身の内容です。見た目は変わりません。</p>`;

const meta = {
  title: '設定/接続先',
  component: 'surety-provider',
  render: ({environment}) =>
    html`<surety-provider api-base="/v1" .environment=${environment}>${page}</surety-provider>`,
} satisfies Meta<{environment?: Environment}>;
export default meta;

type Story = StoryObj<{environment?: Environment}>;

/** Draws nothing of its own. */
export const 本番: Story = {args: {environment: 'production'}};

/** Says that nothing here is real. */
export const テスト環境: Story = {args: {environment: 'sandbox'}};

/** The reference API inside the page: says so too. */
export const 通信なし: Story = {args: {environment: 'mock'}};
