import {msg, str} from '@lit/localize';
import {html, nothing, type TemplateResult} from 'lit';
import type {FeedProblem, FeedProblemCode, ReadFeed} from '../../src/api/obligee-feed.js';
import {inBrackets, isJapanese, labelled, sentences, sideBySide} from '../../src/i18n/format.js';
import {obligeeFieldText} from '../../src/i18n/obligee-field-text.js';

/** Problems shown at once; the rest is shown when these are corrected. */
const MAX_SHOWN = 50;

const kinds: Readonly<Record<string, () => string>> = {
  string: () => msg('文字（" " で囲む）'),
  number: () => msg('数字'),
  boolean: () => msg('true か false'),
  array: () => msg('[ ] で囲んだ並び'),
  object: () => msg('{ } で囲んだまとまり'),
  record: () => msg('{ } で囲んだまとまり'),
};

/** Returns a field with its label: 「channels[0].to（宛先）」. */
function fieldName(field = ''): string {
  const key = /[^.[\]]*?(?=(\[\d+\])*$)/.exec(field)?.[0] ?? '';
  const label = obligeeFieldText[key]?.();
  return label ? `${field}${inBrackets(label)}` : field;
}

const choiceOf = ({expected = []}: FeedProblem): string =>
  expected.map(word => msg(str`「${word}」`)).join(isJapanese() ? '' : ', ');
const kindOf = ({expected = []}: FeedProblem): string =>
  sideBySide(expected.map(kind => kinds[kind]?.() ?? kind));
const orNull = ({mayBeNull}: FeedProblem): string[] =>
  mayBeNull ? [msg('案内に書かれていないときは null と書いてください。')] : [];

const problemTexts: Record<FeedProblemCode, (problem: FeedProblem) => string> = {
  address: ({found = ''}) =>
    msg(
      str`アドレスから一覧を取得できませんでした（${found}）。feed-src のアドレスと、ファイルが公開されているかを確かめてください。`,
    ),
  json: ({found = ''}) =>
    msg(str`ファイルがJSONとして読めません。かっこ、カンマ、引用符を確かめてください。${found}`),
  'bare-list': () =>
    msg(
      'ファイルが並び [ ] で始まっています。{ "format", "version", "updatedOn", "obligees": [ ] } の形にしてください。',
    ),
  version: () =>
    msg('version（一覧の形式の版）がこの部品の読める版と違います。1 と書くか、部品を新しくしてください。'),
  missing: problem =>
    sentences(msg(str`${fieldName(problem.field)}がありません。書き足してください。`), ...orNull(problem)),
  type: problem =>
    problem.field
      ? sentences(
          msg(str`${fieldName(problem.field)}は、${kindOf(problem)}で書いてください。`),
          ...orNull(problem),
        )
      : msg(str`${kindOf(problem)}で書いてください。`),
  choice: problem =>
    sentences(
      msg(str`${fieldName(problem.field)}は、次のどれかで書いてください：${choiceOf(problem)}。`),
      ...orNull(problem),
    ),
  day: problem =>
    sentences(
      msg(str`${fieldName(problem.field)}は、実際にある日を「2026-02-01」の形で書いてください。`),
      ...orNull(problem),
    ),
  code: problem =>
    msg(
      str`${fieldName(problem.field)}は、数字6桁で書いてください。コードのない発注者では null と書いてください。`,
    ),
  empty: problem => msg(str`${fieldName(problem.field)}が空です。書き入れてください。`),
  twice: problem =>
    msg(str`${fieldName(problem.field)}が、前にある発注者と同じです。どちらかを直すか、消してください。`),
};

/** Returns a problem as a sentence: which field, and what to do. */
const problemText = (problem: FeedProblem): string => problemTexts[problem.code](problem);

const whereText = ({entry, name}: FeedProblem): string =>
  entry === undefined ? msg('一覧の全体') : name ? msg(str`${entry}件目（${name}）`) : msg(str`${entry}件目`);

const problemItem = (problem: FeedProblem): TemplateResult => {
  const {found, code} = problem;
  const isInSentence = code === 'json' || code === 'address';
  return html`<li>
    <strong>${whereText(problem)}</strong> ${problemText(problem)}
    ${found && !isInSentence ? html`<span class="hint">${labelled(msg('今の内容'))}<code>${found}</code></span>` : nothing}
  </li>`;
};

const problemList = (problems: readonly FeedProblem[]): TemplateResult =>
  html`<ul class="feed-problems" translate="no">
      ${problems.slice(0, MAX_SHOWN).map(problemItem)}
    </ul>
    ${
      problems.length > MAX_SHOWN
        ? html`<p class="hint">${msg(str`ほかに${problems.length - MAX_SHOWN}か所あります。`)}</p>`
        : nothing
    }`;

/** Draws what is wrong in a feed: a sentence for readers, and what the publisher has to correct. */
export function feedReport(
  {obligees, problems}: ReadFeed,
  retry: () => void,
): TemplateResult | typeof nothing {
  if (!problems.length) return nothing;
  if (!obligees.length)
    return html`<div class="notice" data-kind="error" role="alert" part="error feed-report">
      <p>${msg('発注者の一覧を読めませんでした。ページの管理者にお知らせください。')}</p>
      ${reportDetails(problems, true)}
      <button part="button" type="button" class="secondary" @click=${retry}>
        ${msg('もう一度読み込む')}
      </button>
    </div>`;
  const left = new Set(problems.flatMap(({entry}) => entry ?? [])).size;
  return html`<div class="notice no-print" data-kind="warning" part="feed-report">
    <p>
      ${
        left
          ? msg(str`一覧のうち${left}件は、書き方に誤りがあるため表示していません。`)
          : msg('一覧の書き方に、直すところがあります。')
      }
    </p>
    ${reportDetails(problems, false)}
  </div>`;
}

const reportDetails = (problems: readonly FeedProblem[], isOpen: boolean): TemplateResult =>
  html`<details ?open=${isOpen}>
    <summary>${msg(str`一覧を管理している方へ（直すところ ${problems.length}か所）`)}</summary>
    ${problemList(problems)}
  </details>`;
