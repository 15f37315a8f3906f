import {msg} from '@lit/localize';
import {html, nothing, type TemplateResult} from 'lit';

/** One thing that has to be mended, and the field where. */
export interface Issue {
  /** Path and id of the field; empty when no field is at fault. */
  path: string;
  message: string;
}

/** Id of the summary, which gets the focus after a failed try. */
export const SUMMARY_ID = 'error-summary';

/** 「入力内容に問題があります」: the same words as at the fields, each a way to its field (`data-go`). */
export const errorSummary = (issues: readonly Issue[]): TemplateResult | typeof nothing =>
  issues.length
    ? html`<section
        class="error-summary"
        part="error-summary"
        id=${SUMMARY_ID}
        tabindex="-1"
        aria-labelledby=${`${SUMMARY_ID}-title`}
      >
        <h3 id=${`${SUMMARY_ID}-title`}>${msg('入力内容に問題があります')}</h3>
        <ul>
          ${issues.map(
            ({path, message}) =>
              html`<li>${path ? html`<a href=${`#${path}`} data-go=${path}>${message}</a>` : message}</li>`,
          )}
        </ul>
      </section>`
    : nothing;
