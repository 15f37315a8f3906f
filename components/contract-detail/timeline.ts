import {msg, str} from '@lit/localize';
import {html, nothing, type TemplateResult} from 'lit';
import {formatDateTime} from '../../src/domain/format.js';
import {newestAnswer} from '../../src/domain/contract-to-do.js';
import {toDay} from '../../src/domain/instant.js';
import {dayText, gregorianText} from '../../src/i18n/format.js';
import {revisionName} from '../../src/i18n/terms.js';
import type {TimelineEvent, TimelineEventType} from '../../src/schemas/answer.js';
import type {Contract} from '../../src/schemas/contract.js';

const eventNames: Record<TimelineEventType, (event: TimelineEvent) => string> = {
  applied: () => msg('申込'),
  issued: () => msg('発行'),
  'handed-in': () => msg('発注者に渡した（お客様の記録）'),
  opened: () => msg('発注者が保証証書を開いた'),
  accepted: () => msg('発注者が受領'),
  returned: () => msg('発注者が差戻し'),
  changed: ({revision}) => revisionName(revision),
  cancelled: () => msg('取消'),
  expired: () => msg('満了'),
  released: () => msg('返還'),
};

const eventKinds: Partial<Record<TimelineEventType, string>> = {
  accepted: 'good',
  released: 'good',
  returned: 'bad',
  cancelled: 'bad',
};

/** 手続きの経過: what happened and what is to come. */
export function renderTimeline(contract: Contract): TemplateResult | typeof nothing {
  const {timeline} = contract;
  if (!timeline?.length) return nothing;
  return html`<section class="timeline" part="timeline" aria-labelledby="timeline-heading">
    <h3 id="timeline-heading">${msg('手続きの経過')}</h3>
    <ol role="list">
      ${timeline.map(renderEvent)}${stepsToCome(contract).map(
        step =>
          html`<li data-state="to-come">
            <span class="what">${step}</span> <span class="when">${msg('これから')}</span>
          </li>`,
      )}
    </ol>
  </section>`;
}

function renderEvent(event: TimelineEvent): TemplateResult {
  const {type, at, reason, day} = event;
  const when = day ?? at;
  const isDay = day !== undefined || type === 'expired';
  return html`<li data-state="done" data-event=${type} data-kind=${eventKinds[type] ?? nothing}>
    <span class="what">${eventNames[type](event)}</span>
    <time class="when amount" datetime=${isDay ? toDay(when) : when}
      >${isDay ? gregorianText(when) : formatDateTime(when)}</time
    >
    ${reason ? html`<q class="reason" translate="no">${reason}</q>` : nothing}
  </li>`;
}

/** Returns what is left until the end; nothing where the contract has ended. */
function stepsToCome(contract: Contract): string[] {
  const {timeline = [], state, certificateForm, validUntil, revision} = contract;
  if (state === 'cancelled' || state === 'released') return [];
  const hasHappened = (type: TimelineEventType) => timeline.some(event => event.type === type);
  const steps: string[] = [];
  if (certificateForm === 'electronic' && newestAnswer(contract)?.outcome !== 'accepted') {
    if (!hasHappened('handed-in') && !hasHappened('opened')) steps.push(msg('発注者に渡す'));
    steps.push(revision > 0 ? msg(str`発注者が${revisionName(revision)}を受領`) : msg('発注者が受領'));
  }
  if (validUntil && !hasHappened('expired')) steps.push(msg(str`満了（${dayText(validUntil)}）`));
  if (certificateForm === 'electronic') steps.push(msg('返還'));
  return steps;
}

/** 差戻し: why, and what to do about it. */
export function renderReturned(contract: Contract): TemplateResult | typeof nothing {
  const answer = newestAnswer(contract);
  if (answer?.outcome !== 'returned') return nothing;
  return html`<section
    class="notice returned"
    data-kind="error"
    part="returned"
    aria-labelledby="returned-heading"
  >
    <h3 id="returned-heading">${msg('発注者から差し戻されました')}</h3>
    <p>
      <time datetime=${answer.answeredAt}>${formatDateTime(answer.answeredAt)}</time>
      <span translate="no">${contract.obligeeName}</span>
    </p>
    <blockquote translate="no">${answer.reason ?? ''}</blockquote>
    <ol>
      <li>${msg('差戻しの理由を確認し、分からないところは発注者に問い合わせてください。')}</li>
      <li>
        ${msg('保証証書の内容を直す必要があるときは、取扱箇所（保証証書に書かれた営業部・支店）に連絡してください。変更の保証証書が発行されると、発注者はもう一度回答します。')}
      </li>
      <li>${msg('内容を直す必要がないときは、発注者に伝えてください。発注者は同じ証書を受領できます。')}</li>
    </ol>
  </section>`;
}
