import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import '../components/certificate-selector/define.js';
import type {Works} from '../src/schemas/works.js';
import {deadFetch, silentFetch, waitFor, withFetch, withSandbox} from './support.js';

export default {
  title: '申込/保証証書の形式',
  component: 'surety-certificate-selector',
  render: () =>
    withSandbox({seed: 'empty'}, html`<surety-certificate-selector></surety-certificate-selector>`),
} satisfies Meta;

/** Electronic is chosen for にかほ市. */
const electronic = (works?: Partial<Works>) =>
  withSandbox(
    {seed: 'empty'},
    html`<surety-certificate-selector
      value="electronic"
      obligee-code="052141"
      .works=${works}
    ></surety-certificate-selector>`,
  );

/** Nothing chosen yet. */
export const 未選択: StoryObj = {};

/** The obligee takes it. */
export const 利用できる: StoryObj = {
  render: () => electronic({kind: 'construction', dates: {bidNotice: '2026-02-02'}}),
};

/** The obligee does not take it; paper is offered. */
export const 利用できない: StoryObj = {
  render: () => electronic({kind: 'construction', dates: {bidNotice: '2026-01-31'}}),
};

/** The page does not know the date that decides: it is asked for, and nothing else. */
export const 要確認: StoryObj = {render: () => electronic({kind: 'construction'})};

/** The page knows nothing of the works: one fact after another, until the verdict is clear. */
export const 順に尋ねる: StoryObj = {
  render: () => electronic(),
  play: async ({canvasElement}) => {
    const root = canvasElement.querySelector('surety-certificate-selector')?.shadowRoot;
    const field = root && (await waitFor(root, 'input[id^=fact-dates]'));
    if (!(field instanceof HTMLInputElement)) throw new Error('No date is asked for.');
    field.value = '令和8年2月1日';
    field.dispatchEvent(new Event('change', {bubbles: true}));
  },
};

/** Sent without a choice. */
export const 必須エラー: StoryObj = {
  render: () =>
    withSandbox({seed: 'empty'}, html`<surety-certificate-selector required></surety-certificate-selector>`),
  play: ({canvasElement}) => {
    canvasElement.querySelector('surety-certificate-selector')?.reportValidity();
  },
};

/** Cannot be changed now. */
export const 変更できない: StoryObj = {
  render: () =>
    withSandbox(
      {seed: 'empty'},
      html`<surety-certificate-selector value="paper" disabled></surety-certificate-selector>`,
    ),
};

const ofNikaho = html`<surety-certificate-selector
  value="electronic"
  obligee-code="052141"
></surety-certificate-selector>`;

/** The obligee's rule is being fetched: one can choose all the same. */
export const 読み込み中: StoryObj = {render: () => withFetch(silentFetch, ofNikaho)};

/** The rule cannot be fetched: one can choose all the same. */
export const 通信できない: StoryObj = {render: () => withFetch(deadFetch, ofNikaho)};
