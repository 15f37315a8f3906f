import {css} from 'lit';

/** A message set apart from the text around it; `data-kind` is `error`, `warning`, `success` or, left out, information. */
export const noticeStyles = css`
  .notice {
    display: grid;
    justify-items: start;
    gap: 0.5em;
    padding: calc(1em * var(--_space)) calc(1.25em * var(--_space));
    border: 1px solid var(--_line);
    border-inline-start: 0.375em solid var(--_primary);
    border-radius: var(--_radius);
    background: var(--_surface-info);
  }
  .notice[data-kind='error'] {
    border-inline-start-color: var(--_error);
    background: var(--_surface-error);
  }
  .notice[data-kind='warning'] {
    border-inline-start-color: var(--_warning);
    background: var(--_surface-warning);
  }
  .notice[data-kind='success'] {
    border-inline-start-color: var(--_success);
    background: var(--_surface-success);
  }
`;
