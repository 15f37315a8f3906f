import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import '../components/register/define.js';
import {createSandbox, leafletKeys, type SandboxOptions} from '../demo/sandbox/index.js';
import type {PaperCertificate} from '../src/schemas/register-entry.js';
import {deadFetch, silentFetch, storyNow, withFetch, withSandbox} from './support.js';

const meta = {
  title: '発注者/保証証書の台帳',
  component: 'surety-register',
} satisfies Meta;
export default meta;

type Story = StoryObj;

const register = html`<surety-register></surety-register>`;

const paper = (changes: Partial<PaperCertificate> = {}): PaperCertificate => ({
  contractNumber: 'A123-456',
  kind: 'performance',
  suretyName: '西日本建設業保証株式会社',
  contractorName: '株式会社 △△土木',
  worksName: '橋梁補修工事',
  guaranteeAmount: 1_000_000,
  validUntil: '2026-10-20',
  receivedOn: '2026-09-01',
  releasedOn: null,
  note: '書庫 3-2',
  ...changes,
});

/** A register with the leaflet's certificates and some on paper, as its obligee sees it. */
async function fetchFilled(papers: readonly PaperCertificate[], options: SandboxOptions = {}) {
  const sandbox = createSandbox({seed: 'leaflet', now: () => storyNow, ...options});
  const {token} = await sandbox.signIn('obligee');
  const fetch: typeof globalThis.fetch = (input, init) => {
    const request = new Request(input, init);
    request.headers.set('Authorization', `Bearer ${token}`);
    return sandbox.fetch(request);
  };
  const post = async (path: string, body: object) => {
    const headers = {'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID()};
    const address = new URL(`/v1/register/${path}`, location.href);
    const response = await fetch(address, {method: 'POST', headers, body: JSON.stringify(body)});
    if (!response.ok) throw new Error(`The obligee got ${response.status}.`);
  };
  for (const {number, authKey} of Object.values(leafletKeys)) {
    await post('checks', {contractNumber: number, authKey});
  }
  for (const body of papers) await post('papers', body);
  return fetch;
}

const filled = (papers: readonly PaperCertificate[]): Story => ({
  loaders: [async () => ({fetch: await fetchFilled(papers)})],
  render: (_args, {loaded}) => withFetch(loaded['fetch'] as typeof fetch, register),
});

/** Nothing was checked yet. */
export const 空の台帳: Story = {render: () => withSandbox({role: 'obligee'}, register)};

/** Two electronic certificates not answered yet, and one on paper whose 保証期限 is near. */
export const 電子と紙: Story = filled([paper()]);

/** More than one page. */
export const 大量の証書: Story = filled(
  Array.from({length: 120}, (_, index) =>
    paper({
      contractNumber: `B${String(index + 1).padStart(3, '0')}-000${index % 10}`,
      worksName: `第${index + 1}号 市道改良工事`,
      guaranteeAmount: 1_000_000 + index * 10_000,
      validUntil: index % 7 === 0 ? '2026-09-30' : '2027-03-31',
      releasedOn: index % 11 === 0 ? '2026-09-20' : null,
    }),
  ),
);

/** Names that are as long as they may be. */
export const 長い名前: Story = filled([
  paper({
    contractNumber: '１２３４５－６７８９０１２３４５６７８９０',
    contractorName: '〇〇・△△・□□特定建設工事共同企業体 代表者 株式会社〇〇建設工業 東北支店',
    worksName: '令和8年度 社会資本整備総合交付金事業 一般県道象潟矢島線（仮称）道路改良工事（その2）'.repeat(
      3,
    ),
    guaranteeAmount: 999_999_999_999,
    note: '書庫 3-2。契約書の綴りと一緒に保管。次の担当者に引き継ぐこと。',
  }),
]);

/** The form for a paper certificate, sent empty: what is wrong with each field. */
export const 紙の記録の誤り: Story = {
  ...filled([]),
  play: async ({canvasElement}) => {
    const root = canvasElement.querySelector('surety-register')?.shadowRoot;
    const press = async (selector: string) => {
      for (let tries = 0; tries < 100 && !root?.querySelector(selector); tries++) {
        await new Promise(resolve => setTimeout(resolve, 50));
      }
      root?.querySelector<HTMLElement>(selector)?.click();
    };
    await press('#paper');
    await press('.paper button[type=submit]');
    await press('.error-summary');
  },
};

/** The register does not answer yet. */
export const 読み込み中: Story = {render: () => withFetch(silentFetch, register)};

/** The register cannot be reached. */
export const 通信できない: Story = {render: () => withFetch(deadFetch, register)};
