import {css} from 'lit';

/** The list below a field, over what follows it. */
export const comboboxStyles = css`
  .combobox .popup {
    position: absolute;
    z-index: 10;
    inset-block-start: calc(100% + 0.25em);
    inset-inline: 0;
    border: var(--_border-width) solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    box-shadow: 0 0.25em 1em rgb(0 0 0 / 20%);
  }
  .combobox [role='listbox'] {
    max-height: 17.5em;
    overflow-y: auto;
    overscroll-behavior: contain;
    list-style: none;
  }
  .combobox [role='option'] {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0 1em;
    min-height: var(--_button-height);
    padding: 0.5em 0.75em;
    cursor: pointer;
  }
  .combobox [role='option'][aria-selected='true'] {
    background: var(--_primary);
    color: var(--_on-primary);
  }
  .combobox [aria-selected='true'] .detail {
    color: inherit;
  }
  .combobox .note {
    padding: 0.5em 0.75em;
    color: var(--_text-muted);
    font-size: 0.9375em;
  }
  .combobox [role='listbox'] + .note {
    border-top: 1px solid var(--_line);
  }
  @media (hover: hover) {
    .combobox [role='option']:not([aria-selected='true']):hover {
      background: var(--_surface-muted);
    }
  }
  @media (forced-colors: active) {
    .combobox [role='option'][aria-selected='true'] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
