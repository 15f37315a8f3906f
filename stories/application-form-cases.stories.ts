import type {Meta, StoryObj} from '@storybook/web-components-vite';
import '../components/application-form/define.js';
import {leafletApplication} from '../demo/sandbox/index.js';
import {filledForm, formIn, press, shown, works} from './form-steps.js';

/** What comes up while somebody applies: other works, other obligees, and what goes wrong on the way. */
export default {
  title: '申込/保証申込の場面',
  component: 'surety-application-form',
  render: () => filledForm(),
} satisfies Meta;

const ROW = [
  ['発注者', '工事名', '請負金額', '契約日', '備考'],
  ['にかほ市', '令和7年度 髙﨑橋補修工事', '５０，０００，０００', 'R8.2.20', '急ぎ'],
];

/** A row copied from a spreadsheet: which cell goes where is shown before anything is written. */
export const Excelの行を貼り付けたとき: StoryObj = {
  render: () => filledForm(),
  play: async ({canvasElement}) => {
    const form = await formIn(canvasElement, '.rule');
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', ROW.map(cells => cells.join('\t')).join('\n'));
    const field = form.shadowRoot?.getElementById('works/name');
    field?.dispatchEvent(
      new ClipboardEvent('paste', {clipboardData, bubbles: true, composed: true, cancelable: true}),
    );
    await shown(form, '.paste');
  },
};

/** What the obligee says about amounts, in its own words and with its page; never in the way. */
export const 金額の注意: StoryObj = {
  render: () => filledForm({obligee: {code: null, name: '真岡市'}, ...works({price: 40_000_000})}),
  play: async ({canvasElement}) => {
    const form = await formIn(canvasElement, '.company span');
    await form.goTo('guarantees');
    await shown(form, '[id="guarantees/advance-payment/guaranteeAmount-warning"]');
  },
};

/** 「こちら」: the obligees that take electronic guarantees, opened in place. */
export const 発注者の一覧をその場で開く: StoryObj = {
  play: async ({canvasElement}) => {
    const form = await formIn(canvasElement, '.rule');
    await form.goTo('guarantees');
    await press(form, 'button.link');
    await shown(form, 'surety-obligee-directory:defined');
  },
};

/** Contractors together; the representative applies. */
export const 共同企業体: StoryObj = {
  render: () => filledForm({jointVentureName: '〇〇・△△特定建設工事共同企業体'}),
  play: async ({canvasElement}) => {
    const form = await formIn(canvasElement, '.rule');
    await press(form, '[data-help=jointVentureName]');
  },
};

const {'advance-payment': advance, performance} = leafletApplication().guarantees;

/** Works over several years: the share is that of 今年度対象額. */
export const 複数年の工事: StoryObj = {
  render: () =>
    filledForm({
      ...works({price: 240_000_000, period: {from: '2026-02-21', to: '2029-03-19'}}),
      guarantees: {
        ...(advance && {
          'advance-payment': {...advance, currentYearAmount: 60_000_000, guaranteeAmount: 24_000_000},
        }),
        ...(performance && {performance: {...performance, guaranteeAmount: 24_000_000}}),
      },
    }),
  play: async ({canvasElement}) => (await formIn(canvasElement, '.rule')).goTo('guarantees'),
};

/** 前払金保証, 中間前払金保証 and 契約保証, applied for together. */
export const 三つの保証: StoryObj = {
  render: () => {
    const {redeposit: _redeposit, ...interim} = advance ?? {redeposit: false};
    return filledForm({
      guarantees: {
        ...(advance && {
          'advance-payment': advance,
          'interim-payment': {...interim, guaranteeAmount: 10_000_000} as typeof advance,
        }),
        ...(performance && {performance}),
      },
    });
  },
  play: async ({canvasElement}) => (await formIn(canvasElement, '.rule')).goTo('guarantees'),
};

/** An obligee where only some departments take electronic guarantees: which one is asked for. */
export const 担当課を尋ねる発注者: StoryObj = {
  render: () => filledForm({obligee: {code: '342131', name: '廿日市市'}}),
  play: async ({canvasElement}) => {
    await shown(await formIn(canvasElement, '.rule'), '[id="works/department"]');
  },
};

/** An obligee whose rule tells new contracts from changes of older ones. */
export const 変更契約かを尋ねる発注者: StoryObj = {
  render: () =>
    filledForm({
      obligee: {code: '382019', name: '松山市'},
      ...works({amendment: true, originalSignedOn: '2008-04-01', dates: {}}),
    }),
  play: async ({canvasElement}) => {
    await shown(await formIn(canvasElement, '.rule'), '[id="works/amendment"]');
  },
};

/** The same works were applied for already: nothing was sent, and the person says what was meant. */
export const 同じ工事の申込みがあるとき: StoryObj = {
  render: () => filledForm({}, {seed: {applications: [{content: leafletApplication()}]}}),
  play: async ({canvasElement}) => {
    const form = await formIn(canvasElement, '.rule');
    await form.goTo('check');
    await press(form, '[data-act=send]');
    await shown(form, '#twin');
  },
};

/** The session has ended while sending: everything is still there, and one signs in again in place. */
export const ログインの有効期限が切れたとき: StoryObj = {
  render: () =>
    filledForm(
      {},
      {
        intercept: ({method}) =>
          method === 'POST'
            ? Response.json(
                {type: 'about:blank', title: 'Unauthorized', status: 401},
                {status: 401, headers: {'Content-Type': 'application/problem+json'}},
              )
            : undefined,
      },
    ),
  play: async ({canvasElement}) => {
    const form = await formIn(canvasElement, '.rule');
    await form.goTo('check');
    await press(form, '[data-act=send]');
    await shown(form, '[role=alert].notice');
  },
};

/** The browser is offline: typing goes on, and the form says that sending has to wait. */
export const 接続が切れたとき: StoryObj = {
  play: async ({canvasElement}) => {
    const form = await formIn(canvasElement, '.rule');
    window.dispatchEvent(new Event('offline'));
    await form.updateComplete;
  },
};

/** The answer was lost: the form asks what became of the sending before it sends anything again. */
export const 受付状況を確認しています: StoryObj = {
  render: () =>
    filledForm(
      {},
      {
        intercept: ({method, url}) => {
          if (url.includes('/submissions/')) return new Promise<Response>(() => undefined);
          if (method === 'POST') throw new TypeError('The answer was lost.');
          return undefined;
        },
      },
    ),
  play: async ({canvasElement}) => {
    const form = await formIn(canvasElement, '.rule');
    await form.goTo('check');
    await press(form, '[data-act=send]');
    await shown(form, '.sending .loading-mark');
  },
};

/** On a telephone: 320 pixels wide, nothing beside anything else. */
export const 幅320ピクセル: StoryObj = {
  globals: {viewport: {value: 'mobile1', isRotated: false}},
  play: async ({canvasElement}) => (await formIn(canvasElement, '.rule')).goTo('guarantees'),
};
