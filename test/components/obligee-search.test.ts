import {expect} from '@open-wc/testing';
import '../../components/application-form/define.js';
import {mountForm, type ApplicationForm} from '../support/application-form.js';
import {eventually} from '../support/eventually.js';
import type {MountSandboxOptions} from '../support/mount.js';
import {problem} from '../support/shadow.js';

const OBLIGEE = '発注者名';
const SEARCHING = 'さらに探しています';

const options = (form: ApplicationForm) => form.suggestions(OBLIGEE);
const notes = (form: ApplicationForm) => form.suggestionNotes(OBLIGEE);

/** The form, and what it asks the API about the bodies of Japan; `answer` may keep it waiting or say no. */
async function mountAsking(answer?: MountSandboxOptions['intercept']) {
  const asked: string[] = [];
  const {form, el} = await mountForm(undefined, {
    intercept: request => {
      const {pathname, searchParams} = new URL(request.url);
      if (!pathname.endsWith('/local-bodies')) return undefined;
      asked.push(searchParams.get('q') ?? '');
      return answer?.(request);
    },
  });
  return {form, el, asked};
}

/** One key of typing: the field holds all that was typed so far. */
function key(form: ApplicationForm, text: string, isComposing = false) {
  return form.type(OBLIGEE, text, {isComposing});
}

/** The list of obligees with rules is there. */
const listed = (form: ApplicationForm) =>
  eventually(() => form.hasSuggestionsOpen(OBLIGEE) && !notes(form).includes('一覧を読み込んでいます'));

const settled = (form: ApplicationForm) =>
  eventually(() => form.hasSuggestionsOpen(OBLIGEE) && !notes(form).includes(SEARCHING));

describe('the obligee’s field looks through all of Japan', () => {
  it('puts those with a known rule first and says so, and no body stands there twice', async () => {
    const {form, el} = await mountAsking();
    await key(form, '長岡');
    await eventually(() => options(form).length > 1);
    expect(options(form)).to.deep.equal(['長岡市 新潟県・電子保証の案内あり', '長岡京市 京都府']);
    await expect(el).to.be.accessible();
  });

  it('asks once, for what stands there when the typing pauses, and not again for words it knows', async () => {
    const {form, el, asked} = await mountAsking();
    for (const text of ['よ', 'よこ', 'よこて', 'よこてし']) await key(form, text);
    await eventually(() => options(form).length === 1);
    expect(options(form)).to.deep.equal(['横手市 秋田県']);
    expect(asked).to.deep.equal(['よこてし']);
    await key(form, 'よこて');
    await eventually(() => asked.length === 2);
    await settled(form);
    await key(form, 'よこてし');
    await el.updateComplete;
    expect(notes(form)).not.to.contain(SEARCHING);
    expect(options(form)).to.deep.equal(['横手市 秋田県']);
    expect(asked).to.deep.equal(['よこてし', 'よこて']);
  });

  it('asks nothing for one letter or for letters that an IME still holds, and says how to go on', async () => {
    const {form, el, asked} = await mountAsking();
    await key(form, '横');
    await listed(form);
    expect(notes(form)).to.contain('続けて入力すると、さらに探します。');
    await key(form, 'よこて', true);
    await el.updateComplete;
    expect(notes(form)).to.contain('続けて入力すると、さらに探します。');
    expect(notes(form)).not.to.contain('一覧にありません');
    await key(form, '横手', true);
    form
      .control(OBLIGEE)
      .dispatchEvent(new CompositionEvent('compositionend', {bubbles: true, composed: true}));
    await eventually(() => options(form).length === 1);
    expect(asked).to.deep.equal(['横手']);
  });

  it('does not wait any more for what the next key makes old', async () => {
    const signals: AbortSignal[] = [];
    const {form, asked} = await mountAsking(request => {
      signals.push(request.signal);
      return signals.length === 1 ? new Promise<Response>(() => undefined) : undefined;
    });
    await key(form, '横手');
    await eventually(() => asked.length === 1);
    expect(notes(form)).to.contain(SEARCHING);
    await key(form, '湯沢市');
    await eventually(() => options(form).length === 1);
    expect(options(form)).to.deep.equal(['湯沢市 秋田県']);
    await eventually(() => signals[0]?.aborted, 'still waited for');
  });

  it('fills in name and code of a body whose rule is not known, and says whom to ask', async () => {
    const {form, el} = await mountAsking();
    await key(form, '横手');
    await eventually(() => options(form).length === 1);
    await form.pickSuggestion(OBLIGEE, '横手市');
    await eventually(() => form.warningAt(OBLIGEE), 'no word');
    expect(form.value(OBLIGEE)).to.equal('横手市');
    expect(form.warningAt(OBLIGEE)).to.contain('契約の担当課にご確認ください');
    await eventually(() => form.announced().includes('「横手市」の電子保証の案内は登録されていません'));
    expect(form.obligeeRule()).to.equal('');
    await expect(el).to.be.accessible();
    await form.fill(OBLIGEE, '横手市役所');
    expect(form.warningAt(OBLIGEE)).to.equal('');
  });

  it('knows a body by its name typed out, unless two are called so', async () => {
    const {form, asked} = await mountAsking();
    await form.fill(OBLIGEE, '横手市');
    await eventually(() => form.warningAt(OBLIGEE), 'not known');
    await form.fill(OBLIGEE, '府中市');
    await eventually(() => asked.includes('府中市'));
    await key(form, '府中市');
    await eventually(() => options(form).length === 2);
    expect(options(form)).to.deep.equal(['府中市 東京都', '府中市 広島県']);
    expect(form.warningAt(OBLIGEE)).to.equal('');
  });

  it('keeps the entry that the arrow keys have reached when more are found', async () => {
    let answer: (() => void) | undefined;
    const {form, el} = await mountAsking(
      () => new Promise<undefined>(resolve => (answer = () => resolve(undefined))),
    );
    await key(form, '長岡');
    await eventually(() => answer);
    form
      .control(OBLIGEE)
      .dispatchEvent(new KeyboardEvent('keydown', {key: 'ArrowDown', bubbles: true, cancelable: true}));
    await el.updateComplete;
    answer?.();
    await eventually(() => options(form).length === 2);
    expect(form.activeSuggestion(OBLIGEE)).to.contain('長岡市');
  });

  it('says that more could not be found and leaves what is typed alone', async () => {
    const {form, el} = await mountAsking(() => problem(400));
    await key(form, '長岡');
    await eventually(() => notes(form).includes('ほかの候補は探せませんでした。'), 'no word');
    expect(options(form)).to.have.length(1);
    expect(form.value(OBLIGEE)).to.equal('長岡');
    await expect(el).to.be.accessible();
  });

  it('passes over in silence that an API knows no other bodies', async () => {
    const {form} = await mountAsking(() => problem(404));
    await key(form, '架空の組合');
    await eventually(() => notes(form).includes('一覧にありません。'), 'no word');
    expect(notes(form)).not.to.contain('探せませんでした');
  });
});
