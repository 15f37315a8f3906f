import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import '../components/application-form/define.js';
import '../components/contract-detail/define.js';
import '../components/contract-list/define.js';
import {leafletApplication} from '../demo/sandbox/index.js';
import {contractNumber} from './changed-contract.js';
import './pages.css';
import {sampleContracts} from './sample-contracts.js';
import {withSandbox} from './support.js';
import './theme-lab.js';

export default {
  title: '見た目/テーマを試す',
  tags: ['!autodocs'],
  globals: {theme: ''}, // the page has its own choice
} satisfies Meta;

const sample = withSandbox(
  {},
  html`<section aria-label="一覧">
      <surety-contract-list .contracts=${sampleContracts(3)}></surety-contract-list>
    </section>
    <hr />
    <section aria-label="概要">
      <surety-contract-detail contract-number=${contractNumber}></surety-contract-detail>
    </section>
    <hr />
    <section aria-label="申込">
      <surety-application-form .value=${leafletApplication()}></surety-application-form>
    </section>`,
);

/** Colours, corners, letters and spaces on real elements, with what that means for contrast, as a style sheet to copy. */
export const テーマを試す: StoryObj = {
  render: () =>
    html`<div class="page">
      <h1>テーマを試す</h1>
      <p>
        色・角の丸み・文字・余白を変えると、右の部品にすぐ反映されます。気に入ったら「CSSをコピー」で写し、ページのスタイルシートに加えてください。
      </p>
      <story-theme-lab .sample=${sample}></story-theme-lab>
    </div>`,
};

/** A colour that is too light for text: the page says which pairs suffer. */
export const 読みにくい色: StoryObj = {
  ...テーマを試す,
  tags: ['hard-to-read'], // on purpose
  play: async ({canvasElement}) => {
    const field = canvasElement.querySelector<HTMLInputElement>('#link');
    if (!field) throw new Error('There is no field for the colour of links.');
    field.value = '#7a9fd8';
    field.dispatchEvent(new Event('input'));
    const lab = canvasElement.querySelector('story-theme-lab');
    await lab?.updateComplete;
    if (!lab?.querySelector('.verdict[data-kind=low]')?.textContent?.includes('リンクの文字'))
      throw new Error('The page does not say that links cannot be read.');
  },
};
