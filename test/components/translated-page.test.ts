import {expect} from '@open-wc/testing';
import {html} from 'lit';
import type {SuretyContractList} from '../../components/contract-list/contract-list.js';
import '../../components/application-form/define.js';
import '../../components/contract-list/define.js';
import {sampleContracts} from '../../stories/sample-contracts.js';
import {mountForm} from '../support/application-form.js';
import {eventually} from '../support/eventually.js';
import {mountWithSandbox, settled} from '../support/mount.js';
import {find, findAll, textOf} from '../support/shadow.js';
import {TRANSLATED, translatePage} from '../support/translator.js';

describe('a page that the browser translates', () => {
  const stops: (() => void)[] = [];
  const translated = <T extends HTMLElement>(el: T): T => {
    stops.push(translatePage(el));
    return el;
  };
  afterEach(() => stops.splice(0).forEach(stop => stop()));

  it('shows each amount and ratio of the form as it is now, not as it was when it was translated', async () => {
    const {form, el} = await mountForm();
    translated(el);
    await form.fill('請負金額', '５０，０００，０００円');
    expect(form.echoAt('請負金額')).to.contain('5,000万円');
    await form.fill('請負金額', '4000万');
    expect(form.echoAt('請負金額')).to.contain('4,000万円').and.not.contain('5,000');
  });

  it('takes an application from the first field to the check, and back to a field that was changed', async () => {
    const {form, el} = await mountForm();
    translated(el);
    await form.fillLeaflet();
    await form.press('申込内容を確認する');
    expect(form.step()).to.equal('申込確認');
    expect(textOf(el)).to.contain(`申込確認${TRANSLATED}`);
    expect(form.text()).to.contain('20,000,000').and.contain('40.0%');
    await form.press('入力に戻る');
    await form.openSection('保証の申込内容');
    await form.in('前払金保証').fill('前払金保証金額', '1000万円');
    await form.press('申込内容を確認する');
    expect(form.text()).to.contain('10,000,000').and.contain('20.0%').and.not.contain('40.0%');
  });

  it('says at a field what is wrong with it now', async () => {
    const {form, el} = await mountForm();
    translated(el);
    await form.press('申込内容を確認する');
    const missing = form.errorAt('請負金額');
    await form.fill('請負金額', '五千万ドル');
    await eventually(() => form.errorAt('請負金額') !== missing, 'the error is still the first one');
  });

  it('draws in each row of a long list the contract that belongs there', async () => {
    const contracts = sampleContracts(1_000);
    const {el} = await mountWithSandbox<SuretyContractList>(
      html`<surety-contract-list .contracts=${contracts}></surety-contract-list>`,
    );
    await settled(el);
    translated(el);
    const box = find(el, '.rows');
    for (const top of [box.scrollHeight / 2, box.scrollHeight, 4_000]) {
      box.scrollTop = top;
      await eventually(
        () => findAll(el, 'tbody tr').length > 0 && inSight(box),
        `nothing is drawn at ${top}`,
      );
      const rows = findAll(el, 'tbody tr');
      for (const row of rows) {
        const contract = contracts[Number(row.getAttribute('aria-rowindex')) - 2];
        expect(row.dataset['number']).to.equal(contract?.number);
        expect(textOf(row)).to.contain(contract?.worksName ?? '-');
      }
    }
  });
});

/** Whether a row stands in the middle of what is seen of the box. */
const inSight = (box: HTMLElement): boolean => {
  const {top, height} = box.getBoundingClientRect();
  return [...box.querySelectorAll('tbody')].some(body => {
    const {top: from, bottom} = body.getBoundingClientRect();
    return from <= top + height / 2 && bottom >= top + height / 2;
  });
};
