import {msg, str} from '@lit/localize';
import {html, nothing, type TemplateResult} from 'lit';
import {businessDayFrom, nextBusinessHours, type OpeningHours} from '../../src/domain/business-hours.js';
import {formatDate} from '../../src/domain/format.js';
import {dayInJapan} from '../../src/domain/instant.js';
import {
  planSubmission,
  type SubmissionCall,
  type SubmissionPlan,
  type SubmissionRecipient,
} from '../../src/domain/submission-plan.js';
import type {SuretyError} from '../../src/errors.js';
import {gregorianText, inBrackets, labelled, sentences} from '../../src/i18n/format.js';
import {stepText, submissionWarningText} from '../../src/i18n/submission-text.js';
import type {Contract} from '../../src/schemas/contract.js';
import type {ObligeeRule} from '../../src/schemas/obligee-rule.js';
import {Abortable} from '../kernel/abortable.js';
import {failure} from '../kernel/states.js';
import {japaneseLang, published} from '../ui/published.js';
import {canSharePdf, handOnNotice, type MailAction, type MailResult} from './hand-in-mail.js';
import type {PanelContext} from './panel-context.js';

/** What is handed in, and how. */
interface Submission {
  readonly contract: Contract;
  readonly rule: ObligeeRule;
  readonly plan: SubmissionPlan;
}

/** 提出方法: what to do in which order, what not to send, and the mail ready to be copied, saved or opened. */
export class SubmissionPanel {
  readonly #context: PanelContext;
  readonly #mailing: Abortable;
  readonly #copying: Abortable;
  /** The last thing done with the notice, and how it ended; without `result` and `error` it is being done. */
  #mail: {action: MailAction; result?: MailResult; error?: SuretyError} | undefined;
  /** Label of the text that was copied last. */
  #copied = '';

  constructor(context: PanelContext) {
    this.#context = context;
    this.#mailing = new Abortable(context.host);
    this.#copying = new Abortable(context.host);
  }

  /** Clears everything that is about the contract shown so far. */
  reset(): void {
    this.#mailing.abort();
    this.#mail = undefined;
    this.#copied = '';
  }

  render(contract: Contract, rule: ObligeeRule): TemplateResult {
    const plan = planSubmission(rule, contract);
    const submission = {contract, rule, plan};
    const recipient = plan.recipients.find(({channel}) => channel === 'email');
    const now = Date.now();
    return renderSection(
      rule.obligee,
      html`<ol class="steps" translate="no">
          ${plan.steps.map(
            step =>
              html`<li>
                <div>
                  ${stepText(step)}${step.code === 'call' && plan.call ? renderCall(plan.call, now) : nothing}
                </div>
              </li>`,
          )}
        </ol>
        ${renderWarnings(submission)}
        ${recipient ? this.#renderMail(recipient, submission) : this.#renderShare(submission)}
        ${renderSource(rule)}`,
    );
  }

  #renderMail({address}: SubmissionRecipient, submission: Submission) {
    const {subject, body, fileName} = submission.plan;
    const rows: [string, string][] = [
      ...(address ? ([[msg('宛先'), address]] satisfies [string, string][]) : []),
      [msg('件名'), subject],
      [msg('添付するファイルの名前'), fileName],
      [msg('本文'), body],
    ];
    return html`<details class="mail">
      <summary>${msg('提出するメールの文面')}</summary>
      <div class="details-body">
        <p class="hint">
          ${msg('認証キーは本文に書かず、「認証キー」のお知らせ（PDF）を添付してください。')}
        </p>
        <dl>${rows.map(([label, text]) => this.#renderMailRow(label, text))}</dl>
        <p>
          ${msg('お知らせを添付した下書き（.emlファイル）を保存し、開いて宛先と内容を確かめてから送信してください。下書きを開けないときは、「メールソフトで開く」を使い、お知らせを自分で添付してください。')}
        </p>
        <div class="buttons">
          ${this.#renderMailButton('draft', submission)}
          <a class="button" href=${mailAddress(address, subject, body)}>${msg('メールソフトで開く')}</a>
          ${canSharePdf() ? this.#renderMailButton('share', submission) : nothing}
        </div>
        ${this.#renderMailResult(submission)}
      </div>
    </details>`;
  }

  #renderMailRow(label: string, text: string) {
    return html`<div>
      <dt>
        ${label}
        ${label === this.#copied ? html`<span class="copy">${msg('コピーしました')}</span>` : nothing}
      </dt>
      <dd>
        <span class="text" translate="no" lang=${japaneseLang()}>${text}</span>
        <button part="button" type="button" @click=${() => void this.#handleCopy(label, text)}>
          <span>${msg('コピー')}<span class="visually-hidden">${inBrackets(label)}</span></span>
        </button>
      </dd>
    </div>`;
  }

  /** For an obligee that takes no mail: a phone can still share the notice with another app. */
  #renderShare(submission: Submission) {
    return canSharePdf()
      ? html`<div class="buttons">${this.#renderMailButton('share', submission)}</div>
          ${this.#renderMailResult(submission)}`
      : nothing;
  }

  #renderMailButton(action: MailAction, submission: Submission) {
    const isBusy = this.#mailing.isRunning;
    const label = action === 'draft' ? msg('お知らせを添付した下書きを保存') : msg('お知らせを共有');
    return html`<button
      part="button"
      type="button"
      class=${action === 'draft' ? 'primary' : nothing}
      aria-disabled=${isBusy ? 'true' : 'false'}
      @click=${() => isBusy || void this.#handleMail(action, submission)}
    >
      ${isBusy && this.#mail?.action === action ? msg('お知らせを作成しています') : label}
    </button>`;
  }

  #renderMailResult(submission: Submission) {
    if (!this.#mail) return nothing;
    const {action, result, error} = this.#mail;
    if (error) {
      const act = () => void this.#handleMail(action, submission);
      return failure(error, {label: msg('もう一度作成する'), act});
    }
    if (!result?.isDone) return nothing;
    return html`<div class="notice" data-kind="success">
        <p>
          ${
            action === 'draft'
              ? msg('下書きを保存しました。ファイルを開くと、お知らせを添付したメールが表示されます。')
              : msg('お知らせを渡しました。')
          }
        </p>
      </div>
      ${
        result.missing.length
          ? html`<p class="notice" data-kind="warning" role="alert">
              ${msg('お知らせでは次の文字が「〓」か似た形になります。')}
              <span translate="no">${result.missing.join('　')}</span>
            </p>`
          : nothing
      }`;
  }

  async #handleMail(action: MailAction, {contract, plan}: Submission) {
    const {host, announcer} = this.#context;
    this.#mail = {action};
    const outcome = await this.#mailing.run(async signal => {
      const client = await this.#context.client();
      return handOnNotice(action, {client, contractNumber: contract.number, plan}, signal);
    });
    if (!outcome) return;
    if (outcome.error) {
      this.#mail = {action, error: outcome.error};
      this.#context.report(outcome.error);
    } else {
      this.#mail = {action, result: outcome.value};
      if (outcome.value.isDone) {
        announcer.announce(
          action === 'draft' ? msg('下書きを保存しました。') : msg('お知らせを渡しました。'),
        );
      }
    }
    host.requestUpdate();
  }

  async #handleCopy(label: string, text: string) {
    const {host, announcer} = this.#context;
    this.#copied = '';
    const outcome = await this.#copying.run(() => navigator.clipboard.writeText(text));
    if (!outcome) return;
    if (outcome.error) {
      announcer.announce(msg('コピーできませんでした。文字を選択してコピーしてください。'), 'assertive');
      return;
    }
    this.#copied = label;
    announcer.announce(msg(str`${label}をコピーしました。`));
    host.requestUpdate();
  }
}

const renderSection = (obligeeName: string, content: unknown): TemplateResult =>
  html`<section class="submission" part="submission" aria-labelledby="submission-heading">
    <h3 id="submission-heading">${msg('提出方法')}<span translate="no">${inBrackets(obligeeName)}</span></h3>
    ${content}
  </section>`;

/** What is shown for an obligee that is not in the directory. */
export const renderUnknownSubmission = (obligeeName: string): TemplateResult =>
  renderSection(
    obligeeName,
    html`<p>
      ${msg('この発注者の提出方法は登録されていません。提出先と提出方法を発注者に確認してから、「認証キー」のお知らせ（PDF）を提出してください。')}
    </p>`,
  );

/** Notes are the obligee's own words. */
const renderWarnings = ({plan: {warnings}}: Submission) =>
  warnings.length
    ? html`<ul class="notice warnings" data-kind="warning" translate="no">
        ${warnings.map(warning => {
          const text = submissionWarningText(warning);
          return html`<li>${warning.code === 'note' ? published(text) : text}</li>`;
        })}
      </ul>`
    : nothing;

/** Whom to call and when somebody answers; where no hours are known, which days the office is open. */
function renderCall({phone, hours}: SubmissionCall, now: number) {
  const day = dayInJapan(now);
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

const WEEKDAYS = ['日', '月', '火', '水', '木', '金', '土'];

/** Returns `11月24日（火）` for a day or date-time in Japan. */
function dayWithWeekday(date: string): string {
  const day = date.slice(0, 10);
  const weekday = WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? '';
  return `${formatDate(day).replace(/^\d+年/, '')}（${weekday}）`;
}

/** Returns `9:00` for a date-time in Japan. */
const timeOfDay = (time: string): string => time.slice(11, 16).replace(/^0/, '');

/** Returns whether the office is open, or from when: 「次の受付は11月24日（火）9:00からです。」 */
export function officeHoursText(now: Date | number, hours: OpeningHours): string {
  const reception = nextBusinessHours(now, hours);
  if (reception.isOpen) return msg(str`ただいま受付時間内です（${timeOfDay(reception.until)}まで）。`);
  const {opensAt} = reception;
  return msg(str`次の受付は${dayWithWeekday(opensAt)}${timeOfDay(opensAt)}からです。`);
}

/** Returns a `mailto:` address with the line breaks of RFC 6068. It never holds the key. */
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
