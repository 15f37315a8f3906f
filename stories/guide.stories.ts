import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import '../components/guide/define.js';
import {deadFetch, silentFetch, withFetch, withSandbox} from './support.js';

const meta = {
  title: '発注者/電子保証のご案内',
  component: 'surety-guide',
} satisfies Meta;
export default meta;

type Story = StoryObj;

const guide = (code: string, today = '2026-10-01') =>
  html`<surety-guide obligee-code=${code} today=${today}></surety-guide>`;
const story = (code: string, today?: string): Story => ({render: () => withSandbox({}, guide(code, today))});

/** The leaflet of にかほ市, made of its data. */
export const 始まった案内: Story = story('052141');

/** The day before the start. */
export const 始まる前の案内: Story = story('052141', '2026-01-31');

/** The page names no start, so the heading claims none. */
export const 開始日が不明な案内: Story = story('152021');

/** Two sections take them in, each with a subject of its own. */
export const 提出先が分かれる案内: Story = story('152161');

/** The certificate's print is wanted too. */
export const 証書の印刷も提出する案内: Story = story('422142');

/** The page names another surety. */
export const ほかの保証会社の案内: Story = story('352080');

/** The kinds of guarantee, the works and the sureties are left open. */
export const 書かれていないことが多い案内: Story = story('232254');

/** The directory does not know the code. */
export const 一覧にない発注者: Story = story('999999');

/** The page's author has given no code yet. */
export const コードなし: Story = story('');

/** What is shown until it has come. */
export const 読み込み中: Story = {render: () => withFetch(silentFetch, guide('052141'))};

/** The API cannot be reached. */
export const 通信エラー: Story = {render: () => withFetch(deadFetch, guide('052141'))};
