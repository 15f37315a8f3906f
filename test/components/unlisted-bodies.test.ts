import {expect} from '@open-wc/testing';
import {eventually} from '../support/eventually.js';
import {fired} from '../support/fired.js';
import {open} from '../support/obligee-directory.js';
import {problem, textOf} from '../support/shadow.js';

describe('a body that is not in the directory', () => {
  it('is found in any kana, is 「要確認」 with what to ask, and can be chosen', async () => {
    const directory = await open();
    expect(directory.unlisted()).to.equal(null);
    directory.type('ﾖｺﾃｼ');
    await eventually(() => directory.unlistedBodies().length === 1);
    expect(textOf(directory.unlisted())).to.contain('要確認').and.contain('横手市').and.contain('052035');
    expect(textOf(directory.unlisted())).to.contain('どこに、どの方法で提出するか');
    await expect(directory.element).to.be.accessible();
    const detail = await fired(directory.element, 'surety-obligee-select', () =>
      directory.unlistedBodies()[0]?.click(),
    );
    expect(detail).to.deep.equal({code: '052035', name: '横手市'});
  });

  it('does not stand beside itself when its rule is known', async () => {
    const directory = await open();
    await directory.search('にかほ');
    await eventually(() => directory.count().startsWith('1'));
    await eventually(() => directory.unlistedBodies().length === 0);
    expect(directory.names()).to.deep.equal(['にかほ市']);
  });

  it('is passed over in silence where the API knows none', async () => {
    const directory = await open({
      intercept: request => (request.url.includes('/local-bodies') ? problem(404) : undefined),
    });
    await directory.search('横手');
    await eventually(() => directory.emptyText());
    expect(directory.alert()).to.equal('');
  });
});
