import {expect, oneEvent} from '@open-wc/testing';
import {sendKeys, setViewport} from '@web/test-runner-commands';
import {
  authKey,
  change,
  check,
  find,
  focused,
  get,
  mountCheck,
  number,
  openCertificate,
  root,
  stopClock,
  type,
  wide,
  words,
} from '../support/certificate-check.js';
import {eventually} from '../support/eventually.js';
import {forceColours, itWith, pasteEvent} from '../support/engine.js';
import {settled} from '../support/mount.js';

describe('surety-certificate-check', () => {
  it('asks for number and key with labels, hints and no error before the first try', async () => {
    const {el} = await mountCheck();
    expect(get(el, 'label[for=number]')).to.contain.text('保証契約番号');
    expect(get(el, 'label[for=key]')).to.contain.text('認証キー');
    expect(find(el, '.error')).to.equal(null);
    type(el, {number: 'abc'});
    get(el, '#number').dispatchEvent(new Event('change', {bubbles: true}));
    get(el, '#key').focus();
    await settled(el);
    expect(find(el, '.error')).to.equal(null);
    await expect(el).to.be.accessible();
  });

  it('opens the certificate: in force, checked when and by whom, with all of its content', async () => {
    const {el} = await mountCheck();
    type(el, {number, key: authKey});
    setTimeout(() => get(el, 'button[type=submit]').click());
    const {detail} = await oneEvent<HTMLElementEventMap['surety-certificate-checked']>(
      el,
      'surety-certificate-checked',
    );
    await settled(el);
    expect(detail).to.deep.equal({contractNumber: number, revision: 0});
    expect(get(el, '[part=state]').dataset['state']).to.equal('in-force');
    const shown = words(el);
    for (const text of [
      '有効',
      number,
      'にかほ市財政課',
      '20,000,000円',
      '50,000,000円',
      '〇〇建設株式会社',
    ]) {
      expect(shown).to.contain(text);
    }
    expect(shown).to.match(/確認日時\d{4}\/\d\d\/\d\d/);
    expect(focused(el)).to.equal(get(el, '#result-title'));
    await expect(el).to.be.accessible();
  });

  it('reads full-width letters, spaces and any hyphen, and keeps the case of the key', async () => {
    for (const typed of [
      {number: wide(number), key: wide(authKey)},
      {number: number.replace('-', '－'), key: authKey.replace(/(.{4})/g, '$1 ')},
      {number: ` ${number.replace('-', 'ー')}　`, key: `　${authKey} `},
      {number: number.replace('-', ''), key: authKey},
    ]) {
      const {el} = await mountCheck();
      await check(el, typed);
      expect(find(el, '[data-state=in-force]'), JSON.stringify(typed)).to.not.equal(null);
    }
    const {el} = await mountCheck();
    await check(el, {number, key: authKey.toLowerCase()});
    expect(find(el, '#mismatch')).to.not.equal(null);
  });

  it('says what is wrong with each field, moves to the summary, and its links reach the fields', async () => {
    const {el} = await mountCheck();
    await check(el, {number: '123', key: 'ab!'});
    const summary = get(el, '.error-summary');
    expect(focused(el)).to.equal(summary);
    expect(summary.querySelectorAll('a')).to.have.length(2);
    for (const id of ['number', 'key']) {
      const field = get(el, `#${id}`);
      expect(field.getAttribute('aria-invalid')).to.equal('true');
      const message = get(el, `#${id}-error`);
      expect(field.getAttribute('aria-describedby')).to.match(new RegExp(`^${id}-error `));
      const link = get(el, `[data-go=${id}]`);
      expect(message).to.contain.text(link.textContent ?? '-');
      link.click();
      expect(focused(el)).to.equal(field);
    }
    expect(location.hash).to.equal('');
    expect(get<HTMLInputElement>(el, '#number').value).to.equal('123');
    await expect(el).to.be.accessible();
  });

  it('gives one and the same answer to a wrong key and to an unknown number, and keeps what was typed', async () => {
    const answers: string[] = [];
    for (const typed of [
      {number, key: 'Z28YUE4J3Bu2'},
      {number: '99999-999999', key: authKey},
    ]) {
      const {el} = await mountCheck();
      let fired = 0;
      el.addEventListener('surety-certificate-checked', () => fired++);
      await check(el, typed);
      const answer = get(el, '#mismatch');
      answers.push((answer.textContent ?? '').replace(/\s+/g, ' '));
      expect(answer).to.contain.text('0とO、1とIとl、大文字・小文字をご確認ください');
      expect(focused(el)).to.equal(answer);
      expect(get<HTMLInputElement>(el, '#key').value).to.equal(typed.key);
      expect(fired).to.equal(0);
      await expect(el).to.be.accessible();
    }
    expect(answers[0]).to.equal(answers[1]);
  });

  it('counts the wait down after too many tries, sends nothing meanwhile, and lets one try again', async () => {
    let sent = 0;
    const {el} = await mountCheck({
      intercept: request => {
        if (!request.url.endsWith('/register/checks') || ++sent > 1) return undefined;
        return new Response(JSON.stringify({type: 'urn:surety:rate-limited', status: 429, retryAfter: 2}), {
          status: 429,
          headers: {'Content-Type': 'application/problem+json', 'Retry-After': '2'},
        });
      },
    });
    const clock = stopClock();
    try {
      await check(el, {number, key: authKey});
      expect(get(el, '[role=timer]')).to.contain.text('2秒');
      expect(focused(el)).to.equal(get(el, '#waiting'));
      await expect(el).to.be.accessible();
      await check(el, {});
      expect(sent).to.equal(1);
      clock.advance(1000);
      await eventually(() => get(el, '[role=timer]').textContent?.includes('1秒'), 'counts down');
      clock.advance(1000);
      await eventually(() => !find(el, '#waiting'), 'may try again');
    } finally {
      clock.goOn();
    }
    await eventually(() => get(el, '[data-announcer=polite]').textContent === 'もう一度確認できます。');
    await check(el, {});
    expect(sent).to.equal(2);
    expect(find(el, '[data-state=in-force]')).to.not.equal(null);
  });

  it('makes a guesser wait longer and longer with the reference API', async () => {
    const {el} = await mountCheck();
    for (let tries = 0; tries < 6; tries++) {
      expect(find(el, '#waiting')).to.equal(null);
      await check(el, {number, key: `Wrong2Key23${tries + 2}`});
    }
    expect(get(el, '[role=timer]').textContent).to.match(/[1-5]秒/);
  });

  it('finds number and key in a pasted notice, and fills both fields', async () => {
    const {el} = await mountCheck();
    const notice = `電子保証にかかる「認証キー」のお知らせ\n「保証契約番号」と「認証キー」のご提出をもって…\n
      工 事 名: 市道改良工事\n保証契約番号： ${wide(number)}\n認 証 キ ー： ${authKey}\n【発注者様へのお断り】`;
    const paste = pasteEvent(notice);
    get(el, '#key').dispatchEvent(paste);
    expect(paste.defaultPrevented).to.equal(true);
    expect(get<HTMLInputElement>(el, '#number').value).to.equal(number);
    expect(get<HTMLInputElement>(el, '#key').value).to.equal(authKey);
    await eventually(() => get(el, '[data-announcer=polite]').textContent?.includes('読み取りました'));
  });

  it('leaves a paste alone that holds only one of both', async () => {
    const {el} = await mountCheck();
    const paste = pasteEvent(number);
    get(el, '#number').dispatchEvent(paste);
    expect(paste.defaultPrevented).to.equal(false);
  });

  it('takes apart what was typed into one field together', async () => {
    const {el} = await mountCheck();
    await check(el, {number: `${number} ${authKey}`});
    expect(find(el, '[data-state=in-force]')).to.not.equal(null);
  });

  it('checks on Enter, but not on the Enter that ends a conversion of kana', async () => {
    let sent = 0;
    const {el} = await mountCheck({
      intercept: request => {
        if (request.url.endsWith('/register/checks')) sent++;
        return undefined;
      },
    });
    type(el, {number, key: authKey});
    for (const composing of [{isComposing: true}, {keyCode: 229}]) {
      const enter = new KeyboardEvent('keydown', {
        key: 'Enter',
        bubbles: true,
        cancelable: true,
        ...composing,
      });
      get(el, '#key').dispatchEvent(enter);
      expect(enter.defaultPrevented).to.equal(true);
    }
    expect(sent).to.equal(0);
    get(el, '#key').focus();
    await sendKeys({press: 'Enter'});
    await eventually(() => find(el, '[data-state=in-force]'));
    expect(sent).to.equal(1);
  });

  it('sends once however often the button is pressed', async () => {
    let sent = 0;
    const {el} = await mountCheck({
      intercept: async request => {
        if (request.url.endsWith('/register/checks')) sent++;
        await new Promise(resolve => setTimeout(resolve, 30));
        return undefined;
      },
    });
    type(el, {number, key: authKey});
    const button = get<HTMLButtonElement>(el, 'button[type=submit]');
    button.click();
    button.click();
    await settled(el);
    expect(button.disabled).to.equal(false);
    button.click();
    await eventually(() => find(el, '[data-state=in-force]'));
    expect(sent).to.equal(1);
  });

  it('shows the newest revision first, the older ones on request, and says which is which', async () => {
    const {el, sandbox} = await mountCheck();
    await change(sandbox);
    await check(el, {number, key: authKey});
    expect(words(el)).to.contain('変更1').and.to.contain('工期延長のため').and.to.contain('22,000,000円');
    expect(find(el, '[part=older]')).to.equal(null);
    get(el, '[part=select]:not([aria-current])').click();
    await settled(el);
    expect(get(el, '[part=older]')).to.contain.text('「新規」').and.to.contain.text('「変更1」');
    expect(get(el, '.sheet').textContent).to.contain('20,000,000円').and.to.not.contain('22,000,000円');
    expect(get(el, '[part=select][aria-current]')).to.contain.text('新規').and.to.contain.text('表示中');
    await expect(el).to.be.accessible();
  });

  it('shows a cancelled contract as cancelled', async () => {
    const {el, sandbox} = await mountCheck();
    const {token} = await sandbox.signIn('surety');
    await sandbox.fetch(
      new Request(new URL(`/v1/office/contracts/${number}/cancel`, location.href), {
        method: 'POST',
        headers: {'Content-Type': 'application/json', Authorization: `Bearer ${token}`},
        body: JSON.stringify({reason: '契約解除のため'}),
      }),
    );
    await check(el, {number, key: authKey});
    expect(get(el, '[part=state]').dataset['state']).to.equal('cancelled');
    expect(words(el)).to.contain('取り消されています').and.to.not.contain('この保証契約は有効です');
    await expect(el).to.be.accessible();
  });

  it('shows a contract past its term as expired', async () => {
    let now = new Date('2026-10-01T10:00:00+09:00');
    const {el} = await mountCheck({now: () => now});
    now = new Date('2027-03-20T00:00:30+09:00'); // the day after 保証期限, in Japan
    await check(el, {number, key: authKey});
    expect(get(el, '[part=state]').dataset['state']).to.equal('expired');
    await expect(el).to.be.accessible();
  });

  it('compares with the obligee’s own data field by field, whatever their width', async () => {
    const {el} = await openCertificate(
      {},
      {
        worksName: '令和７年度　市道〇〇線 道路改良工事',
        contractorName: '〇〇建設株式会社',
        guaranteeAmount: 20_000_000,
        worksPrice: 51_000_000,
        period: {from: '2026-02-21', to: '2027-03-19'},
      },
    );
    const comparison = get(el, '[part=comparison]');
    expect(comparison).to.contain.text('5項目のうち、1項目が異なります');
    const different = [...comparison.querySelectorAll('tr[data-different]')];
    expect(different).to.have.length(1);
    expect(different[0]).to.contain.text('請負金額').and.to.contain.text('相違');
    expect(comparison.querySelectorAll('.badge[data-kind=good]')).to.have.length(4);
    await expect(el).to.be.accessible();
  });

  it('prints the certificate with its state, and nothing else of the page', async () => {
    const {el} = await openCertificate();
    const {print} = window;
    let paper = '';
    window.print = () => {
      const box = document.querySelector('[data-surety-printout]')?.shadowRoot?.firstElementChild;
      paper = box?.shadowRoot?.textContent ?? '';
    };
    try {
      get(el, '.actions button:not(.primary)').click();
    } finally {
      window.print = print;
    }
    expect(paper)
      .to.contain('この保証契約は有効です。')
      .and.to.contain('20,000,000円')
      .and.to.contain(number);
    expect(paper).to.not.contain(authKey).and.to.not.contain('別の証書を確認する');
    el.remove();
    expect(document.querySelector('[data-surety-printout]')).to.equal(null);
  });

  it('empties everything for the next certificate and starts at the first field', async () => {
    const {el} = await openCertificate();
    get(el, '.actions .primary').click();
    await settled(el);
    expect(find(el, '.sheet')).to.equal(null);
    expect(get<HTMLInputElement>(el, '#number').value).to.equal('');
    expect(get<HTMLInputElement>(el, '#key').value).to.equal('');
    expect(focused(el)).to.equal(get(el, '#number'));
  });

  it('fits a screen of 320 pixels, with targets of 44 pixels', async () => {
    await setViewport({width: 320, height: 640});
    try {
      const {el} = await openCertificate({}, {worksPrice: 51_000_000, guaranteeAmount: 20_000_000});
      expect(document.documentElement.scrollWidth).to.be.at.most(320);
      for (const button of root(el).querySelectorAll('button')) {
        const {width, height} = button.getBoundingClientRect();
        expect(Math.min(width, height), button.textContent ?? '').to.be.at.least(43.9);
      }
    } finally {
      await setViewport({width: 800, height: 600});
    }
  });

  itWith('forced colours')('draws its buttons with a border in forced colours', async () => {
    await forceColours(true);
    try {
      const {el} = await openCertificate({}, {worksPrice: 51_000_000, guaranteeAmount: 20_000_000});
      expect(matchMedia('(forced-colors: active)').matches).to.equal(true);
      expect(getComputedStyle(get(el, '.actions .primary')).borderTopStyle).to.equal('solid');
      await expect(el).to.be.accessible();
    } finally {
      await forceColours(false);
    }
  });
});
