import {css} from 'lit';

/** A state in a word or two; `data-kind` is `good`, `warning`, `bad` or, left out, neutral. */
export const badgeStyles = css`
  .badge {
    display: inline-block;
    padding: 0 0.6em;
    border: 1px solid currentColor;
    border-radius: 0.25em;
    font-size: 0.875em;
    line-height: 1.7;
    white-space: nowrap;
  }
  .badge[data-kind='good'] {
    color: var(--_success);
  }
  .badge[data-kind='warning'] {
    color: var(--_warning);
  }
  .badge[data-kind='bad'] {
    color: var(--_error);
  }
`;
