import {msg, str} from '@lit/localize';
import {html, nothing, type TemplateResult} from 'lit';
import {labelled, sideBySide} from '../../src/i18n/format.js';
import {stepText, submissionWarningText} from '../../src/i18n/submission-text.js';
import {publishedGuaranteeName} from '../../src/i18n/published-terms.js';
import {certificateFormName, guaranteeName} from '../../src/i18n/terms.js';
import type {ObligeeRule} from '../../src/schemas/obligee-rule.js';
import {handInsOf, type HandIn} from '../../src/domain/hand-in-ways.js';
import {published} from '../ui/published.js';

const step = (who: string, what: string): TemplateResult =>
  html`<li><span class="who">${who}</span><span class="what">${what}</span></li>`;

/** 「3. お手続きの流れ」: who does what, in order. */
export const flow = (): TemplateResult =>
  html`<ol class="steps" role="list">
    ${step(msg('受注者'), msg('保証を申し込む'))} ${step(msg('保証会社'), msg('審査し、保証料を受け取る'))}
    ${step(msg('保証会社'), msg('電子証書を発行する'))}
    ${step(msg('受注者'), msg('認証キーのお知らせを受け取る'))}
    ${step(msg('受注者'), msg('発注者に提出する'))} ${step(msg('発注者'), msg('電子証書を確認する'))}
  </ol>`;

/** 「4. お申し込み手続き」 */
export const applying = ({guarantee_kinds: named}: ObligeeRule): TemplateResult => {
  const kinds = named?.map(publishedGuaranteeName);
  const choice = certificateFormName('electronic');
  return html`<ul>
    <li>
      ${
        kinds && kinds.length > 1
          ? msg(str`${kinds.join('、')}ごとに「${choice}」を選択します。`)
          : msg(str`「保証証書の形式について」で「${choice}」を選択します。`)
      }
    </li>
    <li>
      ${msg('「電子保証発行完了のお知らせ」で「希望する」を選択し、メールアドレスを入力します。電子保証の発行手続きが完了しましたら、メールにてお知らせします。')}
    </li>
  </ul>`;
};

/** 「5. 発行後のお手続き」 */
export const afterIssue = (): TemplateResult =>
  html`<ol>
    <li>${msg('「電子保証（認証キー）発行完了のお知らせ」のメールが届きます。')}</li>
    <li>${msg('「保証契約一覧」の「電子保証（認証キー）」タブで「詳細」を選びます。')}</li>
    <li>${msg('保証契約の内容を確認します。')}</li>
    <li>${msg('「電子保証にかかる「認証キー」のお知らせ」（PDF）をダウンロードします。')}</li>
  </ol>`;

const STEPS_SHOWN = ['print-certificate', 'send', 'call', 'ask-obligee'];

function renderWay({kinds, plan, subject}: HandIn): TemplateResult {
  const steps = plan.steps.filter(({code}) => STEPS_SHOWN.includes(code));
  return html`<div class="way">
    ${kinds.length ? html`<h4>${sideBySide(kinds.map(guaranteeName))}</h4>` : nothing}
    <ul>
      ${steps.map(step => html`<li>${stepText(step)}</li>`)}
      ${subject ? html`<li>${labelled(msg('メールの件名'))}<span translate="no">${published(subject)}</span></li>` : nothing}
    </ul>
  </div>`;
}

const WARNINGS_SHOWN = ['certificate.doNotSend', 'note'];

/** 「6. ご提出」: what to hand in, where and how, as the obligee wants it. */
export function handIn(rule: ObligeeRule): TemplateResult {
  const ways = handInsOf(rule);
  const warnings = new Map(
    ways
      .flatMap(({plan}) => plan.warnings)
      .filter(({code}) => WARNINGS_SHOWN.includes(code))
      .map(warning => [submissionWarningText(warning), warning.code]),
  );
  return html`<p>
      ${
        rule.submit_what
          ? html`${labelled(msg('提出するもの'))}${published(rule.submit_what)}`
          : msg('提出するもの：ダウンロードした「認証キー」のお知らせ（PDF）')
      }
    </p>
    <div class="ways">${ways.map(renderWay)}</div>
    ${
      warnings.size
        ? html`<ul class="hint">
            ${[...warnings].map(([text, code]) => html`<li>${code === 'note' ? published(text) : text}</li>`)}
          </ul>`
        : nothing
    }
    <p>${msg(str`この「認証キー」を使って、「${rule.obligee}」は保証契約の内容を確認します。`)}</p>`;
}
