import {msg} from '@lit/localize';
import {html, nothing, type TemplateResult} from 'lit';
import {contractStateName, guaranteeName} from '../../src/i18n/terms.js';
import type {RegisterEntryPage, RegisterNotice} from '../../src/schemas/register-entry.js';
import {formText} from './register-table.js';
import type {RegisterListQuery} from './register-source.js';

const noticeTexts: Record<RegisterNotice, () => string> = {
  unanswered: () => msg('回答していない証書'),
  changed: () => msg('見たあとに変更された証書'),
  expiring: () => msg('保証期限まで30日以内の証書'),
};
const noticeOrder: readonly RegisterNotice[] = ['unanswered', 'changed', 'expiring'];

/** Draws what needs attention, each with its number; pressing one shows just those entries. */
export function renderNotices(
  notices: RegisterEntryPage['notices'],
  chosen: RegisterListQuery['notice'],
  choose: (notice: RegisterListQuery['notice']) => void,
): TemplateResult | typeof nothing {
  if (!notices || noticeOrder.every(notice => notices[notice] === 0)) return nothing;
  return html`<ul class="notices no-print" part="notices" role="list" aria-label=${msg('お知らせ')}>
    ${noticeOrder
      .filter(notice => notices[notice] > 0 || notice === chosen)
      .map(
        notice =>
          html`<li>
            <button
              part="button"
              type="button"
              data-notice=${notice}
              aria-pressed=${notice === chosen ? 'true' : 'false'}
              @click=${() => choose(notice === chosen ? '' : notice)}
            >
              <span
                >${noticeTexts[notice]()}
                <strong>${notices[notice].toLocaleString('en-US')}</strong>${msg('件')}</span
              >
            </button>
          </li>`,
      )}
  </ul>`;
}

/** Returns the conditions in force, each in words. */
export const conditionsOf = ({words, notice, state, kind, form}: RegisterListQuery): string[] =>
  [
    words && `「${words}」`,
    notice && noticeTexts[notice](),
    state && contractStateName(state),
    kind && guaranteeName(kind),
    form && formText(form),
  ].flatMap(condition => condition || []);

/** Draws the choices that narrow the register down. */
export function renderChoices(
  query: RegisterListQuery,
  change: (changes: Partial<RegisterListQuery>) => void,
): TemplateResult {
  const select = (
    name: 'state' | 'kind' | 'form',
    label: string,
    choices: readonly (readonly [string, string])[],
  ) =>
    html`<div class="field">
      <label for=${name}>${label}</label>
      <select
        part="select"
        id=${name}
        @change=${(event: Event) => change({[name]: (event.target as HTMLSelectElement).value})}
      >
        ${[['', msg('すべて')] as const, ...choices].map(
          ([value, text]) => html`<option value=${value} .selected=${value === query[name]}>${text}</option>`,
        )}
      </select>
    </div>`;
  const states = ['in-force', 'expired', 'cancelled', 'released'] as const;
  const kinds = ['advance-payment', 'interim-payment', 'performance'] as const;
  const forms = ['electronic', 'paper'] as const;
  return html`<div class="choices-row" role="group" aria-label=${msg('絞り込み')}>
    ${select(
      'state',
      msg('状態'),
      states.map(state => [state, contractStateName(state)]),
    )}
    ${select(
      'kind',
      msg('保証種類'),
      kinds.map(kind => [kind, guaranteeName(kind)]),
    )}
    ${select(
      'form',
      msg('証書の形式'),
      forms.map(form => [form, formText(form)]),
    )}
  </div>`;
}
