import {msg, str} from '@lit/localize';
import {html, nothing, type TemplateResult} from 'lit';
import {inBrackets, labelled, sideBySide} from '../../src/i18n/format.js';
import {channelText} from '../../src/i18n/channel-names.js';
import {guaranteeName} from '../../src/i18n/terms.js';
import type {Obligee} from '../../src/schemas/obligee.js';
import type {ExtraObligeeRule, ObligeeRule} from '../../src/schemas/obligee-rule.js';
import {handInsOf} from '../../src/domain/hand-in-ways.js';
import {published} from '../ui/published.js';
import {
  fact,
  openPoints,
  quotedRule,
  ruleFacts,
  startState,
  startText,
  suretiesText,
  unstated,
} from '../ui/obligee-rule.js';
import {publicCode} from './directory-index.js';

/** What an entry shows besides its obligee. */
export interface EntryContext {
  today: string;
  selectedCode: string;
  select: (obligee: Obligee) => void;
}

function startBadge(rule: ObligeeRule, today: string): TemplateResult {
  const badges = {
    started: () => html`<span class="badge" data-kind="good">${msg('開始しています')}</span>`,
    upcoming: () => html`<span class="badge">${msg('これから始まります')}</span>`,
    unknown: () => html`<span class="badge" data-kind="warning">${msg('開始日は要確認')}</span>`,
  };
  return badges[startState(rule, today)]();
}

/** Draws a second rule, which holds beside the first for what it names. */
const extraRule = (extra: ExtraObligeeRule): TemplateResult =>
  html`<p>
    ${extra.applies_to ? published(labelled(extra.applies_to)) : nothing}${startText(extra)}
    ${extra.rule_text ? html`<span class="hint" translate="no">${published(`「${extra.rule_text}」`)}</span>` : nothing}
  </p>`;

const startFacts = (rule: ObligeeRule) => html`${startText(rule)}${rule.extra_rules?.map(extraRule)}`;

/** Draws where and how to submit, for each kind of guarantee that differs. */
function handInWays(rule: ObligeeRule): TemplateResult {
  const ways = handInsOf(rule).map(({kinds, plan}) => {
    const scope = kinds.length ? labelled(sideBySide(kinds.map(guaranteeName))) : '';
    const places = plan.recipients.map(
      ({name, address, channel}, index) =>
        html`${index ? msg('、または') : nothing}${published(name)}${
          address ? html` <span translate="no">${address}</span>` : nothing
        }${inBrackets(channelText(channel))}`,
    );
    return html`<li>${scope}${places.length ? places : unstated()}</li>`;
  });
  return html`<ul class="ways">
    ${ways}
  </ul>`;
}

const paperText = (isAllowed: boolean | null) =>
  isAllowed === null
    ? unstated()
    : isAllowed
      ? msg('紙の保証証書も選べます')
      : msg('紙の保証証書は受け付けていません');

function moreFacts(rule: ObligeeRule, name: string): TemplateResult {
  return html`<details part="details">
    <summary>${msg('提出先・保証会社など')}<span class="visually-hidden">${inBrackets(name)}</span></summary>
    <dl class="facts">
      ${fact(msg('提出先'), handInWays(rule))}
      ${fact(msg('提出するもの'), rule.submit_what ? published(rule.submit_what) : unstated())}
      ${fact(msg('保証会社'), suretiesText(rule) ?? unstated())}
      ${fact(msg('紙の保証証書'), paperText(rule.paper_allowed))}
      ${
        rule.notes.length
          ? fact(
              msg('補足'),
              html`<ul class="ways">
                ${rule.notes.map(note => html`<li>${published(note)}</li>`)}
              </ul>`,
            )
          : nothing
      }
    </dl>
  </details>`;
}

function openPointsNotice(rule: ObligeeRule): TemplateResult | typeof nothing {
  const points = openPoints(rule);
  return points.length
    ? html`<p class="open-points">
        <strong class="open-point">${msg('要確認')}</strong>
        ${msg(str`案内に書かれていないこと：${points.join('、')}`)}
      </p>`
    : nothing;
}

function selectButton(obligee: Obligee, {select, selectedCode}: EntryContext): TemplateResult {
  const isSelected = obligee.code === selectedCode;
  return html`<p class="choose no-print">
    <button type="button" part="select" data-code=${obligee.code} @click=${() => select(obligee)}>
      <span>${msg('この発注者を選ぶ')}<span class="visually-hidden">${inBrackets(obligee.name)}</span></span>
    </button>
    ${isSelected ? html`<span class="badge" data-kind="good">${msg('選択中')}</span>` : nothing}
  </p>`;
}

/** Draws one obligee: what it accepts from when, in its own words, and what it leaves open. */
export function obligeeEntry(obligee: Obligee, context: EntryContext): TemplateResult {
  const {name, kana, rule, code} = obligee;
  const number = publicCode(obligee);
  return html`<li class="entry" part="entry" ?data-selected=${code === context.selectedCode}>
    <div class="head">
      <h4 translate="no">${name}</h4>
      ${startBadge(rule, context.today)}
      <p class="hint" translate="no">
        ${kana}${number ? html`<span class="number">${number}</span>` : nothing}
      </p>
    </div>
    ${ruleFacts(rule, startFacts(rule))} ${quotedRule(rule)} ${openPointsNotice(rule)}
    ${moreFacts(rule, name)} ${selectButton(obligee, context)}
  </li>`;
}
