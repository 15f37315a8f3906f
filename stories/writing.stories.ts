import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {errorText} from '../src/i18n/error-text.js';
import {inputErrorText} from '../src/i18n/input-text.js';
import {parseAuthKey} from '../src/input/auth-key.js';
import {parseDate} from '../src/input/date.js';
import {parseEmail} from '../src/input/email.js';
import type {Parsed} from '../src/input/parsed.js';
import {parsePhone} from '../src/input/phone.js';
import {parseYen} from '../src/input/yen.js';
import './pages.css';

export default {title: '手引き/文言', tags: ['!autodocs']} satisfies Meta;

/** What the kit itself says about a text that cannot be read: the page shows the real sentences, not copies of them. */
function saidOf<T>(parsed: Parsed<T>, field: string): string {
  if (parsed.valid) throw new Error('This was to be an example of what cannot be read.');
  return inputErrorText(parsed, {field});
}

/** A rule with what to write, what not to, and why. */
interface Rule {
  readonly rule: string;
  readonly good: string;
  readonly bad: string;
  readonly why: string;
}

const errorRules: readonly Rule[] = [
  {
    rule: '項目の名前を言い、直し方を言う',
    good: saidOf(parseYen(''), '請負金額'),
    bad: '必須項目です。',
    why: '画面の上の一覧だけを読む人にも、どの欄をどう直すかが伝わります。',
  },
  {
    rule: '何がいけなかったかを、書かれた文字で示す',
    good: saidOf(parseYen('千万くらい'), '請負金額'),
    bad: '数値が不正です。',
    why: '「不正」「無効」は、書いた人を責めるだけで、手がかりになりません。',
  },
  {
    rule: '暦にない日は、その月のことを言う',
    good: saidOf(parseDate('令和8年2月30日'), '契約締結日'),
    bad: '日付の形式が正しくありません。',
    why: '形式は合っているので、形式の話をすると、同じ日付をもう一度書かせてしまいます。',
  },
  {
    rule: '足りないものを名指しする',
    good: saidOf(parsePhone('55-0100'), '電話番号'),
    bad: '電話番号を正しく入力してください。',
    why: '「正しく」が何かを知らないから、まちがえています。',
  },
  {
    rule: '数えた結果を言う',
    good: saidOf(parseAuthKey('12'), '認証キー'),
    bad: '桁数エラー',
    why: 'あと何文字かが分かれば、写しまちがいか、貼りまちがいかに気づけます。',
  },
  {
    rule: '例は、架空の会社と番号で書く',
    good: saidOf(parseEmail('a@b'), 'メールアドレス'),
    bad: 'メールアドレスの形式：local-part@domain',
    why: '規格の言葉より、ひとつの例のほうが早く伝わります。',
  },
];

const stateRules: readonly Rule[] = [
  {
    rule: '起きたこと、次にすること、の順に言う',
    good: errorText('network'),
    bad: 'エラーが発生しました（code: ERR_NETWORK）。',
    why: '番号は開発者のものです。画面には出さず、surety-error で渡します。',
  },
  {
    rule: '送ったかどうか分からないときは、入力が残っていることを先に言う',
    good: errorText('unknown-outcome'),
    bad: 'タイムアウトしました。',
    why: 'いちばんの心配は「二重に申し込んだのではないか」です。',
  },
  {
    rule: '待てば済むことは、待てばよいと言う',
    good: errorText('unavailable'),
    bad: 'システムエラー',
    why: '電話をかける前に、待つという手があることを伝えます。',
  },
];

const table = (rules: readonly Rule[], caption: string) =>
  html`<table class="table">
    <caption class="muted">
      ${caption}
    </caption>
    <thead>
      <tr>
        <th scope="col">決まり</th>
        <th scope="col">書くもの・書かないもの</th>
        <th scope="col">わけ</th>
      </tr>
    </thead>
    <tbody>
      ${rules.map(
        ({rule, good, bad, why}) =>
          html`<tr>
            <th scope="row"><strong>${rule}</strong></th>
            <td>
              <p class="good"><strong>よい例</strong><br />${good}</p>
              <p class="bad"><strong>よくない例</strong><br />${bad}</p>
            </td>
            <td>${why}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;

/** How errors are worded: every good example is what the kit says today. */
export const エラーの文言: StoryObj = {
  render: () =>
    html`<div class="page">
      <h1>エラーの文言</h1>
      <p>よい例は、部品がいま実際に出す文です。このページのために書いたものではありません。</p>
      <h2>入力した欄の下に出る文</h2>
      ${table(errorRules, '欄の下と、画面の上の一覧に、同じ文が出ます。')}
      <h2>通信や送信のときに出る文</h2>
      ${table(stateRules, 'その部品の場所に出て、読み上げられます。')}
    </div>`,
};

const labelRules: readonly [rule: string, good: string, bad: string][] = [
  [
    '画面の言葉は、書類の言葉と同じにする',
    '請負金額、保証契約番号、認証キー',
    '契約金額、証券番号、パスワード',
  ],
  ['必要かどうかは、文字で書く', '契約締結日 ※必須', '契約締結日 *'],
  ['ボタンは、押すと何が起きるかを書く', '申込内容を確認する', '次へ、OK、Submit'],
  ['リンクは、行き先を書く', 'にかほ市の案内（市のホームページ）', 'もっと見る、リンク、アドレスそのもの'],
  ['全角・半角を頼まない', '例：018-863-1000', '半角数字、ハイフンなしで入力'],
  ['金額には円、日付には年を付ける', '20,000,000円、令和8年2月1日', '20000000、8/2/1'],
  ['補足は、入力する前に見えるところに置く', '欄の上の一行', '入力欄の中の薄い文字（placeholder）'],
  ['色の名前で呼ばない', '「差戻し」の印が付いた契約', '赤い契約'],
];

/** How labels, buttons and hints are worded. */
export const 項目とボタンの文言: StoryObj = {
  render: () =>
    html`<div class="page">
      <h1>項目とボタンの文言</h1>
      <p>
        使う人は、紙の書類を横に置いて入力します。書類にある言葉を、そのまま使います。言いかえが要るとき（「発注者」を「委託者」にするなど）は、
        <code>messages</code> で、全部の部品を一度に替えます。
      </p>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">決まり</th>
            <th scope="col">よい例</th>
            <th scope="col">よくない例</th>
          </tr>
        </thead>
        <tbody>
          ${labelRules.map(
            ([rule, good, bad]) =>
              html`<tr>
                <th scope="row">${rule}</th>
                <td>${good}</td>
                <td>${bad}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`,
};
