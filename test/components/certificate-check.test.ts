import {expect, html, oneEvent} from '@open-wc/testing';
import {sendKeys, setViewport} from '@web/test-runner-commands';
import {
  ADVANCE,
  KEY,
  NUMBER,
  hold,
  isCheck,
  mountCheck,
  openCertificate,
  rateLimited,
  stopClock,
} from '../support/certificate-check.js';
import {forceColours, itWith} from '../support/engine.js';
import {eventually} from '../support/eventually.js';
import {fired} from '../support/fired.js';
import {mount, settled} from '../support/mount.js';
import {cancelContract, changeContract} from '../support/office.js';
import {hasPrintout} from '../support/printout.js';
import {find, textOf} from '../support/shadow.js';

const {number, authKey} = ADVANCE;

const fullWidth = (text: string) =>
  text.replace(/[!-~]/g, letter => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));

describe('surety-certificate-check', () => {
  it('asks for number and key with labels, hints and no error before the first try', async () => {
    const check = await mountCheck();
    expect(check.hintAt(NUMBER)).to.contain('00000-000000');
    expect(check.hintAt(KEY)).to.contain('12文字');
    check.type(NUMBER, 'abc');
    await check.leave(NUMBER);
    expect(check.errorAt(NUMBER)).to.equal(undefined);
    expect(check.errors()).to.deep.equal([]);
    await expect(check.element).to.be.accessible();
  });

  it('opens the certificate: in force, checked when and by whom, with all of its content', async () => {
    const check = await mountCheck();
    check.fill(number, authKey);
    const detail = await fired(check.element, 'surety-certificate-checked', () => check.startSubmit());
    await check.settled();
    expect(detail).to.deep.equal({contractNumber: number, revision: 0});
    expect(check.state()).to.equal('有効');
    for (const text of [number, 'にかほ市 財政課']) expect(check.part('state')).to.contain(text);
    for (const text of ['20,000,000円', '50,000,000円', '〇〇建設'])
      expect(check.certificate()).to.contain(text);
    expect(check.part('state')).to.match(/確認日時 ?\d{4}\/\d\d\/\d\d/);
    expect(check.focused()).to.equal('保証証書の確認結果');
    await expect(check.element).to.be.accessible();
  });

  it('reads full-width letters, spaces and any hyphen, and keeps the case of the key', async () => {
    for (const [typedNumber, typedKey] of [
      [fullWidth(number), fullWidth(authKey)],
      [number.replace('-', '－'), authKey.replace(/(.{4})/g, '$1 ')],
      [` ${number.replace('-', 'ー')}　`, `　${authKey} `],
      [number.replace('-', ''), authKey],
    ] as const) {
      const check = await mountCheck();
      await check.enter(typedNumber, typedKey);
      expect(check.state(), typedNumber).to.equal('有効');
    }
    const check = await mountCheck();
    await check.enter(number, authKey.toLowerCase());
    expect(check.mismatch()).to.contain('見つかりません');
  });

  it('says what is wrong with each field, moves to the summary, and its links reach the fields', async () => {
    const check = await mountCheck();
    await check.enter('123', 'ab!');
    expect(check.focused()).to.equal('入力内容に問題があります');
    expect(check.errors()).to.have.length(2);
    for (const [index, label] of [NUMBER, KEY].entries()) {
      expect(check.errorAt(label)).to.contain(check.errors()[index]);
      check.followError(index);
      expect(check.focused()).to.equal(label);
    }
    expect(location.hash).to.equal('');
    expect(check.value(NUMBER)).to.equal('123');
    await expect(check.element).to.be.accessible();
  });

  it('gives one and the same answer to a wrong key and to an unknown number, and keeps what was typed', async () => {
    const answers: (string | undefined)[] = [];
    for (const [typedNumber, typedKey] of [
      [number, 'Z28YUE4J3Bu2'],
      ['99999-999999', authKey],
    ] as const) {
      const check = await mountCheck();
      let opened = 0;
      check.element.addEventListener('surety-certificate-checked', () => opened++);
      await check.enter(typedNumber, typedKey);
      answers.push(check.mismatch());
      expect(check.mismatch()).to.contain('0とO、1とIとl、大文字・小文字をご確認ください');
      expect(check.focused()).to.equal('保証証書を確認できませんでした');
      expect(check.value(KEY)).to.equal(typedKey);
      expect(opened).to.equal(0);
      await expect(check.element).to.be.accessible();
    }
    expect(answers[0]).to.equal(answers[1]);
  });

  it('counts the wait down after too many tries, sends nothing meanwhile, and lets one try again', async () => {
    let sent = 0;
    const check = await mountCheck({
      intercept: request => (isCheck(request) && ++sent === 1 ? rateLimited(2) : undefined),
    });
    const clock = stopClock();
    try {
      await check.enter(number, authKey);
      expect(check.countdown()).to.contain('2秒');
      expect(check.focused()).to.equal('しばらくお待ちください');
      await expect(check.element).to.be.accessible();
      await check.submit();
      expect(sent).to.equal(1);
      clock.advance(1000);
      await eventually(() => check.countdown()?.includes('1秒'), 'it counts down');
      clock.advance(1000);
      await eventually(() => !check.countdown(), 'the wait has ended');
    } finally {
      clock.goOn();
    }
    await check.announced('もう一度確認できます。');
    await check.submit();
    expect(sent).to.equal(2);
    expect(check.state()).to.equal('有効');
  });

  it('makes a guesser wait longer and longer with the reference API', async () => {
    const check = await mountCheck();
    for (let tries = 0; tries < 6; tries++) {
      expect(check.countdown()).to.equal(undefined);
      await check.enter(number, `Wrong2Key23${tries + 2}`);
    }
    expect(check.countdown()).to.match(/[1-5]秒/);
  });

  it('finds number and key in a pasted notice, and fills both fields', async () => {
    const check = await mountCheck();
    const paste = check.paste(
      KEY,
      `電子保証にかかる「認証キー」のお知らせ\n「保証契約番号」と「認証キー」のご提出をもって…\n
      工 事 名: 市道改良工事\n保証契約番号： ${fullWidth(number)}\n認 証 キ ー： ${authKey}\n【発注者様へのお断り】`,
    );
    expect(paste.defaultPrevented).to.equal(true);
    expect(check.value(NUMBER)).to.equal(number);
    expect(check.value(KEY)).to.equal(authKey);
    await check.announced('読み取りました');
  });

  it('leaves a paste alone that holds only one of both', async () => {
    const check = await mountCheck();
    expect(check.paste(NUMBER, number).defaultPrevented).to.equal(false);
  });

  it('separates what was typed into one field together', async () => {
    const check = await mountCheck();
    await check.enter(`${number} ${authKey}`, '');
    expect(check.state()).to.equal('有効');
  });

  it('checks on Enter, but not on the Enter that ends a conversion of kana', async () => {
    let sent = 0;
    const check = await mountCheck({
      intercept: request => {
        if (isCheck(request)) sent++;
        return undefined;
      },
    });
    check.fill(number, authKey);
    for (const composing of [{isComposing: true}, {keyCode: 229}]) {
      const enter = check.keydown(KEY, {key: 'Enter', ...composing});
      expect(enter.defaultPrevented).to.equal(true);
    }
    expect(sent).to.equal(0);
    check.focus(KEY);
    await sendKeys({press: 'Enter'});
    await eventually(() => check.state());
    expect(sent).to.equal(1);
  });

  it('sends once however often the button is pressed', async () => {
    let sent = 0;
    const check = await mountCheck({
      intercept: async request => {
        if (isCheck(request)) sent++;
        await new Promise(resolve => setTimeout(resolve));
        return undefined;
      },
    });
    check.fill(number, authKey);
    check.startSubmit();
    check.startSubmit();
    await check.updated();
    expect(check.button('確認しています').disabled).to.equal(false);
    check.startSubmit();
    await eventually(() => check.state());
    expect(sent).to.equal(1);
  });

  it('shows the newest revision first, the older ones on request, and says which is which', async () => {
    const check = await mountCheck();
    await changeContract(check.sandbox, number, {reason: '工期延長のため', guaranteeAmount: 22_000_000});
    await check.enter(number, authKey);
    expect(check.certificate())
      .to.contain('変更1')
      .and.to.contain('工期延長のため')
      .and.to.contain('22,000,000円');
    expect(check.part('older')).to.equal(undefined);
    await check.selectRevision('新規');
    expect(check.part('older')).to.contain('「新規」').and.to.contain('「変更1」');
    expect(check.certificate()).to.contain('20,000,000円').and.to.not.contain('22,000,000円');
    expect(check.shownRevision()).to.contain('表示中').and.to.contain('新規');
    await expect(check.element).to.be.accessible();
  });

  it('shows a cancelled contract as cancelled', async () => {
    const check = await mountCheck();
    await cancelContract(check.sandbox, number);
    await check.enter(number, authKey);
    expect(check.part('state')).to.contain('取り消されています');
    expect(check.text()).to.not.contain('この保証契約は有効です');
    await expect(check.element).to.be.accessible();
  });

  it('shows a contract past its term as expired', async () => {
    let now = new Date('2026-10-01T10:00:00+09:00');
    const check = await mountCheck({now: () => now});
    now = new Date('2027-03-20T00:00:30+09:00'); // the day after 保証期限, in Japan
    await check.enter(number, authKey);
    expect(check.part('state')).to.contain('保証期限を過ぎて満了しています');
    await expect(check.element).to.be.accessible();
  });

  it('compares with the obligee’s own data field by field, whatever their width', async () => {
    const check = await openCertificate(
      {},
      {
        worksName: '令和７年度　市道〇〇線 道路改良工事',
        contractorName: '〇〇建設株式会社',
        guaranteeAmount: 20_000_000,
        worksPrice: 51_000_000,
        period: {from: '2026-02-21', to: '2027-03-19'},
      },
    );
    expect(check.part('comparison')).to.contain('5項目のうち、1項目が異なります');
    expect(check.comparison()).to.deep.equal([
      ['工事名', '一致'],
      ['受注者名', '一致'],
      ['請負金額', '相違'],
      ['保証金額', '一致'],
      ['工期', '一致'],
    ]);
    await expect(check.element).to.be.accessible();
  });

  it('prints the certificate with its state, and nothing else of the page', async () => {
    const check = await openCertificate();
    const {text} = check.print();
    expect(text).to.contain('この保証契約は有効です。').and.to.contain('20,000,000円').and.to.contain(number);
    expect(text).to.not.contain(authKey).and.to.not.contain('別の証書を確認する');
    check.element.remove();
    expect(hasPrintout()).to.equal(false);
  });

  it('empties everything for the next certificate and starts at the first field', async () => {
    const check = await openCertificate();
    await check.press('別の証書を確認する');
    await settled(check.element);
    expect(check.certificate()).to.equal(undefined);
    expect(check.value(NUMBER)).to.equal('');
    expect(check.value(KEY)).to.equal('');
    expect(check.focused()).to.equal(NUMBER);
  });

  it('fits a screen of 320 pixels, with targets of 44 pixels', async () => {
    await setViewport({width: 320, height: 640});
    try {
      const check = await openCertificate({}, {worksPrice: 51_000_000, guaranteeAmount: 20_000_000});
      expect(document.documentElement.scrollWidth).to.be.at.most(320);
      expect(check.smallButtons()).to.deep.equal([]);
    } finally {
      await setViewport({width: 800, height: 600});
    }
  });

  itWith('forced colours')('draws its buttons with a border in forced colours', async () => {
    await forceColours(true);
    try {
      const check = await openCertificate({}, {worksPrice: 51_000_000, guaranteeAmount: 20_000_000});
      expect(matchMedia('(forced-colors: active)').matches).to.equal(true);
      expect(getComputedStyle(check.button('別の証書を確認する')).borderTopStyle).to.equal('solid');
      await expect(check.element).to.be.accessible();
    } finally {
      await forceColours(false);
    }
  });
});

describe('surety-certificate-check and what must not stay', () => {
  it('sends the key in the body of one POST only, and keeps it nowhere once the certificate is open', async () => {
    const seen: {method: string; url: string; headers: string; body: string}[] = [];
    const details: string[] = [];
    const check = await mountCheck({
      intercept: async request => {
        const headers = JSON.stringify([...request.headers]);
        seen.push({method: request.method, url: request.url, headers, body: await request.text()});
        return undefined;
      },
    });
    check.element.addEventListener('surety-certificate-checked', event =>
      details.push(JSON.stringify(event.detail)),
    );
    await check.enter(number, authKey);
    const withKey = seen.filter(({body}) => body.includes(authKey));
    expect(withKey.map(({method}) => method)).to.deep.equal(['POST']);
    expect(seen.map(({url, headers}) => url + headers).join()).to.not.contain(authKey);
    expect(details.join()).to.not.contain(authKey);
    expect(check.element.shadowRoot?.innerHTML).to.not.contain(authKey);
    expect(JSON.stringify({...localStorage, ...sessionStorage}) + location.href).to.not.contain(authKey);
  });

  it('forgets key and certificate when it or the page is left', async () => {
    const check = await mountCheck();
    check.fill(number, authKey);
    window.dispatchEvent(new Event('pagehide'));
    expect(check.value(KEY)).to.equal('');
    await check.enter(number, authKey);
    expect(check.certificate()).to.contain(number);
    const {parentElement} = check.element;
    check.element.remove();
    parentElement?.append(check.element);
    await settled(check.element);
    expect(check.certificate()).to.equal(undefined);
  });

  it('opens no certificate that was still being checked when the page was left', async () => {
    const {released, release} = hold();
    let sent = 0;
    const check = await mountCheck({
      intercept: async request => {
        if (!isCheck(request)) return undefined;
        sent++;
        await released;
        return undefined;
      },
    });
    let opened = 0;
    check.element.addEventListener('surety-certificate-checked', () => opened++);
    check.fill(number, authKey);
    check.startSubmit();
    await eventually(() => sent === 1, 'the register is asked');
    window.dispatchEvent(new Event('pagehide'));
    release();
    await check.settled();
    expect(check.certificate()).to.equal(undefined);
    expect(opened).to.equal(0);
    await check.enter(number, authKey); // and nothing of the aborted check is in the way of the next one
    expect(check.state()).to.equal('有効');
  });
});

describe('surety-certificate-check and failures of the register', () => {
  it('keeps what was typed when the register cannot be reached, says so, and checks again after reload()', async () => {
    let isDown = true;
    const check = await mountCheck({
      intercept: request =>
        isDown && isCheck(request) ? new Response('bad gateway', {status: 502}) : undefined,
    });
    check.fill(number, authKey);
    const {error} = await fired(check.element, 'surety-error', () => check.startSubmit());
    await check.settled();
    expect(error.code).to.equal('unavailable');
    expect(check.alert()).to.contain('利用できません');
    expect(check.value(KEY)).to.equal(authKey);
    expect(check.text()).to.not.contain('この保証契約は有効です');
    await expect(check.element).to.be.accessible();
    isDown = false;
    check.element.reload();
    await eventually(() => check.state() === '有効');
  });

  it('never shows a certificate for an answer that does not fit the description', async () => {
    const check = await mountCheck({
      intercept: request =>
        isCheck(request)
          ? new Response(JSON.stringify({contractNumber: number, state: 'in-force', certificates: []}), {
              headers: {'Content-Type': 'application/json'},
            })
          : undefined,
    });
    await check.enter(number, authKey);
    expect(check.state()).to.equal(undefined);
    expect(check.alert()).to.contain('読み取れませんでした');
  });

  it('asks the page to sign in again, with everything kept', async () => {
    const check = await mountCheck({
      intercept: request => (isCheck(request) ? new Response(null, {status: 401}) : undefined),
    });
    check.fill(number, authKey);
    const asked = oneEvent(check.element, 'surety-auth-required');
    check.startSubmit();
    await asked;
    await check.settled();
    expect(check.value(KEY)).to.equal(authKey);
  });

  it('tells the page’s author what to write when nothing is configured', async () => {
    const el = await mount(html`<surety-certificate-check></surety-certificate-check>`, {apiBase: ''});
    expect(textOf(find(el, '[role=alert]'))).to.contain('api-base');
  });
});
