import {expect} from '@open-wc/testing';
import '../../components/application-form/define.js';
import type {SuretyApplicationForm} from '../../components/application-form/application-form.js';
import {control, mountForm, type} from '../support/application-form.js';
import {eventually} from '../support/eventually.js';
import type {MountSandboxOptions} from '../support/mount.js';
import {find, findAll, problem, textOf} from '../support/shadow.js';

const path = 'obligee/name';
const SEARCHING = 'さらに探しています';

const options = (el: Element) => findAll(el, '[role=option]').map(textOf);
const popup = (el: Element) => textOf(el.shadowRoot?.querySelector('.popup'));

/** The form, and what it asks the API about the bodies of Japan; `answer` may keep it waiting or say no. */
async function mountAsking(answer?: MountSandboxOptions['intercept']) {
  const asked: string[] = [];
  const {el} = await mountForm(undefined, {
    intercept: request => {
      const {pathname, searchParams} = new URL(request.url);
      if (!pathname.endsWith('/local-bodies')) return undefined;
      asked.push(searchParams.get('q') ?? '');
      return answer?.(request);
    },
  });
  return {el, asked};
}

/** One key of typing: the field holds all that was typed so far. */
function key(el: SuretyApplicationForm, text: string, isComposing = false) {
  const field = control(el, path);
  field.focus();
  field.value = text;
  field.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true, isComposing}));
}

/** The list of obligees with rules is there. */
const listed = (el: Element) =>
  eventually(() => el.shadowRoot?.querySelector('.popup') && !popup(el).includes('一覧を読み込んでいます'));

const settled = (el: Element) => eventually(() => popup(el) && !popup(el).includes(SEARCHING));

describe('the obligee’s field looks through all of Japan', () => {
  it('puts those with a known rule first and says so, and no body stands there twice', async () => {
    const {el} = await mountAsking();
    key(el, '長岡');
    await eventually(() => options(el).length > 1);
    expect(options(el)).to.deep.equal(['長岡市 新潟県・電子保証の案内あり', '長岡京市 京都府']);
    await expect(el).to.be.accessible();
  });

  it('asks once, for what stands there when the typing pauses, and not again for words it knows', async () => {
    const {el, asked} = await mountAsking();
    for (const text of ['よ', 'よこ', 'よこて', 'よこてし']) key(el, text);
    await eventually(() => options(el).length === 1);
    expect(options(el)).to.deep.equal(['横手市 秋田県']);
    expect(asked).to.deep.equal(['よこてし']);
    key(el, 'よこて');
    await eventually(() => asked.length === 2);
    await settled(el);
    key(el, 'よこてし');
    await el.updateComplete;
    expect(popup(el)).not.to.contain(SEARCHING);
    expect(options(el)).to.deep.equal(['横手市 秋田県']);
    expect(asked).to.deep.equal(['よこてし', 'よこて']);
  });

  it('asks nothing for one letter or for letters that an IME still holds, and says how to go on', async () => {
    const {el, asked} = await mountAsking();
    key(el, '横');
    await listed(el);
    expect(popup(el)).to.contain('続けて入力すると、さらに探します。');
    key(el, 'よこて', true);
    await el.updateComplete;
    expect(popup(el)).to.contain('続けて入力すると、さらに探します。');
    expect(popup(el)).not.to.contain('一覧にありません');
    key(el, '横手', true);
    control(el, path).dispatchEvent(new CompositionEvent('compositionend', {bubbles: true, composed: true}));
    await eventually(() => options(el).length === 1);
    expect(asked).to.deep.equal(['横手']);
  });

  it('does not wait any more for what the next key makes old', async () => {
    const signals: AbortSignal[] = [];
    const {el, asked} = await mountAsking(request => {
      signals.push(request.signal);
      return signals.length === 1 ? new Promise<Response>(() => undefined) : undefined;
    });
    key(el, '横手');
    await eventually(() => asked.length === 1);
    expect(popup(el)).to.contain(SEARCHING);
    key(el, '湯沢市');
    await eventually(() => options(el).length === 1);
    expect(options(el)).to.deep.equal(['湯沢市 秋田県']);
    await eventually(() => signals[0]?.aborted, 'still waited for');
  });

  it('fills in name and code of a body whose rule is not known, and says whom to ask', async () => {
    const {el} = await mountAsking();
    key(el, '横手');
    await eventually(() => options(el).length === 1);
    findAll(el, '[role=option]')[0]?.click();
    await eventually(() => el.shadowRoot?.querySelector(`[id="${path}-warning"]`), 'no word');
    expect(control(el, path).value).to.equal('横手市');
    expect(textOf(find(el, `[id="${path}-warning"]`))).to.contain('契約の担当課にご確認ください');
    expect(control(el, path).getAttribute('aria-describedby')).to.contain(`${path}-warning`);
    await eventually(() =>
      textOf(find(el, '[data-announcer=polite]')).includes('「横手市」の電子保証の案内は登録されていません'),
    );
    expect(el.shadowRoot?.querySelector('.rule')).to.equal(null);
    await expect(el).to.be.accessible();
    await type(el, path, '横手市役所');
    expect(el.shadowRoot?.querySelector(`[id="${path}-warning"]`)).to.equal(null);
  });

  it('knows a body by its name typed out, unless two are called so', async () => {
    const {el, asked} = await mountAsking();
    await type(el, path, '横手市');
    await eventually(() => el.shadowRoot?.querySelector(`[id="${path}-warning"]`), 'not known');
    await type(el, path, '府中市');
    await eventually(() => asked.includes('府中市'));
    key(el, '府中市');
    await eventually(() => options(el).length === 2);
    expect(options(el)).to.deep.equal(['府中市 東京都', '府中市 広島県']);
    expect(el.shadowRoot?.querySelector(`[id="${path}-warning"]`)).to.equal(null);
  });

  it('keeps the entry that the arrow keys have reached when more are found', async () => {
    let answer: (() => void) | undefined;
    const {el} = await mountAsking(
      () => new Promise<undefined>(resolve => (answer = () => resolve(undefined))),
    );
    key(el, '長岡');
    await eventually(() => answer);
    control(el, path).dispatchEvent(
      new KeyboardEvent('keydown', {key: 'ArrowDown', bubbles: true, cancelable: true}),
    );
    await el.updateComplete;
    answer?.();
    await eventually(() => options(el).length === 2);
    expect(textOf(find(el, '[role=option][aria-selected=true]'))).to.contain('長岡市');
  });

  it('says that more could not be found and leaves what is typed alone', async () => {
    const {el} = await mountAsking(() => problem(400));
    key(el, '長岡');
    await eventually(() => popup(el).includes('ほかの候補は探せませんでした。'), 'no word');
    expect(options(el)).to.have.length(1);
    expect(control(el, path).value).to.equal('長岡');
    await expect(el).to.be.accessible();
  });

  it('passes over in silence that an API knows no other bodies', async () => {
    const {el} = await mountAsking(() => problem(404));
    key(el, '架空の組合');
    await eventually(() => popup(el).includes('一覧にありません。'), 'no word');
    expect(popup(el)).not.to.contain('探せませんでした');
  });
});
