import {expect} from '@open-wc/testing';
import {html} from 'lit';
import '../../components/obligee-directory/define.js';
import type {SuretyObligeeDirectory} from '../../components/obligee-directory/obligee-directory.js';
import {eventually} from '../support/eventually.js';
import {fired} from '../support/fired.js';
import {mountWithSandbox, type MountSandboxOptions} from '../support/mount.js';
import {find, findAll, problem, textOf} from '../support/shadow.js';

const mountDirectory = (options: MountSandboxOptions = {}) =>
  mountWithSandbox<SuretyObligeeDirectory>(
    html`<surety-obligee-directory></surety-obligee-directory>`,
    options,
  );

function look(el: Element, words: string) {
  const field = find<HTMLInputElement>(el, '#words');
  field.value = words;
  field.dispatchEvent(new InputEvent('input', {bubbles: true}));
}

describe('a body that is not in the directory', () => {
  it('is found in any kana, is 「要確認」 with what to ask, and can be chosen', async () => {
    const {el} = await mountDirectory();
    expect(findAll(el, '[part=others]')).to.have.length(0);
    look(el, 'ﾖｺﾃｼ');
    await eventually(() => findAll(el, '.bodies li').length === 1);
    const others = find(el, '[part=others]');
    expect(textOf(others)).to.contain('要確認').and.contain('横手市').and.contain('052035');
    expect(textOf(others)).to.contain('どこに、どの方法で提出するか');
    await expect(el).to.be.accessible();
    const detail = await fired(el, 'surety-obligee-select', () =>
      others.querySelector<HTMLElement>('.bodies button')?.click(),
    );
    expect(detail).to.deep.equal({code: '052035', name: '横手市'});
  });

  it('does not stand beside itself when its rule is known', async () => {
    const {el} = await mountDirectory();
    look(el, 'にかほ');
    await eventually(() => textOf(find(el, '.count')).startsWith('1'));
    await eventually(() => findAll(el, '.bodies li').length === 0);
    expect(findAll(el, '[data-code="052141"]')).to.have.length(1);
  });

  it('is passed over in silence where the API knows none', async () => {
    const {el} = await mountDirectory({
      intercept: request => (request.url.includes('/local-bodies') ? problem(404) : undefined),
    });
    look(el, '横手');
    await eventually(() => el.shadowRoot?.querySelector('.empty'));
    expect(findAll(el, '[role=alert].notice')).to.have.length(0);
  });
});
