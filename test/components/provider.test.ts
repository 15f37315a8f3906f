import {expect, fixture} from '@open-wc/testing';
import {html} from 'lit';
import '../../components/application-form/define.js';
import '../../components/contract-list/define.js';
import '../../components/provider/define.js';
import type {SuretyContractList} from '../../components/contract-list/contract-list.js';
import type {SuretyProvider} from '../../components/provider/provider.js';
import {createSandbox} from '../../demo/sandbox/index.js';
import {settled} from '../support/mount.js';
import {ApplicationForm} from '../support/application-form.js';
import {eventually} from '../support/eventually.js';
import {textOf} from '../support/shadow.js';

/** A provider over a sandbox that counts the requests it gets, with one contract list inside. */
async function mountList(role: 'contractor' | 'obligee' = 'contractor') {
  const sandbox = createSandbox({seed: 'leaflet'});
  const asked: Request[] = [];
  const send: typeof fetch = (input, init) => {
    const request = new Request(input, init);
    asked.push(request);
    return sandbox.fetch(request);
  };
  const provider = await fixture<SuretyProvider>(html`
    <surety-provider api-base="/v1" .fetch=${send} .getToken=${() => sandbox.signIn(role)}>
      <surety-contract-list></surety-contract-list>
    </surety-provider>
  `);
  const list = provider.querySelector<SuretyContractList>('surety-contract-list');
  if (!list) throw new Error('There is no list in the provider.');
  await settled(list);
  return {provider, list, asked, sandbox};
}

describe('surety-provider', () => {
  it('hands its options to every element inside it', async () => {
    const {list, asked} = await mountList();
    expect(textOf(list)).to.contain('05214-000123');
    expect(new URL(asked[0]?.url ?? '').pathname).to.match(/^\/v1\//);
    expect(asked[0]?.headers.get('Authorization')).to.match(/^Bearer ./);
  });

  it('lets an element’s own attribute win over its own', async () => {
    const {list, asked} = await mountList();
    asked.length = 0;
    list.setAttribute('api-base', '/elsewhere/v1');
    await settled(list);
    expect(asked.map(({url}) => new URL(url).pathname)).to.satisfy((paths: string[]) =>
      paths.every(path => path.startsWith('/elsewhere/v1/')),
    );
    expect(asked).to.not.have.length(0);
  });

  it('asks anew, as somebody else, when the page hands it another getToken', async () => {
    const {provider, list, sandbox} = await mountList();
    provider.getToken = () => sandbox.signIn('contractor', 'contractor-2');
    await eventually(() => !textOf(list).includes('05214-000123'), 'the first one’s contracts are gone');
  });

  for (const environment of ['sandbox', 'mock'] as const) {
    it(`says 「テスト環境」 once in environment="${environment}", not again in the elements inside`, async () => {
      const provider = await fixture<SuretyProvider>(html`
        <surety-provider api-base="/v1" environment=${environment} .fetch=${createSandbox().fetch}>
          <surety-contract-list></surety-contract-list>
        </surety-provider>
      `);
      const list = provider.firstElementChild as SuretyContractList;
      await settled(list);
      expect(textOf(provider)).to.contain('テスト環境');
      expect(textOf(list)).to.not.contain('テスト環境');
      await expect(provider).to.be.accessible();
    });
  }

  it('has everything inside it ask anew when the page says so, and what was typed stays', async () => {
    const paths: string[] = [];
    const {fetch: ask, signIn} = createSandbox();
    const provider = await fixture<SuretyProvider>(html`
      <surety-provider
        api-base="/v1"
        .getToken=${() => signIn('contractor')}
        .fetch=${(input: RequestInfo | URL, init?: RequestInit) => {
          const request = new Request(input, init);
          paths.push(new URL(request.url).pathname);
          return ask(request);
        }}
      >
        <surety-contract-list></surety-contract-list>
        <surety-application-form></surety-application-form>
      </surety-provider>
    `);
    const list = provider.querySelector('surety-contract-list');
    const element = provider.querySelector('surety-application-form');
    if (!list || !element) throw new Error('The provider holds no elements.');
    await settled(list);
    const form = new ApplicationForm(element);
    await settled(element);
    await form.fill('工事名', '髙﨑𠮷橋補修工事');
    paths.length = 0;
    provider.reload();
    await eventually(() => paths.includes('/v1/contracts') && paths.includes('/v1/me'), 'nothing was asked');
    await settled(element);
    expect(form.value('工事名')).to.equal('髙﨑𠮷橋補修工事');
  });

  it('says nothing of its own in production', async () => {
    const {provider} = await mountList();
    expect(textOf(provider)).to.equal('');
  });

  it('leaves what is slotted in the page’s own looks', async () => {
    const page = await fixture(html`
      <div class="page">
        <surety-provider api-base="/v1"><p>本文</p></surety-provider>
      </div>
    `);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('.page { color: rgb(1, 2, 3); font-size: 30px; }');
    document.adoptedStyleSheets.push(sheet);
    const text = page.querySelector('p');
    if (!text) throw new Error('There is no text in the provider.');
    expect(getComputedStyle(text).color).to.equal('rgb(1, 2, 3)');
    expect(getComputedStyle(text).fontSize).to.equal('30px');
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter(each => each !== sheet);
  });

  it('lets an element say what to write when no address is given anywhere', async () => {
    const list = await fixture<SuretyContractList>(html`<surety-contract-list></surety-contract-list>`);
    expect(textOf(list)).to.contain('api-base');
    expect(textOf(list)).to.contain('environment="mock"');
  });
});
