import {expect} from '@open-wc/testing';
import {emulateMedia, setViewport} from '@web/test-runner-commands';
import {html} from 'lit';
import '../../components/guide/define.js';
import type {SuretyGuide} from '../../components/guide/guide.js';
import {readDirectory} from '../../demo/sandbox/data/directory.js';
import {createSandbox} from '../../demo/sandbox/index.js';
import type {ObligeeRule} from '../../src/schemas/obligee-rule.js';
import {eventually} from '../support/eventually.js';
import {itWith} from '../support/engine.js';
import {mount, mountWithSandbox, settled, type MountSandboxOptions} from '../support/mount.js';
import {find, findAll, findButton, problem, textOf} from '../support/shadow.js';

const open = async (code: string, today = '2026-10-01', options: MountSandboxOptions = {}) =>
  (
    await mountWithSandbox<SuretyGuide>(
      html`<surety-guide obligee-code=${code} today=${today}></surety-guide>`,
      options,
    )
  ).el;

const NIKAHO = '052141';
const ITOIGAWA = '152161';
const title = (el: Element) => textOf(find(el, 'h2'));
const part = (el: Element, name: string) => textOf(find(el, `section.${name}`));

/** にかほ市 with another rule. */
function nikaho(rule: Partial<ObligeeRule>): MountSandboxOptions {
  const found = readDirectory().find(({code}) => code === NIKAHO);
  if (!found) throw new Error('にかほ市 is not in the directory.');
  return {obligees: [{...found, rule: {...found.rule, ...rule}}]};
}

describe('surety-guide', () => {
  it('re-makes the leaflet of にかほ市, section by section', async () => {
    const el = await open(NIKAHO);
    expect(title(el)).to.equal('「にかほ市」で電子保証が始まりました！');
    expect(textOf(find(el, 'header'))).to.contain('2026年2月1日スタート');
    expect(textOf(find(el, 'header'))).to.contain('紙の保証証書も従来どおり選択可能');
    expect(findAll(el, 'h3').map(textOf)).to.deep.equal([
      '1. ご利用条件',
      '2. 電子保証の仕組み',
      '3. お手続きの流れ',
      '4. お申し込み手続き',
      '5. 発行後のお手続き',
      '6. 「にかほ市」へのご提出',
      'お問い合わせ先',
    ]);
  });

  for (const [today, heading] of [
    ['2026-01-31', '「にかほ市」で電子保証が始まります'],
    ['2026-02-01', '「にかほ市」で電子保証が始まりました！'],
  ] as const) {
    it(`has a heading that fits ${today}`, async () => {
      expect(title(await open(NIKAHO, today))).to.equal(heading);
    });
  }

  it('claims no start where the page names none', async () => {
    const el = await open('152021');
    expect(title(el)).to.equal('「長岡市」の電子保証のご案内');
    expect(textOf(find(el, 'header'))).to.not.contain('スタート');
    expect(part(el, 'conditions')).to.contain('開始日は要確認');
  });

  it('claims nothing for the month itself where the page names no day of it', async () => {
    expect(title(await open(ITOIGAWA, '2025-12-31'))).to.contain('始まります');
    expect(title(await open(ITOIGAWA, '2026-01-15'))).to.equal('「糸魚川市」の電子保証のご案内');
    const after = await open(ITOIGAWA, '2026-02-01');
    expect(title(after)).to.contain('始まりました');
    expect(textOf(find(after, 'header'))).to.contain('2026年1月スタート');
  });

  for (const paperAllowed of [null, false]) {
    it(`does not promise paper when paper_allowed is ${paperAllowed}`, async () => {
      const el = await open(NIKAHO, '2026-10-01', nikaho({paper_allowed: paperAllowed}));
      expect(textOf(find(el, 'header'))).to.not.contain('紙');
    });
  }

  it('gives the conditions in the obligee’s own words, dated, with what they leave open', async () => {
    const own = await open(NIKAHO);
    expect(part(own, 'conditions')).to.contain(
      '「にかほ市が2026年2月1日以降に入札公告等をする建設工事・業務委託であること」',
    );
    expect(part(own, 'conditions')).to.contain('前払金保証・契約保証');
    expect(part(own, 'conditions')).to.not.contain('中間');
    const vague = await open('232254');
    expect(part(vague, 'conditions')).to.contain('令和7年9月12日時点');
    expect(part(vague, 'conditions')).to.contain('要確認');
    expect(part(vague, 'conditions')).to.contain('対象になる保証の種類');
  });

  it('says when the page names other sureties than this one', async () => {
    const doubt = (el: Element) => find(el, 'section.conditions').querySelector('.notice');
    expect(doubt(await open(NIKAHO))).to.equal(null);
    expect(textOf(doubt(await open('352080')))).to.contain(
      '東日本建設業保証株式会社が対象になるかは分かりません',
    );
    const closed = nikaho({sureties_named: ['西日本建設業保証'], sureties_scope: 'named_only'});
    expect(textOf(doubt(await open(NIKAHO, '2026-10-01', closed)))).to.contain('含まれていません');
  });

  it('draws how it works, and says the same in an ordered list', async () => {
    const el = await open(NIKAHO);
    const picture = find(el, 'section.how').querySelector('svg');
    expect(picture?.getAttribute('role')).to.equal('img');
    expect(picture?.getAttribute('aria-label')).to.contain('一覧と同じ');
    const drawn = [...(picture?.querySelectorAll('text') ?? [])].map(text => text.textContent);
    expect(drawn).to.include.members(['受注者', '保証会社', '発注者', '保証確認サービス', 'D-Sure']);
    const numbers = [...(picture?.querySelectorAll('.number') ?? [])].map(text => Number(text.textContent));
    const steps = findAll(el, 'section.how ol > li');
    expect(numbers.sort()).to.deep.equal([1, 2, 3, 4, 5]);
    expect(steps).to.have.length(numbers.length);
    expect(textOf(steps[1])).to.contain('保証確認サービス (D-Sure)');
  });

  it('keeps every word of the picture inside of it, and legible at 320 px', async () => {
    await setViewport({width: 320, height: 700});
    try {
      const el = await open(NIKAHO);
      const frame = find(el, 'svg').getBoundingClientRect();
      for (const text of findAll(el, 'svg text')) {
        const box = text.getBoundingClientRect();
        expect(box.left, textOf(text)).to.be.at.least(frame.left - 0.5);
        expect(box.right, textOf(text)).to.be.at.most(frame.right + 0.5);
        expect(box.height, textOf(text)).to.be.at.least(12);
      }
      expect(document.documentElement.scrollWidth).to.be.at.most(320);
    } finally {
      await setViewport({width: 800, height: 600});
    }
  });

  it('says what to choose when applying, kind by kind', async () => {
    const el = await open(NIKAHO);
    expect(part(el, 'applying')).to.contain(
      '前払金保証、契約保証ごとに「電子保証(認証キーを含む)」を選択します。',
    );
    const one = await open(NIKAHO, '2026-10-01', nikaho({guarantee_kinds: ['契約保証']}));
    expect(part(one, 'applying')).to.not.contain('ごとに');
  });

  it('says where to hand in, with the subject that the obligee prescribes', async () => {
    expect(part(await open(NIKAHO), 'hand-in')).to.contain('にかほ市：メールで提出します。');
    const ways = findAll(await open(ITOIGAWA), '.way').map(textOf);
    expect(ways).to.have.length(2);
    expect(ways[0]).to.match(/^前払金保証・中間前払金保証 .*事業担当課.*【前払金書類】案件番号又は案件名/);
    expect(ways[1]).to.match(/^契約保証 .*財政課.*【契約関係書類】案件番号\+案件名/);
  });

  it('sends nobody anywhere when the page names no place', async () => {
    const text = part(await open('342131'), 'hand-in');
    expect(text).to.contain('廿日市市に、提出先と提出方法を確認します。');
    expect(text).to.not.contain('メール');
  });

  it('asks for the certificate’s print only where the obligee wants it', async () => {
    expect(part(await open(NIKAHO), 'hand-in')).to.contain(
      '保証証書の画面の印刷やPDFは提出書類ではありません',
    );
    const wanting = part(await open('422142'), 'hand-in');
    expect(wanting).to.contain('保証証書の画面を印刷します。');
    expect(wanting).to.not.contain('提出書類ではありません');
  });

  it('names the branch of the prefecture, with phone, hours and mail', async () => {
    const el = await open(NIKAHO);
    expect(findAll(el, '.branch').map(textOf)).to.deep.equal(['秋田支店']);
    expect(find<HTMLAnchorElement>(el, '.phone').href).to.equal('tel:0188631000');
    expect(part(el, 'contact')).to.contain('土日祝日・年末年始除く 9:00～17:00');
    expect(find<HTMLAnchorElement>(el, 'a[href^=mailto]').href).to.equal('mailto:ak.mlad1@ejcs.co.jp');
  });

  it('names the branch that the page wants, and all of them where none is near', async () => {
    const el = await open('352080');
    expect(findAll(el, '.branch')).to.have.length(5);
    el.setAttribute('branch-code', 'tokyo');
    await settled(el);
    expect(findAll(el, '.branch').map(textOf)).to.deep.equal(['東京営業部']);
  });

  it('shows another obligee when the page changes the code', async () => {
    const el = await open(NIKAHO);
    el.obligeeCode = ITOIGAWA;
    await settled(el);
    await eventually(() => title(el).includes('糸魚川市'));
  });

  it('says what is missing while there is no code', async () => {
    const el = await open('');
    expect(textOf(find(el, 'slot[name=empty]'))).to.equal('発注者が選ばれていません。');
    await expect(el).to.be.accessible();
  });

  it('says of an unknown code that there is no announcement, and does not offer to try again', async () => {
    const errors: string[] = [];
    const listen = (event: Event) =>
      errors.push((event as HTMLElementEventMap['surety-error']).detail.error.code);
    document.addEventListener('surety-error', listen);
    const el = await open('999999');
    document.removeEventListener('surety-error', listen);
    expect(errors).to.deep.equal(['not-found']);
    expect(textOf(find(el, '[role=alert]'))).to.contain('この発注者の案内は、まだありません。');
    expect(findAll(el, 'button')).to.have.length(0);
    await expect(el).to.be.accessible();
  });

  it('can be tried again after a failure', async () => {
    const sandbox = createSandbox();
    let isDown = true;
    const el = await mount<SuretyGuide>(html`<surety-guide obligee-code=${NIKAHO}></surety-guide>`, {
      fetch: (input, init) =>
        isDown ? Promise.resolve(problem(403)) : sandbox.fetch(new Request(input, init)),
    });
    await expect(el).to.be.accessible();
    isDown = false;
    findButton(el, 'もう一度読み込む').click();
    await eventually(() => el.shadowRoot?.querySelector('h2'));
    expect(title(el)).to.contain('にかほ市');
  });

  it('says that it is loading', async () => {
    const el = await mount<SuretyGuide>(html`<surety-guide obligee-code=${NIKAHO}></surety-guide>`, {
      fetch: () => new Promise(() => undefined),
      settle: false,
    });
    await eventually(() => el.shadowRoot?.querySelector('[role=status][part=loading]'));
    await expect(el).to.be.accessible();
  });

  it('is accessible for every obligee of the directory', async () => {
    for (const code of [NIKAHO, ITOIGAWA, '232254', '422142']) {
      await expect(await open(code)).to.be.accessible();
    }
  });

  it('renders every obligee of the directory without an empty fact', async () => {
    const el = await open(NIKAHO);
    for (const {code, name} of readDirectory()) {
      el.obligeeCode = code;
      await eventually(() => el.shadowRoot?.querySelector('h2')?.textContent?.includes(name), name);
      for (const each of findAll(el, 'dd, li, p, h3, h4')) expect(textOf(each), name).to.not.equal('');
      expect(textOf(find(el, '[part=leaflet]')), name).to.not.match(/undefined|null|\[object/);
    }
  });

  it('prints the leaflet alone, and takes the printout away again', async () => {
    const el = await open(NIKAHO);
    const print = window.print;
    let printed: Element | null = null;
    window.print = () => (printed = document.querySelector('[data-surety-printout]'));
    try {
      findButton(el, 'この案内を印刷').click();
      const paper = (printed as Element | null)?.shadowRoot?.firstElementChild?.shadowRoot;
      expect(paper?.querySelector('h2')?.textContent).to.contain('にかほ市');
      expect(paper?.querySelectorAll('h3')).to.have.length(7);
      expect(paper?.querySelector('button')).to.equal(null);
      window.dispatchEvent(new Event('afterprint'));
      expect(document.querySelector('[data-surety-printout]')).to.equal(null);
    } finally {
      window.print = print;
    }
  });

  itWith('print')('leaves its button off when the page itself is printed', async () => {
    const el = await open(NIKAHO);
    const button = findButton(el, 'この案内を印刷');
    expect(getComputedStyle(button).display).to.not.equal('none');
    await emulateMedia({media: 'print'});
    expect(getComputedStyle(button).display).to.equal('none');
    await emulateMedia({media: 'screen'});
  });
});
