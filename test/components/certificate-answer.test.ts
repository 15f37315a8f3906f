import {expect, html} from '@open-wc/testing';
import '../../components/certificate-check/define.js';
import type {SuretyCertificateCheck} from '../../components/certificate-check/certificate-check.js';
import {createSandbox} from '../../demo/sandbox/index.js';
import {leafletKeys} from '../../demo/sandbox/samples.js';
import {registerCheck} from '../../src/schemas/register.js';
import {eventually} from '../support/eventually.js';
import {fired} from '../support/fired.js';
import {mountWithSandbox, settled, type MountSandboxOptions} from '../support/mount.js';
import {asObligee} from '../support/obligee.js';
import {changeContract} from '../support/office.js';
import {find, findAll, findButton, problem, textOf} from '../support/shadow.js';

const {number, authKey} = leafletKeys['advance-payment'];

/** A certificate that its obligee has just opened. */
async function open(options: MountSandboxOptions = {}) {
  const mounted = await mountWithSandbox<SuretyCertificateCheck>(
    html`<surety-certificate-check></surety-certificate-check>`,
    {role: 'obligee', ...options},
  );
  await check(mounted.el);
  return mounted;
}

async function check(el: SuretyCertificateCheck) {
  find<HTMLInputElement>(el, '#number').value = number;
  find<HTMLInputElement>(el, '#key').value = authKey;
  find(el, 'button[type=submit]').click();
  await eventually(() => el.shadowRoot?.querySelector('#result-title'), 'the certificate is open');
  await settled(el);
}

const panel = (el: Element) => find(el, '[part=answer]');
const calm = async (el: SuretyCertificateCheck) => {
  await el.updateComplete;
  await eventually(() => panel(el).getAttribute('aria-busy') === 'false', 'the answer is taken');
  await settled(el);
};
const said = (el: Element) => find(el, '[data-announcer=polite]').textContent;

function type(el: Element, id: string, text: string) {
  const field = find<HTMLInputElement>(el, `#${id}`);
  field.value = text;
  field.dispatchEvent(new InputEvent('input', {bubbles: true}));
}

describe('the answer below an opened certificate', () => {
  it('is taken with one button, told to the page without secrets, and can be taken back', async () => {
    const {el} = await open();
    expect(textOf(panel(el))).to.contain('内容に問題がなければ受領してください');
    await expect(el).to.be.accessible();
    const detail = await fired(el, 'surety-certificate-answered', () => findButton(el, '受領する').click());
    expect(detail).to.deep.equal({contractNumber: number, answer: 'accepted'});
    await calm(el);
    expect(textOf(panel(el))).to.match(/受領済み \d{4}\/\d\d\/\d\d \d\d:\d\d/);
    expect(el.shadowRoot?.activeElement?.id).to.equal('answer-title');
    await eventually(() => said(el)?.includes('受注者にお知らせしました'), 'the answer is said');
    await expect(el).to.be.accessible();

    const undo = findButton(el, '回答を取り消す');
    expect(textOf(undo)).to.match(/（\d\d:\d\dまで）/);
    const taken = await fired(el, 'surety-certificate-answered', () => undo.click());
    expect(taken).to.deep.equal({contractNumber: number, answer: 'withdrawn'});
    await calm(el);
    expect(findButton(el, '受領する')).to.exist;
  });

  it('that sends back asks for the reason at its field, keeps it after a failure, and shows it', async () => {
    let fails = true;
    const {el} = await open({
      intercept: request => (fails && request.url.endsWith('/answers') ? problem(503) : undefined),
    });
    findButton(el, '差し戻す').click();
    await settled(el);
    const field = find<HTMLTextAreaElement>(el, '#answer-reason');
    expect(el.shadowRoot?.activeElement).to.equal(field);
    expect(textOf(find(el, 'label[for=answer-reason]'))).to.contain('差戻しの理由');
    findButton(el, '理由を付けて差し戻す').click();
    await settled(el);
    expect(field.getAttribute('aria-invalid')).to.equal('true');
    expect(field.getAttribute('aria-describedby')).to.contain('answer-reason-error');
    expect(textOf(find(el, '#answer-reason-error'))).to.contain('差戻しの理由を入力してください。');
    expect(el.shadowRoot?.activeElement).to.equal(field);
    await expect(el).to.be.accessible();

    const reason = '工期の終わりが、契約書では3月31日です。';
    type(el, 'answer-reason', reason);
    findButton(el, '理由を付けて差し戻す').click();
    await calm(el);
    expect(textOf(find(el, '[part=answer] > [role=alert]'))).to.not.equal('');
    expect(field.value).to.equal(reason);

    fails = false;
    const detail = await fired(el, 'surety-certificate-answered', () =>
      findButton(el, '理由を付けて差し戻す').click(),
    );
    expect(detail).to.deep.equal({contractNumber: number, answer: 'returned'});
    await calm(el);
    expect(textOf(panel(el))).to.contain('差戻し済み');
    expect(textOf(find(el, 'blockquote'))).to.equal(reason);
    findButton(el, '受領する').click();
    await calm(el);
    expect(textOf(panel(el))).to.contain('受領済み');
  });

  it('is asked for again after a change', async () => {
    const {el, sandbox} = await open();
    findButton(el, '受領する').click();
    await calm(el);
    await changeContract(sandbox, number);
    findButton(el, '別の証書を確認する').click();
    await settled(el);
    await check(el);
    expect(textOf(panel(el))).to.contain('変更1の保証証書が発行されました');
    findButton(el, '受領する').click();
    await calm(el);
    expect(textOf(panel(el))).to.contain('受領済み');
  });

  it('is followed by 返還 on a day that may be typed in any way', async () => {
    const now = new Date('2026-03-02T10:15:00+09:00');
    const {el} = await open({now: () => now});
    findButton(el, '受領する').click();
    await calm(el);
    findButton(el, '返還を記録する').click();
    await settled(el);
    type(el, 'released-on', '令和8年2月31日');
    findButton(el, '返還を記録する').click();
    await settled(el);
    expect(textOf(find(el, '#released-on-error'))).to.contain('返還日');
    type(el, 'released-on', '2026年4月1日');
    findButton(el, '返還を記録する').click();
    await calm(el);
    expect(textOf(find(el, '#released-on-error'))).to.contain('契約日から今日まで');
    await expect(el).to.be.accessible();
    type(el, 'released-on', '令和８年３月２日');
    const detail = await fired(el, 'surety-certificate-released', () =>
      findButton(el, '返還を記録する').click(),
    );
    expect(detail).to.deep.equal({contractNumber: number, releasedOn: '2026-03-02'});
    await calm(el);
    expect(textOf(panel(el))).to.contain('返還済み 令和8年3月2日');
    await fired(el, 'surety-certificate-released', () => findButton(el, '返還を取り消す').click());
    await calm(el);
    expect(textOf(panel(el))).to.contain('受領済み');
  });

  it('is not offered to another obligee, nor where the API takes none', async () => {
    const {el} = await open({accountId: 'obligee-2'});
    expect(textOf(panel(el))).to.contain('回答できるのは、この保証証書の発注者だけです。');
    expect(findAll(panel(el), 'button')).to.have.length(0);
    await expect(el).to.be.accessible();
    const sample = createSandbox({seed: 'leaflet'});
    const obligee = await asObligee(sample);
    const {answering: _none, ...older} = registerCheck.parse(
      await obligee('POST', '/v1/register/checks', {contractNumber: number, authKey}),
    );
    const silent = await open({
      intercept: request => (request.url.endsWith('/register/checks') ? Response.json(older) : undefined),
    });
    expect(findAll(silent.el, '[part=answer]')).to.have.length(0);
  });

  it('sends one answer however often the button is pressed', async () => {
    let sent = 0;
    const {el} = await open({
      intercept: request => {
        if (request.url.endsWith('/answers')) sent += 1;
        return undefined;
      },
    });
    const button = findButton(el, '受領する');
    for (let count = 0; count < 4; count++) button.click();
    await calm(el);
    expect(sent).to.equal(1);
  });
});
