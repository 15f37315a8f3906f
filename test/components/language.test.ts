import {expect} from '@open-wc/testing';
import {html, type TemplateResult} from 'lit';
import type {SuretyApplicationForm} from '../../components/application-form/application-form.js';
import '../../components/define-all.js';
import {createSandbox, leafletApplication, leafletKeys} from '../../demo/sandbox/index.js';
import {eventually} from '../support/eventually.js';
import {japaneseTexts, stringsIn} from '../support/japanese-text.js';
import {mount, mountWithSandbox, settled} from '../support/mount.js';
import {textOf} from '../support/shadow.js';

/** A directory inside a provider, over a sandbox that answers. */
async function mountDirectory(lang: string | undefined) {
  const {el: directory} = await mountWithSandbox(
    html`<surety-obligee-directory></surety-obligee-directory>`,
    {environment: 'sandbox'},
  );
  const provider = directory.closest('surety-provider');
  if (!provider) throw new Error('There is no provider around the directory.');
  if (lang) provider.lang = lang;
  return {provider, directory};
}

describe('the language of a page', () => {
  it('is Japanese unless somebody asks, whatever the page itself is in', async () => {
    const {provider, directory} = await mountDirectory(undefined);
    expect(textOf(provider)).to.contain('テスト環境');
    await eventually(() => textOf(directory).includes('にかほ市'));
    expect(textOf(directory)).to.contain('電子保証対応の発注者');
  });

  it('is English when the provider says so, and the elements say it to voices in a Japanese page', async () => {
    const {provider, directory} = await mountDirectory('en-US');
    await eventually(() => textOf(provider).includes('Test environment'));
    await eventually(() => directory.shadowRoot?.querySelector('[lang="en"]'));
    expect(textOf(directory)).to.contain('にかほ市');
    await eventually(() => directory.shadowRoot?.querySelector('blockquote[lang=ja]'));
    expect(textOf(directory)).to.contain('As published by the obligee, in Japanese');
  });

  it('writes days and amounts by its own habits', async () => {
    const {number} = leafletKeys['advance-payment'];
    const {el} = await mountWithSandbox(
      html`<surety-contract-detail contract-number=${number}></surety-contract-detail>`,
      {now: () => new Date('2026-02-03T10:15:00+09:00')},
    );
    el.lang = 'en';
    await eventually(() => textOf(el).includes('Valid until: 19 March 2027'));
    expect(textOf(el)).to.contain('¥50,000,000 (5,000万円)').and.contain('How to hand it in (にかほ市)');
    expect(textOf(el)).to.contain('Check that the certificate agrees with the contract.');
    await eventually(() => textOf(el).includes('にかほ市: submit by email.'));
    el.lang = 'ja';
    await eventually(() => textOf(el).includes('保証期限：令和9年3月19日'));
    expect(textOf(el)).to.contain('50,000,000円').and.contain('（5,000万円）');
  });

  it('goes back to Japanese, in the partner’s own words', async () => {
    const {provider, directory} = await mountDirectory('ja');
    await eventually(() => textOf(provider).includes('テスト環境'));
    provider.messages = {ja: {words: {発注者: '委託者', テスト環境: '試験'}}};
    await eventually(() => textOf(directory).includes('電子保証対応の委託者'));
    expect(textOf(provider)).to.contain('試験');
    expect(directory.shadowRoot?.querySelector('[lang]')).to.equal(null);
  });

  it('takes other words of the partner at once', async () => {
    const {provider, directory} = await mountDirectory('ja');
    provider.messages = {ja: {words: {発注者: '注文者'}}};
    await eventually(() => textOf(directory).includes('電子保証対応の注文者'));
    expect(textOf(provider)).to.contain('テスト環境');
  });

  it('stays as it is for a language that the kit does not speak', async () => {
    const {provider, directory} = await mountDirectory('fr');
    await eventually(() => textOf(directory).includes('にかほ市'));
    expect(textOf(provider)).to.contain('テスト環境');
  });
});

/** Mounts an element in English in front of a sandbox; `names` are all texts that the API has answered with. */
async function mountEnglish<T extends HTMLElement>(
  template: TemplateResult,
  role: 'contractor' | 'obligee' = 'contractor',
) {
  const now = () => new Date('2026-02-03T10:15:00+09:00');
  const sandbox = createSandbox({seed: 'leaflet', now});
  const names = new Set<string>();
  const el = await mount<T>(template, {
    environment: 'sandbox',
    fetch: async (input, init) => {
      const response = await sandbox.fetch(new Request(input, init));
      if (response.headers.get('Content-Type')?.includes('json'))
        for (const text of stringsIn(await response.clone().json())) names.add(text);
      return response;
    },
    getToken: () => sandbox.signIn(role),
  });
  const provider = el.closest('surety-provider');
  if (!provider) throw new Error('There is no provider around the element.');
  provider.lang = 'en';
  await eventually(() => textOf(provider).includes('Test environment'));
  await settled(el);
  return {el, names};
}

describe('the English words of every element', () => {
  const {number} = leafletKeys['advance-payment'];
  const elements: Record<string, TemplateResult> = {
    'surety-application-form': html`<surety-application-form></surety-application-form>`,
    'surety-certificate-check': html`<surety-certificate-check></surety-certificate-check>`,
    'surety-certificate-selector': html`<surety-certificate-selector></surety-certificate-selector>`,
    'surety-certificate-viewer': html`<surety-certificate-viewer
      contract-number=${number}
    ></surety-certificate-viewer>`,
    'surety-contract-detail': html`<surety-contract-detail
      contract-number=${number}
    ></surety-contract-detail>`,
    'surety-contract-list': html`<surety-contract-list></surety-contract-list>`,
    'surety-desk': html`<surety-desk></surety-desk>`,
    'surety-guide': html`<surety-guide></surety-guide>`,
    'surety-key-notice': html`<surety-key-notice contract-number=${number}></surety-key-notice>`,
    'surety-obligee-directory': html`<surety-obligee-directory></surety-obligee-directory>`,
    'surety-register': html`<surety-register></surety-register>`,
  };
  for (const role of ['contractor', 'obligee'] as const)
    for (const [tag, template] of Object.entries(elements))
      it(`leave no Japanese besides quotations and names in ${tag}, seen by the ${role}`, async () => {
        const {el, names} = await mountEnglish(template, role);
        expect(textOf(el)).to.not.equal('');
        expect(japaneseTexts(el, names)).to.deep.equal([]);
      });

  it('leave no Japanese besides names in the errors and the review of an application', async () => {
    const {el, names} = await mountEnglish<SuretyApplicationForm>(
      html`<surety-application-form></surety-application-form>`,
    );
    expect(await el.validate()).to.equal(false);
    el.reportValidity();
    await eventually(() => el.shadowRoot?.querySelector('[part~=error-summary]'));
    expect(japaneseTexts(el, names)).to.deep.equal([]);
    const application = leafletApplication();
    for (const name of stringsIn(application)) names.add(name);
    el.value = application;
    await el.goTo('check');
    await eventually(() => textOf(el).includes('Apply with this content'));
    await settled(el);
    expect(japaneseTexts(el, names)).to.deep.equal([]);
  });

  it('leave no Japanese in what the author of a page has to set right', async () => {
    const list = await mount(html`<surety-contract-list></surety-contract-list>`, {apiBase: ''});
    list.lang = 'en';
    await eventually(() => textOf(list).includes('The address of the API is not set.'));
    expect(japaneseTexts(list, [])).to.deep.equal([]);
    const directory = await mount(
      html`<surety-obligee-directory feed-src="ftp://obligees.json"></surety-obligee-directory>`,
    );
    directory.lang = 'en';
    await eventually(() =>
      textOf(directory).includes('feed-src="ftp://obligees.json" cannot be read as an address.'),
    );
    expect(japaneseTexts(directory, [])).to.deep.equal([]);
  });

  it('leave no Japanese in the report of a feed that needs correction', async () => {
    const entry = {obligee: 'Nikaho', kana: 5, paper_allowed: 'perhaps', start_date: '2026-02-30'};
    const feed = {format: 'surety-obligees', version: 1, updatedOn: 'today', obligees: [entry]};
    const directory = await mount(
      html`<surety-obligee-directory feed-src="/obligees.json"></surety-obligee-directory>`,
      {fetch: () => Promise.resolve(Response.json(feed))},
    );
    directory.lang = 'en';
    await eventually(() => textOf(directory).includes('(Prefecture)'));
    expect(japaneseTexts(directory, [])).to.deep.equal([]);
  });
});
