import {msg, str} from '@lit/localize';
import {html, nothing, type TemplateResult} from 'lit';
import {formatDate} from '../../src/domain/format.js';
import type {SubmissionPlan, SubmissionRecipient} from '../../src/domain/submission-plan.js';
import type {ObligeeRule} from '../../src/schemas/obligee-rule.js';

/** How one guarantee is handed in, and where that is written. */
export interface SubmissionPanelState {
  plan: SubmissionPlan;
  rule: ObligeeRule;
  /** Label of the text that was copied last. */
  copied: string;
}

/** Copies one text; the label names it in what is announced. */
export type CopyText = (label: string, text: string) => void;

/** 提出方法: what to do in which order, what not to send, and the mail ready to be copied or opened. */
export function renderSubmission({plan, rule, copied}: SubmissionPanelState, copy: CopyText): TemplateResult {
  const mail = plan.recipients.find(({channel}) => channel === 'email');
  return html`<section class="submission" part="submission" aria-labelledby="submission-heading">
    <h3 id="submission-heading">${msg('提出方法')}<span translate="no">（${rule.obligee}）</span></h3>
    <ol class="steps" translate="no">
      ${plan.steps.map(({text}) => html`<li>${text}</li>`)}
    </ol>
    ${renderWarnings(plan)} ${mail ? renderMail(plan, mail, {copied, copy}) : nothing} ${renderSource(rule)}
  </section>`;
}

/** What is shown for an obligee that is not in the directory: nothing is guessed. */
export const renderUnknownSubmission = (obligeeName: string): TemplateResult =>
  html`<section class="submission" part="submission" aria-labelledby="submission-heading">
    <h3 id="submission-heading">${msg('提出方法')}<span translate="no">（${obligeeName}）</span></h3>
    <p>
      ${msg('この発注者の提出方法は登録されていません。提出先と提出方法を発注者に確認してから、「認証キー」のお知らせ（PDF）を提出してください。')}
    </p>
  </section>`;

const renderWarnings = ({warnings}: SubmissionPlan) =>
  warnings.length
    ? html`<ul class="notice warnings" data-kind="warning" translate="no">
        ${warnings.map(({text}) => html`<li>${text}</li>`)}
      </ul>`
    : nothing;

function renderMail(
  {subject, body, fileName}: SubmissionPlan,
  recipient: SubmissionRecipient,
  {copied, copy}: {copied: string; copy: CopyText},
) {
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
                <span class="text" translate="no">${text}</span>
                <button type="button" @click=${() => copy(label, text)}>
                  <span>${msg('コピー')}<span class="visually-hidden">（${label}）</span></span>
                </button>
              </dd>
            </div>`,
        )}
      </dl>
      <p>
        <a class="button" href=${mailAddress(recipient.address, subject, body)}
          >${msg('メールソフトで開く')}</a
        >
      </p>
    </div>
  </details>`;
}

/** The key is in neither; the line breaks are those that RFC 6068 wants. */
function mailAddress(address = '', subject: string, body: string): string {
  const text = body.replace(/\r?\n/g, '\r\n');
  return `mailto:${encodeURIComponent(address).replace('%40', '@')}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text)}`;
}

function renderSource({obligee, url, source_date: day}: ObligeeRule) {
  const text = day
    ? msg(str`${obligee}の案内（${formatDate(day)}現在）によります。`)
    : msg(str`${obligee}の案内によります。`);
  return html`<p class="hint">
    ${text}${msg('変わることがありますので、提出前にご確認ください。')}
    ${
      url && /^https?:/.test(url)
        ? html`<a href=${url} target="_blank" rel="noopener noreferrer"
            >${msg('案内を見る（新しいタブ）')}</a
          >`
        : nothing
    }
  </p>`;
}
