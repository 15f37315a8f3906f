import {expect} from '@open-wc/testing';
import {createSandbox} from '../../demo/sandbox/index.js';
import {registerCheck} from '../../src/schemas/register.js';
import {ADVANCE, isCheck, openCertificate} from '../support/certificate-check.js';
import {fired} from '../support/fired.js';
import {settled} from '../support/mount.js';
import {asObligee} from '../support/obligee.js';
import {changeContract} from '../support/office.js';
import {problem} from '../support/shadow.js';

const {number, authKey} = ADVANCE;
const REASON = '差戻しの理由';
const RELEASED_ON = '返還日';

describe('the answer below an opened certificate', () => {
  it('is taken with one button, told to the page without secrets, and can be taken back', async () => {
    const check = await openCertificate();
    expect(check.part('answer')).to.contain('内容に問題がなければ受領してください');
    await expect(check.element).to.be.accessible();
    const detail = await fired(check.element, 'surety-certificate-answered', () =>
      check.button('受領する').click(),
    );
    expect(detail).to.deep.equal({contractNumber: number, answer: 'accepted'});
    await check.answerTaken();
    expect(check.part('answer')).to.match(/受領済み \d{4}\/\d\d\/\d\d \d\d:\d\d/);
    expect(check.focused()).to.equal('この保証証書への回答');
    await check.announced('受注者にお知らせしました');
    await expect(check.element).to.be.accessible();

    const undo = check.button('回答を取り消す');
    expect(undo.textContent).to.match(/（\d\d:\d\dまで）/);
    const taken = await fired(check.element, 'surety-certificate-answered', () => undo.click());
    expect(taken).to.deep.equal({contractNumber: number, answer: 'withdrawn'});
    await check.answerTaken();
    expect(check.hasButton('受領する')).to.equal(true);
  });

  it('that sends back asks for the reason at its field, keeps it after a failure, and shows it', async () => {
    let fails = true;
    const check = await openCertificate({
      intercept: request => (fails && request.url.endsWith('/answers') ? problem(503) : undefined),
    });
    await check.press('差し戻す');
    await settled(check.element);
    expect(check.focused()).to.equal(REASON);
    await check.press('理由を付けて差し戻す');
    await settled(check.element);
    expect(check.errorAt(REASON)).to.contain('差戻しの理由を入力してください。');
    expect(check.focused()).to.equal(REASON);
    await expect(check.element).to.be.accessible();

    const reason = '工期の終わりが、契約書では3月31日です。';
    check.type(REASON, reason);
    await check.answer('理由を付けて差し戻す');
    expect(check.alert()).to.contain('利用できません');
    expect(check.value(REASON)).to.equal(reason);

    fails = false;
    const detail = await fired(check.element, 'surety-certificate-answered', () =>
      check.button('理由を付けて差し戻す').click(),
    );
    expect(detail).to.deep.equal({contractNumber: number, answer: 'returned'});
    await check.answerTaken();
    expect(check.part('answer')).to.contain('差戻し済み');
    expect(check.part('answer')).to.contain(reason);
    await check.answer('受領する');
    expect(check.part('answer')).to.contain('受領済み');
  });

  it('is asked for again after a change', async () => {
    const check = await openCertificate();
    await check.answer('受領する');
    await changeContract(check.sandbox, number);
    await check.press('別の証書を確認する');
    await check.enter(number, authKey);
    expect(check.part('answer')).to.contain('変更1の保証証書が発行されました');
    await check.answer('受領する');
    expect(check.part('answer')).to.contain('受領済み');
  });

  it('is followed by 返還 on a day that may be typed in any way', async () => {
    const now = new Date('2026-03-02T10:15:00+09:00');
    const check = await openCertificate({now: () => now});
    await check.answer('受領する');
    await check.press('返還を記録する');
    check.type(RELEASED_ON, '令和8年2月31日');
    await check.press('返還を記録する');
    expect(check.errorAt(RELEASED_ON)).to.contain('返還日');
    check.type(RELEASED_ON, '2026年4月1日');
    await check.answer('返還を記録する');
    expect(check.errorAt(RELEASED_ON)).to.contain('契約日から今日まで');
    await expect(check.element).to.be.accessible();
    check.type(RELEASED_ON, '令和８年３月２日');
    const detail = await fired(check.element, 'surety-certificate-released', () =>
      check.button('返還を記録する').click(),
    );
    expect(detail).to.deep.equal({contractNumber: number, releasedOn: '2026-03-02'});
    await check.answerTaken();
    expect(check.part('answer')).to.contain('返還済み 令和8年3月2日');
    await fired(check.element, 'surety-certificate-released', () => check.button('返還を取り消す').click());
    await check.answerTaken();
    expect(check.part('answer')).to.contain('受領済み');
  });

  it('is not offered to another obligee, nor where the API takes none', async () => {
    const check = await openCertificate({accountId: 'obligee-2'});
    expect(check.part('answer')).to.contain('回答できるのは、この保証証書の発注者だけです。');
    for (const name of ['受領する', '差し戻す']) expect(check.hasButton(name)).to.equal(false);
    await expect(check.element).to.be.accessible();
    const sample = createSandbox({seed: 'leaflet'});
    const obligee = await asObligee(sample);
    const {answering: _none, ...older} = registerCheck.parse(
      await obligee('POST', '/v1/register/checks', {contractNumber: number, authKey}),
    );
    const silent = await openCertificate({
      intercept: request => (isCheck(request) ? Response.json(older) : undefined),
    });
    expect(silent.state()).to.equal('有効');
    expect(silent.part('answer')).to.equal(undefined);
  });

  it('sends one answer however often the button is pressed', async () => {
    let sent = 0;
    const check = await openCertificate({
      intercept: request => {
        if (request.url.endsWith('/answers')) sent += 1;
        return undefined;
      },
    });
    const button = check.button('受領する');
    for (let count = 0; count < 4; count++) button.click();
    await check.answerTaken();
    expect(sent).to.equal(1);
  });
});
