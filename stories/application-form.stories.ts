import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import '../components/application-form/define.js';
import {leafletApplication} from '../demo/sandbox/index.js';
import {filledForm, formIn, openOnly, withApplication} from './form-steps.js';
import {deadFetch, withFetch, withSandbox} from './support.js';

export default {
  title: '申込/保証申込',
  component: 'surety-application-form',
  render: () => withSandbox({seed: 'empty'}, html`<surety-application-form></surety-application-form>`),
} satisfies Meta;

/** As it opens: nothing typed, no error. */
export const 新規: StoryObj = {};

/** The data of the leaflet, given by the page as `value`. */
export const 事前入力: StoryObj = {render: () => filledForm()};

/** 「保証の申込内容」 with the obligee's verdict and the shares of the amounts. */
export const 保証の申込内容: StoryObj = {
  render: () => filledForm(),
  play: async ({canvasElement}) => (await formIn(canvasElement, '.rule')).goTo('guarantees'),
};

/** After a first try with nothing typed: summary, counts on the tabs, words at the fields. */
export const 入力エラー: StoryObj = {
  play: async ({canvasElement}) => {
    (await formIn(canvasElement, '.company span')).validate();
  },
};

/** 「申込確認」. */
export const 申込確認: StoryObj = {
  render: () => filledForm(),
  play: async ({canvasElement}) => (await formIn(canvasElement, '.rule')).goTo('check'),
};

/** 「送信完了」. */
export const 送信完了: StoryObj = {
  render: () => filledForm(),
  play: async ({canvasElement}) => {
    await (await formIn(canvasElement, '.rule')).submit();
  },
};

/** An obligee that does not take this contract electronically: said, and paper offered. */
export const 電子保証を利用できない発注者: StoryObj = {
  render: () => {
    const value = leafletApplication();
    value.works.dates = {bidNotice: '2026-01-31'};
    value.works.signedOn = null;
    return withSandbox(
      {seed: 'empty'},
      html`<surety-application-form .value=${value}></surety-application-form>`,
    );
  },
  play: async ({canvasElement}) => (await formIn(canvasElement, '.rule')).goTo('guarantees'),
};

/** Sent back by the surety, with its reason. */
export const 差戻し: StoryObj = {
  render: () =>
    withApplication({
      content: leafletApplication(),
      state: 'returned',
      returnReason: '工期の終わりの日を、契約書と合わせてください。',
    }),
  play: ({canvasElement}) => openOnly(canvasElement),
};

/** Issued: 手続状況, 保証契約番号 and what the surety says; nothing to change. */
export const 発行済: StoryObj = {
  render: () => withApplication({content: leafletApplication(), state: 'issued'}),
  play: ({canvasElement}) => openOnly(canvasElement),
};

/** Long names, to the limits: nothing is cut or pushed out of the page. */
export const 長い名前: StoryObj = {
  render: () => {
    const value = leafletApplication({
      jointVentureName: '髙﨑・𠮷田・〇〇特定建設工事共同企業体'.repeat(3).slice(0, 58),
    });
    value.works.name = '令和7年度 社会資本整備総合交付金事業 市道〇〇線 道路改良工事（第1工区）'
      .repeat(8)
      .slice(0, 390);
    return withSandbox(
      {seed: 'empty'},
      html`<surety-application-form .value=${value}></surety-application-form>`,
    );
  },
};

/** `drafts="session"`: kept for this tab, said, and deletable. */
export const 一時保存: StoryObj = {
  render: () =>
    withSandbox({seed: 'empty'}, html`<surety-application-form drafts="session"></surety-application-form>`),
};

/** The API cannot be reached: one can type all the same. */
export const 通信できない: StoryObj = {
  render: () => withFetch(deadFetch, html`<surety-application-form></surety-application-form>`),
};

/** Every answer takes two seconds: the form is usable at once. */
export const 遅い回線: StoryObj = {
  tags: ['moving'], // another picture after two seconds
  render: () =>
    withSandbox({seed: 'empty', scenario: 'slow'}, html`<surety-application-form></surety-application-form>`),
};
