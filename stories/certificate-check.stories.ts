import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import '../components/certificate-check/define.js';
import type {Expected} from '../components/certificate-check/expected.js';
import {leafletKeys} from '../demo/sandbox/index.js';
import {contractNumber, fetchAfter, fetchAnswered} from './changed-contract.js';
import {deadFetch, silentFetch, waitFor, withFetch, withSandbox} from './support.js';

const meta = {
  title: '発注者/保証証書の確認',
  component: 'surety-certificate-check',
} satisfies Meta;
export default meta;

type Story = StoryObj;

const {authKey} = leafletKeys['advance-payment'];
const check = (expected?: Expected) =>
  html`<surety-certificate-check .expected=${expected}></surety-certificate-check>`;

/** Types both, presses the button and waits for what is to be seen. */
const checking =
  (number: string, key: string, outcome: string, tries = 1): NonNullable<Story['play']> =>
  async ({canvasElement}) => {
    const root = canvasElement.querySelector('surety-certificate-check')?.shadowRoot;
    if (!root) return;
    for (let count = 0; count < tries; count++) {
      const fields = {number, key};
      for (const [id, text] of Object.entries(fields)) {
        const field = await waitFor(root, `#${id}`);
        if (field instanceof HTMLInputElement) field.value = text;
      }
      root.querySelector<HTMLElement>('button[type=submit]')?.click();
      await new Promise(resolve => setTimeout(resolve, 50)); // what the try before left is gone
      await waitFor(root, count === tries - 1 ? outcome : '#mismatch');
      await waitFor(root, 'form[aria-busy=false], #result-title');
    }
  };

/** Nothing is wrong before the first try. */
export const 入力前: Story = {render: () => withSandbox({role: 'obligee'}, check())};

/** In force, with the certificate and its history. */
export const 有効な証書: Story = {
  render: () => withSandbox({role: 'obligee'}, check()),
  play: checking(contractNumber, authKey, '.sheet'),
};

/** The obligee has accepted it a moment ago, and can take that back. */
export const 受領した証書: Story = {
  loaders: [async () => ({fetch: await fetchAnswered({outcome: 'accepted'}, 'obligee')})],
  render: (_args, {loaded}) => withFetch(loaded['fetch'] as typeof fetch, check()),
  play: checking(contractNumber, authKey, '[data-outcome=accepted]'),
};

/** 差戻し needs a reason. */
export const 差戻しの理由: Story = {
  render: () => withSandbox({role: 'obligee'}, check()),
  play: async context => {
    await checking(contractNumber, authKey, '[part=answer]')(context);
    const root = context.canvasElement.querySelector('surety-certificate-check')?.shadowRoot;
    const press = (name: string) =>
      [...(root?.querySelectorAll('button') ?? [])]
        .find(button => button.textContent?.includes(name))
        ?.click();
    press('差し戻す');
    if (root) await waitFor(root, '#answer-reason');
    press('理由を付けて差し戻す');
    if (root) await waitFor(root, '#answer-reason-error');
  },
};

/** Another obligee may read it with number and key, but not answer. */
export const ほかの発注者: Story = {
  render: () => withSandbox({role: 'obligee', accountId: 'obligee-2'}, check()),
  play: checking(contractNumber, authKey, '[part=answer]'),
};

/** 変更1: what was changed is marked. */
export const 変更後の証書: Story = {
  loaders: [async () => ({fetch: await fetchAfter('change', 'obligee')})],
  render: (_args, {loaded}) => withFetch(loaded['fetch'] as typeof fetch, check()),
  play: checking(contractNumber, authKey, '.sheet'),
};

/** The key still opens it, and it says that it is cancelled. */
export const 取り消された証書: Story = {
  loaders: [async () => ({fetch: await fetchAfter('cancel', 'obligee')})],
  render: (_args, {loaded}) => withFetch(loaded['fetch'] as typeof fetch, check()),
  play: checking(contractNumber, authKey, '.sheet'),
};

/** The day after 保証期限. */
export const 満了した証書: Story = {
  render: () => withSandbox({role: 'obligee', now: () => new Date('2027-03-20T09:00:00+09:00')}, check()),
  play: checking(contractNumber, authKey, '.sheet'),
};

/** The obligee's own data beside the certificate's; one amount differs. */
export const お手元の情報との照合: Story = {
  render: () =>
    withSandbox(
      {role: 'obligee'},
      check({
        worksName: '令和７年度　市道〇〇線道路改良工事',
        contractorName: '〇〇建設株式会社',
        guaranteeAmount: 20_000_000,
        worksPrice: 51_000_000,
        period: {from: '2026-02-21', to: '2027-03-19'},
      }),
    ),
  play: checking(contractNumber, authKey, '.sheet'),
};

/** What is wrong with each field, and the summary. */
export const 入力の誤り: Story = {
  render: () => withSandbox({role: 'obligee'}, check()),
  play: checking('1234', 'Z28YUE4J', '.error-summary'),
};

/** One neutral answer, whatever it was. */
export const 番号とキーが合わない: Story = {
  render: () => withSandbox({role: 'obligee'}, check()),
  play: checking(contractNumber, 'Wrong2Key234', '#mismatch'),
};

/** After too many tries. */
export const 待ち時間: Story = {
  render: () => withSandbox({role: 'obligee'}, check()),
  play: checking(contractNumber, 'Wrong2Key234', '#waiting', 6),
};

/** The register does not answer yet. */
export const 確認中: Story = {
  render: () => withFetch(silentFetch, check()),
  play: checking(contractNumber, authKey, 'form[aria-busy=true]'),
};

/** The register cannot be reached; what was typed stays. */
export const 通信できない: Story = {
  render: () => withFetch(deadFetch, check()),
  play: checking(contractNumber, authKey, '.notice[role=alert]'),
};

const note = (name: string, number: string, key: string) =>
  new File([`保証契約番号：${number}\n${key && `認証キー：${key}`}`], name, {type: 'text/plain'});

/** Drops files as a person does with a mouse. */
const dropping =
  (files: readonly File[]): NonNullable<Story['play']> =>
  async ({canvasElement}) => {
    const element = canvasElement.querySelector('surety-certificate-check');
    if (!element?.shadowRoot) return;
    await waitFor(element.shadowRoot, '#choose-files');
    const dataTransfer = new DataTransfer();
    for (const file of files) dataTransfer.items.add(file);
    element.dispatchEvent(new DragEvent('drop', {dataTransfer, bubbles: true, cancelable: true}));
    await waitFor(element.shadowRoot, 'tr[data-state=checked]');
  };

/** Several notices put in together: found, without a key, with a wrong key, and no notice at all. */
export const まとめて確認: Story = {
  tags: ['moving'], // one notice after another is looked up
  render: () => withSandbox({role: 'obligee'}, check()),
  play: dropping([
    note('お知らせ_1.txt', leafletKeys['advance-payment'].number, authKey),
    note('お知らせ_2.txt', leafletKeys.performance.number, ''),
    note('お知らせ_3.txt', leafletKeys.performance.number, 'Wrong2Key234'),
    new File(['請求書'], '請求書.txt', {type: 'text/plain'}),
  ]),
};

/** The obligee's own ledger is there: what will be compared, what will not, and what could not be read. */
export const 台帳と照合する準備: Story = {
  render: () =>
    withSandbox(
      {role: 'obligee'},
      check(`保証契約番号,工事名,請負金額,受付日\n${contractNumber},市道改良工事,五千万円くらい,2026-02-03`),
    ),
};

/** What was pasted is no ledger. */
export const 読めない台帳: Story = {
  render: () => withSandbox({role: 'obligee'}, check('よろしくお願いします。')),
};
