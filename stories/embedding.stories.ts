import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import '../components/contract-list/define.js';
import './pages.css';
import {sampleContracts} from './sample-contracts.js';
import {withSandbox} from './support.js';

export default {title: '手引き/してよいこと・しないこと', tags: ['!autodocs']} satisfies Meta;

interface Advice {
  readonly title: string;
  readonly why: string;
  readonly good: string;
  readonly bad: string;
}

const advice: readonly Advice[] = [
  {
    title: '色は、トークンで変える',
    why: '中の作りに頼った指定は、版が上がると黙って効かなくなります。トークンと ::part は、大きな版の間は変わりません。',
    good: ':root {\n  --surety-color-primary: #115a36;\n}',
    bad: 'surety-contract-list .table button {\n  color: green !important;\n}',
  },
  {
    title: '暗い配色は、ページで決める',
    why: '部品はページの color-scheme に従います。部品だけが暗くなると、まわりの文字が読めなくなります。',
    good: ':root {\n  color-scheme: light dark;\n}',
    bad: 'surety-contract-list {\n  filter: invert(1);\n}',
  },
  {
    title: '文字は、読む人が選んだ大きさのままにする',
    why: '文字を大きくして使う人がいます。ページの html { font-size: 62.5% } は部品に影響しません。',
    good: ':root {\n  --surety-font-size: large;\n}',
    bad: ':root {\n  --surety-font-size: 12px;\n}',
  },
  {
    title: 'フォーカスの枠を消さない',
    why: 'マウスを使わない人には、枠だけがいまの場所の手がかりです。色はトークンで変えられます。',
    good: ':root {\n  --surety-color-focus: #08351f;\n}',
    bad: ':root {\n  --surety-color-focus: transparent;\n}',
  },
  {
    title: '幅は 320 px より狭くしない',
    why: '部品は置かれた場所の幅で並び方を変えます。横にスクロールする枠に入れる必要はありません。',
    good: '<main>\n  <surety-contract-list></surety-contract-list>\n</main>',
    bad: '<div class="sidebar-200px">\n  <surety-contract-list></surety-contract-list>\n</div>',
  },
  {
    title: '見出しは、ページの側に置く',
    why: '部品の中の見出しは h2 から始まります。その上にページの h1 があると、読み上げでたどれます。',
    good: '<h1>保証の申込み</h1>\n<surety-application-form></surety-application-form>',
    bad: '<surety-application-form></surety-application-form>\n<h1>保証の申込み</h1>',
  },
  {
    title: '固定した帯があるときは、高さを知らせる',
    why: 'エラーの一覧から欄へ飛んだとき、帯の下に隠れないようにします。',
    good: ':root {\n  --surety-scroll-margin: 8em;\n}',
    bad: 'header {\n  position: fixed;\n  height: 8em;\n}',
  },
  {
    title: '認証キーを、ページの側で扱わない',
    why: '認証キーは、部品の中だけで表示し、離れると消えます。アドレス・計測・保存に入れないでください。',
    good: "list.addEventListener('surety-contract-select', event => {\n  show(event.detail.contractNumber);\n});",
    bad: "history.pushState(null, '', `?key=${key}`);",
  },
];

const code = (text: string) => html`<pre>${text}</pre>`;

const card = ({title, why, good, bad}: Advice) =>
  html`<h2>${title}</h2>
    <p>${why}</p>
    <div class="sides">
      <div class="good"><strong>してよいこと</strong>${code(good)}</div>
      <div class="bad"><strong>しないこと</strong>${code(bad)}</div>
    </div>`;

/** What a page may do to the elements around it, and what it had better not. */
export const ページの作り方: StoryObj = {
  render: () =>
    html`<div class="page">
      <h1>してよいこと・しないこと</h1>
      <p>部品を置くページの側で守ると、見た目が崩れず、版が上がっても直さずに済みます。</p>
      ${advice.map(card)}
    </div>`,
};

/** Makes the place of the elements as wide as the slider says. */
function setWidth(event: Event) {
  const {value, parentElement} = event.currentTarget as HTMLInputElement;
  const frame = parentElement?.parentElement?.querySelector<HTMLElement>('.frame');
  if (frame) frame.style.width = `${value}px`;
}

/** The layout of an element follows the place where it stands, not the window. */
export const 置いた場所の幅に従う: StoryObj = {
  render: () =>
    html`<div class="page">
      <h1>置いた場所の幅に従う</h1>
      <p>並び方は、画面ではなく、置いた場所の幅で決まります。つまみを動かすと、枠の幅が変わります。</p>
      <div class="width">
        <label for="width">枠の幅（320〜1,180 px）</label>
        <input id="width" type="range" min="320" max="1180" step="20" value="1180" @input=${setWidth} />
      </div>
      <div class="frame">
        ${withSandbox(
          {},
          html`<surety-contract-list .contracts=${sampleContracts(3)}></surety-contract-list>`,
        )}
      </div>
    </div>`,
};

/** The same place, narrow: rows have become cards. */
export const 狭い場所: StoryObj = {
  ...置いた場所の幅に従う,
  play: ({canvasElement}) => {
    const slider = canvasElement.querySelector<HTMLInputElement>('#width');
    if (!slider) throw new Error('There is no slider in this story.');
    slider.value = '380';
    slider.dispatchEvent(new Event('input'));
  },
};
