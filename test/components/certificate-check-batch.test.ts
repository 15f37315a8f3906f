import {expect, html} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
// Its code is here before a test begins; how long the runner takes to fetch it is nothing that these tests wait for.
import '../../components/certificate-check/batch-view.js';
import '../../components/certificate-check/batch.styles.js';
import '../../components/certificate-check/define.js';
import type {SuretyCertificateCheck} from '../../components/certificate-check/certificate-check.js';
import type {Expected} from '../../components/certificate-check/expected.js';
import {leafletKeys} from '../../demo/sandbox/samples.js';
import {setGlyphBase} from '../../src/pdf/glyph-base.js';
import {createKeyNoticePdf} from '../../src/pdf/key-notice-pdf.js';
import '../../src/reading/pdf.js';
import '../../src/reading/read-notice-file.js';
import {eventually} from '../support/eventually.js';
import {dropFiles} from '../support/drop.js';
import {foreignNotices, foreignPdf} from '../support/foreign-pdf.js';
import {mountWithSandbox, settled, type MountSandboxOptions} from '../support/mount.js';
import {sampleKeyNotice} from '../support/sample-key-notice.js';

const advance = leafletKeys['advance-payment'];
const {performance: contract} = leafletKeys;

const root = (el: HTMLElement) => {
  if (!el.shadowRoot) throw new Error('The element has not drawn.');
  return el.shadowRoot;
};
const get = <T extends HTMLElement>(el: HTMLElement, selector: string): T => {
  const found = root(el).querySelector<T>(selector);
  if (!found) throw new Error(`There is no ${selector}.`);
  return found;
};
const states = (el: HTMLElement) =>
  [...root(el).querySelectorAll<HTMLElement>('tr[data-state]')].map(({dataset}) => dataset['state']);
const row = (el: HTMLElement, index: number) =>
  (root(el).querySelectorAll('tr[data-state]')[index]?.textContent ?? '').replace(/\s+/g, ' ');
const button = (el: HTMLElement, name: string) =>
  [...root(el).querySelectorAll('button')].find(({textContent}) => textContent?.includes(name)) ??
  expect.fail(`There is no button ${name}.`);

const mountCheck = (options: MountSandboxOptions = {}, expected?: Expected) =>
  mountWithSandbox<SuretyCertificateCheck>(
    html`<surety-certificate-check .expected=${expected}></surety-certificate-check>`,
    {role: 'obligee', ...options},
  );

const note = (name: string, number: string, key = '') =>
  new File([`保証契約番号：${number}\n${key && `認証キー：${key}`}`], name, {type: 'text/plain'});

/** Puts files in and waits until nothing is read or checked any more. */
async function putIn(el: SuretyCertificateCheck, files: readonly File[]) {
  dropFiles(el, files);
  await eventually(() => root(el).querySelector('tr[data-state]'), 'the list is there');
  await eventually(() => !root(el).querySelector('[part=progress]'), 'everything is checked');
  await settled(el);
}

async function ownNotice(number: string, authKey: string): Promise<File> {
  const notice = sampleKeyNotice({contractNumber: number, authKey});
  const {bytes, fileName} = await createKeyNoticePdf(notice, {glyphBase: '/dist/glyphs'});
  return new File([bytes], fileName, {type: 'application/pdf'});
}

describe('surety-certificate-check with many notices', () => {
  before(() => setGlyphBase('/dist/glyphs'));

  it('reads our own notices and those of other sureties, and tells a certificate apart', async () => {
    const {el} = await mountCheck();
    const told: string[] = [];
    el.addEventListener('surety-certificate-checked', ({detail}) => told.push(detail.contractNumber));
    await putIn(el, [
      await ownNotice(advance.number, advance.authKey),
      new File(
        [foreignPdf(foreignNotices.west(contract.number, contract.authKey), '90ms-RKSJ-H')],
        '西日本.pdf',
      ),
      new File([foreignPdf(foreignNotices.certificate(contract.number), 'UniJIS-UCS2-H')], '証書.pdf'),
    ]);
    expect(states(el)).to.deep.equal(['checked', 'checked', 'unreadable']);
    expect(told).to.deep.equal([advance.number, contract.number]);
    expect(row(el, 0)).to.contain('有効').and.to.contain('20,000,000円').and.to.contain('道路改良工事');
    expect(row(el, 2)).to.contain('保証証書です').and.to.contain('お知らせ');
    expect(root(el).activeElement).to.equal(get(el, '#batch-title'));
    await expect(el).to.be.accessible();
  }).timeout(60_000); // pdf.js comes file by file here

  it('says in a sentence why a file is not read', async () => {
    const {el} = await mountCheck();
    await putIn(el, [
      new File(['%PDF-1.7\nbroken'], '壊れた.pdf'),
      new File([], '空.pdf'),
      new File([Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0)], 'メール.msg'),
      new File([new Uint8Array(21 * 1024 * 1024)], '大きい.pdf'),
      new File(['請求書です。'], '請求書.txt'),
    ]);
    expect(states(el)).to.deep.equal(Array(5).fill('unreadable'));
    const sentences = ['壊れていて', '中身が空', '種類のファイル', '20MB', '見つかりません'];
    sentences.forEach((sentence, index) => expect(row(el, index)).to.contain(sentence));
    await expect(el).to.be.accessible();
  });

  it('asks for the key in the row where only the number is there', async () => {
    const {el} = await mountCheck();
    await putIn(el, [note('番号だけ.txt', advance.number)]);
    expect(states(el)).to.deep.equal(['needs-key']);
    const field = get<HTMLInputElement>(el, '.key-form input');
    expect(get(el, '.key-form label')).to.contain.text(advance.number);
    field.value = 'short';
    get(el, '.key-form button').click();
    await settled(el);
    expect(get(el, '.key-form .error')).to.contain.text('認証キーは12文字です');
    expect(field.getAttribute('aria-invalid')).to.equal('true');
    field.value = advance.authKey;
    get(el, '.key-form button').click();
    await eventually(() => states(el)[0] === 'checked');
  });

  it('checks the same notice once, and keeps apart what does not fit', async () => {
    let sent = 0;
    const {el} = await mountCheck({
      intercept: ({url}) => {
        if (url.endsWith('/register/checks')) sent++;
        return undefined;
      },
    });
    await putIn(el, [
      note('一.txt', advance.number, advance.authKey),
      note('二.txt', advance.number, advance.authKey),
      note('三.txt', contract.number, 'Wrong2Key234'),
    ]);
    expect(states(el)).to.deep.equal(['checked', 'duplicate', 'mismatch']);
    expect(sent).to.equal(2);
    expect(row(el, 2)).to.contain('該当する保証証書が見つかりません');
  });

  it('opens a certificate of the list, and goes back to the row it came from', async () => {
    const {el} = await mountCheck();
    await putIn(el, [
      note('一.txt', advance.number, advance.authKey),
      note('二.txt', contract.number, contract.authKey),
    ]);
    get(el, `[data-open="${contract.number}"]`).click();
    await settled(el);
    expect(root(el).activeElement).to.equal(get(el, '#result-title'));
    expect(get(el, '.sheet')).to.contain.text(contract.number);
    button(el, '一覧に戻る').click();
    await eventually(
      () => root(el).activeElement === root(el).querySelector(`[data-open="${contract.number}"]`),
    );
  });

  it('waits as long as the API asks, counts it down, and goes on by itself', async () => {
    let isRefusing = true;
    const {el} = await mountCheck({
      intercept: ({url}) => {
        if (!isRefusing || !url.endsWith('/register/checks')) return undefined;
        isRefusing = false;
        return new Response(JSON.stringify({type: 'urn:surety:rate-limited', status: 429, retryAfter: 1}), {
          status: 429,
          headers: {'Content-Type': 'application/problem+json', 'Retry-After': '1'},
        });
      },
    });
    dropFiles(el, [note('一.txt', advance.number, advance.authKey)]);
    await eventually(
      () => root(el).querySelector('[role=timer]')?.textContent?.includes('1秒'),
      'it counts down',
    );
    await eventually(() => states(el)[0] === 'checked', 'it goes on');
  });

  it('stops on request, keeps what is known, and goes on with the rest', async () => {
    let seen = 0;
    const {el} = await mountCheck({
      intercept: async ({url}) => {
        if (url.endsWith('/register/checks') && ++seen === 2)
          await new Promise(done => setTimeout(done, 300));
        return undefined;
      },
    });
    dropFiles(el, [
      note('一.txt', advance.number, advance.authKey),
      note('二.txt', contract.number, contract.authKey),
    ]);
    await eventually(() => states(el).join() === 'checked,checking');
    get(el, '#batch-stop').click();
    await eventually(() => states(el).join() === 'checked,waiting');
    button(el, '残りの1件を確認する').click();
    await eventually(() => states(el).join() === 'checked,checked', 'the rest is checked');
  });

  it('stops at a failure that the next one would meet too, and tells the page once', async () => {
    let isDown = true;
    const {el} = await mountCheck({
      intercept: ({url}) =>
        isDown && url.endsWith('/register/checks') ? new Response(null, {status: 401}) : undefined,
    });
    let told = 0;
    el.addEventListener('surety-auth-required', () => told++);
    await putIn(el, [
      note('一.txt', advance.number, advance.authKey),
      note('二.txt', contract.number, contract.authKey),
    ]);
    expect(states(el)).to.deep.equal(['failed', 'waiting']);
    expect(told).to.equal(1);
    isDown = false;
    button(el, '残りの2件を確認する').click();
    await eventually(() => states(el).join() === 'checked,checked', 'all are checked');
  });

  it('compares each with the page’s own table by number, and says what has not come', async () => {
    const table = [
      '保証契約番号,工事名,請負金額（円）,受注者',
      `${advance.number.replace('-', '')},令和７年度 市道〇〇線道路改良工事,"５０，０００，０００",〇〇建設株式会社`,
      '05214-999999,別の工事,1,別の会社',
    ].join('\r\n');
    const {el} = await mountCheck({}, table);
    await putIn(el, [
      note('一.txt', advance.number, advance.authKey),
      note('二.txt', contract.number, contract.authKey),
    ]);
    expect(row(el, 0)).to.contain('一致');
    expect(row(el, 1)).to.contain('照合先なし');
    expect(get(el, '[part=missing]')).to.contain.text('1件').and.to.contain.text('05214-999999');
    get(el, `[data-open="${advance.number}"]`).click();
    await settled(el);
    expect(get(el, '[part=comparison]')).to.contain.text('3項目とも一致');
  });

  it('saves the list as CSV without any key, and nothing in it is a formula', async () => {
    const {el} = await mountCheck();
    await putIn(el, [
      note('=cmd.txt', advance.number, advance.authKey),
      note('二.txt', contract.number, 'Wrong2Key234'),
    ]);
    const saved: Blob[] = [];
    const {createObjectURL} = URL;
    URL.createObjectURL = blob => {
      saved.push(blob as Blob);
      return createObjectURL(blob);
    };
    try {
      get(el, '#batch-csv').click();
    } finally {
      URL.createObjectURL = createObjectURL;
    }
    const text = await (saved[0] ?? new Blob()).text();
    expect(text).to.contain('"\'=cmd.txt","有効","05214-000123","前払金保証","新規"');
    expect(text).to.contain('"該当なし"').and.to.contain('20000000');
    for (const key of [advance.authKey, 'Wrong2Key234']) expect(text).to.not.contain(key);
  });

  it('prints the list with its counts, without buttons', async () => {
    const {el} = await mountCheck();
    await putIn(el, [note('一.txt', advance.number, advance.authKey)]);
    const {print} = window;
    let paper: ShadowRoot | null | undefined;
    window.print = () => {
      paper = document.querySelector('[data-surety-printout]')?.shadowRoot?.firstElementChild?.shadowRoot;
    };
    try {
      button(el, '印刷').click();
    } finally {
      window.print = print;
    }
    expect(paper?.textContent).to.contain('まとめて確認した結果').and.to.contain(advance.number);
    el.remove();
  });

  it('sends nothing but number and key, leaves the key nowhere, and forgets all with the page', async () => {
    const bodies: string[] = [];
    const {el} = await mountCheck({
      intercept: async request => {
        bodies.push(`${request.method} ${new URL(request.url).pathname} ${await request.text()}`);
        return undefined;
      },
    });
    await putIn(el, [note('秘密の名前.txt', advance.number, advance.authKey)]);
    const checks = bodies.filter(body => body.includes('/register/checks'));
    expect(checks).to.deep.equal([
      `POST /v1/register/checks {"contractNumber":"${advance.number}","authKey":"${advance.authKey}"}`,
    ]);
    expect(bodies.join()).to.not.contain('秘密の名前');
    expect(root(el).innerHTML).to.not.contain(advance.authKey);
    window.dispatchEvent(new Event('pagehide'));
    await settled(el);
    expect(states(el)).to.deep.equal([]);
    expect(get(el, '#number')).to.not.equal(null);
  });

  it('takes a hundred at most, and says how many were left out', async () => {
    const {el} = await mountCheck();
    const files = Array.from({length: 103}, (_, index) => new File(['x'], `${index}.txt`));
    await putIn(el, files);
    expect(states(el)).to.have.length(100);
    expect(root(el).textContent).to.contain('3件は入れていません');
  });

  it('leaves a dragged text alone', async () => {
    const {el} = await mountCheck();
    const dataTransfer = new DataTransfer();
    dataTransfer.setData('text/plain', 'x');
    const event = new DragEvent('dragover', {dataTransfer, bubbles: true, cancelable: true});
    el.dispatchEvent(event);
    expect(event.defaultPrevented).to.equal(false);
  });

  it('fits a screen of 320 pixels, with targets of 44 pixels', async () => {
    await setViewport({width: 320, height: 640});
    try {
      const {el} = await mountCheck();
      await putIn(el, [
        note(
          'とても長いファイルの名前_電子保証にかかる認証キーのお知らせ_2026年2月3日.txt',
          advance.number,
          advance.authKey,
        ),
        note('番号だけ.txt', contract.number),
      ]);
      expect(document.documentElement.scrollWidth).to.be.at.most(320);
      for (const each of root(el).querySelectorAll('button')) {
        const {width, height} = each.getBoundingClientRect();
        expect(Math.min(width, height), each.textContent ?? '').to.be.at.least(43.9);
      }
      await expect(el).to.be.accessible();
    } finally {
      await setViewport({width: 800, height: 600});
    }
  });
});
