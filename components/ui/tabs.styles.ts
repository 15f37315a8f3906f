import {css} from 'lit';

/** Tabs and entries of a menu in a row: the current one is underlined. */
export const tabsStyles = css`
  .tabs {
    border-block-end: 1px solid var(--_line);
  }
  .tabs :is(a, button) {
    min-height: var(--_control-height);
    border: 0 solid transparent;
    border-block-end-width: 0.25em;
    border-radius: 0;
    background: transparent;
    color: var(--_text);
    font-weight: 400;
  }
  .tabs :is([aria-selected='true'], [aria-current]) {
    border-color: var(--_primary);
    color: var(--_primary);
    font-weight: 700;
  }
  @media (forced-colors: active) {
    .tabs :is(a, button) {
      border-color: Canvas; /* a transparent border would be drawn */
    }
    .tabs :is([aria-selected='true'], [aria-current]) {
      border-color: Highlight;
    }
  }
`;
