import {msg} from '@lit/localize';
import {html, nothing, type TemplateResult} from 'lit';
import {contractStateName, guaranteeName} from '../../src/i18n/terms.js';
import type {RegisterEntryPage, RegisterNotice} from '../../src/schemas/register-entry.js';
import {formText} from './register-table.js';
import type {RegisterSearch} from './register-page.js';

const noticeTexts: Record<RegisterNotice, () => string> = {
  unanswered: () => msg('回答していない証書'),
  changed: () => msg('見たあとに変更された証書'),
  expiring: () => msg('保証期限まで30日以内の証書'),
};
const noticeOrder: readonly RegisterNotice[] = ['unanswered', 'changed', 'expiring'];

/** What needs attention, each with its number; pressing one shows just those. */
export function renderNotices(
  notices: RegisterEntryPage['notices'],
  chosen: RegisterSearch['notice'],
  choose: (notice: RegisterSearch['notice']) => void,
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

/** What is looked for, in words. */
export const conditionsOf = ({q, notice, state, kind, form}: RegisterSearch): string[] =>
  [
    q && `「${q}」`,
    notice && noticeTexts[notice](),
    state && contractStateName(state),
    kind && guaranteeName(kind),
    form && formText(form),
  ].flatMap(condition => condition || []);

/** The choices beside the search words. */
export function renderChoices(
  search: RegisterSearch,
  change: (changes: Partial<RegisterSearch>) => void,
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
          ([value, text]) =>
            html`<option value=${value} .selected=${value === search[name]}>${text}</option>`,
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
