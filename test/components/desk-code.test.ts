import {expect} from '@open-wc/testing';
import {html} from 'lit';
import '../../components/desk/define.js';
import type {SuretyDesk} from '../../components/desk/desk.js';
import {eventually} from '../support/eventually.js';
import {fired} from '../support/fired.js';
import {mountWithSandbox} from '../support/mount.js';
import {breakScripts, mendScripts} from '../support/outage.js';
import {find, findAll, findButton, textOf} from '../support/shadow.js';

// Nothing of the desk's parts is imported here: their code has to be fetched.
describe('surety-desk while the code of a view cannot be fetched', () => {
  afterEach(mendScripts);

  it('says so, tells the page, leaves the rest of the desk usable, and goes on when one tries again', async () => {
    breakScripts('/components/contract-list/');
    const {el} = await mountWithSandbox<SuretyDesk>(html`<surety-desk></surety-desk>`, {seed: 'empty'});
    const {error} = await fired(el, 'surety-error', () => findButton(el, '保証契約一覧').click());
    expect(error.code).to.equal('asset-load');
    await eventually(() => findAll(el, '[role=alert].notice').length === 1);
    expect(textOf(find(el, '[role=alert].notice'))).to.contain('必要なファイルを読み込めませんでした。');
    expect(el.view).to.equal('contracts');
    await expect(el).to.be.accessible();

    findButton(el, 'ホーム').click();
    await eventually(() => findAll(el, '.calm').length === 1);
    expect(findAll(el, '[role=alert].notice')).to.have.length(0);
    findButton(el, '保証契約一覧').click();
    await eventually(() => findAll(el, '[role=alert].notice').length === 1);

    mendScripts();
    findButton(el, 'もう一度読み込む').click();
    await eventually(() => findAll(el, '.part:not([hidden]) > surety-contract-list').length === 1);
    expect(findAll(el, '[role=alert].notice')).to.have.length(0);
    const list = find(el, 'surety-contract-list');
    await eventually(() => textOf(list).includes('保証契約はまだありません。'));
  });
});
