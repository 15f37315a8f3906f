import {expect, fixture, html, oneEvent} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import '../../components/certificate-selector/define.js';
import '../../components/provider/define.js';
import type {SuretyCertificateSelector} from '../../components/certificate-selector/certificate-selector.js';
import {readDirectory} from '../../demo/sandbox/data/directory.js';
import {createSandbox} from '../../demo/sandbox/index.js';
import type {Obligee} from '../../src/schemas/obligee.js';
import {fired} from '../support/fired.js';
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

describe('surety-certificate-selector where the page has not given what decides', () => {
  type Rule = Partial<Obligee['rule']>;
  const [nikaho] = readDirectory();
  if (!nikaho) throw new Error('The directory is empty.');
  const obligeeWith = (rule: Rule): Obligee => ({...nikaho, rule: {...nikaho.rule, ...rule}});

  /** Electronic for an obligee with this rule; the page knows that it is construction, if not told otherwise. */
  async function open(rule: Rule = {}, works: SuretyCertificateSelector['works'] = {kind: 'construction'}) {
    const {el} = await mountWithSandbox<SuretyCertificateSelector>(
      html`<surety-certificate-selector
        name="certificate"
        value="electronic"
        obligee-code=${NIKAHO}
        .works=${works}
      ></surety-certificate-selector>`,
      {seed: 'empty', obligees: [obligeeWith(rule)]},
    );
    await eventually(() => textOf(el).includes('にかほ市'));
    await settled(el);
    return el;
  }
  const asked = (el: Element) =>
    findAll(el, '[part=facts] :is(label[for], legend)').map(each => textOf(each).replace('※任意', ''));
  const verdict = (el: Element) => textOf(find(el, '.verdict .title'));
  async function type(el: SuretyCertificateSelector, id: string, text: string) {
    const field = find<HTMLInputElement>(el, `#${id}`);
    field.value = text;
    field.dispatchEvent(new Event('change', {bubbles: true}));
    await el.updateComplete;
    await el.updateComplete;
  }
  async function pick(el: SuretyCertificateSelector, name: string, value: string) {
    find(el, `input[name=${name}][value=${value}]`).click();
    await el.updateComplete;
    await el.updateComplete;
  }

  it('asks for the one date that decides, and judges by it', async () => {
    const el = await open();
    expect(asked(el)).to.deep.equal(['入札公告日']);
    await expect(el).to.be.accessible();
    await type(el, 'fact-dates-bidNotice', 'R8.2.1');
    expect(verdict(el)).to.contain('利用できます');
    expect(textOf(find(el, '.echo'))).to.equal('令和8年2月1日（2026年2月1日）');
    await type(el, 'fact-dates-bidNotice', '令和８年１月３１日');
    expect(verdict(el)).to.contain('利用できません');
    expect(asked(el)).to.deep.equal(['入札公告日']); // and can still be mended
    await expect(el).to.be.accessible();
  });

  it('asks nothing that the page knows, nothing for paper, and nothing that only the obligee can tell', async () => {
    expect(asked(await open({}, {kind: 'construction', dates: {bidNotice: '2026-02-01'}}))).to.deep.equal([]);
    const el = await open();
    radio(el, 'paper').click();
    await el.updateComplete;
    expect(asked(el)).to.deep.equal([]);
    const unknown = await open({start_date: null, trigger: null});
    expect(asked(unknown)).to.deep.equal([]);
    expect(textOf(find(unknown, '.verdict'))).to.contain('発注者に確認してください');
  });

  it('asks for the kind of works where the page has not said it', async () => {
    const el = await open({}, {dates: {bidNotice: '2026-02-01'}});
    expect(asked(el)).to.deep.equal(['工事・業務の種類']);
    await pick(el, 'fact-worksKind', 'construction');
    expect(verdict(el)).to.contain('利用できます');
  });

  it('asks for the section where the rule is about one', async () => {
    const el = await open(
      {trigger: 'contract', start_date: '2026-04-01', scope_note: '契約課が発注手続きを行う案件'},
      {kind: 'construction', signedOn: '2026-05-01'},
    );
    expect(asked(el)).to.deep.equal(['発注者の担当課']);
    await type(el, 'fact-department', '契約課');
    expect(verdict(el)).to.contain('利用できます');
    await type(el, 'fact-department', '水道局');
    expect(verdict(el)).to.contain('利用できません');
  });

  it('asks for the way of procurement where some are left out', async () => {
    const el = await open(
      {trigger: 'contract', start_date: '2026-04-01', excluded: ['negotiated_contract(随意契約)']},
      {kind: 'construction', signedOn: '2026-05-01'},
    );
    expect(asked(el)).to.deep.equal(['契約の方法（入札か随意契約か）']);
    await pick(el, 'fact-procurement', 'negotiated');
    expect(verdict(el)).to.contain('利用できません');
    await pick(el, 'fact-procurement', 'open-bid');
    expect(verdict(el)).to.contain('利用できます');
  });

  it('asks last whether it changes an older contract, then for that one’s day', async () => {
    const el = await open({trigger: 'initial_contract', start_date: '2026-04-01'}, {kind: 'construction'});
    expect(asked(el)).to.deep.equal(['契約日']);
    await type(el, 'fact-dates-contract', '2026-05-01');
    expect(asked(el)).to.deep.equal(['契約日', '契約の区分']);
    await pick(el, 'fact-amendment', 'true');
    expect(asked(el)).to.deep.equal(['契約日', '契約の区分', '当初の契約日']);
    await type(el, 'fact-originalSignedOn', '2026-03-31');
    expect(verdict(el)).to.contain('利用できません');
    await pick(el, 'fact-amendment', 'false');
    expect(verdict(el)).to.contain('利用できます');
    await expect(el).to.be.accessible();
  });

  it('says how to mend a day that cannot be read, and does not guess', async () => {
    const el = await open();
    await type(el, 'fact-dates-bidNotice', '2026-02-30');
    expect(textOf(find(el, '[part=facts] .error'))).to.contain('入札公告日');
    expect(find(el, '#fact-dates-bidNotice').getAttribute('aria-invalid')).to.equal('true');
    expect(verdict(el)).to.contain('要確認');
    await expect(el).to.be.accessible();
  });

  it('leads from the verdict to the field', async () => {
    const el = await open();
    const link = find(el, '.verdict a[data-go]');
    expect(textOf(link)).to.equal('入札公告日を入力する');
    link.click();
    expect(el.shadowRoot?.activeElement?.id).to.equal('fact-dates-bidNotice');
    expect(location.hash).to.equal('');
  });

  it('tells the page what it was told, and keeps its value and the page’s form as they are', async () => {
    const el = await open();
    const told = fired(el, 'surety-works-change', () => void type(el, 'fact-dates-bidNotice', '2026/2/1'));
    expect(await told).to.deep.equal({works: {dates: {bidNotice: '2026-02-01'}}});
    expect(el.value).to.equal('electronic');
  });

  it('forgets what was told of another obligee, and with the page’s form', async () => {
    const el = await open();
    await type(el, 'fact-dates-bidNotice', '2026-02-01');
    el.obligeeCode = 'ob-003';
    await eventually(() => asked(el).length === 0);
    el.obligeeCode = NIKAHO;
    await eventually(() => asked(el).length === 1);
    expect(find<HTMLInputElement>(el, '#fact-dates-bidNotice').value).to.equal('');
    await type(el, 'fact-dates-bidNotice', '2026-02-01');
    el.formResetCallback();
    el.value = 'electronic';
    await eventually(() => find<HTMLInputElement>(el, '#fact-dates-bidNotice').value === '');
  });

  it('fits 320 px with targets of 44 px, also with everything asked', async () => {
    await setViewport({width: 320, height: 700});
    try {
      const el = await open({trigger: 'initial_contract', start_date: '2026-04-01'}, {});
      await type(el, 'fact-dates-contract', '2026-05-01');
      await pick(el, 'fact-worksKind', 'construction');
      expect(asked(el)).to.have.length(3);
      expect(document.documentElement.scrollWidth).to.be.at.most(320);
      for (const each of findAll(el, 'input:not([type=radio]), .choice, button'))
        expect(each.getBoundingClientRect().height, textOf(each)).to.be.at.least(43.9);
    } finally {
      await setViewport({width: 800, height: 600});
    }
  });
});
