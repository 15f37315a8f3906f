import {expect} from '@open-wc/testing';
import {html} from 'lit';
import '../../components/contract-detail/define.js';
import '../../components/obligee-directory/define.js';
import '../../components/provider/define.js';
import {leafletKeys} from '../../demo/sandbox/index.js';
import {eventually} from '../support/eventually.js';
import {mountWithSandbox} from '../support/mount.js';
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
