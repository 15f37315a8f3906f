import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import '../components/application-form/define.js';
import '../components/certificate-check/define.js';
import '../components/desk/define.js';
import {createSandbox, leafletApplication, leafletKeys} from '../demo/sandbox/index.js';
import {arriveAt, field, press, see, type} from './acting.js';
import {withSandbox, storyNow} from './support.js';

/** Whole ways through the kit, walked by the story itself: what breaks on the way fails the story. */
export default {title: '流れ/申込から確認まで', tags: ['!autodocs']} satisfies Meta;

const {works} = leafletApplication();

/** A name is missing, the form says so, the person mends it, looks at everything once more, and sends. */
export const 申込をつくって送る: StoryObj = {
  render: () =>
    withSandbox(
      {seed: 'empty'},
      html`<surety-application-form
        .value=${leafletApplication({works: {...works, name: ''}})}
      ></surety-application-form>`,
    ),
  play: async ({canvasElement, step}) => {
    await step('発注者の条件が出る', async () => {
      await see(canvasElement, 'この発注者の電子保証の条件');
    });
    await step('工事名がないまま確認へ進むと、どの欄かを言われる', async () => {
      await press(canvasElement, 'その他');
      await press(canvasElement, '申込内容を確認する');
      await press(canvasElement, '工事名を入力してください');
    });
    await step('工事名を書いて、申込確認へ進む', async () => {
      await type(canvasElement, '工事名', works.name);
      await press(canvasElement, 'その他');
      await press(canvasElement, '申込内容を確認する');
      await arriveAt(canvasElement, 'ステップ2／3 申込確認');
      await see(canvasElement, works.name);
    });
    await step('送ると、受付番号が出る', async () => {
      await press(canvasElement, 'この内容で申し込む');
      await arriveAt(canvasElement, 'ステップ3／3 送信完了');
      await see(canvasElement, '受付番号');
    });
  },
};

/** From the list to one contract, its key, and the notice that goes to the obligee. */
export const 一覧から認証キーのお知らせまで: StoryObj = {
  render: () => withSandbox({}, html`<surety-desk></surety-desk>`),
  play: async ({canvasElement, step}) => {
    await step('保証契約一覧から、契約を選ぶ', async () => {
      await press(canvasElement, '保証契約一覧');
      await press(canvasElement, '詳細');
      await arriveAt(canvasElement, '電子保証概要');
    });
    await step('認証キーは、表示するまで出ない', async () => {
      const key = () => canvasElement.querySelector('surety-desk')?.shadowRoot?.querySelector('[part=key]');
      if (key()) throw new Error('The key is shown before anybody asked for it.');
      await press(canvasElement, '認証キーを表示する');
      await see(canvasElement, '認証キー');
    });
    await step('お知らせを開く', async () => {
      await press(canvasElement, '印刷');
      await arriveAt(canvasElement, '「認証キー」のお知らせ');
    });
  },
};

const {number, authKey} = leafletKeys['advance-payment'];

/** The other side: number and key from the notice open the certificate, and the obligee accepts it. */
export const 発注者が証書を確認する: StoryObj = {
  render: () => {
    const sandbox = createSandbox({seed: 'leaflet', now: () => storyNow});
    return html`<surety-certificate-check
      api-base="/v1"
      .fetch=${(input: RequestInfo | URL, init?: RequestInit) => sandbox.fetch(new Request(input, init))}
      .getToken=${() => sandbox.signIn('obligee')}
    ></surety-certificate-check>`;
  },
  play: async ({canvasElement, step}) => {
    await step('番号と認証キーを写す', async () => {
      await type(canvasElement, '保証契約番号', number);
      await type(canvasElement, '認証キー', authKey);
      const {value} = await field(canvasElement, '保証契約番号');
      if (value !== number) throw new Error(`The number became ${value}.`);
    });
    await step('証書が出て、工事名が読める', async () => {
      await press(canvasElement, '証書を確認する');
      await arriveAt(canvasElement, '保証証書の確認結果');
      await see(canvasElement, works.name);
    });
  },
};
