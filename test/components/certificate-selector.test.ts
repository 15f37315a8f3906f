import {expect, fixture, html, oneEvent} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import '../../components/provider/define.js';
import type {SuretyCertificateSelector} from '../../components/certificate-selector/certificate-selector.js';
import {readDirectory} from '../../demo/sandbox/data/directory.js';
import {createSandbox} from '../../demo/sandbox/index.js';
import type {Obligee} from '../../src/schemas/obligee.js';
import {CertificateSelector} from '../support/certificate-selector.js';
import {eventually} from '../support/eventually.js';
import {fired} from '../support/fired.js';
import {mountWithSandbox, settled} from '../support/mount.js';

const NIKAHO = '052141';
const mountSelector = async (template = html`<surety-certificate-selector></surety-certificate-selector>`) =>
  new CertificateSelector((await mountWithSandbox<SuretyCertificateSelector>(template, {seed: 'empty'})).el);

async function inForm(attributes: ReturnType<typeof html>) {
  const sandbox = createSandbox();
  const provider = await fixture<HTMLElement>(
    html`<surety-provider api-base="/v1" .fetch=${sandbox.fetch}
      ><form><fieldset>${attributes}</fieldset></form></surety-provider
    >`,
  );
  const el = provider.querySelector('surety-certificate-selector') as SuretyCertificateSelector;
  await settled(el);
  return {selector: new CertificateSelector(el), form: provider.querySelector('form') as HTMLFormElement};
}

describe('surety-certificate-selector', () => {
  it('offers both forms in the words of the screen, with the note, and is free of violations', async () => {
    const selector = await mountSelector();
    expect(selector.choices()).to.deep.equal(['証書(紙)', '電子保証(認証キーを含む)']);
    expect(selector.text())
      .to.contain('保証証書の形式について')
      .and.to.contain('※電子保証を希望される場合は、発注者が電子保証に対応していることを確認してください。');
    await expect(selector.element).to.be.accessible();
  });

  it('tells the page what the person chose, and nothing of what the page itself set', async () => {
    const selector = await mountSelector();
    let heard = 0;
    selector.element.addEventListener('surety-certificate-change', () => heard++);
    selector.element.value = 'paper';
    await selector.updated();
    expect(heard).to.equal(0);
    setTimeout(() => selector.radio('electronic').click());
    const {detail} = await oneEvent<HTMLElementEventMap['surety-certificate-change']>(
      selector.element,
      'surety-certificate-change',
    );
    expect(detail).to.deep.equal({value: 'electronic'});
    expect(selector.element.value).to.equal('electronic');
  });

  it('says yes, no or what decides, by the obligee’s rule and the dates of the works', async () => {
    const selector = await mountSelector(
      html`<surety-certificate-selector
        value="electronic"
        obligee-code=${NIKAHO}
      ></surety-certificate-selector>`,
    );
    await eventually(() => selector.text().includes('にかほ市'));
    expect(selector.verdict()).to.contain('要確認').and.to.contain('入札公告日');
    selector.element.works = {kind: 'construction', dates: {bidNotice: '2026-02-01'}};
    await selector.updated();
    expect(selector.verdict()).to.contain('電子保証を利用できます。');
    await expect(selector.element).to.be.accessible();
    selector.element.works = {kind: 'construction', dates: {bidNotice: '2026-01-31'}};
    await selector.updated();
    expect(selector.verdict()).to.contain('利用できません').and.to.contain('紙の保証証書');
    selector.element.guaranteeKind = 'interim-payment';
    await selector.updated();
    expect(selector.verdict()).to.contain('中間前払金保証');
  });

  it('is a control of the page’s form: value, reset, disabled', async () => {
    const {selector, form} = await inForm(
      html`<surety-certificate-selector name="certificate" value="paper"></surety-certificate-selector>`,
    );
    expect(new FormData(form).get('certificate')).to.equal('paper');
    await selector.choose('electronic');
    expect(new FormData(form).get('certificate')).to.equal('electronic');
    form.reset();
    await selector.updated();
    expect(new FormData(form).get('certificate')).to.equal('paper');
    expect(selector.radio('paper').checked).to.equal(true);
    (form.firstElementChild as HTMLFieldSetElement).disabled = true;
    await selector.updated();
    expect(selector.radio('paper').matches(':disabled')).to.equal(true);
    expect(new FormData(form).get('certificate')).to.equal(null);
  });

  it('asks for a choice in its own words and takes the focus when the form is sent without one', async () => {
    const {selector, form} = await inForm(
      html`<surety-certificate-selector name="certificate" required></surety-certificate-selector>`,
    );
    expect(selector.text()).not.to.contain('選んでください');
    expect(form.reportValidity()).to.equal(false);
    await selector.updated();
    expect(selector.error()).to.contain('前払金保証の保証証書の形式を選んでください。');
    expect(selector.element.shadowRoot?.activeElement).to.equal(selector.radio('paper'));
    await expect(selector.element).to.be.accessible();
    await selector.choose('paper');
    expect(form.checkValidity()).to.equal(true);
    expect(selector.error()).to.equal(undefined);
  });

  it('says that an obligee cannot be fetched and lets the person choose all the same', async () => {
    const selector = await mountSelector(
      html`<surety-certificate-selector
        value="electronic"
        obligee-code="999999"
      ></surety-certificate-selector>`,
    );
    await eventually(() => selector.alert());
    selector.radio('paper').click();
    expect(selector.element.value).to.equal('paper');
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
    await eventually(() => el.shadowRoot?.textContent?.includes('にかほ市'));
    await settled(el);
    return new CertificateSelector(el);
  }
  it('asks for the one date that decides, and judges by it', async () => {
    const selector = await open();
    expect(selector.askedFacts()).to.deep.equal(['入札公告日']);
    await expect(selector.element).to.be.accessible();
    await selector.answer('入札公告日', 'R8.2.1');
    expect(selector.verdictTitle()).to.contain('利用できます');
    expect(selector.echo('入札公告日')).to.equal('令和8年2月1日（2026年2月1日）');
    await selector.answer('入札公告日', '令和８年１月３１日');
    expect(selector.verdictTitle()).to.contain('利用できません');
    expect(selector.askedFacts()).to.deep.equal(['入札公告日']); // and can still be mended
    await expect(selector.element).to.be.accessible();
  });

  it('asks nothing that the page knows, nothing for paper, and nothing that only the obligee can tell', async () => {
    expect(
      (await open({}, {kind: 'construction', dates: {bidNotice: '2026-02-01'}})).askedFacts(),
    ).to.deep.equal([]);
    const selector = await open();
    await selector.choose('paper');
    expect(selector.askedFacts()).to.deep.equal([]);
    const unknown = await open({start_date: null, trigger: null});
    expect(unknown.askedFacts()).to.deep.equal([]);
    expect(unknown.verdict()).to.contain('発注者に確認してください');
  });

  it('asks for the kind of works where the page has not said it', async () => {
    const selector = await open({}, {dates: {bidNotice: '2026-02-01'}});
    expect(selector.askedFacts()).to.deep.equal(['工事・業務の種類']);
    await selector.pick('工事・業務の種類', '建設工事');
    expect(selector.verdictTitle()).to.contain('利用できます');
  });

  it('asks for the section where the rule is about one', async () => {
    const selector = await open(
      {trigger: 'contract', start_date: '2026-04-01', scope_note: '契約課が発注手続きを行う案件'},
      {kind: 'construction', signedOn: '2026-05-01'},
    );
    expect(selector.askedFacts()).to.deep.equal(['発注者の担当課']);
    await selector.answer('発注者の担当課', '契約課');
    expect(selector.verdictTitle()).to.contain('利用できます');
    await selector.answer('発注者の担当課', '水道局');
    expect(selector.verdictTitle()).to.contain('利用できません');
  });

  it('asks for the way of procurement where some are left out', async () => {
    const selector = await open(
      {trigger: 'contract', start_date: '2026-04-01', excluded: ['negotiated_contract(随意契約)']},
      {kind: 'construction', signedOn: '2026-05-01'},
    );
    expect(selector.askedFacts()).to.deep.equal(['契約の方法（入札か随意契約か）']);
    await selector.pick('契約の方法（入札か随意契約か）', '随意契約');
    expect(selector.verdictTitle()).to.contain('利用できません');
    await selector.pick('契約の方法（入札か随意契約か）', '一般競争入札');
    expect(selector.verdictTitle()).to.contain('利用できます');
  });

  it('asks last whether it changes an older contract, then for that one’s day', async () => {
    const selector = await open(
      {trigger: 'initial_contract', start_date: '2026-04-01'},
      {kind: 'construction'},
    );
    expect(selector.askedFacts()).to.deep.equal(['契約日']);
    await selector.answer('契約日', '2026-05-01');
    expect(selector.askedFacts()).to.deep.equal(['契約日', '契約の区分']);
    await selector.pick('契約の区分', '以前の契約の変更');
    expect(selector.askedFacts()).to.deep.equal(['契約日', '契約の区分', '当初の契約日']);
    await selector.answer('当初の契約日', '2026-03-31');
    expect(selector.verdictTitle()).to.contain('利用できません');
    await selector.pick('契約の区分', '新しい契約');
    expect(selector.verdictTitle()).to.contain('利用できます');
    await expect(selector.element).to.be.accessible();
  });

  it('says how to mend a day that cannot be read, and does not guess', async () => {
    const selector = await open();
    await selector.answer('入札公告日', '2026-02-30');
    expect(selector.errorAt('入札公告日')).to.contain('入札公告日');
    expect(selector.verdictTitle()).to.contain('要確認');
    await expect(selector.element).to.be.accessible();
  });

  it('leads from the verdict to the field', async () => {
    const selector = await open();
    const link = selector.verdictLink();
    expect(link.textContent).to.equal('入札公告日を入力する');
    link.click();
    expect(selector.focused()).to.equal('入札公告日');
    expect(location.hash).to.equal('');
  });

  it('tells the page what it was told, and keeps its value and the page’s form as they are', async () => {
    const selector = await open();
    const told = fired(
      selector.element,
      'surety-works-change',
      () => void selector.answer('入札公告日', '2026/2/1'),
    );
    expect(await told).to.deep.equal({works: {dates: {bidNotice: '2026-02-01'}}});
    expect(selector.element.value).to.equal('electronic');
  });

  it('forgets what was told of another obligee, and with the page’s form', async () => {
    const selector = await open();
    await selector.answer('入札公告日', '2026-02-01');
    selector.element.obligeeCode = 'ob-003';
    await eventually(() => selector.askedFacts().length === 0);
    selector.element.obligeeCode = NIKAHO;
    await eventually(() => selector.askedFacts().length === 1);
    expect(selector.value('入札公告日')).to.equal('');
    await selector.answer('入札公告日', '2026-02-01');
    selector.element.formResetCallback();
    selector.element.value = 'electronic';
    await eventually(() => selector.value('入札公告日') === '');
  });

  it('fits 320 px with targets of 44 px, also with everything asked', async () => {
    await setViewport({width: 320, height: 700});
    try {
      const selector = await open({trigger: 'initial_contract', start_date: '2026-04-01'}, {});
      await selector.answer('契約日', '2026-05-01');
      await selector.pick('工事・業務の種類', '建設工事');
      expect(selector.askedFacts()).to.have.length(3);
      expect(document.documentElement.scrollWidth).to.be.at.most(320);
      for (const height of selector.targetHeights()) expect(height).to.be.at.least(43.9);
    } finally {
      await setViewport({width: 800, height: 600});
    }
  });
});
