import {expect} from '@open-wc/testing';
import {emulateMedia, setViewport} from '@web/test-runner-commands';
import {html} from 'lit';
import type {SuretyGuide} from '../../components/guide/guide.js';
import {readDirectory} from '../../demo/sandbox/data/directory.js';
import {createSandbox} from '../../demo/sandbox/index.js';
import type {ObligeeRule} from '../../src/schemas/obligee-rule.js';
import {itWith} from '../support/engine.js';
import {eventually} from '../support/eventually.js';
import {Guide, mountGuide} from '../support/guide.js';
import {mount, settled, type MountSandboxOptions} from '../support/mount.js';
import {hasPrintout, printed} from '../support/printout.js';
import {problem, textOf} from '../support/shadow.js';

const NIKAHO = '052141';
const ITOIGAWA = '152161';

/** にかほ市 with another rule. */
function nikaho(rule: Partial<ObligeeRule>): MountSandboxOptions {
  const found = readDirectory().find(({code}) => code === NIKAHO);
  if (!found) throw new Error('にかほ市 is not in the directory.');
  return {obligees: [{...found, rule: {...found.rule, ...rule}}]};
}

describe('surety-guide', () => {
  it('re-makes the leaflet of にかほ市, section by section', async () => {
    const guide = await mountGuide(NIKAHO);
    expect(guide.title).to.equal('「にかほ市」で電子保証が始まりました！');
    expect(guide.part('header')).to.contain('2026年2月1日スタート');
    expect(guide.part('header')).to.contain('紙の保証証書も従来どおり選択可能');
    expect(guide.sections()).to.deep.equal([
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
      expect((await mountGuide(NIKAHO, today)).title).to.equal(heading);
    });
  }

  it('claims no start where the page names none', async () => {
    const guide = await mountGuide('152021');
    expect(guide.title).to.equal('「長岡市」の電子保証のご案内');
    expect(guide.part('header')).to.not.contain('スタート');
    expect(guide.section('ご利用条件')).to.contain('開始日は要確認');
  });

  it('claims nothing for the month itself where the page names no day of it', async () => {
    expect((await mountGuide(ITOIGAWA, '2025-12-31')).title).to.contain('始まります');
    expect((await mountGuide(ITOIGAWA, '2026-01-15')).title).to.equal('「糸魚川市」の電子保証のご案内');
    const after = await mountGuide(ITOIGAWA, '2026-02-01');
    expect(after.title).to.contain('始まりました');
    expect(after.part('header')).to.contain('2026年1月スタート');
  });

  for (const paperAllowed of [null, false]) {
    it(`does not promise paper when paper_allowed is ${paperAllowed}`, async () => {
      const guide = await mountGuide(NIKAHO, '2026-10-01', nikaho({paper_allowed: paperAllowed}));
      expect(guide.part('header')).to.not.contain('紙');
    });
  }

  it('gives the conditions in the obligee’s own words, dated, with what they leave open', async () => {
    const own = await mountGuide(NIKAHO);
    expect(own.section('ご利用条件')).to.contain(
      '「にかほ市が2026年2月1日以降に入札公告等をする建設工事・業務委託であること」',
    );
    expect(own.section('ご利用条件')).to.contain('前払金保証・契約保証');
    expect(own.section('ご利用条件')).to.not.contain('中間');
    const vague = await mountGuide('232254');
    expect(vague.section('ご利用条件')).to.contain('令和7年9月12日時点');
    expect(vague.section('ご利用条件')).to.contain('要確認');
    expect(vague.section('ご利用条件')).to.contain('対象になる保証の種類');
  });

  it('says when the page names other sureties than this one', async () => {
    const doubt = (guide: Guide) => guide.section('ご利用条件');
    expect(doubt(await mountGuide(NIKAHO))).not.to.match(/分かりません|含まれていません/);
    expect(doubt(await mountGuide('352080'))).to.contain(
      '東日本建設業保証株式会社が対象になるかは分かりません',
    );
    const closed = nikaho({sureties_named: ['西日本建設業保証'], sureties_scope: 'named_only'});
    expect(doubt(await mountGuide(NIKAHO, '2026-10-01', closed))).to.contain('含まれていません');
  });

  it('draws how it works, and says the same in an ordered list', async () => {
    const guide = await mountGuide(NIKAHO);
    expect(guide.picture.getAttribute('role')).to.equal('img');
    expect(guide.picture.getAttribute('aria-label')).to.contain('一覧と同じ');
    const drawn = guide.pictureTexts().map(textOf);
    expect(drawn).to.include.members(['受注者', '保証会社', '発注者', '保証確認サービス', 'D-Sure']);
    const numbers = drawn.filter(text => /^\d$/.test(text)).sort();
    const steps = guide.mechanismSteps();
    expect(numbers).to.deep.equal(['1', '2', '3', '4', '5']);
    expect(steps).to.have.length(numbers.length);
    expect(steps[1]).to.contain('保証確認サービス (D-Sure)');
  });

  it('keeps every word of the picture inside of it, and legible at 320 px', async () => {
    await setViewport({width: 320, height: 700});
    try {
      const guide = await mountGuide(NIKAHO);
      const frame = guide.picture.getBoundingClientRect();
      for (const text of guide.pictureTexts()) {
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
    const guide = await mountGuide(NIKAHO);
    expect(guide.section('お申し込み手続き')).to.contain(
      '前払金保証、契約保証ごとに「電子保証(認証キーを含む)」を選択します。',
    );
    const one = await mountGuide(NIKAHO, '2026-10-01', nikaho({guarantee_kinds: ['契約保証']}));
    expect(one.section('お申し込み手続き')).to.not.contain('ごとに');
  });

  it('says where to hand in, with the subject that the obligee prescribes', async () => {
    expect((await mountGuide(NIKAHO)).section('ご提出')).to.contain('にかほ市：メールで提出します。');
    const ways = (await mountGuide(ITOIGAWA)).waysToHandIn();
    expect(ways).to.have.length(2);
    expect(ways[0]).to.match(/^前払金保証・中間前払金保証 .*事業担当課.*【前払金書類】案件番号又は案件名/);
    expect(ways[1]).to.match(/^契約保証 .*財政課.*【契約関係書類】案件番号\+案件名/);
  });

  it('sends nobody anywhere when the page names no place', async () => {
    const text = (await mountGuide('342131')).section('ご提出');
    expect(text).to.contain('廿日市市に、提出先と提出方法を確認します。');
    expect(text).to.not.contain('メール');
  });

  it('asks for the certificate’s print only where the obligee wants it', async () => {
    expect((await mountGuide(NIKAHO)).section('ご提出')).to.contain(
      '保証証書の画面の印刷やPDFは提出書類ではありません',
    );
    const wanting = (await mountGuide('422142')).section('ご提出');
    expect(wanting).to.contain('保証証書の画面を印刷します。');
    expect(wanting).to.not.contain('提出書類ではありません');
  });

  it('names the branch of the prefecture, with phone, hours and mail', async () => {
    const guide = await mountGuide(NIKAHO);
    expect(guide.branches()).to.deep.equal(['秋田支店']);
    expect(guide.contactLinks()).to.deep.equal(['tel:0188631000', 'mailto:ak.mlad1@ejcs.co.jp']);
    expect(guide.section('お問い合わせ先')).to.contain('土日祝日・年末年始除く 9:00～17:00');
  });

  it('names the branch that the page wants, and all of them where none is near', async () => {
    const guide = await mountGuide('352080');
    expect(guide.branches()).to.have.length(5);
    guide.element.setAttribute('branch-code', 'tokyo');
    await settled(guide.element);
    expect(guide.branches()).to.deep.equal(['東京営業部']);
  });

  it('shows another obligee when the page changes the code', async () => {
    const guide = await mountGuide(NIKAHO);
    guide.element.obligeeCode = ITOIGAWA;
    await settled(guide.element);
    await eventually(() => guide.title.includes('糸魚川市'));
  });

  it('says what is missing while there is no code', async () => {
    const guide = await mountGuide('');
    expect(guide.part('empty')).to.equal('発注者が選ばれていません。');
    await expect(guide.element).to.be.accessible();
  });

  it('says of an unknown code that there is no announcement, and does not offer to try again', async () => {
    const errors: string[] = [];
    const listen = (event: Event) =>
      errors.push((event as HTMLElementEventMap['surety-error']).detail.error.code);
    document.addEventListener('surety-error', listen);
    const guide = await mountGuide('999999');
    document.removeEventListener('surety-error', listen);
    expect(errors).to.deep.equal(['not-found']);
    expect(guide.alert()).to.contain('この発注者の案内は、まだありません。');
    expect(guide.buttons()).to.deep.equal([]);
    await expect(guide.element).to.be.accessible();
  });

  it('can be tried again after a failure', async () => {
    const sandbox = createSandbox();
    let isDown = true;
    const element = await mount<SuretyGuide>(html`<surety-guide obligee-code=${NIKAHO}></surety-guide>`, {
      fetch: (input, init) =>
        isDown ? Promise.resolve(problem(403)) : sandbox.fetch(new Request(input, init)),
    });
    const guide = new Guide(element);
    await expect(element).to.be.accessible();
    isDown = false;
    await guide.press('もう一度読み込む');
    await eventually(() => guide.title);
    expect(guide.title).to.contain('にかほ市');
  });

  it('says that it is loading', async () => {
    const element = await mount<SuretyGuide>(html`<surety-guide obligee-code=${NIKAHO}></surety-guide>`, {
      fetch: () => new Promise(() => undefined),
      settle: false,
    });
    await eventually(() => new Guide(element).part('loading'));
    await expect(element).to.be.accessible();
  });

  it('is accessible for every obligee of the directory', async () => {
    for (const code of [NIKAHO, ITOIGAWA, '232254', '422142']) {
      await expect((await mountGuide(code)).element).to.be.accessible();
    }
  });

  it('renders every obligee of the directory without an empty fact', async () => {
    const guide = await mountGuide(NIKAHO);
    for (const {code, name} of readDirectory()) {
      guide.element.obligeeCode = code;
      await eventually(() => guide.title.includes(name), name);
      expect(guide.texts(), name).not.to.include('');
      expect(guide.part('leaflet'), name).to.not.match(/undefined|null|\[object/);
    }
  });

  it('prints the leaflet alone, and takes the printout away again', async () => {
    const guide = await mountGuide(NIKAHO);
    const paper = printed(() => void guide.press('この案内を印刷'));
    expect(paper.root?.querySelector('h2')?.textContent).to.contain('にかほ市');
    expect(paper.root?.querySelectorAll('h3')).to.have.length(7);
    expect(paper.root?.querySelector('button')).to.equal(null);
    paper.close();
    expect(hasPrintout()).to.equal(false);
  });

  itWith('print')('leaves its button off when the page itself is printed', async () => {
    const guide = await mountGuide(NIKAHO);
    const button = guide.button('この案内を印刷');
    expect(getComputedStyle(button).display).to.not.equal('none');
    await emulateMedia({media: 'print'});
    expect(getComputedStyle(button).display).to.equal('none');
    await emulateMedia({media: 'screen'});
  });
});
