import {msg, str} from '@lit/localize';
import {html, nothing, type TemplateResult} from 'lit';
import {businessDayFrom} from '../../src/domain/business-hours.js';
import {today} from '../../src/domain/format.js';
import {gregorianText, inBrackets, labelled, sentences} from '../../src/i18n/format.js';
import {stepText, submissionWarningText} from '../../src/i18n/submission-text.js';
import type {SubmissionCall, SubmissionPlan, SubmissionRecipient} from '../../src/domain/submission-plan.js';
import type {GuaranteeKind} from '../../src/schemas/kinds.js';
import type {ObligeeRule} from '../../src/schemas/obligee-rule.js';
import {japaneseLang, published} from '../ui/published.js';
import {dayWithWeekday, officeHoursText} from './office-hours-text.js';
import {failure} from '../kernel/states.js';
import {canSharePdf, type MailState, type MailWish} from './hand-in-mail.js';

/** How one guarantee is handed in, and where that is written. */
export interface SubmissionPanelState {
  plan: SubmissionPlan;
  rule: ObligeeRule;
  kind: GuaranteeKind;
  /** Label of the text that was copied last. */
  copied: string;
  mail: MailState;
  now: number;
}

/** What its buttons do. */
export interface SubmissionActions {
  /** Copies one text; the label names it in what is announced. */
  copy(label: string, text: string): void;
  /** Makes the mail with the notice attached, or passes the notice on. */
  mail(wish: MailWish): void;
}

/** 提出方法: what to do in which order, what not to send, and the mail ready to be copied or opened. */
export function renderSubmission(state: SubmissionPanelState, actions: SubmissionActions): TemplateResult {
  const {plan, rule, now} = state;
  const mail = plan.recipients.find(({channel}) => channel === 'email');
  return html`<section class="submission" part="submission" aria-labelledby="submission-heading">
    <h3 id="submission-heading">${msg('提出方法')}<span translate="no">${inBrackets(rule.obligee)}</span></h3>
    <ol class="steps" translate="no">
      ${plan.steps.map(
        step =>
          html`<li>
            <div>
              ${stepText(step)}${step.code === 'call' && plan.call ? renderCall(plan.call, now) : nothing}
            </div>
          </li>`,
      )}
    </ol>
    ${renderWarnings(state)} ${mail ? renderMail(mail, state, actions) : renderPassOn(state, actions)}
    ${renderSource(rule)}
  </section>`;
}

/** What is shown for an obligee that is not in the directory: nothing is guessed. */
export const renderUnknownSubmission = (obligeeName: string): TemplateResult =>
  html`<section class="submission" part="submission" aria-labelledby="submission-heading">
    <h3 id="submission-heading">${msg('提出方法')}<span translate="no">${inBrackets(obligeeName)}</span></h3>
    <p>
      ${msg('この発注者の提出方法は登録されていません。提出先と提出方法を発注者に確認してから、「認証キー」のお知らせ（PDF）を提出してください。')}
    </p>
  </section>`;

/** Notes are the obligee's own words. */
const renderWarnings = ({plan: {warnings}, rule, kind}: SubmissionPanelState) =>
  warnings.length
    ? html`<ul class="notice warnings" data-kind="warning" translate="no">
        ${warnings.map(warning => {
          const text = submissionWarningText(warning, rule, kind);
          return html`<li>${warning.code === 'note' ? published(text) : text}</li>`;
        })}
      </ul>`
    : nothing;

/** Whom to call and when somebody answers; of hours that nobody states, only the days are known. */
function renderCall({phone, hours}: SubmissionCall, now: number) {
  const day = today(now);
  const next = businessDayFrom(day);
  const when = hours
    ? officeHoursText(now, hours)
    : next === day
      ? msg('電話は、開庁時間内にかけてください。')
      : msg(str`本日は閉庁日です。次の開庁日は${dayWithWeekday(next)}です。`);
  return html`<p class="call">
    ${
      phone
        ? html`<a href=${`tel:${phone.replace(/[^\d+]/g, '')}`} translate="no">${phone}</a>
            ${hours ? html`<span class="amount">${inBrackets(`${hours.opens}～${hours.closes}`)}</span>` : nothing}`
        : nothing
    }
    <span>${when}</span>
  </p>`;
}

function renderMail(
  recipient: SubmissionRecipient,
  state: SubmissionPanelState,
  {copy, mail}: SubmissionActions,
) {
  const {copied} = state;
  const {subject, body, fileName} = state.plan;
  const rows: [string, string][] = [
    ...(recipient.address ? ([[msg('宛先'), recipient.address]] satisfies [string, string][]) : []),
    [msg('件名'), subject],
    [msg('添付するファイルの名前'), fileName],
    [msg('本文'), body],
  ];
  return html`<details class="mail">
    <summary>${msg('提出するメールの文面')}</summary>
    <div class="details-body">
      <p class="hint">${msg('認証キーは本文に書かず、「認証キー」のお知らせ（PDF）を添付してください。')}</p>
      <dl>
        ${rows.map(
          ([label, text]) =>
            html`<div>
              <dt>
                ${label}
                ${label === copied ? html`<span class="copy">${msg('コピーしました')}</span>` : nothing}
              </dt>
              <dd>
                <span class="text" translate="no" lang=${japaneseLang()}>${text}</span>
                <button part="button" type="button" @click=${() => copy(label, text)}>
                  <span>${msg('コピー')}<span class="visually-hidden">${inBrackets(label)}</span></span>
                </button>
              </dd>
            </div>`,
        )}
      </dl>
      <p>
        ${msg('お知らせを添付した下書き（.emlファイル）を保存し、開いて宛先と内容を確かめてから送信してください。下書きを開けないときは、「メールソフトで開く」を使い、お知らせを自分で添付してください。')}
      </p>
      <div class="buttons">
        ${wishButton('draft', state.mail, mail)}
        <a class="button" href=${mailAddress(recipient.address, subject, body)}
          >${msg('メールソフトで開く')}</a
        >
        ${canSharePdf() ? wishButton('share', state.mail, mail) : nothing}
      </div>
      ${renderMailState(state.mail, mail)}
    </div>
  </details>`;
}

/** For an obligee that takes no mail: the notice can still be passed to another app of a phone. */
const renderPassOn = ({mail: state}: SubmissionPanelState, {mail}: SubmissionActions) =>
  canSharePdf()
    ? html`<div class="buttons">${wishButton('share', state, mail)}</div>
        ${renderMailState(state, mail)}`
    : nothing;

function wishButton(wish: MailWish, {status, wish: current}: MailState, act: SubmissionActions['mail']) {
  const isPending = status === 'pending' && wish === current;
  const label = wish === 'draft' ? msg('お知らせを添付した下書きを保存') : msg('お知らせを共有');
  return html`<button
    part="button"
    type="button"
    class=${wish === 'draft' ? 'primary' : nothing}
    aria-disabled=${status === 'pending' ? 'true' : 'false'}
    @click=${() => status !== 'pending' && act(wish)}
  >
    ${isPending ? msg('お知らせを作成しています') : label}
  </button>`;
}

function renderMailState({status, wish, error, missing}: MailState, act: SubmissionActions['mail']) {
  if (status === 'failed' && error && wish)
    return failure(error, {label: msg('もう一度作成する'), act: () => act(wish)});
  if (status !== 'done') return nothing;
  return html`<div class="notice" data-kind="success">
      <p>
        ${
          wish === 'draft'
            ? msg('下書きを保存しました。ファイルを開くと、お知らせを添付したメールが表示されます。')
            : msg('お知らせを渡しました。')
        }
      </p>
    </div>
    ${
      missing.length
        ? html`<p class="notice" data-kind="warning" role="alert">
            ${msg('お知らせでは次の文字が「〓」か似た形になります。')}
            <span translate="no">${missing.join('　')}</span>
          </p>`
        : nothing
    }`;
}

/** The key is in neither; the line breaks are those that RFC 6068 wants. */
function mailAddress(address = '', subject: string, body: string): string {
  const text = body.replace(/\r?\n/g, '\r\n');
  return `mailto:${encodeURIComponent(address).replace('%40', '@')}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text)}`;
}

function renderSource({obligee, url, source_date: day, submit_what: what}: ObligeeRule) {
  const text = day
    ? msg(str`${obligee}の案内（${gregorianText(day)}現在）によります。`)
    : msg(str`${obligee}の案内によります。`);
  return html`<p class="hint">
    ${what ? html`${labelled(msg('発注者が求めるもの'))}<span translate="no">${published(what)}</span><br />` : nothing}${sentences(text, msg('変わることがありますので、提出前にご確認ください。'))}
    ${
      url && /^https?:/.test(url)
        ? html`<a href=${url} target="_blank" rel="noopener noreferrer"
            >${msg('案内を見る（新しいタブ）')}</a
          >`
        : nothing
    }
  </p>`;
}
