import {expect, fixture, html, oneEvent} from '@open-wc/testing';
import '../../components/certificate-selector/define.js';
import '../../components/provider/define.js';
import type {SuretyCertificateSelector} from '../../components/certificate-selector/certificate-selector.js';
import {createSandbox} from '../../demo/sandbox/index.js';
import {mountWithSandbox, settled} from '../support/mount.js';
import {eventually} from '../support/eventually.js';
import {find, findAll, textOf} from '../support/shadow.js';

const NIKAHO = '052141';
const mountSelector = async (template = html`<surety-certificate-selector></surety-certificate-selector>`) =>
  (await mountWithSandbox<SuretyCertificateSelector>(template, {seed: 'empty'})).el;

const radio = (el: Element, value: string) => find<HTMLInputElement>(el, `input[value=${value}]`);

async function inForm(attributes: ReturnType<typeof html>) {
  const sandbox = createSandbox();
  const provider = await fixture<HTMLElement>(
    html`<surety-provider api-base="/v1" .fetch=${sandbox.fetch}
      ><form><fieldset>${attributes}</fieldset></form></surety-provider
    >`,
  );
  const el = provider.querySelector('surety-certificate-selector') as SuretyCertificateSelector;
  await settled(el);
  return {el, form: provider.querySelector('form') as HTMLFormElement};
}

describe('surety-certificate-selector', () => {
  it('offers both forms in the words of the screen, with the note, and is free of violations', async () => {
    const el = await mountSelector();
    expect(findAll(el, '.choice').map(textOf)).to.deep.equal(['証書(紙)', '電子保証(認証キーを含む)']);
    expect(textOf(el))
      .to.contain('保証証書の形式について')
      .and.to.contain('※電子保証を希望される場合は、発注者が電子保証に対応していることを確認してください。');
    await expect(el).to.be.accessible();
  });

  it('tells the page what the person chose, and nothing of what the page itself set', async () => {
    const el = await mountSelector();
    let heard = 0;
    el.addEventListener('surety-certificate-change', () => heard++);
    el.value = 'paper';
    await el.updateComplete;
    expect(heard).to.equal(0);
    setTimeout(() => radio(el, 'electronic').click());
    const {detail} = await oneEvent<HTMLElementEventMap['surety-certificate-change']>(
      el,
      'surety-certificate-change',
    );
    expect(detail).to.deep.equal({value: 'electronic'});
    expect(el.value).to.equal('electronic');
  });

  it('says yes, no or what decides, by the obligee’s rule and the dates of the works', async () => {
    const el = await mountSelector(
      html`<surety-certificate-selector
        value="electronic"
        obligee-code=${NIKAHO}
      ></surety-certificate-selector>`,
    );
    await eventually(() => textOf(el).includes('にかほ市'));
    expect(textOf(find(el, '.verdict')))
      .to.contain('要確認')
      .and.to.contain('入札公告日');
    el.works = {kind: 'construction', dates: {bidNotice: '2026-02-01'}};
    await el.updateComplete;
    expect(textOf(find(el, '.verdict'))).to.contain('電子保証を利用できます。');
    await expect(el).to.be.accessible();
    el.works = {kind: 'construction', dates: {bidNotice: '2026-01-31'}};
    await el.updateComplete;
    expect(textOf(find(el, '.verdict')))
      .to.contain('利用できません')
      .and.to.contain('紙の保証証書');
    el.guaranteeKind = 'interim-payment';
    await el.updateComplete;
    expect(textOf(find(el, '.verdict'))).to.contain('中間前払金保証');
  });

  it('is a control of the page’s form: value, reset, disabled', async () => {
    const {el, form} = await inForm(
      html`<surety-certificate-selector name="certificate" value="paper"></surety-certificate-selector>`,
    );
    expect(new FormData(form).get('certificate')).to.equal('paper');
    radio(el, 'electronic').click();
    await el.updateComplete;
    expect(new FormData(form).get('certificate')).to.equal('electronic');
    form.reset();
    await el.updateComplete;
    expect(new FormData(form).get('certificate')).to.equal('paper');
    expect(radio(el, 'paper').checked).to.equal(true);
    (form.firstElementChild as HTMLFieldSetElement).disabled = true;
    await el.updateComplete;
    expect(radio(el, 'paper').matches(':disabled')).to.equal(true);
    expect(new FormData(form).get('certificate')).to.equal(null);
  });

  it('asks for a choice in its own words and takes the focus when the form is sent without one', async () => {
    const {el, form} = await inForm(
      html`<surety-certificate-selector name="certificate" required></surety-certificate-selector>`,
    );
    expect(textOf(el)).not.to.contain('選んでください');
    expect(form.reportValidity()).to.equal(false);
    await el.updateComplete;
    expect(textOf(find(el, '.error'))).to.contain('前払金保証の保証証書の形式を選んでください。');
    expect(el.shadowRoot?.activeElement).to.equal(radio(el, 'paper'));
    await expect(el).to.be.accessible();
    radio(el, 'paper').click();
    await el.updateComplete;
    expect(form.checkValidity()).to.equal(true);
    expect(findAll(el, '.error')).to.have.length(0);
  });

  it('says that an obligee cannot be fetched and lets the person choose all the same', async () => {
    const el = await mountSelector(
      html`<surety-certificate-selector
        value="electronic"
        obligee-code="999999"
      ></surety-certificate-selector>`,
    );
    await eventually(() => el.shadowRoot?.querySelector('[part=error]'));
    radio(el, 'paper').click();
    expect(el.value).to.equal('paper');
  });
});
